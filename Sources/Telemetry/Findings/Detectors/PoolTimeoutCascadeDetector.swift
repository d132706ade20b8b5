/// Work that waits for a pool's time-out again and again: its durations gather just above the
/// multiples of one time-out.
///
/// A step that asks fifteen times for a connection and waits ten seconds each time takes 150 s and
/// a little; nothing else makes durations stand at 10, 20, 30 ... seconds.
struct PoolTimeoutCascadeDetector: Detector {
  let kinds = [FindingKind.poolTimeoutCascade]

  /// Usual time-outs of pools, in seconds (SQLAlchemy, HikariCP 30, others 5 to 60).
  private static let timeouts = [60.0, 30, 20, 15, 10, 5]
  /// How far above a multiple a duration may lie: a share of the time-out for each try, and seconds.
  private static let slack = 0.03
  private static let slackSeconds = 0.5
  private static let leastGathered = 0.7

  func findings(in scene: Scene) -> [Finding] {
    let pressed = scene.pools.map { (row: $0, pressure: PoolPressure($0, in: scene)) }
      .filter { $0.pressure.timeouts > 0 || $0.pressure.isWaiting || $0.pressure.isSaturated }
    guard let pool = pressed.max(by: { $0.pressure.timeouts < $1.pressure.timeouts }) else {
      return []
    }
    let work =
      scene.tasks.map { (row: $0, kind: TrafficKind.task) }
      + scene.endpoints.map { (row: $0, kind: TrafficKind.endpoint) }
    var hits: [(name: EndpointName, timeout: Double, longest: Double, count: UInt64)] = []
    for (row, kind) in work where (row.latency?.maxSeconds ?? 0) >= Self.timeouts.last ?? 5 {
      guard let histogram = scene.history.histogram(of: row.name, kind, scene.window, now: scene.now),
        let (timeout, count) = Self.timeout(in: histogram, seen: pool.pressure.timeouts)
      else { continue }
      hits.append((row.name, timeout, row.latency?.maxSeconds ?? timeout, count))
    }
    guard let worst = hits.max(by: { $0.longest < $1.longest }) else { return [] }
    return [finding(pool.row, pool.pressure, worst, hits.map(\.name), in: scene)]
  }

  private func finding(
    _ row: PoolRow, _ pressure: PoolPressure,
    _ worst: (name: EndpointName, timeout: Double, longest: Double, count: UInt64),
    _ names: [EndpointName], in scene: Scene
  ) -> Finding {
    let tries = Int((worst.longest / worst.timeout).rounded(.down))
    var finding = Finding(
      .poolTimeoutCascade, .critical, of: .pool(row.name, source: row.source),
      summary: DisplayText(
        "\(worst.name) takes up to \(Phrase.duration(worst.longest)): \(tries) time-outs of pool "
          + "\(row.name), \(Phrase.duration(worst.timeout)) each, one after the other")
    )
    .showing(
      "durations at multiples of \(Phrase.duration(worst.timeout))", value: Double(worst.count),
      source: row.source, range: scene.range)
    if pressure.timeouts > 0 {
      finding = finding.showing("callers that gave up", value: pressure.timeouts, source: row.source)
    }
    finding.symptoms = names.map { DisplayText("\($0) waits for the pool's time-out") }
    return finding.advising(
      "Do not try again after a time-out of the pool: \(tries) tries of "
        + "\(Phrase.duration(worst.timeout)) make \(Phrase.duration(worst.longest)). Shorten the "
        + "time-out to a second or two and mend what holds the connections."
    )
    .since(nil, likely: "from where durations gather")
  }

  /// The time-out at whose multiples most long durations gather, from the second multiple or with
  /// several at the first; of several the one that fits the time-outs `seen` best.
  static func timeout(
    in histogram: LatencyHistogram, seen: Double = 0
  ) -> (seconds: Double, count: UInt64)? {
    var best: (seconds: Double, count: UInt64, misfit: Double)?
    for timeout in timeouts {
      var long: UInt64 = 0
      var gathered: UInt64 = 0
      var tries = 0.0
      var most = 0.0
      histogram.forEachBucket { lower, upper, count in
        let middle = (lower + min(upper, lower * 1.02)) / 2
        guard middle >= timeout * 0.99 else { return }
        long += count
        let multiple = (middle * 1.005 / timeout).rounded(.down)
        let allowed = min(0.45 * timeout, multiple * slack * timeout + slackSeconds)
        if multiple >= 1, middle - multiple * timeout <= allowed {
          gathered += count
          tries += multiple * Double(count)
          most = max(most, multiple)
        }
      }
      guard long > 0, Double(gathered) >= leastGathered * Double(long), most >= 2 || gathered >= 3
      else { continue }
      let misfit = seen > 0 ? max(tries / seen, seen / tries) : 1
      if best.map({ misfit < $0.misfit }) ?? true { best = (timeout, gathered, misfit) }
    }
    return best.map { ($0.seconds, $0.count) }
  }
}

extension History {
  /// The distribution of one piece of work's durations in the window.
  func histogram(
    of name: EndpointName, _ kind: TrafficKind, _ window: Window, now: Timestamp
  ) -> LatencyHistogram? {
    let table =
      switch kind {
      case .endpoint: endpoints
      case .outbound: outboundTable
      case .task: taskTable
      }
    guard let place = table.place(of: name),
      let series = vantages(of: table.rows[place]).first?.series
    else { return nil }
    var sum = WindowSum()
    sum.sum(series, window, range(of: window, now: now), now: now)
    return sum.histogram.count > 0 ? sum.histogram : nil
  }
}
