/// What the counters of one exposition have grown by, summed by endpoint.
struct Increases: Sendable {
  /// What increases are measured from.
  enum Origin {
    /// Nothing was seen before: no increases.
    case unknown
    /// Values of an earlier scrape by slot; a series that is NaN there (or past the end) is new
    /// and counts from zero.
    case values([Double])
    /// Everything counts from zero: a restarted process, or totals since its start.
    case zero
  }

  /// By cell: counts of each bucket, not cumulative.
  private(set) var buckets: [Double]
  private(set) var sums: [Double]
  /// By endpoint: seconds of all requests, where a counter tells them without any durations.
  private(set) var times: [Double]
  /// By endpoint, `StatusWord.laneCount` lanes each: unknown, the classes 1 to 5, no answer, the
  /// failures that the class 2 counts too, all requests, and failures that no class counts.
  private(set) var statuses: [Double]
  /// Whether any endpoint had failures that are counted beside its requests.
  var hasFailedBeside: Bool {
    let lanes = stride(
      from: StatusWord.failedBeside, to: statuses.count, by: StatusWord.laneCount)
    return lanes.contains { statuses[$0] > 0 }
  }
  /// By reading; NaN where nothing was read.
  private(set) var readings: [Double]
  /// Whether counters of any endpoint were lower than before.
  private(set) var hasFallen = false
  /// By group, to choose the series whose quantiles stand for an endpoint.
  private(set) var groupCounts: [Double]

  init(_ binding: SeriesBinding) {
    buckets = Array(repeating: 0, count: binding.accumulatorCount)
    sums = Array(repeating: 0, count: binding.cells.count)
    times = Array(repeating: 0, count: binding.endpoints.count)
    statuses = Array(repeating: 0, count: binding.endpoints.count * StatusWord.laneCount)
    readings = Array(repeating: .nan, count: binding.readings.count)
    groupCounts = Array(repeating: 0, count: binding.groups.count)
  }

  /// Adds what the values have grown by since `origin`.
  ///
  /// Linear in the bound series. A histogram is reset as a whole: when any bucket or its count
  /// dropped, when its layout changed, or when its `_created` moved.
  mutating func add(
    _ values: [Double], since origin: Origin, binding: SeriesBinding, plan: MetricPlan
  ) {
    addReadings(values, since: origin, binding)
    var previous: [Double]
    switch origin {
    case .unknown: return
    case .zero: previous = []
    case .values(let earlier): previous = earlier
    }
    // Series that were born since lie past the end, and count from zero like a NaN.
    if previous.count < values.count {
      previous += Array(repeating: .nan, count: values.count - previous.count)
    }
    for number in binding.groups.indices {
      let group = binding.groups[number]
      if group.endpoint < 0 { continue }
      let isReset = Increases.isReset(group, values, previous, binding)
      if isReset { hasFallen = true }
      let growth = { (slot: Int32) -> Double in
        guard slot >= 0 else { return .nan }
        let earlier = previous[Int(slot)]
        return isReset || earlier.isNaN ? values[Int(slot)] : values[Int(slot)] - earlier
      }
      var count = growth(group.count)
      if group.hasDurations, !Increases.isRelayout(group, isReset: isReset) {
        let total =
          group.sparse.isEmpty
          ? addBuckets(group, count: count, growth, binding) : addSparse(group, growth, binding)
        if count.isNaN { count = total }
        let unit = plan.views[group.view].secondsPerUnit
        let sum = growth(group.sum)
        if group.count < 0, sum.isFinite, sum != 0 {
          times[group.endpoint] += (sum > 0 ? sum : values[Int(group.sum)]) * unit
        }
        // A sum that shrinks without a reset comes from negative durations: it is not known.
        if count > 0 { sums[group.cell] += sum >= 0 ? sum * unit : .nan }
      }
      guard count.isFinite, count > 0 else { continue }
      groupCounts[number] = count
      if group.countsRequests {
        statuses[group.endpoint * StatusWord.laneCount + group.lane] += count
      }
    }
  }

