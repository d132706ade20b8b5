/// Finds in the free text of a log line what can be counted: statements, requests, tasks, stalls.
///
/// Nothing counts as a duration unless a number with its unit follows a word that says so.
/// SQLAlchemy's `[generated in 0.00011s]` and `[cached since 9.1s ago]` are times of its statement
/// cache and never match.
enum MessagePatterns {
  /// Reads `text` into `record`; `true` when it turned out to be more than a message.
  static func read(_ text: Bytes, into record: inout LogRecord) -> Bool {
    if parenthesisedQuery(text, &record) { return true }
    var words = WordWalk(text)
    while let word = words.next() {
      switch word.first | 0x20 {
      case UInt8(ascii: "s") where isSlow(text, word): return slowQuery(text, word.end, &record)
      case UInt8(ascii: "q"), UInt8(ascii: "l"):
        if let end = queryTook(text, word), slowQuery(text, end, &record) { return true }
      case UInt8(ascii: "t") where word.isOne("took"):
        if took(text, word, &record) { return true }
      case UInt8(ascii: "h") where text.has("HTTP Request: ", at: word.start):
        if outbound(text, from: word.start &+ 14, &record) { return true }
      case UInt8(ascii: "b") where word.isOne("blocked"):
        if blocked(text, word, &record) { return true }
      default:
        if word.isUpper, request(text, word, &record) { return true }
        if finished(text, word, &record) { return true }
      }
    }
    return false
  }

  // Statements

  private static func isSlow(_ text: Bytes, _ word: Word) -> Bool {
    if word.isOne("slowquery") || word.isOne("slowsql") { return true }
    if word.isOne("slow_query") || word.isOne("slow_sql") { return true }
    guard word.isOne("slow") else { return false }
    var place = word.end &+ 1
    for prefix: StaticString in ["sql ", "db ", "database "]
    where text.hasAnyCase(prefix, at: place) {
      if text.hasAnyCase("query", at: place &+ prefix.utf8CodeUnitCount) {
        place &+= prefix.utf8CodeUnitCount
      }
    }
    return text.hasAnyCase("quer", at: place) || text.hasAnyCase("sql", at: place)
      || text.hasAnyCase("statement", at: place)
  }

  /// Where the duration may start after `query took`, `query executed in` or `long query`.
  private static func queryTook(_ text: Bytes, _ word: Word) -> Int? {
    if word.isOne("long"), text.hasAnyCase(" query", at: word.end) { return word.end &+ 6 }
    guard word.isOne("query") else { return nil }
    for verb: StaticString in [
      " took ", " executed in ", " completed in ", " finished in ", " execution time", " duration",
      " time:", " (",
    ] where text.hasAnyCase(verb, at: word.end) {
      return word.end &+ verb.utf8CodeUnitCount &- 1
    }
    return nil
  }

  /// A duration and a statement after `start`, in either order.
  private static func slowQuery(_ text: Bytes, _ start: Int, _ record: inout LogRecord) -> Bool {
    var scanner = ByteScanner(text, at: start)
    var seconds: Double?
    var statement: Int?
    while !scanner.isAtEnd, statement == nil {
      let place = scanner.position
      if scanner.next.isDigit {
        if seconds == nil { seconds = DurationScanner.duration(&scanner) }
        while scanner.next.isWord { scanner.position &+= 1 }
      } else if scanner.next.isLetter {
        while scanner.next.isWord { scanner.position &+= 1 }
        if SQLWords.isVerb(text.part(place, scanner.position)) { statement = place }
      } else if text.has("/*", at: place) {
        statement = place
      } else {
        scanner.position &+= 1
      }
    }
    guard let statement else { return false }
    var sql = unwrapped(text, statement)
    if seconds == nil { (seconds, sql) = trailingDuration(sql) }
    guard let seconds, !sql.isEmpty else { return false }
    return query(sql, seconds, &record)
  }

  /// `SELECT 1 (12 ms)`, `SELECT 1 took 1.2s`: the duration and the statement before it.
  private static func trailingDuration(_ sql: Bytes) -> (Double?, Bytes) {
    var scanner = ByteScanner(sql)
    if sql.last == UInt8(ascii: ")"), let open = sql.lastIndex(of: UInt8(ascii: "(")) {
      scanner.position = open &+ 1
      if let seconds = DurationScanner.duration(&scanner), scanner.position == sql.count &- 1 {
        return (seconds, sql.part(0, open).trimmed)
      }
    }
    if let place = sql.find(" took ") {
      scanner.position = place &+ 6
      if let seconds = DurationScanner.duration(&scanner) {
        return (seconds, sql.part(0, place).trimmed)
      }
    }
    return (nil, sql)
  }

  /// The statement at `start` to the end, without the bracket or quote it stands in.
  private static func unwrapped(_ text: Bytes, _ start: Int) -> Bytes {
    let sql = text.from(start).trimmed
    guard start > 0, sql.count > 1, let last = sql.last else { return sql }
    switch (text[start &- 1], last) {
    case (UInt8(ascii: "["), UInt8(ascii: "]")), (UInt8(ascii: "'"), UInt8(ascii: "'")),
      (UInt8(ascii: "\""), UInt8(ascii: "\"")), (UInt8(ascii: "`"), UInt8(ascii: "`")):
      return sql.part(0, sql.count &- 1)
    default: return sql
    }
  }

