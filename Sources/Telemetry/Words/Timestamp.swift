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
  /// Values that do not fit (or are not numbers) become the nearest instant that does.
  package init(seconds: Double) {
    let scaled = (seconds * 1_000_000).rounded()
    microseconds = Int64(exactly: scaled) ?? (scaled > 0 ? .max : 0)
  }

  /// Seconds since the Unix epoch.
  package var seconds: Double { Double(microseconds) / 1_000_000 }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.microseconds < right.microseconds
  }

  /// The instant `seconds` later.
  package static func + (instant: Timestamp, seconds: Double) -> Timestamp {
    Timestamp(microseconds: instant.microseconds &+ Int64((seconds * 1_000_000).rounded()))
  }

  /// The instant `seconds` earlier.
  package static func - (instant: Timestamp, seconds: Double) -> Timestamp {
    Timestamp(microseconds: instant.microseconds &- Int64((seconds * 1_000_000).rounded()))
  }

  /// Seconds from `right` to `left`; negative when `left` is the earlier one.
  package static func - (left: Timestamp, right: Timestamp) -> Double {
    Double(left.microseconds &- right.microseconds) / 1_000_000
  }
}
