extension MetricPreset {
  /// Calls made through `go-grpc-middleware`.
  ///
  /// https://github.com/grpc-ecosystem/go-grpc-middleware (latency is opt-in)
  static let grpcClient = MetricPreset(
    name: "grpc-client", detection: ["grpc_client_handled_total"],
    traffic: [
      TrafficRule(
        kind: .outbound, group: "rpc-client", duration: ["grpc_client_handling_seconds"],
        counts: [.init("grpc_client_handled_total")], endpoint: ["grpc_service/grpc_method"],
        status: ["grpc_code"])
    ])

  /// RPC metrics of OpenTelemetry, current and old names; the old ones are in milliseconds.
  ///
  /// https://opentelemetry.io/docs/specs/semconv/rpc/rpc-metrics/
  static let openTelemetryRPC = MetricPreset(
    name: "opentelemetry-rpc",
    detection: [
      "rpc_server_call_duration_seconds", "rpc_server_duration_milliseconds",
      "rpc_server_duration_seconds", "rpc_client_call_duration_seconds",
      "rpc_client_duration_milliseconds", "rpc_client_duration_seconds",
    ],
    traffic: [
      rule(.endpoint, "rpc", ["rpc_server_call_duration_seconds", "rpc_server_duration_seconds"]),
      rule(.endpoint, "rpc", ["rpc_server_duration_milliseconds"], secondsPerUnit: 1e-3),
      rule(
        .outbound, "rpc-client",
        ["rpc_client_call_duration_seconds", "rpc_client_duration_seconds"]),
      rule(.outbound, "rpc-client", ["rpc_client_duration_milliseconds"], secondsPerUnit: 1e-3),
    ])

  private static func rule(
    _ kind: TrafficKind, _ group: String, _ duration: [NamePattern],
    secondsPerUnit: Double? = nil
  ) -> TrafficRule {
    TrafficRule(
      kind: kind, group: group, duration: duration,
      endpoint: ["rpc_service/rpc_method", "rpc_method"],
      status: ["rpc_response_status_code", "rpc_grpc_status_code", "error_type"],
      secondsPerUnit: secondsPerUnit)
  }
}
