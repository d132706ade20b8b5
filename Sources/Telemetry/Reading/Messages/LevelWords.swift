/// The words that loggers use for how serious a line is.
enum LevelWords {
  /// The level a word names, in any case; `unknown` for other words.
  static func level(_ word: Bytes) -> LogLevel {
    guard let first = word.first?.lowercased else { return .unknown }
    guard word.count >= 3, word.count <= 13 else { return .unknown }
    switch first {
    case UInt8(ascii: "t"):
      return isOne(word, "trace", "trc") || word.equalsAnyCase("trce") ? .trace : .unknown
    case UInt8(ascii: "d"):
      return isOne(word, "debug", "dbg") || word.equalsAnyCase("dbug") ? .debug : .unknown
    case UInt8(ascii: "v"): return word.equalsAnyCase("verbose") ? .debug : .unknown
    case UInt8(ascii: "i"):
      if isOne(word, "info", "inf") || word.equalsAnyCase("informational") { return .info }
      return word.equalsAnyCase("information") ? .info : .unknown
    case UInt8(ascii: "s"):
      if word.equalsAnyCase("success") { return .info }
      return word.equalsAnyCase("severe") ? .error : .unknown
    case UInt8(ascii: "n"): return word.equalsAnyCase("notice") ? .notice : .unknown
    case UInt8(ascii: "w"):
      return isOne(word, "warning", "warn") || word.equalsAnyCase("wrn") ? .warning : .unknown
    case UInt8(ascii: "e"):
      if isOne(word, "error", "err") { return .error }
      return isOne(word, "emerg", "emergency") ? .fatal : .unknown
    case UInt8(ascii: "f"):
      return isOne(word, "fatal", "ftl") ? .fatal : .unknown
    case UInt8(ascii: "c"):
      return isOne(word, "critical", "crit") ? .fatal : .unknown
    case UInt8(ascii: "a"): return word.equalsAnyCase("alert") ? .fatal : .unknown
    case UInt8(ascii: "p"): return isOne(word, "panic", "dpanic") ? .fatal : .unknown
    default: return .unknown
    }
  }

  /// The level of a number as pino and bunyan write it, from 10 (trace) to 60 (fatal).
  static func level(number: Int) -> LogLevel {
    switch number {
    case 10: .trace
    case 20: .debug
    case 30: .info
    case 40: .warning
    case 50: .error
    case 60: .fatal
    default: .unknown
    }
  }

  private static func isOne(_ word: Bytes, _ long: StaticString, _ short: StaticString) -> Bool {
    word.equalsAnyCase(long) || word.equalsAnyCase(short)
  }
}
