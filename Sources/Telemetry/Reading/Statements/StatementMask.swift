extension Fingerprinter {
  /// A statement without its literals, for people to read.
  ///
  /// Of a command of MongoDB only the values go; anything else becomes its fingerprint.
  package static func masked(_ statement: String) -> String {
    var statement = statement
    let command = statement.withUTF8 { MongoFingerprint.masked(Bytes($0)) }
    return command ?? of(statement).text
  }
}
