extension MetricPreset {
  /// Puma through yabeda-puma-plugin and prometheus_exporter: its threads are a pool.
  ///
  /// https://github.com/yabeda-rb/yabeda-puma-plugin https://github.com/discourse/prometheus_exporter
  ///
  /// What the pool can still take (`pool_capacity`) is what of the most threads is not busy.
  static let puma = MetricPreset(
    name: "puma", detection: ["puma_backlog", "*puma_request_backlog"],
    signals: [
      SignalRule("puma_busy_threads", .poolInUse, named: "puma"),
      SignalRule("*puma_busy_threads", .poolInUse, named: "puma", unless: ["puma_busy_threads"]),
      SignalRule(
        "puma_max_threads", .poolInUse, named: "puma", unless: ["*puma_busy_threads"]),
      SignalRule(
        "puma_pool_capacity", .poolInUse, named: "puma", scale: -1,
        unless: ["*puma_busy_threads"]),
      SignalRule("puma_max_threads", .poolLimit, named: "puma"),
      SignalRule("*puma_max_threads", .poolLimit, named: "puma", unless: ["puma_max_threads"]),
      SignalRule("puma_pool_capacity", .poolIdle, named: "puma"),
      SignalRule("*puma_thread_pool_capacity", .poolIdle, named: "puma"),
      SignalRule("puma_backlog", .poolWaiting, named: "puma"),
      SignalRule("*puma_request_backlog", .poolWaiting, named: "puma"),
    ])

  /// Sidekiq through yabeda-sidekiq and prometheus_exporter.
  ///
  /// https://github.com/yabeda-rb/yabeda-sidekiq https://github.com/discourse/prometheus_exporter
  static let sidekiq = MetricPreset(
    name: "sidekiq",
    detection: ["sidekiq_job_runtime_seconds", "*sidekiq_job_duration_seconds"],
    traffic: [
      TrafficRule(
        kind: .task, group: "sidekiq",
        duration: ["sidekiq_job_runtime_seconds", "*sidekiq_job_duration_seconds"],
        counts: [
          .failures("sidekiq_jobs_failed_total"), .failures("*sidekiq_failed_jobs_total"),
        ],
        endpoint: ["worker", "job_name"])
    ],
    signals: [
      SignalRule("sidekiq_jobs_waiting_count", .taskBacklog, by: ["queue"], named: "sidekiq"),
      SignalRule("*sidekiq_queue_backlog", .taskBacklog, by: ["queue"], named: "sidekiq"),
    ])

  /// Flower, the monitor of Celery, whose events say how a run ended.
  ///
  /// https://flower.readthedocs.io/en/latest/prometheus-integration.html
  ///
  /// It times what succeeded only. Tasks that wait at a worker are counted up for good where they are
  /// revoked there, and how long the last one waited is no signal: both are left out.
  static let flower = MetricPreset(
    name: "flower", detection: ["flower_events_total", "flower_task_runtime_seconds"],
    vantage: "celery", isExporter: true,
    traffic: [
      TrafficRule(
        kind: .task, group: "celery", duration: ["flower_task_runtime_seconds"],
        counts: [
          .init(
            "flower_events_total", where: LabelCondition("type", "task-succeeded", "task-failed"))
        ], endpoint: ["task"], status: ["type"])
    ],
    signals: [
      SignalRule(
        "flower_worker_number_of_currently_executing_tasks", .poolInUse, by: ["worker"],
        named: "celery")
    ])

  /// PHP-FPM: its children are a pool; it counts connections, knows no status and no latency.
  ///
  /// https://github.com/hipages/php-fpm_exporter
  static let phpFPM = MetricPreset(
    name: "php-fpm", detection: ["phpfpm_active_processes", "phpfpm_up"], vantage: "php-fpm",
    isExporter: true, reachable: "phpfpm_up",
    traffic: [
      TrafficRule(counts: [.init("phpfpm_accepted_connections")], endpoint: ["pool"])
    ],
    signals: [
      SignalRule("phpfpm_active_processes", .poolInUse, by: ["pool"], named: "php-fpm"),
      SignalRule("phpfpm_idle_processes", .poolIdle, by: ["pool"], named: "php-fpm"),
      SignalRule("phpfpm_total_processes", .poolLimit, by: ["pool"], named: "php-fpm"),
      SignalRule("phpfpm_listen_queue", .poolWaiting, by: ["pool"], named: "php-fpm"),
    ])

  /// Threads of Tomcat, Jetty and of executors through Micrometer; -1 means no limit.
  ///
  /// https://docs.micrometer.io/micrometer/reference/reference/jvm.html
  static let micrometerThreads = MetricPreset(
    name: "micrometer-threads",
    detection: [
      "tomcat_threads_busy_threads", "jetty_threads_busy", "executor_active_threads",
    ],
    signals: [
      SignalRule("tomcat_threads_busy_threads", .poolInUse, by: ["name"], named: "tomcat"),
      SignalRule(
        "tomcat_threads_config_max_threads", .poolLimit, by: ["name"], named: "tomcat",
        undefined: -1),
      SignalRule("jetty_threads_busy", .poolInUse, named: "jetty"),
      SignalRule("jetty_threads_idle", .poolIdle, named: "jetty"),
      SignalRule("jetty_threads_config_max", .poolLimit, named: "jetty", undefined: -1),
      SignalRule("jetty_threads_jobs", .poolWaiting, named: "jetty"),
      SignalRule("executor_active_threads", .poolInUse, by: ["name"], named: "executor"),
      SignalRule(
        "executor_pool_max_threads", .poolLimit, by: ["name"], named: "executor",
        undefined: 2_147_483_647),
      SignalRule("executor_queued_tasks", .poolWaiting, by: ["name"], named: "executor"),
    ])
}
