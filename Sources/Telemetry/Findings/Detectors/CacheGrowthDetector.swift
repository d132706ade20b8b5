/// Caches whose entries only ever become more, with nothing thrown out.
struct CacheGrowthDetector: Detector {
  let kinds = [FindingKind.cacheGrowth]

  /// For how long the growth must have been seen, in seconds.
  private static let leastSeconds = 240.0
  /// Entries below which a cache is small.
  private static let fewestEntries = 100.0
  /// By how much it must have grown, as a share of the entries at first.
  private static let leastGrowth = 0.2
  /// How likely the growth may be by chance (0...1).
  private static let probability = 0.01

  func findings(in scene: Scene) -> [Finding] {
    scene.caches.compactMap { row in
      guard (row.limitBytes ?? 0) == 0, (row.limitEntries ?? 0) == 0, (row.evictions ?? 0) == 0
      else { return nil }
      let all = scene.points(.cacheEntries, of: row.name, row.source, in: scene.longRange)
      let series = GrowthSeries(all, dropShare: 0.02)
      guard series.points.count >= 12, series.seconds >= Self.leastSeconds,
        let last = series.points.last?.value, let first = series.points.first?.value,
        last >= Self.fewestEntries, last - first >= Self.leastGrowth * max(first, 1),
        let trend = series.lastingTrend(probability: Self.probability)
      else { return nil }
      return finding(row, series, trend, from: first, to: last, in: scene)
    }
  }

  private func finding(
    _ row: CacheRow, _ series: GrowthSeries, _ trend: TrendTest, from first: Double,
    to last: Double, in scene: Scene
  ) -> Finding {
    Finding(
      .cacheGrowth, .medium, of: .cache(row.name, source: row.source),
      summary: DisplayText(
        "Cache \(row.name) only grows: \(Phrase.count(first)) to \(Phrase.count(last)) entries in "
          + "\(Phrase.duration(series.seconds)), \(Phrase.count(trend.slope * 3600)) an hour, none "
          + "thrown out")
    )
    .showing(
      "entries per hour", value: trend.slope * 3600, source: row.source,
      range: TimeRange(from: series.start, to: series.start + series.seconds)
    )
    .showing(
      "probability of chance (Mann-Kendall, corrected)", value: trend.probability,
      threshold: Self.probability, in: .share, source: row.source
    )
    .advising(
      "Give \(row.name) a largest size and a life time (LRU with TTL); "
        + "\(Phrase.count(last * 2)) entries are a generous start."
    )
    .since(series.start)
  }
}
