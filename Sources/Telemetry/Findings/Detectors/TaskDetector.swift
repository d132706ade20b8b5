/// Background jobs and steps that are slow or fail.
struct TaskDetector: Detector {
  let kinds = [FindingKind.taskSlow, .taskFailures]

  /// So many times over the limit it is high.
  private static let highFactor = 2.0
  /// One run alone counts only when it is so many times over the limit.
  private static let singleFactor = 4.0

  func findings(in scene: Scene) -> [Finding] {
    scene.tasks.flatMap { row in [slow(row, in: scene), failing(row, in: scene)].compactMap { $0 } }
  }

  private func slow(_ row: EndpointRow, in scene: Scene) -> Finding? {
    let limit = scene.thresholds.slowTaskSeconds
    guard let latency = row.latency,
      let typical = latency.p95?.seconds ?? latency.meanSeconds, typical > limit,
      latency.count >= 2 || typical >= Self.singleFactor * limit
    else { return nil }
    let mean = latency.meanSeconds ?? typical
    let steps = scene.tasks.filter { other in
      other.name != row.name && (other.latency?.meanSeconds ?? 0) < mean
    }
    .sorted { ($0.latency?.meanSeconds ?? 0) > ($1.latency?.meanSeconds ?? 0) }
    let longest = steps.first.map {
      " Of the others \($0.name) takes longest, \(Phrase.duration($0.latency?.meanSeconds ?? 0))."
    }
    let isHigh = typical > Self.highFactor * limit
    return Finding(
      .taskSlow, isHigh ? .high : .medium, of: .task(row.name),
      summary: DisplayText(
        "\(row.name) takes \(Phrase.duration(typical)), \(Phrase.count(row.requests, "run"))")
    )
    .showing(
      "p95", value: typical, threshold: isHigh ? Self.highFactor * limit : limit, in: .seconds,
      source: row.sources.first, range: scene.range
    )
    .advising(
      "Find the step of \(row.name) that waits: for a pool, for another service, or for the step "
        + "before where both could run at once.\(longest ?? "")"
    )
    .since(nil, likely: latency.count < 5 ? "\(latency.count) runs only" : nil)
  }

  private func failing(_ row: EndpointRow, in scene: Scene) -> Finding? {
    let limits = scene.thresholds
    let severity = limits.errors(of: row)
    guard severity > .fine, let share = row.errorRate,
      Chance.tellsFailing(row.statuses.errors, among: row.requests, limit: limits.errorShare)
    else { return nil }
    return Finding(
      .taskFailures, severity, of: .task(row.name),
      summary: DisplayText(
        "\(row.name) fails: \(Phrase.percent(share)) of \(Phrase.count(row.requests, "run")) "
          + "(\(Phrase.count(Double(row.statuses.errors))))")
    )
    .showing(
      "failures", value: share, threshold: limits.errorLimit(passedAt: severity), in: .share,
      source: row.sources.first, range: scene.range
    )
    .advising(
      "Look for its exception in the log; try again only what can succeed later, and set aside what "
        + "failed often."
    )
    .since(nil, likely: row.requests < 20 ? "\(row.requests) runs only" : nil)
  }
}
