/// Takes values out of commands in a line of a log where only their place tells that they are values.
///
///     {"db.system": "redis", "db.statement": "HSET user:1 name Bob"}    hset ?
///     db.system=mongodb db.statement="users.find({name: 'Bob'})"        users.find ?
///     {"msg": "{\"find\":\"users\",\"filter\":{\"id\":7}}"}     {find: ?, filter: {id: ?}}
///
/// Statements of SQL stay: what they are is seen by their words, wherever they stand. What
/// redis-cli shows is taken apart by `RedisListing`.
/// Source: https://opentelemetry.io/docs/specs/semconv/database/
package enum CommandMask {
  private enum Store {
    case redis, mongodb
  }

  private typealias Field = (key: Bytes, value: Range<Int>)

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")
  /// How deep lines are looked for in texts of lines.
  private static let deepest = 3

  /// The line without such values; one that is masked stays as it is.
  package static func masked(_ line: String) -> String {
    var line = line
    let masked = line.withUTF8 { text -> [UInt8]? in
      let text = Bytes(text)
      return RedisListing.masked(text) ?? withoutCommands(text, depth: 0)
    }
    return masked.map { String(decoding: $0, as: UTF8.self) } ?? line
  }

  /// A line without the commands under keys for statements, and those in its other texts.
  private static func withoutCommands(_ line: Bytes, depth: Int) -> [UInt8]? {
    let fields = quotedFields(of: line)
    let hasStatement = fields.contains { isStatement($0.key) }
    let product = hasStatement ? store(in: line, fields) : nil
    var masked: [UInt8] = []
    var copied = 0
    for (key, value) in fields {
      let raw = line.part(value.lowerBound, value.upperBound)
      guard isStatement(key) || mayHoldCommand(raw) else { continue }
      var texts = TextArena()
      texts.begin(room: raw.count)
      let text = texts.unescaped(raw)
      let replacement = withExtendedLifetime(texts) { () -> [UInt8]? in
        guard isStatement(key) else { return withoutCommands(inText: text, depth: depth) }
        // `query` may as well be what somebody looked for.
        return shown(text, of: product, isSure: FieldAliases.meaning(of: key).rank == 0)
      }
      guard let replacement else { continue }
      masked += line.part(copied, value.lowerBound)
      for byte in replacement { appendEscaped(byte, to: &masked) }
      copied = value.upperBound
    }
    return copied > 0 ? masked + line.from(copied) : nil
  }

  private static func isStatement(_ key: Bytes) -> Bool {
    FieldAliases.meaning(of: key).field == .statement
  }

  /// Whether a text in quotes holds more quotes, as JSON within JSON does.
  private static func mayHoldCommand(_ raw: Bytes) -> Bool {
    raw.find(backslash) != nil && raw.find(UInt8(ascii: "{")) != nil
  }

  /// A text that stood in quotes, without its commands: a message, or a line of another program.
  private static func withoutCommands(inText text: Bytes, depth: Int) -> [UInt8]? {
    let masked = MongoCommands.masked(in: text)
    guard depth < deepest else { return masked }
    guard let masked else { return withoutCommands(text, depth: depth + 1) }
    return masked.withUnsafeBytes { withoutCommands($0, depth: depth + 1) } ?? masked
  }

  /// Appends a byte of a text as it stands in quotes.
  static func appendEscaped(_ byte: UInt8, to line: inout [UInt8]) {
    switch byte {
    case quote, backslash: line += [backslash, byte]
    case 0x0A: line += [backslash, UInt8(ascii: "n")]
    case 0x0D: line += [backslash, UInt8(ascii: "r")]
    case 0x09: line += [backslash, UInt8(ascii: "t")]
    default: line.append(max(byte, 0x20))
    }
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
  private static func shown(_ statement: Bytes, of store: Store?, isSure: Bool) -> [UInt8]? {
    func bytes(_ text: String?) -> [UInt8]? { text.map { Array($0.utf8) } }
    switch store {
    case .redis: return RedisListing.fingerprint(of: statement)
    case .mongodb:
      return bytes(
        MongoFingerprint.masked(statement) ?? MongoFingerprint.maskedObject(statement)
          ?? withoutArguments(statement))
    case nil:
      if RedisFingerprint.isMeant(by: statement),
        isSure || !RedisCommandShape.mayBePhrase(statement)
      {
        return RedisListing.fingerprint(of: statement)
      }
      if let command = MongoFingerprint.masked(statement) { return bytes(command) }
      let object = isSure ? MongoFingerprint.maskedObject(statement) : nil
      return bytes(object) ?? MongoCommands.masked(in: statement)
    }
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
