/// The access log of uvicorn, with and without colours, and its other lines.
///
/// The default layout has no stamp; a formatter that adds one in front is understood.
/// Source: https://github.com/encode/uvicorn/blob/master/uvicorn/config.py (LOGGING_CONFIG)
package struct UvicornFormat: LocalStampFormat {
  package static let name = "uvicorn"
  package static let vantage = "uvicorn"
  package static let samples = [
    #"INFO:     127.0.0.1:51234 - "GET /items/42 HTTP/1.1" 200 OK"#,
    "\u{1B}[32mINFO\u{1B}[0m:     127.0.0.1:51234 - \"\u{1B}[1mGET /items/42 HTTP/1.1\u{1B}[0m\" \u{1B}[32m200 OK\u{1B}[0m",
    #"2026-01-01 10:00:00,123 - uvicorn.access - INFO - 127.0.0.1:51234 - "POST /items HTTP/1.1" 201"#,
    #"INFO 2026-01-01 10:00:00,123 uvicorn.access 127.0.0.1:51234 - "GET / HTTP/1.1" 404"#,
    "INFO:     Started server process [7]",
    "2026-01-01 10:00:00,123 - uvicorn.error - INFO - Application startup complete.",
  ]

  package var stampContext: StampContext {
    get { head.stamps.context }
    set { head.stamps.context = newValue }
  }

  private var head = LineHead()
  private var texts = TextArena()
  /// Level of the last line that stood by itself; `nil` before the first.
  private var lastLevel: LogLevel?

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    texts.begin(entry)
    let line = texts.withoutColours(entry)
    if let (client, after) = Self.access(line, into: &record) {
      let start = Self.prefixEnd(line, client: client)
      _ = head.read(line.part(0, start), into: &record)
      record.kind = .request
      record.client = PeerAddress.beforePort(line.part(start, client))
      record.message = line.from(start)
      lastLevel = record.level
      return after <= line.count
    }
    if Self.isServerLine(line) {
      record.message = line.from(head.read(line, into: &record) ?? 0).trimmed
      lastLevel = record.level
      return true
    }
    guard let lastLevel, StackTrace.continues(line) else { return false }
    record.level = lastLevel
    record.message = line.trimmed
    return true
  }

  /// The piece `1.2.3.4:51234 - "GET / HTTP/1.1" 200`: where the address ends and the rest starts.
  private static func access(
    _ line: Bytes, into record: inout LogRecord
  ) -> (addressEnd: Int, rest: Int)? {
    guard let dash = line.find(" - \""), dash > 0,
      let afterText = RequestText.read(line, from: dash &+ 4, into: &record),
      !record.method.isEmpty, isAddress(line, end: dash)
    else { return nil }
    var scanner = ByteScanner(line, at: afterText)
    guard scanner.take(UInt8(ascii: " ")), let status = scanner.digits(3), !scanner.next.isWord,
      // After the status comes its phrase; a number would make it another server's log.
      !(scanner.next == UInt8(ascii: " ") && scanner.peek(1).isDigit)
    else { return nil }
    record.status = status
    return (dash, scanner.position)
  }

  /// Whether the word before `end` is an address with a port, or nothing but a host for sockets.
  private static func isAddress(_ line: Bytes, end: Int) -> Bool {
    let word = line.part(prefixEnd(line, client: end), end)
    guard let colon = word.lastIndex(of: UInt8(ascii: ":")) else { return word.isEmpty }
    return word.from(colon &+ 1).unsigned != nil
  }

  /// Where the word that ends at `client` starts.
  private static func prefixEnd(_ line: Bytes, client: Int) -> Int {
    var start = client
    while start > 0, !line[start &- 1].isBlank { start &-= 1 }
    return start
  }

  /// `INFO:     Started server process`, padded to ten columns, or a line of uvicorn's loggers.
  private static func isServerLine(_ line: Bytes) -> Bool {
    var end = 0
    while end < line.count, line[end].isUpper { end &+= 1 }
    if end >= 4, end <= 8, line.count > 10, line[end] == UInt8(ascii: ":"), !line[10].isBlank,
      LevelWords.level(line.part(0, end)) != .unknown,
      line.part(end &+ 1, 10).allSatisfy({ $0 == UInt8(ascii: " ") })
    {
      return true
    }
    guard let name = line.find("uvicorn"), name < 64 else { return false }
    return line.has("uvicorn.error", at: name) || line.has("uvicorn.access", at: name)
  }
}
