/// The lines of an entry of MySQL's slow log so far, of which one asks whether more are to come.
struct SlowEntry {
  private let bytes: Bytes
  /// Longest entry whose quotes are counted; a longer one is taken as unfinished.
  private static let longestCounted = 1 << 16

  init(_ bytes: Bytes) {
    self.bytes = bytes
  }

  /// Whether the statement has ended: with a semicolon at a line's end that no quotes enclose.
  ///
  /// Header lines and what the server sets before the statement end nothing.
  var isComplete: Bool {
    guard bytes.last == UInt8(ascii: ";"), bytes.count <= Self.longestCounted else { return false }
    var start = 0
    var end = bytes.find(0x0A) ?? bytes.count
    while start < bytes.count, isBeforeStatement(bytes.part(start, end)) {
      start = end &+ 1
      end = bytes.find(0x0A, from: start) ?? bytes.count
    }
    return start < bytes.count && !endsInQuotes(from: start)
  }

  private func isBeforeStatement(_ line: Bytes) -> Bool {
    line.first == UInt8(ascii: "#") || line.hasAnyCase("use ")
      || line.has("SET ") && line.find("timestamp=") != nil
  }

  private func endsInQuotes(from start: Int) -> Bool {
    var open: UInt8 = 0
    var place = start
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\\"), open != 0 {
        place &+= 1
      } else if byte == open {
        open = 0
      } else if open == 0,
        byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`")
      {
        open = byte
      }
      place &+= 1
    }
    return open != 0
  }
}
