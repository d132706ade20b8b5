/// The memory of an open slot, which grows but never shrinks.
///
/// Neighbouring lines of a log are about different ids, and a counter for each bucket of each id is
/// more memory than is near to the processor: a line would wait for its counter. So the buckets of an
/// id wait in a cache line of its own until there are 32 of them, which are then counted in one go,
/// their counters being fetched side by side:
///
///     id ─▶ row ─▶ 32 waiting ─full─▶ octave of the bucket ─▶ block of 64 counters of 16 bits,
///                                                             and what overflowed
final class SlotStorage {
  private static let blockSize = 64
  private static let octaves = 36
  private static let mostWaiting = 32
  /// Bytes of a cache line.
  private static let line = 64
  /// Blocks beyond what 16 bits can number are never needed: 36 octaves of 1,820 ids.
  private static let mostBlocks = Int(UInt16.max)

  /// Ids there is room for.
  private(set) var capacity: Int
  private(set) var rows: UnsafeMutablePointer<OpenSlot.Row>
  /// Buckets by id that were not counted yet.
  private var waiting: UnsafeMutablePointer<UInt16>
  /// Numbers of blocks by id and octave; 0 where there is none.
  private var blocks: UnsafeMutablePointer<UInt16>
  private var counters: UnsafeMutablePointer<UInt16>
  /// Counters that were full, by their place, each for 65,536.
  private var overflows: [Int: UInt64] = [:]
  private var blockCapacity = 1
  /// Blocks in use, the first one, which stands for none, included.
  private var blockCount = 1
  private(set) var touched: [Int] = []

  init() {
    capacity = 0
    rows = SlotStorage.allocate(0)
    waiting = SlotStorage.allocate(0)
    blocks = SlotStorage.allocate(0)
    counters = SlotStorage.allocate(SlotStorage.blockSize)
    counters.initialize(repeating: 0, count: SlotStorage.blockSize)
  }

  init(copying other: SlotStorage) {
    capacity = other.capacity
    rows = SlotStorage.allocate(capacity)
    rows.initialize(from: other.rows, count: capacity)
    waiting = SlotStorage.allocate(capacity * SlotStorage.mostWaiting)
    waiting.initialize(from: other.waiting, count: capacity * SlotStorage.mostWaiting)
    blocks = SlotStorage.allocate(capacity * SlotStorage.octaves)
    blocks.initialize(from: other.blocks, count: capacity * SlotStorage.octaves)
    blockCapacity = other.blockCapacity
    blockCount = other.blockCount
    counters = SlotStorage.allocate(blockCapacity * SlotStorage.blockSize)
    counters.initialize(from: other.counters, count: blockCapacity * SlotStorage.blockSize)
    touched = other.touched
    overflows = other.overflows
  }

  deinit {
    rows.deallocate()
    waiting.deallocate()
    blocks.deallocate()
    counters.deallocate()
  }

  @inline(__always)
  func add(id: Int, status: Int, hasAnswer: Bool, seconds: Double) {
    if id >= capacity { grow(to: id + 1) }
    let row = rows + id
    if row.pointee.state == 0 { touch(id) }
    // Divided as UInt32, which is a multiplication; negative statuses are of no class.
    let hundreds = Int(UInt32(truncatingIfNeeded: status) / 100)
    row.pointee.classes[hasAnswer ? (hundreds < 6 ? hundreds : 0) : 6] &+= 1
    guard seconds >= 0 else { return }
    let bucket = LogScale.index(of: seconds)
    row.pointee.timed &+= 1
    row.pointee.sumSeconds += seconds
    if seconds < row.pointee.minSeconds { row.pointee.minSeconds = seconds }
    if seconds > row.pointee.maxSeconds { row.pointee.maxSeconds = seconds }
    if row.pointee.waiting == SlotStorage.mostWaiting { countWaiting(of: id) }
    waiting[id &* SlotStorage.mostWaiting &+ row.pointee.waiting] = UInt16(
      truncatingIfNeeded: bucket)
    row.pointee.state &+= 1
  }

  func counts(of id: Int) -> SparseCounts {
    let row = rows[id]
    if row.timed == UInt64(row.waiting) { return countsOfWaiting(of: id) }
    countWaiting(of: id)
    let counters = counters
    let hasOverflows = !overflows.isEmpty
    let blocks = blocks + id * SlotStorage.octaves
    return SparseCounts(most: Int(min(row.timed, UInt64(LogScale.count)))) { append in
      for octave in 0..<SlotStorage.octaves where blocks[octave] > 0 {
        let block = counters + Int(blocks[octave]) * SlotStorage.blockSize
        let words = UnsafeRawPointer(block)
        for four in stride(from: 0, to: SlotStorage.blockSize, by: 4) {
          // Most counters are zero, and four of them make a word.
          let word = words.load(fromByteOffset: four * 2, as: UInt64.self)
          if word == 0, !hasOverflows { continue }
          for step in four..<four + 4 {
            var number = UInt64(block[step])
            if hasOverflows { number += overflow(of: blocks[octave], step) }
            if number > 0 { append(octave * SlotStorage.blockSize + step, number) }
          }
        }
      }
    }
  }

