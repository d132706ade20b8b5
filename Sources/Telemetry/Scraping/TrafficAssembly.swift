/// Makes the deltas and readings of a batch from summed increases.
enum TrafficAssembly {
  /// Fills traffic and readings; endpoints without any news are left out.
  ///
  /// The answer is whether requests failed that no duration and no status tells of, which the totals
  /// since the start (`totals`) decide.
  @discardableResult
  static func fill(
    _ batch: inout Batch, _ increases: Increases, _ values: [Double], _ binding: SeriesBinding,
    totals: Increases? = nil
  ) -> Bool {
    var hasUntimedFailures = false
    let reported = reportedQuantiles(increases, values, binding)
    let maxima = reportedMaxima(values, binding)
    let latencies = binding.cells.indices.map { latency(increases, $0, binding) }
    var firstCells = [Int?](repeating: nil, count: binding.endpoints.count)
    var furtherCells: [Int] = []
    for cell in latencies.indices where latencies[cell] != nil {
      let endpoint = binding.cells[cell].endpoint
      if firstCells[endpoint] == nil {
        firstCells[endpoint] = cell
      } else {
        furtherCells.append(cell)
      }
    }
    batch.traffic.reserveCapacity(binding.endpoints.count + furtherCells.count)
    for endpoint in binding.endpoints.indices {
      let untimed = totals.map { untimedFailures(increases, endpoint, of: $0) } ?? 0
      if untimed > 0 { hasUntimedFailures = true }
      let statuses = statuses(increases, endpoint, untimed: untimed)
      let quantiles = reported[endpoint] ?? []
      let maximum = maxima[endpoint] ?? .nan
      var latency = firstCells[endpoint].flatMap { latencies[$0] }
      if latency == nil, statuses.total > 0, increases.times[endpoint] > 0 {
        latency = LatencyDelta(
          layout: .explicit([]), counts: SparseCounts(sorted: [(0, statuses.total)]),
          count: statuses.total, sumSeconds: increases.times[endpoint])
      }
      if statuses.total == 0, quantiles.isEmpty, maximum.isNaN, latency == nil { continue }
      batch.traffic.append(
        TrafficDelta(
          kind: binding.endpoints[endpoint].kind, name: binding.endpoints[endpoint].name,
          time: batch.time, statuses: statuses, latency: latency, reported: quantiles,
          reportedMaxSeconds: maximum))
    }
    // Histograms of another layout cannot be added: they travel by themselves.
    for cell in furtherCells {
      let endpoint = binding.cells[cell].endpoint
      batch.traffic.append(
        TrafficDelta(
          kind: binding.endpoints[endpoint].kind, name: binding.endpoints[endpoint].name,
          time: batch.time, statuses: StatusCounts(), latency: latencies[cell]))
    }
    batch.pools = binding.pools
    for (number, value) in increases.readings.enumerated() where !value.isNaN {
      let reading = binding.readings[number]
      batch.readings.append(
        SignalReading(
          signal: reading.signal, subject: reading.subject, time: batch.time, value: value))
    }
    return hasUntimedFailures
  }

  private static func statuses(
    _ increases: Increases, _ endpoint: Int, untimed: UInt64
  ) -> StatusCounts {
    var counts = StatusCounts()
    func count(_ lane: Int) -> UInt64 {
      wholeCount(increases.statuses[endpoint * StatusWord.laneCount + lane])
    }
    for lane in 0...5 { counts[lane] = count(lane) }
    counts.noAnswer = count(StatusWord.noAnswer)
    let failed = count(StatusWord.failedAmong)
    counts[5] += failed
    counts[2] -= min(counts[2], failed)
    let isTimed = counts.total > 0
    let all = count(StatusWord.all)
    counts[5] += untimed
    if !isTimed, all > untimed { counts[0] += all - untimed }
    return counts
  }

  /// Requests that failed and that no duration and no status tells of.
  ///
  /// Requests are counted when they begin and timed when they end, so some are under way at each look.
  /// Failures are not timed where, since the start, more requests are missing than half of those that
  /// failed.
  private static func untimedFailures(
    _ increases: Increases, _ endpoint: Int, of totals: Increases
  ) -> UInt64 {
    let failed = lanes(of: endpoint, in: increases)
    guard failed.beside > 0, failed.missing > 0 else { return 0 }
    let ever = lanes(of: endpoint, in: totals)
    return ever.missing * 2 >= ever.beside ? wholeCount(min(failed.missing, failed.beside)) : 0
  }

  /// Requests that no status tells of, and failures that are counted beside them.
  private static func lanes(
    of endpoint: Int, in increases: Increases
  ) -> (missing: Double, beside: Double) {
    let first = endpoint * StatusWord.laneCount
    let told = increases.statuses[first...(first + StatusWord.noAnswer)].reduce(0, +)
    return (
      increases.statuses[first + StatusWord.all] - told,
      increases.statuses[first + StatusWord.failedBeside]
    )
  }

  private static func latency(
    _ increases: Increases, _ number: Int, _ binding: SeriesBinding
  ) -> LatencyDelta? {
    let cell = binding.cells[number]
    var total: UInt64 = 0
    let counts = SparseCounts(most: cell.range.count) { append in
      for bucket in cell.range {
        let count = wholeCount(increases.buckets[cell.offset + bucket - cell.range.lowerBound])
        if count == 0 { continue }
        total &+= count
        append(bucket, count)
      }
    }
    guard total > 0 else { return nil }
    return LatencyDelta(
      layout: binding.layouts[cell.layout], counts: counts, count: total,
      sumSeconds: increases.sums[number])
  }

  /// A sum of increases as a count: rounded, and never negative.
  private static func wholeCount(_ value: Double) -> UInt64 {
    guard value > 0 else { return 0 }
    return UInt64(exactly: value.rounded()) ?? .max >> 8
  }

  /// Quantiles by endpoint; of several series the busiest speaks, since they cannot be merged.
  private static func reportedQuantiles(
    _ increases: Increases, _ values: [Double], _ binding: SeriesBinding
  ) -> [Int: [ReportedQuantile]] {
    var busiest: [Int: Int] = [:]
    for entry in binding.quantiles {
      let endpoint = binding.groups[entry.group].endpoint
      guard endpoint >= 0, entry.slot < values.count, values[Int(entry.slot)].isFinite else {
        continue
      }
      guard let known = busiest[endpoint] else {
        busiest[endpoint] = entry.group
        continue
      }
      if increases.groupCounts[entry.group] > increases.groupCounts[known] {
        busiest[endpoint] = entry.group
      }
    }
    var reported: [Int: [ReportedQuantile]] = [:]
    for entry in binding.quantiles {
      let endpoint = binding.groups[entry.group].endpoint
      guard busiest[endpoint] == entry.group, values[Int(entry.slot)].isFinite else { continue }
      reported[endpoint, default: []].append(
        ReportedQuantile(
          quantile: entry.quantile,
          seconds: values[Int(entry.slot)] * binding.units[binding.groups[entry.group].view]))
    }
    return reported.mapValues { $0.sorted { $0.quantile < $1.quantile } }
  }

  private static func reportedMaxima(
    _ values: [Double], _ binding: SeriesBinding
  ) -> [Int: Double] {
    var maxima: [Int: Double] = [:]
    for group in binding.groups where group.maximum >= 0 && group.endpoint >= 0 {
      guard Int(group.maximum) < values.count, values[Int(group.maximum)].isFinite else {
        continue
      }
      let seconds = values[Int(group.maximum)] * binding.units[group.view]
      maxima[group.endpoint] = max(maxima[group.endpoint] ?? 0, seconds)
    }
    return maxima
  }
}
