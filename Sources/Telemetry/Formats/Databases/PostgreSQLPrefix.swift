/// The word that says what an entry of a PostgreSQL log is: `LOG:`, `ERROR:`, `STATEMENT:`.
struct PostgreSQLLabel {
  var level: LogLevel
  /// Where the word starts in its line, and where the text after its colon starts.
  var start: Int
  var end: Int
  /// Whether it is `LOG`, at which statements are logged.
  var isLog: Bool { level == .info }

  /// The first label in the first 400 bytes of `line`.
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
      guard level != .unknown else { continue }
      if start > 0, line[start &- 1].isWord { continue }
      // Without a prefix only the two blanks tell PostgreSQL from any other logger.
      if start == 0, !line.has("  ", at: search) || line.has("   ", at: search) { continue }
      return PostgreSQLLabel(level: level, start: start, end: search)
    }
    return nil
  }

  /// The level that a word in upper case means; `.unknown` for other words.
  static func level(_ word: Bytes) -> LogLevel {
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

/// Reads what `log_line_prefix` puts before the label.
struct PostgreSQLPrefix: Sendable {
  var stamps = StampMemo()

  /// Whether a line's start can be a prefix: it opens with a stamp, a bracket or nothing.
  func looksLikePrefix(_ text: Bytes) -> Bool {
    guard let first = text.first else { return true }
    if first.isDigit { return text.count >= 10 }
    if first == UInt8(ascii: "[") || first == UInt8(ascii: "<") { return true }
    var words = ByteScanner(text)
    let word = words.word()
    for mark in [UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "[")]
    where word.find(mark) != nil {
      return true
    }
    var copy = stamps.stamps
    var scanner = ByteScanner(text)
    return copy.stamp(&scanner) != nil
  }

  /// Reads stamp, process, user, database and client of `text` into `record`.
  ///
  /// Returns `false` for a prefix without any of them, unless it is empty.
  mutating func read(_ text: Bytes, into record: inout LogRecord) -> Bool {
    var scanner = ByteScanner(text)
    while scanner.next == UInt8(ascii: "<") || scanner.next == UInt8(ascii: "[")
      || scanner.next.isBlank
    { scanner.position &+= 1 }
    if scanner.isAtEnd { return text.isEmpty }
    let stamp = stamps.stamp(&scanner)
    if let stamp {
      record.time = stamp.time
      record.timeResolution = stamp.resolution
    }
    let rest = text.from(scanner.position)
    if rest.find(UInt8(ascii: "=")) != nil { pairs(rest, &record) }
    let isKnown = tokens(rest, hasStamp: stamp != nil, &record)
    return stamp != nil || isKnown
  }

  private func pairs(_ text: Bytes, _ record: inout LogRecord) {
    var pairs = KeyValueScanner(text)
    while let (key, value) = pairs.next() {
      if value.isEmpty || value.equals("[unknown") { continue }
      if key.equals("user") || key.equals("u") || key.equals("usr") { record.user = value }
      if key.equals("client") || key.equals("host") || key.equals("h") {
        record.client = value.first == UInt8(ascii: "[") ? value.from(1) : value
      }
      if key.equals("pid") || key.equals("p") { record.processID = value }
      if key.equals("session") || key.equals("sess") { record.connectionID = value }
    }
  }

  /// Words between blanks and colons: `[123]`, `123`, `user@db`, `10.0.0.1(4242)`, `6b01012a.34b6`.
  private func tokens(_ text: Bytes, hasStamp: Bool, _ record: inout LogRecord) -> Bool {
    var isKnown = false
    var place = 0
    var count = 0
    while place < text.count {
      while place < text.count, Self.isBreak(text[place]) { place &+= 1 }
      let start = place
      while place < text.count, !Self.isBreak(text[place]) { place &+= 1 }
      let token = text.part(start, place)
      guard !token.isEmpty else { break }
      isKnown = take(token, isFirst: count == 0 && hasStamp, &record) || isKnown
      count &+= 1
    }
    return isKnown
  }

  private func take(_ token: Bytes, isFirst: Bool, _ record: inout LogRecord) -> Bool {
    if token.find(UInt8(ascii: "=")) != nil { return true }
    if let open = token.find(UInt8(ascii: "[")), token.last == UInt8(ascii: "]") {
      // `[123]`, or `postgres[123]` of syslog.
      let inner = token.part(open &+ 1, token.count &- 1)
      guard inner.unsigned != nil, record.processID.isEmpty else { return false }
      record.processID = inner
      return true
    }
    if isFirst, token.count <= 8, token.unsigned != nil, record.processID.isEmpty {
      record.processID = token
      return true
    }
    if let at = token.find(UInt8(ascii: "@")) {
      let user = token.part(0, at)
      if record.user.isEmpty, !user.isEmpty, user.first != UInt8(ascii: "[") { record.user = user }
      return true
    }
    if token.last == UInt8(ascii: ")"), let open = token.find(UInt8(ascii: "(")), open > 0,
      record.client.isEmpty
    {
      record.client = token.part(0, open)
      return true
    }
    return session(token, &record)
  }

  /// `6b01012a.34b6`: start time and process of a session, both in hexadecimal (`%c`).
  private func session(_ token: Bytes, _ record: inout LogRecord) -> Bool {
    guard let point = token.find(UInt8(ascii: ".")), point == 8, token.count <= 17,
      token.count > 9, record.connectionID.isEmpty,
      token.part(0, point).allSatisfy(\.isHex), token.from(point &+ 1).allSatisfy(\.isHex)
    else { return false }
    record.connectionID = token
    return true
  }

  private static func isBreak(_ byte: UInt8) -> Bool {
    byte.isBlank || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ",")
      || byte == UInt8(ascii: ">") || byte == UInt8(ascii: ";")
  }
}
