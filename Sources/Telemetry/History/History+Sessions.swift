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

  /// The percentiles of values with their weights; `nil` when there are none.
  init?(_ values: [(value: Double, weight: Double)]) {
    let sorted = values.sorted { $0.value < $1.value }
    guard let last = sorted.last else { return nil }
    let total = sorted.reduce(0) { $0 + $1.weight }
    let ranks = [0.5, 0.9, 0.95, 0.99]
    var found: [Double] = []
    var passed = 0.0
    for (value, weight) in sorted {
      passed += weight
      // Half a session less, so that sums of weights need not be exact.
      while found.count < ranks.count, passed >= ranks[found.count] * total - 0.001 {
        found.append(value)
      }
    }
    while found.count < ranks.count { found.append(last.value) }
    (p50, p90, p95, p99) = (found[0], found[1], found[2], found[3])
    p50Range = SessionQuantiles.range(of: 0.5, in: sorted)
    p95Range = SessionQuantiles.range(of: 0.95, in: sorted)
    mean = sorted.reduce(0) { $0 + $1.value * $1.weight } / total
    max = last.value
  }

  /// By order statistics, as for durations (see `LatencyHistogram.confidenceRange`); what was scaled
  /// up counts as often as it was seen.
  private static func range(
    of quantile: Double, in sorted: [(value: Double, weight: Double)]
  ) -> ClosedRange<Double>? {
    let size = Double(sorted.count)
    let spread = 1.96 * (size * quantile * (1 - quantile)).squareRoot()
    let first = Int((size * quantile - spread).rounded(.down))
    let last = Int((size * quantile + spread).rounded(.up))
    guard first >= 1, last <= sorted.count else { return nil }
    return sorted[first - 1].value...sorted[last - 1].value
  }
}

extension History {
  /// The sessions of the window; `nil` when no log says who asked.
  ///
  /// Those count that had a request in the window, each with all of its requests so far, before
  /// the window too. Cost: at most 6,144 sessions are sorted twice, about a millisecond.
  package func sessionRow(_ window: Window, now: Timestamp) -> SessionRow? {
    let range = range(of: window, now: now)
    guard let (runs, identity) = sessions.best(from: range.from) else { return nil }
    var row = SessionRow(identity: identity)
    row.gapSeconds = sessions.gapSeconds
    let activeSince = now - SessionRules.activeSeconds
    var durations: [(value: Double, weight: Double)] = []
    var requests: [(value: Double, weight: Double)] = []
    for run in runs where run.last >= range.from && run.first < range.to {
      row.sampled += 1
      row.count += run.weight
      if run.last >= activeSince { row.active += run.weight }
      durations.append((min(run.last, max(now, run.first)) - run.first, run.weight))
      requests.append((Double(run.requests), run.weight))
    }
    row.durations = SessionQuantiles(durations)
    row.requests = SessionQuantiles(requests)
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
