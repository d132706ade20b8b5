/// The log of MongoDB since 4.4, in JSON, whose "Slow query" entries are statements.
///
/// The statement is put together as `find shop.users {"find":"users","filter":{...}}`; the
/// fingerprint of it is `MongoFingerprint`. A collection scan is only to be seen in the message.
/// Source: https://www.mongodb.com/docs/manual/reference/log-messages/
package struct MongoDBFormat: LocalStampFormat {
  package static let name = "mongodb"
  package static let vantage = "mongodb"
  package static let sqlDialect = SQLDialect.mongodb
  package static let samples = [
    "{\"t\":{\"$date\":\"2021-07-25T09:38:57.078+00:00\"},\"s\":\"I\",\"c\":\"COMMAND\",\"id\":51803,\"ctx\":\"conn541\",\"msg\":\"Slow query\",\"attr\":{\"type\":\"command\",\"ns\":\"demo.hatchet\",\"appName\":\"Keyhole Lib\",\"command\":{\"find\":\"test\",\"filter\":{\"x\":1}},\"planSummary\":\"COLLSCAN\",\"keysExamined\":0,\"docsExamined\":100,\"nreturned\":100,\"reslen\":5000,\"durationMillis\":100}}",
    "{\"t\":{\"$date\":\"2020-05-01T15:16:17.180+00:00\"},\"s\":\"I\",\"c\":\"NETWORK\",\"id\":12345,\"ctx\":\"listener\",\"msg\":\"Listening on\",\"attr\":{\"address\":\"127.0.0.1\"}}",
  ]

  package var stampContext: StampContext {
    get { stamps.stamps.context }
    set { stamps.stamps.context = newValue }
  }

  private var stamps = StampMemo()
  private var texts = TextArena()

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    guard entry.has("{\"t\":{\"$date\":") else { return false }
    var scanner = JSONScanner(entry)
    guard case .object? = scanner.value() else { return false }
    var message = Bytes.none
    var operation = MongoOperation()
    while let key = scanner.nextKey() {
      guard let value = scanner.value() else { return false }
      switch value {
      case .string(let text):
        if key.equals("s") { record.level = MongoOperation.level(text) }
        if key.equals("msg") { message = text }
        if key.equals("ctx") { record.connectionID = text }
      case .object:
        if key.equals("t") {
          readTime(&scanner, &record)
        } else if key.equals("attr"), message.equals("Slow query") {
          operation.read(&scanner, entry)
        } else {
          scanner.skipRest()
        }
      case .array: scanner.skipRest()
      case .number, .bool, .null: break
      }
    }
    guard !scanner.isBroken, record.time != nil, !message.isEmpty else { return false }
    texts.begin(room: 2 * entry.count)
    record.message = entry
    operation.write(&texts, &record)
    return true
  }

  private mutating func readTime(_ scanner: inout JSONScanner, _ record: inout LogRecord) {
    while let key = scanner.nextKey() {
      guard let value = scanner.value() else { return }
      if case .string(let text) = value, key.equals("$date"), let stamp = stamps.stamp(text) {
        record.time = stamp.time
        record.timeResolution = stamp.resolution
      } else if case .object = value {
        scanner.skipRest()
      }
    }
  }
}

/// What an entry says of one operation of a database.
struct MongoOperation {
  var type = Bytes.none
  var namespace = Bytes.none
  /// The command, with its braces.
  var command = Bytes.none
  /// The command whose cursor a `getMore` reads on, with its braces: only it says what is read.
  var origin = Bytes.none
  var milliseconds = Double.nan
  var returned: Int64 = -1
  var examined: Int64 = -1
  var hasFailed = false

  /// Reads the attributes of a slow query, whose `{` has been taken.
  fileprivate mutating func read(_ scanner: inout JSONScanner, _ entry: Bytes) {
    while let key = scanner.nextKey() {
      guard let value = scanner.value() else { return }
      switch value {
      case .string(let text):
        if key.equals("type") { type = text }
        if key.equals("ns") { namespace = text }
        if key.equals("errName") { hasFailed = true }
      case .number(let text):
        var digits = ByteScanner(text)
        if key.equals("durationMillis") { milliseconds = digits.decimal() ?? .nan }
        if key.equals("nreturned") { returned = Int64(digits.number() ?? -1) }
        if key.equals("docsExamined") { examined = Int64(digits.number() ?? -1) }
      case .object:
        let start = scanner.position &- 1
        scanner.skipRest()
        if key.equals("command") { command = entry.part(start, scanner.position) }
        if key.equals("originatingCommand") { origin = entry.part(start, scanner.position) }
      case .array: scanner.skipRest()
      case .bool, .null: break
      }
    }
  }

  /// Makes `record` a statement: `find shop.users {...}`; leaves it when there was no operation.
  func write(_ texts: inout TextArena, _ record: inout LogRecord) {
    guard milliseconds >= 0, !namespace.isEmpty else { return }
    let verb = type.isEmpty || type.equals("command") ? firstKey : type
    let pieces = [verb, namespace, origin.isEmpty ? command : origin]
    let room = pieces.reduce(2) { $0 &+ $1.count }
    record.statement = texts.write(atMost: room) { room in
      var count = 0
      for piece in pieces where !piece.isEmpty {
        if count > 0 {
          room[count] = 0x20
          count &+= 1
        }
        UnsafeMutableRawBufferPointer(rebasing: room[count...]).copyMemory(from: piece)
        count &+= piece.count
      }
      return count
    }
    guard !record.statement.isEmpty else { return }
    record.kind = .query
    record.seconds = milliseconds / 1000
    record.rowsSent = returned
    record.rowsExamined = examined
    record.failed = hasFailed
  }

  /// The name of the command, which is its first field.
  private var firstKey: Bytes {
    var start = 0
    while start < command.count, !command[start].isWord { start &+= 1 }
    var end = start
    while end < command.count, command[end].isWord { end &+= 1 }
    return start < end ? command.part(start, end) : Bytes("command" as StaticString)
  }

  /// `F E W I D`, and `D1` to `D5`.
  static func level(_ letter: Bytes) -> LogLevel {
    switch letter.first {
    case UInt8(ascii: "F"): .fatal
    case UInt8(ascii: "E"): .error
    case UInt8(ascii: "W"): .warning
    case UInt8(ascii: "I"): .info
    case UInt8(ascii: "D"): .debug
    default: .unknown
    }
  }
}
