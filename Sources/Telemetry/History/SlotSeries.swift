/// Values of one subject in slots of equal width, sparse, in rising order of time.
///
/// A sliding series forgets slots older than its capacity. A doubling series never forgets: when
/// its span outgrows the capacity, neighbouring slots are merged and the width doubles, so that
/// a day costs as much memory as a minute.
///
/// Slots lie packed one after the other, with eight bytes for each to be found by.
struct SlotSeries<Slot: PackedSlot>: Sendable {
  /// What happens when the series is full.
  enum Policy: Sendable {
    case sliding, doubling
  }

  /// Where a slot is in time and in memory.
  private struct Place: Sendable {
    /// Widths since `origin`.
    var step: UInt32
    /// Its first byte; the last one is before that of the next slot.
    var offset: UInt32
  }

  private var places: [Place] = []
  private var bytes: [UInt8] = []
  /// What steps are counted from, in widths since the epoch.
  private var origin: Int64 = 0
  private(set) var widthSeconds: Int64
  /// The newest slot index seen, which outlives the slots themselves.
  private var newest = Int64.min
  /// Whether something was forgotten, or refused because its time was.
  private var hasForgotten = false
  private let capacity: Int
  private let policy: Policy

  init(widthSeconds: Int64, capacity: Int, policy: Policy) {
    self.widthSeconds = widthSeconds
    self.capacity = capacity
    self.policy = policy
  }

  /// Slots in which something happened.
  var count: Int { places.count }

  /// Start of the newest slot that is remembered.
  var newestStart: Timestamp? {
    places.isEmpty ? nil : startTime(of: index(at: places.count - 1))
  }

  /// Adds `slot` to what is known of the time around `time`.
  ///
  /// Returns `false` when a sliding series has already forgotten that time.
  @discardableResult
  mutating func merge(_ slot: Slot, at time: Timestamp) -> Bool {
    slot.withPacked { merge($0, at: time) }
  }

  /// Adds a slot that is packed already.
  @discardableResult
  mutating func merge(_ packed: UnsafeRawBufferPointer, at time: Timestamp) -> Bool {
    var index = slotIndex(of: time)
    while policy == .doubling, !places.isEmpty,
      max(self.index(at: places.count - 1), index) - min(self.index(at: 0), index)
        >= Int64(capacity)
    {
      double()
      index = slotIndex(of: time)
    }
    if policy == .sliding {
      if newest != .min, index <= newest - Int64(capacity) {
        hasForgotten = true
        return false
      }
      forget(countForgotten(by: time))
    }
    newest = max(newest, index)
    insert(packed, at: index)
    return true
  }

  /// How many of the oldest slots a sliding series will forget for one at `time`.
  func countForgotten(by time: Timestamp) -> Int {
    let index = slotIndex(of: time)
    guard policy == .sliding, newest != .min, index > newest else { return 0 }
    let oldest = index - Int64(capacity) + 1
    var gone = 0
    while gone < places.count, self.index(at: gone) < oldest { gone += 1 }
    return gone
  }

  /// Adds the slots of another series, or its oldest `most`.
  mutating func absorb(_ other: SlotSeries, most: Int = .max) {
    other.forEachPacked(most: most) { merge($1, at: $0) }
  }

  /// Whether nothing from `time` on was forgotten.
  func remembers(_ time: Timestamp, now: Timestamp) -> Bool {
    !hasForgotten || time >= rememberedSince(now: now)
  }

  /// The earliest time from which nothing can have been forgotten.
  func rememberedSince(now: Timestamp) -> Timestamp {
    guard policy == .sliding else { return Timestamp(microseconds: .min) }
    let index = max(newest, slotIndex(of: now)) - Int64(capacity) + 1
    return startTime(of: index)
  }

