extension MetricPreset {
  /// Metrics of `fastify-metrics`.
  ///
  /// https://github.com/SkeLLLa/fastify-metrics
  static let fastifyMetrics = MetricPreset(
    name: "fastify-metrics", detection: ["*http_request_duration_seconds"],
    detectionLabels: ["route", "status_code"],
    traffic: [
      TrafficRule(
        duration: ["*http_request_duration_seconds"], requires: ["route", "status_code"],
        endpoint: ["route"], method: ["method"], status: ["status_code"])
    ])

  /// Metrics of `hono-prometheus`.
  ///
  /// https://github.com/honojs/middleware/tree/main/packages/prometheus
  static let hono = MetricPreset(
    name: "hono-prometheus", detection: ["*http_request_duration_seconds"],
    detectionLabels: ["ok", "route"],
    traffic: [
      TrafficRule(
        duration: ["*http_request_duration_seconds"], counts: [.init("*http_requests_total")],
        requires: ["ok", "route"], endpoint: ["route"], method: ["method"], status: ["status"])
    ])

  /// Metrics of `express-prom-bundle`.
  ///
  /// https://github.com/jochen-schweizer/express-prom-bundle
  static let expressPromBundle = MetricPreset(
    name: "express-prom-bundle", detection: ["*http_request_duration_seconds"],
    detectionLabels: ["status_code"],
    traffic: [
      TrafficRule(
        duration: ["*http_request_duration_seconds"], requires: ["status_code"],
        companions: ["up"], endpoint: ["path"], method: ["method"], status: ["status_code"])
    ])

  /// Metrics of `swagger-stats`.
  ///
  /// https://github.com/slanatech/swagger-stats (milliseconds)
  static let swaggerStats = MetricPreset(
    name: "swagger-stats", detection: ["*api_request_duration_milliseconds"],
    traffic: [
      TrafficRule(
        duration: ["*api_request_duration_milliseconds"], counts: [.init("*api_request_total")],
        inFlight: ["*api_all_request_in_processing_total"], endpoint: ["path"],
        method: ["method"], status: ["code"], secondsPerUnit: 1e-3)
    ])
}
