/// Messages about one request: that a server answered, or that this service made.
///
///     "GET /x HTTP/1.1" 200 in 12ms            GET /users/7 200 12.345 ms - 51
///     HTTP GET /x responded 200 in 12.3 ms                     Serilog
///     Request finished HTTP/1.1 GET http://a/x - 200 - text/html 12.3ms         ASP.NET Core
///     "GET http://a/x HTTP/1.1" from 1.2.3.4:5 - 200 0B in 12.3µs               chi
///     200 GET /x (1.2.3.4) 12.34ms                             Tornado
///     1.2.3.4:5 GET http://a/x 200 8  12.3ms                   Sanic
///     http://10.0.0.7:80 "GET /x HTTP/1.1" 200 9               urllib3
///     HTTP Request: GET https://api.x/y "HTTP/1.1 200 OK"      httpx
///     GET https://api.x/y 200 123ms            <-- 200 OK https://api.x/y (123ms, 45-byte body)
///     GET /x took 12ms and returned 200        Play
///     200 OK: GET - /x in 12ms                 Ktor
///     HTTP GET /x 200 [0.01, 1.2.3.4:5]        Daphne
///     [GET] /x 200 12ms                        GET /x - Status: 200 - Time: 0.012s
///     200 GET /x 12ms                          GET /x took 12ms
///     request{method=GET uri=/x}: finished processing request latency=1 ms status=200     tower-http
extension MessagePatterns {
  static let requests: [MessagePattern] = [
    MessagePattern("get", request), MessagePattern("post", request), MessagePattern("put", request),
    MessagePattern("patch", request), MessagePattern("delete", request),
    MessagePattern("head", request), MessagePattern("options", request),
    MessagePattern("finished", tower), MessagePattern("method", labelled),
    MessagePattern("verb", kubernetes),
  ]

  static let calls: [MessagePattern] = [
    MessagePattern("http", clientLibrary),
    MessagePattern("http", okHTTP),
    MessagePattern("https", okHTTP),
  ]

  /// `"GET /x HTTP/1.1" 200` or `GET /x 200 12 ms` at the upper-case word.
  private static func request(_ text: Bytes, _ word: Word, _ record: inout LogRecord) -> Bool {
    guard word.bytes.allSatisfy(\.isUpper) else { return false }
    var scanner = ByteScanner(text, at: word.end)
    if word.start > 0, text[word.start &- 1] == UInt8(ascii: "[") {
      _ = scanner.take(UInt8(ascii: "]"))
    }
    guard scanner.take(UInt8(ascii: " ")) else { return false }
    let follows = scanner.take("- ")
    var target = scanner.word()
    let isCall = target.has("http://") || target.has("https://")
    guard target.first == UInt8(ascii: "/") || isCall else { return false }
    scanner.skipBlanks()
    let isQuoted = word.start > 0 && text[word.start &- 1] == UInt8(ascii: "\"")
    let closing = isQuoted ? UInt8(ascii: "\"") : UInt8(ascii: ",")
    if target.last == closing { target = target.part(0, target.count &- 1) }
    if scanner.take("HTTP/") || isQuoted && isVersion(scanner.rest) { _ = scanner.word() }
    let stage = isCall ? hostingStage(text, before: word.start) : nil
    if stage == .starting { return false }
    let peer =
      isQuoted && isCall ? client(&scanner) : isCall ? caller(text, before: word.start) : nil
    var told: Double?
    var hasFailed = false
    var found =
      follows
      ? answer(text, before: word.start)
      : answered(text, before: word.start, &scanner, &record)
        ?? preceding(text, before: word.start, &scanner, &told) ?? status(&scanner)
        ?? (stage == .finished ? hosted(&scanner) : outcome(&scanner, &told))
    if found == nil, !follows, stage == nil,
      let end = timedEnd(text, before: word.start, &scanner)
    {
      found = 0
      told = end.seconds
      hasFailed = end.hasFailed
    }
    guard let status = found else { return false }
    var callee: Bytes?
    if peer != nil || stage == .finished {
      guard let path = path(target) else { return false }
      target = path
      if let peer { record.client = PeerAddress.host(peer) }
    } else {
      callee = isCall ? host(target) : connection(text, before: word.start)
      if isCall, callee == nil { return false }
    }
    record.method = word.bytes
    record.target = target
    record.status = status
    record.failed = hasFailed
    record.kind = .request
    if let callee {
      record.kind = .outbound
      record.name = callee
    }
    // The type of what was sent stands before ASP.NET's duration.
    let tail = scanner.position
    if let seconds = told ?? duration(near: &scanner, within: stage == nil ? 48 : 128)
      ?? RequestTail.seconds(
        text, from: tail, quote: isQuoted ? word.start &- 1 : nil,
        isInMessage: word.start > 1 && (record.time != nil || record.level != .unknown))
    {
      record.seconds = seconds
    }
    return true
  }

