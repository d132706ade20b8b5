extension MetricPreset {
  /// Metrics of `prometheus_flask_exporter`.
  ///
  /// https://github.com/rycus86/prometheus_flask_exporter
  ///
  /// Its counter has no endpoint label, so the statuses come from the histogram.
  static let flaskExporter = MetricPreset(
    name: "prometheus_flask_exporter",
    detection: ["*flask_http_request_duration_seconds", "*flask_exporter_info"],
    traffic: [
      TrafficRule(
        duration: ["*flask_http_request_duration_seconds", "*http_request_duration_seconds"],
        counts: [.init("*flask_http_request_total")], requires: ["status"],
        endpoint: ["path", "url_rule", "endpoint"], method: ["method"], status: ["status"],
        excluded: ["prometheus_metrics"])
    ])

  /// Metrics of `django-prometheus`.
  ///
  /// https://github.com/korfuri/django-prometheus
  ///
  /// client_python appends `_total` to names that hold it already.
  static let djangoPrometheus = MetricPreset(
    name: "django-prometheus",
    detection: [
      "django_http_requests_latency_seconds_by_view_method",
      "django_http_requests_before_middlewares_total",
    ],
    traffic: [
      TrafficRule(
        duration: ["django_http_requests_latency_seconds_by_view_method"],
        counts: [.init("django_http_responses_total_by_status_view_method_total")],
        endpoint: ["view"], method: ["method"], status: ["status"],
        excluded: ["prometheus-django-metrics"]),
      TrafficRule(
        duration: ["django_http_requests_latency_including_middlewares_seconds"],
        counts: [.init("django_http_responses_total_by_status_total")], status: ["status"]),
    ],
    signals: [
      SignalRule(
        "django_cache_get_hits_total", .cacheHits, by: ["backend"], named: "django"),
      SignalRule(
        "django_cache_get_misses_total", .cacheMisses, by: ["backend"], named: "django"),
    ])
}
