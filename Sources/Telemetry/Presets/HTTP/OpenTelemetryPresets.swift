extension MetricPreset {
  /// HTTP server metrics of OpenTelemetry, stable and old semantic conventions.
  ///
  /// https://opentelemetry.io/docs/specs/semconv/http/http-metrics/ ; the old names are in
  /// milliseconds. swift-prometheus (Vapor 5, Hummingbird 2) leaves the unit out of the name.
  static let openTelemetryServer = MetricPreset(
    name: "opentelemetry-http-server",
    detection: [
      "*http_server_request_duration_seconds", "*http_server_request_duration",
      "*http_server_duration_milliseconds", "*http_server_duration",
    ],
    traffic: [
      TrafficRule(
        duration: ["*http_server_request_duration_seconds", "*http_server_request_duration"],
        inFlight: ["*http_server_active_requests"], requires: ["http_request_method"],
        endpoint: ["http_route"], method: ["http_request_method"],
        status: ["http_response_status_code"]),
      TrafficRule(
        duration: ["*http_server_duration_milliseconds", "*http_server_duration"],
        inFlight: ["*http_server_active_requests"], requires: ["http_method"],
        endpoint: ["http_route", "http_target"], method: ["http_method"],
        status: ["http_status_code"], secondsPerUnit: 1e-3),
    ])

  /// HTTP client metrics of OpenTelemetry: calls the service makes.
  static let openTelemetryClient = MetricPreset(
    name: "opentelemetry-http-client",
    detection: [
      "*http_client_request_duration_seconds", "*http_client_request_duration",
      "*http_client_duration_milliseconds", "*http_client_duration",
    ],
    traffic: [
      TrafficRule(
        kind: .outbound, group: "http-client",
        duration: ["*http_client_request_duration_seconds", "*http_client_request_duration"],
        requires: ["http_request_method"],
        endpoint: ["server_address/url_template", "server_address:server_port", "server_address"],
        method: ["http_request_method"], status: ["http_response_status_code", "error_type"]),
      TrafficRule(
        kind: .outbound, group: "http-client",
        duration: ["*http_client_duration_milliseconds", "*http_client_duration"],
        endpoint: ["http_host", "net_peer_name", "server_address"],
        method: ["http_method", "http_request_method"],
        status: ["http_status_code", "http_response_status_code"], secondsPerUnit: 1e-3),
    ])

  /// Connection pools of OpenTelemetry database clients, current and old names.
  static let openTelemetryPools = MetricPreset(
    name: "opentelemetry-db-pools",
    detection: ["db_client_connection_count", "db_client_connections_usage"],
    signals: poolRules(
      "db_client_connection_count", state: "db_client_connection_state",
      pool: ["db_client_connection_pool_name"])
      + poolRules("db_client_connections_usage", state: "state", pool: ["pool_name"]) + [
        SignalRule(
          "db_client_connection_max", .poolLimit, by: ["db_client_connection_pool_name"],
          named: "db"),
        SignalRule(
          "db_client_connection_pending_requests", .poolWaiting,
          by: ["db_client_connection_pool_name"], named: "db"),
        SignalRule(
          "db_client_connection_timeouts_total", .poolTimeouts,
          by: ["db_client_connection_pool_name"], named: "db"),
        SignalRule(
          "db_client_connection_wait_time_seconds_sum", .poolWaitSeconds,
          by: ["db_client_connection_pool_name"], named: "db"),
        SignalRule(
          "db_client_connection_wait_time_seconds_count", .poolAcquired,
          by: ["db_client_connection_pool_name"], named: "db"),
        SignalRule("db_client_connections_max", .poolLimit, by: ["pool_name"], named: "db"),
        SignalRule(
          "db_client_connections_pending_requests", .poolWaiting, by: ["pool_name"], named: "db"),
        SignalRule(
          "db_client_connections_timeouts_total", .poolTimeouts, by: ["pool_name"], named: "db"),
        SignalRule(
          "db_client_connections_wait_time_milliseconds_sum", .poolWaitSeconds,
          by: ["pool_name"], named: "db", scale: 1e-3),
        SignalRule(
          "db_client_connections_wait_time_milliseconds_count", .poolAcquired,
          by: ["pool_name"], named: "db"),
      ])

  private static func poolRules(
    _ sample: NamePattern, state: String, pool: [String]
  ) -> [SignalRule] {
    [
      SignalRule(
        sample, .poolInUse, by: pool, named: "db", where: LabelCondition(state, "used")),
      SignalRule(sample, .poolIdle, by: pool, named: "db", where: LabelCondition(state, "idle")),
    ]
  }
}
