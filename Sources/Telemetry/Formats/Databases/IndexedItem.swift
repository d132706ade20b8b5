/// One numbered line as redis-cli prints it, `2) (integer) 1795240113`, maybe with another inside.
struct IndexedItem {
  var index: Int
  /// Offset of the index in its line, without the blanks that align it.
  var column: Int
  private let scanner: ByteScanner

  init?(_ line: Bytes) {
    self.init(ByteScanner(line))
  }

  private init?(_ start: ByteScanner) {
    var scanner = start
    scanner.skipBlanks()
    guard let index = scanner.number(), index < 1_000_000, scanner.take(UInt8(ascii: ")")),
      scanner.take(UInt8(ascii: " "))
    else { return nil }
    self.index = index
    // Indexes are aligned to the right: their ends share a column.
    column = scanner.position
    self.scanner = scanner
  }

  var inner: IndexedItem? { IndexedItem(scanner) }

  var integer: Int? {
    var scanner = scanner
    guard scanner.take("(integer) ") else { return nil }
    return scanner.number()
  }

  /// The text between the quotes, escapes included.
  var text: Bytes {
    var scanner = scanner
    return scanner.quoted() ?? scanner.rest
  }
}
