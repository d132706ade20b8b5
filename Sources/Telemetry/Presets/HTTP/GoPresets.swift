extension MetricPreset {
  /// Metrics of `go-http-metrics`.
  ///
  /// https://github.com/slok/go-http-metrics
  static let slokGoHTTPMetrics = MetricPreset(
    name: "go-http-metrics", detection: ["*http_request_duration_seconds"],
    detectionLabels: ["service", "handler", "code"],
    traffic: [
      TrafficRule(
        duration: ["*http_request_duration_seconds"], inFlight: ["*http_requests_inflight"],
        requires: ["service", "handler", "code"], endpoint: ["handler"], method: ["method"],
        status: ["code"])
    ])

  /// Metrics of `go-gin-prometheus`.
  ///
  /// https://github.com/zsais/go-gin-prometheus
  static let gin = MetricPreset(
    name: "go-gin-prometheus", detection: ["gin_request_duration_seconds"],
    traffic: [
      TrafficRule(
        duration: ["gin_request_duration_seconds"], counts: [.init("gin_requests_total")],
        endpoint: ["url", "handler"], method: ["method"], status: ["code"])
    ])

  /// Metrics of `echoprometheus`.
  ///
  /// https://github.com/labstack/echo-contrib (echoprometheus)
  static let echo = MetricPreset(
    name: "echoprometheus", detection: ["echo_request_duration_seconds"],
    traffic: [
      TrafficRule(
        duration: ["echo_request_duration_seconds"], counts: [.init("echo_requests_total")],
        endpoint: ["url"], method: ["method"], status: ["code"])
    ])

  /// Metrics of `fiberprometheus`.
  ///
  /// https://github.com/ansrivas/fiberprometheus
  static let fiber = MetricPreset(
    name: "fiberprometheus", detection: ["*http_requests_in_progress_total"],
    traffic: [
      TrafficRule(
        duration: ["*http_request_duration_seconds"], counts: [.init("*http_requests_total")],
        inFlight: ["*http_requests_in_progress_total"], requires: ["path", "status_code"],
        companions: ["*http_requests_in_progress_total"], endpoint: ["path"],
        method: ["method"], status: ["status_code"])
    ])

  /// Handlers wrapped by hand with `promhttp.InstrumentHandler...`, label `code`.
  ///
  /// https://pkg.go.dev/github.com/prometheus/client_golang/prometheus/promhttp
  static let promhttp = MetricPreset(
    name: "go-promhttp",
    detection: [
      "*http_request_duration_seconds", "*http_requests_total", "*http_request_duration",
    ],
    detectionLabels: ["code"],
    traffic: [
      TrafficRule(
        duration: ["*http_request_duration_seconds", "*http_request_duration"],
        counts: [.init("*http_requests_total")],
        inFlight: ["*http_requests_in_flight", "*in_flight_requests"], requires: ["code"],
        forbids: ["service"], endpoint: ["handler", "path", "route"], method: ["method"],
        status: ["code"]),
      TrafficRule(
        duration: ["*http_request_duration_seconds"], counts: [.init("*http_requests_total")],
        inFlight: ["*http_requests_in_flight", "*in_flight_requests"], forbids: ["status"],
        companions: ["*http_requests_total"], endpoint: ["handler", "path", "route"],
        method: ["method"], status: ["code"]),
    ])

  /// Metrics of `grpc-server`.
  ///
  /// https://github.com/grpc-ecosystem/go-grpc-middleware (latency is opt-in) ; calls that were
  /// started and not handled yet are in flight.
  static let grpcServer = MetricPreset(
    name: "grpc-server", detection: ["grpc_server_handled_total"],
    traffic: [
      TrafficRule(
        group: "rpc", duration: ["grpc_server_handling_seconds"],
        counts: [.init("grpc_server_handled_total")], endpoint: ["grpc_service/grpc_method"],
        status: ["grpc_code"])
    ],
    signals: [
      SignalRule("grpc_server_started_total", .inFlight, by: ["grpc_service/grpc_method"]),
      SignalRule(
        "grpc_server_handled_total", .inFlight, by: ["grpc_service/grpc_method"], scale: -1),
    ])
}
