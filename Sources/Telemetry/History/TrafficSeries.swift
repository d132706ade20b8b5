/// What one source knows of one endpoint: its past, its totals and what the application says.
struct TrafficSeries: Sendable {
  let source: SourceID
  private(set) var layout = BucketLayout.logarithmic
  private(set) var tiers = TimeTiers<TrafficSlot>()
  private(set) var statuses = StatusCounts()
  private(set) var hasLatency = false
  private(set) var reported: [ReportedQuantile] = []
  private(set) var reportedMaxSeconds = Double.nan
  private(set) var reportedAt: Timestamp?
  /// Sums over everything that slots keep in single precision; the counts are in the archive.
  private(set) var durations = DurationTotals()
  /// The newest instant this series heard of.
  private(set) var lastTime: Timestamp

  init(source: SourceID, time: Timestamp) {
    self.source = source
    lastTime = time
  }

  /// Whether the buckets of a delta mean what those of the series mean.
  func accepts(_ delta: TrafficDelta) -> Bool {
    guard let latency = delta.latency, hasLatency else { return true }
    return latency.layout == layout
  }

  /// Adds what a source saw, which tells more until `end`, where that is known.
  mutating func fold(_ delta: TrafficDelta, end: Timestamp? = nil) {
    if let latency = delta.latency, latency.layout != layout {
      // Counts on other bounds cannot be added: an application that was redeployed with other
      // buckets starts anew.
      if hasLatency { tiers = TimeTiers() }
      layout = latency.layout
      durations = DurationTotals()
    }
    hasLatency = hasLatency || delta.latency != nil
    lastTime = max(lastTime, delta.time)
    statuses.merge(delta.statuses)
    if let latency = delta.latency { durations.merge(latency) }
    if delta.statuses.total > 0 || delta.latency != nil {
      tiers.merge(TrafficSlot(delta), at: delta.time, end: end)
    }
    if !delta.reported.isEmpty || delta.reportedMaxSeconds.isFinite {
      reported = delta.reported
      reportedMaxSeconds = delta.reportedMaxSeconds
      reportedAt = delta.time
    }
  }

  /// Keeps what nothing is added to in fewer bytes.
  mutating func seal() { tiers.seal() }

  /// Adds what another series of the same source and layout knows.
  mutating func absorb(_ other: TrafficSeries) {
    hasLatency = hasLatency || other.hasLatency
    lastTime = max(lastTime, other.lastTime)
    statuses.merge(other.statuses)
    durations.absorb(other.durations)
    tiers.absorb(other.tiers)
    if let at = other.reportedAt, reportedAt.map({ $0 < at }) ?? true {
      reported = other.reported
      reportedMaxSeconds = other.reportedMaxSeconds
      reportedAt = at
    }
  }

  /// How exact its latencies are: single durations, buckets, figures of the application, means,
  /// none.
  var exactness: Int {
    if hasLatency, layout.tellsSpread { return layout == .logarithmic ? 4 : 3 }
    return reported.isEmpty ? hasLatency ? 1 : 0 : 2
  }
}

/// Number, sum and extremes of durations, exactly.
struct DurationTotals: Sendable {
  private(set) var count: UInt64 = 0
  private(set) var sumSeconds = 0.0
  private(set) var minSeconds = Double.nan
  private(set) var maxSeconds = Double.nan

  mutating func merge(_ latency: LatencyDelta) {
    count &+= latency.count
    sumSeconds += latency.sumSeconds
    minSeconds = Double.minimum(minSeconds, latency.minSeconds)
    maxSeconds = Double.maximum(maxSeconds, latency.maxSeconds)
  }

  mutating func absorb(_ other: DurationTotals) {
    count &+= other.count
    sumSeconds += other.sumSeconds
    minSeconds = Double.minimum(minSeconds, other.minSeconds)
    maxSeconds = Double.maximum(maxSeconds, other.maxSeconds)
  }
}
