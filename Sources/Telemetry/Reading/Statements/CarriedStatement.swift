/// The statement that a call carries as a literal: by that alone such calls differ.
///
///     exec sp_executesql N'SELECT a FROM t WHERE b = @p0', N'@p0 int', @p0 = 5
///     declare @h int exec sp_prepexec @h output, N'@p0 int', N'SELECT ...', 5
///     EXECUTE IMMEDIATE 'SELECT a FROM t WHERE b = :1' USING x
///     EXEC ('SELECT ...')
///
/// Drivers of SQL Server send every statement that has parameters by the first two. A text that is
/// put together (`'SELECT ' + @x`) is no statement, nor is one that may have escapes in it.
/// Sources: https://learn.microsoft.com/sql/relational-databases/system-stored-procedures/sp-executesql-transact-sql,
/// https://docs.oracle.com/en/database/oracle/oracle-database/23/lnpls/EXECUTE-IMMEDIATE-statement.html
struct CarriedStatement {
  /// What stands between the quotes.
  private let text: Bytes
  private let hasDoubledQuotes: Bool
  /// Whether the text was cut before its closing quote.
  private let isCut: Bool

  /// How far behind the start of a call the name of its procedure is looked for.
  private static let reach = 512

  /// The procedures, longer names before those that they begin with, and the place of the statement
  /// among their arguments.
  private static let procedures: [(name: StaticString, place: Int)] = [
    ("sp_executesql", 0), ("sp_prepexec", 2), ("sp_prepare", 2), ("sp_cursorprepexec", 3),
    ("sp_cursorprepare", 2), ("sp_cursoropen", 1),
  ]

  /// Whether a statement begins as one that carries another may: most do not by their first letter.
  @inline(__always)
  static func mayBe(_ statement: Bytes) -> Bool {
    guard statement.count > 4 else { return false }
    switch statement[0] | 0x20 {
    case UInt8(ascii: "d"), UInt8(ascii: "e"): return true
    case UInt8(ascii: "s"): return statement[1] | 0x20 == UInt8(ascii: "p")
    default: return statement[0] <= 0x20
    }
  }

  /// Finds what `statement` carries; `nil` for a statement that speaks for itself.
  init?(in statement: Bytes, _ dialect: SQLDialect) {
    var scanner = ByteScanner(statement)
    scanner.skipSpace()
    guard !scanner.isAtEnd else { return nil }
    let isSQLServer = dialect == .unknown || dialect == .sqlServer
    let call = isSQLServer ? Self.procedure(in: statement, from: scanner.position) : nil
    let hasArgument =
      if let call {
        Self.skipToArgument(&scanner, of: call)
      } else {
        Self.skipExecute(&scanner, isSQLServer, dialect)
      }
    guard hasArgument else { return nil }
    if scanner.next | 0x20 == UInt8(ascii: "n") { scanner.position &+= 1 }
    guard scanner.take(UInt8(ascii: "'")) else { return nil }
    let start = scanner.position
    (hasDoubledQuotes, isCut) = Self.skipString(&scanner)
    text = statement.part(start, isCut ? statement.count : scanner.position &- 1)
    scanner.skipSpace()
    let next = scanner.next
    let isWhole =
      scanner.isAtEnd || next.isLetter || next == UInt8(ascii: ",") || next == UInt8(ascii: ";")
      || next == UInt8(ascii: ")") || next == UInt8(ascii: "}")
    // In these a backslash escapes nothing.
    let isPlain = call != nil || dialect == .oracle || dialect == .sqlServer
    guard isWhole, !text.isEmpty, isPlain || text.find(UInt8(ascii: "\\")) == nil else {
      return nil
    }
  }

  /// Writes the statement without the quotes of its literal; one that was cut ends in an ellipsis.
  func write(to room: inout [UInt8]) {
    room.removeAll(keepingCapacity: true)
    if hasDoubledQuotes {
      var place = 0
      while place < text.count {
        room.append(text[place])
        place &+= text[place] == UInt8(ascii: "'") ? 2 : 1
      }
    } else {
      room.append(contentsOf: text)
    }
    if isCut { room.append(contentsOf: [0xE2, 0x80, 0xA6]) }
  }

