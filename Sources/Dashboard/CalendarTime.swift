import Telemetry

/// A wall-clock instant split into the fields of the UTC calendar.
package struct CalendarTime: Sendable {
  /// All four digits; 1970 for anything earlier.
  package let year: Int
  /// 1 to 12.
  package let month: Int
  /// Of the month, from 1.
  package let day: Int
  /// 0 to 23.
  package let hour: Int
  /// 0 to 59.
  package let minute: Int
  /// 0 to 59.
  package let second: Int
  /// 0 to 999; what is finer is cut off.
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

  /// The day without its year: `11-26`.
  package var shortDate: String { "\(padded(month))-\(padded(day))" }

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

extension Model {
  /// The moment shown, as the header, a snapshot and the name of its file tell it.
  ///
  /// A moment at the end of a slot lies a microsecond before its round time.
  var shownTime: CalendarTime { CalendarTime(heldAt.map { $0 + 0.000_001 } ?? moment) }

  /// Whether the moment shown is of another day than today.
  var showsOtherDay: Bool { shownTime.date != CalendarTime(clock).date }
}
