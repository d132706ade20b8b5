/// The JSON access log of Envoy, Istio and Cloud Foundry: text or numbers, times in milliseconds.
///
/// A connection that carried no HTTP has neither method nor path and 0 for the status; it counts, as a
/// request that failed, only where flags say what went wrong.
/// Source: https://istio.io/latest/docs/tasks/observability/logs/access-log/
package struct EnvoyJSONFormat: JSONLineFormat {
  package static let name = "envoy-json"
  package static let vantage = "envoy"
  package static let samples = [
    #"{"requested_server_name":"-","bytes_received":"0","istio_policy_status":"-","bytes_sent":"178","upstream_cluster":"outbound|9080|v1|details.default.svc.cluster.local","downstream_remote_address":"10.244.2.77:56892","authority":"details:9080","path":"/details/0","protocol":"HTTP/1.1","upstream_service_time":"1","upstream_local_address":"10.244.2.77:40778","duration":"1","upstream_transport_failure_reason":"-","route_name":"-","downstream_local_address":"10.96.64.99:9080","user_agent":"Mozilla/5.0","response_code":"200","response_flags":"-","start_time":"2020-09-30T03:22:42.267Z","method":"GET","request_id":"9bab4f77-f271-9d8b-9cf7-127055663144","upstream_host":"10.244.2.75:9080","x_forwarded_for":"-"}"#,
    #"{"start_time":"2024-03-15T10:23:45.123Z","method":null,"path":null,"protocol":null,"response_code":0,"response_flags":"-","bytes_received":1234,"bytes_sent":5678,"duration":60000,"upstream_service_time":null,"x_forwarded_for":null,"user_agent":null,"request_id":null,"authority":null,"upstream_host":"10.0.0.1:5432","upstream_cluster":"outbound|5432||pg.default.svc.cluster.local","downstream_remote_address":"10.0.0.2:51234"}"#,
  ]

  package var line = JSONLine(EnvoyJSONFormat.names)

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    guard line.parse(entry, into: &record) else { return false }
    if record.kind == .request, record.status == 0, record.method.isEmpty, record.target.isEmpty,
      Self.hasNoFlags(entry)
    {
      record.kind = .message
      record.failed = false
      record.message = entry
    }
    return true
  }

  /// Whether Envoy has nothing to say against the connection: the flags are `-`, empty or null.
  private static func hasNoFlags(_ entry: Bytes) -> Bool {
    let key: StaticString = "\"response_flags\":"
    guard let place = entry.find(key) else { return true }
    var scanner = ByteScanner(entry, at: place &+ key.utf8CodeUnitCount)
    scanner.skipBlanks()
    return scanner.take("\"-\"") || scanner.take("\"\"") || scanner.take("null")
  }

  private static let names = FieldNames(
    marks: ["responseflags", "upstreamhost upstreamcluster upstreamservicetime"],
    own: [
      (FieldMeaning(field: .seconds, unit: 1e-3), "duration"),
      (FieldMeaning(field: .target, rank: 1), "xenvoyoriginpath"),
      (FieldMeaning(field: .client), "xforwardedfor downstreamremoteaddress"),
    ])
}
