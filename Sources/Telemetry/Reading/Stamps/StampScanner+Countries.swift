/// Dates as the people of a country write them.
///
///     15.03.2024 10:23:45,123          the day first, wherever points stand in a date
///     03/15/2024, 10:23:45 AM          the month first: American English of `toLocaleString`
///     03/15/2024 10:23:45 AM           the same of Python's `datefmt`, lnav's formats, US locales
///     3/5/2024 1:23:45 PM              .NET and Windows
///     Mar 15, 2024 10:23:45 AM         java.util.logging
///
/// Of two numbers with slashes the first is the day in some countries and the month in others. Before
/// a time of day with `AM` or `PM` in capitals it is the month, unless it cannot be one; else a date
/// counts only if one of the numbers cannot be a month, and what may be both is a stamp without a
/// time. Small letters, `1:23:45 pm`, are Australian as well.
/// Sources: https://cldr.unicode.org, https://github.com/nestjs/nest (console-logger.service.ts),
/// https://docs.python.org/3/howto/logging.html, https://github.com/tstack/lnav (time_formats.am),
/// https://learn.microsoft.com/en-us/dotnet/standard/base-types/standard-date-and-time-format-strings,
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
    guard ahead.take(UInt8(ascii: " ")), let clock = clockOrHalf(&ahead) else { return nil }
    let offset = zone(&ahead) ?? context.offsetSeconds
    scanner = ahead
    return clock.stamp(days: days, offset: offset)
  }

  /// `03/15/2024, 10:23:45 AM`, `3/5/2024 1:23:45 PM` and `15/03/2024 10:23:45`.
  func slashed(_ scanner: inout ByteScanner) -> Stamp? {
    var ahead = scanner
    guard let first = dayOrMonth(&ahead), ahead.take(UInt8(ascii: "/")),
      let second = dayOrMonth(&ahead), ahead.take(UInt8(ascii: "/")), let year = ahead.digits(4)
    else { return nil }
    _ = ahead.take(UInt8(ascii: ","))
    guard ahead.take(UInt8(ascii: " ")) else { return nil }
    let halfDay = halfDayClock(&ahead)
    guard let time = halfDay?.clock ?? clock(&ahead) else { return nil }
    let monthFirst = CivilDate.days(year: year, month: first, day: second)
    let dayFirst = CivilDate.days(year: year, month: second, day: first)
    guard let days = monthFirst ?? dayFirst else { return nil }
    let offset = zone(&ahead) ?? context.offsetSeconds
    scanner = ahead
    if halfDay?.isCapital != true, let dayFirst, dayFirst != days {
      return Stamp(time: nil, resolution: time.resolution)
    }
    return time.stamp(days: days, offset: offset)
  }

  /// The one or two digits of a day or a month.
  private func dayOrMonth(_ scanner: inout ByteScanner) -> Int? {
    scanner.digits(scanner.peek(1).isDigit ? 2 : 1)
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

  /// A time of day, of 24 hours or with `AM` or `PM` behind it.
  ///
  /// Neither `am` nor `pm` counts here, for words of a message may be written like that.
  func clockOrHalf(_ scanner: inout ByteScanner) -> TimeOfDay? {
    guard var clock = clock(&scanner) else { return nil }
    var ahead = scanner
    let hour = clock.seconds / 3600
    guard 1...12 ~= hour, let half = halfDay(&ahead), half.isCapital || half.isDotted else {
      return clock
    }
    scanner = ahead
    clock.seconds += (half.isLater ? 43_200 : 0) - (hour == 12 ? 43_200 : 0)
    return clock
  }

  /// `1:23:45 PM`, and whether its last word is in capitals, without the points of Spanish.
  private func halfDayClock(
    _ scanner: inout ByteScanner
  ) -> (clock: TimeOfDay, isCapital: Bool)? {
    var ahead = scanner
    guard let hour = ahead.number(), 1...12 ~= hour, ahead.take(UInt8(ascii: ":")),
      let minute = ahead.digits(2), minute < 60, ahead.take(UInt8(ascii: ":")),
      let second = ahead.digits(2), second <= 60
    else { return nil }
    var clock = TimeOfDay(seconds: hour % 12 * 3600 + minute * 60 + second)
    takeFraction(&ahead, into: &clock)
    guard let half = halfDay(&ahead) else { return nil }
    if half.isLater { clock.seconds += 43_200 }
    scanner = ahead
    return (clock, half.isCapital && !half.isDotted)
  }

  /// Takes `AM` or `PM` and the blank before it.
  private func halfDay(_ scanner: inout ByteScanner) -> HalfDay? {
    var ahead = scanner
    guard takeSpace(&ahead) else { return nil }
    let letter = ahead.next | 0x20
    guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else { return nil }
    let isCapital = ahead.next.isUpper
    ahead.position &+= 1
    let isDotted = ahead.take(UInt8(ascii: "."))
    if isDotted { _ = takeSpace(&ahead) }
    guard ahead.take(isCapital ? UInt8(ascii: "M") : UInt8(ascii: "m")),
      !isDotted || ahead.take(UInt8(ascii: ".")), !ahead.next.isWord
    else { return nil }
    scanner = ahead
    return HalfDay(
      isLater: letter == UInt8(ascii: "p"), isCapital: isCapital, isDotted: isDotted)
  }

  /// Takes a blank, which newer ICUs write as one that breaks no line.
  private func takeSpace(_ scanner: inout ByteScanner) -> Bool {
    scanner.take(UInt8(ascii: " ")) || scanner.take("\u{202F}") || scanner.take("\u{A0}")
  }
}

/// `AM`, `pm`, `a.m.`, `p. m.`: English, and Spanish in America.
private struct HalfDay {
  let isLater: Bool
  let isCapital: Bool
  let isDotted: Bool
}
