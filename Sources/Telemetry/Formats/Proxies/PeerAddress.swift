/// Addresses of clients as proxies write them.
enum PeerAddress {
  /// The first host of a list, without a port: `10.0.0.1` of `10.0.0.1:2817, 192.0.2.1`.
  ///
  /// More than one colon means an IPv6 address without a port, unless brackets stand around it.
  @inline(__always)
  static func host(_ text: Bytes) -> Bytes {
    isPlain(text) ? text : hostAmongOthers(text)
  }

  /// Whether a text of eight to sixteen bytes, as most addresses are, has no comma and no colon.
  @inline(__always)
  private static func isPlain(_ text: Bytes) -> Bool {
    guard text.count >= 8, text.count <= 16 else { return false }
    let words = SIMD2(
      text.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
      text.loadUnaligned(fromByteOffset: text.count &- 8, as: UInt64.self))
    let colons = words ^ SIMD2(repeating: 0x3A3A_3A3A_3A3A_3A3A)
    let commas = words ^ SIMD2(repeating: 0x2C2C_2C2C_2C2C_2C2C)
    // A byte that is none marks one above it at most, and none where there is none:
    // https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord
    let low = SIMD2<UInt64>(repeating: 0x0101_0101_0101_0101)
    let marks =
      (((colons &- low) & ~colons) | ((commas &- low) & ~commas))
      & SIMD2(repeating: 0x8080_8080_8080_8080)
    return marks[0] | marks[1] == 0
  }

  @inline(never)
  private static func hostAmongOthers(_ text: Bytes) -> Bytes {
    let end = text.find(UInt8(ascii: ",")) ?? text.count
    let first = text.part(0, end)
    guard let colon = first.find(UInt8(ascii: ":")) else { return first }
    if first.first == UInt8(ascii: "["), let close = first.find(UInt8(ascii: "]")) {
      return first.part(1, close)
    }
    return first.find(UInt8(ascii: ":"), from: colon &+ 1) == nil ? first.part(0, colon) : first
  }

  /// What stands before the last colon: HAProxy writes `::1:2817`, without brackets.
  static func beforePort(_ text: Bytes) -> Bytes {
    text.lastIndex(of: UInt8(ascii: ":")).map { text.part(0, $0) } ?? text
  }

  /// Whether an address is of the host itself or of a private network (RFC 1918, RFC 4193).
  static func isInternal(_ text: Bytes) -> Bool {
    if text.has("10.") || text.has("192.168.") || text.has("127.") || text.has("169.254.")
      || text.equals("::1") || text.hasAnyCase("fe80:") || text.equals("localhost")
    {
      return true
    }
    if text.has("172."), let second = text.part(4, min(6, text.count)).unsigned {
      return 16...31 ~= second && text.count > 6 && text[6] == UInt8(ascii: ".")
    }
    return (text.hasAnyCase("fc") || text.hasAnyCase("fd"))
      && text.find(UInt8(ascii: ":")) != nil
  }
}
