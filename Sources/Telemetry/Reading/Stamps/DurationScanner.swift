/// Reads durations written with their unit: `180ms`, `0.5 s`, `31µs`, `1.2 seconds`, `1m2.5s`.
enum DurationScanner {
  /// The duration at the scanner in seconds.
  ///
  /// Moves past it; without a unit the answer is `nil` and nothing moves.
  static func duration(_ scanner: inout ByteScanner) -> Double? {
    var ahead = scanner
    guard ahead.next.isDigit, let value = ahead.decimal() else { return nil }
    guard let scale = unit(&ahead) else { return nil }
    var seconds = value * scale
    // Go writes longer durations in parts, the large units first; Spring `1s234ms` too.
    while scale >= 1, ahead.next.isDigit {
      var part = ahead
      guard let more = part.decimal(), let partScale = unit(&part) else { break }
      seconds += more * partScale
      ahead = part
    }
    scanner = ahead
    return seconds
  }

  /// Seconds that `text` says, from end to end; plain numbers are multiplied by `plainUnit`.
  static func seconds(_ text: Bytes, plainUnit: Double) -> Double? {
    let text = text.trimmed
    var scanner = ByteScanner(text)
    if let seconds = duration(&scanner), scanner.isAtEnd { return seconds }
    scanner = ByteScanner(text)
    guard scanner.next.isDigit, let value = scanner.decimal(), scanner.isAtEnd else {
      return spelt(text)
    }
    return value * plainUnit
  }

  /// Sum of an nginx list in seconds: `1.000, 0.250, -` or `0.1 : 0.2`.
  ///
  /// `nil` if all are absent, and for text that is no such list.
  static func listSum(_ text: Bytes) -> Double? {
    var scanner = ByteScanner(text)
    var sum: Double?
    while !scanner.isAtEnd {
      if scanner.next.isDigit {
        guard let value = scanner.decimal(), !scanner.next.isWord else { return nil }
        sum = (sum ?? 0) + value
      } else {
        guard isBetweenTimes(scanner.next) else { return nil }
        scanner.position &+= 1
      }
    }
    return sum
  }

  /// Seconds of a list in `plainUnit`, or of one time with its own unit: `12ms`.
  static func listSum(_ text: Bytes, plainUnit: Double) -> Double? {
    listSum(text).map { $0 * plainUnit } ?? seconds(text, plainUnit: plainUnit)
  }

  private static func isBetweenTimes(_ byte: UInt8) -> Bool {
    byte.isBlank || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: "-")
  }

  /// Seconds per unit of the unit at the scanner, which one blank may precede.
  static func unit(_ scanner: inout ByteScanner) -> Double? {
    var ahead = scanner
    _ = ahead.take(UInt8(ascii: " "))
    let start = ahead.position
    while ahead.next.isLetter || ahead.next >= 0x80 { ahead.position &+= 1 }
    let name = ahead.bytes.part(start, ahead.position)
    guard let scale = seconds(perUnit: name), !isKey(name, before: ahead) else { return nil }
    scanner = ahead
    return scale
  }

  /// Whether what looks like a unit names the value after it: `8000 us=200` of nginx's
  /// `$upstream_addr us=$upstream_status`, or `0.125 msec 1760104536.123` before its `$msec`.
  private static func isKey(_ name: Bytes, before scanner: ByteScanner) -> Bool {
    if scanner.next == UInt8(ascii: "=") { return true }
    return name.equals("msec") && scanner.next == UInt8(ascii: " ")
      && scanner.peek(11) == UInt8(ascii: ".") && (1...10).allSatisfy { scanner.peek($0).isDigit }
  }

  private static func seconds(perUnit name: Bytes) -> Double? {
    guard let first = name.first else { return nil }
    switch name.count {
    case 1:
      return first == UInt8(ascii: "s")
        ? 1 : first == UInt8(ascii: "m") ? 60 : first == UInt8(ascii: "h") ? 3600 : nil
    case 2, 3:
      if name.equalsAnyCase("ms") { return 1e-3 }
      if name.equals("us") || name.equals("µs") || name.equals("μs") { return 1e-6 }
      if name.equals("ns") { return 1e-9 }
      if name.equalsAnyCase("sec") { return 1 }
      return name.equalsAnyCase("min") ? 60 : nil
    default:
      if name.equalsAnyCase("msec") || name.equalsAnyCase("msecs")
        || name.hasAnyCase("milli")
      {
        return 1e-3
      }
      if name.hasAnyCase("micro") || name.equalsAnyCase("usec") { return 1e-6 }
      if name.hasAnyCase("nano") { return 1e-9 }
      if name.equalsAnyCase("secs") || name.equalsAnyCase("second")
        || name.equalsAnyCase("seconds")
      {
        return 1
      }
      return name.equalsAnyCase("minute") || name.equalsAnyCase("minutes")
        || name.equalsAnyCase("mins") ? 60 : nil
    }
  }
}
