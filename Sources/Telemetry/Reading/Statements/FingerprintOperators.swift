#if canImport(Glibc)
  import Glibc
#endif

extension FingerprintScan {
  /// A run of operator characters, or a comment.
  @inline(__always)
  mutating func `operator`() {
    let byte = input[position]
    let next = peek(1)
    if byte == UInt8(ascii: "/") && next == UInt8(ascii: "*") {
      blockComment()
    } else if byte == UInt8(ascii: "*") && next == UInt8(ascii: "/") {
      // The end of an executable comment, or of one that began before the statement.
      isExecutableComment = false
      position &+= 2
    } else {
      operatorRun()
    }
  }

  mutating func operatorRun() {
    let start = position
    position &+= 1
    if start >= signsEnd, !FingerprintScan.standsAlone(input[start]) {
      while position < end, continuesOperator(input[position], peek(1)) { position &+= 1 }
      dropSigns(of: start)
    }
    if input[position &- 1] == UInt8(ascii: "@"), peek(0) == UInt8(ascii: "?"),
      position == start &+ 1, isAfterOperand
    {
      position &+= 1
    }
    gap()
    for place in start..<position { put(input[place]) }
    isAfterTarget = false
    // `with password = x`
    wrote(.operator, role == .password ? .password : .name)
  }

  /// Leaves the signs at the end of an operator out of it, where they are no part of it.
  ///
  /// The one in `a=-1` is none; the one in `->` and `@-@` is.
  private mutating func dropSigns(of start: Int) {
    guard position > start &+ 1, isSign(input[position &- 1]), !hasUnusualByte(start) else {
      return
    }
    signsEnd = position
    while position > start &+ 1, isSign(input[position &- 1]) { position &-= 1 }
  }

  private func continuesOperator(_ byte: UInt8, _ next: UInt8) -> Bool {
    if FingerprintScan.standsAlone(byte) { return false }
    switch kinds[Int(byte)] {
    case .operator:
      return !(byte == UInt8(ascii: "/") && next == UInt8(ascii: "*"))
        && !(byte == UInt8(ascii: "*") && next == UInt8(ascii: "/"))
    case .sign: return !(byte == UInt8(ascii: "-") && next == byte)
    case .at: return !isWordByte(next) && next != byte || next == UInt8(ascii: "@")
    case .percent: return !isWordByte(next) && next != UInt8(ascii: "(")
    case .hash: return !isMySQL
    default: return false
    }
  }

  private static func standsAlone(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "\\")
      || byte == UInt8(ascii: "$")
  }

  private func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
  }

  /// PostgreSQL lets an operator end in a sign only if it holds one of these.
  private func hasUnusualByte(_ start: Int) -> Bool {
    (start..<position).contains { place in
      switch input[place] {
      case UInt8(ascii: "~"), UInt8(ascii: "!"), UInt8(ascii: "@"), UInt8(ascii: "#"),
        UInt8(ascii: "%"), UInt8(ascii: "^"), UInt8(ascii: "&"), UInt8(ascii: "|"):
        true
      default: false
      }
    }
  }

  /// `+` or `-`: a comment, the sign of a number, or an operator.
  mutating func sign() {
    let isMinus = input[position] == UInt8(ascii: "-")
    // MySQL reads `5--1` as a subtraction: its comment needs a space.
    if isMinus, peek(1) == UInt8(ascii: "-"), dialect != .mysql || peek(2) <= 0x20 {
      lineComment()
      return
    }
    if !isAfterOperand && previous != .dot {
      var place = position &+ 1
      while place < end, input[place] <= 0x20 { place &+= 1 }
      let isDotted = place &+ 1 < end && input[place] == UInt8(ascii: ".")
      let digit = isDotted ? place &+ 1 : place
      if digit < end, isDigit(input[digit]) {
        position = place
        number()
        return
      }
    }
    `operator`()
  }

  mutating func dot() {
    // After a space it is a fraction even where the word before is no known keyword.
    let isApart = position == 0 || input[position &- 1] <= 0x20
    if isDigit(peek(1)), !isAfterOperand || isApart, previous != .dot {
      number()
      return
    }
    position &+= 1
    put(UInt8(ascii: "."))
    wrote(.dot, glued: true)
  }

  /// `::int`, `:=`, `:name`, `:1` or `name: `; inside brackets a range.
  mutating func colon() {
    let next = peek(1)
    if next == UInt8(ascii: ":") {
      put(next)
      put(next)
      position &+= 2
      quotesIdentifiers = quotesIdentifiers || (dialect == .unknown && !isMySQL)
      wrote(.dot, glued: true)
    } else if isWordByte(next), bracketDepth == 0 {
      position &+= 1
      while position < end, isWordByte(input[position]) { position &+= 1 }
      literal()
    } else if dialect == .mysql, next == 0x20, previous == .name, bracketDepth == 0,
      isWordByte(input[position &- 1]), isWordStart(peek(2)) || peek(2) == UInt8(ascii: "?")
    {
      // `administrator command: Ping` of the slow log, and labels of loops.
      position &+= 1
      put(UInt8(ascii: ":"))
      wrote(.operator)
    } else {
      operatorRun()
    }
  }

  /// `@p1` and `@total` hold values, `@@rowcount` names something, `table@link` is Oracle's.
  mutating func at() {
    let next = peek(1)
    if next == UInt8(ascii: "@"), isWordStart(peek(2)) {
      gap()
      put(next)
      put(next)
      position &+= 2
      wrote(.dot, glued: true)
    } else if isWordByte(next) {
      position &+= 1
      if previous == .name, isWordStart(next), isWordByte(input[position &- 2]) {
        put(UInt8(ascii: "@"))
        wrote(.dot, glued: true)
      } else {
        while position < end, isWordByte(input[position]) { position &+= 1 }
        literal()
      }
    } else {
      `operator`()
    }
  }

  /// A placeholder, or the operators `?|` and `?&` of PostgreSQL's jsonb.
  mutating func question() {
    let next = peek(1)
    if isAfterOperand, next == UInt8(ascii: "|") || next == UInt8(ascii: "&"), peek(2) != next {
      gap()
      put(UInt8(ascii: "?"))
      put(next)
      position &+= 2
      wrote(.operator)
      return
    }
    position &+= 1
    while position < end, isDigit(input[position]) { position &+= 1 }
    literal()
  }

  /// Python's `%s` and `%(name)s` where a value is expected; else the remainder.
  mutating func percent() {
    guard !isAfterOperand else {
      operatorRun()
      return
    }
    if isWordByte(peek(1)) {
      position &+= 1
      while position < end, isWordByte(input[position]) { position &+= 1 }
      literal()
    } else if peek(1) == UInt8(ascii: "("), let close = closingParenthesis() {
      position = close + 1
      if position < end, isWordByte(input[position]) { position &+= 1 }
      literal()
    } else {
      operatorRun()
    }
  }
}

extension FingerprintScan {
  /// Place of the next `)`.
  private mutating func closingParenthesis() -> Int? {
    if isWithoutClose { return nil }
    guard let close = memchr(input + position, 0x29, end &- position) else {
      isWithoutClose = true
      dependsOnLiterals = true
      return nil
    }
    return UnsafeRawPointer(close) - UnsafeRawPointer(input)
  }
}
