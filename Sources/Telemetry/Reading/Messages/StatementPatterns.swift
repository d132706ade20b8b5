/// Messages that say how long a statement took: slow-query warnings and the loggers of ORMs.
extension MessagePatterns {
  static let statements: [MessagePattern] = [
    announcing("slow", slow),
    announcing("slowquery") { slowQuery($0, $1.end, &$2) },
    announcing("slowsql") { slowQuery($0, $1.end, &$2) },
    announcing("slow_query") { slowQuery($0, $1.end, &$2) },
    announcing("slow_sql") { slowQuery($0, $1.end, &$2) },
    announcing("long", longQuery),
    announcing("query", ectoQuery),
    announcing("query", queryTook),
    announcing("executed", entityFramework),
    announcing("executed", sequelize),
    announcing("failed", entityFramework),
    announcing("summary", sqlx),
  ]

  /// A pattern that reads on as far as a statement may be long, at a word that comes before it.
  private static func announcing(
    _ word: StaticString, _ read: @escaping MessagePattern.Read
  ) -> MessagePattern {
    MessagePattern(word) { $1.isEarly && read($0, $1, &$2) }
  }

  /// How far behind its announcement a statement begins at most, and how far before the end of a
  /// longer one its duration is looked for.
  private static let reach = 2048

  /// `slow query`, `Slow SQL`, `slow database query`, `slow statement` and a duration.
  private static func slow(_ text: Bytes, _ word: Word, _ record: inout LogRecord) -> Bool {
    var place = word.end &+ 1
    for prefix: StaticString in ["sql ", "db ", "database "]
    where text.hasAnyCase(prefix, at: place) {
      if text.hasAnyCase("query", at: place &+ prefix.utf8CodeUnitCount) {
        place &+= prefix.utf8CodeUnitCount
      }
    }
    guard
      text.hasAnyCase("quer", at: place) || text.hasAnyCase("sql", at: place)
        || text.hasAnyCase("statement", at: place)
    else { return false }
    if let summary = text.find(" summary=\"", from: place, within: reach) {
      return sqlx(text, Word(text: text, start: summary &+ 1, end: summary &+ 8), &record)
    }
    return slowQuery(text, word.end, &record)
  }

  private static func longQuery(_ text: Bytes, _ word: Word, _ record: inout LogRecord) -> Bool {
    text.hasAnyCase(" query", at: word.end) && slowQuery(text, word.end &+ 6, &record)
  }

  /// `query took`, `query executed in`, `Query: SELECT 1 Duration: 2ms`, `query is slow: SELECT 1`.
  private static func queryTook(_ text: Bytes, _ word: Word, _ record: inout LogRecord) -> Bool {
    for verb: StaticString in [
      " took ", " executed in ", " completed in ", " finished in ", " execution time", " duration",
      " time:", " (", " is slow: ",
    ] where text.hasAnyCase(verb, at: word.end) {
      return slowQuery(text, word.end &+ verb.utf8CodeUnitCount &- 1, &record)
    }
    guard text.has(": ", at: word.end), SQLWords.startsStatement(text.from(word.end &+ 2)) else {
      return false
    }
    return slowQuery(text, word.end &+ 1, &record)
  }

  /// A duration and a statement after `start`, in either order.
  private static func slowQuery(_ text: Bytes, _ start: Int, _ record: inout LogRecord) -> Bool {
    var scanner = ByteScanner(text, at: start)
    var seconds: Double?
    var statement: Int?
    let limit = min(text.count, start &+ reach)
    while scanner.position < limit, statement == nil {
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
    guard let seconds else { return false }
    return query(sql, seconds, &record)
  }

  /// `SELECT 1 (12 ms)`, `SELECT 1 took 1.2s`: the duration and the statement before it.
  private static func trailingDuration(_ sql: Bytes) -> (Double?, Bytes) {
    var scanner = ByteScanner(sql)
    let front = sql.last(reach, before: sql.count)
    if sql.last == UInt8(ascii: ")"), let last = front.lastIndex(of: UInt8(ascii: "(")) {
      let open = sql.count &- front.count &+ last
      scanner.position = open &+ 1
      if let seconds = DurationScanner.duration(&scanner), scanner.position == sql.count &- 1 {
        return (seconds, sql.part(0, open))
      }
    }
    let tail = max(0, sql.count &- reach)
    // TypeORM writes plain milliseconds on a line of their own.
    if let place = sql.find("\nexecution time: ", from: tail) {
      scanner.position = place &+ 17
      if let milliseconds = scanner.decimal() { return (milliseconds / 1000, sql.part(0, place)) }
    }
    for mark: StaticString in [
      " took ", " Elapsed time: ", " Duration: ", " duration: ", " duration=", " elapsed=",
    ] {
      guard let place = sql.find(mark, from: tail) else { continue }
      scanner.position = place &+ mark.utf8CodeUnitCount
      if let seconds = DurationScanner.duration(&scanner) {
        // Prisma's parameters stand between the statement and its time.
        let end = sql.part(0, place).find(" Params: ") ?? place
        return (seconds, sql.part(0, end))
      }
    }
    return (nil, sql)
  }

  /// The statement at `start` to the end, without the bracket or quote it stands in.
  private static func unwrapped(_ text: Bytes, _ start: Int) -> Bytes {
    let sql = text.from(start).trimmedSpace
    guard start > 0, sql.count > 1, let last = sql.last else { return sql }
    // Hibernate quotes the statement together with what the pool wrapped around it.
    if last == UInt8(ascii: "'"), text.part(0, start).find(" SQL: '") != nil {
      return sql.part(0, sql.count &- 1)
    }
    switch (text[start &- 1], last) {
    case (UInt8(ascii: "["), UInt8(ascii: "]")), (UInt8(ascii: "'"), UInt8(ascii: "'")),
      (UInt8(ascii: "\""), UInt8(ascii: "\"")), (UInt8(ascii: "`"), UInt8(ascii: "`")):
      return sql.part(0, sql.count &- 1)
    default: return sql
    }
  }

  /// Fills in a statement; `false` for an empty one.
  static func query(_ sql: Bytes, _ seconds: Double, _ record: inout LogRecord) -> Bool {
    let statement = sql.trimmedSpace
    guard !statement.isEmpty else { return false }
    record.kind = .query
    record.statement = statement
    record.seconds = seconds
    return true
  }
}
