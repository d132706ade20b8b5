extension MetricPreset {
  /// R2DBC pools through Micrometer.
  ///
  /// https://docs.spring.io/spring-boot/reference/actuator/metrics.html
  static let r2dbc = MetricPreset(
    name: "r2dbc-pool", detection: ["r2dbc_pool_acquired_connections"],
    signals: [
      SignalRule("r2dbc_pool_acquired_connections", .poolInUse, by: ["name"], named: "r2dbc"),
      SignalRule("r2dbc_pool_idle_connections", .poolIdle, by: ["name"], named: "r2dbc"),
      SignalRule("r2dbc_pool_pending_connections", .poolWaiting, by: ["name"], named: "r2dbc"),
      SignalRule(
        "r2dbc_pool_max_allocated_connections", .poolLimit, by: ["name"], named: "r2dbc",
        undefined: 2_147_483_647),
    ])

  /// Agroal, the pool of Quarkus; it has no gauge of its limit.
  ///
  /// https://quarkus.io/guides/datasource#narayana-transaction-manager-integration
  static let agroal = MetricPreset(
    name: "agroal", detection: ["*agroal_active_count"],
    signals: [
      SignalRule("*agroal_active_count", .poolInUse, by: ["datasource"], named: "agroal"),
      SignalRule("*agroal_available_count", .poolIdle, by: ["datasource"], named: "agroal"),
      SignalRule("*agroal_awaiting_count", .poolWaiting, by: ["datasource"], named: "agroal"),
      SignalRule("*agroal_acquire_count_total", .poolAcquired, by: ["datasource"], named: "agroal"),
    ])

  /// c3p0, as Metabase and others expose it.
  ///
  /// https://www.mchange.com/projects/c3p0/
  static let c3p0 = MetricPreset(
    name: "c3p0", detection: ["*c3p0_num_busy_connections"],
    signals: [
      SignalRule("*c3p0_num_busy_connections", .poolInUse, by: ["database"], named: "c3p0"),
      SignalRule("*c3p0_num_idle_connections", .poolIdle, by: ["database"], named: "c3p0"),
      SignalRule("*c3p0_max_pool_size", .poolLimit, by: ["database"], named: "c3p0"),
      SignalRule(
        "*c3p0_num_threads_awaiting_checkout_default_user", .poolWaiting, by: ["database"],
        named: "c3p0"),
    ])

  /// ActiveRecord through yabeda-activerecord and prometheus_exporter.
  ///
  /// https://github.com/yabeda-rb/yabeda-activerecord https://github.com/discourse/prometheus_exporter
  static let activeRecordPool = MetricPreset(
    name: "activerecord-pool",
    detection: [
      "*activerecord_connection_pool_busy", "*active_record_connection_pool_busy",
    ],
    signals: activeRecordRules("*activerecord_connection_pool")
      + activeRecordRules("*active_record_connection_pool"))

  private static func activeRecordRules(_ start: String) -> [SignalRule] {
    let endings: [(String, Signal)] = [
      ("busy", .poolInUse), ("idle", .poolIdle), ("size", .poolLimit), ("waiting", .poolWaiting),
    ]
    return endings.map {
      SignalRule(
        NamePattern(stringLiteral: "\(start)_\($0.0)"), $0.1, by: ["config", "pool_name"],
        named: "activerecord")
    }
  }

  /// The engine of Prisma; waiting is in milliseconds.
  ///
  /// https://www.prisma.io/docs/orm/prisma-client/observability-and-logging/metrics
  static let prisma = MetricPreset(
    name: "prisma", detection: ["prisma_pool_connections_busy"],
    signals: [
      SignalRule("prisma_pool_connections_busy", .poolInUse, named: "prisma"),
      SignalRule("prisma_pool_connections_idle", .poolIdle, named: "prisma"),
      SignalRule("prisma_client_queries_wait", .poolWaiting, named: "prisma"),
      SignalRule(
        "prisma_client_queries_wait_histogram_ms_sum", .poolWaitSeconds, named: "prisma",
        scale: 1e-3),
      SignalRule(
        "prisma_client_queries_wait_histogram_ms_count", .poolAcquired, named: "prisma"),
    ])

  /// node-postgres pools.
  ///
  /// https://github.com/christiangalsterer/node-postgres-prometheus-exporter
  static let nodePostgres = MetricPreset(
    name: "node-postgres", detection: ["pg_pool_active_connections"],
    signals: [
      SignalRule("pg_pool_active_connections", .poolInUse, by: ["database"], named: "pg"),
      SignalRule("pg_pool_idle_connections", .poolIdle, by: ["database"], named: "pg"),
      SignalRule("pg_pool_max", .poolLimit, by: ["database"], named: "pg"),
      SignalRule("pg_pool_waiting_connections", .poolWaiting, by: ["database"], named: "pg"),
    ])

  /// node `generic-pool` through its exporter: one gauge, its meaning in the label `type`.
  static let genericPool = MetricPreset(
    name: "generic-pool", detection: ["pool_size_total"], detectionLabels: ["type"],
    signals: [
      ("borrowed", Signal.poolInUse), ("available", .poolIdle), ("pending", .poolWaiting),
      ("max", .poolLimit),
    ].map {
      SignalRule(
        "pool_size_total", $0.1, by: ["name", "pool"], named: "pool",
        where: LabelCondition("type", $0.0))
    })

  /// The MongoDB driver through Micrometer.
  ///
  /// https://docs.micrometer.io/micrometer/reference/reference/mongodb.html
  static let mongoDriver = MetricPreset(
    name: "mongodb-driver", detection: ["mongodb_driver_pool_checkedout"],
    signals: [
      SignalRule(
        "mongodb_driver_pool_checkedout", .poolInUse, by: ["server_address"], named: "mongodb"),
      SignalRule(
        "mongodb_driver_pool_waitqueuesize", .poolWaiting, by: ["server_address"],
        named: "mongodb"),
      SignalRule(
        "mongodb_driver_pool_size", .poolIdle, by: ["server_address"], named: "mongodb"),
      SignalRule(
        "mongodb_driver_pool_checkedout", .poolIdle, by: ["server_address"], named: "mongodb",
        scale: -1),
    ])

  /// Connections of go-redis; its hits are those of the pool, not of a cache.
  ///
  /// https://github.com/redis/go-redis/tree/master/extra
  static let goRedis = MetricPreset(
    name: "go-redis", detection: ["*pool_conn_total_current"],
    signals: [
      SignalRule("*pool_conn_total_current", .poolInUse, named: "redis"),
      SignalRule("*pool_conn_idle_current", .poolInUse, named: "redis", scale: -1),
      SignalRule("*pool_conn_idle_current", .poolIdle, named: "redis"),
      SignalRule("*pool_timeout_total", .poolTimeouts, named: "redis"),
    ])
}
