/// Durations and outcomes of everything in one slot of time, by small integer ids, while the slot
/// is still being filled.
///
/// Adding a duration is an index calculation and a store; see `SlotStorage`.
struct OpenSlot {
  /// What is known of one id in this slot beside its histogram, in the 64 bytes of a cache line.
  struct Row {
    /// Answers by the class of their status, class 0 for unknown ones, class 6 for none.
    var classes = InlineArray<7, UInt32>(repeating: 0)
    /// 0 while there is nothing of this id, else one more than the buckets that wait.
    var state: UInt32 = 0
    var timed: UInt64 = 0
    var sumSeconds = 0.0
    var minSeconds = Double.infinity
    var maxSeconds = 0.0

    /// Whether there is anything of this id.
    var isTouched: Bool { state > 0 }

    /// Buckets that wait to be counted.
    var waiting: Int { state > 0 ? Int(state) &- 1 : 0 }

    /// How the work ended.
    var statuses: StatusCounts {
      var counts = StatusCounts()
      for statusClass in 0..<6 { counts[statusClass] = UInt64(classes[statusClass]) }
      counts.noAnswer = UInt64(classes[6])
      return counts
    }
  }

  private var storage = SlotStorage()

  /// Ids with something in this slot, in the order they came.
  var touched: [Int] { storage.touched }

  /// What is known of an id.
  func row(_ id: Int) -> Row { id < storage.capacity ? storage.rows[id] : Row() }

  /// Counts one outcome; `seconds` may be NaN when the duration is not known.
  @inline(__always)
  mutating func add(id: Int, status: Int, hasAnswer: Bool, seconds: Double) {
    if !isKnownUniquelyReferenced(&storage) { storage = SlotStorage(copying: storage) }
    storage.add(id: id, status: status, hasAnswer: hasAnswer, seconds: seconds)
  }

  /// The durations of one id in this slot; `nil` when none was known.
  mutating func latency(of id: Int) -> LatencyDelta? {
    let row = row(id)
    guard row.timed > 0 else { return nil }
    if !isKnownUniquelyReferenced(&storage) { storage = SlotStorage(copying: storage) }
    return LatencyDelta(
      layout: .logarithmic, counts: storage.counts(of: id), count: row.timed,
      sumSeconds: row.sumSeconds, minSeconds: row.minSeconds, maxSeconds: row.maxSeconds)
  }

  /// Counts everything of one id under another.
  mutating func move(from old: Int, to new: Int) {
    guard old != new, row(old).isTouched else { return }
    if !isKnownUniquelyReferenced(&storage) { storage = SlotStorage(copying: storage) }
    storage.move(from: old, to: new)
  }

  /// Empties the slot for the next one; memory stays.
  mutating func clear() {
    if !isKnownUniquelyReferenced(&storage) { storage = SlotStorage(copying: storage) }
    storage.clear()
  }
}
