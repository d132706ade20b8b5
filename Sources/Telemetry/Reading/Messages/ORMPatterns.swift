/// How object-relational mappers log the statements they ran, where that shows a time.
///
/// Knex, Hibernate's `Hibernate: select ...`, Doctrine, jOOQ and SQLAlchemy log statements without
/// one; their lines stay messages.
extension MessagePatterns {
  /// A duration in brackets just before a statement.
  ///
  ///     (0.001) SELECT ...; args=(1,); alias=default          Django
  ///     User Load (0.3ms)  SELECT ...                         Rails
  ///     ASYNC User Load (0.0ms) (db time 0.9ms)  SELECT ...   Rails, run ahead of its use
  ///     [1.234ms] [rows:1] SELECT ...                         GORM, after a line of its own
  static func bracketedQuery(_ text: Bytes, _ record: inout LogRecord) -> Bool {
    if text.first == UInt8(ascii: "[") { return gorm(text, &record) }
    // The line before may name the threshold, `SLOW SQL >= 200ms`, which is not the duration.
    if let end = text.find(0x0A), text.has("[", at: end &+ 1), gorm(text.from(end &+ 1), &record) {
      return true
    }
    var start = 0
    while let open = text.find(UInt8(ascii: "("), from: start) {
      start = open &+ 1
      guard start < text.count, text[start].isDigit || text.has("db time ", at: start) else {
        continue
      }
      var scanner = ByteScanner(text, at: start)
      _ = scanner.take("db time ")
      let stated = DurationScanner.duration(&scanner)
      // Django writes plain seconds with three decimals.
      guard let seconds = stated ?? scanner.decimal(), scanner.take(UInt8(ascii: ")")),
        scanner.next <= 0x20
      else { continue }
      let number = text.part(start, scanner.position &- 1)
      scanner.skipSpace()
      if scanner.next == UInt8(ascii: "(") { continue }
      guard SQLWords.startsStatement(scanner.rest),
        stated != nil || isDjango(text, number, before: open, scanner.rest)
      else { continue }
      // A hit in Rails' query cache is no call.
      if let cache = text.find("CACHE "), cache < open { return false }
      var sql = scanner.rest
      if let arguments = sql.find("; args=") { sql = sql.part(0, arguments) }
      return query(sql, seconds, &record)
    }
    return false
  }

  /// Whether a plain number in brackets is the seconds of Django's statement behind it.
  ///
  /// Where the head is laid out otherwise than with the logger's name last, the arguments tell it:
  /// `utils 7 140 (0.120) SELECT ...; args=('x',); alias=default`.
  private static func isDjango(
    _ text: Bytes, _ number: Bytes, before open: Int, _ sql: Bytes
  ) -> Bool {
    if open == 0 || text.has("django.db.backends", at: open &- 19)
      || text.has("django.db.backends:", at: open &- 20)
    {
      return true
    }
    return open < longestHead && number.lastIndex(of: UInt8(ascii: ".")) == number.count &- 4
      && sql.find("; args=") != nil
  }

  /// No head of a logger is longer.
  private static let longestHead = 256

  /// Whether a line is the second of an entry of GORM, in colours or without.
  ///
  /// Source: https://github.com/go-gorm/gorm/blob/master/logger/logger.go
  static func isGORM(_ line: Bytes) -> Bool {
    var scanner = ByteScanner(line)
    scanner.skipColours()
    guard scanner.take(UInt8(ascii: "[")), scanner.next.isDigit, scanner.decimal() != nil,
      scanner.take("ms] ")
    else { return false }
    scanner.skipColours()
    return scanner.take("[rows:")
  }

  /// `[1.234ms] [rows:1] SELECT ...`; rows of statements that return none are written as `-`.
  private static func gorm(_ text: Bytes, _ record: inout LogRecord) -> Bool {
    var scanner = ByteScanner(text, at: 1)
    guard let seconds = DurationScanner.duration(&scanner), scanner.take("] [rows:") else {
      return false
    }
    let rows = scanner.number()
    if rows == nil { _ = scanner.take(UInt8(ascii: "-")) }
    guard scanner.take(UInt8(ascii: "]")) else { return false }
    scanner.skipSpace()
    guard SQLWords.startsStatement(scanner.rest), query(scanner.rest, seconds, &record) else {
      return false
    }
    if let rows { record.rowsSent = Int64(rows) }
    return true
  }

