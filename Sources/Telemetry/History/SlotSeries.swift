/// Something that can be added up over slots of time.
protocol Mergeable {
  mutating func merge(_ other: Self)
}

/// Values of one subject in slots of equal width, sparse, in rising order of time.
///
/// A sliding series forgets slots older than its capacity. A doubling series never forgets: when
/// its span outgrows the capacity, neighbouring slots are merged and the width doubles, so that
/// a day costs as much memory as a minute.
struct SlotSeries<Slot: Mergeable & Sendable>: Sendable {
  /// What happens when the series is full.
  enum Policy: Sendable {
    case sliding, doubling
  }

  struct Entry: Sendable {
    /// Start of the slot, in widths since the epoch.
    var index: Int64
    var slot: Slot
  }

  private(set) var entries: [Entry] = []
  private(set) var widthSeconds: Int64
  /// The newest slot index seen, which outlives the slots themselves.
  private(set) var newest = Int64.min
  private let capacity: Int
  private let policy: Policy

  init(widthSeconds: Int64, capacity: Int, policy: Policy) {
    self.widthSeconds = widthSeconds
    self.capacity = capacity
    self.policy = policy
  }

  /// Adds `slot` to what is known of the time around `time`.
  ///
  /// Returns `false` when a sliding series has already forgotten that time.
  @discardableResult
  mutating func merge(_ slot: Slot, at time: Timestamp) -> Bool {
    var index = slotIndex(of: time)
    // By their places, for the first and last of a list come as copies.
    while policy == .doubling, !entries.isEmpty,
      max(entries[entries.count - 1].index, index) - min(entries[0].index, index)
        >= Int64(capacity)
    {
      double()
      index = slotIndex(of: time)
    }
    if policy == .sliding {
      if newest != .min, index <= newest - Int64(capacity) { return false }
      if index > newest { forget(before: index - Int64(capacity) + 1) }
    }
    newest = max(newest, index)
    insert(slot, at: index)
    return true
  }

  /// Adds the slots of another series of the same policy.
  mutating func absorb(_ other: SlotSeries) {
    for entry in other.entries { merge(entry.slot, at: other.startTime(of: entry.index)) }
  }

  /// The earliest time from which nothing has been forgotten.
  func rememberedSince(now: Timestamp) -> Timestamp {
    guard policy == .sliding else { return Timestamp(microseconds: .min) }
    let index = max(newest, slotIndex(of: now)) - Int64(capacity) + 1
    return startTime(of: index)
  }

  /// Calls `body` with the start of each slot in `range` (by slot start) and its value.
  @inline(__always)
  func forEach(
    from start: Timestamp, to end: Timestamp, _ body: (Timestamp, borrowing Slot) -> Void
  ) {
    forEachEntry(from: start, to: end) { body($0, $1.pointee.slot) }
  }

  /// The same with the place of each slot in memory, which is good inside of `body` only.
  @inline(__always)
  func forEachEntry(
    from start: Timestamp, to end: Timestamp, _ body: (Timestamp, UnsafePointer<Entry>) -> Void
  ) {
    let first = slotIndex(of: start)
    entries.withUnsafeBufferPointer { entries in
      guard let base = entries.baseAddress else { return }
      var place = 0
      var after = entries.count
      while place < after {
        let middle = (place + after) / 2
        if base[middle].index < first { place = middle + 1 } else { after = middle }
      }
      while place < entries.count {
        let slotStart = startTime(of: base[place].index)
        if slotStart >= end { return }
        body(slotStart, base + place)
        place += 1
      }
    }
  }

  /// Calls `body` with the place of each slot in memory, which is good inside of `body` only.
  @inline(__always)
  func forEachEntry(_ body: (UnsafePointer<Entry>) -> Void) {
    entries.withUnsafeBufferPointer { entries in
      guard let base = entries.baseAddress else { return }
      for place in 0..<entries.count { body(base + place) }
    }
  }

  /// Start of the newest slot that is remembered.
  var newestStart: Timestamp? {
    entries.withUnsafeBufferPointer { entries in
      guard let base = entries.baseAddress, !entries.isEmpty else { return nil }
      return startTime(of: base[entries.count - 1].index)
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

  private mutating func insert(_ slot: Slot, at index: Int64) {
    var place = entries.count
    while place > 0, entries[place - 1].index > index { place -= 1 }
    if place > 0, entries[place - 1].index == index {
      entries[place - 1].slot.merge(slot)
      return
    }
    // Doubling would leave half of the memory of a few hundred series empty.
    if entries.count == entries.capacity {
      entries.reserveCapacity(entries.count + max(4, entries.count / 4))
    }
    if place == entries.count {
      entries.append(Entry(index: index, slot: slot))
    } else {
      entries.insert(Entry(index: index, slot: slot), at: place)
    }
  }

  private mutating func forget(before index: Int64) {
    guard !entries.isEmpty, entries[0].index < index else { return }
    // By their places in memory, for an entry that is only asked would be copied.
    let gone = entries.withUnsafeBufferPointer { entries in
      guard let base = entries.baseAddress else { return 0 }
      var gone = 1
      while gone < entries.count, (base + gone).pointee.index < index { gone += 1 }
      return gone
    }
    if gone == entries.count {
      entries.removeAll(keepingCapacity: true)
    } else {
      entries.removeFirst(gone)
    }
  }

  private mutating func double() {
    widthSeconds *= 2
    var kept = 0
    for place in entries.indices {
      let index = entries[place].index >> 1
      if kept > 0, entries[kept - 1].index == index {
        entries[kept - 1].slot.merge(entries[place].slot)
      } else {
        if kept < place { entries.swapAt(kept, place) }
        entries[kept].index = index
        kept += 1
      }
    }
    entries.removeLast(entries.count - kept)
    newest = newest == .min ? .min : newest >> 1
  }
}
