/// The jsonlog of PostgreSQL 15 and later, also as CloudNativePG and Cloud SQL wrap entries.
///
/// CloudNativePG puts the columns of the csvlog into `record`, Cloud SQL a line of the stderr log
/// into `textPayload`.
/// Sources: https://www.postgresql.org/docs/current/runtime-config-logging.html#RUNTIME-CONFIG-LOGGING-JSONLOG,
/// https://cloudnative-pg.io/documentation/current/logging/
package struct PostgreSQLJSONFormat: LocalStampFormat {
  package static let name = "postgresql-json"
  package static let vantage = "postgresql"
  package static let isSequential = true
  package static let sqlDialect = SQLDialect.postgresql
  package static let samples = [
    "{\"timestamp\":\"2024-06-27 00:00:07.369 CEST\",\"user\":\"postgres\",\"dbname\":\"shop\",\"pid\":58151,\"remote_host\":\"10.0.0.7\",\"remote_port\":53124,\"session_id\":\"667c8e07.e327\",\"line_num\":1,\"ps\":\"SELECT\",\"session_start\":\"2024-06-27 00:00:07 CEST\",\"vxid\":\"3/2\",\"txid\":0,\"error_severity\":\"LOG\",\"message\":\"duration: 0.751 ms  statement: SELECT \\\"id\\\"\\nFROM users\",\"application_name\":\"psql\",\"backend_type\":\"client backend\",\"query_id\":0}",
    "{\"level\":\"info\",\"ts\":\"2026-11-21T09:12:00Z\",\"logger\":\"postgres\",\"msg\":\"record\",\"logging_pod\":\"db-1\",\"record\":{\"log_time\":\"2026-11-21 09:12:00.123 UTC\",\"user_name\":\"app\",\"database_name\":\"app\",\"process_id\":\"2108\",\"connection_from\":\"10.244.0.9:40312\",\"session_id\":\"6b015fe0.83c\",\"session_line_num\":\"3\",\"command_tag\":\"SELECT\",\"error_severity\":\"LOG\",\"sql_state_code\":\"00000\",\"message\":\"duration: 12.500 ms  execute <unnamed>: select 1\",\"backend_type\":\"client backend\",\"query_id\":\"0\"}}",
    "{\"insertId\":\"s=f1\",\"textPayload\":\"2026-11-21 09:12:00.123 UTC [2108]: [3-1] db=shop,user=app LOG:  duration: 12.500 ms  statement: select 1\",\"timestamp\":\"2026-11-21T09:12:00.130Z\",\"logName\":\"projects/p/logs/cloudsql.googleapis.com%2Fpostgres.log\"}",
  ]

  package var stampContext: StampContext {
    get { stamps.stamps.context }
    set {
      stamps.stamps.context = newValue
      lines.stampContext = newValue
    }
  }

  package var readings: [LogReading] { PostgreSQLMessage.refusals }

  private var stamps = StampMemo()
  private var messages = PostgreSQLMessage()
  private var texts = TextArena()
  /// Reads lines of the stderr log that are in a payload.
  private var lines = PostgreSQLFormat()

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    guard entry.first == UInt8(ascii: "{") else { return false }
    texts.begin(entry)
    var scanner = JSONScanner(entry)
    guard case .object? = scanner.value() else { return false }
    var fields = Fields()
    readObject(&scanner, &fields, &record)
    if !fields.payload.isEmpty {
      return lines.parse(texts.unescaped(fields.payload), into: &record)
    }
    guard !fields.severity.isEmpty, fields.hasMessage else { return false }
    record.level = PostgreSQLLabel.level(fields.severity)
    guard record.level != .unknown else { return false }
    record.message = texts.unescaped(fields.message)
    messages.read(
      record.message, isLog: fields.severity.equals("LOG"), query: texts.unescaped(fields.query),
      into: &record)
    return true
  }

  /// Fields that are needed together.
  private struct Fields {
    var severity = Bytes.none
    var message = Bytes.none
    var hasMessage = false
    var payload = Bytes.none
    /// The statement that an error is about.
    var query = Bytes.none
    var depth = 0
  }

  private mutating func readObject(
    _ scanner: inout JSONScanner, _ fields: inout Fields, _ record: inout LogRecord
  ) {
    while let key = scanner.nextKey() {
      guard let value = scanner.value() else { return }
      switch value {
      case .string(let text), .number(let text): take(key, text, &fields, &record)
      case .object where key.equals("record") && fields.depth == 0:
        fields.depth = 1
        readObject(&scanner, &fields, &record)
        fields.depth = 0
      case .object, .array: scanner.skipRest()
      case .bool, .null: break
      }
    }
  }

  private mutating func take(
    _ key: Bytes, _ text: Bytes, _ fields: inout Fields, _ record: inout LogRecord
  ) {
    switch key.count {
    case 3 where key.equals("pid"): record.processID = text
    case 4 where key.equals("user"): record.user = text
    case 5 where key.equals("query"): fields.query = text
    case 7 where key.equals("message"):
      fields.message = text
      fields.hasMessage = true
    case 8 where key.equals("log_time"): takeTime(text, &record)
    case 9 where key.equals("statement"): fields.query = text
    case 9 where key.equals("timestamp"): takeTime(text, &record)
    case 9 where key.equals("user_name"): record.user = text
    case 10 where key.equals("process_id"): record.processID = text
    case 10 where key.equals("session_id"): record.connectionID = text
    case 11 where key.equals("remote_host"): record.client = text
    case 11 where key.equals("textPayload"): fields.payload = text
    case 14 where key.equals("error_severity"): fields.severity = text
    default: break
    }
  }

  private mutating func takeTime(_ text: Bytes, _ record: inout LogRecord) {
    guard let stamp = stamps.stamp(text) else { return }
    record.time = stamp.time
    record.timeResolution = stamp.resolution
  }
}
