/// Durations and outcomes of everything in one slot of time, by small integer ids, while the slot
/// is still being filled.
///
/// Adding a duration is an index calculation and an increment. Of the 2241 buckets of an id only
/// the octaves that it has durations in take memory, and the counters are small, so that those of
/// hundreds of ids stay in the cache:
///
///     id ─▶ row ─octave of the bucket─▶ block of 64 counters of 16 bits, and what overflowed
struct OpenSlot {
  /// What is known of one id in this slot beside its histogram.
  struct Row {
    /// Answers by the class of their status, class 0 for unknown ones, class 6 for none.
    fileprivate var classes = InlineArray<8, UInt32>(repeating: 0)
    var timed: UInt64 = 0
    var sumSeconds = 0.0
    var minSeconds = Double.infinity
    var maxSeconds = 0.0
    var isTouched = false
    /// Number of the block of each octave; 0 where there is none.
    fileprivate var blocks = InlineArray<36, UInt16>(repeating: 0)

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
  func row(_ id: Int) -> Row { id < storage.rowCapacity ? storage.rows[id] : Row() }

  /// Counts one outcome; `seconds` may be NaN when the duration is not known.
  @inline(__always)
  mutating func add(id: Int, status: Int, hasAnswer: Bool, seconds: Double) {
    if !isKnownUniquelyReferenced(&storage) { storage = SlotStorage(copying: storage) }
    storage.add(id: id, status: status, hasAnswer: hasAnswer, seconds: seconds)
  }

  /// The durations of one id in this slot; `nil` when none was known.
  func latency(of id: Int) -> LatencyDelta? { latency(of: row(id)) }

