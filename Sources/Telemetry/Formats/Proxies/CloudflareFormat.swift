/// Cloudflare's HTTP request log (Logpush); a duration is the distance of its two stamps.
///
/// With stamps of whole seconds (`rfc3339`, `unix`) the time to the first byte stands for it.
/// Source: https://developers.cloudflare.com/logs/reference/log-fields/zone/http_requests/
package struct CloudflareFormat: JSONLineFormat {
  package static let name = "cloudflare"
  package static let vantage = "cloudflare"
  package static let samples = [
    #"{"ClientIP":"87.226.160.250","ClientRequestHost":"www.ripe.net","ClientRequestMethod":"HEAD","ClientRequestURI":"/","EdgeEndTimestamp":"2022-10-30T00:00:02Z","EdgeResponseBytes":570,"EdgeResponseStatus":301,"EdgeStartTimestamp":"2022-10-30T00:00:02Z","RayID":"761fde4e984e5ab2","CacheCacheStatus":"unknown","OriginResponseStatus":0,"OriginResponseTime":0,"ClientRequestPath":"/"}"#,
    #"{"CacheCacheStatus":"dynamic","ClientIP":"175.16.199.0","ClientRequestMethod":"POST","ClientRequestPath":"/xyz/checkout","ClientRequestURI":"/s/example/api/telemetry/v2/clusters/_stats","EdgeEndTimestamp":"1653485132000000000","EdgeResponseBytes":981308,"EdgeResponseStatus":200,"EdgeStartTimestamp":"1653485126000000000","EdgeTimeToFirstByteMs":5333,"OriginResponseTime":5232000000,"RayID":"710e98d9367f357d"}"#,
  ]

  package var line = JSONLine(CloudflareFormat.names)

  package init() {}

  private static let names = FieldNames(
    marks: ["edgestarttimestamp edgeendtimestamp", "edgeresponsestatus"],
    own: [
      (FieldMeaning(field: .time), "edgeendtimestamp"),
      (FieldMeaning(field: .startTime), "edgestarttimestamp"),
      (FieldMeaning(field: .cache), "cachecachestatus"),
      (FieldMeaning(field: .bytesSent), "edgeresponsebytes"),
      (FieldMeaning(field: .requestID), "rayid"),
      (FieldMeaning(field: .target, rank: 2), "clientrequestpath"),
      (FieldMeaning(field: .fallbackSeconds, unit: 1e-3), "edgetimetofirstbytems"),
      (FieldMeaning(field: .upstreamSeconds, unit: 1e-3), "originresponsedurationms"),
      (FieldMeaning(field: .upstreamSeconds, unit: 1e-9, rank: 1), "originresponsetime"),
    ])
}
