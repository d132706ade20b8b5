extension MetricPreset {
  /// The process collector that every client library has.
  ///
  /// https://prometheus.io/docs/instrumenting/writing_clientlibs/#process-metrics
  static let process = MetricPreset(
    name: "process",
    detection: [
      "*process_resident_memory_bytes", "*process_cpu_seconds_total",
      "process_start_time_seconds", "process_working_set_bytes", "process_memory_usage_bytes",
    ],
    describesProcess: true,
    signals: [
      SignalRule("*process_resident_memory_bytes", .residentBytes),
      SignalRule(
        "process_working_set_bytes", .residentBytes, unless: ["process_resident_memory_bytes"]),
      SignalRule(
        "process_memory_usage_bytes", .residentBytes, unless: ["process_resident_memory_bytes"]),
      SignalRule("*process_cpu_seconds_total", .cpuSeconds),
      SignalRule("*process_open_fds", .openFiles),
      SignalRule("process_files_open_files", .openFiles, unless: ["process_open_fds"]),
      SignalRule("process_threads", .threads),
      SignalRule("process_num_threads", .threads, unless: ["process_threads"]),
      SignalRule("*process_start_time_seconds", .processStart, fold: .maximum),
    ])
}
