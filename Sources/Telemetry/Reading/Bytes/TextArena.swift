/// Text that a parser had to rewrite (escapes removed), kept until its next entry.
///
/// The slices it gives out point into an array that only the arena holds and that does not grow
/// or move between two calls of `begin`: rewritten text is never longer than its source, so one
/// entry's worth of room is enough. In steady state nothing is allocated.
struct TextArena: Sendable {
  private var storage: [UInt8] = []
  private var used = 0

  /// Forgets all text given out before and makes room for the text of one entry.
  @inline(__always)
  mutating func begin(_ entry: Bytes) {
    used = 0
    if storage.count < entry.count { grow(entry.count) }
  }

  @inline(never)
  private mutating func grow(_ count: Int) {
    storage = [UInt8](repeating: 0, count: max(count, 4096))
  }

  /// Makes room for `count` bytes of text, and forgets all text given out before.
  mutating func begin(room count: Int) {
    used = 0
    if storage.count < count { grow(count) }
  }

  /// Writes at most `limit` bytes through `body`, which returns how many it wrote.
  mutating func write(
    atMost limit: Int, _ body: (UnsafeMutableRawBufferPointer) -> Int
  ) -> Bytes {
    guard used &+ limit <= storage.count else { return .none }
    let start = used
    let text = storage.withUnsafeMutableBytes { room -> Bytes in
      let free = UnsafeMutableRawBufferPointer(rebasing: room[start..<(start + limit)])
      let count = min(body(free), limit)
      return Bytes(rebasing: room[start..<(start + count)])
    }
    used &+= text.count
    return text
  }

  /// Two pieces of the entry with one byte between them: `/path`, `?`, `query`.
  mutating func joined(_ first: Bytes, _ byte: UInt8, _ second: Bytes) -> Bytes {
    write(atMost: first.count &+ second.count &+ 1) { room in
      for (place, letter) in first.enumerated() { room[place] = letter }
      room[first.count] = byte
      for (place, letter) in second.enumerated() { room[first.count &+ 1 &+ place] = letter }
      return room.count
    }
  }

  /// The text of a JSON string without its escapes; `raw` itself if it has none.
  ///
  /// A lone surrogate becomes U+FFFD, an unknown escape stands for its letter.
  mutating func unescaped(_ raw: Bytes) -> Bytes {
    guard raw.find(UInt8(ascii: "\\")) != nil else { return raw }
    return write(atMost: raw.count) { room in
      var scanner = ByteScanner(raw)
      var count = 0
      func put(_ byte: UInt8) {
        guard count < room.count else { return }
        room[count] = byte
        count &+= 1
      }
      while !scanner.isAtEnd {
        let byte = scanner.next
        scanner.position &+= 1
        if byte != UInt8(ascii: "\\") {
          put(byte)
        } else {
          let letter = scanner.next
          scanner.position &+= 1
          switch letter {
          case UInt8(ascii: "n"): put(0x0A)
          case UInt8(ascii: "t"): put(0x09)
          case UInt8(ascii: "r"): put(0x0D)
          case UInt8(ascii: "b"): put(0x08)
          case UInt8(ascii: "f"): put(0x0C)
          case UInt8(ascii: "u"):
            guard let scalar = Self.scalar(&scanner) else {
              put(letter)
              continue
            }
            for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { put(unit) }
          default: put(letter)
          }
        }
      }
      return count
    }
  }

  /// The scalar of `XXXX` or `XXXX\uXXXX` at the scanner, just after `\u`.
  private static func scalar(_ scanner: inout ByteScanner) -> Unicode.Scalar? {
    guard let high = hex(&scanner) else { return nil }
    guard 0xD800...0xDBFF ~= high else { return Unicode.Scalar(high) ?? "\u{FFFD}" }
    var ahead = scanner
    guard ahead.take("\\u"), let low = hex(&ahead), 0xDC00...0xDFFF ~= low else {
      return "\u{FFFD}"
    }
    scanner = ahead
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
  }

  private static func hex(_ scanner: inout ByteScanner) -> UInt32? {
    var value: UInt32 = 0
    for offset in 0..<4 {
      let byte = scanner.peek(offset)
      guard byte.isHex else { return nil }
      value = value << 4 | UInt32(byte.isDigit ? byte & 15 : (byte & 15) + 9)
    }
    scanner.position &+= 4
    return value
  }

  /// A copy of `text`, for text that the parser keeps from earlier entries.
  mutating func copy(_ text: Bytes) -> Bytes {
    write(atMost: text.count) { room in
      room.copyMemory(from: text)
      return text.count
    }
  }

  /// The line without terminal control sequences (`ESC [ ... m`); itself if it has none.
  mutating func withoutColours(_ line: Bytes) -> Bytes {
    guard line.find(0x1B) != nil else { return line }
    return write(atMost: line.count) { room in
      var count = 0
      var place = 0
      while place < line.count {
        if line[place] == 0x1B, place &+ 1 < line.count, line[place &+ 1] == UInt8(ascii: "[") {
          place &+= 2
          while place < line.count, !(0x40...0x7E ~= line[place]) { place &+= 1 }
        } else {
          room[count] = line[place]
          count &+= 1
        }
        place &+= 1
      }
      return count
    }
  }
}
