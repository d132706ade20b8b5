/// The word that says what an entry of a PostgreSQL log is: `LOG:`, `ERROR:`, `STATEMENT:`.
struct PostgreSQLLabel {
  var level: LogLevel
  /// Where the word starts in its line, and where the text after its colon starts.
  var start: Int
  var end: Int
  /// Whether it is `LOG`, at which statements are logged.
  var isLog: Bool { level == .info }

  /// Whether it is `STATEMENT` in `line`: the statement that the entry before is about.
  func isStatement(in line: Bytes) -> Bool {
    guard level == .notice else { return false }
    let word = line.part(start, end &- 1).trimmed
    return word.equals("STATEMENT") || word.equals("ANWEISUNG") || word.equals("INSTRUCTION")
  }

  /// Whether no other logger has the word that `line` shows.
  func isOwn(in line: Bytes) -> Bool { Self.isOwn(line.part(start, end &- 1)) }

  /// The first label in the first 400 bytes of `line`.
  ///
  /// Words that every logger has count only with PostgreSQL's two blanks after the colon; some
  /// collectors leave it one, which is enough after words of its own. `app.ERROR:` is Monolog's.
  static func find(_ line: Bytes) -> PostgreSQLLabel? {
    let limit = min(line.count, 400)
    // The colons of a time of day are the commonest ones that are none of a label.
    let opensWithStamp =
      line.count > 19 && line[13] == UInt8(ascii: ":") && line[16] == UInt8(ascii: ":")
      && line[4] == UInt8(ascii: "-")
    var search = opensWithStamp ? 17 : 0
    while let colon = line.find(UInt8(ascii: ":"), from: search), colon < limit {
      search = colon &+ 1
      guard colon > 2, search == line.count || line[search].isBlank,
        line[colon &- 1].isUpper || line[colon &- 2].isUpper
      else { continue }
      var start = colon
      while start > 0, line[start &- 1].isUpper || line[start &- 1].isDigit { start &-= 1 }
      let level = level(line.part(start, colon))
      guard level != .unknown else {
        if let label = PostgreSQLTranslation.label(line, colon: colon) { return label }
        continue
      }
      if start > 0, line[start &- 1].isWord || line[start &- 1] == UInt8(ascii: ".") { continue }
      let isApart = line.has("  ", at: search) && !line.has("   ", at: search)
      // Without a prefix nothing else tells PostgreSQL from any other logger.
      if !isApart, start == 0 || !isOwn(line.part(start, colon)) { continue }
      return PostgreSQLLabel(level: level, start: start, end: search)
    }
    return nil
  }

  /// Whether no other logger has the word for a level.
  private static func isOwn(_ word: Bytes) -> Bool {
    switch word.count {
    case 3: word.equals("LOG")
    case 4: word.equals("HINT")
    case 5: word.equals("QUERY")
    case 6: word.equals("DETAIL")
    case 7: word.equals("CONTEXT")
    case 8: word.equals("LOCATION")
    case 9: word.equals("STATEMENT") || word.equals("BACKTRACE")
    default: false
    }
  }

  /// The level that a word in upper case means, in English or another language; `.unknown` for other
  /// words.
  static func level(_ word: Bytes) -> LogLevel {
    let level = english(word)
    return level == .unknown ? PostgreSQLTranslation.level(word) : level
  }

  private static func english(_ word: Bytes) -> LogLevel {
    switch word.count {
    case 3: return word.equals("LOG") ? .info : .unknown
    case 4: return word.equals("INFO") || word.equals("HINT") ? .notice : .unknown
    case 5:
      if word.equals("ERROR") { return .error }
      if word.equals("FATAL") || word.equals("PANIC") { return .fatal }
      if word.equals("QUERY") { return .notice }
      return word.equals("DEBUG") ? .debug : .unknown
    case 6:
      if word.equals("NOTICE") || word.equals("DETAIL") { return .notice }
      return word.has("DEBUG") ? .debug : .unknown
    case 7:
      if word.equals("WARNING") { return .warning }
      return word.equals("CONTEXT") ? .notice : .unknown
    case 8: return word.equals("LOCATION") ? .notice : .unknown
    case 9:
      return word.equals("STATEMENT") || word.equals("BACKTRACE") ? .notice : .unknown
    default: return .unknown
    }
  }
}