  /// Whether text starts with a bare version and the quote behind it, as hypercorn writes them.
  private static func isVersion(_ text: Bytes) -> Bool {
    text.has("1.1\"") || text.has("2\"") || text.has("3\"") || text.has("1.0\"")
  }

  /// What ASP.NET Core says about a request of its own before the method.
  private enum HostingStage {
    case starting, finished
  }

  /// `Request finished HTTP/1.1 ` before `start`, by which a URL is that of a request answered here.
  ///
  /// Source: https://github.com/dotnet/aspnetcore, src/Hosting/Hosting/src/Internal/HostingRequestFinishedLog.cs
  private static func hostingStage(_ text: Bytes, before start: Int) -> HostingStage? {
    var place = start &- 1
    while place > 0, !text[place &- 1].isBlank { place &-= 1 }
    guard text.has("HTTP/", at: place) else { return nil }
    if text.has("Request finished ", at: place &- 17) { return .finished }
    return text.has("Request starting ", at: place &- 17) ? .starting : nil
  }

  /// Takes ` from 1.2.3.4:5`, which chi writes behind a request that it answered.
  private static func client(_ scanner: inout ByteScanner) -> Bytes? {
    var ahead = scanner
    ahead.skipBlanks()
    guard ahead.take("from ") else { return nil }
    let peer = ahead.word()
    guard !peer.isEmpty else { return nil }
    scanner = ahead
    return peer
  }

  /// The address with its port that Sanic writes before the method, older versions in brackets.
  ///
  /// Source: https://github.com/sanic-org/sanic/blob/main/sanic/logging/formatter.py
  private static func caller(_ text: Bytes, before start: Int) -> Bytes? {
    var end = start &- 1
    if end > 1, text.has("]:", at: end &- 2) { end &-= 2 }
    var first = end
    while first > 0, end &- first < 64, !text[first &- 1].isBlank,
      text[first &- 1] != UInt8(ascii: "[") || text[end] == UInt8(ascii: " ")
    {
      first &-= 1
    }
    guard first < end else { return nil }
    let peer = text.part(first, end)
    let host = PeerAddress.host(peer)
    return host.count < peer.count && AccessLine.isAddress(host) ? peer : nil
  }

  /// The status before `GET /x (1.2.3.4)`, as Tornado writes it; takes the address.
  ///
  /// Source: https://www.tornadoweb.org/en/stable/web.html#tornado.web.Application.log_request
  private static func answered(
    _ text: Bytes, before start: Int, _ scanner: inout ByteScanner, _ record: inout LogRecord
  ) -> Int? {
    guard start >= 4, scanner.next == UInt8(ascii: "("), start == 4 || !text[start &- 5].isWord
    else { return nil }
    var before = ByteScanner(text, at: start &- 4)
    guard let status = before.digits(3), 100..<600 ~= status, before.take(UInt8(ascii: " ")) else {
      return nil
    }
    var ahead = scanner
    ahead.position &+= 1
    guard let peer = ahead.upTo(UInt8(ascii: ")")), AccessLine.isAddress(peer) else { return nil }
    record.client = peer
    scanner = ahead
    return status
  }

