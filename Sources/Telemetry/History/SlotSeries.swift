/// Values of one subject in slots of equal width, sparse, in rising order of time.
///
/// A sliding series forgets slots older than its capacity. A doubling series never forgets: when
/// its span outgrows the capacity, neighbouring slots are merged and the width doubles, so that
/// a day costs as much memory as a minute.
///
/// Slots lie packed one after the other, with two bytes for each, whether it is there or not, to be
/// found by. They are open to be added to until `seal` is called.
struct SlotSeries<Slot: PackedSlot>: Sendable {
  /// What happens when the series is full.
  enum Policy: Sendable {
    case sliding, doubling
  }

  /// Bytes of each slot from the first one that is there to the last.
  private var lengths = SlotLengths()
  private var bytes: [UInt8] = []
  /// Index of the first slot: widths since the epoch.
  private var first: Int64 = 0
  /// Places from the first one on whose slots are sealed.
  private var sealed = 0
  /// Slots in which something happened.
  private(set) var count = 0
  private(set) var widthSeconds: Int64
  /// The newest slot index seen, which outlives the slots themselves.
  private var newest = Int64.min
  /// Whether something was forgotten, or refused because its time was.
  var hasForgotten = false
  private let capacity: Int
  private let policy: Policy

  init(widthSeconds: Int64, capacity: Int, policy: Policy) {
    self.widthSeconds = widthSeconds
    self.capacity = capacity
    self.policy = policy
  }

  /// Bytes that slots take, with those that are spare.
  var bytesHeld: Int { bytes.capacity }

  /// Start of the newest slot that is remembered.
  var newestStart: Timestamp? { lengths.isEmpty ? nil : startTime(of: last) }

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
    while policy == .doubling, !lengths.isEmpty,
      max(last, index) - min(first, index) >= Int64(capacity)
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

  /// Whether a sliding series will have forgotten `time` when it is `end`; it counts as forgotten
  /// then.
  @discardableResult
  mutating func refuse(_ time: Timestamp, asOf end: Timestamp) -> Bool {
    guard policy == .sliding, slotIndex(of: time) <= slotIndex(of: end) - Int64(capacity) else {
      return false
    }
    hasForgotten = true
    return true
  }

  /// Makes the slots of a doubling series that is empty as wide as they will be when it reaches from
  /// `start` to `end`.
  mutating func widen(from start: Timestamp, to end: Timestamp) {
    guard policy == .doubling, lengths.isEmpty else { return }
    while slotIndex(of: end) - slotIndex(of: start) >= Int64(capacity) { widthSeconds *= 2 }
  }

  /// How many of its oldest places a sliding series will forget for one at `time`.
  func countForgotten(by time: Timestamp) -> Int {
    let index = slotIndex(of: time)
    guard policy == .sliding, newest != .min, index > newest else { return 0 }
    return min(lengths.count, max(0, Int(index - Int64(capacity) + 1 - first)))
  }

