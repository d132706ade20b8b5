/// The passes that take values out of a line of text; each copies the line once.
///
/// They go by scalars: a value that begins with a combining mark makes one character with the quote
/// before it, which would then be no quote.
enum TextMask {
  /// `https://user:password@host` without its user.
  static func withoutUsers(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard text.contains("@") else { return text }
    var masked: [Unicode.Scalar] = []
    var place = 0
    while place < text.count {
      masked.append(text[place])
      place += 1
      guard place >= 3, text[place - 1] == "/", text[place - 2] == "/", text[place - 3] == ":"
      else { continue }
      let end =
        text[place...].firstIndex { $0.isWhitespace || $0.isOne(of: "/?#\"'<>") } ?? text.count
      if let at = text[place..<end].lastIndex(of: "@") {
        masked += "***".unicodeScalars
        place = at
      }
    }
    return masked
  }

  /// `/search?q=ann&page=2` as `/search?q=*&page=*`, and fields that hold a query string alone.
  static func withoutQueryValues(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var masked: [Unicode.Scalar] = []
    var place = 0
    while place < text.count {
      let next = text[place]
      masked.append(next)
      place += 1
      let opensQuery = next == "?" && masked.dropLast().last.map(endsPath) ?? false
      let opensField = next == "=" && isFormStart(text, after: place) || endsFieldName(masked)
      guard opensQuery || opensField else { continue }
      let end = text[place...].firstIndex { $0.isWhitespace || $0.isOne(of: "\"'<>") } ?? text.count
      // A field called query that goes on after a blank holds a statement, which is looked at later.
      if next == "\"", end < text.count, text[end].isWhitespace { continue }
      let query = text[place..<end]
      masked +=
        next == "=" ? maskedValues(["="] + query).dropFirst() : maskedValues(Array(query))[...]
      place = end
    }
    return masked
  }

  private static func endsPath(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLetter || scalar.isNumber || scalar.isOne(of: "/_-.})%~*]:")
  }

  /// Whether the text after a `=` goes on like `x&name=`.
  private static func isFormStart(_ text: [Unicode.Scalar], after place: Int) -> Bool {
    let end = text[place...].firstIndex { $0.isWhitespace || $0.isOne(of: "\"'<>,;") } ?? text.count
    guard let ampersand = text[place..<end].firstIndex(of: "&") else { return false }
    return text[ampersand..<end].contains("=")
  }

  private static let fieldNames = ["query", "query_string", "querystring", "args", "qs"].map {
    Array($0.unicodeScalars)
  }

  /// Whether the text ends in `"query":"` or `query="`.
  private static func endsFieldName(_ text: [Unicode.Scalar]) -> Bool {
    guard text.last == "\"" else { return false }
    var rest = text.dropLast()
    while rest.last == " " { rest.removeLast() }
    guard let sign = rest.last, sign == ":" || sign == "=" else { return false }
    rest.removeLast()
    while let last = rest.last, last == "\"" || last == " " { rest.removeLast() }
    let start = rest.lastIndex { !($0.isLetter || $0 == "_") }.map { $0 + 1 } ?? rest.startIndex
    let name = rest[start...]
    return fieldNames.contains { $0.elementsEqual(name.lazy.map(\.lowercased)) }
  }

  private static func maskedValues(_ query: [Unicode.Scalar]) -> [Unicode.Scalar] {
    query.split(separator: "&", omittingEmptySubsequences: false).map { part -> [Unicode.Scalar] in
      if part.isEmpty { return [] }
      guard let equals = part.firstIndex(of: "=") else { return ["*"] }
      return Array(part[...equals]) + (equals == part.endIndex - 1 ? [] : ["*"])
    }.joined(separator: ["&"]).map { $0 }
  }

  private static let statementWords: [(word: String, then: [String])] = [
    ("select ", []), ("insert into ", []), ("delete from ", []), ("replace into ", []),
    ("merge into ", []), ("update ", [" set "]), (" where ", ["=", " in ", " like ", "<", ">"]),
    ("values (", []), ("values(", []), ("with ", [" as (", " as materialized ("]), ("execute ", []),
    ("statement:", []), ("query:", []), ("sql", ["select", "update", "delete", "insert"]),
    ("\"command\":{", []), ("\"filter\":{", []), ("command: ", ["{"]), (" and ", ["= "]),
    (" set ", ["= "]),
  ]

  /// The words as scalars, and what must follow each.
  private static let statementMarks = statementWords.map { word, then in
    (word: Array(word.unicodeScalars), then: then.map { Array($0.unicodeScalars) })
  }

  /// Where a statement begins; `nil` in a line without one.
  static func statementStart(in text: [Unicode.Scalar]) -> Int? {
    let lower = text.map(\.lowercased)
    return statementMarks.compactMap { word, then -> Int? in
      let isLetters = word.first?.isLetter ?? false
      var start = place(of: word, in: lower, from: 0)
      while let found = start, isLetters, found > 0, lower[found - 1].isLetter {
        start = place(of: word, in: lower, from: found + 1)
      }
      guard let start else { return nil }
      let goesOn = then.isEmpty || then.contains { place(of: $0, in: lower, from: start) != nil }
      return goesOn ? start : nil
    }.min()
  }

