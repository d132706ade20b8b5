/// The stderr log of PostgreSQL with any usual `log_line_prefix`.
///
/// A statement counts once: lines of the parse and bind phases, `duration:` without a statement,
/// and the statement that auto_explain has already shown with its plan are messages.
/// Source: https://www.postgresql.org/docs/current/runtime-config-logging.html
package struct PostgreSQLFormat: LocalStampFormat {
  package static let name = "postgresql"
  package static let vantage = "postgresql"
  package static let isMultiLine = true
  package static let sqlDialect = SQLDialect.postgresql
  package static let samples = [
    "2026-11-21 02:25:43.829 UTC [13276] LOG:  duration: 4.959 ms  statement: create table users(id serial)",
    "2026-11-20 21:25:44 EST [13399]: [5-1] user=postgres,db=postgres,app=psql,client=[local] LOG:  duration: 0.987 ms  statement: SELECT u.id, count(*)\n\t\tFROM users u",
    "2026-11-21 02:25:45 UTC:[local]:postgres@postgres:[13433]:LOG:  duration: 0.041 ms  execute <unnamed>: SELECT abalance FROM pgbench_accounts WHERE aid = $1;",
    "2026-11-21 02:25:43.837 UTC [13276] LOG:  duration: 4.098 ms  plan:\n\tQuery Text: select pg_sleep(0.004);\n\tResult  (cost=0.00..0.01 rows=1 width=36) (actual time=4.092..4.092 rows=1 loops=1)",
    "2026-11-21 03:25:44.334 CET [13372] postgres@postgres ERROR:  division by zero",
    "2026-11-21 03:25:44.335 CET [13372] postgres@postgres STATEMENT:  select 1/0;",
    "Feb 11 13:15:40 test-pc postgres[10819]: [7-1] db=shop,app=psql LOG:  duration: 13.997 ms  statement: SELECT 1",
  ]

  package var stampContext: StampContext {
    get { prefix.stamps.context }
    set { prefix.stamps.context = newValue }
  }

  private var prefix = PostgreSQLPrefix()
  private var texts = TextArena()
  private var plans = RecentPlans()

  package init() {}

  package func beginsEntry(_ line: Bytes) -> Bool {
    guard let first = line.first, !first.isBlank else { return false }
    guard let label = PostgreSQLLabel.find(line) else { return false }
    // A label at the very start needs an empty prefix; SQL may well say `log:`.
    return label.start == 0 || prefix.looksLikePrefix(line.part(0, label.start))
  }

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    texts.begin(entry)
    let firstLineEnd = entry.find(0x0A) ?? entry.count
    guard let label = PostgreSQLLabel.find(entry.part(0, firstLineEnd)) else { return false }
    guard prefix.read(entry.part(0, label.start), into: &record) else { return false }
    record.level = label.level
    var scanner = ByteScanner(entry, at: label.end)
    scanner.skipBlanks()
    record.message = scanner.rest
    if label.level == .info, scanner.take("duration: ") { duration(&scanner, &record) }
    return true
  }

  /// `0.211 ms  statement: SELECT 1` and its kin.
  private mutating func duration(_ scanner: inout ByteScanner, _ record: inout LogRecord) {
    guard let milliseconds = scanner.decimal(), scanner.take(" ms") else { return }
    scanner.skipBlanks()
    if scanner.take("plan:") {
      guard plan(scanner.rest, &record) else { return }
      plans.add(record, milliseconds)
    } else if scanner.take("statement: ") {
      record.statement = Self.untruncated(scanner.rest)
      if plans.have(record, milliseconds) { return record.statement = .none }
    } else if scanner.take("execute ") {
      // The name of the statement, and of a portal, ends with a colon.
      guard let colon = scanner.bytes.find(": ", from: scanner.position) else { return }
      record.statement = Self.untruncated(scanner.bytes.from(colon &+ 2))
      if plans.have(record, milliseconds) { return record.statement = .none }
    } else {
      return
    }
    guard !record.statement.isEmpty else { return }
    record.kind = .query
    record.seconds = milliseconds / 1000
  }

  /// The statement and the rows of a plan that auto_explain logged as text or as JSON.
  private mutating func plan(_ text: Bytes, _ record: inout LogRecord) -> Bool {
    if let key = text.find("\"Query Text\": \"") {
      let start = key &+ 15
      guard let end = text.closingQuote(from: start) else { return false }
      record.statement = texts.unescaped(text.part(start, end))
      return true
    }
    guard let key = text.find("Query Text: ") else { return false }
    let start = key &+ 12
    var end = text.count
    // The plan starts with the first line that names a cost.
    if let cost = text.find("  (cost=", from: start) {
      end = cost
      while end > start, text[end] != 0x0A { end &-= 1 }
      record.rowsSent = Self.actualRows(text.from(cost))
    }
    record.statement = text.part(start, end).trimmed
    return !record.statement.isEmpty
  }

  private static func actualRows(_ plan: Bytes) -> Int64 {
    let line = plan.part(0, plan.find(0x0A) ?? plan.count)
    guard let actual = line.find("(actual "), let rows = line.find("rows=", from: actual) else {
      return -1
    }
    var scanner = ByteScanner(line, at: rows &+ 5)
    return Int64(scanner.number() ?? -1)
  }

  /// The statement without what RDS and Heroku put where they cut it.
  private static func untruncated(_ statement: Bytes) -> Bytes {
    guard let mark = statement.find("[Your log message was truncated]") else {
      return statement.trimmed
    }
    return statement.part(0, mark).trimmed
  }
}

/// Statements that auto_explain has just logged with their plans, by process.
///
/// The same statement follows as a `duration: ... statement:` line of the same process, a little
/// later and with a little longer duration.
private struct RecentPlans: Sendable {
  private struct Plan {
    var hash: UInt64 = 0
    var milliseconds = 0.0
    var time = Timestamp(microseconds: 0)
  }

  /// Seconds within which the second line follows the first.
  private static let latest = 1.0

  /// Whether any plan was ever seen; most logs have none.
  private var isInUse = false
  private var plans = InlineArray<64, Plan>(repeating: Plan())

  mutating func add(_ record: LogRecord, _ milliseconds: Double) {
    isInUse = true
    let (slot, hash) = Self.place(record)
    plans[slot] = Plan(
      hash: hash, milliseconds: milliseconds, time: record.time ?? Timestamp(microseconds: 0))
  }

  /// Whether the statement of `record` has been logged with its plan.
  func have(_ record: LogRecord, _ milliseconds: Double) -> Bool {
    guard isInUse else { return false }
    let (slot, hash) = Self.place(record)
    let plan = plans[slot]
    guard plan.hash == hash, milliseconds >= plan.milliseconds else { return false }
    let delay = (record.time ?? Timestamp(microseconds: 0)) - plan.time
    return delay >= 0 && delay <= Self.latest && milliseconds - plan.milliseconds < 100
  }

  /// The slot of a process and the hash (FNV-1a) of the process and the statement.
  private static func place(_ record: LogRecord) -> (Int, UInt64) {
    let process = record.processID.isEmpty ? record.connectionID : record.processID
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in process { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let slot = Int(truncatingIfNeeded: (hash ^ hash >> 32) & 63)
    // Statements of one moment are told apart well enough by their starts and lengths.
    for byte in record.statement.part(0, min(record.statement.count, 64)) {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return (slot, (hash ^ UInt64(record.statement.count)) | 1)
  }
}
