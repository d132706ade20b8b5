/// The HTTP and TCP logs of HAProxy, bare or behind what syslog puts before them.
///
///     10.0.0.7:1 [30/Jul/2018:09:03:52.726] in~ app/s1 0/0/1/0/2 304 168 - - ---- 6/6/0/0/0 0/0 {h} "GET / HTTP/1.1"
///     client      accepted                  front back  timers   status bytes   state conns   queues
///
/// Timers are milliseconds: in the request, queue, connect, response, in all; -1 where the
/// request was given up before. The upstream's time is that of connecting and responding.
/// Source: https://docs.haproxy.org/3.0/configuration.html#8.2.3
package struct HAProxyFormat: LocalStampFormat {
  package static let name = "haproxy"
  package static let vantage = "haproxy"
  package static let samples = [
    #"Feb 25 16:20:09 192.168.4.2 haproxy[7]: 89.247.124.65:15564 [25/Feb/2019:16:20:06.321] prod_http_in~ bk_ktest_kt/nginx_sonst 0/0/1/43/2707 200 26170 - - ---- 3/3/1/1/0 0/0 {Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:65.0) Gecko/20100101 Firefox/65.0} {} "GET /portal/?Script=934&onlinetest=korrektur&anm=13915&currentPage=0 HTTP/1.1""#,
    #"haproxy[5089]: -:22222 [22/May/2021:02:22:22.222] www-https~ myapp/node2 site.domain.com 0/0/0/18/18 200 200 - - ---- 222/222/2/0/0 0/0 "OPTIONS /api/v2/app/ HTTP/1.1""#,
    #"127.0.0.1:41526 [21/Nov/2026:05:49:52.005] http_in dead/d1 0/0/-1/-1/1001 503 217 - - SC-- 1/1/0/0/1 0/0 {127.0.0.1:18801|curl/7.88.1} {} "GET /dead/x HTTP/1.1""#,
    #"<134>Nov 21 05:49:55 haproxy[4660]: 127.0.0.1:36094 [21/Nov/2026:05:49:55.534] https_in app/s1 0/0/0/0/0 200 216 - - ---- 1/1/0/0/0 0/0 "GET /b/1 HTTP/1.1" 0/-/-/-/0 -/-/-"#,
    #"127.0.0.1:41610 [21/Nov/2026:05:49:55.636] http_in http_in/<NOSRV> -1/-1/-1/-1/0 400 0 - - CR-- 2/2/0/0/0 0/0 "<BADREQ>""#,
    "Sep 20 15:44:23 127.0.0.1 haproxy[25457]: 127.0.0.1:40962 [20/Sep/2018:15:44:23.285] main app/<NOSRV> -1/-1/1 212 SC 1/1/0/0/0 0/0",
    "Feb 25 16:19:38 192.168.4.2 haproxy[1]: Proxy prod_http_in started.",
  ]

  package var stampContext: StampContext {
    get { stamps.context }
    set { stamps.context = newValue }
  }

  package var readings: [LogReading] { backends.due }

  private var stamps = StampScanner()
  private var backends = BackendReadings()

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    guard let bracket = Self.acceptDate(entry) else { return notice(entry, &record) }
    var scanner = ByteScanner(entry, at: bracket &+ 1)
    guard let accepted = BracketedStamp.read(&scanner, stamps.context), scanner.take("] ") else {
      return false
    }
    var start = bracket &- 1
    while start > 0, !entry[start &- 1].isBlank { start &-= 1 }
    record.client = PeerAddress.beforePort(entry.part(start, bracket &- 1))
    if record.client.equals("-") { record.client = .none }
    tag(entry.part(0, start), &record)
    record.message = entry.from(start)
    record.time = accepted.time
    record.timeResolution = accepted.resolution
    _ = scanner.word()
    guard scanner.take(UInt8(ascii: " ")) else { return false }
    let server = scanner.word()
    // `http_in/sktst2: SSL handshake failure` tells of a connection that never was a request.
    if server.find(UInt8(ascii: "/")) == nil || server.last == UInt8(ascii: ":") {
      record.level = .warning
      return scanner.bytes.find(UInt8(ascii: ":"), from: bracket &+ 20) != nil
    }
    return counts(&scanner, server: server, accepted, &record)
  }

  /// What follows the server: timers, status, bytes, state, connections, queues, request.
  private mutating func counts(
    _ scanner: inout ByteScanner, server: Bytes, _ accepted: Stamp, _ record: inout LogRecord
  ) -> Bool {
    // Custom formats put a few words of their own before the timers.
    for _ in 0..<5 {
      guard scanner.take(UInt8(ascii: " ")) else { return false }
      var ahead = scanner
      if let timers = Slashed(&ahead), timers.count == 5 || timers.count == 3 {
        scanner = ahead
        if timers.count == 3 { return true }
        record.kind = .request
        time(timers, accepted, &record)
        return answer(&scanner, server: server, &record)
      }
      _ = scanner.word()
    }
    return false
  }

  private func time(_ timers: Slashed, _ accepted: Stamp, _ record: inout LogRecord) {
    if timers[2] >= 0, timers[3] >= 0 {
      record.upstreamSeconds = Double(timers[2] &+ timers[3]) / 1000
    }
    guard timers[4] >= 0 else { return }
    record.seconds = Double(timers[4]) / 1000
    if let time = accepted.time { record.time = time + record.seconds }
  }

  private mutating func answer(
    _ scanner: inout ByteScanner, server: Bytes, _ record: inout LogRecord
  ) -> Bool {
    guard scanner.take(UInt8(ascii: " ")) else { return false }
    let isAborted = scanner.take(UInt8(ascii: "-"))
    guard let status = scanner.number(), status < 1000, scanner.take(UInt8(ascii: " ")) else {
      return false
    }
    record.status = isAborted ? 0 : status
    record.failed = record.status == 0
    _ = scanner.take(UInt8(ascii: "+"))
    if let bytes = scanner.number() { record.bytesSent = Int64(bytes) }
    // Two captured cookies, then the state at the end of the session.
    for _ in 0..<3 {
      guard scanner.take(UInt8(ascii: " ")), !scanner.word().isEmpty else { return false }
    }
    guard scanner.take(UInt8(ascii: " ")), let connections = Slashed(&scanner),
      connections.count == 5, scanner.take(UInt8(ascii: " ")), let queues = Slashed(&scanner),
      queues.count == 2
    else { return false }
    let backend = server.part(0, server.find(UInt8(ascii: "/")) ?? server.count)
    record.hasReadings = backends.note(
      backend, inUse: connections[2], waiting: queues[0] &+ queues[1], at: record.time)
    guard let quote = scanner.bytes.find(UInt8(ascii: "\""), from: scanner.position) else {
      return true
    }
    if RequestText.read(scanner.bytes, from: quote &+ 1, into: &record) == nil {
      // HAProxy cuts lines at 1024 bytes, which loses the closing quote.
      _ = RequestText.read(text: scanner.bytes.from(quote &+ 1), into: &record)
    }
    return true
  }

  /// Where the `[` of the accept date is: `[25/Feb/2019:16:20:06`.
  private static func acceptDate(_ entry: Bytes) -> Int? {
    var place = 0
    while let bracket = entry.find(UInt8(ascii: "["), from: place), bracket < 512 {
      if bracket > 1, entry.count &- bracket > 24, entry[bracket &+ 3] == UInt8(ascii: "/"),
        entry[bracket &+ 7] == UInt8(ascii: "/"), entry[bracket &- 1] == UInt8(ascii: " ")
      {
        return bracket
      }
      place = bracket &+ 1
    }
    return nil
  }

  /// `haproxy[7]:` at the end of what stands before the client.
  private func tag(_ head: Bytes, _ record: inout LogRecord) {
    guard let tag = head.find("haproxy["), let end = head.find(UInt8(ascii: "]"), from: tag) else {
      return
    }
    record.processID = head.part(tag &+ 8, end)
  }

  /// A line about proxies and servers, known by its tag.
  private mutating func notice(_ entry: Bytes, _ record: inout LogRecord) -> Bool {
    guard let tag = entry.find("haproxy["), tag < 200,
      let end = entry.find("]: ", from: tag), end &- tag < 20
    else { return false }
    record.processID = entry.part(tag &+ 8, end)
    record.message = entry.from(end &+ 3)
    let isDown = record.message.find(" is DOWN") != nil
    record.level =
      isDown || record.message.find("has no server available") != nil ? .error : .info
    var scanner = ByteScanner(entry)
    if scanner.take(UInt8(ascii: "<")) { _ = scanner.upTo(UInt8(ascii: ">")) }
    if let stamp = stamps.stamp(&scanner) {
      record.time = stamp.time
      record.timeResolution = stamp.resolution
    }
    return true
  }
}
