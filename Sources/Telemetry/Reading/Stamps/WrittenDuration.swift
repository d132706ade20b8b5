extension DurationScanner {
  /// The duration at the scanner in any of the ways programs write one, in seconds.
  ///
  /// Beside `1.2s` these are `1m 5s`, `5 m 54 s`, `0:00:01.2` and `01:02:03`. Moves past it; without
  /// a unit or two colons the answer is `nil` and nothing moves.
  static func written(_ scanner: inout ByteScanner) -> Double? {
    if let seconds = clock(&scanner) { return seconds }
    guard var seconds = duration(&scanner) else { return nil }
    var smallest = seconds
    while scanner.next == UInt8(ascii: " "), scanner.peek(1).isDigit {
      var ahead = scanner
      ahead.position &+= 1
      guard let part = duration(&ahead), part < 60, part < smallest, !ahead.next.isWord else {
        break
      }
      seconds += part
      smallest = part
      scanner = ahead
    }
    return seconds
  }

  /// Seconds of a whole text such as `00:00:00.012`, as .NET writes a time span, or `PT0.012S`.
  static func spelt(_ text: Bytes) -> Double? {
    var scanner = ByteScanner(text)
    if scanner.take(UInt8(ascii: "P")) { return period(&scanner) }
    guard let seconds = written(&scanner), scanner.isAtEnd else { return nil }
    return seconds
  }

  /// `P1DT2H3M4.5S` of ISO 8601 from behind its `P`, without years and months.
  private static func period(_ scanner: inout ByteScanner) -> Double? {
    var seconds = 0.0
    var isTime = false
    var hasParts = false
    while !scanner.isAtEnd {
      if scanner.take(UInt8(ascii: "T")) {
        guard !isTime else { return nil }
        isTime = true
        continue
      }
      guard scanner.next.isDigit, let value = scanner.decimal() else { return nil }
      switch scanner.next {
      case UInt8(ascii: "D") where !isTime: seconds += value * 86_400
      case UInt8(ascii: "H") where isTime: seconds += value * 3600
      case UInt8(ascii: "M") where isTime: seconds += value * 60
      case UInt8(ascii: "S") where isTime: seconds += value
      default: return nil
      }
      scanner.position &+= 1
      hasParts = true
    }
    return hasParts ? seconds : nil
  }

  /// `h:mm:ss`, with decimals and an `s` where they are written.
  private static func clock(_ scanner: inout ByteScanner) -> Double? {
    var ahead = scanner
    guard let hours = ahead.number(), hours < 100_000, ahead.take(UInt8(ascii: ":")),
      let minutes = ahead.digits(2), minutes < 60, ahead.take(UInt8(ascii: ":")),
      ahead.next.isDigit, ahead.peek(1).isDigit, let seconds = ahead.decimal(), seconds < 60
    else { return nil }
    _ = ahead.take(UInt8(ascii: "s"))
    guard ahead.next != UInt8(ascii: ":") else { return nil }
    scanner = ahead
    return Double(hours * 3600 + minutes * 60) + seconds
  }
}
