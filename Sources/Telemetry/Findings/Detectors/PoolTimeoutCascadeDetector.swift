/// Work that waits for a pool's time-out again and again: its durations gather just above the
/// multiples of one time-out.
///
/// A step that asks fifteen times for a connection and waits ten seconds each time takes 150 s and
/// a little; nothing else makes durations stand at 10, 20, 30 ... seconds.
struct PoolTimeoutCascadeDetector: Detector {
  let kinds = [FindingKind.poolTimeoutCascade]

  /// Usual time-outs of pools, in seconds (SQLAlchemy, HikariCP 30, others 5 to 60).
  ///
  /// https://docs.sqlalchemy.org/en/20/core/pooling.html
  /// https://github.com/brettwooldridge/HikariCP (`connectionTimeout`)
  private static let timeouts = [60.0, 30, 20, 15, 10, shortestTimeout]
  /// The shortest of them, in seconds: what takes less cannot have waited for one.
  private static let shortestTimeout = 5.0
  /// How far above a multiple a duration may lie: a share of the time-out for each try, and seconds.
  ///
  /// Chosen: what a try does beside waiting, which adds up over the tries.
  private static let slack = 0.04
  private static let slackSeconds = 0.5
  /// The most that it may lie above one, as a share of the time-out (0...1).
  ///
  /// Chosen: with the whole of it every duration would stand at a multiple.
  private static let mostSlack = 0.55
  /// Share of the long durations (0...1) that must stand just above a multiple.
  ///
  /// Chosen: above `mostSlack`, which is what chance alone gathers.
  private static let leastGathered = 0.7
  /// The multiple from which on one duration tells: at the first any long one may stand by chance.
  private static let tellingMultiple = 2.0
  /// As many durations tell although all stand at the first multiple.
  private static let fewestAtFirst: UInt64 = 3
  /// Share of a job's time (0...1) that its two longest steps take at least if it is made up of them.
  ///
  /// Chosen: with less, most of its time is its own, and may have been spent waiting.
  private static let leastOfSteps = 0.5
  /// The widest that a bucket is taken to be, as a factor of its lower bound.
  ///
  /// Those of logs are 1.011 wide (`LogScale`); of a wider one only the beginning can be meant.
  private static let widestBucket = 1.02
  /// Share of a time-out (0...1) from which on the middle of a bucket is long: a duration of just
  /// the time-out may lie in a bucket that begins before it.
  private static let longShare = 0.99
  /// Half of the width of a log's bucket, as a factor: lifts the middle to the bucket's end.
  private static let halfBucket = 1.005
  /// More attempts than these are not told of: a log may give any number for a duration.
  private static let mostTries = 1e6

  func findings(in scene: Scene) -> [Finding] {
    // Of a pool that counts its time-outs and had none nobody waited for one, however long it took.
    let pressed = scene.pools.filter { $0.timeouts != 0 }
      .map { (row: $0, pressure: PoolPressure($0, in: scene)) }
      .filter { $0.pressure.timeouts > 0 || $0.pressure.isWaiting || $0.pressure.isSaturated }
    guard let pool = pressed.max(by: { $0.pressure.timeouts < $1.pressure.timeouts }) else {
      return []
    }
    let all = work(in: scene)
    let single = all.filter { !Self.isMadeUp($0, of: all) }
    var best: (timeout: Double, hits: [Work], misfit: Double)?
    for timeout in Self.timeouts {
      let found = single.compactMap { work in
        Self.gathered(in: work.histogram, at: timeout).map {
          (work: work, count: $0.count, tries: $0.tries)
        }
      }
      guard !found.isEmpty else { continue }
      let tries = found.reduce(0) { $0 + $1.tries }
      let seen = pool.pressure.timeouts
      // One long duration alone is a multiple of some time-out: as many must have been seen.
      if found.reduce(0, { $0 + $1.count }) == 1, tries > seen { continue }
      let misfit = seen > 0 ? max(tries / seen, seen / tries) : 1
      if best.map({ misfit < $0.misfit }) ?? true { best = (timeout, found.map(\.work), misfit) }
    }
    guard let best, let worst = best.hits.max(by: { $0.longest < $1.longest }) else { return [] }
    let jobs = all.filter { Self.isMadeUp($0, of: best.hits) }
    return [
      finding(
        pool.row, pool.pressure, worst, best.timeout, best.hits + jobs, in: scene)
    ]
  }