  /// The durations of a row of this slot; `nil` when none was known.
  func latency(of row: Row) -> LatencyDelta? {
    guard row.timed > 0 else { return nil }
    return LatencyDelta(
      layout: .logarithmic, counts: storage.counts(of: row), count: row.timed,
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

/// The memory of an open slot, which grows but never shrinks.
private final class SlotStorage {
  private static let blockSize = 64
  /// Blocks beyond what 16 bits can number are never needed: 36 octaves of 1,820 ids.
  private static let mostBlocks = Int(UInt16.max)

  private(set) var rows: UnsafeMutablePointer<OpenSlot.Row>
  private(set) var rowCapacity = 0
  private var counters: UnsafeMutablePointer<UInt16>
  /// Counters that were full, by their place, each for 65,536.
  private var overflows: [Int: UInt64] = [:]
  private var blockCapacity = 1
  /// Blocks in use, the first one, which stands for none, included.
  private var blockCount = 1
  private(set) var touched: [Int] = []

  init() {
    rows = .allocate(capacity: 1)
    counters = .allocate(capacity: SlotStorage.blockSize)
    counters.initialize(repeating: 0, count: SlotStorage.blockSize)
  }

  init(copying other: SlotStorage) {
    rowCapacity = other.rowCapacity
    rows = .allocate(capacity: max(1, rowCapacity))
    rows.initialize(from: other.rows, count: rowCapacity)
    blockCapacity = other.blockCapacity
    blockCount = other.blockCount
    counters = .allocate(capacity: blockCapacity * SlotStorage.blockSize)
    counters.initialize(from: other.counters, count: blockCapacity * SlotStorage.blockSize)
    touched = other.touched
    overflows = other.overflows
  }

  deinit {
    rows.deallocate()
    counters.deallocate()
  }

  @inline(__always)
  func add(id: Int, status: Int, hasAnswer: Bool, seconds: Double) {
    if id >= rowCapacity { growRows(to: id + 1) }
    let row = rows + id
    if !row.pointee.isTouched { touch(id) }
    // Divided as UInt32, which is a multiplication; negative statuses are of no class.
    let hundreds = Int(UInt32(truncatingIfNeeded: status) / 100)
    row.pointee.classes[hasAnswer ? (hundreds < 6 ? hundreds : 0) : 6] &+= 1
    guard seconds >= 0 else { return }
    let bucket = LogScale.index(of: seconds)
    row.pointee.timed &+= 1
    row.pointee.sumSeconds += seconds
    if seconds < row.pointee.minSeconds { row.pointee.minSeconds = seconds }
    if seconds > row.pointee.maxSeconds { row.pointee.maxSeconds = seconds }
    count(bucket, 1, in: row)
  }

  func counts(of row: OpenSlot.Row) -> SparseCounts {
    let counters = counters
    let hasOverflows = !overflows.isEmpty
    return SparseCounts(most: Int(min(row.timed, UInt64(LogScale.count)))) { append in
      for octave in 0..<36 where row.blocks[octave] > 0 {
        let block = counters + Int(row.blocks[octave]) * SlotStorage.blockSize
        let words = UnsafeRawPointer(block)
        for four in stride(from: 0, to: SlotStorage.blockSize, by: 4) {
          // Most counters are zero, and four of them make a word.
          let word = words.load(fromByteOffset: four * 2, as: UInt64.self)
          if word == 0, !hasOverflows { continue }
          for step in four..<four + 4 {
            var number = UInt64(block[step])
            if hasOverflows { number += overflow(of: row.blocks[octave], step) }
            if number > 0 { append(octave * SlotStorage.blockSize + step, number) }
          }
        }
      }
    }
  }

  func move(from old: Int, to new: Int) {
    if new >= rowCapacity { growRows(to: new + 1) }
    if !rows[new].isTouched { touch(new) }
    let source = rows[old]
    for place in 0..<8 { rows[new].classes[place] &+= source.classes[place] }
    rows[new].timed &+= source.timed
    rows[new].sumSeconds += source.sumSeconds
    rows[new].minSeconds = min(rows[new].minSeconds, source.minSeconds)
    rows[new].maxSeconds = max(rows[new].maxSeconds, source.maxSeconds)
    counts(of: source).forEach { bucket, number in
      count(bucket, UInt16(truncatingIfNeeded: number), in: rows + new)
      if number >> 16 > 0 { overflow(bucket, by: number >> 16, in: rows[new]) }
    }
    // The old row's blocks lie idle until the slot ends.
    rows[old] = OpenSlot.Row()
    touched.removeAll { $0 == old }
  }

  func clear() {
    for id in touched { rows[id] = OpenSlot.Row() }
    touched.removeAll(keepingCapacity: true)
    counters.update(repeating: 0, count: blockCount * SlotStorage.blockSize)
    overflows.removeAll()
    blockCount = 1
  }

  @inline(__always)
  private func count(_ bucket: Int, _ number: UInt16, in row: UnsafeMutablePointer<OpenSlot.Row>) {
    let octave = bucket >> 6
    var block = Int(row.pointee.blocks[octave])
    if block == 0 {
      block = newBlock()
      row.pointee.blocks[octave] = UInt16(truncatingIfNeeded: block)
    }
    let counter = counters + (block &* SlotStorage.blockSize &+ (bucket & 63))
    counter.pointee &+= number
    if counter.pointee < number { overflow(bucket, by: 1, in: row.pointee) }
  }

  @inline(never)
  private func overflow(_ bucket: Int, by times: UInt64, in row: OpenSlot.Row) {
    let block = Int(row.blocks[bucket >> 6])
    overflows[block &* SlotStorage.blockSize &+ (bucket & 63), default: 0] += times
  }

  private func overflow(of block: UInt16, _ step: Int) -> UInt64 {
    overflows[Int(block) &* SlotStorage.blockSize &+ step, default: 0] << 16
  }

  @inline(never)
  private func touch(_ id: Int) {
    rows[id].isTouched = true
    touched.append(id)
  }

  @inline(never)
  private func newBlock() -> Int {
    // Past the last number durations are counted together rather than lost.
    guard blockCount < SlotStorage.mostBlocks else { return SlotStorage.mostBlocks - 1 }
    if blockCount == blockCapacity {
      let larger = min(blockCapacity * 2, SlotStorage.mostBlocks)
      let moved = UnsafeMutablePointer<UInt16>.allocate(
        capacity: larger * SlotStorage.blockSize)
      let used = blockCapacity * SlotStorage.blockSize
      moved.moveInitialize(from: counters, count: used)
      (moved + used).initialize(repeating: 0, count: larger * SlotStorage.blockSize - used)
      counters.deallocate()
      counters = moved
      blockCapacity = larger
    }
    blockCount += 1
    return blockCount - 1
  }

  @inline(never)
  private func growRows(to size: Int) {
    let larger = max(16, max(size, rowCapacity * 2))
    let moved = UnsafeMutablePointer<OpenSlot.Row>.allocate(capacity: larger)
    moved.moveInitialize(from: rows, count: rowCapacity)
    (moved + rowCapacity).initialize(repeating: OpenSlot.Row(), count: larger - rowCapacity)
    rows.deallocate()
    rows = moved
    rowCapacity = larger
  }
}
