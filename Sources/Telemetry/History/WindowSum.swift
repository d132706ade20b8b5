/// Requests of some series added up over a window; reused from row to row.
struct WindowSum {
  private(set) var statuses = StatusCounts()
  private(set) var histogram = LatencyHistogram()
  /// What earlier sums found, where they are kept.
  var settled: SettledSums?
  /// The row that is summed up, by its place in the table that `settled` is of.
  var row = 0
  private var part = LatencyHistogram()

  /// Nothing is summed up yet.
  init(keeping settled: SettledSums? = nil) { self.settled = settled }

  /// Sums the series of one vantage over a window, from exact totals where it is all of time.
  mutating func sum(
    _ series: SeriesView, _ window: Window, _ range: TimeRange, now: Timestamp
  ) {
    statuses = StatusCounts()
    let layout = series.newestLayout ?? .logarithmic
    histogram.reset(to: layout)
    let first = series.startIndex
    series.withUnsafeBufferPointer { series in
      // Where they lie, because a series that is bound to a name is copied.
      for place in series.indices {
        let countsLatency = series[place].layout == layout
        if window == .all {
          statuses.merge(series[place].statuses)
          if countsLatency { histogram.add(everythingOf: series[place]) }
          continue
        }
        let key = SettledSums.Key(row: row, place: first + place, source: series[place].source)
        let whole = addSettled(series[place], key, countsLatency, range, now: now)
        func add(_ range: TimeRange) {
          series[place].tiers.forEachSummand(in: range, now: now) { slot in
            statuses.merge(slot.statuses)
            if countsLatency { histogram.add(slot.latency) }
          }
        }
        guard let whole else {
          add(range)
          continue
        }
        add(TimeRange(from: range.from, to: whole.from))
        add(TimeRange(from: whole.to, to: range.to))
      }
    }
  }

  /// Adds what is kept of a series, and says which part of the range that is.
  private mutating func addSettled(
    _ series: TrafficSeries, _ key: SettledSums.Key, _ countsLatency: Bool, _ range: TimeRange,
    now: Timestamp
  ) -> TimeRange? {
    guard settled != nil,
      let whole = series.tiers.settledPart(
        of: range, before: SettledSums.settlingSeconds, now: now)
    else { return nil }
    // Apart, for it is written to while the part is summed up.
    var kept = settled
    settled = nil
    defer { settled = kept }
    let sum = kept?.sum(of: key, series.layout, withDurations: countsLatency, in: whole) {
      var statuses = StatusCounts()
      part.reset(to: series.layout)
      series.tiers.forEachSummand(in: whole, now: now) { slot in
        statuses.merge(slot.statuses)
        if countsLatency { part.add(slot.latency) }
      }
      return (statuses, countsLatency ? part.packed : nil)
    }
    guard let sum else { return nil }
    statuses.merge(sum.statuses)
    if let durations = sum.durations { histogram.add(durations) }
    return whole
  }

  /// Takes how requests ended from another view where that knows it in the window, and says whether
  /// it does: histograms and pages of applications often lack it.
  mutating func takeStatuses(
    of series: SeriesView, _ window: Window, _ range: TimeRange, now: Timestamp
  ) -> Bool {
    var found = StatusCounts()
    series.withUnsafeBufferPointer { series in
      for place in series.indices {
        if window == .all {
          found.merge(series[place].statuses)
        } else {
          series[place].tiers.forEachSummand(in: range, now: now) { found.merge($0.statuses) }
        }
      }
    }
    guard found.isKnown else { return false }
    statuses = found
    return true
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
    let ranks: InlineArray<4, Double> = [0.5, 0.9, 0.95, 0.99]
    let quantiles = histogram.quantiles(ranks)
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
