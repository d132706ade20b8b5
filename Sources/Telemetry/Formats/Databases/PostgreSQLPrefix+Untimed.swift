/// Prefixes that say not when: `[%p] `, `%p: `, `%a %p `, `%e ` and a word of one's own.
///
/// PostgreSQL's two blanks behind the label must follow. Beside that a word that no other logger has
/// (`LOG`) and a process make a line its own, or a message that no one else writes; after one such
/// line others with a prefix of a few words are its own as well.
extension PostgreSQLPrefix {
  /// Longest prefix, in bytes and in words.
  private static let longest = 80
  private static let mostWords = 6

  /// Whether the line's start can be a prefix without a stamp.
  func mayBe(_ text: Bytes, of label: PostgreSQLLabel, in line: Bytes) -> Bool {
    guard text.count <= Self.longest, line.has("  ", at: label.end) else { return false }
    var words = 0
    var hasIdentity = false
    Self.forEachWord(of: text) { word in
      words += 1
      hasIdentity = hasIdentity || Self.process(word) != nil || Self.isState(word)
    }
    guard words <= Self.mostWords else { return false }
    return isUntimed || hasIdentity && label.isOwn(in: line)
      || Self.isOwn(line.from(label.end).trimmed)
  }

  /// Whether it is one; then more of its kind may come.
  mutating func takes(_ text: Bytes, of label: PostgreSQLLabel, in line: Bytes) -> Bool {
    guard mayBe(text, of: label, in: line) else { return false }
    isUntimed = true
    return true
  }

  /// The process that stands first among the words of a prefix; empty where none does.
  static func process(in text: Bytes) -> Bytes {
    var found = Bytes.none
    forEachWord(of: text) { word in
      if found.isEmpty, let process = Self.process(word) { found = process }
    }
    return found
  }

  /// The number in `123`, `[123]` and `[123-4]`; the state of no error, `00000`, is none.
  private static func process(_ word: Bytes) -> Bytes? {
    var start = 0
    var last = word.count
    if word.first == UInt8(ascii: "[") || word.first == UInt8(ascii: "(") { start = 1 }
    if let end = word.last, end == UInt8(ascii: "]") || end == UInt8(ascii: ")") { last &-= 1 }
    let inner = word.part(start, last)
    let number = inner.find(UInt8(ascii: "-")).map { inner.part(0, $0) } ?? inner
    let rest = inner.from(number.count)
    guard number.count <= 8, number.unsigned != nil, !number.equals("00000"),
      rest.isEmpty || rest.from(1).unsigned != nil
    else { return nil }
    return number
  }

  /// Whether a word is an SQLSTATE: `00000`, `42P01`.
  private static func isState(_ word: Bytes) -> Bool {
    word.count == 5 && word.allSatisfy { $0.isDigit || $0.isUpper }
      && word.contains(where: \.isDigit)
  }

  /// Whether no other logger writes what the message begins with.
  private static func isOwn(_ message: Bytes) -> Bool {
    for start: StaticString in [
      "duration: ", "statement: ", "execute ", "canceling statement due to ",
    ]
    where message.has(start) {
      return true
    }
    return PostgreSQLMessage.saysRefused(message)
  }

  private static func forEachWord(of text: Bytes, _ body: (Bytes) -> Void) {
    var place = 0
    while place < text.count {
      while place < text.count, isBreak(text[place]) { place &+= 1 }
      let start = place
      while place < text.count, !isBreak(text[place]) { place &+= 1 }
      if place > start { body(text.part(start, place)) }
    }
  }
}
