/// An instant of wall-clock time, in whole microseconds since 1970-01-01T00:00:00Z.
///
/// Wall time is for showing and for placing events in slots. Intervals between scrapes are
/// measured on a monotonic clock instead.
package struct Timestamp: Hashable, Comparable, Sendable {
  /// Microseconds since the Unix epoch.
  package var microseconds: Int64

  /// An instant so many microseconds after the Unix epoch.
  package init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// An instant so many seconds after the Unix epoch, rounded to a microsecond.
  ///
  /// Values that do not fit become the nearest instant that does, NaN the epoch.
  package init(seconds: Double) {
    microseconds = Timestamp.microseconds(in: seconds)
  }

  /// Seconds since the Unix epoch.
  package var seconds: Double { Double(microseconds) / 1_000_000 }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.microseconds < right.microseconds
  }

  /// The instant `seconds` later, or the last one there is.
  package static func + (instant: Timestamp, seconds: Double) -> Timestamp {
    let (sum, isTooFar) = instant.microseconds.addingReportingOverflow(microseconds(in: seconds))
    return Timestamp(microseconds: isTooFar ? (seconds > 0 ? .max : .min) : sum)
  }

  /// The instant `seconds` earlier.
  package static func - (instant: Timestamp, seconds: Double) -> Timestamp {
    instant + -seconds
  }

  /// Seconds from `right` to `left`; negative when `left` is the earlier one.
  package static func - (left: Timestamp, right: Timestamp) -> Double {
    let (distance, isTooFar) = left.microseconds.subtractingReportingOverflow(right.microseconds)
    return isTooFar ? left.seconds - right.seconds : Double(distance) / 1_000_000
  }

  /// A length of time as a count, the nearest one that fits; 0 for NaN.
  private static func microseconds(in seconds: Double) -> Int64 {
    let scaled = (seconds * 1_000_000).rounded()
    if let exact = Int64(exactly: scaled) { return exact }
    return scaled > 0 ? .max : scaled < 0 ? .min : 0
  }
}
