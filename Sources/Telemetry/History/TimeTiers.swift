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

  /// Calls `body` with slots that hold all of `range` between them, in no order of time.
  ///
  /// What they add up to is what the slots of `forEachEntry` add up to, from a fifth of them: whole
  /// minutes stand for their slots. Places are good inside of `body` only.
  @inline(__always)
  func forEachSummand(
    in range: TimeRange, now: Timestamp, _ body: (UnsafePointer<SlotSeries<Slot>.Entry>) -> Void
  ) {
    guard range.from >= recent.rememberedSince(now: now), let newest = recent.newestStart else {
      return forEachEntry(in: range, now: now) { body($1) }
    }
    let minute = hour.widthSeconds * 1_000_000
    let first = Timestamp(microseconds: range.from.microseconds.roundedUp(to: minute))
    // Where nothing came after the range, its last minute is a whole one too.
    let end =
      newest < range.to ? range.to.microseconds.roundedUp(to: minute) : range.to.microseconds
    let last = Timestamp(microseconds: end - end % minute)
    guard first < last, range.from.microseconds >= 0 else {
      return recent.forEachEntry(from: range.from, to: range.to) { body($1) }
    }
    recent.forEachEntry(from: range.from, to: first) { body($1) }
    hour.forEachEntry(from: first, to: last) { body($1) }
    recent.forEachEntry(from: last, to: range.to) { body($1) }
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

extension Int64 {
  /// The next multiple of a width, itself where it is one; for numbers that are not negative.
  ///
  /// Where there is no next one it is the one before.
  fileprivate func roundedUp(to width: Int64) -> Int64 {
    let over = self % width
    guard over > 0 else { return self }
    let (next, isTooFar) = addingReportingOverflow(width - over)
    return isTooFar ? self - over : next
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
