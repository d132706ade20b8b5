/// One thing that a message can say, found by a word that always stands in it.
///
/// A pattern is one entry in the list of its family (`statements`, `requests`, `calls`, `tasks`,
/// `stalls`, `pools`, `lookups`, `outcomes`); the families are listed in `MessagePatterns.all`.
struct MessagePattern: Sendable {
  /// Reads what the text says at the word; `false` leaves the record as it was.
  typealias Read = @Sendable (_ text: Bytes, _ word: Word, _ record: inout LogRecord) -> Bool

  /// The word in lower case; it is found in any case.
  let word: StaticString
  let read: Read

  init(_ word: StaticString, _ read: @escaping Read) {
    self.word = word
    self.read = read
  }
}

/// Patterns by the words that show them.
///
/// Cost per word of a message: one load and one test, unless a pattern's word begins with the same
/// letter and is as long.
struct PatternIndex: Sendable {
  /// For each first letter the lengths of the words, one bit each.
  private var lengths = InlineArray<32, UInt32>(repeating: 0)
  private var patterns: [[MessagePattern]]

  init(_ all: [MessagePattern]) {
    patterns = Array(repeating: [], count: 32)
    for pattern in all {
      let letter = Int(pattern.word.utf8Start[0] & 31)
      lengths[letter] |= Self.bit(pattern.word.utf8CodeUnitCount)
      patterns[letter].append(pattern)
    }
  }

  private static func bit(_ length: Int) -> UInt32 { 1 << UInt32(min(length, 31)) }

  /// Whether some pattern may be about the word.
  @inline(__always)
  func mayKnow(_ word: Word) -> Bool {
    lengths[Int(word.first & 31)] & Self.bit(word.end &- word.start) != 0
  }

  /// Asks the patterns of the word in the order of their list.
  @inline(never)
  func read(_ text: Bytes, _ word: Word, into record: inout LogRecord) -> Bool {
    for pattern in patterns[Int(word.first & 31)] where word.isOne(pattern.word) {
      if pattern.read(text, word, &record) { return true }
    }
    return false
  }
}
