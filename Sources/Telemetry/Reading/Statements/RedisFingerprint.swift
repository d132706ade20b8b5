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
    guard isName(name) else {
      output[0] = UInt8(ascii: "?")
      return 1
    }
    put(name)
    scanner.skipBlanks()
    if isContainer(name) {
      let second = scanner.word()
      if isName(second) {
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

  /// Letters, with the marks of module commands: `FT.SEARCH`, `JSON.GET`, `BITFIELD_RO`.
  private static func isName(_ word: Bytes) -> Bool {
    guard word.count <= 32, let first = word.first, first.isLetter else { return false }
    return word.allSatisfy {
      $0.isLetter || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
    }
  }

  /// The commands that have subcommands.
  ///
  /// Source: https://redis.io/docs/latest/commands/
  private static func isContainer(_ name: Bytes) -> Bool {
    let names: [StaticString] = [
      "acl", "client", "cluster", "command", "config", "function", "latency", "memory", "module",
      "object", "pubsub", "script", "slowlog", "xgroup", "xinfo",
    ]
    return names.contains { name.equalsAnyCase($0) }
  }
}
