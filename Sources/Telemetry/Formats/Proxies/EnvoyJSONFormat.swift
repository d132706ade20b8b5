/// The JSON access log of Envoy, Istio and Cloud Foundry: text or numbers, times in milliseconds.
///
/// Source: https://istio.io/latest/docs/tasks/observability/logs/access-log/
package struct EnvoyJSONFormat: JSONLineFormat {
  package static let name = "envoy-json"
  package static let vantage = "envoy"
  package static let samples = [
    #"{"requested_server_name":"-","bytes_received":"0","istio_policy_status":"-","bytes_sent":"178","upstream_cluster":"outbound|9080|v1|details.default.svc.cluster.local","downstream_remote_address":"10.244.2.77:56892","authority":"details:9080","path":"/details/0","protocol":"HTTP/1.1","upstream_service_time":"1","upstream_local_address":"10.244.2.77:40778","duration":"1","upstream_transport_failure_reason":"-","route_name":"-","downstream_local_address":"10.96.64.99:9080","user_agent":"Mozilla/5.0","response_code":"200","response_flags":"-","start_time":"2020-09-30T03:22:42.267Z","method":"GET","request_id":"9bab4f77-f271-9d8b-9cf7-127055663144","upstream_host":"10.244.2.75:9080","x_forwarded_for":"-"}"#
  ]

  package var line = JSONLine(EnvoyJSONFormat.names)

  package init() {}

  private static let names = FieldNames(
    marks: ["responseflags", "upstreamhost upstreamcluster upstreamservicetime"],
    own: [
      (FieldMeaning(field: .seconds, unit: 1e-3), "duration"),
      (FieldMeaning(field: .target, rank: 1), "xenvoyoriginpath"),
      (FieldMeaning(field: .client), "xforwardedfor downstreamremoteaddress"),
    ])
}
