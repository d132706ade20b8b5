/// Makes the deltas and readings of a batch from summed increases.
enum TrafficAssembly {
  /// Fills traffic and readings; endpoints without any news are left out.
  static func fill(
    _ batch: inout Batch, _ increases: Increases, _ values: [Double], _ binding: SeriesBinding
  ) {
    let reported = reportedQuantiles(increases, values, binding)
    let maxima = reportedMaxima(values, binding)
    var deltas: [TrafficDelta?] = binding.endpoints.indices.map { endpoint in
      let statuses = statuses(increases, endpoint)
      let quantiles = reported[endpoint] ?? []
      let maximum = maxima[endpoint] ?? .nan
      if statuses.total == 0, quantiles.isEmpty, maximum.isNaN { return nil }
      return TrafficDelta(
        kind: binding.endpoints[endpoint].kind, name: binding.endpoints[endpoint].name,
        time: batch.time, statuses: statuses, reported: quantiles, reportedMaxSeconds: maximum)
    }
    var extra: [TrafficDelta] = []
    for cell in binding.cells.indices {
      guard let latency = latency(increases, cell, binding) else { continue }
      let endpoint = binding.cells[cell].endpoint
      let bare = TrafficDelta(
        kind: binding.endpoints[endpoint].kind, name: binding.endpoints[endpoint].name,
        time: batch.time, statuses: StatusCounts(), latency: latency)
      if deltas[endpoint] == nil {
        deltas[endpoint] = bare
      } else if deltas[endpoint]?.latency == nil {
        deltas[endpoint]?.latency = latency
      } else {
        // Histograms of another layout cannot be added: they travel by themselves.
        extra.append(bare)
      }
    }
    for endpoint in binding.endpoints.indices where increases.times[endpoint] > 0 {
      guard let delta = deltas[endpoint], delta.latency == nil, delta.statuses.total > 0 else {
        continue
      }
      let count = delta.statuses.total
      deltas[endpoint]?.latency = LatencyDelta(
        layout: .explicit([]), counts: SparseCounts(sorted: [(0, count)]), count: count,
        sumSeconds: increases.times[endpoint])
    }
    batch.traffic += deltas.compactMap(\.self) + extra
    for (number, value) in increases.readings.enumerated() where !value.isNaN {
      let reading = binding.readings[number]
      batch.readings.append(
        SignalReading(
          signal: reading.signal, subject: reading.subject, time: batch.time, value: value))
    }
  }

  private static func statuses(_ increases: Increases, _ endpoint: Int) -> StatusCounts {
    var counts = StatusCounts()
    func count(_ lane: Int) -> UInt64 {
      wholeCount(increases.statuses[endpoint * StatusWord.laneCount + lane])
    }
    for lane in 0...5 { counts[lane] = count(lane) }
    counts.noAnswer = count(StatusWord.noAnswer)
    let failed = count(StatusWord.failedAmong)
    counts[5] += failed
    counts[2] -= min(counts[2], failed)
    let timed = counts.total
    let all = count(StatusWord.all)
    if all > timed {
      // Without failures the difference is what was served while the page was written.
      let untimed = min(all - timed, count(StatusWord.failedBeside))
      counts[5] += untimed
      if timed == 0 { counts[0] += all - untimed }
    }
    return counts
  }

  /// Whether requests failed that no duration and no status tells of.
  static func hasUntimedFailures(_ increases: Increases, _ binding: SeriesBinding) -> Bool {
    binding.endpoints.indices.contains { endpoint in
      let lanes = endpoint * StatusWord.laneCount
      let timed = increases.statuses[lanes...(lanes + StatusWord.noAnswer)].reduce(0, +)
      return increases.statuses[lanes + StatusWord.failedBeside] > 0
        && increases.statuses[lanes + StatusWord.all] > timed
    }
  }

  private static func latency(
    _ increases: Increases, _ number: Int, _ binding: SeriesBinding
  ) -> LatencyDelta? {
    let cell = binding.cells[number]
    var total: UInt64 = 0
    var entries: [(bucket: Int, count: UInt64)] = []
    for bucket in cell.range {
      let count = wholeCount(increases.buckets[cell.offset + bucket - cell.range.lowerBound])
      if count == 0 { continue }
      total &+= count
      entries.append((bucket, count))
    }
    guard total > 0 else { return nil }
    return LatencyDelta(
      layout: binding.layouts[cell.layout], counts: SparseCounts(sorted: entries), count: total,
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
