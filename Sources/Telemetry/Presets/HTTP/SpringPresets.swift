extension MetricPreset {
  private static let histogramAdvice: DisplayText =
    "set management.metrics.distribution.percentiles-histogram.http.server.requests=true"
  private static let quarkusAdvice: DisplayText =
    "add a MeterFilter that sets percentilesHistogram(true) for http.server.requests"

  /// Spring Boot 3 and Quarkus through Micrometer.
  ///
  /// https://docs.spring.io/spring-boot/reference/actuator/metrics.html : no buckets unless asked
  /// for; `http_server_requests_active_seconds_count` is a gauge, although typed as a summary.
  static let springServer = MetricPreset(
    name: "micrometer-http-server", detection: ["http_server_requests_seconds"],
    detectionLabels: ["uri"],
    traffic: [
      TrafficRule(
        duration: ["http_server_requests_seconds"],
        inFlight: [
          "http_server_requests_active_seconds_count", "http_server_requests_active_seconds_gcount",
          "http_server_requests_active_seconds_active_count", "http_server_active_requests",
        ],
        requires: ["uri"], endpoint: ["uri"], method: ["method"], status: ["status", "outcome"],
        bucketAdvice: histogramAdvice,
        // Quarkus exposes the same names, this gauge beside them, and has other settings.
        otherAdvice: (sign: "http_server_active_requests", advice: quarkusAdvice))
    ])

  /// RestTemplate, RestClient and WebClient through Micrometer.
  static let springClient = MetricPreset(
    name: "micrometer-http-client", detection: ["http_client_requests_seconds"],
    traffic: [
      TrafficRule(
        kind: .outbound, group: "http-client", duration: ["http_client_requests_seconds"],
        inFlight: ["http_client_requests_active_seconds_count"],
        endpoint: ["client_name/uri", "client_name", "uri"], method: ["method"],
        status: ["status", "outcome"],
        bucketAdvice:
          "set management.metrics.distribution.percentiles-histogram.http.client.requests=true")
    ])

  /// Metrics of `ktor-micrometer`.
  ///
  /// https://ktor.io/docs/server-metrics-micrometer.html
  static let ktor = MetricPreset(
    name: "ktor-micrometer", detection: ["ktor_http_server_requests_seconds"],
    traffic: [
      TrafficRule(
        duration: ["ktor_http_server_requests_seconds"],
        inFlight: ["ktor_http_server_requests_active"], endpoint: ["route"], method: ["method"],
        status: ["status"],
        bucketAdvice: "set distributionStatisticConfig with percentilesHistogram(true)")
    ])
}
