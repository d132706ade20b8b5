/// Rules for hand-made gauges of what waits in a queue, and for shares of hits of which no rule can
/// make counts.
extension GenericMetricRules {
  private static let queueEndings = [
    "queue_length", "queue_depth", "queue_size", "queue_len", "queue_backlog",
  ]
  private static let queueLabels = ["queue", "queue_name", "name", "topic"]
  /// Words of gauges that tell what a queue may hold or has held.
  private static let settingWords: Set<Substring> = [
    "max", "maximum", "min", "limit", "capacity", "config", "threshold", "target", "avg", "mean",
    "peak",
  ]
  private static let waitingStates = [
    "waiting", "pending", "queued", "enqueued", "ready", "backlog",
  ]

  /// A rule for a gauge of what waits: for a pool that tells what of it is in use, else in a queue.
  static func queueRule(_ name: MetricName, among names: Set<String>) -> SignalRule? {
    guard name.type == .gauge || name.type == .unknown, !name.hasQuantiles,
      let ending = queueEndings.first(where: name.plain.hasSuffix),
      settingWords.isDisjoint(with: name.plain.split(separator: "_"))
    else { return nil }
    let sample = NamePattern(stringLiteral: name.plain)
    let start = trimmed(String(name.plain.dropLast(ending.count)))
    let pool = [start, start + "_connections"].first { isPool($0, among: names) }
    if let pool { return SignalRule(sample, .poolWaiting, by: poolLabels, named: pool) }
    let states = ["state", "status"].first(where: name.has).map { label in
      var condition = LabelCondition(label)
      condition.values = waitingStates
      return condition
    }
    return SignalRule(
      sample, .taskBacklog, by: queueLabels, named: start.isEmpty ? "queue" : start, where: states)
  }

  /// Whether a gauge says how much of a pool of that name is in use.
  private static func isPool(_ name: String, among names: Set<String>) -> Bool {
    name.contains("pool")
      && poolStates.contains { state in
        state.signal == .poolInUse && state.words.contains { names.contains("\(name)_\($0)") }
      }
  }

  /// The counters that would tell more than a gauge of the share of look-ups that a cache answered;
  /// `nil` where the name is of anything else.
  static func countersInPlace(of name: MetricName) -> String? {
    let words = name.plain.split(separator: "_")
    guard name.type == .gauge || name.type == .unknown, name.part == .value,
      words.contains("cache") || name.has("cache"),
      let hit = words.firstIndex(where: hits.contains),
      words[hit...].contains(where: shares.contains), words.last != "total"
    else { return nil }
    let start = words[..<hit].joined(separator: "_")
    let cache = start.hasSuffix("cache") ? start : start.isEmpty ? "cache" : start + "_cache"
    return "\(cache)_hits_total and \(cache)_misses_total"
  }

  private static let hits: Set<Substring> = ["hit", "hits", "hitrate", "hitratio"]
  private static let shares: Set<Substring> = [
    "rate", "ratio", "share", "percent", "percentage", "pct", "hitrate", "hitratio",
  ]
}
