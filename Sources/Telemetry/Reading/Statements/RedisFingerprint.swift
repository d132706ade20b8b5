/// The fingerprint of a Redis command: its name, and `?` for all arguments there are.
///
/// `SET user:1 x` becomes `set ?`; commands that hold others keep the second word: `config get ?`.
enum RedisFingerprint {
  /// Writes the fingerprint of `command` and returns its length, at most that of the command + 2.
  static func write(_ command: Bytes, to output: UnsafeMutablePointer<UInt8>) -> Int {
    var scanner = ByteScanner(command)
    scanner.skipBlanks()
    let name = scanner.word()
    var count = 0
    func put(_ word: Bytes) {
      for byte in word {
        output[count] = byte.lowercased
        count &+= 1
      }
    }
    // What is no name might be an argument of something else.
    guard RedisCommands.isName(name) else {
      output[0] = UInt8(ascii: "?")
      return 1
    }
    put(name)
    scanner.skipBlanks()
    if RedisCommands.isContainer(name) {
      let second = scanner.word()
      if RedisCommands.isName(second) {
        output[count] = 0x20
        count &+= 1
        put(second)
        scanner.skipBlanks()
      } else {
        scanner.position &-= second.count
      }
    }
    if !scanner.isAtEnd {
      output[count] = 0x20
      output[count &+ 1] = UInt8(ascii: "?")
      count &+= 2
    }
    return count
  }

  /// Whether `text` is a command of Redis beyond doubt, where nothing else says what it is.
  ///
  /// `set` and a few more are words of SQL too; there the key tells, `user:1` or one in quotes. A
  /// path, a stage and `DIAGNOSTICS` are what is got elsewhere: `GET /orders/_search`, `GET @files`.
  /// Names that are words of a language need arguments such as they have, see `RedisCommandShape`.
  static func isMeant(by text: Bytes) -> Bool {
    var scanner = ByteScanner(text)
    scanner.skipBlanks()
    let name = scanner.word()
    guard RedisCommands.isName(name) else { return false }
    scanner.skipBlanks()
    let rest = scanner.rest
    if let first = rest.first, first == UInt8(ascii: "/") || first == UInt8(ascii: "@") {
      return false
    }
    if RedisCommands.isUnmistakable(name) {
      return !rest.hasAnyCase("diagnostics ") && RedisCommandShape.allows(rest, of: name)
    }
    return startsWithKey(rest) && RedisCommands.takesKey(name)
  }

  /// Whether a text in quotes comes first, or a word with a colon in it, which no name in SQL has.
  static func startsWithKey(_ text: Bytes) -> Bool {
    if text.first == quote { return true }
    var end = 0
    while end < text.count, isKeyByte(text[end]) { end &+= 1 }
    guard end > 0, end &+ 1 < text.count, text[end] == UInt8(ascii: ":") else { return false }
    return text[end &+ 1] > 0x20 && text[end &+ 1] != UInt8(ascii: "=")
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    byte.isWord || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
  }
}

extension RedisFingerprint {
  private static let quote = UInt8(ascii: "'")
  /// Longest word at the start of a key that is taken for its kind.
  private static let longestKind = 24
  private static let mostParts = 4

  /// The command for people to read: its name, what its first key begins with, `?` for all else.
  ///
  ///     HSET 'user:12:cart' 'email' 'ann@example.org'
  ///     hset user:?:? ?
  ///
  /// `nil` for what may be no command of Redis.
  static func masked(_ text: Bytes) -> String? {
    guard isMeant(by: text) else { return nil }
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: text.count + 2)
    defer { room.deallocate() }
    var scanner = ByteScanner(text)
    scanner.skipBlanks()
    let name = scanner.word()
    scanner.skipBlanks()
    guard RedisCommands.takesKey(name), let kind = kind(of: argument(&scanner)) else {
      let count = write(text, to: room)
      return String(decoding: UnsafeBufferPointer(start: room, count: count), as: UTF8.self)
    }
    scanner.skipBlanks()
    let command = String(decoding: name.lazy.map(\.lowercased), as: UTF8.self)
    return "\(command) \(kind)" + (scanner.isAtEnd ? "" : " ?")
  }

  /// Takes an argument, which may stand in quotes; nothing where these do not end.
  private static func argument(_ scanner: inout ByteScanner) -> Bytes {
    guard scanner.take(quote) else { return scanner.word() }
    let start = scanner.position
    while !scanner.isAtEnd {
      let byte = scanner.next
      scanner.position &+= byte == UInt8(ascii: "\\") ? 2 : 1
      if byte == quote, !scanner.take(quote) {
        return scanner.bytes.part(start, scanner.position &- 1)
      }
    }
    return .none
  }

  /// `cart:?:?` of `cart:12:items`; `nil` where a key begins with what may be a value.
  ///
  /// Whether `items` is a name or a value nobody knows, so only the first word stays.
  private static func kind(of key: Bytes) -> String? {
    guard let end = key.find(UInt8(ascii: ":")), 1...longestKind ~= end,
      key.part(0, end).allSatisfy({ $0.isLetter || $0 == 0x5F || $0 == UInt8(ascii: "-") })
    else { return nil }
    let parts = key.count { $0 == UInt8(ascii: ":") }
    return String(decoding: key.part(0, end), as: UTF8.self)
      + String(repeating: ":?", count: min(parts, mostParts))
  }
}
