/// Where frameworks put the status of a request that no digits follow at once.
extension MessagePatterns {
  /// Three digits after blanks, arrows and the word for a status.
  static func status(_ scanner: inout ByteScanner) -> Int? {
    var ahead = scanner
    for _ in 0..<4 {
      ahead.skipBlanks()
      if let status = ahead.digits(3) {
        var unit = ahead
        guard 100..<600 ~= status, !ahead.next.isWord, ahead.next != UInt8(ascii: "."),
          DurationScanner.unit(&unit) == nil || unit.next.isWord
        else { return nil }
        scanner = ahead
        return status
      }
      if takeStatusKey(&ahead) || ahead.take("returned ") || ahead.take("responded ") { continue }
      while isArrow(ahead.next) { ahead.position &+= 1 }
    }
    return nil
  }

  private static func isArrow(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "|"),
      UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "\""), 0xE2, 0x86, 0x92:
      true
    default: false
    }
  }

  /// Takes `status=`, `Status: `, `status_code=` or `status `.
  private static func takeStatusKey(_ scanner: inout ByteScanner) -> Bool {
    var ahead = scanner
    guard ahead.bytes.hasAnyCase("status", at: ahead.position) else { return false }
    ahead.position &+= 6
    let code = ahead.next.isLetter ? ahead.position : ahead.position &+ 1
    if ahead.bytes.hasAnyCase("code", at: code) { ahead.position = code &+ 4 }
    guard ahead.take("=") || ahead.take(":") || ahead.next.isBlank else { return false }
    ahead.skipBlanks()
    scanner = ahead
    return true
  }

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

  /// `took 12ms and returned 200`, `completed in 12ms with status 200`, `in 12ms, status=200`; tells
  /// the seconds.
  ///
  /// Source: https://www.playframework.com/documentation/latest/ScalaHttpFilters
  static func outcome(_ scanner: inout ByteScanner, _ seconds: inout Double?) -> Int? {
    var ahead = scanner
    ahead.skipBlanks()
    guard
      ahead.take("took ") || ahead.take("completed in ") || ahead.take("finished in ")
        || ahead.take("in "),
      let time = DurationScanner.written(&ahead)
    else { return nil }
    if !ahead.take(" and returned "), !ahead.take(" with status "), !ahead.take(" with ") {
      _ = ahead.take(",")
      ahead.skipBlanks()
      guard takeStatusKey(&ahead) else { return nil }
    }
    guard let status = ahead.digits(3), 100..<600 ~= status, !ahead.next.isWord else { return nil }
    scanner = ahead
    seconds = time
    return status
  }

  /// The status before `GET /x 12ms`, where only the time follows the target; tells the seconds.
  static func preceding(
    _ text: Bytes, before start: Int, _ scanner: inout ByteScanner, _ seconds: inout Double?
  ) -> Int? {
    guard start >= 4,
      start == 4 || !text[start &- 5].isWord && text[start &- 5] != UInt8(ascii: ".")
    else { return nil }
    var before = ByteScanner(text, at: start &- 4)
    var ahead = scanner
    ahead.skipBlanks()
    guard let status = before.digits(3), 100..<600 ~= status, before.take(UInt8(ascii: " ")),
      let time = DurationScanner.written(&ahead), !ahead.next.isWord
    else { return nil }
    scanner = ahead
    seconds = time
    return status
  }

  /// How a request ended that shows no status.
  struct TimedEnd {
    let seconds: Double
    let hasFailed: Bool
  }

  /// `took 12ms`, `completed in 12ms` or `failed after 2s` behind the target, and no status; `in 12ms`
  /// there and such a verb before the method, which is at `start`; or nothing but a time.
  static func timedEnd(
    _ text: Bytes, before start: Int, _ scanner: inout ByteScanner
  ) -> TimedEnd? {
    var ahead = scanner
    ahead.skipBlanks()
    if ahead.take("- ") { ahead.skipBlanks() }
    var verb = Bytes.none
    let isAlone = ahead.next.isDigit
    if !isAlone, !ahead.take("took ") {
      let isBefore = text.has("in ", at: ahead.position) || text.has("after ", at: ahead.position)
      verb = isBefore ? wordAhead(of: start, in: text) : ahead.word()
      ahead.skipBlanks()
      guard endings.contains(where: { verb.equalsAnyCase($0) }),
        ahead.take("in ") || ahead.take("after ")
      else { return nil }
    }
    ahead.skipBlanks()
    guard let seconds = DurationScanner.written(&ahead), !ahead.next.isWord,
      !isAlone || ahead.isAtEnd
    else { return nil }
    scanner = ahead
    return TimedEnd(seconds: seconds, hasFailed: verb.equalsAnyCase("failed"))
  }

  /// The word that a blank sets apart from what begins at `start`.
  private static func wordAhead(of start: Int, in text: Bytes) -> Bytes {
    guard start > 1, text[start &- 1] == UInt8(ascii: " ") else { return .none }
    var first = start &- 1
    while first > 0, text[first &- 1].isLetter { first &-= 1 }
    return text.part(first, start &- 1)
  }

  private static let endings: [StaticString] = [
    "completed", "finished", "done", "handled", "processed", "served", "executed", "ended", "ran",
    "succeeded", "failed",
  ]

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
