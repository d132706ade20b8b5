/// What one metrics library exposes: how to notice it, and what its families mean.
///
/// A preset is data. One file each, one line in `MetricPresetCatalog`.
package struct MetricPreset: Sendable {
  /// What is shown as recognised.
  package var name: String
  /// Families (or samples) of which one must be there for the preset to apply.
  package var detection: [NamePattern]
  /// Labels of which all must be on the detected family.
  package var detectionLabels: [String] = []
  /// Whose view of the traffic it is; see `LogFormat.vantage`.
  package var vantage = "app"
  /// Whether the target speaks about another process than the one that answers.
  ///
  /// Its own `process_*` and `go_*` then say nothing about the service.
  package var isExporter = false
  /// Whether it describes the process that answers, and so does not apply to an exporter.
  package var describesProcess = false
  /// Gauge that is 0 while an exporter cannot reach what it speaks of.
  package var reachable: NamePattern?
  /// Requests, calls and tasks; of the rules of one group one alone is counted.
  package var traffic: [TrafficRule] = []
  /// Gauges and counters of pools, caches, processes and the rest.
  package var signals: [SignalRule] = []
  /// Counters by statement, for exporters of databases.
  package var statements: [StatementRule] = []
  /// Families that nothing shown could be made of, and why.
  package var unread: [(family: NamePattern, reason: DisplayText)] = []
}

/// A label that must have one of some values for a series to count.
package struct LabelCondition: Hashable, Sendable {
  /// Name of the label, in Prometheus's alphabet.
  package var label: String
  /// Of which one must be the label's; an empty string stands for a missing label.
  package var values: [String]
  /// Whether the label must be none of them instead.
  package var isExclusion = false
  /// Conditions on other labels that must hold as well.
  package var also: [LabelCondition] = []

  /// The condition that `label` is one of `values`; an empty string stands for a missing label.
  package init(_ label: String, _ values: String...) {
    self.label = label
    self.values = values
  }

  /// The condition that `label` is none of `values`; an empty string stands for a missing label.
  package static func not(_ label: String, _ values: String...) -> LabelCondition {
    var condition = LabelCondition(label)
    condition.values = values
    condition.isExclusion = true
    return condition
  }

  /// This condition and another one.
  package func and(_ other: LabelCondition) -> LabelCondition {
    var both = self
    both.also.append(other)
    return both
  }
}

