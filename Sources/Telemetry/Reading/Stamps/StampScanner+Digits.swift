/// Stamps whose date is a run of digits, which only their place in a line tells from other numbers.
///
///     1010 13:55:36.123456         klog, which leaves out the year
///     20231010 13:55:36.123456     glog
///     261127 21:26:21              Tornado, in this century
extension StampScanner {
  /// A stamp whose date has four, six or eight digits and no marks between them.
  func unmarked(_ scanner: inout ByteScanner) -> Stamp? {
    var ahead = scanner
    let word = ahead.word()
    ahead.skipBlanks()
    guard word.count >= 4, word.count <= 8, let clock = clock(&ahead) else { return nil }
    var date = ByteScanner(word)
    let stamp: Stamp?
    switch word.count {
    case 4: stamp = monthAndDay(&date).flatMap { yearless(month: $0, day: $1, clock) }
    case 6: stamp = date.digits(2).flatMap { day(&date, of: 2000 + $0, clock) }
    case 8: stamp = date.digits(4).flatMap { day(&date, of: $0, clock) }
    default: return nil
    }
    if stamp != nil { scanner = ahead }
    return stamp
  }

  private func day(_ date: inout ByteScanner, of year: Int, _ clock: TimeOfDay) -> Stamp? {
    guard let (month, day) = monthAndDay(&date),
      let days = CivilDate.days(year: year, month: month, day: day)
    else { return nil }
    return clock.stamp(days: days, offset: context.offsetSeconds)
  }

  private func monthAndDay(_ date: inout ByteScanner) -> (month: Int, day: Int)? {
    guard let month = date.digits(2), 1...12 ~= month, let day = date.digits(2) else { return nil }
    return (month, day)
  }
}
