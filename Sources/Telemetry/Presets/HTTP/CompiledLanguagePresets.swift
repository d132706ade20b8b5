extension MetricPreset {
  /// Metrics of `axum-prometheus`.
  ///
  /// https://github.com/Ptrskay3/axum-prometheus
  static let axum = MetricPreset(
    name: "axum-prometheus", detection: ["*axum_http_requests_duration_seconds"],
    traffic: [
      TrafficRule(
        duration: ["*axum_http_requests_duration_seconds"],
        counts: [.init("*axum_http_requests_total")], inFlight: ["*axum_http_requests_pending"],
        endpoint: ["endpoint"], method: ["method"], status: ["status"])
    ])

  /// Metrics of `actix-web-prom`.
  ///
  /// https://github.com/nlopes/actix-web-prom (the application chooses the prefix)
  static let actix = MetricPreset(
    name: "actix-web-prom", detection: ["*http_requests_duration_seconds"],
    detectionLabels: ["endpoint"],
    traffic: [
      TrafficRule(
        duration: ["*http_requests_duration_seconds"], counts: [.init("*http_requests_total")],
        requires: ["endpoint"], endpoint: ["endpoint"], method: ["method"], status: ["status"])
    ])

  /// Metrics of `prometheus-net`.
  ///
  /// https://github.com/prometheus-net/prometheus-net (ASP.NET Core)
  static let prometheusNet = MetricPreset(
    name: "prometheus-net", detection: ["http_requests_received_total"],
    traffic: [
      TrafficRule(
        duration: ["http_request_duration_seconds"],
        counts: [.init("http_requests_received_total")], inFlight: ["http_requests_in_progress"],
        endpoint: ["endpoint", "controller#action", "page"], method: ["method"],
        status: ["code"])
    ])

  /// Metrics of `prometheus-net-httpclient`.
  ///
  /// https://github.com/prometheus-net/prometheus-net (HttpClient)
  static let prometheusNetClient = MetricPreset(
    name: "prometheus-net-httpclient", detection: ["httpclient_request_duration_seconds"],
    traffic: [
      TrafficRule(
        kind: .outbound, group: "http-client", duration: ["httpclient_request_duration_seconds"],
        counts: [.init("httpclient_requests_sent_total")],
        inFlight: ["httpclient_requests_in_progress"], endpoint: ["host"], method: ["method"],
        status: ["code"])
    ])

  /// Vapor 4's own metrics: an error counter with the labels of the histogram.
  static let vapor = MetricPreset(
    name: "vapor", detection: ["http_request_errors_total"],
    traffic: [
      TrafficRule(
        duration: ["http_request_duration_seconds"], counts: [.init("http_requests_total")],
        requires: ["path", "status"], companions: ["http_request_errors_total"],
        endpoint: ["path"], method: ["method"], status: ["status"])
    ])
}
