/// One subject's past at three granularities: fine for the last quarter of an hour, coarse for
/// the last hour, and everything since the start in slots that widen.
///
///     recent    5 s x 181       windows up to 15 m, charts of the last minutes
///     hour      60 s x 61       the 1 h window
///     archive   5 s ... x 128   `--window all`, and how a whole file went over its time
struct TimeTiers<Slot: Mergeable & Sendable>: Sendable {
  private(set) var recent = SlotSeries<Slot>(widthSeconds: 5, capacity: 181, policy: .sliding)
  private(set) var hour = SlotSeries<Slot>(widthSeconds: 60, capacity: 61, policy: .sliding)
  private(set) var archive = SlotSeries<Slot>(widthSeconds: 5, capacity: 128, policy: .doubling)

  /// Adds what happened around `time` to every tier that still knows that time.
  mutating func merge(_ slot: Slot, at time: Timestamp) {
    if hour.merge(slot, at: time) { recent.merge(slot, at: time) }
    archive.merge(slot, at: time)
  }

  /// Adds all that another subject's tiers remember.
  mutating func absorb(_ other: TimeTiers) {
    recent.absorb(other.recent)
    hour.absorb(other.hour)
    archive.absorb(other.archive)
  }

  /// Calls `body` with each slot from `range.from` to `range.to`, of the finest tier that
  /// remembers all of it.
  @inline(__always)
  func forEach(in range: TimeRange, now: Timestamp, _ body: (Timestamp, borrowing Slot) -> Void) {
    tier(for: range.from, now: now).forEach(from: range.from, to: range.to, body)
  }

  /// The same with the place of each slot in memory, for those who read but a part of it.
  @inline(__always)
  func forEachEntry(
    in range: TimeRange, now: Timestamp,
    _ body: (Timestamp, UnsafePointer<SlotSeries<Slot>.Entry>) -> Void
  ) {
    tier(for: range.from, now: now).forEachEntry(from: range.from, to: range.to, body)
  }

  /// Width of the slots that `forEach` would give for a range from `start`.
  func slotSeconds(from start: Timestamp, now: Timestamp) -> Int64 {
    tier(for: start, now: now).widthSeconds
  }

  private func tier(for start: Timestamp, now: Timestamp) -> SlotSeries<Slot> {
    if start >= recent.rememberedSince(now: now) { return recent }
    let knowsHour = start >= hour.rememberedSince(now: now)
    return knowsHour && hour.widthSeconds < archive.widthSeconds ? hour : archive
  }
}

/// A stretch of time: `from` is inside, `to` is not.
package struct TimeRange: Hashable, Sendable {
  package var from: Timestamp
  package var to: Timestamp

  /// The stretch between two instants.
  package init(from: Timestamp, to: Timestamp) {
    self.from = from
    self.to = to
  }

  /// Length in seconds, never negative.
  package var seconds: Double { max(0, to - from) }
}
