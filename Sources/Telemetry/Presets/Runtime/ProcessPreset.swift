extension MetricPreset {
  /// The process collector that every client library has.
  ///
  /// https://prometheus.io/docs/instrumenting/writing_clientlibs/#process-metrics , and OpenTelemetry's
  /// names: https://opentelemetry.io/docs/specs/semconv/system/process-metrics/
  static let process = MetricPreset(
    name: "process",
    detection: [
      "*process_resident_memory_bytes", "*process_cpu_seconds_total",
      "*process_start_time_seconds", "process_working_set_bytes", "process_memory_usage_bytes",
      "process_cpu_time_seconds_total",
    ],
    describesProcess: true,
    signals: [
      SignalRule("*process_resident_memory_bytes", .residentBytes),
      SignalRule(
        "process_working_set_bytes", .residentBytes, unless: ["process_resident_memory_bytes"]),
      SignalRule(
        "process_memory_usage_bytes", .residentBytes, unless: ["process_resident_memory_bytes"]),
      SignalRule("*process_cpu_seconds_total", .cpuSeconds),
      SignalRule(
        "process_cpu_time_seconds_total", .cpuSeconds, unless: ["process_cpu_seconds_total"]),
      SignalRule("*process_open_fds", .openFiles),
      SignalRule("process_files_open_files", .openFiles, unless: ["process_open_fds"]),
      SignalRule("process_open_file_descriptor_count", .openFiles, unless: ["process_open_fds"]),
      SignalRule("process_unix_file_descriptor_count", .openFiles, unless: ["process_open_fds"]),
      SignalRule("process_threads", .threads),
      SignalRule("process_num_threads", .threads, unless: ["process_threads"]),
      SignalRule(
        "process_thread_count", .threads, unless: ["process_threads", "process_num_threads"]),
      SignalRule("*process_start_time_seconds", .processStart, fold: .maximum),
    ])
}
