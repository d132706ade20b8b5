extension MetricPreset {
  /// Metrics of `yabeda-rails`.
  ///
  /// https://github.com/yabeda-rb/yabeda-rails
  static let yabedaRails = MetricPreset(
    name: "yabeda-rails", detection: ["rails_request_duration_seconds"],
    traffic: [
      TrafficRule(
        duration: ["rails_request_duration_seconds"], counts: [.init("rails_requests_total")],
        endpoint: ["controller#action"], method: ["method"], status: ["status"])
    ])

  /// Metrics of `client_ruby`.
  ///
  /// https://github.com/prometheus/client_ruby (Rack middleware)
  static let clientRuby = MetricPreset(
    name: "client_ruby", detection: ["http_server_requests_total"],
    traffic: [
      TrafficRule(
        duration: ["http_server_request_duration_seconds"],
        counts: [.init("http_server_requests_total")], requires: ["path"],
        forbids: ["http_request_method"], endpoint: ["path"], method: ["method"],
        status: ["code"])
    ])

  /// Metrics of `prometheus_exporter`.
  ///
  /// https://github.com/discourse/prometheus_exporter (summaries; no 0.95 among its quantiles)
  static let discourseExporter = MetricPreset(
    name: "prometheus_exporter", detection: ["*http_request_duration_seconds"],
    detectionLabels: ["controller", "action"],
    traffic: [
      TrafficRule(
        duration: ["*http_request_duration_seconds"], counts: [.init("*http_requests_total")],
        requires: ["controller", "action"], endpoint: ["controller#action"],
        status: ["status"])
    ])

  /// Metrics of `symfony`.
  ///
  /// https://github.com/artprima/prometheus-metrics-bundle ; action `all` repeats all others.
  static let symfony = MetricPreset(
    name: "symfony", detection: ["*_request_durations_histogram_seconds"],
    traffic: [
      TrafficRule(
        duration: ["*_request_durations_histogram_seconds"],
        counts: [
          .init("*_http_2xx_responses_total", statusClass: 2),
          .init("*_http_3xx_responses_total", statusClass: 3),
          .init("*_http_4xx_responses_total", statusClass: 4),
          .init("*_http_5xx_responses_total", statusClass: 5),
        ], endpoint: ["action"], excluded: ["all"])
    ])

  /// Metrics of `prom_ex`.
  ///
  /// https://hexdocs.pm/prom_ex (milliseconds)
  static let promEx = MetricPreset(
    name: "prom_ex", detection: ["*_prom_ex_phoenix_http_request_duration_milliseconds"],
    traffic: [
      TrafficRule(
        duration: ["*_prom_ex_phoenix_http_request_duration_milliseconds"],
        counts: [.init("*_prom_ex_phoenix_http_requests_total")],
        endpoint: ["path", "controller#action"], method: ["method"], status: ["status"],
        secondsPerUnit: 1e-3)
    ])
}
