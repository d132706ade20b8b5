/// Endpoints that have become slower than they were themselves.
///
/// Slots of the last quarter of the window are compared with those before: the medians of their
/// p95s must differ by half, by 50 ms and by three deviations, where the deviation is the
/// median distance from the median (MAD, scaled for the normal distribution), and the durations
/// of both stretches must differ by the rank test of Mann and Whitney.
///
/// The scale of 1.4826: https://en.wikipedia.org/wiki/Median_absolute_deviation
struct LatencyRegressionDetector: Detector {
  let kinds = [FindingKind.latencyRegression]

  /// Least requests of the older stretch; half as many of the newer one, twice as many in all.
  private static let fewestRequests: UInt64 = 40
  /// The newer median must be so many times the older one.
  private static let leastFactor = 1.5
  /// And it must lie so far above the older one, in seconds.
  private static let leastSeconds = 0.05
  /// Standard deviations of the rank test: chance alone gives 4 once in 30,000 times.
  private static let leastScore = 4.0
  /// Columns of the window; the last quarter of them is what is compared with the others.
  private static let columns = 24

  func findings(in scene: Scene) -> [Finding] {
    guard scene.range.seconds >= 100 else { return [] }
    return scene.endpoints.compactMap { row in
      guard row.requests >= 2 * Self.fewestRequests else { return nil }
      return finding(row, in: scene)
    }
  }

  private func finding(_ row: EndpointRow, in scene: Scene) -> Finding? {
    let columns = scene.history.columns(
      of: scene.range, most: Self.columns, now: scene.now, even: false)
    let split = columns - columns / 4
    let border = scene.range.from + scene.range.seconds * Double(split) / Double(columns)
    // Asked first because it is the cheapest to ask, and few endpoints pass.
    guard let score = score(row.name, border: border, in: scene), score >= Self.leastScore else {
      return nil
    }
    let points = scene.history.timeline(
      of: row.name, in: scene.range, columns: columns, now: scene.now)
    let before = points[..<split].filter { $0.requests > 0 }
    let after = points[split...].filter { $0.requests > 0 }
    guard before.count >= 6, after.count >= 3 else { return nil }
    let old = before.compactMap(\.p95)
    let new = after.compactMap(\.p95)
    guard let oldMedian = old.median, let newMedian = new.median,
      let deviation = old.map({ abs($0 - oldMedian) }).median,
      newMedian >= Self.leastFactor * oldMedian,
      newMedian - oldMedian >= max(Self.leastSeconds, 3 * 1.4826 * deviation)
    else { return nil }
    let factor = newMedian / max(oldMedian, 1e-6)
    let begun = scene.beginning(.latencyRegression, of: row.name) { point in
      (point.p95 ?? 0) > oldMedian + 3 * 1.4826 * deviation
    }
    return Finding(
      .latencyRegression, factor >= 3 ? .high : .medium, of: .endpoint(row.name),
      summary: DisplayText(
        "\(row.name) became \(Phrase.factor(factor)) slower: p95 \(Phrase.duration(newMedian)), "
          + "before \(Phrase.duration(oldMedian))")
    )
    .showing(
      "p95", value: newMedian, threshold: oldMedian, in: .seconds, source: row.sources.first,
      range: TimeRange(from: border, to: scene.range.to)
    )
    .showing("rank test, standard deviations", value: score, threshold: Self.leastScore)
    .advising(
      "Find what changed then: a release, a plan of a statement, the amount of data, or the load "
        + "(\(Phrase.count(after.map(\.requests).reduce(0, +), "request")) since)."
    )
    .since(begun?.time ?? border)
  }

  /// Mann and Whitney's statistic of the durations after and before, in standard deviations.
  private func score(_ name: EndpointName, border: Timestamp, in scene: Scene) -> Double? {
    guard
      let before = scene.history.histogram(
        of: name, in: TimeRange(from: scene.range.from, to: border), now: scene.now),
      let after = scene.history.histogram(
        of: name, in: TimeRange(from: border, to: scene.range.to), now: scene.now),
      before.count >= Self.fewestRequests, after.count >= Self.fewestRequests / 2
    else { return nil }
    return RankTest.score(after, over: before)
  }
}
