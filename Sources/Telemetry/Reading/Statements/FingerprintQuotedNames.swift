extension FingerprintScan {
  private static let longestName = 128

  /// Text in backticks: a name, which only MySQL and SQLite write so.
  mutating func backticked() {
    isMySQL = isMySQL || dialect == .unknown
    if let close = closingQuote(escapes: false) {
      copyQuoted(until: close)
    } else {
      maskRest()
    }
  }

  /// Text in double quotes: a name in standard SQL, a string in MySQL.
  mutating func doubleQuoted() {
    guard let close = closingQuote(escapes: !quotesIdentifiers) else {
      maskRest()
      return
    }
    if role.masksQuoted || namesAreLabels {
      position = close + 1
      literal()
      return
    }
    let dot = UInt8(ascii: ".")
    let isDotted =
      previous == .dot
      || (close + 2 < end && input[close + 1] == dot && input[close + 2] != dot)
    if isDotted || (dialect == .unknown && !isMySQL && role == .source) {
      quotesIdentifiers = quotesIdentifiers || dialect == .unknown
    }
    if isDotted || (!isMySQL && (quotesIdentifiers || isLikelyName(until: close))) {
      copyQuoted(until: close)
    } else {
      position = close + 1
      literal(.string)
    }
  }

  /// Where the dialect is not known: a name is a plain word, and no value is expected here.
  private func isLikelyName(until close: Int) -> Bool {
    if previous == .operator || frames[depth].kind != .plain { return false }
    if previous == .keyword, role == .keyword || role == .tail || role == .value {
      return isAlias
        && !(position + 1..<close).contains {
          input[$0] == UInt8(ascii: "'") || input[$0] == UInt8(ascii: "\\") || input[$0] < 0x20
        }
    }
    guard close > position + 1, isWordStart(input[position + 1]) else { return false }
    return (position + 1..<close).allSatisfy { isWordByte(input[$0]) }
  }

  /// Whether the word before is `as` or `by`, after which a name in quotes is the rule.
  private var isAlias: Bool {
    guard count >= 2 else { return false }
    let last = (output[count - 2], output[count - 1])
    return last == (UInt8(ascii: "a"), UInt8(ascii: "s"))
      || last == (UInt8(ascii: "b"), UInt8(ascii: "y"))
  }

  /// Place of the quote that ends the text beginning at `position`; `nil` when it is cut.
  private func closingQuote(escapes: Bool) -> Int? {
    let (input, end) = (input, end)
    let quote = input[position]
    var place = position &+ 1
    while place < end {
      let byte = input[place]
      if byte == quote {
        guard place &+ 1 < end, input[place &+ 1] == quote else { return place }
        place &+= 1
      } else if byte == UInt8(ascii: "\\"), escapes {
        place &+= 1
      }
      place &+= 1
    }
    return nil
  }

  /// Copies a quoted name with its quotes; one that is absurdly long is masked.
  private mutating func copyQuoted(until place: Int) {
    if role.masksQuoted || namesAreLabels || place - position > FingerprintScan.longestName {
      position = place + 1
      literal()
      return
    }
    gap()
    (output + count).update(from: input + position, count: place &+ 1 &- position)
    count &+= place &+ 1 &- position
    position = place &+ 1
    wrote(.name)
  }

  /// `[name]` of SQL Server, or the subscript of an array.
  mutating func bracket() {
    let isAdjacent =
      position > 0 && previous != .keyword
      && (isWordByte(input[position - 1]) || input[position - 1] == UInt8(ascii: ")")
        || input[position - 1] == UInt8(ascii: "?"))
    if bracketDepth == 0, !isAdjacent, let close = closingBracket() {
      if role.masksQuoted || namesAreLabels {
        position = close + 1
        literal()
        return
      }
      gap()
      while position <= close {
        put(input[position])
        position &+= 1
      }
      wrote(.name)
      return
    }
    // What might have been a name was read up to the next literal, or across numbers.
    if !isAdjacent { dependsOnLiterals = true }
    position &+= 1
    if !isAfterOperand { gap() }
    put(UInt8(ascii: "["))
    bracketDepth += 1
    push(.list)
    wrote(.open, glued: true)
  }

  /// The end of `[name]`; `nil` when the content cannot be a name.
  private func closingBracket() -> Int? {
    guard isWordStart(peek(1)) || peek(1) == UInt8(ascii: "#") else { return nil }
    var place = position + 1
    var hasApostrophe = false
    while place < end, place - position <= FingerprintScan.longestName {
      switch input[place] {
      case UInt8(ascii: "]"): return place
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "#"): place += 1
      case let byte where isWordByte(byte): place += 1
      // `[Unit's Price]`: one between letters is part of the name, two hold a string.
      case UInt8(ascii: "'")
      where !hasApostrophe && place + 1 < end && isWordByte(input[place - 1])
        && isWordByte(input[place + 1]):
        hasApostrophe = true
        place += 1
      default: return nil
      }
    }
    return nil
  }

  mutating func closeBracket() {
    position &+= 1
    if bracketDepth > 0 {
      bracketDepth -= 1
      _ = pop()
    }
    put(UInt8(ascii: "]"))
    wrote(.close)
  }
}