  func move(from old: Int, to new: Int) {
    if new >= capacity { grow(to: new + 1) }
    if !rows[new].isTouched { touch(new) }
    let source = rows[old]
    for place in 0..<7 { rows[new].classes[place] &+= source.classes[place] }
    rows[new].timed &+= source.timed
    rows[new].sumSeconds += source.sumSeconds
    rows[new].minSeconds = min(rows[new].minSeconds, source.minSeconds)
    rows[new].maxSeconds = max(rows[new].maxSeconds, source.maxSeconds)
    counts(of: old).forEach { bucket, number in
      count(bucket, UInt16(truncatingIfNeeded: number), of: new)
      if number >> 16 > 0 { overflow(bucket, by: number >> 16, of: new) }
    }
    // The old row's blocks lie idle until the slot ends.
    empty(old)
    touched.removeAll { $0 == old }
  }

  func clear() {
    for id in touched { empty(id) }
    touched.removeAll(keepingCapacity: true)
    counters.update(repeating: 0, count: blockCount * SlotStorage.blockSize)
    overflows.removeAll()
    blockCount = 1
  }

  private func empty(_ id: Int) {
    rows[id] = OpenSlot.Row()
    (blocks + id * SlotStorage.octaves).update(repeating: 0, count: SlotStorage.octaves)
  }

  /// Counts the buckets of an id that wait.
  @inline(never)
  private func countWaiting(of id: Int) {
    let first = id &* SlotStorage.mostWaiting
    for place in first..<first &+ rows[id].waiting { count(Int(waiting[place]), 1, of: id) }
    rows[id].state = 1
  }

  /// The counts of an id of which all buckets still wait: they are put in order and told apart.
  private func countsOfWaiting(of id: Int) -> SparseCounts {
    let count = rows[id].waiting
    let waiting = waiting + id * SlotStorage.mostWaiting
    SlotStorage.sort(waiting, count)
    return SparseCounts(most: count) { append in
      var place = 0
      while place < count {
        let start = place
        repeat { place &+= 1 } while place < count && waiting[place] == waiting[start]
        append(Int(waiting[start]), UInt64(place &- start))
      }
    }
  }

  /// Puts a few numbers in order by moving each to its place among those before.
  private static func sort(_ numbers: UnsafeMutablePointer<UInt16>, _ count: Int) {
    for next in stride(from: 1, to: count, by: 1) {
      let number = numbers[next]
      var place = next
      while place > 0, numbers[place &- 1] > number {
        numbers[place] = numbers[place &- 1]
        place &-= 1
      }
      numbers[place] = number
    }
  }

  @inline(__always)
  private func count(_ bucket: Int, _ number: UInt16, of id: Int) {
    let octave = id &* SlotStorage.octaves &+ bucket >> 6
    var block = Int(blocks[octave])
    if block == 0 {
      block = newBlock()
      blocks[octave] = UInt16(truncatingIfNeeded: block)
    }
    let counter = counters + (block &* SlotStorage.blockSize &+ (bucket & 63))
    counter.pointee &+= number
    if counter.pointee < number { overflow(bucket, by: 1, of: id) }
  }

  @inline(never)
  private func overflow(_ bucket: Int, by times: UInt64, of id: Int) {
    let block = Int(blocks[id &* SlotStorage.octaves &+ bucket >> 6])
    overflows[block &* SlotStorage.blockSize &+ (bucket & 63), default: 0] += times
  }

  private func overflow(of block: UInt16, _ step: Int) -> UInt64 {
    overflows[Int(block) &* SlotStorage.blockSize &+ step, default: 0] << 16
  }

  @inline(never)
  private func touch(_ id: Int) {
    rows[id].state = 1
    touched.append(id)
  }

  @inline(never)
  private func newBlock() -> Int {
    // Past the last number durations are counted together rather than lost.
    guard blockCount < SlotStorage.mostBlocks else { return SlotStorage.mostBlocks - 1 }
    if blockCount == blockCapacity {
      let larger = min(blockCapacity * 2, SlotStorage.mostBlocks)
      let used = blockCapacity * SlotStorage.blockSize
      counters = SlotStorage.enlarge(
        counters, from: used, to: larger * SlotStorage.blockSize, filling: 0)
      blockCapacity = larger
    }
    blockCount += 1
    return blockCount - 1
  }

  @inline(never)
  private func grow(to size: Int) {
    let larger = max(16, max(size, capacity * 2))
    rows = SlotStorage.enlarge(rows, from: capacity, to: larger, filling: OpenSlot.Row())
    waiting = SlotStorage.enlarge(
      waiting, from: capacity * SlotStorage.mostWaiting, to: larger * SlotStorage.mostWaiting,
      filling: 0)
    blocks = SlotStorage.enlarge(
      blocks, from: capacity * SlotStorage.octaves, to: larger * SlotStorage.octaves, filling: 0)
    capacity = larger
  }

  private static func enlarge<Value: BitwiseCopyable>(
    _ memory: UnsafeMutablePointer<Value>, from used: Int, to count: Int, filling value: Value
  ) -> UnsafeMutablePointer<Value> {
    let moved: UnsafeMutablePointer<Value> = allocate(count)
    moved.initialize(from: memory, count: used)
    (moved + used).initialize(repeating: value, count: count - used)
    memory.deallocate()
    return moved
  }

  private static func allocate<Value: BitwiseCopyable>(
    _ count: Int
  ) -> UnsafeMutablePointer<Value> {
    UnsafeMutableRawPointer.allocate(
      byteCount: max(1, count) * MemoryLayout<Value>.stride, alignment: line
    ).bindMemory(to: Value.self, capacity: max(1, count))
  }
}
