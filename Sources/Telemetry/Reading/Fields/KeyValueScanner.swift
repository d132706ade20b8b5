/// Walks over `key=value` pairs: `rt=0.151 uct="0.000" user=app,db=shop msg="it is \"so\""`.
///
/// Words without `=` between the pairs are skipped. Values come raw, without their quotes.
struct KeyValueScanner {
  private var scanner: ByteScanner

  /// A cursor over the pairs of `text`.
  init(_ text: Bytes) {
    scanner = ByteScanner(text)
  }

  /// Offset just past the last pair given.
  var position: Int { scanner.position }

  /// The next pair.
  mutating func next() -> (key: Bytes, value: Bytes)? {
    while !scanner.isAtEnd {
      while !scanner.isAtEnd, !Self.isKey(scanner.next) { scanner.position &+= 1 }
      let start = scanner.position
      while Self.isKey(scanner.next) { scanner.position &+= 1 }
      let key = scanner.bytes.part(start, scanner.position)
      guard !key.isEmpty, scanner.take(UInt8(ascii: "=")) else { continue }
      return (key, value())
    }
    return nil
  }

  private mutating func value() -> Bytes {
    if scanner.next == UInt8(ascii: "\"") {
      if let text = scanner.quoted() { return text }
      scanner.position &+= 1
    }
    let start = scanner.position
    while !scanner.isAtEnd, !Self.endsValue(scanner.next) { scanner.position &+= 1 }
    return scanner.bytes.part(start, scanner.position)
  }

  private static func isKey(_ byte: UInt8) -> Bool {
    byte.isWord || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "@")
  }

  private static func endsValue(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ")"),
      UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: "|"):
      true
    default: false
    }
  }
}
