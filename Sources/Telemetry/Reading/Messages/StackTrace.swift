/// Recognises the lines of a stack trace or of a statement, which belong to the line before them.
enum StackTrace {
  /// Whether `line` goes on where the line before it stopped, whatever that was.
  static func continues(_ line: Bytes) -> Bool {
    guard let first = line.first else { return false }
    if first.isBlank { return !line.trimmed.isEmpty }
    if first.isDigit { return false }
    if line.has("Traceback (") || line.has("Caused by: ") || line.has("During handling of ")
      || line.has("The above exception ") || line.has("goroutine ") || line.has("created by ")
      || line.has("stack backtrace:") || line.has("note: run with `RUST_BACKTRACE")
    {
      return true
    }
    // SQLAlchemy adds these to the message of an exception.
    if line.has("[SQL: ") || line.has("[parameters: ") || line.has("(Background on this error at: ")
    {
      return true
    }
    // Ruby: `app/models/user.rb:12:in 'find'`
    if line.find(":in '") != nil || line.find(":in `") != nil { return true }
    if isClosing(line) { return true }
    let end = nameEnd(line)
    guard end >= 5, end == line.count || line[end] == UInt8(ascii: ":") else { return false }
    let name = line.part(0, end)
    return name.has("Error", at: end &- 5) || name.has("Exception", at: end &- 9)
      || name.has("Warning", at: end &- 7)
  }

  /// Whether `line` tells of a request, though it is indented: ` GET /a 200 in 12ms` of Next.js,
  /// `  --> GET /a 200 12ms` of Koa.
  static func startsRequest(_ line: Bytes) -> Bool {
    guard line.first?.isBlank == true else { return false }
    var scanner = ByteScanner(line)
    scanner.skipBlanks()
    if scanner.take("--> ") || scanner.take("<-- ") || scanner.take("xxx ") { scanner.skipBlanks() }
    let method = scanner.word()
    return HTTPMethod.isCommon(method) && scanner.take(" /")
  }

  /// Whether `line` goes on after a line of a stack trace: also any exception and any call.
  ///
  /// `requests.exceptions.ConnectTimeout: no answer`, `KeyboardInterrupt`, Go's `main.main()`.
  static func continuesTrace(_ line: Bytes) -> Bool {
    if continues(line) { return true }
    let end = nameEnd(line)
    guard end > 0 else { return false }
    if end == line.count || line.has(": ", at: end) { return true }
    return line.last == UInt8(ascii: ")") && line[end] == UInt8(ascii: "(")
  }

  /// Whether `line` goes on after the first line of a statement: it starts with a clause of SQL.
  static func continuesStatement(_ line: Bytes) -> Bool {
    guard let first = line.first else { return false }
    if first == UInt8(ascii: "(") { return !startsTimedStatement(line) }
    if first == UInt8(ascii: ")") || first == UInt8(ascii: ";") { return true }
    var end = 0
    while end < line.count, line[end].isLetter { end &+= 1 }
    // `FROM users` and `from users` are clauses, `From here on` is prose.
    guard end > 1, line[0].isUpper == line[1].isUpper,
      end == line.count || line[end] <= 0x20 || line[end] == UInt8(ascii: "(")
    else { return false }
    return isClause(line.part(0, end)) || SQLWords.isVerb(line.part(0, end))
  }

  /// Whether `line` starts as Django logs a statement without a head: `(0.001) SELECT ...`.
  private static func startsTimedStatement(_ line: Bytes) -> Bool {
    var scanner = ByteScanner(line, at: 1)
    guard scanner.next.isDigit, scanner.decimal() != nil, scanner.take(") ") else { return false }
    scanner.skipBlanks()
    return SQLWords.startsStatement(scanner.rest)
  }

  /// Whether `line` opens or is within a trace, so that odd lines after it may belong to it too.
  static func isTrace(_ line: Bytes) -> Bool {
    line.has("Traceback (") || line.has("  File \"") || line.has("\tat ") || line.has("    at ")
      || line.has("goroutine ") || line.has("Caused by: ")
  }

  /// A line that only closes what was opened before: `}`, `])`, `);`.
  private static func isClosing(_ line: Bytes) -> Bool {
    line.count <= 3
      && line.allSatisfy {
        $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: ")")
          || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",")
      }
  }

  private static func nameEnd(_ line: Bytes) -> Int {
    var end = 0
    while end < line.count, line[end].isWord || line[end] == UInt8(ascii: ".") { end &+= 1 }
    return end
  }

  private static func isClause(_ word: Bytes) -> Bool {
    for clause: StaticString in [
      "from", "where", "order", "group", "limit", "offset", "having", "inner", "left", "right",
      "outer", "full", "cross", "natural", "join", "and", "or", "on", "union", "except",
      "intersect", "returning", "window", "as", "using", "not", "case", "when", "then", "else",
      "end", "between", "in", "exists", "for", "distinct", "into", "default",
    ] where word.equalsAnyCase(clause) {
      return true
    }
    return false
  }
}
