import Glibc

/// The series of one target, remembered across scrapes by the bytes they are written as.
///
///     arena   name{a="x",le="1"}name{a="x",le="2"}...     the written series, end to end
///     slots   [hash start length name seen successor] ... one per series
///     labels  [SeriesLabels]                          what one pass over its labels gave
///     values  [Double]                                    this scrape's value, NaN if absent
///     index   open addressing, 8 bits of hash, slot + 1   a quarter to a half full
///
/// A scrape usually repeats the order of the one before, so the series that followed last time
/// is compared first: an unchanged series costs one `memcmp`. Only when that fails is the series
/// hashed and looked up.
struct SeriesTable: Sendable {
  /// One series; its value stands apart in `values`.
  struct Slot: Sendable {
    var hash: UInt64
    var start: UInt32
    var length: UInt32
    /// Number of the metric name, as the owner gave it.
    var name: UInt32
    /// Scrape in which the series was last seen.
    var seen: UInt32
    /// The slot that came next when the order was last seen to change.
    var successor: UInt32
  }

  /// The part of an index entry that is slot + 1; the rest tells most other series apart.
  private static let slotMask = (1 << 24) - 1

  private(set) var slots: [Slot] = []
  private(set) var labels: [SeriesLabels] = []
  /// Value of each slot in the scrape at hand; NaN when it is absent.
  var values: [Double] = []
  private var arena: [UInt8] = []
  private var index: [UInt32] = Array(repeating: 0, count: 1024)
  private(set) var scrape: UInt32 = 0
  /// Series seen in the scrape at hand.
  private(set) var liveCount = 0
  /// Series seen that were seen in the scrape before, too.
  private var continuingCount = 0
  private var previousLiveCount = 0
  /// Samples of a series that was already seen in the scrape at hand.
  private(set) var duplicates = 0
  /// The slot seen last, which predicts the next one.
  private var last: UInt32 = 0
  /// The slot that opened the scrape before.
  private var head: UInt32 = 0
  private let capacity: Int
  /// Bytes of written series that are kept; a cap beside the one on their number.
  private let arenaLimit: Int

  init(capacity: Int) {
    self.capacity = max(1, min(capacity, SeriesTable.slotMask - 1))
    arenaLimit = min(self.capacity * 512, 1 << 30)
  }

  /// Forgets the values and starts the next scrape, of a body of so many bytes.
  mutating func beginScrape(bodyBytes: Int) {
    if slots.isEmpty { reserve(bodyBytes: bodyBytes) }
    scrape &+= 1
    previousLiveCount = liveCount
    liveCount = 0
    continuingCount = 0
    duplicates = 0
    last = 0
    if values.count == slots.count {
      for slot in values.indices { values[slot] = .nan }
    } else {
      values = Array(repeating: .nan, count: slots.count)
    }
  }

  /// Makes room for the series of a first body, so that tables need not grow in the middle.
  private mutating func reserve(bodyBytes: Int) {
    let count = min(capacity, bodyBytes / 96)
    slots.reserveCapacity(count)
    labels.reserveCapacity(count)
    values.reserveCapacity(count)
    arena.reserveCapacity(min(arenaLimit, bodyBytes))
    while index.count < count * 2 { index = Array(repeating: 0, count: index.count * 2) }
  }

  /// The bytes of a series as it was written, while `body` runs.
  func withSeries<Result>(_ slot: Int, _ body: (Bytes) -> Result) -> Result {
    let entry = slots[slot]
    return arena.withUnsafeBytes {
      body(Bytes(rebasing: $0[Int(entry.start)..<Int(entry.start) + Int(entry.length)]))
    }
  }

  /// Whether the scrape at hand has exactly the series of the one before.
  var continues: Bool { continuingCount == liveCount && liveCount == previousLiveCount }

  func isLive(_ slot: Int) -> Bool { slots[slot].seen == scrape }

  /// Reads lines as long as each holds the predicted series and a plain decimal and no more.
  ///
  /// Stops at the first other line (`position` is then its start) and returns how many it read.
  /// One comparison of the series and one pass over the digits per line.
  mutating func readPredicted(_ body: Bytes, _ position: inout Int) -> Int {
    guard let start = body.baseAddress, !slots.isEmpty else { return 0 }
    let text = start.assumingMemoryBound(to: UInt8.self)
    let end = body.count
    let count = UInt32(slots.count)
    let scrape = scrape
    let isStart = liveCount == 0
    let head = head
    var at = position
    var last = last
    var read = 0
    var repeated = 0
    var continuing = 0
    slots.withUnsafeMutableBufferPointer { slots in
      values.withUnsafeMutableBufferPointer { values in
        arena.withUnsafeBytes { arena in
          guard let written = arena.baseAddress else { return }
          var predicted = isStart ? head : slots[Int(last)].successor
          while predicted < count {
            let slot = Int(predicted)
            let length = Int(slots[slot].length)
            guard at + length + 2 < end, text[at + length] == 0x20,
              memcmp(text + at, written + Int(slots[slot].start), length) == 0
            else { break }
            var cursor = at + length + 1
            guard let value = ExpositionNumber.scan(text, &cursor, end), cursor < end,
              text[cursor] == 0x0A
            else { break }
            at = cursor + 1
            if slots[slot].seen == scrape { repeated += 1 }
            if slots[slot].seen == scrape &- 1 { continuing += 1 }
            slots[slot].seen = scrape
            values[slot] = value
            last = predicted
            predicted = slots[slot].successor
            read += 1
          }
        }
      }
    }
    position = at
    self.last = last
    liveCount += read - repeated
    continuingCount += continuing
    duplicates += repeated
    return read
  }

