import Telemetry

/// A wall-clock instant split into the fields of the UTC calendar.
package struct CalendarTime: Sendable {
  package let year: Int
  package let month: Int
  package let day: Int
  package let hour: Int
  package let minute: Int
  package let second: Int
  package let millisecond: Int

  /// The fields of an instant in UTC.
  package init(_ time: Timestamp) {
    let milliseconds = time.microseconds >= 0 ? time.microseconds / 1000 : 0
    let rest = Int(milliseconds % 86_400_000)
    millisecond = rest % 1000
    second = rest / 1000 % 60
    minute = rest / 60_000 % 60
    hour = rest / 3_600_000
    (year, month, day) = CivilDate.date(daysSince1970: Int(milliseconds / 86_400_000))
  }

  /// The time of day: `14:05:32`.
  package var clock: String {
    "\(padded(hour)):\(padded(minute)):\(padded(second))"
  }

  /// The time of day to the minute: `14:05`.
  package var shortClock: String { "\(padded(hour)):\(padded(minute))" }

  /// The day: `2026-01-01`.
  package var date: String { "\(padded(year, 4))-\(padded(month))-\(padded(day))" }

  /// The instant as RFC 3339 has it: `2026-01-01T14:05:32.123Z`.
  package var rfc3339: String {
    "\(date)T\(clock).\(padded(millisecond, 3))Z"
  }

  /// `20260101-140532`, for file names.
  package var fileStamp: String {
    "\(padded(year, 4))\(padded(month))\(padded(day))-\(padded(hour))\(padded(minute))\(padded(second))"
  }

  private func padded(_ value: Int, _ width: Int = 2) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
