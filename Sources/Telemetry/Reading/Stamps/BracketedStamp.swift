/// Reads the stamps of proxies that leave out the zone: `25/Feb/2019:16:20:06.321`.
enum BracketedStamp {
  /// The stamp at the scanner, which ends before the `]`; a zone is read where there is one.
  static func read(_ scanner: inout ByteScanner, _ context: StampContext) -> Stamp? {
    var ahead = scanner
    guard let days = CivilDate.takeDayMonthYear(&ahead),
      ahead.take(UInt8(ascii: ":")), let hour = ahead.digits(2), hour < 24,
      ahead.take(UInt8(ascii: ":")), let minute = ahead.digits(2), minute < 60,
      ahead.take(UInt8(ascii: ":")), let second = ahead.digits(2), second <= 60
    else { return nil }
    var microseconds: Int64 = 0
    var resolution = 1.0
    if ahead.take(UInt8(ascii: ".")) {
      guard let milliseconds = ahead.digits(3) else { return nil }
      microseconds = Int64(milliseconds) &* 1000
      resolution = 0.001
    }
    let offset = zone(&ahead) ?? context.offsetSeconds
    scanner = ahead
    let seconds = Int64(days) &* 86_400 &+ Int64(hour &* 3600 &+ minute &* 60 &+ second &- offset)
    return Stamp(
      time: Timestamp(microseconds: seconds &* 1_000_000 &+ microseconds), resolution: resolution)
  }

  /// Takes a zone such as ` -0700`.
  private static func zone(_ scanner: inout ByteScanner) -> Int? {
    var ahead = scanner
    guard ahead.take(UInt8(ascii: " ")) else { return nil }
    let isWest = ahead.take(UInt8(ascii: "-"))
    guard isWest || ahead.take(UInt8(ascii: "+")), let hours = ahead.digits(2), hours <= 15,
      let minutes = ahead.digits(2), minutes < 60
    else { return nil }
    scanner = ahead
    return (isWest ? -1 : 1) * (hours * 3600 + minutes * 60)
  }
}
