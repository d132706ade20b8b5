/// Event loops that are blocked: by their lag, by warnings in logs, and by silence of all
/// endpoints after which everything that waited comes at once.
struct EventLoopStallDetector: Detector {
  let kinds = [FindingKind.eventLoopStall]

  /// clinic doctor takes a median delay of 10 ms for trouble; timers of busy hosts are coarser.
  ///
  /// https://github.com/clinicjs/node-clinic-doctor (`analysis/analyse-delay.js`)
  private static let usualLagSeconds = 0.05
  /// Stalls from which they come often; of a gauge they must be a tenth of its readings, too.
  private static let fewestStalls = 3

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
    let isOften = isLog ? stalls >= Self.fewestStalls : stalls * 10 >= values.count && stalls >= 3
    guard isOften || most >= 10 * limit || (values.count >= 5 && median >= Self.usualLagSeconds)
    else { return nil }
    let severity: Severity = most >= 10 * limit ? .critical : isOften ? .high : .medium
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
      .eventLoopStall, silence.seconds >= 30 ? .critical : .high, of: .service,
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

/// A stretch without any answer in steady traffic, after which requests came that had waited.
struct ServiceSilence {
  let start: Timestamp
  let seconds: Double
  /// Requests that usually end in such a time.
  let expected: Double
  /// Longest duration right after the silence.
  let waited: Double
  /// Whether nothing had been answered before.
  let isAtStart: Bool

  /// Requests per column below which an empty one is chance.
  private static let leastUsual = 8.0
  /// Columns of silence after which it is an outage or the night rather than a stall.
  private static let mostColumns = 24

  init?(in scene: Scene) {
    let columns = scene.history.columns(of: scene.range, most: 180, now: scene.now)
    guard columns >= 8 else { return nil }
    let timeline = scene.history.timeline(
      of: nil, in: scene.range, columns: columns, now: scene.now)
    let width = scene.range.seconds / Double(columns)
    guard let usual = timeline.map({ Double($0.requests) }).median, usual >= Self.leastUsual else {
      return nil
    }
    var longest: (first: Int, count: Int)?
    var first: Int?
    for (place, point) in timeline.enumerated() {
      if point.requests == 0 {
        first = first ?? place
      } else if let began = first {
        if place - began > longest?.count ?? 0 { longest = (began, place - began) }
        first = nil
      }
    }
    guard let longest, longest.count <= Self.mostColumns else { return nil }
    start = timeline[longest.first].start
    seconds = Double(longest.count) * width
    expected = usual * Double(longest.count)
    isAtStart = longest.first == 0
    let after = TimeRange(from: start + seconds, to: start + (seconds + 2 * width))
    waited = scene.endpoints.reduce(0) { most, row in
      max(most, scene.history.longest(of: row.name, in: after, now: scene.now))
    }
    guard waited >= 0.5 * seconds else { return nil }
  }
}

extension History {
  /// The longest duration of an endpoint in a stretch of time; 0 where none is known.
  func longest(of name: EndpointName, in range: TimeRange, now: Timestamp) -> Double {
    guard let place = endpoints.place(of: name) else { return 0 }
    var most = 0.0
    for series in endpoints.rows[place].series {
      series.tiers.forEach(in: range, now: now) { _, slot in
        let seconds = slot.latency.maxSeconds
        if seconds > most { most = seconds }
      }
    }
    return most
  }
}
