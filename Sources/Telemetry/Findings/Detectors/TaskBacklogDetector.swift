/// Queues of jobs that grow faster than they are worked off.
struct TaskBacklogDetector: Detector {
  let kinds = [FindingKind.taskBacklog]

  /// Jobs waiting below which a queue is short.
  private static let fewestWaiting = 20.0
  /// For how long the rise must have been seen, in seconds.
  private static let leastSeconds = 60.0
  /// How likely the rise may be by chance (0...1).
  private static let probability = 0.01

  func findings(in scene: Scene) -> [Finding] {
    let keys = scene.history.signals.keys.filter { $0.signal == .taskBacklog }
    return keys.compactMap { key in finding(key, in: scene) }
  }

  private func finding(_ key: SeriesKey, in scene: Scene) -> Finding? {
    let range = TimeRange(from: min(scene.range.from, scene.now - 900), to: scene.range.to)
    let points = scene.history.signals.points(key, in: range, now: scene.now)
      .map { (time: $0.0, value: $0.1) }
    let series = GrowthSeries(points, dropShare: 0.5)
    guard series.points.count >= 8, series.seconds >= Self.leastSeconds,
      let first = series.points.first?.value, let last = series.points.last?.value,
      last >= Self.fewestWaiting, last >= 2 * max(1, first),
      let trend = series.lastingTrend(probability: Self.probability)
    else { return nil }
    let queue = scene.history.title(of: key)
    let perMinute = trend.slope * 60
    return Finding(
      .taskBacklog, .high, of: .queue(queue, source: key.source),
      summary: DisplayText(
        "Jobs pile up in \(queue): \(Phrase.count(first)) to \(Phrase.count(last)) waiting in "
          + "\(Phrase.duration(series.seconds)), \(Phrase.count(perMinute)) more a minute")
    )
    .showing(
      "jobs more per minute", value: perMinute, source: key.source,
      range: TimeRange(from: series.start, to: series.start + series.seconds)
    )
    .advising(
      "Take in no more than is worked off: bound the queue and refuse beyond it, or run more workers "
        + "for \(queue)."
    )
    .since(series.start)
  }
}
