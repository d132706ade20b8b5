#if canImport(Glibc)
  import Glibc
#endif

/// Comments, and the `#` that opens one in MySQL alone.
///
///     select a from t # of ann@example.org      a comment, to the end of the line
///     select a # b from t                       PostgreSQL's exclusive or
///     select a from #orders                     a temporary table of SQL Server
extension FingerprintScan {
  /// A comment of MySQL, a temporary table of SQL Server, or an operator of PostgreSQL.
  mutating func hash() {
    let next = peek(1)
    let isTable = isWordStart(next == UInt8(ascii: "#") ? peek(2) : next)
    if isTable && !isMySQL && previous != .start && !opensProse {
      gap()
      put(UInt8(ascii: "#"))
      position &+= 1
      if next == UInt8(ascii: "#") {
        put(next)
        position &+= 1
      }
      wrote(.dot, glued: true)
    } else if !isMySQL && isOperatorSign(next) {
      operatorRun()
    } else {
      lineComment()
    }
  }

  /// Whether the `#` that `next` follows is an operator, or the first byte of one.
  private func isOperatorSign(_ next: UInt8) -> Bool {
    if dialect == .postgresql || next == UInt8(ascii: ">")
      || (next == UInt8(ascii: "-") && peek(2) != next)
    {
      return true
    }
    return isAfterOperand && !isAtLineStart && (dialect != .unknown || hasRightOperand)
  }

  /// Whether the word that follows `#` without a space is none of a table's name, but of a comment.
  ///
  /// Where the dialect is not known, no table can follow a literal; what has a dot may be a column
  /// (`top 10 #orders.id`), what has an `@` is an address.
  private var opensProse: Bool {
    guard dialect == .unknown, isAfterOperand else { return false }
    var place = position &+ (peek(1) == UInt8(ascii: "#") ? 2 : 1)
    let limit = min(end, place &+ FingerprintScan.longestAddress)
    var hasDot = false
    while place < limit, isPartOfAddress(input[place]) {
      if input[place] == UInt8(ascii: ".") { hasDot = true }
      place &+= 1
    }
    if place < end, input[place] == UInt8(ascii: "@") { return true }
    return !hasDot && (previous == .literal || previous == .string)
  }

  private static let longestAddress = 128

  private func isPartOfAddress(_ byte: UInt8) -> Bool {
    isPartOfName(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
  }

  /// Whether one operand follows `#`, as in `a # b = 1`: in a comment more words do.
  ///
  /// Operands are names, numbers and placeholders; what is said behind a literal is a comment on it.
  private var hasRightOperand: Bool {
    guard previous != .string else { return false }
    let isBehindLiteral = previous == .literal
    var place = position &+ 1
    skipSpace(&place)
    guard place < end else { return false }
    let start = place
    switch kinds[Int(input[place])] {
    case .letter:
      while place < end, isPartOfName(input[place]) { place &+= 1 }
      if isBehindLiteral || roleAhead(at: start, place &- start) != .name { return false }
    case .digit: skipNumber(&place)
    case .question:
      place &+= 1
      while place < end, isDigit(input[place]) { place &+= 1 }
    case .dollar where place &+ 1 < end && isDigit(input[place &+ 1]):
      place &+= 1
      skipNumber(&place)
    default: return false
    }
    return endsOperand(at: place)
  }

  private func isPartOfName(_ byte: UInt8) -> Bool {
    isWordByte(byte) || byte == UInt8(ascii: ".")
  }

  /// Moves behind a plain number; stays before one that has a sign in it or ends in two dots.
  private func skipNumber(_ place: inout Int) {
    let start = place
    while place < end, isPartOfName(input[place]) { place &+= 1 }
    let hasSign =
      place < end && (input[place] == UInt8(ascii: "-") || input[place] == UInt8(ascii: "+"))
      && input[place &- 1] | 0x20 == UInt8(ascii: "e")
    let dot = UInt8(ascii: ".")
    let isRange = (start..<place).dropFirst().contains {
      input[$0] == dot && input[$0 &- 1] == dot
    }
    if hasSign || isRange { place = start }
  }

  private func skipSpace(_ place: inout Int) {
    while place < end, kinds[Int(input[place])] == .space { place &+= 1 }
  }

  /// Whether what follows an operand goes on with an expression, or ends it.
  private func endsOperand(at start: Int) -> Bool {
    var place = start
    skipSpace(&place)
    guard place < end else { return true }
    let next = place &+ 1 < end ? input[place &+ 1] : 0
    switch input[place] {
    case UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "+"):
      return true
    case UInt8(ascii: "-"): return next != UInt8(ascii: "-")
    case UInt8(ascii: ":"): return next == UInt8(ascii: ":")
    case UInt8(ascii: "*"): return next != UInt8(ascii: "/")
    case UInt8(ascii: "/"): return next != UInt8(ascii: "*")
    default: break
    }
    var last = place
    while last < end, isWordByte(input[last]) { last &+= 1 }
    return last > place && roleAhead(at: place, last &- place).endsOperand
  }

  private var isAtLineStart: Bool {
    var place = position
    while place > 0, input[place - 1] <= 0x20 {
      if input[place - 1] == UInt8(ascii: "\n") { return true }
      place -= 1
    }
    return place == 0
  }
}

extension FingerprintScan {
  mutating func lineComment() {
    let rest = end &- position
    guard let newline = memchr(input + position, 0x0A, rest) else {
      position = end
      return
    }
    position = UnsafeRawPointer(newline) - UnsafeRawPointer(input)
  }

  /// `/* ... */`, hints included; what MySQL would execute in `/*! ... */` is read.
  mutating func blockComment() {
    if dialect == .unknown || dialect == .mysql {
      let isMariaDB = peek(2) == UInt8(ascii: "M") && peek(3) == UInt8(ascii: "!")
      if isMariaDB || peek(2) == UInt8(ascii: "!") {
        position &+= isMariaDB ? 4 : 3
        while position < end, isDigit(input[position]) { position &+= 1 }
        isExecutableComment = true
        return
      }
    }
    // Comments nest in PostgreSQL and SQL Server; where that leads nowhere, they do not.
    let nestedEnd = commentsNest ? commentEnd(nested: true) : nil
    commentsNest = nestedEnd != nil
    if !commentsNest { dependsOnLiterals = true }
    if let close = nestedEnd ?? commentEnd(nested: false) {
      position = close
    } else {
      position = end
      isCut = true
    }
  }

  private func commentEnd(nested: Bool) -> Int? {
    var depth = 0
    var place = position
    while place + 1 < end {
      let pair = (input[place], input[place + 1])
      if pair == (UInt8(ascii: "/"), UInt8(ascii: "*")), nested || depth == 0 {
        depth += 1
        place += 2
      } else if pair == (UInt8(ascii: "*"), UInt8(ascii: "/")) {
        depth -= 1
        place += 2
        if depth == 0 { return place }
      } else {
        place += 1
      }
    }
    return nil
  }
}