/// Families that together describe one kind of requests, calls or tasks.
package struct TrafficRule: Sendable {
  /// A counter of requests, for those of one status class where its name says the class.
  package struct Count: Sendable {
    /// The counter, with or without `_total`.
    package var family: NamePattern
    /// 1 to 5 for a counter of that class alone; `nil` where labels tell, or nothing does.
    package var statusClass: Int?
    /// What its series must have to be counted.
    package var condition: LabelCondition?
    /// What it counts, beside what the durations do.
    package enum Scope: Sendable {
      /// The same requests.
      case same
      /// The failures among what the durations count.
      case failures
      /// All requests, or those that failed, where durations leave out some that failed.
      case all, untimedFailures
    }

    /// The same requests as the durations unless the rule says otherwise.
    package var scope = Scope.same
    var isFailures: Bool { scope == .failures }

    /// A counter; `statusClass` is 1 to 5.
    package init(
      _ family: NamePattern, statusClass: Int? = nil, where condition: LabelCondition? = nil
    ) {
      self.family = family
      self.statusClass = statusClass
      self.condition = condition
    }

    /// A counter of failures alone: what the durations count beside them has succeeded.
    package static func failures(_ family: NamePattern) -> Count {
      Count(family, scope: .failures)
    }

    /// A counter whose series count as `scope` says.
    package init(_ family: NamePattern, scope: Scope) {
      self.init(family)
      self.scope = scope
    }
  }

  /// Whether they are requests, calls to others, or runs of tasks.
  package var kind = TrafficKind.endpoint
  /// Rules of one group describe the same requests: only one of them is counted.
  package var group = "http"
  /// Histogram or summary of durations, in order of preference.
  package var duration: [NamePattern] = []
  /// Counters of the requests, beside the durations or in place of them.
  package var counts: [Count] = []
  /// Counter of the seconds that all requests took, where no family has durations.
  package var time: NamePattern?
  /// Gauges of requests being served.
  package var inFlight: [NamePattern] = []
  /// Labels that must all be on the main family.
  package var requires: [String] = []
  /// Labels of which none may be on the main family.
  package var forbids: [String] = []
  /// Families that must be there as well.
  package var companions: [NamePattern] = []
  /// Labels that name the endpoint, in order of preference.
  ///
  /// Two labels joined by another character (`controller#action`) are shown joined by it.
  package var endpoint: [String] = []
  /// Labels that hold the HTTP method, in order of preference.
  package var method: [String] = []
  /// Labels that hold the HTTP status or its class, in order of preference.
  package var status: [String] = []
  /// Overrules `# UNIT` and the suffix of the name.
  package var secondsPerUnit: Double?
  /// What a series must have to be counted.
  package var condition: LabelCondition?
  /// Series for which it holds see the same requests as the others, which count only without them.
  package var preferred: LabelCondition?
  /// Endpoint values that are left out: totals, and the endpoint of the metrics themselves.
  package var excluded: [String] = []
  /// Endpoint values that see the requests of the others once more: they count only without those.
  package var enclosing: [String] = []
  /// What to set so that the library exposes buckets.
  package var bucketAdvice: DisplayText?
  /// What to set instead where a family tells that another product writes the same names.
  package var otherAdvice: (sign: NamePattern, advice: DisplayText)?
  /// What to set so that buckets are finer, where three or fewer are the default.
  package var fineAdvice: DisplayText?
  /// How the durations repeat those of another rule that is chosen, where they have an advantage.
  package var repeatManner: DisplayText?
  /// Gauges of mean durations, which are no counters and give no latency of a window.
  package var meanGauges: [NamePattern] = []
}

/// One sample name that carries one signal.
package struct SignalRule: Sendable {
  /// How several series of one subject become one reading.
  package enum Fold: Sendable {
    /// All of them added up, or the largest.
    case sum, maximum
    /// Counters of changes: the reading is the scale of the one that grew last.
    case change
  }

  /// The sample's name, with or without `_total`.
  package var sample: NamePattern
  /// What its values are readings of.
  package var signal: Signal
  /// Labels that name the pool, cache ...; the first that a series has counts.
  ///
  /// Two labels may be joined as in `TrafficRule.endpoint`.
  package var subject: [String]
  /// What the subject is called when no label says it.
  package var subjectName: String
  /// What a series must have to be read.
  package var condition: LabelCondition?
  /// What a value is multiplied by: 0.001 for milliseconds.
  package var scale: Double
  /// A sum unless the rule says otherwise.
  package var fold: Fold
  /// A value that means "not defined" (-1, or 0 for a limit).
  package var undefined: Double?
  /// A value that means "without limit": the subject has no reading then, whatever else is summed.
  package var unlimited: Double?
  /// Samples that say the same better: with one of them present this rule does not apply.
  package var unless: [NamePattern]
  /// The least value that is one of the signal: what is below says something else.
  package var least: Double
  /// Subjects that are left out: totals of the others.
  package var excluded: [String]
  /// Whether it tells no more than that the signal is at least so much: the most so far counts.
  package var isFloor: Bool

  /// A reading of `signal` from a sample, multiplied by `scale`.
  ///
  /// A rule with a scale of -1 beside another of the same signal gives a difference.
  package init(
    _ sample: NamePattern, _ signal: Signal, by subject: [String] = [],
    named subjectName: String = "", where condition: LabelCondition? = nil, scale: Double = 1,
    fold: Fold = .sum, undefined: Double? = nil, unlimited: Double? = nil,
    unless: [NamePattern] = [], least: Double = -.infinity, excluded: [String] = [],
    isFloor: Bool = false
  ) {
    self.sample = sample
    self.signal = signal
    self.subject = subject
    self.subjectName = subjectName
    self.condition = condition
    self.scale = scale
    self.fold = fold
    self.undefined = undefined
    self.unlimited = unlimited
    self.unless = unless
    self.least = least
    self.excluded = excluded
    self.isFloor = isFloor
  }
}
