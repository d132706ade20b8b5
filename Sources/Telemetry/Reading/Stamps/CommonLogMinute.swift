/// The minute of the last stamp of an access log, whose layout is drawn here.
///
///     01/Jan/2026:00:00:00 +0000
///     └─ day ┘└──────┘└┤└─ seconds and zone, compared without the seconds
///
/// Neighbouring lines share it nearly always, so a stamp costs four loads and compares.
struct CommonLogMinute: Sendable {
  static let length = 26
  private static let zoneMask: UInt64 = 0xFFFF_FFFF_FFFF_0000

  private var head: UInt64 = 0
  private var middle: UInt64 = 0
  private var colon: UInt16 = 0
  private var zone: UInt64 = 0
  private var start: Int64 = 0

  init() {
    _ = load(UnsafeRawPointer(("01/Jan/1970:00:00:00 +0000" as StaticString).utf8Start))
  }

  /// Seconds since 1970 of the stamp in the 26 bytes at `pointer`.
  @inline(__always)
  mutating func seconds(at pointer: UnsafeRawPointer) -> Int64? {
    // Bytes are compared in the order of memory, whichever end comes first in a word: the mask
    // leaves out the two seconds digits, which a little-endian load puts lowest.
    let tail = (pointer + 18).loadUnaligned(as: UInt64.self).littleEndian
    let first = UInt8(truncatingIfNeeded: tail) &- 0x30
    let second = UInt8(truncatingIfNeeded: tail >> 8) &- 0x30
    guard first <= 6, second <= 9 else { return nil }
    if pointer.loadUnaligned(as: UInt64.self) != head
      || (pointer + 8).loadUnaligned(as: UInt64.self) != middle
      || (pointer + 16).loadUnaligned(as: UInt16.self) != colon
      || tail & Self.zoneMask != zone
    {
      guard load(pointer) else { return nil }
    }
    return start &+ Int64(first) &* 10 &+ Int64(second)
  }

  @inline(never)
  private mutating func load(_ pointer: UnsafeRawPointer) -> Bool {
    let text = Bytes(start: pointer, count: Self.length)
    var scanner = ByteScanner(text)
    guard let days = CivilDate.takeDayMonthYear(&scanner),
      scanner.take(UInt8(ascii: ":")), let hour = scanner.digits(2), hour < 24,
      scanner.take(UInt8(ascii: ":")), let minute = scanner.digits(2), minute < 60,
      scanner.take(UInt8(ascii: ":"))
    else { return false }
    scanner.position = 20
    guard scanner.take(UInt8(ascii: " ")),
      text[21] == UInt8(ascii: "+") || text[21] == UInt8(ascii: "-")
    else { return false }
    scanner.position = 22
    guard let zoneHours = scanner.digits(2), zoneHours <= 15, let zoneMinutes = scanner.digits(2),
      zoneMinutes < 60
    else { return false }
    let offset = (zoneHours * 3600 + zoneMinutes * 60) * (text[21] == UInt8(ascii: "-") ? -1 : 1)
    start = Int64(days) &* 86_400 &+ Int64(hour * 3600 + minute * 60 - offset)
    head = pointer.loadUnaligned(as: UInt64.self)
    middle = (pointer + 8).loadUnaligned(as: UInt64.self)
    colon = (pointer + 16).loadUnaligned(as: UInt16.self)
    zone = (pointer + 18).loadUnaligned(as: UInt64.self).littleEndian & Self.zoneMask
    return true
  }
}
