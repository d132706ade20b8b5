/// What was read of a source in one slot.
struct IntakeSlot: PlainSlot {
  var bytes: Double
  var lines: Double

  mutating func merge(_ other: IntakeSlot) {
    bytes += other.bytes
    lines += other.lines
  }
}

/// How much of a source is read at present.
package struct SourceIntake: Hashable, Sendable {
  /// Mean over the last minute, as `linesPerSecond`.
  package var bytesPerSecond: Double
  /// Lines of a log, samples of an exposition.
  package var linesPerSecond: Double
}

extension SourceState {
  /// What the last minute brought, per second; `nil` where nothing was read in it.
  ///
  /// The first minute divides by the time since the first reading, and by five seconds at least.
  package func intake(now: Timestamp) -> SourceIntake? {
    var sum: IntakeSlot?
    var first = now
    intake.forEach(in: TimeRange(from: now - 60, to: now + 0.000_001), now: now) { time, slot in
      if sum == nil { first = time.start }
      if sum?.merge(slot) == nil { sum = slot }
    }
    guard let sum else { return nil }
    let seconds = max(5, now - first)
    return SourceIntake(
      bytesPerSecond: sum.bytes / seconds, linesPerSecond: sum.lines / seconds)
  }

  /// Bytes read per second over `range` in equal columns; `nil` where nothing was read.
  package func bytesPerSecond(in range: TimeRange, count: Int, now: Timestamp) -> [Double?] {
    var columns = [Double?](repeating: nil, count: max(0, count))
    guard count > 0, range.seconds > 0 else { return columns }
    let width = range.seconds / Double(count)
    intake.forEach(in: range, now: now) { time, slot in
      let column = Int(min(Double(count - 1), max(0, (time.start - range.from) / width)))
      columns[column] = (columns[column] ?? 0) + slot.bytes / width
    }
    return columns
  }
}