  /// What follows the host of a URL.
  private static func path(_ url: Bytes) -> Bytes? {
    guard let host = url.find("://"), let slash = url.find(UInt8(ascii: "/"), from: host &+ 3)
    else { return nil }
    return url.from(slash)
  }

  /// The host of `https://api.example.com:443 "GET`, as urllib3 logs the calls it makes.
  private static func connection(_ text: Bytes, before start: Int) -> Bytes? {
    guard start > 10, text.has(" \"", at: start &- 2) else { return nil }
    var first = start &- 2
    while first > 0, !text[first &- 1].isBlank { first &-= 1 }
    return host(text.part(first, start &- 2))
  }

  /// The first duration with a unit in the next bytes.
  private static func duration(
    near scanner: inout ByteScanner, within length: Int = 48
  ) -> Double? {
    let limit = min(scanner.position &+ length, scanner.bytes.count)
    while scanner.position < limit {
      if scanner.next.isDigit {
        if let seconds = DurationScanner.grouped(&scanner) ?? DurationScanner.inParts(&scanner),
          !scanner.next.isWord
        {
          return seconds
        }
        while scanner.next.isWord || scanner.next == UInt8(ascii: ".") { scanner.position &+= 1 }
      } else if scanner.next.isWord {
        while scanner.next.isWord { scanner.position &+= 1 }
      } else {
        scanner.position &+= 1
      }
    }
    return nil
  }

  /// `HTTP Request: GET https://api.x/y "HTTP/1.1 200 OK"` of httpx, which shows no time, and
  /// `HTTP Response: POST https://api.x/y "200 OK"` of OpenAI's client.
  private static func clientLibrary(
    _ text: Bytes, _ word: Word, _ record: inout LogRecord
  ) -> Bool {
    var scanner = ByteScanner(text, at: word.end)
    guard word.isUpper, scanner.take(" Request: ") || scanner.take(" Response: ") else {
      return false
    }
    let method = scanner.word()
    scanner.skipBlanks()
    let url = scanner.word()
    guard HTTPMethod.isCommon(method), let host = host(url) else { return false }
    record.kind = .outbound
    record.method = method
    record.target = url
    record.name = host
    scanner.skipBlanks()
    if scanner.take("\"HTTP/") { _ = scanner.word() }
    record.status = status(&scanner) ?? 0
    return true
  }

  /// `<-- 200 OK https://api.x/y (123ms, 45-byte body)`, as OkHttp logs an answer.
  private static func okHTTP(_ text: Bytes, _ word: Word, _ record: inout LogRecord) -> Bool {
    guard word.start >= 8, text.has("://", at: word.end) else { return false }
    let front = text.part(max(0, word.start &- 48), word.start)
    guard let arrow = front.find("<-- ") else { return false }
    var scanner = ByteScanner(front, at: arrow &+ 4)
    guard let status = scanner.digits(3), scanner.next == UInt8(ascii: " ") else { return false }
    scanner = ByteScanner(text, at: word.start)
    let url = scanner.word()
    guard let host = host(url) else { return false }
    record.kind = .outbound
    record.target = url
    record.name = host
    record.status = status
    if let seconds = duration(near: &scanner) { record.seconds = seconds }
    return true
  }

  /// The host of a URL.
  private static func host(_ url: Bytes) -> Bytes? {
    guard url.has("http://") || url.has("https://"), let slashes = url.find("//") else {
      return nil
    }
    var end = slashes &+ 2
    while end < url.count,
      url[end].isWord || url[end] == UInt8(ascii: ".")
        || url[end] == UInt8(ascii: "-")
    { end &+= 1 }
    return end > slashes &+ 2 ? url.part(slashes &+ 2, end) : nil
  }
}
