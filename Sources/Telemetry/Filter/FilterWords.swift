/// The words that a filter expression is made of.
extension FilterParser {
  var peek: Character? { place < characters.count ? characters[place] : nil }

  mutating func skipBlanks() {
    while let next = peek, next.isWhitespace { place += 1 }
  }

  static func endsWord(_ character: Character) -> Bool {
    character.isWhitespace || character == "(" || character == ")"
  }

  func isKeyword(_ word: String) -> Bool {
    var ahead = self
    return ahead.takeKeyword(word)
  }

  mutating func takeKeyword(_ word: String) -> Bool {
    var ahead = self
    ahead.skipBlanks()
    let end = ahead.place + word.count
    guard end <= characters.count,
      String(characters[ahead.place..<end]).lowercased() == word,
      end == characters.count || FilterParser.endsWord(characters[end])
    else { return false }
    place = end
    return true
  }

  /// Text up to a blank, a parenthesis, an operator or a colon.
  mutating func takeWord() -> String {
    let start = place
    while let next = peek, !FilterParser.endsWord(next), !"<>=:\"".contains(next) {
      if next == "!", place + 1 < characters.count, characters[place + 1] == "=" { break }
      place += 1
    }
    // A word with a colon or a quote inside is looked for as it stands.
    if place == start, let next = peek, next == ":" { return takeValue() }
    return String(characters[start..<place])
  }

  /// Text up to a blank or a parenthesis that the text itself did not open.
  mutating func takeValue() -> String {
    let start = place
    var open = 0
    while let next = peek, !next.isWhitespace {
      if next == "(" { open += 1 }
      if next == ")" {
        if open == 0 { break }
        open -= 1
      }
      place += 1
    }
    return String(characters[start..<place])
  }

  /// An operator, which blanks may surround.
  mutating func takeOperator() -> FilterOperator? {
    var ahead = self
    ahead.skipBlanks()
    for length in [2, 1] where ahead.place + length <= characters.count {
      let text = String(characters[ahead.place..<(ahead.place + length)])
      guard let comparison = FilterOperator(rawValue: text == "==" ? "=" : text) else { continue }
      place = ahead.place + length
      return comparison
    }
    return nil
  }

  mutating func quoted() throws(FilterError) -> String {
    let start = place
    place += 1
    var text = ""
    while let next = peek {
      place += 1
      if next == "\"" { return text }
      if next == "\\", let escaped = peek, escaped == "\"" || escaped == "\\" {
        text.append(escaped)
        place += 1
      } else {
        text.append(next)
      }
    }
    throw FilterError("`\"` is never closed", column: start, hint: "add `\"`")
  }

  /// `/re/`, if the next slash ends a word; otherwise the text is a path, like `/api/users`.
  mutating func regularExpression() throws(FilterError) -> LinearPattern? {
    guard peek == "/" else { return nil }
    var end = place + 1
    while end < characters.count, characters[end] != "/" {
      end += characters[end] == "\\" ? 2 : 1
    }
    guard end < characters.count, end > place + 1,
      end + 1 == characters.count || FilterParser.endsWord(characters[end + 1])
    else { return nil }
    let start = place + 1
    let pattern = String(characters[start..<end])
    place = end + 1
    do {
      return try LinearPattern(pattern)
    } catch {
      throw FilterError(error.message, column: start + error.column, hint: error.hint)
    }
  }

  /// Asks whether the name that is one or two changes away was meant, if there is one.
  ///
  /// In backticks, for quotes are part of the language. No name is as long as what may be typed.
  static func question(_ word: String, among names: [String]) -> String? {
    guard word.count <= 16 else { return nil }
    return Spelling.nearest(word, among: names).map { Spelling.question([$0], quote: "`") }
  }
}
