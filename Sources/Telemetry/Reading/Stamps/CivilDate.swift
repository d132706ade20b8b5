/// Dates of the proleptic Gregorian calendar as days since 1970-01-01.
///
/// The algorithms are Howard Hinnant's `days_from_civil` and `civil_from_days`:
/// https://howardhinnant.github.io/date_algorithms.html
package enum CivilDate {
  /// Days since 1970-01-01, or `nil` for a day that does not exist or a year outside 1900...9999.
  package static func days(year: Int, month: Int, day: Int) -> Int? {
    guard 1900...9999 ~= year, 1...12 ~= month, day >= 1, day <= length(of: month, in: year) else {
      return nil
    }
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The date that is so many days after 1970-01-01, or before it; months and days start at 1.
  package static func date(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
    // Years start in March here, so that a leap day is the last of its year.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }

  /// The year of an instant, held within 1900...9998.
  static func year(of instant: Timestamp) -> Int {
    min(max(date(daysSince1970: Int(instant.microseconds / 86_400_000_000)).year, 1900), 9998)
  }

  /// Takes `21/Nov/2026`, as access logs write a day, and returns its days since 1970-01-01.
  ///
  /// `mark` stands between the parts. Where there is no such date the answer is `nil`, and the
  /// scanner may have moved.
  static func takeDayMonthYear(
    _ scanner: inout ByteScanner, mark: UInt8 = UInt8(ascii: "/")
  ) -> Int? {
    guard let day = scanner.digits(2), scanner.take(mark),
      let month = month(scanner.next, scanner.peek(1), scanner.peek(2)), scanner.peek(3) == mark
    else { return nil }
    scanner.position &+= 4
    guard let year = scanner.digits(4) else { return nil }
    return days(year: year, month: month, day: day)
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Number of an English month from its first three letters, in any case.
  static func month(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int? {
    let key = UInt32(first | 0x20) << 16 | UInt32(second | 0x20) << 8 | UInt32(third | 0x20)
    switch key {
    case 0x6A616E: return 1
    case 0x666562: return 2
    case 0x6D6172: return 3
    case 0x617072: return 4
    case 0x6D6179: return 5
    case 0x6A756E: return 6
    case 0x6A756C: return 7
    case 0x617567: return 8
    case 0x736570: return 9
    case 0x6F6374: return 10
    case 0x6E6F76: return 11
    case 0x646563: return 12
    default: return nil
    }
  }
}