  /// Work that may have waited: requests, jobs and their steps.
  private struct Work {
    var name: EndpointName
    var isTask: Bool
    var histogram: LatencyHistogram
    var longest: Double
  }

  private func work(in scene: Scene) -> [Work] {
    let rows =
      scene.tasks.map { (row: $0, kind: TrafficKind.task) }
      + scene.endpoints.map { (row: $0, kind: TrafficKind.endpoint) }
    return rows.compactMap { row, kind in
      let longest = row.latency?.maxSeconds ?? 0
      guard longest >= Self.shortestTimeout,
        let histogram = scene.history.histogram(
          of: row.name, kind: kind, scene.window, now: scene.now)
      else { return nil }
      return Work(
        name: row.name, isTask: kind == .task, histogram: histogram, longest: longest)
    }
  }

  /// Whether a job takes as long as its two longest steps together and some time of its own: its
  /// length says nothing about how often it waited.
  private static func isMadeUp(_ work: Work, of others: [Work]) -> Bool {
    guard work.isTask else { return false }
    let parts = others.filter { $0.isTask && $0.name != work.name }.map(\.longest).sorted()
      .suffix(2)
    let sum = parts.reduce(0, +)
    return parts.count == 2 && sum <= work.longest && sum >= leastOfSteps * work.longest
  }

  private func finding(
    _ row: PoolRow, _ pressure: PoolPressure, _ worst: Work, _ timeout: Double,
    _ waiting: [Work], in scene: Scene
  ) -> Finding {
    let tries = UInt64(min(Self.mostTries, max(1, (worst.longest / timeout).rounded(.down))))
    let each = tries == 1 ? "" : " each, one after the other"
    let gathered = Self.gathered(in: worst.histogram, at: timeout)?.count ?? 0
    var finding = Finding(
      .poolTimeoutCascade, .critical, of: .pool(row.name, source: row.source),
      summary: DisplayText(
        "\(worst.name) takes up to \(Phrase.duration(worst.longest)): "
          + "\(Phrase.count(tries, "time-out")) of pool \(row.name), "
          + "\(Phrase.duration(timeout))\(each)")
    )
    .showing(
      "durations at multiples of \(Phrase.duration(timeout))", value: Double(gathered),
      source: row.source, range: scene.range)
    if pressure.timeouts > 0 {
      finding = finding.showing(
        "callers that gave up", value: pressure.timeouts, source: row.source)
    }
    finding.symptoms = waiting.map { work in
      FindingSymptom(
        .waitsForTimeout, of: work.isTask ? .task(work.name) : .endpoint(work.name),
        DisplayText("\(work.name) waits for the pool's time-out"))
    }
    return finding.advising(
      "Do not try again after a time-out of the pool: "
        + "\(Phrase.count(tries, "attempt")) of \(Phrase.duration(timeout)) "
        + "\(tries == 1 ? "makes" : "make") \(Phrase.duration(worst.longest)). Shorten the "
        + "time-out to a second or two and mend what holds the connections."
    )
    .gaining(
      pressure.timeouts * timeout,
      "\(Phrase.count(pressure.timeouts)) callers waited \(Phrase.duration(timeout)) each for "
        + "nothing: \(Phrase.duration(pressure.timeouts * timeout)) in all"
    )
    .since(nil, likely: "from where durations gather")
  }

  /// Long durations just above the multiples of a time-out, and the tries that they are; `nil` where
  /// others are as common, or one alone stands at the first multiple.
  static func gathered(
    in histogram: LatencyHistogram, at timeout: Double
  ) -> (count: UInt64, tries: Double)? {
    var long: UInt64 = 0
    var gathered: UInt64 = 0
    var tries = 0.0
    var most = 0.0
    histogram.forEachBucket { lower, upper, count in
      let middle = (lower + min(upper, lower * widestBucket)) / 2
      guard middle >= timeout * longShare else { return }
      long += count
      let multiple = (middle * halfBucket / timeout).rounded(.down)
      let allowed = min(mostSlack * timeout, multiple * slack * timeout + slackSeconds)
      if multiple >= 1, middle - multiple * timeout <= allowed {
        gathered += count
        tries += multiple * Double(count)
        most = max(most, multiple)
      }
    }
    guard long > 0, Double(gathered) >= leastGathered * Double(long),
      most >= tellingMultiple || gathered >= fewestAtFirst
    else { return nil }
    return (gathered, tries)
  }
}
