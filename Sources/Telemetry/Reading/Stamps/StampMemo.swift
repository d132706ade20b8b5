/// Reads stamps as `StampScanner` does, and `2026-01-01 10:00:00.123 UTC` faster.
///
/// Neighbouring lines share their minute and their zone: while these bytes repeat, only seconds
/// and their fraction are read. Cost then: three loads and a few digits.
struct StampMemo: Sendable {
  var stamps = StampScanner() {
    didSet { minute = (0, 0) }
  }

  /// The sixteen bytes of `2026-01-01 10:00`; never zero once they are known.
  private var minute: (UInt64, UInt64) = (0, 0)
  private var minuteStart: Int64 = 0
  /// The bytes of the zone and the one after it, at most eight.
  private var zone: UInt64 = 0
  private var zoneMask: UInt64 = 0
  private var zoneLength = 0

  /// The stamp at the scanner's position, in whatever layout; moves past it and past its zone.
  @inline(__always)
  mutating func stamp(_ scanner: inout ByteScanner) -> Stamp? {
    if let (stamp, end) = repeated(scanner) {
      scanner.position = end
      return stamp
    }
    return learn(&scanner)
  }

  /// The stamp that `bytes` are, from end to end.
  mutating func stamp(_ bytes: Bytes) -> Stamp? {
    var scanner = ByteScanner(bytes)
    guard let stamp = stamp(&scanner), scanner.isAtEnd else { return nil }
    return stamp
  }

  /// The stamp of a line of the same minute and zone as the one before, and where it ends.
  @inline(__always)
  private func repeated(_ scanner: ByteScanner) -> (Stamp, Int)? {
    let start = scanner.position
    guard minute.0 != 0, scanner.bytes.count &- start >= 34,
      Self.word(scanner.bytes, start) == minute.0,
      Self.word(scanner.bytes, start &+ 8) == minute.1,
      let (clock, end) = Self.seconds(scanner.bytes, start &+ 16),
      Self.word(scanner.bytes, end) & zoneMask == zone
    else { return nil }
    let time = Timestamp(microseconds: minuteStart &+ clock.microseconds)
    return (Stamp(time: time, resolution: clock.resolution), end &+ zoneLength)
  }

  @inline(never)
  private mutating func learn(_ scanner: inout ByteScanner) -> Stamp? {
    let start = scanner.position
    let bytes = scanner.bytes
    guard let stamp = stamps.stamp(&scanner) else { return nil }
    guard let time = stamp.time, bytes.count &- start >= 34, bytes[start &+ 4] == 0x2D,
      bytes[start &+ 13] == 0x3A, let (clock, end) = Self.seconds(bytes, start &+ 16),
      scanner.position > end, scanner.position &- end <= 7
    else { return stamp }
    minute = (Self.word(bytes, start), Self.word(bytes, start &+ 8))
    minuteStart = time.microseconds &- clock.microseconds
    zoneLength = scanner.position &- end
    // Where there is no zone, one may follow another time. The byte after it ends it.
    zoneMask = UInt64.max >> UInt64(56 &- 8 &* zoneLength)
    zone = Self.word(bytes, end) & zoneMask
    return stamp
  }

  /// `:07`, `:07.123` or `:07.123456` at `start`, and where it ends.
  @inline(__always)
  private static func seconds(
    _ bytes: Bytes, _ start: Int
  ) -> (clock: (microseconds: Int64, resolution: Double), end: Int)? {
    let tens = bytes[start &+ 1]
    let ones = bytes[start &+ 2]
    guard bytes[start] == 0x3A, tens.isDigit, ones.isDigit, tens < 0x36 else { return nil }
    var microseconds = Int64(tens.digit &* 10 &+ ones.digit) &* 1_000_000
    guard bytes[start &+ 3] == 0x2E || bytes[start &+ 3] == 0x2C else {
      return ((microseconds, 1), start &+ 3)
    }
    var place = start &+ 4
    var fraction: Int64 = 0
    while place < start &+ 10, bytes[place].isDigit {
      fraction = fraction &* 10 &+ Int64(bytes[place].digit)
      place &+= 1
    }
    guard !bytes[place].isDigit else { return nil }
    switch place &- start {
    case 7: microseconds &+= fraction &* 1000
    case 10: microseconds &+= fraction
    default: return nil
    }
    return ((microseconds, place &- start == 7 ? 0.001 : 0.000001), place)
  }

  @inline(__always)
  private static func word(_ bytes: Bytes, _ place: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }
}
