/// Tells the same statement run again from one that is only alike.
///
/// The fingerprint leaves literals out; this hash keeps them. A comment at the end is not part of
/// it, for there sqlcommenter writes another trace each time.
enum StatementIdentity {
  /// Statements are told apart by so many bytes of them.
  private static let limit = 1024

  /// The hash of a statement without a comment at its end; 0 for none.
  static func of(_ statement: Bytes) -> UInt64 {
    var end = statement.count
    while end > 0, statement[end - 1] <= 0x20 || statement[end - 1] == UInt8(ascii: ";") {
      end -= 1
    }
    if end >= 4, statement[end - 1] == UInt8(ascii: "/"), statement[end - 2] == UInt8(ascii: "*"),
      let open = lastOpen(statement, before: end - 2)
    {
      end = open
    }
    while end > 0, statement[end - 1] <= 0x20 { end -= 1 }
    guard end > 0 else { return 0 }
    return FingerprintHash.of(Bytes(rebasing: statement[..<min(end, limit)]))
  }

  private static func lastOpen(_ text: Bytes, before end: Int) -> Int? {
    var place = end - 2
    while place >= 0 {
      if text[place] == UInt8(ascii: "/"), text[place + 1] == UInt8(ascii: "*") { return place }
      place -= 1
    }
    return nil
  }
}
