/// Stamps that begin with the name of a month or a day.
///
///     Jan  1 10:00:00                     syslog
///     Sun Mar 13 22:49:12 2016            ctime
///     Sun, 06 Nov 1994 08:49:37 GMT       mail
///     Thu 2026-01-01 10:00:00 UTC         systemd
///     Fri 10 Oct 2025 01:55:36 PM UTC     date(1) in American English
extension StampScanner {
  /// A stamp that begins with the name of a month or a day.
  func named(_ scanner: inout ByteScanner) -> Stamp? {
    var ahead = scanner
    var month = CivilDate.month(ahead.next, ahead.peek(1), ahead.peek(2))
    if month == nil {
      guard isWeekday(ahead.next, ahead.peek(1), ahead.peek(2)) else { return nil }
      ahead.position &+= 3
      if ahead.take(", ") { return mail(&scanner, from: ahead) }
      guard ahead.take(UInt8(ascii: " ")) else { return nil }
      if ahead.next.isDigit {
        guard ahead.peek(4) == UInt8(ascii: "-") else { return mail(&scanner, from: ahead) }
        guard let stamp = calendar(&ahead) else { return nil }
        scanner = ahead
        return stamp
      }
      month = CivilDate.month(ahead.next, ahead.peek(1), ahead.peek(2))
    }
    ahead.position = min(ahead.position &+ 3, ahead.bytes.count)
    guard let month, ahead.take(UInt8(ascii: " ")) else { return nil }
    ahead.skipBlanks()
    guard let day = ahead.number() else { return nil }
    if ahead.next == UInt8(ascii: ",") { return american(&scanner, month, day, from: ahead) }
    guard ahead.take(UInt8(ascii: " ")), let clock = clock(&ahead) else { return nil }
    scanner = ahead
    if ahead.take(UInt8(ascii: " ")), let year = ahead.digits(4), !ahead.next.isWord {
      guard let days = CivilDate.days(year: year, month: month, day: day) else { return nil }
      scanner = ahead
      return clock.stamp(days: days, offset: zone(&scanner) ?? context.offsetSeconds)
    }
    return yearless(month: month, day: day, clock)
  }

  /// `06 Nov 1994 08:49:37 GMT`, from the day on.
  private func mail(_ scanner: inout ByteScanner, from start: ByteScanner) -> Stamp? {
    var ahead = start
    guard let day = ahead.number(), ahead.take(UInt8(ascii: " ")),
      let month = CivilDate.month(ahead.next, ahead.peek(1), ahead.peek(2))
    else { return nil }
    ahead.position &+= 3
    guard ahead.take(UInt8(ascii: " ")), let year = ahead.digits(4),
      ahead.take(UInt8(ascii: " ")), let clock = clockOrHalf(&ahead),
      let days = CivilDate.days(year: year, month: month, day: day)
    else { return nil }
    let offset = zone(&ahead) ?? context.offsetSeconds
    scanner = ahead
    return clock.stamp(days: days, offset: offset)
  }

  /// A stamp without a year is of the last year in which it lies not more than a day ahead.
  func yearless(month: Int, day: Int, _ clock: TimeOfDay) -> Stamp? {
    guard 1...31 ~= day else { return nil }
    guard let now = context.now else { return Stamp(time: nil, resolution: clock.resolution) }
    let limit = now + 86_400
    let thisYear = CivilDate.year(of: limit)
    for year in stride(from: thisYear, to: thisYear - 5, by: -1) {
      guard let days = CivilDate.days(year: year, month: month, day: day) else { continue }
      let stamp = clock.stamp(days: days, offset: context.offsetSeconds)
      if let time = stamp.time, time <= limit { return stamp }
    }
    return nil
  }

  private func isWeekday(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second, third) {
    case (0x4D, 0x6F, 0x6E), (0x54, 0x75, 0x65), (0x57, 0x65, 0x64), (0x54, 0x68, 0x75),
      (0x46, 0x72, 0x69), (0x53, 0x61, 0x74), (0x53, 0x75, 0x6E):
      true
    default: false
    }
  }
}
