extension MetricPreset {
  /// Metrics of `go-runtime`.
  ///
  /// https://pkg.go.dev/github.com/prometheus/client_golang/prometheus/collectors#NewGoCollector and
  /// OpenTelemetry's: https://opentelemetry.io/docs/specs/semconv/runtime/go-metrics/
  static let goRuntime = MetricPreset(
    name: "go-runtime",
    detection: [
      "go_memstats_heap_alloc_bytes", "go_goroutines", "go_memory_used_bytes",
      "process_runtime_go_mem_heap_alloc_bytes",
    ],
    describesProcess: true,
    signals: [
      SignalRule("go_memstats_heap_alloc_bytes", .heapBytes),
      SignalRule("go_gc_duration_seconds_sum", .gcPauseSeconds),
      SignalRule("go_gc_duration_seconds_count", .gcCount),
      SignalRule("go_threads", .threads, unless: ["process_threads"]),
      SignalRule("go_gc_gomemlimit_bytes", .memoryLimitBytes, undefined: 0x1p63),
      SignalRule("go_memory_used_bytes", .heapBytes, unless: ["go_memstats_heap_alloc_bytes"]),
      SignalRule("go_memory_limit_bytes", .memoryLimitBytes, unless: ["go_gc_gomemlimit_bytes"]),
      SignalRule(
        "process_runtime_go_mem_heap_alloc_bytes", .heapBytes,
        unless: ["go_memstats_heap_alloc_bytes", "go_memory_used_bytes"]),
      SignalRule(
        "process_runtime_go_gc_pause_total_nanoseconds_total", .gcPauseSeconds, scale: 1e-9,
        unless: ["go_gc_duration_seconds_sum"]),
      SignalRule(
        "process_runtime_go_gc_count_total", .gcCount, unless: ["go_gc_duration_seconds_count"]),
    ])

  /// Metrics of `python-runtime`.
  ///
  /// https://github.com/prometheus/client_python (garbage collector)
  static let pythonRuntime = MetricPreset(
    name: "python-runtime",
    detection: [
      "python_gc_collections_total", "python_info", "cpython_gc_collections_total",
      "process_runtime_cpython_memory_bytes",
    ],
    describesProcess: true,
    signals: [
      SignalRule("python_gc_collections_total", .gcCount),
      SignalRule(
        "cpython_gc_collections_total", .gcCount, unless: ["python_gc_collections_total"]),
      SignalRule(
        "process_runtime_cpython_memory_bytes", .residentBytes,
        where: LabelCondition("type", "rss"),
        unless: ["process_resident_memory_bytes", "process_memory_usage_bytes"]),
      SignalRule(
        "process_runtime_cpython_cpu_time_seconds_total", .cpuSeconds,
        unless: ["process_cpu_seconds_total", "process_cpu_time_seconds_total"]),
    ])

  /// Metrics of `nodejs-runtime`.
  ///
  /// https://github.com/siimon/prom-client and OpenTelemetry's Node runtime metrics
  ///
  /// The 99th percentile of the lag sees stalls between two scrapes, the plain gauge does not.
  static let nodeRuntime = MetricPreset(
    name: "nodejs-runtime",
    detection: [
      "*nodejs_heap_size_used_bytes", "*nodejs_eventloop_lag_seconds",
      "nodejs_eventloop_delay_p99_seconds", "v8js_memory_heap_used_bytes",
    ],
    describesProcess: true,
    signals: [
      SignalRule("*nodejs_heap_size_used_bytes", .heapBytes),
      SignalRule(
        "v8js_memory_heap_used_bytes", .heapBytes, unless: ["nodejs_heap_size_used_bytes"]),
      SignalRule("*nodejs_eventloop_lag_p99_seconds", .loopLagSeconds, fold: .maximum),
      SignalRule(
        "*nodejs_eventloop_lag_seconds", .loopLagSeconds, fold: .maximum,
        unless: ["*nodejs_eventloop_lag_p99_seconds"]),
      SignalRule("nodejs_eventloop_delay_p99_seconds", .loopLagSeconds, fold: .maximum),
      SignalRule("*nodejs_gc_duration_seconds_sum", .gcPauseSeconds),
      SignalRule("*nodejs_gc_duration_seconds_count", .gcCount),
      SignalRule("v8js_gc_duration_seconds_sum", .gcPauseSeconds),
      SignalRule("v8js_gc_duration_seconds_count", .gcCount),
    ])

