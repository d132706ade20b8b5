/// The text of a layout, byte by byte, with the column that each byte had where the user wrote it.
///
/// Quoted pieces are joined and their escapes resolved, so that an error still names the place in
/// what was pasted.
struct LayoutSource {
  private(set) var bytes: [UInt8] = []
  private var columns: [Int] = []
  /// Characters of the whole text, which is the column of its end.
  private(set) var endColumn = 0
  var position = 0

  /// Text as it stands, whose first character is in column `column`.
  init(_ text: some StringProtocol, column: Int = 0) {
    var place = column
    for character in text {
      for byte in character.utf8 { append(byte, column: place) }
      place += 1
    }
    endColumn = place
  }

  /// What is left of another text.
  init(rest: LayoutSource) {
    self = rest
    bytes.removeFirst(min(rest.position, bytes.count))
    columns.removeFirst(min(rest.position, columns.count))
    position = 0
  }

  private init(endColumn: Int) {
    self.endColumn = endColumn
  }

  /// Column of the byte at `place`, or of the end.
  func column(at place: Int) -> Int {
    place >= 0 && place < columns.count ? columns[place] : endColumn
  }

  /// Column of the next byte.
  var column: Int { column(at: position) }

  /// The next byte, or 0 at the end.
  var next: UInt8 { peek(0) }

  var isAtEnd: Bool { position >= bytes.count }

  /// The byte `offset` places ahead, or 0 past the end.
  func peek(_ offset: Int) -> UInt8 {
    position + offset < bytes.count ? bytes[position + offset] : 0
  }

  /// Takes `byte` if it comes next.
  mutating func take(_ byte: UInt8) -> Bool {
    guard !isAtEnd, next == byte else { return false }
    position += 1
    return true
  }

  /// Takes the bytes for as long as they pass.
  mutating func take(while passes: (UInt8) -> Bool) -> String {
    let start = position
    while !isAtEnd, passes(next) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// Takes the bytes before the next `byte` and that byte; `nil` when there is none.
  mutating func upTo(_ byte: UInt8) -> String? {
    guard let end = bytes[min(position, bytes.count)...].firstIndex(of: byte) else { return nil }
    defer { position = end + 1 }
    return String(decoding: bytes[position..<end], as: UTF8.self)
  }

  mutating func skipSpace() {
    while next.isSpace { position += 1 }
  }

  /// Skips blanks and tabs.
  mutating func skipBlanks() {
    while next.isBlank { position += 1 }
  }

  /// Skips space and comments, which `#` begins and the end of the line ends.
  mutating func skipComments() {
    skipSpace()
    while next == UInt8(ascii: "#") {
      while !isAtEnd, next != 0x0A { position += 1 }
      skipSpace()
    }
  }

  /// Whether the line ends here, or with a comment.
  var isAtLineEnd: Bool {
    next == 0x0A || next == 0x0D || next == UInt8(ascii: "#")
  }

  private mutating func append(_ byte: UInt8, column: Int) {
    bytes.append(byte)
    columns.append(column)
  }

  /// The strings in quotes from here on, joined; moves past them.
  ///
  /// `nil` when the text here is not in quotes. A backslash stands for the quote or backslash
  /// after it, for a tab or a line end. With `hasComments`, some may stand between the strings.
  mutating func unquoted(hasComments: Bool = false) throws(LayoutError) -> LayoutSource? {
    var rest = self
    rest.skipSpace()
    guard rest.isAtQuote else { return nil }
    var joined = LayoutSource(endColumn: endColumn)
    while rest.isAtQuote {
      try rest.piece(in: rest.next, into: &joined)
      position = rest.position
      if hasComments { rest.skipComments() } else { rest.skipSpace() }
    }
    // What follows on the same line may belong to it.
    skipBlanks()
    return joined
  }

  private var isAtQuote: Bool { next == UInt8(ascii: "'") || next == UInt8(ascii: "\"") }

  /// One string in quotes, with its escapes resolved.
  private mutating func piece(
    in quote: UInt8, into joined: inout LayoutSource
  ) throws(LayoutError) {
    let start = column
    position += 1
    while !isAtEnd, next != quote {
      let place = column
      if next == UInt8(ascii: "\\"), position + 1 < bytes.count {
        position += 1
        switch next {
        case UInt8(ascii: "t"): joined.append(0x09, column: place)
        case UInt8(ascii: "n"): joined.append(0x0A, column: place)
        case UInt8(ascii: "r"): joined.append(0x0D, column: place)
        case quote, UInt8(ascii: "\\"): joined.append(next, column: place)
        default:
          joined.append(UInt8(ascii: "\\"), column: place)
          joined.append(next, column: place)
        }
      } else {
        joined.append(next, column: place)
      }
      position += 1
    }
    guard take(quote) else {
      throw LayoutError(
        "this quote is never closed", column: start,
        hint: "add \(quote == UInt8(ascii: "'") ? "'" : "\"")")
    }
  }
}

extension UInt8 {
  /// A blank, a tab or a line end.
  var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
