/// nginx with a `log_format` of one's own in which the time of a request has a name.
///
///     10.0.0.1 "GET /a HTTP/1.1" 200 5 upstream=10.1.2.3:8000 us=200 rt=0.250 urt=0.249
///     [10/Oct/2025:13:55:36 +0000] 10.0.0.1 "GET /a HTTP/1.1" 200 request_time=0.250
///
/// Before the request stand the client's address or a stamp in brackets, and words that say no
/// more; behind the status any fields (see `AccessTail`), one of which names the time. The formats of
/// access logs know lines that begin like the common log format better.
/// Variables: https://nginx.org/en/docs/varindex.html
package struct NginxKeyedFormat: LocalStampFormat {
  package static let name = "nginx-keyed"
  package static let vantage = "nginx"
  package static let samples = [
    #"10.0.0.1 "GET /api/5 HTTP/1.1" 200 512 rt=0.250"#,
    #"10.0.0.1 "GET /a HTTP/1.1" 200 5 upstream=10.1.2.3:8000 us=200 rt=0.250 urt=0.249"#,
    #"[10/Oct/2025:13:55:36 +0000] 10.0.0.1 "POST /a HTTP/1.1" 502 "-" "curl/8.5.0" request_time=0.250 request_id=4609db11a73f7067e9de2f6fb325edd7"#,
    #"2025-10-10T13:55:36+00:00 10.0.0.1 bob "GET /a HTTP/2.0" 200 - cs=HIT rt=0.000"#,
  ]

  package var stampContext: StampContext {
    get { stamps.context }
    set { stamps.context = newValue }
  }

  private var stamps = StampScanner()

  private static let mostWords = 8

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    guard let quote = entry.find(UInt8(ascii: "\"")), quote > 0, entry[quote &- 1].isBlank,
      let afterRequest = RequestText.read(entry, from: quote &+ 1, into: &record),
      head(entry.part(0, quote), &record)
    else { return false }
    var scanner = ByteScanner(entry, at: afterRequest)
    // What a client sent that is no request was refused.
    guard scanner.take(UInt8(ascii: " ")), let status = scanner.digits(3),
      scanner.next == UInt8(ascii: " "), !record.method.isEmpty || status >= 400
    else { return false }
    record.status = status
    takeBytes(&scanner, &record)
    if let end = AccessLine.agentEnd(entry, from: scanner.position) {
      record.agent = scanner.rest
      scanner.position = end
    }
    record.kind = .request
    record.message = entry
    return AccessTail.read(scanner.rest, into: &record)
  }

  /// Takes ` 512` or ` -`.
  private func takeBytes(_ scanner: inout ByteScanner, _ record: inout LogRecord) {
    var ahead = scanner
    ahead.skipBlanks()
    let count = ahead.take(UInt8(ascii: "-")) ? 0 : ahead.number()
    guard let count, ahead.next == UInt8(ascii: " ") else { return }
    record.bytesSent = Int64(count)
    scanner = ahead
  }

  /// Reads client and stamp; `false` for what a logger writes before its message.
  private mutating func head(_ text: Bytes, _ record: inout LogRecord) -> Bool {
    var scanner = ByteScanner(text)
    var hasBrackets = false
    for _ in 0..<Self.mostWords {
      scanner.skipBlanks()
      if scanner.isAtEnd { return !record.client.isEmpty || hasBrackets }
      if record.time == nil, let isBracketed = takeStamp(&scanner, &record) {
        hasBrackets = isBracketed
        continue
      }
      let word = scanner.word()
      let host = PeerAddress.host(word)
      if record.client.isEmpty, AccessLine.isAddress(host) {
        record.client = host
      } else if word.first == UInt8(ascii: "[") || word.last == UInt8(ascii: ":")
        || LevelWords.level(word) != .unknown
      {
        return false
      }
    }
    return false
  }

  /// Takes a stamp with a date, and tells whether brackets stand around it.
  private mutating func takeStamp(
    _ scanner: inout ByteScanner, _ record: inout LogRecord
  ) -> Bool? {
    var ahead = scanner
    let isBracketed = ahead.take(UInt8(ascii: "["))
    guard let stamp = stamps.stamp(&ahead), let time = stamp.time,
      !isBracketed || ahead.take(UInt8(ascii: "]")), ahead.next.isBlank
    else { return nil }
    record.time = time
    record.timeResolution = stamp.resolution
    scanner = ahead
    return isBracketed
  }
}