  /// Calls `body` with each slot that begins in `start..<end`, or in the slot that `start` is in.
  ///
  /// What it is given is good inside of `body` only.
  @inline(__always)
  func forEach(from start: Timestamp, to end: Timestamp, _ body: (SlotTime, Slot.View) -> Void) {
    let first = slotIndex(of: start)
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if index(at: middle) < first { low = middle + 1 } else { high = middle }
    }
    bytes.withUnsafeBytes { bytes in
      while low < places.count {
        let time = SlotTime(start: startTime(of: index(at: low)), seconds: widthSeconds)
        if time.start >= end { return }
        body(time, Slot.view(of: packed(at: low, in: bytes)))
        low += 1
      }
    }
  }

  /// Calls `body` with all slots; what it is given is good inside of `body` only.
  @inline(__always)
  func forEach(_ body: (SlotTime, Slot.View) -> Void) {
    forEachPacked { body(SlotTime(start: $0, seconds: widthSeconds), Slot.view(of: $1)) }
  }

  /// Calls `body` with the start of each slot, or of the `most` oldest, and the slot as bytes.
  @inline(__always)
  func forEachPacked(
    most: Int = .max, _ body: (Timestamp, UnsafeRawBufferPointer) -> Void
  ) {
    bytes.withUnsafeBytes { bytes in
      for place in 0..<min(most, places.count) {
        body(startTime(of: index(at: place)), packed(at: place, in: bytes))
      }
    }
  }

  // MARK: - Places

  private func slotIndex(of time: Timestamp) -> Int64 {
    let width = widthSeconds * 1_000_000
    let quotient = time.microseconds / width
    return time.microseconds % width < 0 ? quotient - 1 : quotient
  }

  /// Start of a slot; that of the first one there is may not be expressible.
  @inline(__always)
  private func startTime(of index: Int64) -> Timestamp {
    let (start, isTooFar) = index.multipliedReportingOverflow(by: widthSeconds * 1_000_000)
    return Timestamp(microseconds: isTooFar ? .min : start)
  }

  @inline(__always)
  private func index(at place: Int) -> Int64 { origin + Int64(places[place].step) }

  @inline(__always)
  private func range(at place: Int) -> Range<Int> {
    let end = place + 1 < places.count ? Int(places[place + 1].offset) : bytes.count
    return Int(places[place].offset)..<end
  }

  @inline(__always)
  private func packed(at place: Int, in bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[range(at: place)])
  }

  // MARK: - Changes

  private mutating func insert(_ packed: UnsafeRawBufferPointer, at index: Int64) {
    var place = places.count
    while place > 0, self.index(at: place - 1) > index { place -= 1 }
    if place > 0, self.index(at: place - 1) == index {
      return add(packed, at: place - 1)
    }
    moveOrigin(for: index)
    let offset = place < places.count ? Int(places[place].offset) : bytes.count
    places.reserve(1)
    places.insert(
      Place(step: UInt32(index - origin), offset: UInt32(offset)), at: place)
    replace(offset..<offset, by: packed, of: place)
  }

  /// Adds to a slot that is there.
  private mutating func add(_ packed: UnsafeRawBufferPointer, at place: Int) {
    let old = range(at: place)
    withUnsafeTemporaryAllocation(byteCount: old.count + packed.count, alignment: 1) { target in
      let count = bytes.withUnsafeBytes {
        Slot.merge(UnsafeRawBufferPointer(rebasing: $0[old]), packed, into: target)
      }
      replace(old, by: UnsafeRawBufferPointer(rebasing: target[..<count]), of: place)
    }
  }

  /// Puts other bytes in the place of those of a slot, and moves the slots behind it.
  private mutating func replace(
    _ old: Range<Int>, by new: UnsafeRawBufferPointer, of place: Int
  ) {
    let growth = new.count - old.count
    bytes.reserve(max(0, growth))
    bytes.replaceSubrange(old, with: new)
    guard growth != 0, place + 1 < places.count else { return }
    for later in (place + 1)..<places.count {
      places[later].offset = UInt32(Int(places[later].offset) + growth)
    }
  }

  /// Counts steps from elsewhere where `index` cannot be told by them.
  private mutating func moveOrigin(for index: Int64) {
    let first = places.isEmpty ? index : min(index, self.index(at: 0))
    guard places.isEmpty || first < origin || index - origin > Int64(UInt32.max) else { return }
    let moved = origin - first
    for place in places.indices {
      places[place].step = UInt32(Int64(places[place].step) + moved)
    }
    origin = first
  }

  private mutating func forget(_ gone: Int) {
    guard gone > 0 else { return }
    hasForgotten = true
    let end = range(at: gone - 1).upperBound
    places.removeFirst(gone)
    bytes.removeFirst(end)
    for place in places.indices { places[place].offset -= UInt32(end) }
  }

  private mutating func double() {
    var wider = SlotSeries(widthSeconds: widthSeconds * 2, capacity: capacity, policy: policy)
    wider.bytes.reserveCapacity(bytes.count)
    forEachPacked { start, packed in wider.merge(packed, at: start) }
    self = wider
  }
}

/// When a slot was.
struct SlotTime {
  var start: Timestamp
  /// How long it is.
  var seconds: Int64

  var middle: Timestamp { start + Double(seconds) / 2 }

  /// The column it is in, of those of a width, counted from the epoch.
  func column(ofSeconds width: Int64) -> Int64 {
    Int64((start.seconds / Double(width)).rounded(.down))
  }
}

extension Array {
  /// Makes room for `added` more, and for a quarter more than there are: doubling would leave half
  /// of the memory of a few hundred series empty.
  fileprivate mutating func reserve(_ added: Int) {
    guard count + added > capacity else { return }
    reserveCapacity(count + Swift.max(added, 4, count / 4))
  }
}
