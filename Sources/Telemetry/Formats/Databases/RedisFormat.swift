/// The log file of a Redis or Valkey server: `1234:M 21 Nov 2026 10:00:00.123 * Ready`.
///
/// The letter is the role (`M` master, `S` replica, `C` child, `X` sentinel), the mark the level.
/// Source: https://redis.io/docs/latest/operate/oss_and_stack/management/debugging/
package struct RedisFormat: LocalStampFormat {
  package static let name = "redis"
  package static let vantage = "redis"
  package static let samples = [
    "3538:M 21 Nov 2026 05:48:32.819 * Ready to accept connections",
    "3538:C 21 Nov 2026 05:48:32.818 # oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo",
    "2931:S 07 Mar 10:11:12.345 # Connection with master lost.",
  ]

  package var stampContext = StampContext()

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    var scanner = ByteScanner(entry)
    guard scanner.number() != nil, scanner.next == UInt8(ascii: ":") else { return false }
    record.processID = entry.part(0, scanner.position)
    scanner.position &+= 1
    guard isRole(scanner.next), scanner.peek(1) == UInt8(ascii: " ") else { return false }
    scanner.position &+= 2
    guard readStamp(&scanner, &record), scanner.take(UInt8(ascii: " ")) else { return false }
    record.level = Self.level(scanner.next)
    scanner.position &+= 1
    guard record.level != .unknown, scanner.take(UInt8(ascii: " ")) else { return false }
    record.message = scanner.rest
    return true
  }

  private func isRole(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "M") || letter == UInt8(ascii: "S") || letter == UInt8(ascii: "C")
      || letter == UInt8(ascii: "X")
  }

  private static func level(_ mark: UInt8) -> LogLevel {
    switch mark {
    case UInt8(ascii: "."): .debug
    case UInt8(ascii: "-"): .info
    case UInt8(ascii: "*"): .notice
    case UInt8(ascii: "#"): .warning
    default: .unknown
    }
  }

  /// `21 Nov 2026 10:00:00.123`; before Redis 5 without the year, which leaves the time unknown.
  private func readStamp(_ scanner: inout ByteScanner, _ record: inout LogRecord) -> Bool {
    guard let day = scanner.digits(2), scanner.take(UInt8(ascii: " ")),
      let month = CivilDate.month(scanner.next, scanner.peek(1), scanner.peek(2))
    else { return false }
    scanner.position &+= 3
    guard scanner.take(UInt8(ascii: " ")) else { return false }
    let year = scanner.peek(2) == UInt8(ascii: ":") ? nil : scanner.digits(4)
    if year != nil, !scanner.take(UInt8(ascii: " ")) { return false }
    guard let hour = scanner.digits(2), hour < 24, scanner.take(UInt8(ascii: ":")),
      let minute = scanner.digits(2), minute < 60, scanner.take(UInt8(ascii: ":")),
      let second = scanner.digits(2), second <= 60, scanner.take(UInt8(ascii: ".")),
      let millisecond = scanner.digits(3)
    else { return false }
    guard let year else { return true }
    guard let days = CivilDate.days(year: year, month: month, day: day) else { return false }
    let seconds =
      days * 86_400 + hour * 3600 + minute * 60 + second - stampContext.offsetSeconds
    record.time = Timestamp(microseconds: Int64(seconds) &* 1_000_000 + Int64(millisecond) &* 1000)
    record.timeResolution = 0.001
    return true
  }
}
