/// Whether a backslash escapes the byte after it inside '...'.
enum SQLEscapes: UInt8 {
  /// Not known yet, and not needed before a backslash stands before a quote.
  case undecided
  case backslash, standard
  /// Both readings are possible and disagree about where strings end.
  case hopeless
}

extension FingerprintScan {
  /// A string whose opening quote is at `position`.
  @inline(__always)
  mutating func string(_ mode: SQLEscapes) {
    skipString(mode)
    literal(.string)
  }

  /// Moves behind the string that opens at `position`.
  @inline(__always)
  private mutating func skipString(_ mode: SQLEscapes) {
    let quote = UInt8(ascii: "'")
    let (input, end) = (input, end)
    var mode = mode
    var isPlain = true
    let opening = position
    var place = position &+ 1
    while place < end {
      let byte = input[place]
      if byte == quote {
        if place &+ 1 < end, input[place &+ 1] == quote {
          isPlain = false
          place &+= 2
          continue
        }
        position = place &+ 1
        if isPlain { note(literalFrom: opening, isString: true) }
        return
      }
      if byte == UInt8(ascii: "\\") { isPlain = false }
      if byte == UInt8(ascii: "\\"), mode != .standard {
        if mode == .undecided, place &+ 1 < end, input[place &+ 1] == quote {
          mode = decideEscapes(stringAt: opening)
          if mode == .hopeless { break }
          if mode == .standard {
            place &+= 1
            continue
          }
        }
        place &+= 1
      }
      place &+= 1
    }
    position = end
    isCut = true
  }

  /// Whether the word just read is the prefix of the string that follows it.
  @inline(__always)
  func beginsString(at start: Int, _ length: Int) -> Bool {
    let next = input[position]
    let first = output[start]
    if next == UInt8(ascii: "'") {
      switch first {
      case UInt8(ascii: "e"), UInt8(ascii: "b"), UInt8(ascii: "x"), UInt8(ascii: "q"),
        UInt8(ascii: "r"):
        return length == 1
      case UInt8(ascii: "n"):
        return length == 1 || output[start &+ 1] == UInt8(ascii: "q")
      default: return false
      }
    }
    return next == UInt8(ascii: "&") && length == 1 && first == UInt8(ascii: "u")
      && peek(1) == UInt8(ascii: "'")
  }

  /// `E'..' N'..' B'..' X'..' U&'..'` and Oracle's `q'[..]'`, from behind the prefix on.
  mutating func prefixedString(_ prefix: Bytes) {
    switch prefix[prefix.count - 1] {
    case UInt8(ascii: "e"): string(.backslash)
    case UInt8(ascii: "q"): delimitedString()
    case UInt8(ascii: "u"):
      position &+= 1
      string(.standard)
    default: string(escapes)
    }
  }

  /// Oracle's `'[it's]'`, ended by the delimiter's counterpart and a quote.
  private mutating func delimitedString() {
    let closing: UInt8 =
      switch peek(1) {
      case UInt8(ascii: "["): UInt8(ascii: "]")
      case UInt8(ascii: "("): UInt8(ascii: ")")
      case UInt8(ascii: "{"): UInt8(ascii: "}")
      case UInt8(ascii: "<"): UInt8(ascii: ">")
      case let other: other
      }
    var place = position + 2
    while place + 1 < end {
      if input[place] == closing && input[place + 1] == UInt8(ascii: "'") {
        position = place + 2
        literal(.string)
        return
      }
      place += 1
    }
    maskRest()
  }

