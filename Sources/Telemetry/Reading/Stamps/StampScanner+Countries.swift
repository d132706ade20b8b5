/// Dates as the people of a country write them.
///
///     15.03.2024 10:23:45,123          the day first, wherever points stand in a date
///     03/15/2024, 10:23:45 AM          the month first: American English of `toLocaleString`
///     Mar 15, 2024 10:23:45 AM         java.util.logging
///
/// Of two numbers with slashes the first is the day in some countries and the month in others. A
/// comma before a time of day in capitals, `10:23:45 AM`, is American; else a date counts only if
/// one of the numbers cannot be a month, and what may be both is a stamp without a time.
/// Sources: https://cldr.unicode.org, https://github.com/nestjs/nest (console-logger.service.ts),
/// https://docs.oracle.com/en/java/javase/21/docs/api/java.logging/java/util/logging/SimpleFormatter.html
extension StampScanner {
  /// `15.03.2024 10:23:45`, in German with a comma after the day where JavaScript writes it.
  func dotted(_ scanner: inout ByteScanner) -> Stamp? {
    var ahead = scanner
    guard let day = ahead.digits(2), ahead.take(UInt8(ascii: ".")), let month = ahead.digits(2),
      ahead.take(UInt8(ascii: ".")), let year = ahead.digits(4),
      let days = CivilDate.days(year: year, month: month, day: day)
    else { return nil }
    _ = ahead.take(UInt8(ascii: ","))
    guard ahead.take(UInt8(ascii: " ")), let clock = clock(&ahead) else { return nil }
    let offset = zone(&ahead) ?? context.offsetSeconds
    scanner = ahead
    return clock.stamp(days: days, offset: offset)
  }

  /// `03/15/2024, 10:23:45 AM` and `15/03/2024 10:23:45`.
  func slashed(_ scanner: inout ByteScanner) -> Stamp? {
    var ahead = scanner
    guard let first = ahead.digits(2), ahead.take(UInt8(ascii: "/")), let second = ahead.digits(2),
      ahead.take(UInt8(ascii: "/")), let year = ahead.digits(4)
    else { return nil }
    let hasComma = ahead.take(UInt8(ascii: ","))
    guard ahead.take(UInt8(ascii: " ")) else { return nil }
    let halfDay = halfDayClock(&ahead)
    guard let time = halfDay?.clock ?? clock(&ahead) else { return nil }
    let monthFirst = CivilDate.days(year: year, month: first, day: second)
    let dayFirst = CivilDate.days(year: year, month: second, day: first)
    guard let days = monthFirst ?? dayFirst else { return nil }
    let offset = zone(&ahead) ?? context.offsetSeconds
    scanner = ahead
    let isAmerican = hasComma && halfDay?.isCapital == true
    if !isAmerican, let dayFirst, dayFirst != days {
      return Stamp(time: nil, resolution: time.resolution)
    }
    return time.stamp(days: days, offset: offset)
  }

  /// `, 2024 10:23:45 AM` after the name of a month and a day, from the comma on.
  func american(
    _ scanner: inout ByteScanner, _ month: Int, _ day: Int, from start: ByteScanner
  ) -> Stamp? {
    var ahead = start
    guard ahead.take(", "), let year = ahead.digits(4),
      let days = CivilDate.days(year: year, month: month, day: day)
    else { return nil }
    _ = ahead.take(UInt8(ascii: ","))
    guard ahead.take(UInt8(ascii: " ")),
      let time = halfDayClock(&ahead)?.clock ?? clock(&ahead)
    else { return nil }
    let offset = zone(&ahead) ?? context.offsetSeconds
    scanner = ahead
    return time.stamp(days: days, offset: offset)
  }

  /// `1:23:45 PM`, and whether its last word is in capitals; newer ICUs write a narrow no-break
  /// space before that.
  private func halfDayClock(
    _ scanner: inout ByteScanner
  ) -> (clock: TimeOfDay, isCapital: Bool)? {
    var ahead = scanner
    guard let hour = ahead.number(), 1...12 ~= hour, ahead.take(UInt8(ascii: ":")),
      let minute = ahead.digits(2), minute < 60, ahead.take(UInt8(ascii: ":")),
      let second = ahead.digits(2), second <= 60,
      ahead.take(UInt8(ascii: " ")) || ahead.take("\u{202F}")
    else { return nil }
    let half = ahead.next | 0x20
    let isCapital = ahead.next.isUpper
    let end: UInt8 = isCapital ? UInt8(ascii: "M") : UInt8(ascii: "m")
    guard half == UInt8(ascii: "a") || half == UInt8(ascii: "p"), ahead.peek(1) == end,
      !ahead.peek(2).isWord
    else { return nil }
    ahead.position &+= 2
    scanner = ahead
    let hours = hour % 12 + (half == UInt8(ascii: "p") ? 12 : 0)
    return (TimeOfDay(seconds: hours * 3600 + minute * 60 + second), isCapital)
  }
}
