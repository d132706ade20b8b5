/// What detectors look at: a history at one moment, with everything computed once.
struct Scene: Sendable {
  let history: History
  let window: Window
  let now: Timestamp
  let thresholds: Thresholds
  /// What earlier looks found out about findings that are still told or about to be.
  let known: [Finding.ID: KnownBeginning]
  /// The stretch of time that the window means.
  let range: TimeRange
  let endpoints: [EndpointRow]
  let queries: [QueryRow]
  let pools: [PoolRow]
  let caches: [CacheRow]
  let memory: [MemoryRow]
  let outbound: [EndpointRow]
  let tasks: [EndpointRow]
  let runtime: [RuntimeRow]
  let breakers: [BreakerRow]
  let refusals: [RefusalRow]
  let shapes: [UInt64: StatementShape]

  /// The scene of a history at the moment of its rows.
  ///
  /// Cost: little beside that of the rows.
  init(
    history: History, rows: WindowRows, thresholds: Thresholds,
    known: [Finding.ID: KnownBeginning] = [:]
  ) {
    self.history = history
    (window, now) = (rows.window, rows.now)
    self.thresholds = thresholds
    self.known = known
    range = history.range(of: window, now: now)
    endpoints = rows.endpoints.filter { $0.name != .other }
    queries = rows.queries.filter { $0.id != QueryTable.otherID }
    pools = rows.pools
    caches = rows.caches
    memory = rows.memory
    outbound = rows.outbound.filter { $0.name != .other }
    tasks = rows.tasks.filter { $0.name != .other }
    runtime = rows.runtime
    breakers = rows.breakers
    refusals = history.refusals.isEmpty ? [] : history.refusalRows(window, now: now)
    let range = range
    shapes = Scene.shapes(
      of: queries.filter {
        ($0.latency?.p95?.seconds ?? 0) > thresholds.slowQuerySeconds
          || history.bursts.summary(ofQuery: $0.id, in: range) != nil
          || $0.share > 0.05
      })
  }

  private static func shapes(of rows: [QueryRow]) -> [UInt64: StatementShape] {
    rows.reduce(into: [:]) { $0[$1.id] = StatementShape($1.fingerprint) }
  }

  /// What a statement reads and by what.
  func shape(of row: QueryRow) -> StatementShape {
    shapes[row.id] ?? StatementShape(row.fingerprint)
  }

  /// What the user calls a source.
  func name(of source: SourceID) -> String { history.sources[source].identity.name.string }

  /// Seconds that the window covers.
  var seconds: Double { max(range.seconds, 0.001) }

  /// Columns of the window's timelines: slots of at least five seconds, at most sixty of them.
  var columns: Int { history.columns(of: range, most: 60, now: now, even: false) }

  /// Readings of a signal over the window, oldest first.
  func readings(_ signal: Signal, of subject: DisplayText, _ source: SourceID) -> [Double] {
    points(signal, of: subject, source, in: range).map(\.value)
  }

  /// Readings of a signal with their times; the name of a source stands for the source as a whole.
  func points(
    _ signal: Signal, of subject: DisplayText, _ source: SourceID, in range: TimeRange
  ) -> [(time: Timestamp, value: Double)] {
    let named = SeriesKey(signal: signal, subject: subject, source: source)
    var found = history.signals.points(named, in: range, now: now)
    if found.isEmpty, subject == history.sources[source].identity.name {
      let whole = SeriesKey(signal: signal, subject: "", source: source)
      found = history.signals.points(whole, in: range, now: now)
    }
    return found.map { (time: $0.0, value: $0.1) }
  }

  /// The last readings of the window: the last minute, or the last twelve where they are sparse.
  func recent(_ signal: Signal, of subject: DisplayText, _ source: SourceID) -> [Double] {
    let all = points(signal, of: subject, source, in: range)
    guard let last = all.last?.time else { return [] }
    let recent = all.filter { last - $0.time <= 60 }
    return recent.count >= 3 ? recent.map(\.value) : all.suffix(12).map(\.value)
  }

  /// All that is remembered, for trends that need longer than the window.
  var longRange: TimeRange {
    guard let extent = history.extent else { return range }
    return TimeRange(
      from: min(range.from, extent.lowerBound), to: max(range.to, range.from))
  }

  /// The columns of the window of one piece of work.
  func timeline(of name: EndpointName, _ kind: TrafficKind = .endpoint) -> [TimelinePoint] {
    history.timeline(of: name, kind: kind, in: range, columns: columns, now: now)
  }

  /// The statements an endpoint runs with the time in them per request, most first.
  func statements(of endpoint: EndpointRow) -> [(row: QueryRow, seconds: Double, isGuess: Bool)] {
    guard endpoint.requests > 0 else { return [] }
    return history.queries(of: endpoint.name, among: queries).compactMap { row, caller in
      guard let mean = row.latency?.meanSeconds else { return nil }
      return (row, caller.calls * mean / Double(endpoint.requests), caller.isGuess)
    }
    .sorted { $0.seconds > $1.seconds }
  }

  /// The calls to other services that an endpoint waits for, with the time in them per request,
  /// most first.
  func calls(of endpoint: EndpointRow) -> [(row: EndpointRow, seconds: Double, isGuess: Bool)] {
    guard endpoint.requests > 0 else { return [] }
    return history.outbound(of: endpoint.name, among: outbound).compactMap { row, caller in
      guard let mean = row.latency?.meanSeconds else { return nil }
      return (row, caller.calls * mean / Double(endpoint.requests), caller.isGuess)
    }
    .sorted { $0.seconds > $1.seconds }
  }

  /// The slowest call of a statement in the window, if it was kept: the slowest are, whenever they
  /// were, and one from outside of the window shows nothing of it.
  func example(of row: QueryRow) -> QueryExample? {
    row.examples.first { $0.time >= range.from && $0.time <= range.to }
  }

  /// The bursts of a statement in the window.
  func bursts(of row: QueryRow) -> BurstSummary? {
    history.bursts.summary(ofQuery: row.id, in: range)
  }
}

extension Collection where Element == Double {
  /// The value in the middle; `nil` for none.
  var median: Double? {
    let sorted = sorted()
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
