extension MongoFingerprint {
  /// The command with all its fields and no value of them, for people to read.
  ///
  /// `nil` for what is no `verb namespace {...}`.
  static func masked(_ text: Bytes) -> String? {
    guard text.find(UInt8(ascii: "{")) != nil else { return nil }
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * text.count + 3)
    defer { room.deallocate() }
    return write(text, to: room, isWhole: true).map { count in
      String(decoding: UnsafeBufferPointer(start: room, count: count), as: UTF8.self)
    }
  }

  /// A command that is an object by itself, `{find: "users", filter: {id: 1}}`, without its values.
  static func maskedObject(_ text: Bytes) -> String? {
    text.first == UInt8(ascii: "{") ? maskedObject(in: text, at: 0).shown : nil
  }

  /// The same for the object whose `{` stands at `start`, and where it ends; one that was cut, or
  /// that is none after all, ends with the text.
  static func maskedObject(in text: Bytes, at start: Int) -> (shown: String, end: Int) {
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * (text.count - start) + 3)
    defer { room.deallocate() }
    var shape = MongoFingerprint(
      scanner: ByteScanner(text, at: start), output: room, isWhole: true)
    shape.object(depth: 0, .values)
    let written = UnsafeBufferPointer(start: room, count: shape.count)
    let shown = String(decoding: written, as: UTF8.self)
    return shape.isCut ? (shown + "…", text.count) : (shown, shape.scanner.position)
  }
}

/// Commands of MongoDB that stand as JSON in a text: `query {"find":"users","filter":{"id":7}}`.
///
/// To the server the first key of a document is the name of the command, and its value the
/// collection; drivers write one of the command's fields next. `{"count":5}` is no command.
/// Source: https://www.mongodb.com/docs/manual/reference/command/
enum MongoCommands {
  /// The text with the values taken out of the commands in it; `nil` where it holds none.
  static func masked(in text: Bytes) -> [UInt8]? {
    var masked: [UInt8] = []
    var copied = 0
    var place = 0
    while let open = text.find(UInt8(ascii: "{"), from: place) {
      place = open &+ 1
      guard isCommand(at: open, in: text) else { continue }
      let command = MongoFingerprint.maskedObject(in: text, at: open)
      masked += text.part(copied, open)
      masked += command.shown.utf8
      copied = command.end
      place = command.end
    }
    return copied > 0 ? masked + text.from(copied) : nil
  }

  /// Whether the object that opens at a place is a command: its name, a collection, a field.
  private static func isCommand(at open: Int, in text: Bytes) -> Bool {
    var scanner = ByteScanner(text, at: open &+ 1)
    guard let name = key(&scanner), isOne(of: names, name) else { return false }
    // `aggregate` takes a 1 for the whole database.
    let hasCollection =
      scanner.quoted() != nil || name.equals("aggregate") && scanner.number() != nil
    scanner.skipSpace()
    guard hasCollection, scanner.take(UInt8(ascii: ",")), let field = key(&scanner) else {
      return false
    }
    return isOne(of: fields, field)
  }

  /// Takes a key in quotes, its colon and what is blank around them.
  private static func key(_ scanner: inout ByteScanner) -> Bytes? {
    scanner.skipSpace()
    guard let key = scanner.quoted() else { return nil }
    scanner.skipSpace()
    guard scanner.take(UInt8(ascii: ":")) else { return nil }
    scanner.skipSpace()
    return key
  }

  private static func isOne(of words: [StaticString], _ word: Bytes) -> Bool {
    words.contains { word.equals($0) }
  }

  private static let names: [StaticString] = [
    "find", "aggregate", "insert", "update", "delete", "count", "distinct", "findAndModify",
    "findandmodify", "mapReduce", "mapreduce",
  ]

  private static let fields: [StaticString] = [
    "filter", "query", "pipeline", "documents", "updates", "deletes", "update", "remove", "key",
    "ordered", "sort", "limit", "skip", "projection", "fields", "hint", "comment", "batchSize",
    "singleBatch", "collation", "maxTimeMS", "let", "cursor", "explain", "new", "upsert", "map",
    "allowDiskUse", "lsid", "txnNumber", "readConcern", "writeConcern", "$db", "$readPreference",
    "$clusterTime", "bypassDocumentValidation",
  ]
}
