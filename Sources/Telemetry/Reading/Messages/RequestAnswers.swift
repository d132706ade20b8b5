/// Where frameworks put the status of a request that no digits follow at once.
extension MessagePatterns {
  /// `application/json 62 - 500`: ASP.NET Core 5 to 7 writes type and length of what came in before it.
  static func hosted(_ scanner: inout ByteScanner) -> Int? {
    guard let dash = scanner.bytes.find(" - ", from: scanner.position, within: 256) else {
      return nil
    }
    var ahead = ByteScanner(scanner.bytes, at: dash &+ 3)
    guard let status = ahead.digits(3), 100..<600 ~= status, ahead.next.isBlank else { return nil }
    scanner = ahead
    return status
  }

  /// `took 12ms and returned 200`, `completed in 12ms with status 200`; tells the seconds.
  ///
  /// Source: https://www.playframework.com/documentation/latest/ScalaHttpFilters
  static func outcome(_ scanner: inout ByteScanner, _ seconds: inout Double?) -> Int? {
    var ahead = scanner
    ahead.skipBlanks()
    guard
      ahead.take("took ") || ahead.take("completed in ") || ahead.take("finished in ")
        || ahead.take("in "),
      let time = DurationScanner.written(&ahead),
      ahead.take(" and returned ") || ahead.take(" with status ") || ahead.take(", status ")
        || ahead.take(" with "),
      let status = ahead.digits(3), 100..<600 ~= status, !ahead.next.isWord
    else { return nil }
    scanner = ahead
    seconds = time
    return status
  }

  /// The status of `200 OK: GET - /x`, where `start` is that of the method.
  ///
  /// Source: https://ktor.io/docs/server-call-logging.html
  static func answer(_ text: Bytes, before start: Int) -> Int? {
    guard start > 5, text.has(": ", at: start &- 2) else { return nil }
    var place = start &- 2
    while place > 0, start &- place < 48, text[place &- 1].isLetter || text[place &- 1].isBlank {
      place &-= 1
    }
    guard place >= 3, place == 3 || !text[place &- 4].isWord else { return nil }
    var scanner = ByteScanner(text, at: place &- 3)
    guard let status = scanner.digits(3), 100..<600 ~= status else { return nil }
    return status
  }

  /// `request{method=GET uri=/x version=HTTP/1.1}: ... finished processing request latency=1 ms
  /// status=200`, as the tracing layer of tower-http logs an answer.
  ///
  /// Source: https://docs.rs/tower-http/latest/tower_http/trace/
  static func tower(_ text: Bytes, _ word: Word, _ record: inout LogRecord) -> Bool {
    guard text.has(" processing request ", at: word.end),
      let span = text.part(0, word.start).find(UInt8(ascii: "{"))
    else { return false }
    var method = Bytes.none
    var target = Bytes.none
    var outer = KeyValueScanner(text.part(span, word.start))
    while let (key, value) = outer.next() {
      if key.equals("method") { method = value }
      if key.equals("uri") { target = value }
    }
    guard HTTPMethod.isCommon(method), !target.isEmpty else { return false }
    var status: Int?
    var pairs = KeyValueScanner(text.from(word.end))
    while let (key, value) = pairs.next() {
      if key.equals("status") { status = value.unsigned }
    }
    guard let status, 100..<600 ~= status else { return false }
    record.kind = .request
    record.method = method
    record.target = target
    record.status = status
    if let latency = text.find("latency=", from: word.end),
      let seconds = duration(text, after: latency &+ 8)
    {
      record.seconds = seconds
    }
    return true
  }
}
