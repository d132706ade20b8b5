/// Endpoints of whose requests more end in 5xx, or without an answer, than may.
struct ErrorRateDetector: Detector {
  let kinds = [FindingKind.errorRate]

  func findings(in scene: Scene) -> [Finding] {
    let candidates = scene.endpoints.filter { isCredible($0, scene.thresholds) }
    let isRestart = candidates.count >= 2 && looksLikeRestart(candidates, in: scene)
    return isRestart ? [] : candidates.map { finding($0, in: scene) }
  }

  /// Whether errors are more than chance gives to an endpoint just under the limit.
  private func isCredible(_ row: EndpointRow, _ limits: Thresholds) -> Bool {
    limits.errors(of: row) > .fine
      && Chance.tellsFailing(row.statuses.errors, among: row.requests, limit: limits.errorShare)
  }

  /// Whether the errors of many endpoints all lie in one short, bygone moment.
  private func looksLikeRestart(_ rows: [EndpointRow], in scene: Scene) -> Bool {
    guard scene.columns >= 12, rows.count * 2 >= scene.endpoints.count else { return false }
    let timeline = scene.history.timeline(
      of: nil, in: scene.range, columns: scene.columns, now: scene.now)
    let bad = timeline.indices.filter { timeline[$0].statuses.errors > 0 }
    guard let first = bad.first, let last = bad.last else { return false }
    return last - first <= 2 && last < timeline.count - 3
  }

  private func finding(_ row: EndpointRow, in scene: Scene) -> Finding {
    let limits = scene.thresholds
    let severity = limits.errors(of: row)
    let share = row.errorRate ?? 0
    let lost = row.statuses.noAnswer
    let begun = beginning(row, in: scene)
    return Finding(
      .errorRate, severity, of: .endpoint(row.name),
      summary: DisplayText(
        "\(row.name) fails: \(Phrase.percent(share)) of \(Phrase.count(row.requests, "request")) "
          + "(\(Phrase.count(Double(row.statuses.errors)))) end in "
          + (lost == row.statuses.errors ? "no answer" : lost > 0 ? "5xx or no answer" : "5xx"))
    )
    .showing(
      "error rate", value: share, threshold: limits.errorLimit(passedAt: severity), in: .share,
      source: row.sources.first, range: scene.range
    )
    .advising(advice(row, in: scene))
    .lasting(since: begun, likely: row.requests < 20 ? "\(row.requests) requests only" : nil)
  }

  /// The first failure of those that come without a stretch of few failures between them.
  private func beginning(_ row: EndpointRow, in scene: Scene) -> KnownBeginning? {
    scene.reachingBack(.errorRate, of: row.name) { points in
      var (errors, requests): (UInt64, UInt64) = (0, 0)
      var begun: Timestamp?
      for point in points.reversed() {
        errors &+= point.statuses.errors
        requests &+= point.requests
        guard point.statuses.errors > 0,
          Double(errors) > scene.thresholds.errorShare * Double(requests)
        else { continue }
        begun = point.start
        (errors, requests) = (0, 0)
      }
      return begun
    }
  }

  private func advice(_ row: EndpointRow, in scene: Scene) -> String {
    let mean = row.latency?.meanSeconds ?? 0
    if row.name.route.string.lowercased().contains("invalid")
      || row.name.route.string.lowercased().contains("nonexistent")
    {
      return "Validate the input of \(row.name) before it is used and answer 4xx: what a caller "
        + "gets wrong is not a 5xx."
    }
    if let error = scene.history.tail.last(where: {
      $0.level >= .error && $0.time <= scene.now
    }) {
      return "Begin with the last error in the log of \(scene.name(of: error.source)): "
        + Phrase.short(error.text, 90)
    }
    if mean >= 5 {
      return "Failures take \(Phrase.duration(mean)) on average: look for a time-out further down."
    }
    return "Look in the application's log for the exception behind \(row.name); svctop shows it "
      + "beside the numbers when that log is a source too."
  }
}
