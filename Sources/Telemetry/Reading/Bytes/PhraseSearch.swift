/// A few phrases that are looked for in a text all at once, in any case.
struct PhraseSearch: Sendable {
  private let phrases: [StaticString]
  /// By the first byte of a phrase, which second bytes follow it: a bit for each, by the five bits
  /// that are the same in upper and lower case.
  private var starts: [UInt32]

  /// A search for phrases in lower case, of two bytes or more.
  init(_ phrases: [StaticString]) {
    self.phrases = phrases
    starts = Array(repeating: 0, count: 32)
    for phrase in phrases {
      starts[Int(phrase.utf8Start[0] & 31)] |= 1 << UInt32(phrase.utf8Start[1] & 31)
    }
  }

  /// Whether any of the phrases stands in `text`; takes about a nanosecond for each byte of it.
  func hasAny(in text: Bytes) -> Bool {
    var place = 0
    while place &+ 1 < text.count {
      if starts[Int(text[place] & 31)] &>> UInt32(text[place &+ 1] & 31) & 1 == 1,
        phrases.contains(where: { text.hasAnyCase($0, at: place) })
      {
        return true
      }
      place &+= 1
    }
    return false
  }

  /// Whether any of the phrases stands in `text`.
  func hasAny(in text: DisplayText) -> Bool {
    var string = text.string
    return string.withUTF8 { hasAny(in: Bytes($0)) }
  }
}
