/// The server log of ClickHouse at the level `debug`, at which it tells of statements.
///
///     2022.09.08 05:09:25.696359 [ 46 ] {add4a8af-...} <Debug> executeQuery: (from 127.0.0.1:57216) SELECT 1 (stage: Complete)
///     2022.09.08 05:09:25.712529 [ 46 ] {add4a8af-...} <Debug> executeQuery: Read 65 rows, 105.59 KiB in 0.016169625 sec., ...
///     2022.09.08 05:09:25.712940 [ 46 ] {add4a8af-...} <Debug> TCPHandler: Processed in 0.017 sec.
///
/// A statement and its end are joined by the id of the query. Its duration, in seconds, is that of the
/// first line about its end; where nothing was read there is none but that of `TCPHandler`. Rows are those
/// that were read. The stamp is in local time.
/// Source: https://github.com/ClickHouse/ClickHouse/blob/master/src/Interpreters/executeQuery.cpp
package struct ClickHouseFormat: LocalStampFormat {
  package static let name = "clickhouse"
  package static let vantage = "clickhouse"
  package static let isMultiLine = true
  package static let isSequential = true
  package static let samples = [
    "2022.09.08 05:09:25.696359 [ 46 ] {add4a8af-c695-4378-9e55-5345bdea5998} <Debug> executeQuery: (from 127.0.0.1:57216) select * from system.tables; (stage: Complete)",
    "2022.09.08 05:09:25.712529 [ 46 ] {add4a8af-c695-4378-9e55-5345bdea5998} <Debug> executeQuery: Read 65 rows, 105.59 KiB in 0.016169625 sec., 4019 rows/sec., 6.38 MiB/sec.",
    "2022.11.03 07:07:05.576838 [ 48 ] {b13a746a-db89-405c-a4c3-7a0c9cc3f808} <Debug> TCPHandler: Processed in 20.619131789 sec.",
    "2021.08.30 15:25:14.170792 [ 213608 ] {2610b4e7-d51a-43ad-856d-84bc0e502ccb} <Error> executeQuery: Code: 202, e.displayText() = DB::Exception: Too many simultaneous queries. Maximum: 100., Stack trace (when copying this message, always include the lines below):\n\n0. DB::Exception::Exception() @ 0xf9c17f3 in /usr/bin/clickhouse",
  ]

  package var stampContext: StampContext {
    get { stamps.context }
    set { stamps.context = newValue }
  }

  private var stamps = StampScanner()
  private var announced = AnnouncedStatements()

  package init() {}

  package func beginsEntry(_ line: Bytes) -> Bool {
    guard line.count > 30, line[0].isDigit, line[4] == UInt8(ascii: "."),
      line[7] == UInt8(ascii: "."), line[10] == UInt8(ascii: " "),
      let thread = line.find(" [ ", from: 19, within: 16)
    else { return false }
    return line.find(" ] {", from: thread, within: 32) != nil
  }

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    var scanner = ByteScanner(entry)
    guard beginsEntry(entry), let stamp = stamps.stamp(&scanner), scanner.take(" [ "),
      scanner.number() != nil, scanner.take(" ] {"), let id = scanner.upTo(UInt8(ascii: "}")),
      scanner.take(" <"), let level = scanner.upTo(UInt8(ascii: ">")),
      scanner.take(UInt8(ascii: " "))
    else { return false }
    record.level = level.equals("Test") ? .trace : LevelWords.level(level)
    guard record.level != .unknown else { return false }
    record.time = stamp.time
    record.timeResolution = stamp.resolution
    record.message = scanner.rest
    // Statements are kept by what tells connections apart, which the id of a query does not.
    record.connectionID = id
    read(&scanner, &record)
    record.connectionID = .none
    return true
  }

  private mutating func read(_ scanner: inout ByteScanner, _ record: inout LogRecord) {
    if scanner.take("TCPHandler: Processed in ") {
      end(seconds(&scanner), &record)
      return
    }
    guard scanner.take("executeQuery: ") else { return }
    if record.level >= .error {
      announced.forget(record)
    } else if scanner.take("(from ") {
      begin(&scanner, record)
    } else if scanner.take("Read "), let rows = scanner.number(), scanner.take(" rows, "),
      let mark = scanner.bytes.find(" in ", from: scanner.position, within: 32)
    {
      scanner.position = mark &+ 4
      end(seconds(&scanner), &record)
      if record.kind == .query { record.rowsExamined = Int64(rows) }
    }
  }

  /// What may stand in parentheses between who asks and the statement, in this order: a transaction, the
  /// setting `log_comment`, and the place of the statement in a script.
  private static let asides: [StaticString] = ["(TID: ", "(comment: ", "(query "]

  /// Notes the statement of `127.0.0.1:57216, user: app) (comment: x) SELECT 1 (stage: Complete)`.
  private mutating func begin(_ scanner: inout ByteScanner, _ record: LogRecord) {
    guard scanner.upTo(UInt8(ascii: ")")) != nil else { return }
    scanner.skipBlanks()
    for aside in Self.asides where scanner.bytes.has(aside, at: scanner.position) {
      guard Self.skipAside(&scanner) else { return }
    }
    var statement = scanner.rest.trimmedSpace
    let front = statement.last(64, before: statement.count)
    if let stage = front.find(" (stage: ") {
      statement = statement.part(0, statement.count &- front.count &+ stage).trimmedSpace
    }
    if statement.last == UInt8(ascii: ";") {
      statement = statement.part(0, statement.count &- 1).trimmedSpace
    }
    announced.add(statement, record)
  }

  /// Skips parentheses with those inside of them, or where they do not match up to the first that closes.
  private static func skipAside(_ scanner: inout ByteScanner) -> Bool {
    var ahead = scanner
    var depth = 0
    repeat {
      if ahead.next == UInt8(ascii: "(") { depth &+= 1 }
      if ahead.next == UInt8(ascii: ")") { depth &-= 1 }
      ahead.position &+= 1
    } while depth > 0 && !ahead.isAtEnd
    if depth == 0 {
      scanner = ahead
    } else if scanner.upTo(UInt8(ascii: ")")) == nil {
      return false
    }
    scanner.skipBlanks()
    return true
  }

  private mutating func end(_ seconds: Double?, _ record: inout LogRecord) {
    guard let seconds, let statement = announced.take(record), !statement.isEmpty else { return }
    record.kind = .query
    record.statement = statement
    record.seconds = seconds
  }

  private func seconds(_ scanner: inout ByteScanner) -> Double? {
    guard scanner.next.isDigit, let seconds = scanner.decimal(), scanner.take(" sec.") else {
      return nil
    }
    return seconds
  }
}