  /// `Executed DbCommand (12ms) [Parameters=[...], CommandType='Text', CommandTimeout='30']` and
  /// the statement on the lines after it.
  static func entityFramework(_ text: Bytes, _ word: Word, _ record: inout LogRecord) -> Bool {
    let hasFailed = word.isOne("failed")
    var scanner = ByteScanner(text, at: word.end)
    guard hasFailed ? scanner.take(" executing DbCommand (") : scanner.take(" DbCommand ("),
      let seconds = commandTime(&scanner), scanner.take(UInt8(ascii: ")")),
      let end = text.find("CommandTimeout='", from: scanner.position),
      let close = text.find(UInt8(ascii: "]"), from: end),
      query(text.from(close &+ 1), seconds, &record)
    else { return false }
    record.failed = hasFailed
    return true
  }

  /// Milliseconds, in which thousands may be grouped: `1,234ms`.
  private static func commandTime(_ scanner: inout ByteScanner) -> Double? {
    var milliseconds = 0
    var ahead = scanner
    while let digits = ahead.number() {
      guard milliseconds < 1_000_000_000, digits < 1_000_000_000 else { return nil }
      milliseconds = milliseconds &* 1000 &+ digits
      if !ahead.take(UInt8(ascii: ",")), !ahead.take(UInt8(ascii: ".")) { break }
    }
    guard ahead.position > scanner.position, ahead.take("ms") else { return nil }
    scanner = ahead
    return Double(milliseconds) / 1000
  }

  /// `Executed (default): SELECT 1; Elapsed time: 2ms`, as Sequelize logs with `benchmark`.
  static func sequelize(_ text: Bytes, _ word: Word, _ record: inout LogRecord) -> Bool {
    guard text.has(" (", at: word.end), let close = text.find("): ", from: word.end),
      let mark = text.find("Elapsed time: ", from: close)
    else { return false }
    var scanner = ByteScanner(text, at: mark &+ 14)
    let sql = text.part(close &+ 3, mark).trimmedSpace
    guard SQLWords.startsStatement(sql), let seconds = DurationScanner.duration(&scanner) else {
      return false
    }
    return query(sql, seconds, &record)
  }

  /// `QUERY OK source="users" db=1.2ms queue=0.1ms idle=3ms` and the statement on the next line.
  ///
  /// `queue` is the wait for a connection and `idle` the time before, neither of the statement.
  static func ectoQuery(_ text: Bytes, _ word: Word, _ record: inout LogRecord) -> Bool {
    guard text.has(" OK ", at: word.end) || text.has(" ERROR ", at: word.end),
      let lineEnd = text.find(0x0A, from: word.end)
    else { return false }
    var pairs = KeyValueScanner(text.part(word.end, lineEnd))
    var seconds: Double?
    while let (key, value) = pairs.next() {
      if key.equals("db") { seconds = DurationScanner.seconds(value, plainUnit: 1) }
    }
    var sql = text.from(lineEnd &+ 1)
    if let end = sql.find(0x0A) { sql = sql.part(0, end) }
    sql = withoutParameters(sql.trimmedSpace)
    guard let seconds, SQLWords.startsStatement(sql), query(sql, seconds, &record) else {
      return false
    }
    record.failed = text.has(" ERROR ", at: word.end)
    return true
  }

  /// A statement without the list of parameters that Ecto and Rails write after it.
  private static func withoutParameters(_ sql: Bytes) -> Bytes {
    guard sql.last == UInt8(ascii: "]"), let open = sql.lastIndex(of: UInt8(ascii: "[")), open > 0,
      sql[open &- 1] == UInt8(ascii: " ")
    else { return sql }
    return sql.part(0, open).trimmed
  }

  /// `summary="SELECT ..." db.statement="" rows_affected=0 rows_returned=1 elapsed=1.2ms` of sqlx.
  ///
  /// The summary is the whole statement unless it ends in `…`; then the statement is given in full.
  static func sqlx(_ text: Bytes, _ word: Word, _ record: inout LogRecord) -> Bool {
    guard text.has("=\"", at: word.end) else { return false }
    var pairs = KeyValueScanner(text.from(word.start))
    var summary = Bytes.none
    var statement = Bytes.none
    var seconds: Double?
    var rows: Int?
    while let (key, value) = pairs.next() {
      if key.equals("summary") { summary = value }
      if key.equals("db.statement") { statement = value }
      if key.equals("rows_returned") { rows = value.unsigned }
      if key.equals("elapsed") { seconds = DurationScanner.seconds(value, plainUnit: 1) }
    }
    while statement.has("\\n") { statement = statement.from(2) }
    let sql = statement.isEmpty ? summary : statement
    var verbEnd = 0
    while verbEnd < sql.count, sql[verbEnd].isLetter { verbEnd &+= 1 }
    guard let seconds, SQLWords.isVerb(sql.part(0, verbEnd)), query(sql, seconds, &record) else {
      return false
    }
    if let rows { record.rowsSent = Int64(rows) }
    return true
  }
}
