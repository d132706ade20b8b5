extension DurationScanner {
  /// The duration at the scanner in any of the ways programs write one, in seconds.
  ///
  /// Beside `1.2s` these are `1m 5s`, `5 m 54 s`, `0:00:01.2` and `01:02:03`. Moves past it; without
  /// a unit or two colons the answer is `nil` and nothing moves.
  static func written(_ scanner: inout ByteScanner) -> Double? {
    clock(&scanner) ?? inParts(&scanner)
  }

  /// A duration with its unit, and smaller parts after blanks: `1m 30s`.
  static func inParts(_ scanner: inout ByteScanner) -> Double? {
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

  /// `1,234.5 ms` and `12,3456 ms`: a comma between thousands, or before decimals where three digits do
  /// not follow it.
  static func grouped(_ scanner: inout ByteScanner) -> Double? {
    var ahead = scanner
    guard let first = ahead.number(), first < 1000, ahead.next == UInt8(ascii: ",") else {
      return nil
    }
    var value = Double(first)
    var look = ahead
    look.position &+= 1
    let start = look.position
    while look.next.isDigit { look.position &+= 1 }
    let decimals = look.position &- start
    guard decimals > 0 else { return nil }
    if decimals == 3 {
      while ahead.next == UInt8(ascii: ",") {
        var group = ahead
        group.position &+= 1
        guard let thousands = group.digits(3), !group.next.isDigit else { break }
        value = value * 1000 + Double(thousands)
        ahead = group
      }
      if ahead.next == UInt8(ascii: "."), ahead.peek(1).isDigit {
        var fraction = ByteScanner(ahead.bytes, at: ahead.position &+ 1)
        let point = fraction.position
        guard let digits = fraction.number(), fraction.position &- point < 10 else { return nil }
        value += Double(digits) / tenToThe(fraction.position &- point)
        ahead = fraction
      }
    } else {
      var fraction = ByteScanner(ahead.bytes, at: start)
      guard decimals < 10, let digits = fraction.number() else { return nil }
      value += Double(digits) / tenToThe(decimals)
      ahead = fraction
    }
    guard let scale = unit(&ahead) else { return nil }
    scanner = ahead
    return value * scale
  }

  private static func tenToThe(_ power: Int) -> Double {
    (0..<power).reduce(1.0) { product, _ in product * 10 }
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
