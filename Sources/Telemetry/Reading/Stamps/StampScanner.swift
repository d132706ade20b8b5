/// A time stamp found in a line.
struct Stamp: Hashable {
  /// `nil` when the stamp shows no date, or no year and none is known.
  var time: Timestamp?
  /// Seconds between neighbouring stamps: 1, 0.001, 0.000001.
  var resolution: Double
}

/// Reads time stamps of all layouts that log files use.
struct StampScanner: Sendable {
  var context = StampContext()
  private var minute = CommonLogMinute()

  /// The stamp at the scanner's position, in whatever layout; moves past it and past its zone.
  mutating func stamp(_ scanner: inout ByteScanner) -> Stamp? {
    let first = scanner.next
    if first.isDigit {
      if scanner.peek(2) == UInt8(ascii: "/") {
        guard scanner.peek(3).isLetter else { return slashed(&scanner) }
        return commonLog(&scanner) ?? dayFirst(&scanner)
      }
      if scanner.peek(2) == UInt8(ascii: "-"), scanner.peek(3).isLetter {
        return dayFirst(&scanner)
      }
      if scanner.peek(1) == UInt8(ascii: "/") { return slashed(&scanner) }
      if scanner.peek(2) == UInt8(ascii: ":") { return timeOfDay(&scanner) }
      let mark = scanner.peek(4)
      if mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") { return calendar(&scanner) }
      if scanner.peek(2) == UInt8(ascii: ".") { return dotted(&scanner) }
      if mark == UInt8(ascii: "."), scanner.peek(7) == mark { return calendar(&scanner) }
      return scanner.peek(8) == UInt8(ascii: "T") ? basic(&scanner) : epoch(&scanner)
    }
    return first.isUpper ? named(&scanner) : nil
  }

  /// The stamp that `bytes` are, from end to end.
  mutating func stamp(_ bytes: Bytes) -> Stamp? {
    var scanner = ByteScanner(bytes)
    guard let stamp = stamp(&scanner), scanner.isAtEnd else { return nil }
    return stamp
  }

  /// The stamp of the common log format, `10/Oct/2000:13:55:36 -0700`.
  mutating func commonLog(_ scanner: inout ByteScanner) -> Stamp? {
    guard let base = scanner.bytes.baseAddress,
      scanner.bytes.count &- scanner.position >= CommonLogMinute.length,
      let seconds = minute.seconds(at: base + scanner.position)
    else { return nil }
    scanner.position &+= CommonLogMinute.length
    return Stamp(time: Timestamp(microseconds: seconds &* 1_000_000), resolution: 1)
  }

  /// Seconds since 1970 of the 26 bytes at `pointer`, the hot path of access logs.
  @inline(__always)
  mutating func commonLogSeconds(at pointer: UnsafeRawPointer) -> Int64? {
    minute.seconds(at: pointer)
  }

  /// `2026-01-01 10:00:00,123`, `2026-01-01T10:00:00.123456Z`, `2026/01/01 10:00:00 +0100`,
  /// `2026/01/01 - 10:00:00`, `2026.01.01 10:00:00.123456` ...
  func calendar(_ scanner: inout ByteScanner) -> Stamp? {
    var ahead = scanner
    guard let year = ahead.digits(4) else { return nil }
    let mark = ahead.next
    ahead.position &+= 1
    guard let month = ahead.digits(2), ahead.take(mark), let day = ahead.digits(2),
      let days = CivilDate.days(year: year, month: month, day: day),
      mark == UInt8(ascii: "/") && ahead.take(" - ") || ahead.take(UInt8(ascii: " "))
        || ahead.take(UInt8(ascii: "T")) || ahead.take(UInt8(ascii: "t"))
        || ahead.take(UInt8(ascii: "_")),
      let clock = clockOrHalf(&ahead)
    else { return nil }
    let offset = zone(&ahead) ?? context.offsetSeconds
    scanner = ahead
    return clock.stamp(days: days, offset: offset)
  }

  /// `20260101T100000Z`, the basic format of ISO 8601.
  private func basic(_ scanner: inout ByteScanner) -> Stamp? {
    var ahead = scanner
    guard let year = ahead.digits(4), let month = ahead.digits(2), let day = ahead.digits(2),
      let days = CivilDate.days(year: year, month: month, day: day), ahead.take(UInt8(ascii: "T")),
      let hour = ahead.digits(2), hour < 24, let minute = ahead.digits(2), minute < 60,
      let second = ahead.digits(2), second <= 60, !ahead.next.isDigit
    else { return nil }
    var clock = TimeOfDay(seconds: hour * 3600 + minute * 60 + second)
    takeFraction(&ahead, into: &clock)
    let offset = zone(&ahead) ?? context.offsetSeconds
    scanner = ahead
    return clock.stamp(days: days, offset: offset)
  }

  /// `21/Nov/2026 05:33:51` of Python's `http.server`, `21-Nov-2026 05:33:51.123` of Tomcat, and
  /// `21/Nov/2026:05:33:51.123 +0100`, which Apache's `%{msec_frac}t` makes of the common stamp.
  private func dayFirst(_ scanner: inout ByteScanner) -> Stamp? {
    var ahead = scanner
    guard let days = CivilDate.takeDayMonthYear(&ahead, mark: scanner.peek(2)) else { return nil }
    let isCommon = ahead.take(UInt8(ascii: ":"))
    guard isCommon || ahead.take(UInt8(ascii: " ")), let clock = clockOrHalf(&ahead),
      !isCommon || clock.resolution < 1
    else { return nil }
    let offset = zone(&ahead) ?? context.offsetSeconds
    scanner = ahead
    return clock.stamp(days: days, offset: offset)
  }

