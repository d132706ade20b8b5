extension MetricPreset {
  /// Statements by operation through OpenTelemetry.
  ///
  /// https://opentelemetry.io/docs/specs/semconv/database/database-metrics/
  static let openTelemetryQueries = queries(
    "opentelemetry-db", "db_client_operation_duration_seconds",
    endpoint: [
      "db_system_name:db_collection_name", "db_system:db_collection_name", "db_collection_name",
      "db_stored_procedure_name", "db_query_summary", "db_namespace", "db_system_name", "db_system",
    ], method: ["db_operation_name"], status: ["error_type"])

  /// Statements of django-prometheus's database wrappers.
  ///
  /// https://github.com/korfuri/django-prometheus
  static let djangoQueries = queries(
    "django-db", "django_db_query_duration_seconds", endpoint: ["alias"])

  /// Statements of ActiveRecord through yabeda-activerecord.
  ///
  /// https://github.com/yabeda-rb/yabeda-activerecord
  static let activeRecordQueries = queries(
    "activerecord", "activerecord_query_duration_seconds", endpoint: ["config", "kind"])

  /// Repositories of Spring Data.
  ///
  /// https://docs.spring.io/spring-boot/reference/actuator/metrics.html
  static let springData = queries(
    "spring-data", "spring_data_repository_invocations_seconds",
    endpoint: ["repository#method", "repository"], status: ["state"])

  /// Commands of the MongoDB driver through Micrometer.
  static let mongoCommands = queries(
    "mongodb-commands", "mongodb_driver_commands_seconds", endpoint: ["server_address"],
    method: ["command"], status: ["status"])

  /// Commands of pg-promise.
  ///
  /// https://github.com/christiangalsterer/pg-promise-prometheus-exporter
  static let pgPromise = queries(
    "pg-promise", "pg_command_duration_seconds", endpoint: ["database"], method: ["command"])

  /// Queries of Prisma's engine, in milliseconds.
  static let prismaQueries = queries(
    "prisma-queries", "prisma_client_queries_duration_histogram_ms", endpoint: [],
    secondsPerUnit: 1e-3)

  /// Queries of Ecto through PromEx, in milliseconds.
  ///
  /// https://hexdocs.pm/prom_ex
  static let ectoQueries = queries(
    "prom_ex-ecto", "*_prom_ex_ecto_repo_query_execution_time_milliseconds",
    endpoint: ["repo/source", "repo"], method: ["command"], secondsPerUnit: 1e-3)

  /// A preset of calls to a database, which are calls that the service makes.
  private static func queries(
    _ name: String, _ duration: NamePattern, endpoint: [String], method: [String] = [],
    status: [String] = [], secondsPerUnit: Double? = nil
  ) -> MetricPreset {
    MetricPreset(
      name: name, detection: [duration],
      traffic: [
        TrafficRule(
          kind: .outbound, group: "db", duration: [duration], endpoint: endpoint, method: method,
          status: status, secondsPerUnit: secondsPerUnit)
      ])
  }
}