  /// The first place of a word at or after `start`.
  private static func place(of word: [Unicode.Scalar], in text: [Unicode.Scalar], from start: Int)
    -> Int?
  {
    guard let first = word.first, text.count - word.count >= start else { return nil }
    for place in start...(text.count - word.count) where text[place] == first {
      if text[place..<(place + word.count)].elementsEqual(word) { return place }
    }
    return nil
  }

  /// Without what stands in single quotes, and without `(key)=(value)` of constraint violations.
  static func withoutQuoted(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var masked: [Unicode.Scalar] = []
    var place = 0
    while place < text.count {
      let next = text[place]
      let isApostrophe = masked.last?.isLetter ?? false
      if next == "'", !isApostrophe {
        masked.append("?")
        place = endOfQuoted(text, from: place)
      } else if next == "(", masked.suffix(2) == [")", "="] {
        masked += "(?".unicodeScalars
        place = text[place...].firstIndex(of: ")") ?? text.count
      } else {
        masked.append(next)
        place += 1
      }
    }
    return masked
  }

  /// Without the literals of a statement: quoted texts, numbers, double-quoted values.
  static func withoutLiterals(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var masked: [Unicode.Scalar] = []
    var place = 0
    while place < text.count {
      let next = text[place]
      let isInWord =
        masked.last.map { $0.isLetter || $0.isNumber || $0.isOne(of: "_$?") } ?? false
      if next == "'" {
        masked.append("?")
        place = endOfQuoted(text, from: place)
      } else if next == "$", place + 1 < text.count, text[place + 1] == "$" {
        masked.append("?")
        place = endOfDollars(text, from: place)
      } else if next == "\"", !isIdentifier(text, at: place, after: masked) {
        masked.append("?")
        place = endOfQuoted(text, from: place)
      } else if next == "\"" {
        let end = endOfQuoted(text, from: place)
        masked += text[place..<end]
        place = end
      } else if next.isNumber, !isInWord {
        masked.append("?")
        place =
          text[place...].firstIndex { !($0.isNumber || $0.isLetter || $0.isOne(of: ".+")) }
          ?? text.count
      } else {
        masked.append(next)
        place += 1
      }
    }
    return masked
  }

  /// One past the quote that closes the one at `start`; the end of the text if none does.
  private static func endOfQuoted(_ text: [Unicode.Scalar], from start: Int) -> Int {
    let quote = text[start]
    var place = start + 1
    while place < text.count {
      if text[place] == "\\" {
        place += 2
      } else if text[place] == quote {
        guard place + 1 < text.count, text[place + 1] == quote else { return place + 1 }
        place += 2
      } else {
        place += 1
      }
    }
    return text.count
  }

  private static func endOfDollars(_ text: [Unicode.Scalar], from start: Int) -> Int {
    let rest = Array(text[(start + 2)...])
    return rest.firstRange(of: ["$", "$"]).map { start + 2 + $0.upperBound } ?? text.count
  }

  private static let valueWords = [
    "like", "ilike", "in", "values", "then", "else", "between", "limit",
  ]

  /// Whether a double-quoted text is the name of a table or column rather than a value.
  private static func isIdentifier(
    _ text: [Unicode.Scalar], at start: Int, after before: [Unicode.Scalar]
  ) -> Bool {
    let end = endOfQuoted(text, from: start)
    let name = text[(start + 1)..<max(start + 1, end - 1)]
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0.isOne(of: "_$") })
    else {
      return false
    }
    if end < text.count, text[end] == "." { return true }
    let rest = before.reversed().drop { $0 == " " }
    guard let last = rest.first else { return true }
    if last == "." { return true }
    if last.isOne(of: "=<>(,[:\\") { return false }
    return !valueWords.contains(word(rest.prefix { $0.isLetter }.reversed()))
  }

  private static func word(_ letters: some Sequence<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(letters)).lowercased()
  }
}

extension Unicode.Scalar {
  /// Marks are none, though some count as alphabetic: one before a digit or a quote makes no word of it.
  fileprivate var isLetter: Bool {
    if isASCII { return ("a"..."z").contains(lowercased) }
    return switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  fileprivate var isNumber: Bool {
    isASCII ? ("0"..."9").contains(self) : properties.numericType != nil
  }

  fileprivate var isWhitespace: Bool {
    isASCII ? self == " " || (0x09...0x0D).contains(value) : properties.isWhitespace
  }

  /// Capitals of ASCII as small letters: those are all that words of statements have.
  fileprivate var lowercased: Unicode.Scalar {
    ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) + 0x20) : self
  }

  fileprivate func isOne(of scalars: String) -> Bool { scalars.unicodeScalars.contains(self) }
}
