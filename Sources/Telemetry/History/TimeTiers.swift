/// One subject's past at three granularities: fine for the last quarter of an hour, coarser for
/// the last hour, and what is older in slots that widen.
///
///     recent    5 s x 181        windows up to 15 m, charts of the last minutes
///     hour      20 s x 181       the 1 h window
///     archive   20 s ... x 128   what the hour has forgotten: `--window all`, old files
///
/// The hour knows all that `recent` knows, so that sums need fewer slots; the archive knows
/// nothing of what the hour knows, so that nothing is kept three times.
struct TimeTiers<Slot: PackedSlot>: Sendable {
  private var recent = SlotSeries<Slot>(.recent, policy: .sliding)
  private var hour = SlotSeries<Slot>(.hour, policy: .sliding)
  private var archive = SlotSeries<Slot>(.archive, policy: .doubling)

  /// Adds what happened around `time` to every tier that still knows that time, and will at `end`,
  /// where it is known that more will come until then.
  mutating func merge(_ slot: Slot, at time: Timestamp, end: Timestamp? = nil) {
    slot.withPacked { packed in
      if let end, hour.refuse(time, asOf: end) {
        recent.refuse(time, asOf: end)
        archive.widen(from: time, to: end - Tier.hour.seconds)
        archive.merge(packed, at: time)
        return
      }
      guard mergeIntoHour(packed, at: time) else { return }
      if let end, recent.refuse(time, asOf: end) { return }
      recent.merge(packed, at: time)
    }
  }

  /// Keeps what nothing is added to in fewer bytes.
  mutating func seal() {
    recent.seal()
    hour.seal()
    archive.seal()
  }

  /// Adds all that another subject's tiers remember.
  mutating func absorb(_ other: TimeTiers) {
    archive.absorb(other.archive)
    // What the other had forgotten is in none of the finer slots of both.
    hour.hasForgotten = hour.hasForgotten || other.hour.hasForgotten
    recent.hasForgotten = recent.hasForgotten || other.recent.hasForgotten
    other.hour.forEachPacked { mergeIntoHour($1, at: $0) }
    recent.absorb(other.recent)
  }

  /// Adds to the hour, or to the archive where the time is older.
  @discardableResult
  private mutating func mergeIntoHour(
    _ packed: UnsafeRawBufferPointer, at time: Timestamp
  ) -> Bool {
    let forgotten = hour.countForgotten(by: time)
    if forgotten > 0 { archive.absorb(hour, most: forgotten) }
    let isKnown = hour.merge(packed, at: time)
    if !isKnown { archive.merge(packed, at: time) }
    return isKnown
  }

  /// Calls `body` with each slot from `range.from` to `range.to`, of the finest tier that
  /// remembers all of it, or of those that remember all of it together.
  ///
  /// What it is given is good inside of `body` only.
  @inline(__always)
  func forEach(in range: TimeRange, now: Timestamp, _ body: (SlotTime, Slot.View) -> Void) {
    if recent.remembers(range.from, now: now) {
      return recent.forEach(from: range.from, to: range.to, body)
    }
    if !hour.remembers(range.from, now: now) {
      archive.forEach(from: range.from, to: range.to, body)
    }
    hour.forEach(from: range.from, to: range.to, body)
  }

  /// Calls `body` with all slots that hold everything since the start between them.
  @inline(__always)
  func forEach(_ body: (SlotTime, Slot.View) -> Void) {
    archive.forEach(body)
    hour.forEach(body)
  }

  /// Calls `body` with the slots of a width that `slotSeconds(least:)` gave.
  @inline(__always)
  func forEach(ofSeconds seconds: Int64, _ body: (SlotTime, Slot.View) -> Void) {
    if seconds == recent.widthSeconds { recent.forEach(body) } else { forEach(body) }
  }

  /// Calls `body` with slots that hold all of `range` between them, in no order of time.
  ///
  /// What they add up to is what the slots of `forEach` add up to, from fewer of them: those of
  /// the hour stand for those of the last minutes.
  @inline(__always)
  func forEachSummand(in range: TimeRange, now: Timestamp, _ body: (Slot.View) -> Void) {
    guard recent.remembers(range.from, now: now), recent.newestStart != nil else {
      return forEach(in: range, now: now) { body($1) }
    }
    guard let wide = wideSlots(in: range) else {
      return recent.forEach(from: range.from, to: range.to) { body($1) }
    }
    recent.forEach(from: range.from, to: wide.from) { body($1) }
    hour.forEach(from: wide.from, to: wide.to) { body($1) }
    recent.forEach(from: wide.to, to: range.to) { body($1) }
  }

  /// The part of `range` that slots of the hour stand for; `nil` where it holds none of them.
  private func wideSlots(in range: TimeRange) -> TimeRange? {
    guard let newest = recent.newestStart, range.from.microseconds >= 0 else { return nil }
    let wide = hour.widthSeconds * 1_000_000
    let first = range.from.microseconds.roundedUp(to: wide)
    // Where nothing came after the range, its last slot is a whole one too.
    let end =
      newest < range.to ? range.to.microseconds.roundedUp(to: wide) : range.to.microseconds
    let last = end - end % wide
    guard first < last else { return nil }
    return TimeRange(
      from: Timestamp(microseconds: first), to: Timestamp(microseconds: last))
  }

  /// The part of `range` that whole slots of the hour stand for that ended `seconds` before its end;
  /// `nil` where there is none, or the hour does not stand for the last minutes.
  func settledPart(of range: TimeRange, before seconds: Double, now: Timestamp) -> TimeRange? {
    guard recent.remembers(range.from, now: now), var part = wideSlots(in: range) else {
      return nil
    }
    let wide = hour.widthSeconds * 1_000_000
    let settled = (range.to - seconds).microseconds
    part.to = min(part.to, Timestamp(microseconds: settled - settled % wide))
    return part.from < part.to ? part : nil
  }

  /// Width of the finest slots where something happened in `least` of them, else of the widest of
  /// those that hold everything.
  func slotSeconds(least: Int) -> Int64 {
    recent.count >= least ? recent.widthSeconds : max(hour.widthSeconds, archive.widthSeconds)
  }
}

/// Slots of one width, and how many of them there are at most.
struct Tier {
  let widthSeconds: Int64
  let capacity: Int

  static let recent = Tier(widthSeconds: 5, capacity: 181)
  static let hour = Tier(widthSeconds: 20, capacity: 181)
  /// Its width is that of the first slots, which grows.
  static let archive = Tier(widthSeconds: 20, capacity: 128)

  /// How far back it remembers at least.
  var seconds: Double { Double(widthSeconds) * Double(capacity - 1) }
}

extension SlotSeries {
  fileprivate init(_ tier: Tier, policy: Policy) {
    self.init(widthSeconds: tier.widthSeconds, capacity: tier.capacity, policy: policy)
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
  /// The first instant that is inside.
  package var from: Timestamp
  /// The first instant that is outside.
  package var to: Timestamp

  /// The stretch between two instants.
  package init(from: Timestamp, to: Timestamp) {
    self.from = from
    self.to = to
  }

  /// Length in seconds, never negative.
  package var seconds: Double { max(0, to - from) }
}
