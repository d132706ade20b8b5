/// The visits of a window, as far as its logs say who asked.
package struct SessionRow: Hashable, Sendable {
  /// Sessions whose last request came in the last `SessionRules.activeSeconds`.
  package var active = 0.0
  /// Sessions with a request in the window.
  package var count = 0.0
  /// From the first request of a session to its last so far, in seconds; one request lasts 0 s.
  package var durations: SessionQuantiles?
  /// Requests of a session so far.
  package var requests: SessionQuantiles?
  /// How most requests were told apart.
  package var identity: SessionIdentity
  /// Sessions that the figures were computed from; fewer than `count` where they are an estimate.
  package var sampled = 0
  /// Pause that ends a session, in seconds.
  package var gapSeconds = SessionRules.gapSeconds

  /// Whether counts were scaled up from a sample.
  package var isEstimate: Bool { Double(sampled) < count }
}

/// What some quantity of sessions comes to; each percentile is a value that occurs (nearest rank).
package struct SessionQuantiles: Hashable, Sendable {
  /// In the unit of the values: seconds, or a number of requests.
  package var mean = 0.0
  /// Half of the values are at most this.
  package var p50 = 0.0
  /// Nine in ten are at most this.
  package var p90 = 0.0
  /// 95 in a hundred are at most this.
  package var p95 = 0.0
  /// 99 in a hundred are at most this.
  package var p99 = 0.0
  /// The largest of the values that were looked at.
  package var max = 0.0
  /// Where p50 lies with 95 % confidence; `nil` where there are too few to tell.
  package var p50Range: ClosedRange<Double>?
  /// As `p50Range`, for p95.
  package var p95Range: ClosedRange<Double>?

  /// The percentiles of values; `nil` when there are none.
  ///
  /// A value comes as a whole number of units with the exponent of its weight in the lowest byte: words
  /// are sorted by their digits in a fraction of the time that comparing takes. A unit is the `divisor`th part of one.
  init?(_ values: [UInt64], divisor: Double) {
    let sorted = values.sortedByRadix()
    guard let last = sorted.last else { return nil }
    func value(_ word: UInt64) -> Double { Double(word >> 8) / divisor }
    func weight(_ word: UInt64) -> Double { SessionRun.weight(exponent: UInt8(word & 0xFF)) }
    var total = 0.0
    var sum = 0.0
    for word in sorted {
      total += weight(word)
      sum += value(word) * weight(word)
    }
    let ranks = [0.5, 0.9, 0.95, 0.99]
    var found: [Double] = []
    var passed = 0.0
    for word in sorted where found.count < ranks.count {
      passed += weight(word)
      // Half a session less, so that sums of weights need not be exact.
      while found.count < ranks.count, passed >= ranks[found.count] * total - 0.001 {
        found.append(value(word))
      }
    }
    while found.count < ranks.count { found.append(value(last)) }
    (p50, p90, p95, p99) = (found[0], found[1], found[2], found[3])
    p50Range = SessionQuantiles.range(of: 0.5, size: sorted.count) { value(sorted[$0]) }
    p95Range = SessionQuantiles.range(of: 0.95, size: sorted.count) { value(sorted[$0]) }
    mean = sum / total
    max = value(last)
  }

  /// By order statistics, as for durations (see `LatencyHistogram.confidenceRange`); what was scaled
  /// up counts as often as it was seen.
  private static func range(
    of quantile: Double, size count: Int, value: (Int) -> Double
  ) -> ClosedRange<Double>? {
    let size = Double(count)
    let spread = 1.96 * (size * quantile * (1 - quantile)).squareRoot()
    let first = Int((size * quantile - spread).rounded(.down))
    let last = Int((size * quantile + spread).rounded(.up))
    guard first >= 1, last <= count else { return nil }
    return value(first - 1)...value(last - 1)
  }
}

extension History {
  /// The sessions of the window; `nil` when no log says who asked.
  ///
  /// Those count that had a request in the window, each with all of its requests so far, before
  /// the window too. Cost: at most 6,144 sessions are sorted twice, about a millisecond, of which a `memo`
  /// of earlier rows spares most.
  package func sessionRow(
    _ window: Window, now: Timestamp, memo: SessionMemo? = nil
  ) -> SessionRow? {
    let range = range(of: window, now: now)
    guard let (runs, identity) = sessions.best(from: range.from) else { return nil }
    var row = SessionRow(identity: identity)
    row.gapSeconds = sessions.gapSeconds
    let activeSince = now - SessionRules.activeSeconds
    let known = memo?.spread(of: self, window, now: now)
    var durations: [UInt64] = []
    var requests: [UInt64] = []
    if known == nil {
      durations.reserveCapacity(runs.count)
      requests.reserveCapacity(runs.count)
    }
    for run in runs where run.last >= range.from && run.first < range.to {
      row.sampled += 1
      row.count += run.weight
      if run.last >= activeSince { row.active += run.weight }
      if known != nil { continue }
      let last = min(run.last, max(now, run.first))
      let microseconds = UInt64(max(0, last.microseconds - run.first.microseconds))
      let exponent = UInt64(run.exponent)
      durations.append(microseconds << 8 | exponent)
      requests.append(UInt64(run.requests) << 8 | exponent)
    }
    let spread =
      known
      ?? SessionMemo.Spread(
        durations: SessionQuantiles(durations, divisor: 1_000_000),
        requests: SessionQuantiles(requests, divisor: 1))
    (row.durations, row.requests) = (spread.durations, spread.requests)
    if known == nil { memo?.note(spread, sampled: row.sampled, of: self, window, now: now) }
    return row
  }

  /// Sessions that were active at the end of each of `columns` equal parts of `range`.
  ///
  /// Inside a session every moment counts as active, and so do `SessionRules.activeSeconds` after
  /// its last request; the part that holds `now` ends there. `nil` where no log says who asked.
  package func activeSessions(in range: TimeRange, columns: Int, now: Timestamp) -> [Double?] {
    let unknown = [Double?](repeating: nil, count: Swift.max(0, columns))
    guard columns > 0, range.seconds > 0, let known = extent,
      let (runs, _) = sessions.best(from: range.from - SessionRules.activeSeconds)
    else { return unknown }
    let width = range.seconds / Double(columns)
    var changes = [Double](repeating: 0, count: columns + 1)
    var active = 0.0
    for run in runs {
      let end = run.last + SessionRules.activeSeconds
      if run.first <= now, end >= now { active += run.weight }
      let from = ((run.first - range.from) / width).rounded(.down)
      let to = ((end - range.from) / width).rounded(.down)
      guard to >= 0, from < Double(columns) else { continue }
      changes[Int(Swift.max(0, from))] += run.weight
      changes[Int(Swift.min(Double(columns), to))] -= run.weight
    }
    var sum = 0.0
    return (0..<columns).map { column in
      sum += changes[column]
      let start = range.from + width * Double(column)
      let end = start + width
      guard end >= known.lowerBound, start <= Swift.min(now, known.upperBound) else { return nil }
      return end > now ? active : sum
    }
  }
}
