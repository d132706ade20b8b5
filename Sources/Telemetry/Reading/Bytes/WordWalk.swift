/// A run of letters, digits and underscores in a text.
struct Word {
  let text: Bytes
  let start: Int
  let end: Int

  var first: UInt8 { text[start] }
  var isUpper: Bool { first.isUpper }
  var bytes: Bytes { text.part(start, end) }

  /// Whether the word stands where a message begins.
  ///
  /// Patterns that read on for long ask for it: a line of a megabyte that repeats their word would
  /// else be read as often as the word stands in it.
  var isEarly: Bool { start < 2048 }

  /// Whether the word is `name`, given in lower case, in any case.
  func isOne(_ name: StaticString) -> Bool { bytes.equalsAnyCase(name) }
}

/// Walks over the words of a text that start with a letter.
struct WordWalk {
  private let text: Bytes
  private var place = 0

  /// A walk from the start of `text`.
  init(_ text: Bytes) {
    self.text = text
  }

  /// The next word.
  mutating func next() -> Word? {
    while place < text.count {
      let start = place
      while place < text.count, text[place].isWord { place &+= 1 }
      if place > start, text[start].isLetter { return Word(text: text, start: start, end: place) }
      if place == start { place &+= 1 }
    }
    return nil
  }
}
