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

  package var stampContext: StampContext {
    get { stamps.context }
    set { stamps.context = newValue }
  }

  private var stamps = StampScanner()
  private var texts = TextArena()

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    var scanner = ByteScanner(entry)
    guard scanner.number() != nil, scanner.next == UInt8(ascii: ":") else { return false }
    record.processID = entry.part(0, scanner.position)
    scanner.position &+= 1
    guard isRole(scanner.next), scanner.peek(1) == UInt8(ascii: " ") else { return false }
    scanner.position &+= 2
    guard let stamp = stamp(&scanner), scanner.take(UInt8(ascii: " ")) else { return false }
    record.time = stamp.time
    record.timeResolution = stamp.resolution
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

  /// `21 Nov 2026 10:00:00.123`, before Redis 5 without the year.
  ///
  /// No other program writes it so: it is read as `Nov 21 10:00:00.123 2026`.
  private mutating func stamp(_ scanner: inout ByteScanner) -> Stamp? {
    let hasYear = scanner.peek(9) != UInt8(ascii: ":")
    let length = hasYear ? 24 : 19
    let start = scanner.position
    guard scanner.bytes.count &- start >= length else { return nil }
    let text = scanner.bytes.part(start, start &+ length)
    let clock = text.from(length &- 12)
    let space = UInt8(ascii: " ")
    guard text[0].isDigit, text[1].isDigit, text[2] == space, text[6] == space,
      text[length &- 13] == space, clock[8] == UInt8(ascii: ".")
    else { return nil }
    texts.begin(room: 64)
    let day = texts.joined(text.part(3, 6), space, text.part(0, 2))
    var turned = texts.joined(day, space, clock)
    if hasYear { turned = texts.joined(turned, space, text.part(7, 11)) }
    guard let stamp = stamps.stamp(turned) else { return nil }
    scanner.position = start &+ length
    return stamp
  }
}