  /// JVM metrics of Micrometer, client_java and OpenTelemetry.
  ///
  /// `jvm_memory_max_bytes` is -1 for a pool without a limit.
  static let jvmRuntime = MetricPreset(
    name: "jvm-runtime",
    detection: [
      "jvm_memory_used_bytes", "jvm_memory_bytes_used", "process_runtime_jvm_memory_usage_bytes",
    ],
    describesProcess: true,
    signals: [
      SignalRule("jvm_memory_used_bytes", .heapBytes, where: LabelCondition("area", "heap")),
      SignalRule("jvm_memory_bytes_used", .heapBytes, where: LabelCondition("area", "heap")),
      SignalRule(
        "jvm_memory_used_bytes", .heapBytes, where: LabelCondition("jvm_memory_type", "heap")),
      SignalRule(
        "jvm_memory_max_bytes", .heapLimitBytes, where: LabelCondition("area", "heap"),
        undefined: -1),
      SignalRule(
        "jvm_memory_bytes_max", .heapLimitBytes, where: LabelCondition("area", "heap"),
        undefined: -1),
      SignalRule(
        "jvm_memory_limit_bytes", .heapLimitBytes,
        where: LabelCondition("jvm_memory_type", "heap"), undefined: -1),
      SignalRule("jvm_gc_pause_seconds_sum", .gcPauseSeconds),
      SignalRule("jvm_gc_pause_seconds_count", .gcCount),
      SignalRule("jvm_gc_collection_seconds_sum", .gcPauseSeconds),
      SignalRule("jvm_gc_collection_seconds_count", .gcCount),
      SignalRule("jvm_gc_duration_seconds_sum", .gcPauseSeconds),
      SignalRule("jvm_gc_duration_seconds_count", .gcCount),
      SignalRule("jvm_threads_live_threads", .threads),
      SignalRule("jvm_threads_current", .threads),
      SignalRule("jvm_thread_count", .threads),
      // OpenTelemetry's names before its Java agent 2.0.
      SignalRule(
        "process_runtime_jvm_memory_usage_bytes", .heapBytes, where: LabelCondition("type", "heap")),
      SignalRule(
        "process_runtime_jvm_memory_limit_bytes", .heapLimitBytes,
        where: LabelCondition("type", "heap"), undefined: -1),
      SignalRule(
        "process_runtime_jvm_gc_duration_milliseconds_sum", .gcPauseSeconds, scale: 1e-3),
      SignalRule("process_runtime_jvm_gc_duration_milliseconds_count", .gcCount),
      SignalRule("process_runtime_jvm_gc_duration_seconds_sum", .gcPauseSeconds),
      SignalRule("process_runtime_jvm_gc_duration_seconds_count", .gcCount),
      SignalRule("process_runtime_jvm_threads_count", .threads),
    ])

  /// .NET: prometheus-net, DotNetRuntime and OpenTelemetry.
  static let dotnetRuntime = MetricPreset(
    name: "dotnet-runtime",
    detection: [
      "dotnet_total_memory_bytes", "dotnet_gc_heap_size_bytes",
      "dotnet_process_memory_working_set_bytes", "process_runtime_dotnet_gc_heap_size_bytes",
    ],
    describesProcess: true,
    signals: [
      SignalRule("dotnet_total_memory_bytes", .heapBytes),
      SignalRule("dotnet_gc_heap_size_bytes", .heapBytes, unless: ["dotnet_total_memory_bytes"]),
      SignalRule("dotnet_gc_last_collection_heap_size_bytes", .heapBytes),
      SignalRule(
        "dotnet_process_memory_working_set_bytes", .residentBytes,
        unless: ["process_resident_memory_bytes", "process_working_set_bytes"]),
      SignalRule("dotnet_gc_pause_seconds_sum", .gcPauseSeconds),
      SignalRule("dotnet_gc_pause_time_seconds_total", .gcPauseSeconds),
      SignalRule("dotnet_collection_count_total", .gcCount),
      SignalRule(
        "dotnet_gc_collections_total", .gcCount, unless: ["dotnet_collection_count_total"]),
      SignalRule(
        "dotnet_process_cpu_time_seconds_total", .cpuSeconds,
        unless: ["process_cpu_seconds_total"]),
      SignalRule("process_runtime_dotnet_gc_heap_size_bytes", .heapBytes),
      SignalRule("process_runtime_dotnet_gc_collections_count_total", .gcCount),
    ])

  /// Metrics of `resilience4j`.
  ///
  /// https://github.com/resilience4j/resilience4j ; -1 means "not enough calls yet".
  static let resilience4j = MetricPreset(
    name: "resilience4j", detection: ["resilience4j_circuitbreaker_state"],
    signals: [
      SignalRule(
        "resilience4j_circuitbreaker_state", .breakerState, by: ["name"],
        where: LabelCondition("state", "open", "forced_open"), fold: .maximum),
      SignalRule(
        "resilience4j_circuitbreaker_state", .breakerState, by: ["name"],
        where: LabelCondition("state", "half_open"), scale: 0.5, fold: .maximum),
      SignalRule(
        "resilience4j_circuitbreaker_state", .breakerState, by: ["name"],
        where: LabelCondition("state", "closed"), scale: 0, fold: .maximum),
      SignalRule(
        "resilience4j_circuitbreaker_failure_rate", .breakerFailureRate, by: ["name"],
        scale: 0.01, fold: .maximum, undefined: -1),
    ])

  /// Metrics of `celery-exporter`.
  ///
  /// https://github.com/danihodovic/celery-exporter
  static let celery = MetricPreset(
    name: "celery-exporter", detection: ["celery_task_runtime", "celery_task_succeeded_total"],
    vantage: "celery", isExporter: true,
    traffic: [
      TrafficRule(
        kind: .task, group: "celery", duration: ["celery_task_runtime"],
        counts: [
          .init("celery_task_succeeded_total", statusClass: 2),
          .init("celery_task_failed_total", statusClass: 5),
        ], endpoint: ["name"], secondsPerUnit: 1)
    ],
    signals: [SignalRule("celery_queue_length", .taskBacklog, by: ["queue_name"], named: "celery")]
  )
}
