/// Cuts text into SQL statements at each `;` that is in no quote, comment or dollar quote.
///
/// Text comes in chunks of any size; what a chunk leaves unfinished is kept for the next. Cost:
/// each byte is looked at once, and copied once.
package struct StatementSplitter: Sendable {
  private enum State {
    case statement, string, escapedString, quoted, backtick, bracket, lineComment, blockComment
    case dollarQuoted
  }

  /// A longer statement is handed out in pieces of this length.
  private static let longestStatement = 1 << 24
  private let dialect: SQLDialect
  private var text: [UInt8] = []
  private var state = State.statement
  /// How many bytes of `text` have been looked at.
  private var position = 0
  private var commentDepth = 0
  /// `$tag$`, which ends a dollar quote.
  private var tag: [UInt8] = []

  /// A splitter of statements of one dialect, or of any.
  package init(dialect: SQLDialect = .unknown) {
    self.dialect = dialect
  }

  /// Hands out each statement that ends in `chunk`, without its semicolon.
  package mutating func feed(_ chunk: Bytes, _ body: (Bytes) -> Void) {
    text.append(contentsOf: chunk)
    scan(isEnd: false, body)
    if text.count > Self.longestStatement { flush(body) }
  }

  /// Hands out what is left when the text has ended.
  package mutating func flush(_ body: (Bytes) -> Void) {
    scan(isEnd: true, body)
    if !text.isEmpty { text.withUnsafeBytes { body($0) } }
    text.removeAll(keepingCapacity: true)
    position = 0
    state = .statement
  }

  private mutating func scan(isEnd: Bool, _ body: (Bytes) -> Void) {
    var start = 0
    // A mark must not be cut from the two bytes that it may depend on.
    let margin = isEnd ? 0 : 2
    while position + margin < text.count {
      let byte = text[position]
      let next = position + 1 < text.count ? text[position + 1] : 0
      if state == .statement, byte == UInt8(ascii: ";") {
        text.withUnsafeBytes { body(Bytes(rebasing: $0[start..<position])) }
        position += 1
        start = position
      } else if state == .statement, byte == UInt8(ascii: "$") {
        guard openDollarQuote(from: start, isEnd: isEnd) else { break }
      } else {
        step(byte, next, from: start)
      }
    }
    text.removeFirst(start)
    position -= start
  }

  private mutating func step(_ byte: UInt8, _ next: UInt8, from start: Int) {
    switch state {
    case .statement: open(byte, next, from: start)
    case .string: closeString(byte, next, escapes: dialect == .mysql)
    case .escapedString: closeString(byte, next, escapes: true)
    case .quoted: close(at: UInt8(ascii: "\""), byte, next, escapes: dialect == .mysql)
    case .backtick: close(at: UInt8(ascii: "`"), byte, next, escapes: false)
    case .bracket: close(at: UInt8(ascii: "]"), byte, next, escapes: false)
    case .lineComment:
      if byte == 0x0A { state = .statement }
      position += 1
    case .blockComment: closeComment(byte, next)
    case .dollarQuoted: closeDollarQuote(byte)
    }
  }

  private mutating func open(_ byte: UInt8, _ next: UInt8, from start: Int) {
    position += 1
    switch byte {
    case UInt8(ascii: "'"): state = hasEscapePrefix(from: start) ? .escapedString : .string
    case UInt8(ascii: "\""): state = .quoted
    case UInt8(ascii: "`"): state = .backtick
    case UInt8(ascii: "[") where dialect == .sqlServer: state = .bracket
    case UInt8(ascii: "-") where next == byte: state = .lineComment
    case UInt8(ascii: "#") where dialect == .mysql: state = .lineComment
    case UInt8(ascii: "/") where next == UInt8(ascii: "*"):
      state = .blockComment
      commentDepth = 1
      position += 1
    default: break
    }
  }

  /// Whether the quote just taken follows an `E` that is a word by itself.
  private func hasEscapePrefix(from start: Int) -> Bool {
    let quote = position - 1
    guard quote > start, text[quote - 1] | 0x20 == UInt8(ascii: "e") else { return false }
    return quote - 1 == start || !text[quote - 2].isWord
  }

  private mutating func closeString(_ byte: UInt8, _ next: UInt8, escapes: Bool) {
    // Where the dialect is not known, `\'` within a word is taken for an escape.
    if byte == UInt8(ascii: "\\"), next == UInt8(ascii: "'"), !escapes, dialect == .unknown,
      position + 2 < text.count, text[position + 2].isWord
    {
      position += 2
    } else {
      close(at: UInt8(ascii: "'"), byte, next, escapes: escapes)
    }
  }

  private mutating func close(at mark: UInt8, _ byte: UInt8, _ next: UInt8, escapes: Bool) {
    if escapes, byte == UInt8(ascii: "\\") {
      position += 2
    } else if byte == mark, next == mark {
      position += 2
    } else {
      if byte == mark { state = .statement }
      position += 1
    }
  }

  private mutating func closeComment(_ byte: UInt8, _ next: UInt8) {
    if byte == UInt8(ascii: "*"), next == UInt8(ascii: "/") {
      commentDepth -= 1
      position += 2
      if commentDepth == 0 { state = .statement }
    } else if byte == UInt8(ascii: "/"), next == UInt8(ascii: "*"),
      dialect == .postgresql || dialect == .sqlServer
    {
      commentDepth += 1
      position += 2
    } else {
      position += 1
    }
  }

  /// Takes `$tag$`, or a dollar sign that opens nothing; `false` when its end is not there yet.
  private mutating func openDollarQuote(from start: Int, isEnd: Bool) -> Bool {
    var end = position + 1
    while end < text.count, text[end].isWord || text[end] >= 0x80 { end += 1 }
    if end == text.count, !isEnd { return false }
    let isInWord = position > start && text[position - 1].isWord
    let isTag =
      end < text.count && text[end] == UInt8(ascii: "$") && !text[position + 1].isDigit
      && !isInWord && dialect != .mysql
    if isTag {
      tag = Array(text[position...end])
      state = .dollarQuoted
      position = end + 1
    } else {
      position += 1
    }
    return true
  }

  private mutating func closeDollarQuote(_ byte: UInt8) {
    position += 1
    guard byte == UInt8(ascii: "$"), position >= tag.count,
      text[(position - tag.count)..<position].elementsEqual(tag)
    else { return }
    state = .statement
  }
}
