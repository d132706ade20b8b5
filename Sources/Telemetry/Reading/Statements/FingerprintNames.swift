extension FingerprintScan {
  /// A word: a keyword, a name, or the prefix of a string.
  @inline(__always)
  mutating func word() {
    let before = count
    gap()
    let start = count
    let wordStart = position
    copyWord()
    let length = count &- start
    if position < end, length <= 2, previous != .dot, beginsString(at: start, length) {
      count = before
      prefixedString(Bytes(start: output + start, count: length))
      return
    }
    if previous == .dot {
      wrote(.name)
      return
    }
    let found = roleOfWord(at: wordStart, length)
    if found == .name {
      if role.mayLabel || namesAreLabels {
        label(before: before, start: start)
      } else {
        wrote(.name)
      }
      return
    }
    keyword(found, before: before, start: start)
  }

  @inline(__always)
  private mutating func copyWord() {
    // Copies of everything the loop reads: a store of a byte could change the fields.
    let (input, output, folded, end) = (input, output, folded, end)
    var place = position
    var written = count
    while place < end {
      let byte = folded[Int(input[place])]
      if byte == 0 {
        // Oracle's `sys.obj#1`.
        guard input[place] == UInt8(ascii: "#"), place &+ 1 < end,
          folded[Int(input[place &+ 1])] != 0, input[place &+ 1] < 0x80
        else { break }
        output[written] = UInt8(ascii: "#")
      } else {
        output[written] = byte
      }
      written &+= 1
      place &+= 1
    }
    position = place
    count = written
  }

  /// Role of the word at a place of the input.
  @inline(__always)
  private func roleOfWord(at start: Int, _ length: Int) -> SQLRole {
    if length > SQLTables.longestWord { return .name }
    let key: UInt64
    if start &+ 8 <= end {
      key = SQLTables.key(UnsafeRawPointer(input + start), count: length)
    } else {
      key = SQLTables.key(UnsafeRawPointer(output + (count &- length)), count: length)
    }
    var slot = SQLTables.slot(of: key)
    while true {
      let entry = roles[slot]
      if entry.key == key { return entry.role }
      if entry.key == 0 { return .name }
      slot = (slot &+ 1) & SQLTables.lastSlot
    }
  }

  private mutating func keyword(_ found: SQLRole, before: Int, start: Int) {
    if namesAreLabels, found.endsLabels { namesAreLabels = false }
    switch found {
    case .name, .keyword, .structural, .list, .label, .routine:
      wrote(.keyword, found)
    case .to:
      wrote(.keyword, isRollback ? .label : .keyword)
    case .opening:
      opening(before: before, start: start)
    case .listFunction:
      wrote(.name, found)
    case .value:
      value(before: before, start: start)
    case .row:
      // MySQL writes rows as `values row(1, 2), row(3, 4)`.
      let follows = frames[depth].rowMark == Int32(truncatingIfNeeded: before)
      if follows { frames[depth].rowMark = Int32(truncatingIfNeeded: count) }
      wrote(.name)
    case .select, .with, .values:
      if found == .select {
        beginSelect(at: start)
      } else if previous == .open {
        frames[depth].kind = .plain
      }
      if found == .values {
        frames[depth].rowMark = Int32(truncatingIfNeeded: count)
        frames[depth].firstRowEnd = -1
      }
      isAfterTarget = false
      wrote(.keyword, found)
    case .union:
      endBranch(at: before, isLast: false)
      wrote(.keyword, found)
    case .tail:
      // `fetch forward 100 from c`; elsewhere it is `fetch first 5 rows only`.
      if beginsStatement, output[start] == UInt8(ascii: "f") { namesAreLabels = true }
      endBranch(at: before, isLast: true)
      wrote(.keyword, found)
    case .source, .target:
      isAfterTarget = found == .target
      wrote(.keyword, found)
    }
  }

  /// `null`, `true`, `false` and `default`: literals where a value is expected, words elsewhere.
  ///
  /// `a = null`, `values (true)` and `coalesce(a, null)` hold literals; `is null`, `not null`,
  /// `on true`, `where false`, `set null` and `int default null` tell statements apart.
  private mutating func value(before: Int, start: Int) {
    let isDefault = output[start] == UInt8(ascii: "d")
    switch previous {
    case .operator, .comma, .open:
      count = before
      literal()
    case .keyword where role != .structural && !isDefault:
      count = before
      literal()
    default:
      wrote(isDefault ? .keyword : .name, isDefault ? .structural : .name)
    }
  }
}

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
    if role == .label || namesAreLabels {
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
    if role == .label || namesAreLabels || place - position > FingerprintScan.longestName {
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
      if role == .label || namesAreLabels {
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
    while place < end, place - position <= FingerprintScan.longestName {
      switch input[place] {
      case UInt8(ascii: "]"): return place
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "#"): place += 1
      case let byte where isWordByte(byte): place += 1
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
