/// Pools whose connections are nearly all in use for a while, or for which callers wait.
struct PoolSaturationDetector: Detector {
  let kinds = [FindingKind.poolSaturation, .poolWaiting]

  func findings(in scene: Scene) -> [Finding] {
    scene.pools.compactMap { row in
      let pressure = PoolPressure(row, in: scene)
      if pressure.isSaturated { return saturation(row, pressure, in: scene) }
      if pressure.isWaiting || pressure.timeouts > 0 { return waiting(row, pressure, in: scene) }
      return longWait(row, in: scene)
    }
  }

  private func saturation(
    _ row: PoolRow, _ pressure: PoolPressure, in scene: Scene
  ) -> Finding {
    let limits = scene.thresholds
    let share = pressure.saturation ?? row.saturation ?? 1
    let isCritical = share >= limits.criticalPoolShare || pressure.isWaiting
    let waiting =
      pressure.isWaiting
      ? " with \(Phrase.count(pressure.waiting)) caller\(pressure.waiting == 1 ? "" : "s") waiting"
      : ""
    var finding = Finding(
      .poolSaturation, isCritical ? .critical : .high, of: .pool(row.name, source: row.source),
      summary: DisplayText("Pool \(row.name) is \(Phrase.percent(share)) in use\(waiting)")
    )
    .showing(
      "saturation", value: share,
      threshold: isCritical ? limits.criticalPoolShare : limits.poolShare, in: .share,
      source: row.source,
      range: scene.range)
    if pressure.isWaiting {
      finding = finding.showing("callers waiting", value: pressure.waiting, source: row.source)
    }
    if pressure.timeouts > 0 {
      finding = finding.showing(
        "callers that gave up", value: pressure.timeouts, source: row.source)
    }
    return finding.advising(advice(row, in: scene))
      .since(beginning(row, in: scene), likely: pressure.readings < 3 ? "few readings" : nil)
  }

  private func waiting(_ row: PoolRow, _ pressure: PoolPressure, in scene: Scene) -> Finding {
    let text =
      pressure.timeouts > 0
      ? "\(Phrase.count(pressure.timeouts)) callers gave up waiting for pool \(row.name)"
      : "\(Phrase.count(pressure.waiting)) callers wait for pool \(row.name)"
    return Finding(
      .poolWaiting, pressure.timeouts > 0 ? .high : .medium,
      of: .pool(row.name, source: row.source), summary: DisplayText(text)
    )
    .showing(
      pressure.timeouts > 0 ? "callers that gave up" : "callers waiting",
      value: pressure.timeouts > 0 ? pressure.timeouts : pressure.waiting, threshold: 0,
      source: row.source, range: scene.range
    )
    .advising(advice(row, in: scene))
  }

  /// Fewer callers tell of chance.
  private static let leastCallers = 10.0

  /// A pool whose callers wait as long as a slow statement takes: all that a log may tell of it.
  private func longWait(_ row: PoolRow, in scene: Scene) -> Finding? {
    let limit = scene.thresholds.slowQuerySeconds
    guard let wait = row.meanWaitSeconds, wait > limit, let callers = row.acquired,
      callers >= Self.leastCallers
    else { return nil }
    return Finding(
      .poolWaiting, .medium, of: .pool(row.name, source: row.source),
      summary: DisplayText(
        "Callers of pool \(row.name) wait \(Phrase.duration(wait)) for a connection, on average")
    )
    .showing(
      "mean wait for a connection", value: wait, threshold: limit, in: .seconds,
      source: row.source, range: scene.range
    )
    .showing("connections handed out", value: callers, source: row.source)
    .advising(advice(row, in: scene))
  }

  private func advice(_ row: PoolRow, in scene: Scene) -> String {
    if let most = scene.queries.first, let limit = row.limit, limit > 0 {
      let busy = most.totalSeconds / scene.seconds
      if busy >= 0.2 * limit {
        return "Make \(scene.shape(of: most).title) faster before the pool gets larger: it alone "
          + "holds \(Phrase.fixed(busy, 1)) of \(Phrase.count(limit)) connections all the time."
      }
    }
    let size = row.limit.map { " of \(Phrase.count($0))" } ?? ""
    return "Give connections of \(row.name) back sooner: none held across calls to other services "
      + "or while a page is rendered. Only then raise the limit\(size), as far as the database's "
      + "own allows."
  }

  private func beginning(_ row: PoolRow, in scene: Scene) -> Timestamp? {
    guard let limit = row.limit, limit > 0 else { return nil }
    var start: Timestamp?
    for point in scene.points(.poolInUse, of: row.name, row.source, in: scene.range) {
      let isFull = point.value / limit >= scene.thresholds.poolShare
      start = isFull ? start ?? point.time : nil
    }
    return start
  }
}

/// How hard pressed a pool was lately: by the middle of its readings, for one reading is chance.
struct PoolPressure {
  let saturation: Double?
  let waiting: Double
  let timeouts: Double
  let readings: Int
  let isSaturated: Bool
  let isWaiting: Bool

  init(_ row: PoolRow, in scene: Scene) {
    let used = scene.recent(.poolInUse, of: row.name, row.source)
    let waiters = scene.recent(.poolWaiting, of: row.name, row.source)
    readings = used.count
    timeouts = row.timeouts ?? 0
    let middle = waiters.median ?? row.waiting ?? 0
    isWaiting = middle >= 1 || waiters.filter { $0 >= 1 }.count * 2 > max(1, waiters.count)
    waiting = max(middle, isWaiting ? row.waiting ?? middle : 0)
    if let limit = row.limit, limit > 0 {
      saturation = (used.median ?? row.inUse).map { $0 / limit }
      // A pool that may open more is full only where its callers wait.
      isSaturated =
        (saturation ?? 0) >= scene.thresholds.poolShare && limit > 1
        && (isWaiting || !row.isLeastLimit)
    } else {
      // Without a limit "all in use" means little: pools open connections as they are asked for.
      saturation = row.saturation
      isSaturated = isWaiting && (row.saturation ?? 0) >= scene.thresholds.poolShare
    }
  }
}
