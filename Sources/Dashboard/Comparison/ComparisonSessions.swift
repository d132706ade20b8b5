import Telemetry

extension Comparison {
  /// How visits differ: neither way is better by itself, so none is a regression.
  ///
  /// Counts of sessions are those of an hour, and vary by chance as random events do. Where the pause
  /// that ends a session differs, so does what a session is, and nothing is compared.
  static func sessions(_ before: SnapshotRecord, _ after: SnapshotRecord) -> [Change] {
    guard let old = before.sessions, let new = after.sessions,
      old.gapMilliseconds == new.gapMilliseconds
    else { return [] }
    let name = "sessions"
    var changes: [Change] = []
    if let first = old.count, let second = new.count, let hours = before.window?.hours,
      let later = after.window?.hours
    {
      changes += [
        Change.rate(
          "per hour", of: name, before: (first, hours), after: (second, later), unit: .perHour,
          isNeutral: true)
      ].compactMap { $0 }
    }
    if let first = old.active, let second = new.active {
      changes += [
        Change.rate(
          "active at the end", of: name, before: (first, 1), after: (second, 1), unit: .count,
          isNeutral: true)
      ].compactMap { $0 }
    }
    for quantile in ["p50", "p95"] {
      changes += [
        Change.quantile(
          quantile, of: name, old.duration, new.duration, called: "duration \(quantile)",
          isNeutral: true),
        Change.quantile(
          quantile, of: name, old.requests, new.requests, called: "requests \(quantile)",
          unit: .count, isNeutral: true),
      ].compactMap { $0 }
    }
    return changes
  }
}

extension SnapshotRecord.WindowRecord {
  /// How long it is; `nil` where that is not known or next to nothing.
  var hours: Double? { seconds.flatMap { $0 >= 1 ? $0 / 3600 : nil } }
}
