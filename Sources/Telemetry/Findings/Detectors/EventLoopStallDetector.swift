/// Event loops that are blocked: by their lag, by warnings in logs, and by silence of all
/// endpoints after which everything that waited comes at once.
struct EventLoopStallDetector: Detector {
  let kinds = [FindingKind.eventLoopStall]

  /// clinic doctor takes a median delay of 10 ms for trouble; timers of busy hosts are coarser.
  ///
  /// https://github.com/clinicjs/node-clinic-doctor (`analysis/analyse-delay.js`)
  private static let usualLagSeconds = 0.05
  /// Readings from which on their median is the usual lag.
  ///
  /// Chosen: of fewer, one late reading moves the middle.
  private static let fewestReadings = 5
  /// Stalls from which they come often.
  ///
  /// Chosen: two may be a start and a collection.
  private static let fewestStalls = 3
  /// Of so many readings of a gauge one must be a stall for them to come often, too.
  ///
  /// Chosen: a tenth. A gauge is read as often as svctop asks, so that a number alone says nothing.
  private static let readingsPerStall = 10
  /// So many times over the limit one stall alone is critical.
  ///
  /// Chosen: a second with the limit of asyncio, which everybody who waits notices.
  private static let criticalFactor = 10.0
  /// Silence of all endpoints from which on it is critical, in seconds.
  ///
  /// Chosen: HikariCP and SQLAlchemy wait as long, callers hardly longer.
  private static let criticalSilenceSeconds = 30.0

  func findings(in scene: Scene) -> [Finding] {
    let lags = scene.runtime.compactMap { lag($0, in: scene) }
    guard lags.isEmpty else { return lags }
    return silence(in: scene).map { [$0] } ?? []
  }

  private func lag(_ row: RuntimeRow, in scene: Scene) -> Finding? {
    let values = scene.readings(.loopLagSeconds, of: row.name, row.source)
    guard let median = values.median, let most = values.max() else { return nil }
    let limit = scene.thresholds.loopLagSeconds
    let stalls = values.filter { $0 >= limit }.count
    let isLog = scene.history.sources[row.source].identity.kind == .log
    let isOften =
      stalls >= Self.fewestStalls && (isLog || stalls * Self.readingsPerStall >= values.count)
    let isCritical = most >= Self.criticalFactor * limit
    let isUsual = values.count >= Self.fewestReadings && median >= Self.usualLagSeconds
    guard isOften || isCritical || isUsual else { return nil }
    let severity: Severity = isCritical ? .critical : isOften ? .high : .medium
    let times = stalls == 1 ? "once" : "\(stalls) times"
    // Each line of a log is one stall; a gauge says how long, but not how often.
    let blocked = isLog ? values.filter { $0 >= limit }.reduce(0, +) : 0
    return Finding(
      .eventLoopStall, severity, of: .process(row.name, source: row.source),
      summary: DisplayText(
        "The event loop of \(row.name) is blocked: for up to \(Phrase.duration(most)), \(times) for "
          + "\(Phrase.duration(limit)) or more")
    )
    .showing(
      "longest", value: most, threshold: limit, in: .seconds, source: row.source, range: scene.range
    )
    .showing(
      isLog ? "median of the stalls" : "median of the readings", value: median,
      threshold: Self.usualLagSeconds, in: .seconds, source: row.source
    )
    .gaining(
      blocked,
      "the loop is blocked for \(Phrase.duration(blocked)) in all, and every request in that time "
        + "waits"
    )
    .advising(
      "Find the call that does not await: file and network access, sleep, large JSON or images; "
        + "hand it to a thread (asyncio.to_thread, worker_threads)."
    )
    .since(
      scene.points(.loopLagSeconds, of: row.name, row.source, in: scene.range)
        .first { $0.value >= limit }?.time)
  }

  private func silence(in scene: Scene) -> Finding? {
    guard let silence = ServiceSilence(in: scene), !silence.isAtStart else { return nil }
    return Finding(
      .eventLoopStall, silence.seconds >= Self.criticalSilenceSeconds ? .critical : .high,
      of: .service,
      summary: DisplayText(
        "All endpoints were silent for about \(Phrase.duration(silence.seconds)), then answered "
          + "requests that had waited up to \(Phrase.duration(silence.waited))")
    )
    .showing(
      "silence", value: silence.seconds, in: .seconds,
      range: TimeRange(from: silence.start, to: silence.start + silence.seconds)
    )
    .showing("usual requests in that time", value: silence.expected)
    .advising(
      "Look at what the service did at that moment: one blocking call (a backup, a file, a lock) "
        + "stops every request of an event loop."
    )
    .since(silence.start, likely: "from silence alone")
  }
}
