extension MetricPreset {
  /// Metrics of `postgres_exporter`.
  ///
  /// https://github.com/prometheus-community/postgres_exporter
  ///
  /// The buffer cache is a cache per database; what belongs to none has a row with the id 0.
  /// Connections against `max_connections` are a pool of the server as a whole: one that is idle
  /// takes up its place like any other.
  static let postgres = MetricPreset(
    name: "postgres_exporter", detection: ["pg_stat_database_blks_hit", "pg_up"],
    vantage: "postgresql", isExporter: true, reachable: "pg_up",
    signals: [
      SignalRule(
        "pg_stat_database_blks_hit", .cacheHits, by: ["datname"], named: "postgresql",
        where: .not("datid", "0")),
      SignalRule(
        "pg_stat_database_blks_read", .cacheMisses, by: ["datname"], named: "postgresql",
        where: .not("datid", "0")),
      SignalRule("pg_stat_activity_count", .poolInUse, named: "postgresql"),
      SignalRule(
        "pg_stat_database_numbackends", .poolInUse, named: "postgresql",
        unless: ["pg_stat_activity_count"]),
      SignalRule("pg_settings_max_connections", .poolLimit, named: "postgresql"),
    ])

  /// Metrics of `mysqld_exporter`.
  ///
  /// https://github.com/prometheus/mysqld_exporter (counters typed as untyped)
  ///
  /// Whoever finds all `max_connections` taken is refused at once: a caller that got no connection.
  static let mysql = MetricPreset(
    name: "mysqld_exporter",
    detection: ["mysql_global_status_threads_connected", "mysql_up"], vantage: "mysql",
    isExporter: true, reachable: "mysql_up",
    signals: [
      SignalRule("mysql_global_status_threads_connected", .poolInUse, named: "mysql"),
      SignalRule("mysql_global_variables_max_connections", .poolLimit, named: "mysql"),
      SignalRule(
        "mysql_global_status_connection_errors_total", .poolTimeouts, named: "mysql",
        where: LabelCondition("error", "max_connections")),
    ],
    unread: [
      (
        "mysql_global_status_aborted_connects",
        "wrong passwords are among them; those that found no connection free are counted"
      ),
      (
        "mysql_global_status_aborted_clients",
        "clients that ended without closing their connection"
      ),
    ])

  /// Metrics of `node_exporter`.
  ///
  /// https://github.com/prometheus/node_exporter : its `process_*` are its own.
  static let nodeExporter = MetricPreset(
    name: "node_exporter", detection: ["node_cpu_seconds_total", "node_exporter_build_info"],
    vantage: "host", isExporter: true)
}
