/// Reads what an entry of a PostgreSQL log says, whatever form the log has.
///
/// A statement counts once: lines of the parse and bind phases and the statement that auto_explain
/// has already shown with its plan are messages. `duration:` alone belongs to the statement that
/// the same process logged last, which is how `log_statement` and `log_duration` go together. A
/// statement that was cancelled never gets a duration: it is told by the entry behind its error, or
/// in a column of the same one.
/// Source: https://www.postgresql.org/docs/current/runtime-config-logging.html
struct PostgreSQLMessage: Sendable {
  /// What an entry shows that says that no connection was free.
  static let refusals = [LogReading(.poolTimeouts, 1, subject: "postgresql connections")]

  private var plans = RecentPlans()
  private var announced = AnnouncedStatements()
  /// The process of the last entry, where that is an error by which its statement was cancelled.
  private var cancelled: UInt64?

  /// Reads the message of `record`, whose level, time and process are set.
  ///
  /// `isLog` says that the entry is of the level LOG, the only one that statements are logged at;
  /// `isStatement` that it is the statement of the entry before; `query` is the one of this entry.
  mutating func read(
    _ message: Bytes, isLog: Bool, isStatement: Bool = false, query: Bytes = .none,
    into record: inout LogRecord
  ) {
    guard isLog else {
      if isStatement {
        statement(message, ofErrorBefore: &record)
      } else if record.level >= .error {
        error(Self.withoutState(message), of: query, &record)
      }
      return
    }
    // What follows is about this entry.
    if cancelled != nil { cancelled = nil }
    let message = Self.withoutState(message)
    var scanner = ByteScanner(message)
    if scanner.take("duration: ") {
      duration(&scanner, &record)
    } else if scanner.take("statement: ") {
      scanner.skipBlanks()
      announced.add(scanner.rest, record)
    } else if scanner.take("execute "), let colon = message.find(": ", from: scanner.position) {
      announced.add(message.from(colon &+ 2), record)
    } else if PostgreSQLTranslation.takeDuration(&scanner) {
      duration(&scanner, &record)
    } else if let text = PostgreSQLTranslation.statement(scanner) {
      announced.add(text, record)
    }
  }

  /// Reads an error: whether it ended a statement, or refused a connection.
  private mutating func error(_ message: Bytes, of query: Bytes, _ record: inout LogRecord) {
    // A statement that failed is never followed by its duration.
    announced.forget(record)
    cancelled = nil
    if record.level == .fatal, Self.saysRefused(message) { record.hasReadings = true }
    guard message.has("canceling statement due to ") else { return }
    if query.isEmpty {
      cancelled = Self.process(of: record)
    } else {
      fail(query, &record)
    }
  }

  /// Whether a message says that no connection was left: for anyone, for a role or for a database.
  ///
  /// Source: https://github.com/postgres/postgres/blob/master/src/backend/utils/init/postinit.c
  static func saysRefused(_ message: Bytes) -> Bool {
    message.has("sorry, too many clients already")
      || message.has("remaining connection slots are reserved for ")
      || message.has("too many connections for ")
  }

  private mutating func statement(_ text: Bytes, ofErrorBefore record: inout LogRecord) {
    guard let process = cancelled, process == Self.process(of: record) else { return }
    cancelled = nil
    fail(text, &record)
  }

  /// A statement that took nobody says how long.
  private func fail(_ text: Bytes, _ record: inout LogRecord) {
    record.statement = Self.untruncated(text)
    guard !record.statement.isEmpty else { return }
    record.kind = .query
    record.failed = true
  }

  private static func process(of record: LogRecord) -> UInt64 {
    ByteHash.of(record.processID.isEmpty ? record.connectionID : record.processID)
  }

  /// The message without the SQLSTATE that `log_error_verbosity = verbose` puts before it.
  private static func withoutState(_ message: Bytes) -> Bytes {
    guard message.has(": ", at: 5), message.part(0, 5).allSatisfy({ $0.isDigit || $0.isUpper })
    else { return message }
    return message.from(7)
  }

  /// `0.211 ms  statement: SELECT 1` and its kin.
  private mutating func duration(_ scanner: inout ByteScanner, _ record: inout LogRecord) {
    guard let milliseconds = scanner.decimal(), scanner.take(" ms") else { return }
    scanner.skipBlanks()
    if scanner.take("plan:") {
      guard PostgreSQLPlan.read(scanner.rest, &texts, into: &record) else { return }
      plans.add(record, milliseconds)
    } else if scanner.take("statement: ") {
      statement(scanner.rest, milliseconds, &record)
    } else if scanner.take("execute ") {
      // The name of the statement, and of a portal, ends with a colon.
      guard let colon = scanner.bytes.find(": ", from: scanner.position) else { return }
      statement(scanner.bytes.from(colon &+ 2), milliseconds, &record)
    } else if scanner.isAtEnd, let text = announced.take(record) {
      statement(text, milliseconds, &record)
    } else if let text = PostgreSQLTranslation.statement(scanner) {
      statement(text, milliseconds, &record)
    }
    guard !record.statement.isEmpty else { return }
    record.kind = .query
    record.seconds = milliseconds / 1000
  }

  private var texts = TextArena()

  private mutating func statement(
    _ text: Bytes, _ milliseconds: Double, _ record: inout LogRecord
  ) {
    record.statement = Self.untruncated(text)
    if plans.have(record, milliseconds) { record.statement = .none }
  }

  /// The statement without what RDS and Heroku put where they cut it.
  private static func untruncated(_ statement: Bytes) -> Bytes {
    let mark: StaticString = "[Your log message was truncated]"
    guard statement.last == UInt8(ascii: "]"), let place = statement.find(mark) else {
      return statement.trimmed
    }
    return statement.part(0, place).trimmed
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
  private static let capacity = 64
  /// Empty until a plan was seen; most logs have none.
  private var plans: [Plan] = []

  mutating func add(_ record: LogRecord, _ milliseconds: Double) {
    if plans.isEmpty { plans = Array(repeating: Plan(), count: Self.capacity) }
    let (slot, hash) = Self.place(record)
    plans[slot] = Plan(
      hash: hash, milliseconds: milliseconds, time: record.time ?? Timestamp(microseconds: 0))
  }

  /// Whether the statement of `record` has been logged with its plan.
  func have(_ record: LogRecord, _ milliseconds: Double) -> Bool {
    guard !plans.isEmpty else { return false }
    let (slot, hash) = Self.place(record)
    let plan = plans[slot]
    guard plan.hash == hash, milliseconds >= plan.milliseconds else { return false }
    let delay = (record.time ?? Timestamp(microseconds: 0)) - plan.time
    return delay >= 0 && delay <= Self.latest && milliseconds - plan.milliseconds < 100
  }

  /// The slot of a process and the hash of the process and the statement.
  private static func place(_ record: LogRecord) -> (Int, UInt64) {
    let process = ByteHash.of(record.processID.isEmpty ? record.connectionID : record.processID)
    let slot = Int(truncatingIfNeeded: process % UInt64(capacity))
    // Statements of one moment are told apart well enough by their starts and lengths.
    let text = ByteHash.of(record.statement.part(0, min(record.statement.count, 64)))
    return (slot, (process ^ (text &* 31) ^ UInt64(record.statement.count)) | 1)
  }
}
