extension MetricPreset {
  /// Statements of PostgreSQL through `postgres_exporter`, whose collector is off by default.
  ///
  /// https://github.com/prometheus-community/postgres_exporter (`--collector.stat_statements`)
  static let pgStatStatements = MetricPreset(
    name: "pg_stat_statements", detection: ["pg_stat_statements_calls_total"],
    vantage: "postgresql", isExporter: true,
    statements: [
      StatementRule(
        families: [
          .calls: "pg_stat_statements_calls_total", .seconds: "pg_stat_statements_seconds_total",
          .rowsSent: "pg_stat_statements_rows_total", .text: "pg_stat_statements_query_id",
        ], idLabel: "queryid", textLabel: "query", dialect: .postgresql)
    ])

  /// Statements of MySQL through `mysqld_exporter`.
  ///
  /// https://github.com/prometheus/mysqld_exporter (`--collect.perf_schema.eventsstatements`)
  static let mysqlStatements = MetricPreset(
    name: "mysql-events-statements", detection: ["mysql_perf_schema_events_statements_total"],
    vantage: "mysql", isExporter: true,
    statements: [
      StatementRule(
        families: [
          .calls: "mysql_perf_schema_events_statements_total",
          .seconds: "mysql_perf_schema_events_statements_seconds_total",
          .rowsSent: "mysql_perf_schema_events_statements_rows_sent_total",
          .rowsExamined: "mysql_perf_schema_events_statements_rows_examined_total",
        ], idLabel: "digest", textLabel: "digest_text", dialect: .mysql,
        unread: [
          (
            "mysql_perf_schema_events_statements_latency",
            "quantiles since the statistics began, not of a window"
          ),
          (
            "mysql_perf_schema_events_statements_errors_total",
            "statements have no share of failures"
          ),
          (
            "mysql_perf_schema_events_statements_warnings_total",
            "a statement that warns has done its work"
          ),
        ])
    ])
}
