/// Requests of some series added up over a window; reused from row to row.
struct WindowSum {
  private(set) var statuses = StatusCounts()
  private(set) var histogram = LatencyHistogram()

  /// Sums the series of one vantage over a window, from exact totals where it is all of time.
  mutating func sum(
    _ series: SeriesView, _ window: Window, _ range: TimeRange, now: Timestamp
  ) {
    statuses = StatusCounts()
    let layout = series.newestLayout ?? .logarithmic
    histogram.reset(to: layout)
    // By their places, because a series that is bound to a name is copied.
    for place in series.indices {
      let countsLatency = series[place].layout == layout
      if window == .all {
        statuses.merge(series[place].statuses)
        if countsLatency { histogram.add(everythingOf: series[place]) }
        continue
      }
      series[place].tiers.forEachSummand(in: range, now: now) { slot in
        statuses.merge(slot.statuses)
        if countsLatency { histogram.add(slot.latency) }
      }
    }
  }

  /// Takes how requests ended from another view where that knows it in the window, and says whether
  /// it does: histograms and pages of applications often lack it.
  mutating func takeStatuses(
    of series: SeriesView, _ window: Window, _ range: TimeRange, now: Timestamp
  ) -> Bool {
    var found = StatusCounts()
    for place in series.indices {
      if window == .all {
        found.merge(series[place].statuses)
      } else {
        series[place].tiers.forEachSummand(in: range, now: now) { found.merge($0.statuses) }
      }
    }
    guard found.isKnown else { return false }
    statuses = found
    return true
  }
}

/// Series of one row that see the same traffic from one place.
typealias SeriesView = ArraySlice<TrafficSeries>

extension SeriesView {
  /// How much a view is worth: by how exact it is, then by how much it saw; of two alike that of the
  /// source that was named first.
  var rank: (exactness: Int, requests: UInt64, precedence: Int) {
    var rank = (exactness: 0, requests: UInt64(0), precedence: Int.min)
    for place in indices {
      rank.exactness = Swift.max(rank.exactness, self[place].exactness)
      rank.requests &+= self[place].statuses.total
      rank.precedence = Swift.max(rank.precedence, -self[place].source)
    }
    return rank
  }

  /// Whether it tells of any request how it ended.
  var knowsStatuses: Bool { contains { $0.statuses.isKnown } }

  /// The buckets that count: those heard of last, where an application changed them.
  var newestLayout: BucketLayout? {
    var newest: Int?
    for place in indices where self[place].hasLatency {
      if let newest, self[place].lastTime <= self[newest].lastTime { continue }
      newest = place
    }
    return newest.map { self[$0].layout }
  }
}

extension LatencyHistogram {
  /// Adds the durations of a slot.
  @inline(__always)
  mutating func add(_ slot: LatencySlot.View) {
    add(
      slot.counts, count: slot.timed, sumSeconds: slot.sumSeconds, minSeconds: slot.minSeconds,
      maxSeconds: slot.maxSeconds)
  }

  /// Adds all durations that a series has counted since its start.
  mutating func add(everythingOf series: TrafficSeries) {
    add(series.durations)
    series.tiers.forEach { addCounts($1.latency.counts) }
  }

  /// Adds all durations of a statement since the start.
  mutating func add(everythingOf row: QueryStore.Row) {
    add(row.durations)
    row.tiers.forEach { addCounts($1.latency.counts) }
  }

  private mutating func add(_ totals: DurationTotals) {
    add(
      SlotCounts.none, count: totals.count, sumSeconds: totals.sumSeconds,
      minSeconds: totals.minSeconds, maxSeconds: totals.maxSeconds)
  }

  @inline(__always)
  private mutating func addCounts(_ counts: SlotCounts) {
    add(counts, count: 0, sumSeconds: 0, minSeconds: .nan, maxSeconds: .nan)
  }
}

extension LatencySummary {
  /// Whether any percentile is known.
  package var hasPercentiles: Bool { p50 != nil || p95 != nil || p99 != nil }

  /// The mean in seconds where it stands for percentiles; `nil` where any of those is known.
  package var loneMean: Double? { hasPercentiles ? nil : meanSeconds }

  /// What a histogram says.
  init(_ histogram: LatencyHistogram) {
    let quantiles = histogram.quantiles([0.5, 0.9, 0.95, 0.99])
    self.init(
      count: histogram.count, meanSeconds: histogram.meanSeconds, p50: quantiles[0],
      p90: quantiles[1], p95: quantiles[2], p99: quantiles[3],
      maxSeconds: histogram.maxSeconds.isFinite ? histogram.maxSeconds : nil,
      minSeconds: histogram.minSeconds.isFinite ? histogram.minSeconds : nil,
      sumSeconds: histogram.sumSeconds.isFinite ? histogram.sumSeconds : nil)
  }

  /// Takes the figures that the application computed itself where the buckets gave none.
  ///
  /// Quantiles of several series cannot be combined, so one series gives them all.
  mutating func complete(from series: SeriesView) {
    guard let one = series.first(where: { !$0.reported.isEmpty || $0.reportedMaxSeconds.isFinite })
    else { return }
    func quantile(_ rank: Double) -> Quantile? {
      one.reported.first { abs($0.quantile - rank) < 1e-9 && $0.seconds.isFinite }
        .map { Quantile(seconds: $0.seconds) }
    }
    if p50 == nil, p95 == nil, p99 == nil {
      p50 = quantile(0.5)
      p90 = quantile(0.9)
      p95 = quantile(0.95)
      p99 = quantile(0.99)
      isReported = p50 != nil || p95 != nil || p99 != nil
    }
    if maxSeconds == nil, one.reportedMaxSeconds.isFinite { maxSeconds = one.reportedMaxSeconds }
  }
}
