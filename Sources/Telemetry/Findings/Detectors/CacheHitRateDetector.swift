/// Caches that answer too few of their look-ups, also lately and not only while they filled.
struct CacheHitRateDetector: Detector {
  let kinds = [FindingKind.cacheHitRate]

  func findings(in scene: Scene) -> [Finding] {
    scene.caches.compactMap { row in
      let severity = scene.thresholds.cache(row)
      guard severity > .fine, let rate = row.hitRate, isBeyondChance(row, in: scene),
        isLasting(row, in: scene)
      else { return nil }
      return finding(row, rate, severity, in: scene)
    }
  }

  /// Whether fewer look-ups are answered than by a cache that just meets the target in nineteen of
  /// twenty windows: of 26 look-ups that may be 23, which is 88 %.
  ///
  /// The normal approximation of the binomial test, one-sided:
  /// https://en.wikipedia.org/wiki/Binomial_test
  private func isBeyondChance(_ row: CacheRow, in scene: Scene) -> Bool {
    let target = scene.thresholds.cacheHitShare
    let lookups = (row.hits ?? 0) + (row.misses ?? 0)
    let deviation = (lookups * target * (1 - target)).squareRoot()
    return target * lookups - (row.hits ?? 0) > 1.645 * deviation
  }

  /// Whether the last third of the window is no better than the whole.
  private func isLasting(_ row: CacheRow, in scene: Scene) -> Bool {
    let middle = scene.range.from + scene.range.seconds * 2 / 3
    let late = TimeRange(from: middle, to: scene.range.to)
    let hits = scene.points(.cacheHits, of: row.name, row.source, in: late)
      .reduce(0) { $0 + $1.value }
    let misses = scene.points(.cacheMisses, of: row.name, row.source, in: late)
      .reduce(0) { $0 + $1.value }
    guard hits + misses >= scene.thresholds.fewestLookups else { return true }
    return hits / (hits + misses) < scene.thresholds.cacheHitShare
  }

  private func finding(
    _ row: CacheRow, _ rate: Double, _ severity: Severity, in scene: Scene
  ) -> Finding {
    let limits = scene.thresholds
    let lookups = (row.hits ?? 0) + (row.misses ?? 0)
    var finding = Finding(
      .cacheHitRate, severity, of: .cache(row.name, source: row.source),
      summary: DisplayText(
        "Cache \(row.name) answers \(Phrase.percent(rate)) of \(Phrase.count(lookups)) look-ups, "
          + "target \(Phrase.percent(limits.cacheHitShare))")
    )
    .showing(
      "hit rate", value: rate,
      threshold: severity == .high ? limits.lowCacheHitShare : limits.cacheHitShare,
      in: .share, source: row.source, range: scene.range)
    if let evictions = row.evictions, evictions > 0 {
      finding = finding.showing("evictions", value: evictions, source: row.source)
        .advising(
          "It threw out \(Phrase.count(evictions)) entries in this window: it is too small for "
            + "what is asked of it; give it more room.")
    } else if let limit = row.limitEntries, let entries = row.entries, entries >= 0.95 * limit {
      finding = finding.advising(
        "It is full (\(Phrase.count(entries)) of \(Phrase.count(limit)) entries), so what is asked for "
          + "again may be gone: give it more room, or key it by less.")
    } else if row.evictions == nil {
      finding = finding.advising(
        "It has room left, or does not tell: entries expire too soon or are never asked for twice; "
          + "lengthen their life, fill it ahead of time, or key it by less.")
    } else {
      finding = finding.advising(
        "It throws nothing out, so entries expire or are never asked for twice: lengthen their "
          + "life, fill it ahead of time, or key it by less.")
    }
    return finding.since(beginning(row, in: scene))
  }

  /// When the hit rate fell under the target without coming up again.
  private func beginning(_ row: CacheRow, in scene: Scene) -> Timestamp? {
    let width = scene.range.seconds / Double(scene.columns)
    let rates = scene.history.hitRates(
      of: row, in: scene.range, count: scene.columns, now: scene.now)
    var start: Timestamp?
    for (column, point) in rates.enumerated() {
      guard let rate = point.hitRate else { continue }
      start =
        rate < scene.thresholds.cacheHitShare
        ? start ?? scene.range.from + width * Double(column) : nil
    }
    return start
  }
}