  /// Adds the slots of another series, or those at its oldest `most` places.
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
    guard !lengths.isEmpty, slotIndex(of: start) <= last else { return }
    var place = max(0, Int(slotIndex(of: start) - first))
    var offset = self.offset(of: place)
    bytes.withUnsafeBytes { bytes in
      while place < lengths.count {
        let length = lengths[place]
        if length > 0 {
          let time = SlotTime(start: startTime(of: first + Int64(place)), seconds: widthSeconds)
          if time.start >= end { return }
          body(
            time,
            Slot.view(of: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length])))
        }
        offset += length
        place += 1
      }
    }
  }

  /// Calls `body` with all slots; what it is given is good inside of `body` only.
  @inline(__always)
  func forEach(_ body: (SlotTime, Slot.View) -> Void) {
    forEachPacked { body(SlotTime(start: $0, seconds: widthSeconds), Slot.view(of: $1)) }
  }

  /// Calls `body` with the start of each slot, or of those at the `most` oldest places, and the slot
  /// as bytes.
  @inline(__always)
  func forEachPacked(
    most: Int = .max, _ body: (Timestamp, UnsafeRawBufferPointer) -> Void
  ) {
    bytes.withUnsafeBytes { bytes in
      var offset = 0
      for place in 0..<min(most, lengths.count) {
        let length = lengths[place]
        if length == 0 { continue }
        body(
          startTime(of: first + Int64(place)),
          UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length]))
        offset += length
      }
    }
  }

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

  /// Index of the last slot, where there is any.
  private var last: Int64 { first + Int64(lengths.count - 1) }

  /// Where a slot begins, counted from the nearer end.
  private func offset(of place: Int) -> Int {
    place <= lengths.count / 2
      ? lengths.sum(0..<place) : bytes.count - lengths.sum(place..<lengths.count)
  }

  private func range(of place: Int) -> Range<Int> {
    let start = offset(of: place)
    return start..<start + lengths[place]
  }

  private mutating func insert(_ packed: UnsafeRawBufferPointer, at index: Int64) {
    let place = makePlace(for: index)
    sealed = min(sealed, place)
    guard lengths[place] > 0 else {
      count += 1
      let start = offset(of: place)
      return replace(start..<start, by: packed, of: place)
    }
    unseal(at: place)
    let old = range(of: place)
    Slot.withOpen(packed) { packed in
      withUnsafeTemporaryAllocation(byteCount: old.count + packed.count, alignment: 1) { target in
        let count = bytes.withUnsafeBytes {
          Slot.merge(UnsafeRawBufferPointer(rebasing: $0[old]), packed, into: target)
        }
        replace(old, by: UnsafeRawBufferPointer(rebasing: target[..<count]), of: place)
      }
    }
  }

  /// The place of a slot, which is made where there is none.
  private mutating func makePlace(for index: Int64) -> Int {
    if lengths.isEmpty { first = index }
    if index < first {
      let added = Int(first - index)
      lengths.prepend(none: added)
      first = index
    } else if index - first >= Int64(lengths.count) {
      lengths.append(none: Int(index - first) + 1 - lengths.count)
    }
    return Int(index - first)
  }

  /// Seals all slots but the newest, which more will be added to.
  ///
  /// Whoever reads a file once does without. Cost: linear in the slots since the last time.
  mutating func seal() {
    let newest = lengths.count - 1
    guard sealed < newest else { return }
    let start = offset(of: sealed)
    var after = lengths
    var rest: [UInt8] = []
    rest.reserveCapacity(bytes.count - start)
    bytes.withUnsafeBytes { bytes in
      var offset = start
      for place in sealed..<newest where lengths[place] > 0 {
        let slot = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + lengths[place]])
        offset += slot.count
        withUnsafeTemporaryAllocation(byteCount: slot.count, alignment: 1) { target in
          let count = Slot.seal(slot, into: target)
          after[place] = count > 0 ? count : slot.count
          rest.append(
            contentsOf: count > 0 ? UnsafeRawBufferPointer(rebasing: target[..<count]) : slot)
        }
      }
      rest.append(contentsOf: bytes[offset...])
    }
    bytes.replaceSubrange(start..., with: rest)
    lengths = after
    sealed = newest
    giveBack()
  }

  /// Puts a slot that is sealed into its open form.
  private mutating func unseal(at place: Int) {
    let old = range(of: place)
    let opened: [UInt8]? = bytes.withUnsafeBytes { bytes in
      let slot = UnsafeRawBufferPointer(rebasing: bytes[old])
      return Slot.withOpen(slot) { $0.baseAddress == slot.baseAddress ? nil : Array($0) }
    }
    opened?.withUnsafeBytes { replace(old, by: $0, of: place) }
  }

  /// Puts other bytes in the place of those of a slot.
  private mutating func replace(
    _ old: Range<Int>, by new: UnsafeRawBufferPointer, of place: Int
  ) {
    bytes.reserve(max(0, new.count - old.count))
    bytes.replaceSubrange(old, with: new)
    lengths[place] = new.count
  }

  /// Forgets the slots at the first places.
  private mutating func forget(_ gone: Int) {
    guard gone > 0 else { return }
    hasForgotten = true
    count -= (0..<gone).count { lengths[$0] > 0 }
    bytes.removeFirst(lengths.sum(0..<gone))
    var gone = gone
    // The first slot is always one that is there.
    while gone < lengths.count, lengths[gone] == 0 { gone += 1 }
    lengths.removeFirst(gone)
    first += Int64(gone)
    sealed = max(0, sealed - gone)
    giveBack()
  }

  /// Returns the memory of a rush, or of slots that were open.
  private mutating func giveBack() {
    if bytes.capacity > 2 * bytes.count + 256 { bytes = bytes.withUnsafeBytes { Array($0) } }
  }

  private mutating func double() {
    var wider = SlotSeries(widthSeconds: widthSeconds * 2, capacity: capacity, policy: policy)
    forEachPacked { start, packed in wider.merge(packed, at: start) }
    self = wider
  }
}
