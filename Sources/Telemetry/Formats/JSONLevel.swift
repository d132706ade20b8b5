/// The levels of structured lines: words, letters, and the numbers of several libraries.
enum JSONLevel {
  /// The level of a text: a word, its first letter, or a number in quotes.
  static func level(_ word: Bytes) -> LogLevel {
    let level = LevelWords.level(word)
    if level != .unknown { return level }
    if let number = word.unsigned { return Self.level(number: number) }
    switch word.count == 1 ? word[0] : 0 {
    case UInt8(ascii: "I"): return .info
    case UInt8(ascii: "W"): return .warning
    case UInt8(ascii: "E"): return .error
    case UInt8(ascii: "F"): return .fatal
    case UInt8(ascii: "D"): return .debug
    default: return .unknown
    }
  }

  /// The level of a number: tens of pino and bunyan, hundreds of Monolog.
  ///
  /// Source: https://github.com/Seldaek/monolog/blob/main/doc/01-usage.md#log-levels
  static func level(number: Int) -> LogLevel {
    switch number {
    case 100: .debug
    case 200: .info
    case 250: .notice
    case 300: .warning
    case 400: .error
    case 500, 550, 600: .fatal
    default: LevelWords.level(number: number)
    }
  }
}
