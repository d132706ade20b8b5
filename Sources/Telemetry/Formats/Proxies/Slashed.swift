/// Up to five whole numbers with slashes between them, as HAProxy writes timers and counts.
///
/// `+` before a number says that it is a lower bound (`option logasap`) or that the request was
/// redispatched; it does not count.
struct Slashed {
  private(set) var count = 0
  private var values = InlineArray<5, Int>(repeating: 0)

  /// Takes the numbers at the scanner, which a blank or the end follows; `nil` for other text.
  init?(_ scanner: inout ByteScanner) {
    var ahead = scanner
    repeat {
      let isNegative = ahead.take(UInt8(ascii: "-"))
      if !isNegative { _ = ahead.take(UInt8(ascii: "+")) }
      guard count < 5, let value = ahead.number() else { return nil }
      values[count] = isNegative ? -value : value
      count &+= 1
    } while ahead.take(UInt8(ascii: "/"))
    guard ahead.isAtEnd || ahead.next == UInt8(ascii: " ") else { return nil }
    scanner = ahead
  }

  /// The number at a place below `count`.
  subscript(place: Int) -> Int { values[place] }
}
