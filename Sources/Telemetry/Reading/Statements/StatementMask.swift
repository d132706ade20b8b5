extension Fingerprinter {
  /// A statement without its literals, for people to read.
  ///
  /// Of a command of MongoDB only the values go, of one of Redis the word stays that its key begins
  /// with; anything else becomes its fingerprint.
  package static func masked(_ statement: String) -> String {
    var statement = statement
    let command = statement.withUTF8 { text in
      RedisFingerprint.masked(Bytes(text)) ?? MongoFingerprint.masked(Bytes(text))
    }
    return command ?? of(statement).text
  }
}
