/// One number or name out of a stamp that a layout spells out, as strftime(3) does.
enum StampPart: Equatable, Sendable {
  case year, shortYear, month, monthName, day, weekday
  case hour, minute, second, halfOfDay, zone
  /// So many digits after a point.
  case fraction(digits: Int)
  /// Units since 1970, so many of them per second.
  case epoch(perSecond: Int64)

  var expectation: DisplayText {
    switch self {
    case .monthName: "the name of a month"
    case .weekday: "the name of a day"
    case .halfOfDay: "AM or PM"
    case .zone: "a time zone such as +0000"
    case .year: "a year"
    default: "a number of the time"
    }
  }
}

/// The parts of a stamp that a line has shown so far.
struct StampParts: Sendable {
  private var year = 1970
  private var month = 0
  private var day = 0
  private var seconds = 0
  private var isAfternoon: Bool?
  private var hour = 0
  private var microseconds: Int64 = 0
  private var offset: Int?
  private var epoch: Int64?
  private var resolution = 1.0

  /// Takes one part at the scanner; `false` when something else stands there.
  mutating func take(_ part: StampPart, _ scanner: inout ByteScanner) -> Bool {
    switch part {
    case .year: return number(&scanner, 4) { $0.year = $1 }
    case .shortYear: return number(&scanner, 2) { $0.year = 2000 + $1 }
    case .month: return number(&scanner, 2) { $0.month = $1 }
    case .monthName:
      guard let month = CivilDate.month(scanner.next, scanner.peek(1), scanner.peek(2)) else {
        return false
      }
      self.month = month
      return letters(&scanner)
    case .weekday: return letters(&scanner)
    case .day:
      _ = scanner.take(UInt8(ascii: " "))
      if scanner.next.isDigit, !scanner.peek(1).isDigit {
        return number(&scanner, 1) { $0.day = $1 }
      }
      return number(&scanner, 2) { $0.day = $1 }
    case .hour: return number(&scanner, 2) { $0.hour = min($1, 24) }
    case .minute: return number(&scanner, 2) { $0.seconds += min($1, 60) * 60 }
    case .second: return number(&scanner, 2) { $0.seconds += min($1, 60) }
    case .halfOfDay:
      let letter = scanner.next | 0x20
      guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p"),
        scanner.peek(1) | 0x20 == UInt8(ascii: "m")
      else { return false }
      isAfternoon = letter == UInt8(ascii: "p")
      scanner.position &+= 2
      return true
    case .zone: return zone(&scanner)
    case .fraction(let digits): return fraction(&scanner, digits)
    case .epoch(let perSecond): return epoch(&scanner, perSecond)
    }
  }

  /// The instant they make up; `nil` for a day that does not exist.
  func stamp(_ context: StampContext) -> Stamp? {
    if let epoch {
      return Stamp(time: Timestamp(microseconds: epoch &+ microseconds), resolution: resolution)
    }
    guard let days = CivilDate.days(year: year, month: month, day: day) else { return nil }
    var hour = hour
    if let isAfternoon { hour = hour % 12 + (isAfternoon ? 12 : 0) }
    let whole = Int64(days * 86_400 + hour * 3600 + seconds - (offset ?? context.offsetSeconds))
    return Stamp(
      time: Timestamp(microseconds: whole &* 1_000_000 &+ microseconds), resolution: resolution)
  }

  private mutating func number(
    _ scanner: inout ByteScanner, _ count: Int, _ set: (inout StampParts, Int) -> Void
  ) -> Bool {
    guard let value = scanner.digits(count) else { return false }
    set(&self, value)
    return true
  }

  private func letters(_ scanner: inout ByteScanner) -> Bool {
    let start = scanner.position
    while scanner.next.isLetter { scanner.position &+= 1 }
    return scanner.position > start
  }

  private mutating func fraction(_ scanner: inout ByteScanner, _ count: Int) -> Bool {
    guard let value = scanner.digits(count) else { return false }
    var unit: Int64 = 1
    for _ in count..<6 { unit &*= 10 }
    microseconds = Int64(value) &* unit
    resolution = Double(unit) / 1_000_000
    return true
  }

  private mutating func epoch(_ scanner: inout ByteScanner, _ perSecond: Int64) -> Bool {
    let start = scanner.position
    guard let value = scanner.number(), scanner.position &- start <= 16 else { return false }
    epoch = Int64(value) &* (1_000_000 / perSecond)
    if perSecond > 1 { resolution = 1 / Double(perSecond) }
    return true
  }

  private mutating func zone(_ scanner: inout ByteScanner) -> Bool {
    if scanner.next.isLetter {
      let start = scanner.position
      _ = letters(&scanner)
      let name = scanner.bytes.part(start, scanner.position)
      offset = name.equals("Z") ? 0 : ZoneAbbreviations.offset(of: name)
      return offset != nil
    }
    let isWest = scanner.next == UInt8(ascii: "-")
    guard isWest || scanner.next == UInt8(ascii: "+") else { return false }
    scanner.position &+= 1
    guard let hours = scanner.digits(2), hours <= 15 else { return false }
    _ = scanner.take(UInt8(ascii: ":"))
    guard let minutes = scanner.digits(2), minutes < 60 else { return false }
    offset = (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
    return true
  }
}