  /// `10:00:00.123`, which has no date.
  private func timeOfDay(_ scanner: inout ByteScanner) -> Stamp? {
    var ahead = scanner
    guard let clock = clock(&ahead) else { return nil }
    scanner = ahead
    return Stamp(time: nil, resolution: clock.resolution)
  }

  /// `1790000000`, `1790000000.123`, `1790000000123` and so on, told apart by their length.
  private func epoch(_ scanner: inout ByteScanner) -> Stamp? {
    var ahead = scanner
    guard let whole = ahead.number() else { return nil }
    let digitCount = ahead.position &- scanner.position
    var fraction: (microseconds: Int64, resolution: Double) = (0, 1)
    if ahead.next == UInt8(ascii: "."), ahead.peek(1).isDigit {
      ahead.position &+= 1
      fraction = self.fraction(&ahead)
    }
    guard !ahead.next.isLetter, let (perMicrosecond, resolution) = Self.epochUnit(digitCount) else {
      return nil
    }
    // A nanosecond epoch has 19 digits, one more than `number` keeps.
    let digits = scanner.bytes.part(scanner.position, scanner.position &+ min(digitCount, 16))
    guard let head = digitCount > 16 ? digits.unsigned : whole else { return nil }
    let factor = Int64(digitCount > 16 ? 1 : perMicrosecond)
    scanner = ahead
    return Stamp(
      time: Timestamp(
        microseconds: Int64(head) &* factor
          &+ (perMicrosecond == 1_000_000 ? fraction.microseconds : 0)),
      resolution: min(resolution, fraction.resolution))
  }

  /// Microseconds per unit and resolution of an epoch of so many digits (years 2001 to 2286).
  private static func epochUnit(_ digitCount: Int) -> (Int, Double)? {
    switch digitCount {
    case 10: (1_000_000, 1)
    case 13: (1000, 0.001)
    case 16: (1, 0.000001)
    case 19: (1, 0.000001)
    default: nil
    }
  }

  /// `10:00:00`, with a fraction after a point or a comma.
  func clock(_ scanner: inout ByteScanner) -> TimeOfDay? {
    guard let hour = scanner.digits(2), hour < 24, scanner.take(UInt8(ascii: ":")),
      let minute = scanner.digits(2), minute < 60, scanner.take(UInt8(ascii: ":")),
      let second = scanner.digits(2), second <= 60, !scanner.next.isDigit
    else { return nil }
    var clock = TimeOfDay(seconds: hour * 3600 + minute * 60 + second)
    takeFraction(&scanner, into: &clock)
    return clock
  }

  /// The part of a second after a point or a comma, if there is one.
  func takeFraction(_ scanner: inout ByteScanner, into clock: inout TimeOfDay) {
    let mark = scanner.next
    guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: ","), scanner.peek(1).isDigit else {
      return
    }
    scanner.position &+= 1
    (clock.microseconds, clock.resolution) = fraction(&scanner)
  }

  /// Digits after a point, as microseconds; more than six of them are cut.
  private func fraction(_ scanner: inout ByteScanner) -> (Int64, Double) {
    var microseconds: Int64 = 0
    var unit: Int64 = 100_000
    while scanner.next.isDigit {
      microseconds &+= unit &* Int64(scanner.next.digit)
      unit /= 10
      scanner.position &+= 1
    }
    let resolution =
      switch unit {
      case 0: 0.000001
      case 1: 0.00001
      case 10: 0.0001
      case 100: 0.001
      case 1000: 0.01
      default: 0.1
      }
    return (microseconds, resolution)
  }

  /// A zone, if one follows: `Z`, `+01:00`, `-0300`, `+02`, or a known abbreviation.
  func zone(_ scanner: inout ByteScanner) -> Int? {
    if scanner.next | 0x20 == UInt8(ascii: "z"), !scanner.peek(1).isWord {
      scanner.position &+= 1
      return 0
    }
    var ahead = scanner
    let isApart = ahead.take(UInt8(ascii: " "))
    let sign = ahead.next
    if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
      ahead.position &+= 1
      guard let hours = ahead.digits(2), hours <= 15 else { return nil }
      if ahead.next == UInt8(ascii: ":"), ahead.peek(1).isDigit { ahead.position &+= 1 }
      let minutes = ahead.digits(2) ?? 0
      guard minutes < 60, !ahead.next.isWord else { return nil }
      scanner = ahead
      return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
    guard isApart else { return nil }
    let start = ahead.position
    while ahead.next.isUpper { ahead.position &+= 1 }
    guard !ahead.next.isWord,
      let offset = ZoneAbbreviations.offset(of: ahead.bytes.part(start, ahead.position))
    else { return nil }
    scanner = ahead
    return offset
  }
}

/// Time of day as a stamp shows it.
struct TimeOfDay {
  var seconds: Int
  var microseconds: Int64 = 0
  var resolution = 1.0

  func stamp(days: Int, offset: Int) -> Stamp {
    let whole = Int64(days) &* 86_400 &+ Int64(seconds) &- Int64(offset)
    return Stamp(
      time: Timestamp(microseconds: whole &* 1_000_000 &+ microseconds), resolution: resolution)
  }
}
