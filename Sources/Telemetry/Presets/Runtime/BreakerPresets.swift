extension MetricPreset {
  /// Breakers of opossum: one counter, whose label `event` says which change it counts.
  ///
  /// https://github.com/nodeshift/opossum-prometheus (the application chooses the prefix)
  static let opossum = MetricPreset(
    name: "opossum", detection: ["*circuit"], detectionLabels: ["name", "event"],
    signals: changes(
      "*circuit", label: "event", opened: "open", halfOpened: "halfOpen", closed: "close",
      by: ["name"]))

  /// Breakers of Polly 8, which count their changes.
  ///
  /// https://www.pollydocs.org/advanced/telemetry.html
  static let polly = MetricPreset(
    name: "polly", detection: ["resilience_polly_strategy_events_total"],
    detectionLabels: ["event_name"],
    signals: changes(
      "resilience_polly_strategy_events_total", label: "event_name", opened: "OnCircuitOpened",
      halfOpened: "OnCircuitHalfOpened", closed: "OnCircuitClosed",
      by: ["pipeline_name/strategy_name"]))

  private static func changes(
    _ sample: NamePattern, label: String, opened: String, halfOpened: String, closed: String,
    by subject: [String]
  ) -> [SignalRule] {
    [(opened, 1.0), (halfOpened, 0.5), (closed, 0)].map { event, state in
      SignalRule(
        sample, .breakerState, by: subject, named: "breaker", where: LabelCondition(label, event),
        scale: state, fold: .change)
    }
  }
}
