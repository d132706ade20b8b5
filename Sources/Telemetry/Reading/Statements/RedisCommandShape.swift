/// Tells commands of Redis from phrases that begin with the same word.
///
///     GET user:1        a key with a colon in it                     a command
///     get cart          one argument, as GET has                     a command
///     get well soon     two, which GET never has                     a phrase
///     EXPIRE cart 60    the second argument is a number of seconds   a command
///     object storage    no subcommand of OBJECT                      a phrase
///
/// Arguments are counted only for commands that take no value: where a client logs a command
/// without quotes, a value may be of several words. What was cut, and a fingerprint, may have less.
/// Source: the syntax of each command at https://redis.io/docs/latest/commands/
enum RedisCommandShape {
  /// Whether what stands behind the name of a command may be its arguments.
  ///
  /// A number and a text in quotes are the same here: what is known of a statement holds for all
  /// that differ from it in these alone.
  static func allows(_ arguments: Bytes, of name: Bytes) -> Bool {
    var scanner = ByteScanner(arguments)
    let first = take(&scanner)
    if first.isEmpty || !isLiteral(first) && RedisFingerprint.startsWithKey(arguments) {
      return true
    }
    let second = take(&scanner)
    if isOne(of: singles, name) { return second.isEmpty }
    if isOne(of: numbered, name) { return isLiteral(first) }
    if name.equalsAnyCase("expire") { return second.isEmpty || isLiteral(second) }
    guard let known = containers.first(where: { name.equalsAnyCase($0.name) }) else { return true }
    return isLiteral(first) || isCut(first) || isOne(of: known.subcommands, first)
  }

  /// Whether what has the shape of a command may as well be a phrase: its name is a word of a
  /// language and not in capitals, and its arguments are words of letters.
  static func mayBePhrase(_ text: Bytes) -> Bool {
    var scanner = ByteScanner(text)
    let name = take(&scanner)
    guard isOne(of: words, name), !name.allSatisfy(\.isUpper) else { return false }
    while !scanner.isAtEnd {
      guard take(&scanner).allSatisfy({ $0.isLetter || $0 >= 0x80 }) else { return false }
      scanner.skipBlanks()
    }
    return true
  }

  /// Takes an argument, with the quotes that it may stand in.
  private static func take(_ scanner: inout ByteScanner) -> Bytes {
    scanner.skipBlanks()
    let quote = scanner.next
    guard isQuote(quote) else { return scanner.word() }
    let start = scanner.position
    scanner.position &+= 1
    while !scanner.isAtEnd {
      let byte = scanner.next
      scanner.position &+= byte == UInt8(ascii: "\\") ? 2 : 1
      if byte == quote, !scanner.take(quote) { break }
    }
    return scanner.bytes.part(start, min(scanner.position, scanner.bytes.count))
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"")
  }

  /// Whether an argument is a number or a text in quotes, or the `?` that stands for one.
  private static func isLiteral(_ word: Bytes) -> Bool {
    guard let first = word.first else { return false }
    if first == UInt8(ascii: "-") { return word.count > 1 && word[1].isDigit }
    return first.isDigit || isQuote(first) || first == UInt8(ascii: "?")
  }

  private static func isCut(_ word: Bytes) -> Bool {
    word.count >= 3 && word.has("…", at: word.count &- 3)
  }

  private static func isOne(of names: [StaticString], _ name: Bytes) -> Bool {
    names.contains { name.equalsAnyCase($0) }
  }

  /// Commands of one argument, a key or a pattern, whose names are words too.
  private static let singles: [StaticString] = ["get", "type", "dump", "keys", "persist"]

  /// Commands whose first argument is a number: a cursor, a version of the protocol.
  private static let numbered: [StaticString] = ["scan", "hello"]

  private static let containers: [(name: StaticString, subcommands: [StaticString])] = [
    (
      "client",
      [
        "caching", "getname", "getredir", "help", "id", "info", "kill", "list", "no-evict",
        "no-touch", "pause", "reply", "setinfo", "setname", "tracking", "trackinginfo", "unblock",
        "unpause",
      ]
    ),
    ("config", ["get", "help", "resetstat", "rewrite", "set"]),
    ("memory", ["doctor", "help", "malloc-stats", "purge", "stats", "usage"]),
    ("object", ["encoding", "freq", "help", "idletime", "refcount"]),
    ("script", ["debug", "exists", "flush", "help", "kill", "load", "show"]),
  ]

  /// Names that begin phrases; without `auth`, for what follows it is a secret.
  private static let words: [StaticString] = [
    "append", "client", "config", "copy", "del", "dump", "echo", "exists", "expire", "get",
    "hello", "keys", "memory", "migrate", "move", "object", "persist", "publish", "rename",
    "restore", "scan", "script", "set", "sort", "subscribe", "touch", "type", "unlink", "watch",
  ]
}
