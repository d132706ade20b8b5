extension MetricPreset {
  /// HikariCP through Micrometer.
  ///
  /// https://github.com/brettwooldridge/HikariCP/tree/dev/src/main/java/com/zaxxer/hikari/metrics/micrometer
  static let hikariMicrometer = MetricPreset(
    name: "hikaricp-micrometer", detection: ["hikaricp_connections_active"],
    signals: [
      SignalRule("hikaricp_connections_active", .poolInUse, by: ["pool"], named: "hikaricp"),
      SignalRule("hikaricp_connections_idle", .poolIdle, by: ["pool"], named: "hikaricp"),
      SignalRule("hikaricp_connections_max", .poolLimit, by: ["pool"], named: "hikaricp"),
      SignalRule("hikaricp_connections_pending", .poolWaiting, by: ["pool"], named: "hikaricp"),
      SignalRule(
        "hikaricp_connections_timeout_total", .poolTimeouts, by: ["pool"], named: "hikaricp"),
      SignalRule(
        "hikaricp_connections_acquire_seconds_sum", .poolWaitSeconds, by: ["pool"],
        named: "hikaricp"),
      SignalRule(
        "hikaricp_connections_acquire_seconds_count", .poolAcquired, by: ["pool"],
        named: "hikaricp"),
    ])

  /// HikariCP's own Prometheus tracker; waiting is in nanoseconds.
  ///
  /// https://github.com/brettwooldridge/HikariCP/tree/dev/src/main/java/com/zaxxer/hikari/metrics/prometheus
  static let hikariTracker = MetricPreset(
    name: "hikaricp-prometheus", detection: ["hikaricp_active_connections"],
    signals: [
      SignalRule("hikaricp_active_connections", .poolInUse, by: ["pool"], named: "hikaricp"),
      SignalRule("hikaricp_idle_connections", .poolIdle, by: ["pool"], named: "hikaricp"),
      SignalRule("hikaricp_max_connections", .poolLimit, by: ["pool"], named: "hikaricp"),
      SignalRule("hikaricp_pending_threads", .poolWaiting, by: ["pool"], named: "hikaricp"),
      SignalRule(
        "hikaricp_connection_timeout_total", .poolTimeouts, by: ["pool"], named: "hikaricp"),
      SignalRule(
        "hikaricp_connection_acquired_nanos_sum", .poolWaitSeconds, by: ["pool"],
        named: "hikaricp", scale: 1e-9),
      SignalRule(
        "hikaricp_connection_acquired_nanos_count", .poolAcquired, by: ["pool"],
        named: "hikaricp"),
    ])

  /// Spring's `jdbc_connections_*`; HikariCP's own metrics say the same and more.
  static let springJDBC = MetricPreset(
    name: "spring-jdbc", detection: ["jdbc_connections_active"],
    signals: [
      SignalRule(
        "jdbc_connections_active", .poolInUse, by: ["name"], named: "jdbc",
        unless: hikariSamples),
      SignalRule(
        "jdbc_connections_idle", .poolIdle, by: ["name"], named: "jdbc", unless: hikariSamples),
      SignalRule(
        "jdbc_connections_max", .poolLimit, by: ["name"], named: "jdbc", undefined: -1,
        unless: hikariSamples),
    ])

  private static let hikariSamples: [NamePattern] = [
    "hikaricp_connections_active", "hikaricp_active_connections",
  ]

  /// Metrics of `go-sql`.
  ///
  /// https://pkg.go.dev/github.com/prometheus/client_golang/prometheus/collectors#NewDBStatsCollector
  ///
  /// A limit of 0 means none. There is no gauge of waiters, only counts of waits.
  static let goSQL = MetricPreset(
    name: "go-sql", detection: ["go_sql_in_use_connections"],
    signals: [
      SignalRule("go_sql_in_use_connections", .poolInUse, by: ["db_name"], named: "sql"),
      SignalRule("go_sql_idle_connections", .poolIdle, by: ["db_name"], named: "sql"),
      SignalRule(
        "go_sql_max_open_connections", .poolLimit, by: ["db_name"], named: "sql", undefined: 0),
      SignalRule("go_sql_wait_count_total", .poolAcquired, by: ["db_name"], named: "sql"),
      SignalRule(
        "go_sql_wait_duration_seconds_total", .poolWaitSeconds, by: ["db_name"], named: "sql"),
    ])

  /// Metrics of `go-sql-stats`.
  ///
  /// https://github.com/dlmiddlecote/sqlstats
  static let goSQLStats = MetricPreset(
    name: "go-sql-stats", detection: ["go_sql_stats_connections_in_use"],
    signals: [
      SignalRule("go_sql_stats_connections_in_use", .poolInUse, by: ["db_name"], named: "sql"),
      SignalRule("go_sql_stats_connections_idle", .poolIdle, by: ["db_name"], named: "sql"),
      SignalRule(
        "go_sql_stats_connections_max_open", .poolLimit, by: ["db_name"], named: "sql",
        undefined: 0),
      SignalRule(
        "go_sql_stats_connections_waited_for", .poolAcquired, by: ["db_name"], named: "sql"),
      SignalRule(
        "go_sql_stats_connections_blocked_seconds", .poolWaitSeconds, by: ["db_name"],
        named: "sql"),
    ])

  /// Metrics of `pgxpool`.
  ///
  /// https://github.com/IBM/pgxpoolprometheus (nanoseconds; counters without `_total`)
  static let pgxpool = MetricPreset(
    name: "pgxpool", detection: ["pgxpool_acquired_conns"],
    signals: [
      SignalRule("pgxpool_acquired_conns", .poolInUse, by: ["db_name"], named: "pgxpool"),
      SignalRule("pgxpool_idle_conns", .poolIdle, by: ["db_name"], named: "pgxpool"),
      SignalRule("pgxpool_max_conns", .poolLimit, by: ["db_name"], named: "pgxpool"),
      SignalRule(
        "pgxpool_canceled_acquire_count", .poolTimeouts, by: ["db_name"], named: "pgxpool"),
      SignalRule("pgxpool_acquire_count", .poolAcquired, by: ["db_name"], named: "pgxpool"),
      SignalRule(
        "pgxpool_acquire_duration_ns", .poolWaitSeconds, by: ["db_name"], named: "pgxpool",
        scale: 1e-9),
    ])

  /// The names people give to gauges of SQLAlchemy's `QueuePool`; no exporter is standard.
  ///
  /// `overflow()` starts at minus the pool size and is a number of connections only
  /// once it is above 0. The limit is the size and `max_overflow`, which is -1 for none; where that is
  /// not told it is at least what was open.
  static let sqlalchemy = MetricPreset(
    name: "sqlalchemy-pool",
    detection: ["*sqlalchemy_pool_checkedout", "*sqlalchemy_pool_checked_out"],
    signals: [
      SignalRule("*sqlalchemy_pool_checkedout", .poolInUse, by: poolLabels, named: "sqlalchemy"),
      SignalRule("*sqlalchemy_pool_checked_out", .poolInUse, by: poolLabels, named: "sqlalchemy"),
      SignalRule("*sqlalchemy_pool_checkedin", .poolIdle, by: poolLabels, named: "sqlalchemy"),
      SignalRule("*sqlalchemy_pool_checked_in", .poolIdle, by: poolLabels, named: "sqlalchemy"),
      SignalRule("*sqlalchemy_pool_size", .poolLimit, by: poolLabels, named: "sqlalchemy"),
      SignalRule(
        "*sqlalchemy_pool_max_overflow", .poolLimit, by: poolLabels, named: "sqlalchemy",
        unlimited: -1),
      SignalRule(
        "*sqlalchemy_pool_overflow", .poolLimit, by: poolLabels, named: "sqlalchemy",
        unless: ["*sqlalchemy_pool_max_overflow"], least: 0, isFloor: true),
      SignalRule("*sqlalchemy_pool_waiting", .poolWaiting, by: poolLabels, named: "sqlalchemy"),
      SignalRule(
        "*sqlalchemy_pool_timeouts_total", .poolTimeouts, by: poolLabels, named: "sqlalchemy"),
    ])

  private static let poolLabels = ["pool", "pool_name", "engine", "name", "database", "db"]

  /// Metrics of `pgbouncer`.
  ///
  /// https://github.com/prometheus-community/pgbouncer_exporter
  ///
  /// Each pair of database and user has a pool of its own, for each of which the pool size of the
  /// database holds; what `SHOW POOLS` calls database is the name in `SHOW DATABASES`.
  static let pgbouncer = MetricPreset(
    name: "pgbouncer", detection: ["pgbouncer_pools_server_active_connections", "pgbouncer_up"],
    vantage: "pgbouncer", isExporter: true, reachable: "pgbouncer_up",
    traffic: [
      TrafficRule(
        kind: .outbound, group: "db",
        counts: [.init("pgbouncer_stats_totals_queries_pooled_total")],
        time: "pgbouncer_stats_totals_queries_duration_seconds_total", endpoint: ["database"])
    ],
    signals: [
      SignalRule("pgbouncer_pools_server_active_connections", .poolInUse, by: ["database/user"]),
      SignalRule("pgbouncer_pools_server_idle_connections", .poolIdle, by: ["database/user"]),
      SignalRule(
        "pgbouncer_databases_pool_size", .poolLimit, by: ["name", "database"], fold: .maximum),
      SignalRule(
        "pgbouncer_pools_client_waiting_connections", .poolWaiting, by: ["database/user"]),
    ],
    unread: [
      (
        "pgbouncer_pools_client_maxwait_seconds",
        "how long the oldest caller has waited so far; those that wait are counted"
      )
    ])
}
