/// The log of MongoDB up to 4.2, in text: operations end with their duration, `1ms`.
///
/// Before 3.0 there is neither a level nor a component; of such lines only operations are known.
/// Source: https://www.mongodb.com/docs/v4.2/reference/log-messages/
package struct MongoDBTextFormat: LocalStampFormat {
  package static let name = "mongodb-text"
  package static let vantage = "mongodb"
  package static let sqlDialect = SQLDialect.mongodb
  package static let samples = [
    "2019-06-18T12:03:05.860+0100 I COMMAND  [conn2] command local.startup_log appName: \"MongoDB Shell\" command: find { find: \"startup_log\", filter: {}, $db: \"local\" } planSummary: COLLSCAN keysExamined:0 docsExamined:1 cursorExhausted:1 numYields:0 nreturned:1 reslen:1912 locks:{ Global: { acquireCount: { r: 1 } } } protocol:op_msg 1ms",
    "2019-06-18T12:03:07.102+0100 I WRITE    [conn5] update shop.users command: { q: { _id: ObjectId('5d08c2') }, u: { $set: { name: \"Ann\" } }, multi: false, upsert: false } planSummary: IDHACK keysExamined:1 docsExamined:1 nMatched:1 nModified:1 numYields:0 locks:{} 205ms",
    "2019-06-18T12:03:00.001+0100 I NETWORK  [listener] connection accepted from 127.0.0.1:50112 #2 (1 connection now open)",
  ]

  package var stampContext: StampContext {
    get { stamps.stamps.context }
    set { stamps.stamps.context = newValue }
  }

  private var stamps = StampMemo()
  private var texts = TextArena()
  private static let originMark: StaticString = " originatingCommand: {"

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    var scanner = ByteScanner(entry)
    guard entry.count > 30, entry[10] == UInt8(ascii: "T"), let stamp = stamps.stamp(&scanner),
      scanner.take(UInt8(ascii: " "))
    else { return false }
    if scanner.next == UInt8(ascii: "[") { return bare(&scanner, stamp, &record) }
    let level = MongoOperation.level(scanner.word())
    scanner.skipBlanks()
    let component = scanner.word()
    scanner.skipBlanks()
    guard level != .unknown, !component.isEmpty, scanner.take(UInt8(ascii: "[")),
      component.allSatisfy({ $0.isUpper || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }),
      let context = scanner.upTo(UInt8(ascii: "]")), scanner.take(UInt8(ascii: " "))
    else { return false }
    record.level = level
    record.time = stamp.time
    record.timeResolution = stamp.resolution
    record.connectionID = context
    record.message = scanner.rest
    if component.equals("COMMAND") || component.equals("WRITE") || component.equals("QUERY") {
      operation(scanner.rest, &record)
    }
    return true
  }

  /// `[conn7] query shop.users query: {...} nscanned:9 nreturned:1 345ms` behind the stamp.
  private mutating func bare(
    _ scanner: inout ByteScanner, _ stamp: Stamp, _ record: inout LogRecord
  ) -> Bool {
    guard scanner.take("[conn"), scanner.next.isDigit else { return false }
    let start = scanner.position &- 4
    guard scanner.number() != nil, scanner.next == UInt8(ascii: "]") else { return false }
    record.connectionID = scanner.bytes.part(start, scanner.position)
    guard scanner.take("] ") else { return false }
    record.level = .info
    record.time = stamp.time
    record.timeResolution = stamp.resolution
    record.message = scanner.rest
    operation(scanner.rest, &record)
    return record.kind == .query
  }

  /// `command shop.users appName: "x" command: find {...} planSummary: ... nreturned:1 1ms`.
  private mutating func operation(_ text: Bytes, _ record: inout LogRecord) {
    guard text.has("ms", at: text.count &- 2) else { return }
    var start = text.count &- 2
    while start > 0, text[start &- 1].isDigit { start &-= 1 }
    guard start > 0, text[start &- 1].isBlank,
      let duration = text.part(start, text.count &- 2).unsigned
    else { return }
    var operation = MongoOperation()
    operation.milliseconds = Double(duration)
    var scanner = ByteScanner(text)
    operation.type = scanner.word()
    scanner.skipBlanks()
    operation.namespace = scanner.word()
    guard operation.namespace.find(UInt8(ascii: ".")) != nil else { return }
    // Text of an application may stand before the command, figures only after it.
    let key = text.find(" command: ", from: scanner.position) ?? text.find(" query: ")
    if let key, let open = text.find(UInt8(ascii: "{"), from: key) {
      var end = Self.end(of: text, from: open)
      operation.command = text.part(open, end)
      if text.has(Self.originMark, at: end) {
        let start = end &+ Self.originMark.utf8CodeUnitCount &- 1
        end = Self.end(of: text, from: start)
        operation.origin = text.part(start, end)
      }
      let figures = text.from(end)
      operation.returned = Self.number(" nreturned:", figures)
      operation.examined = Self.number(" docsExamined:", figures)
      if operation.examined < 0 { operation.examined = Self.number(" nscannedObjects:", figures) }
      operation.hasFailed = figures.find(" errName:") != nil
    }
    texts.begin(room: 2 * text.count &+ 64)
    operation.write(&texts, &record)
  }

  /// Where the braces that open at `open` are closed; quotes may hold braces.
  private static func end(of text: Bytes, from open: Int) -> Int {
    var depth = 0
    var place = open
    while place < text.count {
      switch text[place] {
      case UInt8(ascii: "{"): depth &+= 1
      case UInt8(ascii: "}"):
        depth &-= 1
        if depth == 0 { return place &+ 1 }
      case UInt8(ascii: "\""):
        guard let quote = text.closingQuote(from: place &+ 1) else { return text.count }
        place = quote
      default: break
      }
      place &+= 1
    }
    return text.count
  }

  private static func number(_ key: StaticString, _ text: Bytes) -> Int64 {
    guard let place = text.find(key) else { return -1 }
    var scanner = ByteScanner(text, at: place &+ key.utf8CodeUnitCount)
    return Int64(scanner.number() ?? -1)
  }
}
