/// What a metric family is used for.
package enum MetricUse: Hashable, Sendable {
  /// Durations of requests, calls or tasks.
  case durations(hasBuckets: Bool)
  /// The seconds that all of them took together, where nothing has durations.
  case durationSum
  /// How many there were.
  case count
  /// How many failed, among those that durations count.
  case failures
  /// How many are being served.
  case inFlight
  /// Readings of these signals, each once.
  case signals([Signal])
  /// Counters by statement.
  case statement(StatementRule.Part)
  /// Whether an exporter reaches what it speaks of.
  case reachability
  /// Nothing: another family describes the same requests; `how` says what this one has to itself.
  case repeats(of: DisplayText, how: DisplayText? = nil)
  /// Nothing, for a reason of its own.
  case unread(DisplayText)
  /// Nothing: another sample says the same better.
  case covered(by: DisplayText)

  /// The use in words; a signal is called by its name in the vocabulary.
  package var phrase: DisplayText {
    switch self {
    case .durations(hasBuckets: true): "request duration"
    case .durations(hasBuckets: false): "request duration without buckets"
    case .durationSum: "sum of request durations"
    case .count: "request count"
    case .failures: "failures"
    case .inFlight: "requests in flight"
    case .signals(let signals):
      DisplayText(signals.map { String(describing: $0) }.joined(separator: ", "))
    case .statement(let part): part.phrase
    case .reachability: "whether the exporter reaches its target"
    case .repeats(let family, let how):
      DisplayText("not counted: same requests as \(family)" + (how.map { ", \($0)" } ?? ""))
    case .unread(let reason): DisplayText("not counted: \(reason)")
    case .covered(let sample): DisplayText("not counted: \(sample) says the same")
    }
  }

  /// Whether it tells how many requests there were.
  package var countsRequests: Bool {
    switch self {
    case .durations, .count: true
    case .durationSum, .failures, .inFlight, .signals, .statement, .reachability, .repeats, .unread,
      .covered:
      false
    }
  }

  /// Whether it gives readings of a signal.
  package func gives(_ signal: Signal) -> Bool {
    if case .signals(let signals) = self { signals.contains(signal) } else { false }
  }
}
