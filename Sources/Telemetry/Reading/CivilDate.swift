/// Dates of the proleptic Gregorian calendar as days since 1970-01-01.
enum CivilDate {
  /// Days since 1970-01-01, or `nil` for a day that does not exist or a year outside 1900...9999.
  ///
  /// The algorithm is Howard Hinnant's `days_from_civil`:
  /// https://howardhinnant.github.io/date_algorithms.html
  static func days(year: Int, month: Int, day: Int) -> Int? {
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

  /// The year of an instant.
  static func year(of instant: Timestamp) -> Int {
    // The mean length of a year finds it or its neighbour; the first day decides.
    let day = Int(instant.microseconds / 86_400_000_000)
    var year = min(max(1970 + Int(Double(day) / 365.2425), 1900), 9998)
    while year > 1900, let first = days(year: year, month: 1, day: 1), first > day { year -= 1 }
    while year < 9998, let first = days(year: year + 1, month: 1, day: 1), first <= day {
      year += 1
    }
    return year
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
