/// The log of Google Cloud's HTTP load balancers; the stamp is that of the request's arrival.
///
/// Source: https://cloud.google.com/load-balancing/docs/https/https-logging-monitoring
package struct GoogleLoadBalancerFormat: JSONLineFormat {
  package static let name = "gcp-lb"
  package static let vantage = "gcp-lb"
  package static let samples = [
    #"{"insertId":"1oek5rg3l3fxj7","jsonPayload":{"@type":"type.googleapis.com/google.cloud.loadbalancing.type.LoadBalancerLogEntry","cacheId":"SFO-fbae48ad","statusDetails":"response_from_cache"},"httpRequest":{"requestMethod":"GET","requestUrl":"http://81.2.69.193/static/us/three-cats.jpg","requestSize":"577","status":304,"responseSize":"157","remoteIp":"89.160.20.156","cacheHit":true,"cacheLookup":true},"resource":{"type":"http_load_balancer","labels":{"zone":"global"}},"timestamp":"2020-06-08T23:41:30.078651Z","severity":"INFO","logName":"projects/PROJECT_ID/logs/requests","trace":"projects/PROJECT_ID/traces/241d69833e64b3bf83fabac8c873d992","receiveTimestamp":"2020-06-08T23:41:30.588272510Z","spanId":"7b6537d3672e08e1"}"#
  ]

  package var line = JSONLine(GoogleLoadBalancerFormat.names)

  package init() {}

  private static let names = FieldNames(
    marks: ["statusdetails", "requestmethod"],
    own: [
      (FieldMeaning(field: .startTime), "timestamp"),
      (FieldMeaning(field: .cache), "cachehit"),
      (FieldMeaning(field: .cache, rank: 1), "cachelookup"),
      (FieldMeaning(field: .traceID), "trace"),
    ])
}
