/// Reads what `log_line_prefix` puts before the label.
struct PostgreSQLPrefix: Sendable {
  var stamps = StampMemo()
  /// Whether a prefix without a stamp was seen, so that any other may be one too.
  var isUntimed = false

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
    return copy.stamp(&scanner) != nil || Self.dayPlace(text, from: 0) != nil
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
    let stamp = lateStamp(&scanner, &record) ?? stamps.stamp(&scanner)
    if let stamp {
      record.time = stamp.time
      record.timeResolution = stamp.resolution
    }
    let rest = text.from(scanner.position)
    if rest.find(UInt8(ascii: "=")) != nil { pairs(rest, &record) }
    let isKnown = tokens(rest, hasStamp: stamp != nil, &record)
    if stamp == nil, record.processID.isEmpty { record.processID = Self.process(in: text) }
    return stamp != nil || isKnown
  }

  /// The stamp that something else stands before, as under `%h %m [%p]`, `%Q %m` and `%e:%t:`.
  ///
  /// Of two (`%p-%s-%c-%l-%h-%u-%d-%m`) one is when the session began: the later one counts.
  private mutating func lateStamp(
    _ scanner: inout ByteScanner, _ record: inout LogRecord
  ) -> Stamp? {
    let text = scanner.bytes
    guard scanner.peek(4) != UInt8(ascii: "-") || scanner.peek(7) != UInt8(ascii: "-"),
      let first = Self.dayPlace(text, from: scanner.position)
    else { return nil }
    var latest: Stamp?
    var search = first
    let start = scanner.position
    while let place = Self.dayPlace(text, from: search) {
      var ahead = ByteScanner(text, at: place)
      search = place &+ 1
      guard let stamp = stamps.stamp(&ahead), let time = stamp.time else { continue }
      search = ahead.position
      if let known = latest?.time, known > time { continue }
      latest = stamp
      scanner = ahead
    }
    if latest != nil { front(text.part(start, first), &record) }
    return latest
  }

  /// What stands before the stamp: the process, or the host of the client.
  private func front(_ text: Bytes, _ record: inout LogRecord) {
    if text.last == UInt8(ascii: "-") {
      let process = text.part(0, text.count &- 1)
      if process.count <= 8, process.unsigned != nil { record.processID = process }
      return
    }
    let host = text.trimmed
    if host.count <= 15, host.count(where: { $0 == UInt8(ascii: ".") }) == 3,
      host.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") })
    {
      record.client = host
    }
    _ = tokens(text, hasStamp: false, &record)
  }

  /// Where `2021-05-27 17` stands next, which no digit precedes.
  private static func dayPlace(_ text: Bytes, from start: Int) -> Int? {
    var search = start &+ 4
    while let dash = text.find(UInt8(ascii: "-"), from: search), dash &+ 8 < text.count {
      search = dash &+ 1
      let place = dash &- 4
      guard text[dash &+ 3] == UInt8(ascii: "-"), text[dash &+ 6] == UInt8(ascii: " "),
        text[dash &+ 7].isDigit, text.part(place, dash).allSatisfy(\.isDigit),
        place == 0 || !text[place &- 1].isDigit
      else { continue }
      return place
    }
    return nil
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
      guard let token = Token(text, from: place, until: Self.isBreak) else { break }
      place &+= token.text.count
      isKnown = take(token, isFirst: count == 0 && hasStamp, &record) || isKnown
      count &+= 1
    }
    return isKnown
  }

  /// A word, and where the signs that tell what it is stand first in it.
  private struct Token {
    let text: Bytes
    var hasEquals = false
    var bracket: Int?
    var at: Int?
    var parenthesis: Int?
    var point: Int?

    /// The word that begins at `start`; `nil` where none does.
    @inline(__always)
    init?(_ bytes: Bytes, from start: Int, until isBreak: (UInt8) -> Bool) {
      var end = start
      while end < bytes.count, !isBreak(bytes[end]) {
        let byte = bytes[end]
        if byte.isWord {
          end &+= 1
          continue
        }
        let place = end &- start
        switch byte {
        case UInt8(ascii: "="): hasEquals = true
        case UInt8(ascii: "["): bracket = bracket ?? place
        case UInt8(ascii: "@"): at = at ?? place
        case UInt8(ascii: "("): parenthesis = parenthesis ?? place
        case UInt8(ascii: "."): point = point ?? place
        default: break
        }
        end &+= 1
      }
      guard end > start else { return nil }
      text = bytes.part(start, end)
    }
  }

  private func take(_ token: Token, isFirst: Bool, _ record: inout LogRecord) -> Bool {
    if token.hasEquals { return true }
    let text = token.text
    if let open = token.bracket, text.last == UInt8(ascii: "]") {
      // `[123]`, or `postgres[123]` of syslog.
      let inner = text.part(open &+ 1, text.count &- 1)
      guard inner.unsigned != nil, record.processID.isEmpty else { return false }
      record.processID = inner
      return true
    }
    if isFirst, text.count <= 8, text.unsigned != nil, record.processID.isEmpty {
      record.processID = text
      return true
    }
    if let at = token.at {
      let user = text.part(0, at)
      if record.user.isEmpty, !user.isEmpty, user.first != UInt8(ascii: "[") { record.user = user }
      return true
    }
    if text.last == UInt8(ascii: ")"), let open = token.parenthesis, open > 0,
      record.client.isEmpty
    {
      record.client = text.part(0, open)
      return true
    }
    return session(token, &record)
  }

  /// `6b01012a.34b6`: start time and process of a session, both in hexadecimal (`%c`).
  private func session(_ token: Token, _ record: inout LogRecord) -> Bool {
    let text = token.text
    guard let point = token.point, point == 8, text.count <= 17, text.count > 9,
      record.connectionID.isEmpty,
      text.part(0, point).allSatisfy(\.isHex), text.from(point &+ 1).allSatisfy(\.isHex)
    else { return false }
    record.connectionID = text
    return true
  }

  /// A blank or one of `:,>;`, as one test of a bit.
  @inline(__always)
  static func isBreak(_ byte: UInt8) -> Bool {
    byte < 64 && breaks &>> UInt64(byte) & 1 == 1
  }

  private static let breaks: UInt64 =
    1 << 0x09 | 1 << 0x20 | 1 << 0x2C | 1 << 0x3A | 1 << 0x3B | 1 << 0x3E
}
