/// Processes whose memory grows without end: a trend test on what is left after each collection.
struct MemoryGrowthDetector: Detector {
  let kinds = [FindingKind.memoryGrowth]

  /// Growth over a shorter time is start-up.
  private static let leastSeconds = 240.0
  /// How likely the growth may be by chance (0...1).
  private static let probability = 0.01
  /// Growth below both of these is noise.
  private static let leastShare = 0.05
  private static let leastBytes = 4_194_304.0

  func findings(in scene: Scene) -> [Finding] {
    scene.memory.compactMap { row in
      finding(row, .heapBytes, in: scene) ?? finding(row, .residentBytes, in: scene)
    }
  }

  private func finding(_ row: MemoryRow, _ signal: Signal, in scene: Scene) -> Finding? {
    let all = scene.points(signal, of: row.name, row.source, in: scene.longRange)
    let series = GrowthSeries(all, dropShare: 0.3).lows
    guard series.points.count >= 8, series.seconds >= Self.leastSeconds,
      let trend = series.lastingTrend(probability: Self.probability)
    else { return nil }
    let grown = trend.slope * series.seconds
    guard grown >= Self.leastBytes, grown >= Self.leastShare * trend.first else { return nil }
    let perHour = trend.slope * 3600
    let current = (signal == .heapBytes ? row.heapBytes : row.residentBytes) ?? trend.first + grown
    let limit =
      signal == .heapBytes
      ? row.heapLimitBytes ?? (row.residentBytes == nil ? row.limitBytes : nil) : row.limitBytes
    let left = limit.map { max(0, $0 - current) / trend.slope }
    let isUrgent = (left ?? .infinity) < 3600
    let severity: Severity =
      isUrgent
      ? .critical : perHour >= 0.1 * trend.first || left ?? .infinity < 86_400 ? .high : .medium
    let end = left.map { $0 < 604_800 ? ", at its limit in \(Phrase.duration($0))" : "" } ?? ""
    let what = signal == .heapBytes ? "The heap" : "The memory"
    return Finding(
      .memoryGrowth, severity, of: .process(row.name, source: row.source),
      summary: DisplayText(
        "\(what) of \(row.name) grows by \(Phrase.bytes(perHour)) an hour: \(Phrase.bytes(trend.first)) to "
          + "\(Phrase.bytes(trend.first + grown)) in \(Phrase.duration(series.seconds))\(end)")
    )
    .showing(
      "growth per hour (Theil-Sen)", value: perHour, in: .bytes, source: row.source,
      range: TimeRange(from: series.start, to: series.start + series.seconds)
    )
    .showing(
      "probability of chance (Mann-Kendall, corrected)", value: trend.probability,
      threshold: Self.probability, in: .share, source: row.source
    )
    .advising(advice(row, in: scene))
    .since(series.start)
  }

  private func advice(_ row: MemoryRow, in scene: Scene) -> String {
    let growing = scene.caches.first { cache in
      guard cache.source == row.source, (cache.evictions ?? 0) == 0, cache.limitEntries == nil,
        cache.limitBytes == nil
      else { return false }
      let points = scene.points(.cacheEntries, of: cache.name, cache.source, in: scene.longRange)
      return GrowthSeries(points, dropShare: 0.02).lastingTrend(probability: 0.01) != nil
    }
    if let growing {
      return
        "Cache \(growing.name) of the same source grows with it and throws nothing out: bound it."
    }
    let backlog = scene.history.signals.keys.first { key in
      guard key.signal == .taskBacklog, key.source == row.source else { return false }
      let points = scene.history.signals.points(key, in: scene.longRange, now: scene.now)
        .map { (time: $0.0, value: $0.1) }
      return GrowthSeries(points, dropShare: 0.3).lastingTrend(probability: 0.01) != nil
    }
    if let backlog {
      return "What waits in \(backlog.subject) grows with it: see first what each job there holds "
        + "on to; else compare two heap dumps some minutes apart."
    }
    return
      "Compare two heap dumps some minutes apart (tracemalloc, pprof, a heap snapshot) and look "
      + "for lists, caches and listeners that only ever get longer."
  }
}
