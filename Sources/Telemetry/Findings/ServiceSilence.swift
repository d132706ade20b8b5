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
  ///
  /// Chosen: an empty column where 8 are usual has a chance of 1 in 3,000 (Poisson).
  private static let leastUsual = 8.0
  /// Columns of silence after which it is an outage or the night rather than a stall.
  ///
  /// Chosen: two minutes of slots of five seconds.
  private static let mostColumns = 24
  /// Columns that the window is cut into at most, and at least for there to be a usual one.
  ///
  /// Chosen: all slots of the last minutes (`TimeTiers`); of fewer than 8 a silence is most.
  private static let finestColumns = 180
  private static let fewestColumns = 8
  /// Columns after the silence in which what waited ends.
  ///
  /// Chosen: one may hold the silence's last seconds.
  private static let columnsAfter = 2.0
  /// Share of the silence (0...1) that the longest of them must have waited.
  ///
  /// Chosen: requests come all along the silence; with less, nothing came rather than nothing ended.
  private static let leastWaitedShare = 0.5

  init?(in scene: Scene) {
    let columns = scene.history.columns(
      of: scene.range, most: Self.finestColumns, now: scene.now)
    guard columns >= Self.fewestColumns else { return nil }
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
    let after = TimeRange(from: start + seconds, to: start + (seconds + Self.columnsAfter * width))
    waited = scene.endpoints.reduce(0) { most, row in
      max(most, scene.history.longest(of: row.name, in: after, now: scene.now))
    }
    guard waited >= Self.leastWaitedShare * seconds else { return nil }
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