  /// `(0.001) SELECT ...; args=(1,)` of Django, `User Load (0.3ms)  SELECT ...` of Rails.
  private static func parenthesisedQuery(_ text: Bytes, _ record: inout LogRecord) -> Bool {
    var start = 0
    while let open = text.find(UInt8(ascii: "("), from: start) {
      start = open &+ 1
      guard start < text.count, text[start].isDigit else { continue }
      var scanner = ByteScanner(text, at: start)
      var seconds = DurationScanner.duration(&scanner)
      // Django writes plain seconds with three decimals.
      if seconds == nil, open == 0 { seconds = scanner.decimal() }
      guard let seconds, scanner.take(UInt8(ascii: ")")), scanner.next.isBlank else { continue }
      scanner.skipBlanks()
      guard SQLWords.startsStatement(scanner.rest) else { continue }
      var sql = scanner.rest
      if let arguments = sql.find("; args=") { sql = sql.part(0, arguments) }
      return query(sql.trimmed, seconds, &record)
    }
    return false
  }

  private static func query(_ sql: Bytes, _ seconds: Double, _ record: inout LogRecord) -> Bool {
    record.kind = .query
    record.statement = sql
    record.seconds = seconds
    return true
  }

  // Requests

  /// `"GET /x HTTP/1.1" 200` or `GET /x 200 12 ms` at the upper-case word.
  private static func request(_ text: Bytes, _ word: Word, _ record: inout LogRecord) -> Bool {
    guard isMethod(text.part(word.start, word.end)) else { return false }
    var scanner = ByteScanner(text, at: word.end)
    guard scanner.take(UInt8(ascii: " ")), scanner.next == UInt8(ascii: "/") else { return false }
    let target = scanner.word()
    scanner.skipBlanks()
    let isQuoted = word.start > 0 && text[word.start &- 1] == UInt8(ascii: "\"")
    if scanner.take("HTTP/") { _ = scanner.word() }
    guard let status = status(&scanner) else { return false }
    record.method = text.part(word.start, word.end)
    record.target =
      target.last == UInt8(ascii: "\"") && isQuoted ? target.part(0, target.count &- 1) : target
    record.status = status
    record.kind = .request
    if let host = connection(text, before: word.start) {
      record.kind = .outbound
      record.name = host
    }
    if let seconds = duration(near: &scanner) { record.seconds = seconds }
    return true
  }

  /// The host of `https://api.example.com:443 "GET`, as urllib3 logs the calls it makes.
  private static func connection(_ text: Bytes, before start: Int) -> Bytes? {
    guard start > 10, text.has(" \"", at: start &- 2) else { return nil }
    var first = start &- 2
    while first > 0, !text[first &- 1].isBlank { first &-= 1 }
    return host(text.part(first, start &- 2))
  }

  /// Three digits after blanks and arrows.
  private static func status(_ scanner: inout ByteScanner) -> Int? {
    var ahead = scanner
    for _ in 0..<4 {
      ahead.skipBlanks()
      if let status = ahead.digits(3) {
        guard 100..<600 ~= status, !ahead.next.isWord, ahead.next != UInt8(ascii: ".") else {
          return nil
        }
        scanner = ahead
        return status
      }
      if ahead.take("status=") || ahead.take("status:") || ahead.take("returned ") { continue }
      while isArrow(ahead.next) { ahead.position &+= 1 }
    }
    return nil
  }

  private static func isArrow(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "|"),
      UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "\""), 0xE2, 0x86, 0x92:
      true
    default: false
    }
  }

  /// The first duration with a unit in the next 48 bytes.
  private static func duration(near scanner: inout ByteScanner) -> Double? {
    let limit = min(scanner.position &+ 48, scanner.bytes.count)
    while scanner.position < limit {
      if scanner.next.isDigit {
        if let seconds = DurationScanner.duration(&scanner), !scanner.next.isWord { return seconds }
        while scanner.next.isWord || scanner.next == UInt8(ascii: ".") { scanner.position &+= 1 }
      } else if scanner.next.isWord {
        while scanner.next.isWord { scanner.position &+= 1 }
      } else {
        scanner.position &+= 1
      }
    }
    return nil
  }

  /// `HTTP Request: GET https://api.example.com/v1 "HTTP/1.1 200 OK"`, as httpx logs its calls.
  private static func outbound(_ text: Bytes, from start: Int, _ record: inout LogRecord) -> Bool {
    var scanner = ByteScanner(text, at: start)
    let method = scanner.word()
    scanner.skipBlanks()
    let url = scanner.word()
    guard isMethod(method), let host = host(url) else { return false }
    record.kind = .outbound
    record.method = method
    record.target = url
    record.name = host
    scanner.skipBlanks()
    if scanner.take("\"HTTP/") {
      _ = scanner.word()
      record.status = status(&scanner) ?? 0
    }
    return true
  }

  /// The host of a URL.
  private static func host(_ url: Bytes) -> Bytes? {
    guard url.has("http://") || url.has("https://"), let slashes = url.find("//") else {
      return nil
    }
    var end = slashes &+ 2
    while end < url.count,
      url[end].isWord || url[end] == UInt8(ascii: ".")
        || url[end] == UInt8(ascii: "-")
    { end &+= 1 }
    return end > slashes &+ 2 ? url.part(slashes &+ 2, end) : nil
  }

  private static func isMethod(_ word: Bytes) -> Bool {
    word.equals("GET") || word.equals("POST") || word.equals("PUT") || word.equals("PATCH")
      || word.equals("DELETE") || word.equals("HEAD") || word.equals("OPTIONS")
  }
}
