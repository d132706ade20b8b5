/// All SQL fingerprints with their statistics, in fixed memory.
struct QueryStore: Sendable {
  struct Row: Sendable {
    let id: UInt64
    var fingerprint: DisplayText
    var tiers = TimeTiers<QuerySlot>()
    /// Sums over everything that slots keep in single precision; the counts are in the archive.
    var durations = DurationTotals()
    var calls: UInt64 = 0
    var rowsSent: UInt64 = 0
    var rowsSentCalls: UInt64 = 0
    var rowsExamined: UInt64 = 0
    var rowsExaminedCalls: UInt64 = 0
    var firstSeen: Timestamp
    var lastSeen: Timestamp
    var examples: [QueryExample] = []
    var sources: [SourceID] = []
    /// Whether its calls are known from counters alone.
    var isCounted: Bool

    init(of id: UInt64, fingerprint: DisplayText, _ isCounted: Bool) {
      self.id = id
      self.fingerprint = fingerprint
      self.isCounted = isCounted
      firstSeen = Timestamp(microseconds: .max)
      lastSeen = Timestamp(microseconds: .min)
    }
  }

  /// So many of the slowest calls of a fingerprint are kept.
  static let examplesKept = 5

  private(set) var rows: [Row] = []
  private var rowOfID: [UInt64: Int] = [:]
  private let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
  }

  /// Keeps what nothing is added to of each `share`th row from `turn` on in fewer bytes.
  mutating func seal(_ turn: Int, of share: Int) {
    for place in stride(from: turn % share, to: rows.count, by: share) { rows[place].tiers.seal() }
  }

  /// Adds calls, `isCounted` for those of which only their number and time are known.
  ///
  /// A source that tells each call says more: counters of the same statement would count it twice,
  /// and what they have counted before is dropped. `end` is until when the source tells more, where
  /// that is known.
  mutating func fold(
    _ delta: QueryDelta, source: SourceID, isCounted: Bool = false, end: Timestamp? = nil
  ) {
    let place = row(of: delta, isCounted)
    if rows[place].isCounted != isCounted, rows[place].id != QueryTable.otherID {
      if isCounted { return }
      rows[place] = Row(of: rows[place].id, fingerprint: rows[place].fingerprint, false)
    }
    if let fingerprint = delta.fingerprint, rows[place].fingerprint.string.isEmpty {
      rows[place].fingerprint = fingerprint
    }
    rows[place].calls &+= delta.calls
    if let latency = delta.latency { rows[place].durations.merge(latency) }
    rows[place].tiers.merge(QuerySlot(delta), at: delta.time, end: end)
    rows[place].rowsSent &+= delta.rowsSent
    rows[place].rowsSentCalls &+= delta.rowsSentCalls
    rows[place].rowsExamined &+= delta.rowsExamined
    rows[place].rowsExaminedCalls &+= delta.rowsExaminedCalls
    let seen = delta.seen ?? delta.time...delta.time
    rows[place].firstSeen = min(rows[place].firstSeen, seen.lowerBound)
    rows[place].lastSeen = max(rows[place].lastSeen, seen.upperBound)
    if !rows[place].sources.contains(source) { rows[place].sources.append(source) }
    keepExamples(delta.examples, at: place)
  }

  /// The row of a fingerprint id, if it has one.
  func place(of id: UInt64) -> Int? { rowOfID[id] }

  private mutating func keepExamples(_ new: [QueryExample], at place: Int) {
    guard !new.isEmpty else { return }
    var all = rows[place].examples + new
    all.sort { left, right in
      (right.seconds, left.time, left.source, left.line)
        < (left.seconds, right.time, right.source, right.line)
    }
    rows[place].examples = Array(all.prefix(QueryStore.examplesKept))
  }

  private mutating func row(of delta: QueryDelta, _ isCounted: Bool) -> Int {
    if let known = rowOfID[delta.id] { return known }
    let isOther = delta.id == QueryTable.otherID
    guard rows.count < capacity || isOther else {
      var other = delta
      other.id = QueryTable.otherID
      other.fingerprint = "(other)"
      return row(of: other, isCounted)
    }
    rowOfID[delta.id] = rows.count
    rows.append(Row(of: delta.id, fingerprint: delta.fingerprint ?? "", isCounted))
    return rows.count - 1
  }
}

/// Calls of one fingerprint in one slot of time: how many, then their durations.
struct QuerySlot: PackedSlot {
  private let calls: UInt64
  private let latency: LatencyDelta?

  init(_ delta: QueryDelta) {
    calls = delta.calls
    latency = delta.latency
  }

  /// A slot where it lies as bytes; good only as long as those are.
  struct View {
    let calls: UInt64
    fileprivate let durations: UnsafeRawBufferPointer

    @inline(__always)
    fileprivate init(_ bytes: UnsafeRawBufferPointer) {
      var position = 0
      calls = Varint.read(bytes, &position)
      durations = UnsafeRawBufferPointer(rebasing: bytes[position...])
    }

    @inline(__always)
    var latency: LatencySlot.View { LatencySlot.View(durations, total: calls) }
  }

  @inline(__always)
  static func view(of bytes: UnsafeRawBufferPointer) -> View { View(bytes) }

  var mostBytes: Int { Varint.mostBytes + LatencySlot.mostBytes(latency) }

  func pack(into target: UnsafeMutableRawBufferPointer) -> Int {
    var end = 0
    Varint.write(calls, to: target, &end)
    LatencySlot.pack(latency, into: target, &end)
    return end
  }

  static func merge(
    _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer,
    into target: UnsafeMutableRawBufferPointer
  ) -> Int {
    let (first, second) = (View(left), View(right))
    var end = 0
    Varint.write(first.calls &+ second.calls, to: target, &end)
    LatencySlot.merge(first.durations, second.durations, into: target, &end)
    return end
  }

  static func seal(
    _ slot: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer
  ) -> Int {
    let view = View(slot)
    guard !view.durations.isEmpty else { return 0 }
    return LatencySlot.seal(
      slot, from: slot.count - view.durations.count, total: view.calls, into: target)
  }

  static func withOpen<Result>(
    _ slot: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    let view = View(slot)
    guard !view.durations.isEmpty, SealedLatency.isSealed(view.durations) else {
      return body(slot)
    }
    return LatencySlot.withOpen(
      slot, from: slot.count - view.durations.count, view.latency, body)
  }
}
