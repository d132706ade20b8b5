/// The JSON access log of Traefik; durations are nanoseconds, stamps those of the start.
///
/// Source: https://doc.traefik.io/traefik/observability/access-logs/#limiting-the-fieldsincluding-headers
package struct TraefikJSONFormat: JSONLineFormat {
  package static let name = "traefik-json"
  package static let vantage = "traefik"
  package static let samples = [
    #"{"ClientAddr":"10.10.10.21:34567","DownstreamContentSize":0,"DownstreamStatus":304,"Duration":46382173,"OriginContentSize":0,"OriginDuration":46361120,"OriginStatus":304,"Overhead":21053,"RequestAddr":"foo.acme.com","RequestContentSize":0,"RequestCount":583779,"RequestHost":"foo.acme.com","RequestMethod":"GET","RequestPath":"/1.0.0/acme/current/foo.png","RequestPort":"-","RequestProtocol":"HTTP/1.1","RetryAttempts":0,"RouterName":"service-bar-202020202020202@kubernetescrd","ServiceAddr":"10.10.10.60:5678","ServiceName":"service-bar-0d0d0d0d0d0@kubernetescrd","ServiceURL":{"Scheme":"http","Opaque":"","User":null,"Host":"10.10.10.90:8901","Path":"","RawPath":"","OmitHost":false,"ForceQuery":false,"RawQuery":"","Fragment":"","RawFragment":""},"StartLocal":"2024-02-02T16:18:24.844946659Z","downstream_X-Tiles-S3-Cache":"miss","entryPointName":"web","level":"info","msg":"","time":"2024-02-02T16:18:24Z"}"#,
    #"{"ClientHost":"10.10.10.20","DownstreamStatus":200,"Duration":100000,"OriginDuration":2155389,"RequestMethod":"GET","RequestPath":"/","time":"2026-01-01T00:00:00Z"}"#,
  ]

  package var line = JSONLine(TraefikJSONFormat.names)

  package init() {}

  private static let names = FieldNames(
    marks: ["downstreamstatus", "duration"],
    own: [
      (FieldMeaning(field: .seconds, unit: 1e-9), "duration"),
      (FieldMeaning(field: .startTime), "startutc startlocal"),
      (FieldMeaning(field: .requestID), "requestxrequestid"),
    ])
}
