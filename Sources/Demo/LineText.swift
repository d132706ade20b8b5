import Telemetry

/// Pieces of the lines that simulated services log.
enum LineText {
  /// `2026-11-18T11:06:40.123Z`.
  static func stamp(_ time: Timestamp) -> String {
    let second = max(0, time.microseconds) / 1_000_000
    let (year, month, day) = CivilDate.date(daysSince1970: Int(second / 86_400))
    let milliseconds = max(0, time.microseconds) % 1_000_000 / 1000
    return "\(year)-\(digits(month, 2))-\(digits(day, 2))T\(digits(second / 3600 % 24, 2)):"
      + "\(digits(second / 60 % 60, 2)):\(digits(second % 60, 2)).\(digits(milliseconds, 3))Z"
  }

  /// `[18/Nov/2026:11:06:40 +0000]`, without the brackets.
  static func accessStamp(_ time: Timestamp) -> String {
    var stamp = CalendarStamp(.commonLog)
    return String(decoding: stamp.text(of: time), as: UTF8.self)
  }

  /// A whole number that is filled with zeros to a width.
  static func digits(_ value: some BinaryInteger, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }

  /// A number with so many decimals: `1.3421`.
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let whole = Int64((max(0, value) * scale).rounded())
    guard decimals > 0 else { return String(whole) }
    return "\(whole / Int64(scale)).\(digits(whole % Int64(scale), decimals))"
  }

  /// So many hexadecimal digits.
  static func hex(_ count: Int, _ random: inout SeededRandom) -> String {
    var text = ""
    while text.count < count { text += digits16(random.next()) }
    return String(text.prefix(count))
  }

  private static func digits16(_ value: UInt64) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }

  /// A line of PostgreSQL with `log_line_prefix = '%m [%p] %u@%d '`, for a statement that ended.
  static func database(
    _ statement: String, seconds: Double, user: String, process: UInt32, at end: Timestamp
  ) -> String {
    var stamp = CalendarStamp(.sortable)
    let second = String(decoding: stamp.text(of: end), as: UTF8.self)
    let milliseconds = digits(max(0, end.microseconds) % 1_000_000 / 1000, 3)
    return "\(second).\(milliseconds) UTC [\(process)] \(user)@\(user) LOG:  duration: "
      + "\(fixed(seconds * 1000, 3)) ms  statement: \(statement)"
  }

  /// A line of nginx in its format `combined` with `$request_time` at the end.
  static func access(
    _ request: String, status: Int, seconds: Double, bytes: Int, client: String, agent: String,
    at end: Timestamp
  ) -> String {
    "\(client) - - [\(accessStamp(end))] \"\(request) HTTP/1.1\" \(status) \(bytes) \"-\" "
      + "\"\(agent)\" \(fixed(seconds, 3))"
  }
}

extension SeededRandom {
  /// A number of a range, each as likely as the next.
  mutating func uniform(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * unit()
  }

  /// A factor around 1 that is at most so far away from it.
  mutating func around(_ spread: Double) -> Double {
    1 + spread * (2 * unit() - 1)
  }

  /// One element of a list that is not empty.
  mutating func choose<Element>(_ elements: [Element]) -> Element {
    elements[Int(pick(0...UInt32(elements.count - 1)))]
  }
}