  /// Moves to the argument of a procedure that is a statement.
  private static func skipToArgument(
    _ scanner: inout ByteScanner, of call: (end: Int, place: Int)
  ) -> Bool {
    scanner.position = call.end
    // `[sp_executesql]`, and `(` in the notation of JDBC.
    _ = scanner.take(UInt8(ascii: "]"))
    scanner.skipSpace()
    _ = scanner.take(UInt8(ascii: "("))
    for _ in 0..<call.place where !skipArgument(&scanner) { return false }
    scanner.skipSpace()
    guard scanner.next == UInt8(ascii: "@") else { return true }
    // `@stmt = N'...'`; without the sign it is a variable.
    scanner.position &+= 1
    while scanner.next.isWord { scanner.position &+= 1 }
    scanner.skipSpace()
    guard scanner.take(UInt8(ascii: "=")) else { return false }
    scanner.skipSpace()
    return true
  }

  /// Where the name of a procedure ends before the first string, and the place of the statement among
  /// its arguments.
  private static func procedure(in text: Bytes, from start: Int) -> (end: Int, place: Int)? {
    let opening: StaticString =
      switch text[start] | 0x20 {
      case UInt8(ascii: "e"): "exec"
      case UInt8(ascii: "d"): "declare"
      default: "sp_"
      }
    guard text.hasAnyCase(opening, at: start) else { return nil }
    let limit = min(text.count, start &+ reach)
    // A variable is declared, and mostly set, before the call that gives it back.
    let isDeclared = text[start] | 0x20 == UInt8(ascii: "d")
    var place = start
    while place < limit, text[place] != UInt8(ascii: "'"),
      isDeclared || text[place] != UInt8(ascii: ";")
    {
      if text[place] | 0x20 == UInt8(ascii: "s"), place == start || !text[place &- 1].isWord,
        text.hasAnyCase("sp_", at: place)
      {
        for known in procedures where text.hasAnyCase(known.name, at: place) {
          let end = place &+ known.name.utf8CodeUnitCount
          if end == text.count || !text[end].isWord { return (end, known.place) }
        }
      }
      place &+= 1
    }
    return nil
  }

  /// Moves behind an argument and its comma.
  private static func skipArgument(_ scanner: inout ByteScanner) -> Bool {
    while !scanner.isAtEnd {
      let byte = scanner.next
      scanner.position &+= 1
      if byte == UInt8(ascii: ",") { return true }
      if byte == UInt8(ascii: "'"), skipString(&scanner).isCut { return false }
    }
    return false
  }

  /// Moves behind the quote that ends the string at hand, whose opening quote was taken.
  private static func skipString(
    _ scanner: inout ByteScanner
  ) -> (hasDoubledQuotes: Bool, isCut: Bool) {
    var hasDoubledQuotes = false
    while let quote = scanner.bytes.find(UInt8(ascii: "'"), from: scanner.position) {
      scanner.position = quote &+ 1
      guard scanner.take(UInt8(ascii: "'")) else { return (hasDoubledQuotes, false) }
      hasDoubledQuotes = true
    }
    scanner.position = scanner.bytes.count
    return (hasDoubledQuotes, true)
  }

  /// Moves behind `execute immediate`, or into the parentheses of `exec ('...')`.
  private static func skipExecute(
    _ scanner: inout ByteScanner, _ isSQLServer: Bool, _ dialect: SQLDialect
  ) -> Bool {
    let text = scanner.bytes
    guard text.hasAnyCase("exec", at: scanner.position) else { return false }
    scanner.position &+= text.hasAnyCase("execute", at: scanner.position) ? 7 : 4
    guard !scanner.next.isWord else { return false }
    scanner.skipSpace()
    if text.hasAnyCase("immediate", at: scanner.position) {
      scanner.position &+= 9
      let isKnown = dialect == .unknown || dialect == .oracle || dialect == .mysql
      guard isKnown, !scanner.next.isWord else { return false }
    } else {
      guard isSQLServer, scanner.take(UInt8(ascii: "(")) else { return false }
    }
    scanner.skipSpace()
    return true
  }
}
