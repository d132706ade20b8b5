import Telemetry

/// The second of a log stamp in the two spellings that logs use, written once per second.
struct CalendarStamp: Sendable {
  enum Style: Sendable {
    /// `01/Jan/2026:00:00:00 +0000`, as nginx and Apache write it.
    case commonLog
    /// `2026-01-01 00:00:00`, as PostgreSQL writes it.
    case sortable
  }

  private static let months: [StaticString] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private let style: Style
  private var second = Int64.min
  private var bytes: [UInt8] = []

  init(_ style: Style) {
    self.style = style
  }

  /// The stamp of the second that holds `time`, in UTC.
  mutating func text(of time: Timestamp) -> [UInt8] {
    let wanted = max(0, time.microseconds) / 1_000_000
    if wanted != second {
      second = wanted
      bytes.removeAll(keepingCapacity: true)
      write(wanted)
    }
    return bytes
  }

  private mutating func write(_ second: Int64) {
    let (year, month, day) = CivilDate.date(daysSince1970: Int(second / 86_400))
    switch style {
    case .commonLog:
      bytes.append(decimal: day, width: 2)
      bytes.append("/")
      bytes.append(CalendarStamp.months[month - 1])
      bytes.append("/")
      bytes.append(decimal: year, width: 4)
      bytes.append(":")
      clock(second)
      bytes.append(" +0000")
    case .sortable:
      bytes.append(decimal: year, width: 4)
      bytes.append("-")
      bytes.append(decimal: month, width: 2)
      bytes.append("-")
      bytes.append(decimal: day, width: 2)
      bytes.append(" ")
      clock(second)
    }
  }

  private mutating func clock(_ second: Int64) {
    bytes.append(decimal: second / 3600 % 24, width: 2)
    bytes.append(":")
    bytes.append(decimal: second / 60 % 60, width: 2)
    bytes.append(":")
    bytes.append(decimal: second % 60, width: 2)
  }
}