  /// A number, and whatever is written without a space after it.
  mutating func number() {
    let start = position
    var isPlain = isDigit(input[position])
    let isHexadecimal = input[position] == UInt8(ascii: "0") && peek(1) | 0x20 == UInt8(ascii: "x")
    position &+= 1
    while position < end {
      let byte = input[position]
      if byte == UInt8(ascii: ".") {
        // `1..10` is a range.
        if peek(1) == UInt8(ascii: ".") { break }
      } else if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") {
        let isExponent = input[position &- 1] | 0x20 == UInt8(ascii: "e")
        if isHexadecimal || !isExponent || !isDigit(peek(1)) { break }
      } else if !isWordByte(byte) {
        break
      }
      if !isDigit(byte) { isPlain = false }
      position &+= 1
    }
    if !isPlain { isPlain = endsInWord(start) }
    if isPlain { note(literalFrom: start, isString: false) }
    literal()
  }

  /// Moves back to where a number ends that more than its own bytes follow without a space: a keyword
  /// (`a = 1AND b = 2`), or an ellipsis at the end of a list (`in (1, 2…)`).
  ///
  /// Returns whether there is such an end and the number has only decimal digits.
  private mutating func endsInWord(_ start: Int) -> Bool {
    if let length = FingerprintScan.ellipsisEnding(input, position), isInList,
      position &- length > start, closesList(at: position)
    {
      position &-= length
    } else {
      var tail = position
      while tail > start, input[tail &- 1].isLetter { tail &-= 1 }
      guard tail > start, tail < position,
        isDigit(input[tail &- 1]) || input[tail &- 1] == UInt8(ascii: "."),
        roleAhead(at: tail, position &- tail).endsOperand
      else { return false }
      position = tail
    }
    return (start..<position).allSatisfy { isDigit(input[$0]) }
  }

  private func closesList(at start: Int) -> Bool {
    var place = start
    while place < end, kinds[Int(input[place])] == .space { place &+= 1 }
    return place < end && input[place] == UInt8(ascii: ")")
  }

  /// `$1`, `$name`, `$100.50`, `$$body$$` or `$tag$body$tag$`.
  mutating func dollar() {
    if isDigit(peek(1)) {
      position &+= 1
      number()
      return
    }
    var tagEnd = position + 1
    while tagEnd < end, input[tagEnd] != UInt8(ascii: "$"), isWordByte(input[tagEnd]) {
      tagEnd += 1
    }
    if tagEnd < end, input[tagEnd] == UInt8(ascii: "$") {
      dollarQuoted(tagLength: tagEnd + 1 - position)
    } else if tagEnd > position + 1 {
      position = tagEnd
      literal()
    } else {
      `operator`()
    }
  }

  private mutating func dollarQuoted(tagLength: Int) {
    let tag = position
    var place = position + tagLength
    while place + tagLength <= end {
      if (0..<tagLength).allSatisfy({ input[place + $0] == input[tag + $0] }) {
        position = place + tagLength
        literal(.string)
        return
      }
      place += 1
    }
    maskRest()
  }
}

extension FingerprintScan {
  /// Reads the rest of the statement both ways, and takes the one that makes sense.
  ///
  /// In `'C:\' and a = 'b'` the backslash is a byte like others, in `'it\'s'` it is not. A
  /// reading makes sense when strings stand where strings can stand; then when the last one
  /// ends. Cost: linear, at most once per statement.
  private mutating func decideEscapes(stringAt opening: Int) -> SQLEscapes {
    dependsOnLiterals = true
    if escapes != .undecided { return escapes }
    let escaping = SQLReading(self, from: opening, escapes: true)
    let standard = SQLReading(self, from: opening, escapes: false)
    escapes =
      if escaping.isPlausible != standard.isPlausible {
        escaping.isPlausible ? .backslash : .standard
      } else if !escaping.isPlausible {
        .hopeless
      } else if escaping.isClosed != standard.isClosed {
        escaping.isClosed ? .backslash : .standard
      } else if isMySQL {
        .backslash
      } else {
        .hopeless
      }
    return escapes
  }
}

/// What the rest of a statement looks like when backslashes do, or do not, escape.
private struct SQLReading {
  private(set) var isPlausible = true
  private(set) var isClosed = true

  init(_ scan: FingerprintScan, from opening: Int, escapes: Bool) {
    var place = opening
    while place < scan.end {
      switch scan.input[place] {
      case UInt8(ascii: "'"):
        guard let after = SQLReading.stringEnd(scan, from: place, escapes: escapes) else {
          isClosed = false
          return
        }
        if !SQLReading.canFollow(scan, after) { isPlausible = false }
        place = after
      case UInt8(ascii: "\""):
        place += 1
        while place < scan.end, scan.input[place] != UInt8(ascii: "\"") { place += 1 }
        place += 1
      default: place += 1
      }
    }
  }

  private static func stringEnd(_ scan: FingerprintScan, from opening: Int, escapes: Bool) -> Int? {
    var place = opening + 1
    while place < scan.end {
      if scan.input[place] == UInt8(ascii: "\\") && escapes {
        place += 1
      } else if scan.input[place] == UInt8(ascii: "'") {
        guard place + 1 < scan.end, scan.input[place + 1] == UInt8(ascii: "'") else {
          return place + 1
        }
        place += 1
      }
      place += 1
    }
    return nil
  }

  /// Whether the text after a string can follow one: a word not without a space, no backslash.
  private static func canFollow(_ scan: FingerprintScan, _ place: Int) -> Bool {
    guard place < scan.end else { return true }
    let byte = scan.input[place]
    return !scan.isWordByte(byte) && byte != UInt8(ascii: "\\") && byte != UInt8(ascii: "\"")
      && byte != UInt8(ascii: "?") && byte != UInt8(ascii: ".")
  }
}
