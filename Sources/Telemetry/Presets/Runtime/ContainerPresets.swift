extension MetricPreset {
  /// Containers as cAdvisor sees them; a limit of 0 means none.
  ///
  /// https://github.com/google/cadvisor/blob/master/docs/storage/prometheus.md
  ///
  /// Groups of containers (`/`, `/kubepods`, a pod as a whole) and the pause container of a pod have
  /// no name of their own: they hold what their containers hold once more.
  static let cadvisor = MetricPreset(
    name: "cadvisor", detection: ["container_memory_working_set_bytes"], vantage: "container",
    isExporter: true,
    signals: containerRules(
      by: "namespace/pod/container", where: .not("container", "", "POD"))
      + containerRules(
        by: "name",
        where: .not("name", "").and(LabelCondition("container", "")).and(LabelCondition("pod", ""))
      ))

  private static func containerRules(
    by label: String, where condition: LabelCondition
  ) -> [SignalRule] {
    [
      SignalRule(
        "container_memory_working_set_bytes", .residentBytes, by: [label], where: condition,
        fold: .maximum),
      SignalRule(
        "container_spec_memory_limit_bytes", .memoryLimitBytes, by: [label], where: condition,
        fold: .maximum, undefined: 0),
      SignalRule(
        "container_cpu_usage_seconds_total", .cpuSeconds, by: [label], where: condition),
    ]
  }

  /// Ruby processes through prometheus_exporter; a cluster has one series per process.
  ///
  /// https://github.com/discourse/prometheus_exporter
  static let rubyRuntime = MetricPreset(
    name: "ruby-runtime", detection: ["ruby_rss"], describesProcess: true,
    signals: [
      SignalRule("ruby_rss", .residentBytes, by: ["type"]),
      SignalRule("ruby_major_gc_ops_total", .gcCount, by: ["type"]),
    ])

  /// The BEAM through PromEx.
  ///
  /// https://hexdocs.pm/prom_ex
  static let beamRuntime = MetricPreset(
    name: "beam-runtime", detection: ["*_prom_ex_beam_memory_allocated_bytes"],
    describesProcess: true,
    signals: [SignalRule("*_prom_ex_beam_memory_allocated_bytes", .residentBytes)])
}