  private static func isReset(
    _ group: SeriesBinding.Group, _ values: [Double], _ previous: [Double],
    _ binding: SeriesBinding
  ) -> Bool {
    if group.lostBucket, group.sparse.isEmpty { return true }
    if group.created >= 0, values[Int(group.created)] > previous[Int(group.created)] {
      return true
    }
    if group.count >= 0, values[Int(group.count)] < previous[Int(group.count)] { return true }
    for entry in binding.sparseSlots[group.sparse]
    where values[Int(entry.slot)] < previous[Int(entry.slot)] {
      return true
    }
    var known = 0
    for slot in binding.bucketSlots[group.buckets] {
      let earlier = previous[Int(slot)]
      if values[Int(slot)] < earlier { return true }
      if !earlier.isNaN { known += 1 }
    }
    return known > 0 && known < group.buckets.count
  }

  /// Whether a native histogram became coarser without a reset, as it may when it grows too large.
  ///
  /// Its buckets cannot be compared with those before, so this interval has no latencies.
  private static func isRelayout(_ group: SeriesBinding.Group, isReset: Bool) -> Bool {
    group.lostBucket && !group.sparse.isEmpty && !isReset
  }

  /// Adds buckets that are not cumulative; one that was not there before counts from zero.
  private mutating func addSparse(
    _ group: SeriesBinding.Group, _ growth: (Int32) -> Double, _ binding: SeriesBinding
  ) -> Double {
    let cell = binding.cells[group.cell]
    var total = 0.0
    for entry in binding.sparseSlots[group.sparse] {
      let grown = growth(entry.slot)
      guard grown > 0, grown.isFinite else { continue }
      buckets[cell.offset + entry.bucket - cell.range.lowerBound] += grown
      total += grown
    }
    return total
  }

  /// Adds the buckets of a group to its cell and returns how many durations that were.
  ///
  /// A torn scrape, in which a bucket runs ahead of the next one, is repaired as in
  /// `HistogramQuantile`: counts are made to rise.
  private mutating func addBuckets(
    _ group: SeriesBinding.Group, count: Double, _ growth: (Int32) -> Double,
    _ binding: SeriesBinding
  ) -> Double {
    var place = binding.cells[group.cell].offset
    var running = 0.0
    let slots = binding.bucketSlots[group.buckets]
    for slot in group.endsWithInfinity ? slots.dropLast() : slots {
      let cumulative = growth(slot)
      if cumulative > running, cumulative.isFinite {
        buckets[place] += cumulative - running
        running = cumulative
      }
      place += 1
    }
    let total = group.endsWithInfinity ? slots.last.map(growth) ?? count : count
    if total > running, total.isFinite {
      buckets[place] += total - running
      running = total
    }
    return running
  }

  private mutating func addReadings(
    _ values: [Double], since origin: Origin, _ binding: SeriesBinding
  ) {
    var unlimited: Set<Int> = []
    for series in binding.signalSeries {
      var value = values[Int(series.slot)]
      let reading = binding.readings[series.reading]
      if binding.folds[series.reading] == .change { continue }
      if value == series.unlimited {
        unlimited.insert(series.reading)
        continue
      }
      if value == series.undefined || !value.isFinite || value < series.least { continue }
      if reading.signal.isCounter {
        switch origin {
        case .unknown: continue
        case .zero: break
        case .values(let previous):
          let slot = Int(series.slot)
          let earlier = slot < previous.count ? previous[slot] : .nan
          if value >= earlier { value -= earlier }
        }
      } else if reading.signal == .breakerState, value == 2 {
        // The common numbering of hand-made gauges: 0 closed, 1 open, 2 half open.
        value = 0.5
      }
      value *= series.scale
      let known = readings[series.reading]
      switch binding.folds[series.reading] {
      case .sum: readings[series.reading] = known.isNaN ? value : known + value
      case .maximum: readings[series.reading] = known.isNaN ? value : max(known, value)
      case .change: break
      }
    }
    // A difference of two counters that were not read at one instant may fall below zero.
    for number in readings.indices where readings[number] < 0 { readings[number] = 0 }
    for number in unlimited { readings[number] = .nan }
  }
}
