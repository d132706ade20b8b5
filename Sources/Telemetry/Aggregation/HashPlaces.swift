/// Small whole numbers for 64-bit hashes, in the order in which the hashes come.
///
/// Open addressing: what is asked for is a hash already, so that hashing it again, as a dictionary
/// would, is most of what a look-up costs.
struct HashPlaces: Sendable {
  private struct Slot {
    /// 0 where the slot is empty.
    var hash: UInt64 = 0
    var place: Int32 = 0
  }

  private var slots: [Slot]
  private var shift: UInt64
  private(set) var count = 0

  /// An empty table with room for so many hashes; it grows when there are more.
  init(expecting most: Int) {
    var size = 64
    while size < 2 * most { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    shift = UInt64(64 - size.trailingZeroBitCount)
  }

  /// The place of a hash, if it has one; 0 has none.
  @inline(__always)
  func known(_ hash: UInt64) -> Int? {
    let slot = slot(of: hash)
    return slots[slot].hash == hash && hash != 0 ? Int(slots[slot].place) : nil
  }

  /// The place of a hash, which is entered if it is new; 0 is taken for 1.
  @inline(__always)
  mutating func place(of hash: UInt64) -> Int {
    let hash = hash == 0 ? 1 : hash
    let slot = slot(of: hash)
    if slots[slot].hash == hash { return Int(slots[slot].place) }
    return enter(hash, at: slot)
  }

  /// The slot that holds a hash, or the empty one where it would stand.
  @inline(__always)
  private func slot(of hash: UInt64) -> Int {
    // Fibonacci hashing: the upper bits of the product depend on all bits of the hash.
    var slot = Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    while slots[slot].hash != hash, slots[slot].hash != 0 {
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return slot
  }

  @inline(never)
  private mutating func enter(_ hash: UInt64, at slot: Int) -> Int {
    let place = count
    slots[slot] = Slot(hash: hash, place: Int32(truncatingIfNeeded: place))
    count += 1
    if 2 * count > slots.count { grow() }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: 2 * old.count)
    shift -= 1
    for kept in old where kept.hash != 0 { slots[slot(of: kept.hash)] = kept }
  }
}
