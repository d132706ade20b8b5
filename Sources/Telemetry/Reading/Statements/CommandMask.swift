/// Takes values out of commands in a line of a log where only their place tells that they are values.
///
///     {"db.system": "redis", "db.statement": "HSET user:1 name Bob"}    hset ?
///     db.system=mongodb db.statement="users.find({name: 'Bob'})"        users.find ?
///     1795240113.107412 [0 127.0.0.1:60866] "set" "user:1" "Bob"        set ?      of MONITOR
///        2) "user:1"                                                    2) ?       of redis-cli
///
/// Statements of SQL stay: what they are is seen by their words, wherever they stand.
/// Sources: https://opentelemetry.io/docs/specs/semconv/database/,
/// https://redis.io/docs/latest/commands/monitor/
package enum CommandMask {
  private enum Store {
    case redis, mongodb
  }

  private typealias Field = (key: Bytes, value: Range<Int>)

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  /// The line without such values; one that is masked stays as it is.
  package static func masked(_ line: String) -> String {
    var line = line
    let masked = line.withUTF8 { text -> [UInt8]? in
      let text = Bytes(text)
      return monitored(text) ?? listed(text) ?? withoutCommands(text)
    }
    return masked.map { String(decoding: $0, as: UTF8.self) } ?? line
  }

  /// A line of `MONITOR`: time, database and client, then the command, each word of it in quotes.
  private static func monitored(_ line: Bytes) -> [UInt8]? {
    var scanner = ByteScanner(line)
    guard scanner.number() != nil, scanner.take(UInt8(ascii: ".")), scanner.digits(6) != nil,
      scanner.take(" ["), scanner.number() != nil, scanner.take(UInt8(ascii: " ")),
      let client = line.find("] \"", from: scanner.position)
    else { return nil }
    let start = client &+ 3
    let end = line.closingQuote(from: start) ?? line.count
    var command = [UInt8](line.part(start, end))
    command += line.from(end &+ 1)
    let shown = command.withUnsafeBytes { fingerprint(of: $0) }
    return [UInt8](line.part(0, start &- 1)) + Array(shown.utf8)
  }

  /// An answer of redis-cli, or an argument in its slow log: a text in quotes behind its number.
  private static func listed(_ line: Bytes) -> [UInt8]? {
    var scanner = ByteScanner(line)
    var isListed = false
    scanner.skipBlanks()
    while scanner.next.isDigit {
      guard scanner.number() != nil, scanner.take(UInt8(ascii: ")")), scanner.next.isBlank else {
        return nil
      }
      scanner.skipBlanks()
      isListed = true
    }
    guard isListed, scanner.next == quote else { return nil }
    if let end = line.closingQuote(from: scanner.position &+ 1),
      line.from(end &+ 1).contains(where: { $0 > 0x20 })
    {
      return nil
    }
    return [UInt8](line.part(0, scanner.position)) + [UInt8(ascii: "?")]
  }

  /// A line without the commands under keys for statements.
  private static func withoutCommands(_ line: Bytes) -> [UInt8]? {
    let fields = quotedFields(of: line)
    let statements = fields.filter { FieldAliases.meaning(of: $0.key).field == .statement }
    guard !statements.isEmpty else { return nil }
    let store = store(in: line, fields)
    var masked: [UInt8] = []
    var copied = 0
    for (key, value) in statements {
      // `query` may as well be what somebody looked for.
      let isSure = FieldAliases.meaning(of: key).rank == 0
      var texts = TextArena()
      texts.begin(room: value.count)
      let statement = texts.unescaped(line.part(value.lowerBound, value.upperBound))
      let text = withExtendedLifetime(texts) { shown(statement, of: store, isSure: isSure) }
      guard let text else { continue }
      masked += line.part(copied, value.lowerBound)
      for byte in text.utf8 {
        if byte == quote || byte == backslash { masked.append(backslash) }
        masked.append(byte)
      }
      copied = value.upperBound
    }
    return copied > 0 ? masked + line.from(copied) : nil
  }

  /// Keys and values in quotes, `"key": "value"` and `key="value"`; of a line that was cut the last
  /// value goes on to its end.
  private static func quotedFields(of line: Bytes) -> [Field] {
    var fields: [Field] = []
    var place = 0
    while let open = line.find(quote, from: place) {
      let start = open &+ 1
      let end = line.closingQuote(from: start) ?? line.count
      place = end &+ 1
      if open > 0, line[open &- 1] == UInt8(ascii: "=") {
        fields.append((word(in: line, before: open &- 1), start..<end))
        continue
      }
      // A lone quote, as of inches, is not the beginning of what the next one begins.
      if end < line.count, end > start, line[end &- 1] == UInt8(ascii: "=") {
        place = end
        continue
      }
      var scanner = ByteScanner(line, at: place)
      scanner.skipBlanks()
      guard scanner.take(UInt8(ascii: ":")) else { continue }
      scanner.skipBlanks()
      guard scanner.take(quote) else { continue }
      let valueEnd = line.closingQuote(from: scanner.position) ?? line.count
      fields.append((line.part(start, end), scanner.position..<valueEnd))
      place = valueEnd &+ 1
    }
    return fields
  }

  private static func word(in line: Bytes, before end: Int) -> Bytes {
    var start = end
    while start > 0, line[start &- 1].isWord || line[start &- 1] == UInt8(ascii: ".") {
      start &-= 1
    }
    return line.part(start, end)
  }

  /// The product that a line names, in quotes or, among pairs, without.
  private static func store(in line: Bytes, _ fields: [Field]) -> Store? {
    for (key, value) in fields where isSystem(key) {
      if let store = store(named: line.part(value.lowerBound, value.upperBound)) { return store }
    }
    var pairs = KeyValueScanner(line)
    while let (key, value) = pairs.next() {
      if isSystem(key), let store = store(named: value) { return store }
    }
    return nil
  }

  private static func isSystem(_ key: Bytes) -> Bool {
    let keys: [StaticString] = ["db.system", "db.system.name", "db_system", "system"]
    return keys.contains { key.equals($0) }
  }

  private static func store(named name: Bytes) -> Store? {
    if name.equalsAnyCase("redis") || name.equalsAnyCase("valkey") { return .redis }
    return name.equalsAnyCase("mongodb") ? .mongodb : nil
  }

  /// What is shown of a statement; `nil` where that is all of it.
  private static func shown(_ statement: Bytes, of store: Store?, isSure: Bool) -> String? {
    switch store {
    case .redis: return fingerprint(of: statement)
    case .mongodb:
      if let command = MongoFingerprint.masked(statement) { return command }
      return MongoFingerprint.maskedObject(statement) ?? withoutArguments(statement)
    case nil:
      if RedisFingerprint.isMeant(by: statement) { return fingerprint(of: statement) }
      if let command = MongoFingerprint.masked(statement) { return command }
      return isSure ? MongoFingerprint.maskedObject(statement) : nil
    }
  }

  private static func fingerprint(of command: Bytes) -> String {
    Fingerprinter.of(String(decoding: command, as: UTF8.self), dialect: .redis).text
  }

  /// `users.find ?` of `users.find({name: "Bob"})`.
  private static func withoutArguments(_ statement: Bytes) -> String? {
    var end = 0
    while end < statement.count, statement[end].isWord || statement[end] == UInt8(ascii: ".") {
      end &+= 1
    }
    guard end < statement.count else { return nil }
    return end == 0 ? "?" : String(decoding: statement.part(0, end), as: UTF8.self) + " ?"
  }
}
