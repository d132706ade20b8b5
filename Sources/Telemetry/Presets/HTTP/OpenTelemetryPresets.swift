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
  ///
  /// https://opentelemetry.io/docs/specs/semconv/db/database-metrics/ ; the first version with the
  /// current names had the old labels.
  static let openTelemetryPools = MetricPreset(
    name: "opentelemetry-db-pools",
    detection: [
      "db_client_connection_count", "db_client_connections_usage",
      "db_client_connections_usage_connections",
    ],
    signals: poolRules("db_client_connection_count", state: "db_client_connection_state")
      + poolRules("db_client_connection_count", state: "state")
      + poolRules("db_client_connections_usage", state: "state")
      // Python's instrumentation of SQLAlchemy has a unit that becomes a part of the name.
      + poolRules("db_client_connections_usage_connections", state: "state")
      + otherPoolRules("db_client_connection") + otherPoolRules("db_client_connections"))

  private static let poolNames = ["db_client_connection_pool_name", "pool_name"]

  private static func poolRules(_ sample: NamePattern, state: String) -> [SignalRule] {
    [(Signal.poolInUse, "used"), (.poolIdle, "idle")].map { signal, value in
      SignalRule(
        sample, signal, by: poolNames, named: "db", where: LabelCondition(state, value))
    }
  }

  private static func otherPoolRules(_ start: String) -> [SignalRule] {
    let endings: [(String, Signal, Double)] = [
      ("max", .poolLimit, 1), ("pending_requests", .poolWaiting, 1),
      ("timeouts_total", .poolTimeouts, 1), ("wait_time_seconds_sum", .poolWaitSeconds, 1),
      ("wait_time_seconds_count", .poolAcquired, 1),
      ("wait_time_milliseconds_sum", .poolWaitSeconds, 1e-3),
      ("wait_time_milliseconds_count", .poolAcquired, 1),
    ]
    return endings.map { ending, signal, scale in
      SignalRule(
        NamePattern(stringLiteral: "\(start)_\(ending)"), signal, by: poolNames, named: "db",
        scale: scale)
    }
  }

  /// Messages that a service handles, which are tasks, and those that it sends.
  ///
  /// https://opentelemetry.io/docs/specs/semconv/messaging/messaging-metrics/ ; asking for messages
  /// mostly waits for one, so it is left out.
  static let openTelemetryMessaging = MetricPreset(
    name: "opentelemetry-messaging",
    detection: [
      "messaging_process_duration_seconds", "messaging_client_operation_duration_seconds",
    ],
    traffic: [
      TrafficRule(
        kind: .task, group: "messaging", duration: ["messaging_process_duration_seconds"],
        endpoint: [
          "messaging_destination_template", "messaging_destination_name", "messaging_system",
        ],
        status: ["error_type"]),
      TrafficRule(
        kind: .outbound, group: "messaging-client",
        duration: ["messaging_client_operation_duration_seconds"],
        endpoint: [
          "messaging_system:messaging_destination_template",
          "messaging_system:messaging_destination_name", "messaging_system",
        ], method: ["messaging_operation_name"], status: ["error_type"],
        condition: LabelCondition(
          "messaging_operation_type", "send", "publish", "create", "settle", "")),
    ])

  /// Calls to language models.
  ///
  /// https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-metrics/
  static let openTelemetryGenAI = MetricPreset(
    name: "opentelemetry-gen-ai", detection: ["gen_ai_client_operation_duration_seconds"],
    traffic: [
      TrafficRule(
        kind: .outbound, group: "gen-ai", duration: ["gen_ai_client_operation_duration_seconds"],
        endpoint: [
          "gen_ai_provider_name:gen_ai_request_model", "gen_ai_system:gen_ai_request_model",
          "gen_ai_request_model", "gen_ai_provider_name", "gen_ai_system",
        ], method: ["gen_ai_operation_name"], status: ["error_type"])
    ])
}