  /// Notes the value of a series that is already known; `false` when it is a new one.
  mutating func record(_ value: Double, for series: Bytes, hash: UInt64) -> Bool {
    guard let slot = find(series, hash: hash) else { return false }
    if slots[slot].seen == scrape { duplicates += 1 } else { liveCount += 1 }
    if slots[slot].seen == scrape &- 1 { continuingCount += 1 }
    slots[slot].seen = scrape
    values[slot] = value
    follow(slot)
    return true
  }

  /// Adds a series that `record` did not know; `false` when the table is full.
  mutating func insert(
    _ value: Double, for series: Bytes, hash: UInt64, name: UInt32, labels: SeriesLabels
  ) -> Bool {
    guard slots.count < capacity, arena.count + series.count <= arenaLimit else { return false }
    let slot = slots.count
    slots.append(
      Slot(
        hash: hash, start: UInt32(arena.count), length: UInt32(series.count), name: name,
        seen: scrape, successor: UInt32(slot + 1)))
    self.labels.append(labels)
    arena.append(contentsOf: series)
    values.append(value)
    if slots.count * 2 > index.count {
      rebuildIndex()
    } else {
      place(slot, hash: hash)
    }
    liveCount += 1
    follow(slot)
    return true
  }

  /// Remembers that `slot` came after the one before it.
  private mutating func follow(_ slot: Int) {
    let isFirst = liveCount <= 1 && duplicates == 0
    if isFirst { head = UInt32(slot) } else { slots[Int(last)].successor = UInt32(slot) }
    last = UInt32(slot)
  }

  /// Drops every series the scrape at hand did not have; returns the old slot of each new one.
  mutating func dropStale() -> [Int] {
    let kept = slots.indices.filter { isLive($0) }
    var packed: [UInt8] = []
    var moved: [Slot] = []
    moved.reserveCapacity(kept.count)
    for (place, old) in kept.enumerated() {
      var slot = slots[old]
      let range = Int(slot.start)..<Int(slot.start) + Int(slot.length)
      slot.start = UInt32(packed.count)
      slot.successor = UInt32(place + 1)
      packed.append(contentsOf: arena[range])
      moved.append(slot)
    }
    values = kept.map { values[$0] }
    labels = kept.map { labels[$0] }
    slots = moved
    arena = packed
    last = 0
    head = 0
    rebuildIndex()
    return kept
  }

  private func find(_ series: Bytes, hash: UInt64) -> Int? {
    let mask = index.count - 1
    var cell = Int(truncatingIfNeeded: hash) & mask
    let tag = SeriesTable.tag(hash)
    while index[cell] != 0 {
      let entry = index[cell]
      let slot = (Int(entry) & SeriesTable.slotMask) - 1
      if entry & ~UInt32(SeriesTable.slotMask) == tag, slots[slot].hash == hash,
        Int(slots[slot].length) == series.count, equals(slot, series)
      {
        return slot
      }
      cell = (cell + 1) & mask
    }
    return nil
  }

  private func equals(_ slot: Int, _ series: Bytes) -> Bool {
    guard let wanted = series.baseAddress else { return true }
    return withSeries(slot) { written in
      written.baseAddress.map { memcmp($0, wanted, series.count) == 0 } ?? true
    }
  }

  private mutating func place(_ slot: Int, hash: UInt64) {
    let mask = index.count - 1
    var cell = Int(truncatingIfNeeded: hash) & mask
    while index[cell] != 0 { cell = (cell + 1) & mask }
    index[cell] = UInt32(slot + 1) | SeriesTable.tag(hash)
  }

  @inline(__always)
  private static func tag(_ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 32) & ~UInt32(slotMask)
  }

  private mutating func rebuildIndex() {
    var size = 1024
    while size < slots.count * 4 { size *= 2 }
    index = Array(repeating: 0, count: size)
    for slot in slots.indices { place(slot, hash: slots[slot].hash) }
  }

  /// A 64-bit hash of some bytes, sixteen at a time; equality is always checked on the bytes.
  @inline(__always)
  static func hash(_ bytes: Bytes) -> UInt64 {
    let count = bytes.count
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count)
    var at = 0
    while at &+ 16 < count {
      state = mix(word(bytes, at) ^ key, word(bytes, at &+ 8) ^ state)
      at &+= 16
    }
    let left = count &- at
    var low: UInt64 = 0
    var high: UInt64 = 0
    // The two may overlap; the length keeps that unambiguous.
    if left >= 8 {
      low = word(bytes, at)
      high = word(bytes, count &- 8)
    } else if left >= 4 {
      low = UInt64(bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self))
      high = UInt64(bytes.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
    } else if left > 0 {
      low = UInt64(bytes[at]) &<< 8 | UInt64(bytes[at &+ left &>> 1])
      high = UInt64(bytes[count &- 1])
    }
    return mix(low ^ key, high ^ state)
  }

  private static let key: UInt64 = 0xA076_1D64_78BD_642F

  @inline(__always)
  private static func word(_ bytes: Bytes, _ place: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
  }

  @inline(__always)
  private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
