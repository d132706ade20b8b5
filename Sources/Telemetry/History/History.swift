/// The stretch of the past that numbers are about.
package enum Window: Hashable, Sendable {
  /// The last so many seconds.
  case last(Double)
  /// Everything that was read.
  case all
}

/// Everything that is remembered, in fixed memory: folds batches, answers panes.
///
/// Every table has a cap and an "(other)" row that keeps totals exact; nothing grows with the
/// lines read, the distinct paths and statements, or the hours open.
package struct History: Sendable {
  /// The caps.
  package struct Configuration: Sendable {
    /// Endpoints; those beyond are counted in "(other)".
    package var endpointCapacity = 1000
    /// Statements; those beyond are counted in "(other)".
    package var queryCapacity = 500
    /// Tasks and, in a table of their own, outbound calls.
    package var taskCapacity = 200
    /// Series of signals of all sources; those beyond are left out.
    package var signalCapacity = 2000
    /// Lines of the log tail, of all logs together.
    package var tailCapacity = 1000

    /// The usual caps.
    package init() {}
  }

  /// In the order of the command line; a `SourceID` is a place in it.
  package internal(set) var sources: [SourceState]
  var endpoints: TrafficTable
  var outboundTable: TrafficTable
  var taskTable: TrafficTable
  var queryStore: QueryStore
  private var sealTurn = 0
  var signals: SignalTable
  var attribution = QueryAttribution()
  var bursts = CallBursts()
  var lookups = LookupStore()
  var refusals = RefusalTable()
  var sessions = SessionStore()
  /// Which endpoints make each call, by the id of the statement or its `CallKey`, as worked out by
  /// the last `settle`.
  var callerShares: [UInt64: [CallerShare]] = [:]
  private var settledAt: Timestamp?
  /// Newest lines of all logs, oldest first.
  package private(set) var tail: [LogLine] = []
  /// Messages about starts of all programs, oldest first.
  private(set) var startUps: [StartUpLine] = []
  private static let startUpsKept = 256
  private let configuration: Configuration
  /// Counts batches, so that callers know when answers may have changed.
  package private(set) var version = 0
  /// From when on each batch changed what is known of traffic.
  private(set) var touched = TouchedTimes(since: 0)

  /// A history of the given sources, which batches name by their place in the list.
  package init(sources: [SourceIdentity], configuration: Configuration = .init()) {
    self.sources = sources.map(SourceState.init)
    endpoints = TrafficTable(capacity: configuration.endpointCapacity)
    outboundTable = TrafficTable(capacity: configuration.taskCapacity)
    taskTable = TrafficTable(capacity: configuration.taskCapacity)
    queryStore = QueryStore(capacity: configuration.queryCapacity)
    signals = SignalTable(capacity: configuration.signalCapacity)
    self.configuration = configuration
  }

  /// The same sources with nothing remembered but how they are.
  package func emptied() -> History {
    var empty = History(sources: [], configuration: configuration)
    empty.sources = sources.map { $0.emptied() }
    empty.version = version &+ 1
    empty.touched = TouchedTimes(since: empty.version)
    return empty
  }

  /// Adds what a collector saw; batches of unknown sources are ignored.
  package mutating func fold(_ batch: Batch) {
    guard sources.indices.contains(batch.source) else { return }
    version &+= 1
    let kind = sources[batch.source].identity.kind
    let batch = hasSeveralServices ? batch.naming(sources[batch.source].identity.service) : batch
    sources[batch.source].fold(batch)
    var oldest: Timestamp?
    for delta in batch.traffic {
      oldest = min(oldest ?? delta.time, delta.time)
      fold(delta, of: batch, isNamed: kind == .metrics)
    }
    if let oldest { touched.note(oldest, version: version) }
    for delta in batch.queries {
      let isCounted = kind == .metrics && delta.examples.isEmpty
      queryStore.fold(delta, source: batch.source, isCounted: isCounted, end: batch.end)
    }
    for gauge in batch.ended { signals.end(gauge, source: batch.source, at: batch.time) }
    for reading in batch.readings { signals.fold(reading, source: batch.source) }
    for delta in batch.lookups { lookups.fold(delta, source: batch.source) }
    attribution.fold(batch)
    bursts.fold(batch)
    if bursts.isFull { bursts.settle(now: nil, requests: attribution.requestIndex()) }
    for delta in batch.refusals { refusals.fold(delta, source: batch.source, end: batch.end) }
    if let runs = batch.sessions { sessions.fold(runs, from: sources[batch.source]) }
    keep(batch.lines)
    keep(batch.startUps)
  }

  private mutating func fold(_ delta: TrafficDelta, of batch: Batch, isNamed: Bool) {
    let (source, end) = (batch.source, batch.end)
    switch delta.kind {
    case .endpoint:
      endpoints.fold(delta, source: source, isNamedByApplication: isNamed, end: end)
    case .outbound:
      outboundTable.fold(delta, source: source, isNamedByApplication: isNamed, end: end)
    case .task: taskTable.fold(delta, source: source, isNamedByApplication: isNamed, end: end)
    }
  }

  /// Whether endpoints must say of which service they are.
  private var hasSeveralServices: Bool {
    sources.contains { $0.identity.service != sources[0].identity.service }
  }

  /// Each call of `settle` seals so small a part of all rows that no key waits for it.
  private static let sealedShare = 8

  private mutating func seal() {
    sealTurn = (sealTurn + 1) % History.sealedShare
    endpoints.seal(sealTurn, of: History.sealedShare)
    outboundTable.seal(sealTurn, of: History.sealedShare)
    taskTable.seal(sealTurn, of: History.sealedShare)
    queryStore.seal(sealTurn, of: History.sealedShare)
  }

  /// Ties statements to requests as far as that is possible by `now`, and packs closer what has
  /// become the past; for whoever watches, each second.
  ///
  /// While the past is being read its calls are tied for the time being, and anew when nothing more
  /// of it comes. `version` tells that answers have changed, though nothing was folded.
  package mutating func settle(now: Timestamp) {
    seal()
    attribution.settle(now: now)
    let isRest = attribution.comesToRest(at: now)
    let withPast = !attribution.readsPast(at: now)
    if isRest || bursts.canSettle(now: now, withPast: withPast) {
      bursts.settle(now: now, withPast: withPast, requests: attribution.requestIndex())
    }
    // Counts over slots change slowly; once per slot is enough.
    let isSlotOver = settledAt.map { now - $0 >= 5 } ?? true
    guard isRest || isSlotOver || (callerShares.isEmpty && attribution.hasNews) else { return }
    // As long as there is nothing to tie, the first that there is need not wait for a tick.
    if attribution.canSettle || !attribution.votes.isEmpty { settledAt = now }
    let known = callerShares
    attribution.judgePast()
    attributeQueries()
    boundGuesses()
    if isRest || callerShares != known { version &+= 1 }
  }

  /// Whether any request was ever counted.
  package var hasEndpoints: Bool { !endpoints.rows.isEmpty }

  /// Whether look-ups in caches were seen, which may be tied to requests.
  var tiesLookups: Bool { attribution.tiesLookups }

  /// Whether nothing was tied yet although there is something to tie: no need to wait for a tick.
  package var awaitsFirstSettling: Bool { settledAt == nil && attribution.canSettle }

  /// Ties what is left when every source has ended.
  package mutating func settleAll() {
    attribution.settleAll()
    bursts.settleAll(requests: attribution.requestIndex())
    attributeQueries()
    boundGuesses()
  }

  /// First and last instant that any source speaks of.
  package var extent: ClosedRange<Timestamp>? {
    sources.compactMap(\.extent).reduce(nil) { known, next in
      guard let known else { return next }
      return min(known.lowerBound, next.lowerBound)...max(known.upperBound, next.upperBound)
    }
  }

  /// The stretch of time that `window` means at `now`.
  ///
  /// Sliding windows begin at the start of the slot that holds `now - seconds`, so that whole
  /// slots are counted and rates divide by the very time that was counted.
  package func range(of window: Window, now: Timestamp) -> TimeRange {
    // The end of a range is outside of it, and the last instant counts.
    let justAfter = 0.000_001
    switch window {
    case .all:
      let extent = extent ?? now...now
      return TimeRange(from: extent.lowerBound, to: extent.upperBound + justAfter)
    case .last(let seconds):
      let tier = seconds <= Tier.recent.seconds ? Tier.recent : Tier.hour
      let width = tier.widthSeconds * 1_000_000
      let start = (now - seconds).microseconds
      let aligned = start >= 0 ? start - start % width : start
      return TimeRange(from: Timestamp(microseconds: aligned), to: now + justAfter)
    }
  }

  /// Replaces every text that stands as it was written outside: log lines, places, reasons.
  package mutating func replaceTexts(_ change: (DisplayText) -> DisplayText) {
    for place in tail.indices { tail[place].text = change(tail[place].text) }
    for place in startUps.indices {
      startUps[place].line.text = change(startUps[place].line.text)
    }
    for place in sources.indices { sources[place].replaceTexts(change) }
  }

  private mutating func keep(_ lines: [StartUpLine]) {
    guard !lines.isEmpty else { return }
    startUps += lines
    // The past is read backwards in pieces; a stable sort keeps the order within each.
    startUps = startUps.enumerated()
      .sorted { ($0.element.line.time, $0.offset) < ($1.element.line.time, $1.offset) }
      .map(\.element)
    if startUps.count > History.startUpsKept {
      startUps.removeFirst(startUps.count - History.startUpsKept)
    }
  }

  private mutating func keep(_ lines: [LogLine]) {
    guard !lines.isEmpty else { return }
    let isInOrder = tail.last.map { last in lines.first.map { $0.time >= last.time } ?? true }
    tail.append(contentsOf: lines)
    if isInOrder == false {
      // Several logs interleave; a stable sort keeps the order within each.
      let sorted = tail.enumerated().sorted {
        ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
      }
      tail = sorted.map(\.element)
    }
    if tail.count > configuration.tailCapacity {
      tail.removeFirst(tail.count - configuration.tailCapacity)
    }
  }
}
