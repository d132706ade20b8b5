extension MetricPreset {
  /// Metrics of `prometheus-fastapi-instrumentator`.
  ///
  /// https://github.com/trallnag/prometheus-fastapi-instrumentator
  ///
  /// The histogram per handler has three finite bounds and no status; the fine one
  /// (`_highr_`) has no labels and describes the same requests, so it only counts alone: percentiles
  /// of the service as a whole are those of its endpoints added up, and never of another family.
  static let fastAPIInstrumentator = MetricPreset(
    name: "prometheus-fastapi-instrumentator",
    detection: ["*http_request_duration_highr_seconds"],
    traffic: [
      TrafficRule(
        duration: ["*http_request_duration_seconds"], counts: [.init("*http_requests_total")],
        inFlight: ["*http_requests_inprogress"], requires: ["handler"],
        endpoint: ["handler"], method: ["method"], status: ["status"],
        fineAdvice: "give latency_lowr_buckets more bounds, such as 0.01, 0.025, 0.05, 0.1, 0.25"),
      TrafficRule(
        duration: ["*http_request_duration_highr_seconds"],
        counts: [.init("*http_requests_total")], inFlight: ["*http_requests_inprogress"],
        endpoint: ["handler"], method: ["method"], status: ["status"],
        repeatManner: "in finer buckets, but for all handlers together"),
    ])

  /// Metrics of `starlette_exporter`.
  ///
  /// https://github.com/stephenhillier/starlette_exporter
  static let starletteExporter = MetricPreset(
    name: "starlette_exporter", detection: ["starlette_request_duration_seconds"],
    traffic: [
      TrafficRule(
        duration: ["starlette_request_duration_seconds"],
        counts: [.init("starlette_requests_total")], inFlight: ["starlette_requests_in_progress"],
        endpoint: ["path"], method: ["method"], status: ["status_code"])
    ])

  /// Metrics of `starlette-prometheus`.
  ///
  /// https://github.com/perdy/starlette-prometheus ; durations have no status, responses do.
  static let starlettePrometheus = MetricPreset(
    name: "starlette-prometheus", detection: ["starlette_requests_processing_time_seconds"],
    traffic: [
      TrafficRule(
        duration: ["starlette_requests_processing_time_seconds"],
        counts: [.init("starlette_responses_total")], inFlight: ["starlette_requests_in_progress"],
        endpoint: ["path_template"], method: ["method"], status: ["status_code"])
    ])

  /// Metrics of `litestar`.
  ///
  /// https://docs.litestar.dev/latest/usage/metrics/prometheus.html
  static let litestar = MetricPreset(
    name: "litestar", detection: ["*litestar_request_duration_seconds"],
    traffic: [
      TrafficRule(
        duration: ["*litestar_request_duration_seconds"],
        counts: [.init("*litestar_requests_total")], inFlight: ["*litestar_requests_in_progress"],
        endpoint: ["path"], method: ["method"], status: ["status_code"])
    ])

  /// Metrics of BentoML, of services and, before 1.2, of the server in front of its runners.
  ///
  /// https://docs.bentoml.com/en/latest/build-with-bentoml/observability/metrics.html
  static let bentoML = MetricPreset(
    name: "bentoml",
    detection: [
      "bentoml_service_request_duration_seconds", "bentoml_api_server_request_duration_seconds",
    ],
    traffic: [
      TrafficRule(
        duration: [
          "bentoml_service_request_duration_seconds", "bentoml_api_server_request_duration_seconds",
        ],
        inFlight: [
          "bentoml_service_request_in_progress", "bentoml_api_server_request_in_progress",
        ],
        endpoint: ["endpoint"], status: ["http_response_code"])
    ])

  /// Metrics of `aioprometheus`.
  ///
  /// https://github.com/claws/aioprometheus (counts only; no latency by default)
  static let aioprometheus = MetricPreset(
    name: "aioprometheus", detection: ["status_codes_counter"],
    traffic: [
      TrafficRule(
        counts: [.init("status_codes_counter")], endpoint: ["path"], method: ["method"],
        status: ["status_code"])
    ])
}
