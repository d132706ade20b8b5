/// The request log of uWSGI and the lines that it writes itself.
///
///     [pid: 7|app: 0|req: 1/1] 127.0.0.1 () {38 vars in 696 bytes} [Sun Mar 13 22:49:12 2016] GET /a => generated 47 bytes in 129 msecs (HTTP/1.1 200) ...
///
/// The stamp is that of the request's start, in local time and whole seconds.
/// Source: https://github.com/unbit/uwsgi/blob/master/core/logging.c (uwsgi_log_request)
package struct UWSGIFormat: LocalStampFormat {
  package static let name = "uwsgi"
  package static let vantage = "uwsgi"
  package static let samples = [
    "[pid: 88185|app: 0|req: 1/1] 127.0.0.1 () {38 vars in 696 bytes} [Sun Mar 13 22:49:12 2016] POST /update_metrics => generated 47 bytes in 129 msecs (HTTP/1.1 200) 9 headers in 378 bytes (1 switches on core 3)",
    "[pid: 88185|app: 0|req: 3/3] 127.0.0.1 () {34 vars in 617 bytes} [Sun Mar 13 22:49:15 2016] POST /endpoint2 => generated 215 bytes in 68 micros (HTTP/1.1 200) 9 headers in 373 bytes (1 switches on core 8)",
    "Sat Nov 21 05:50:47 2026 - uWSGI worker 1 screams: UAAAAAAH my master disconnected: i will kill myself !!!",
    "spawned uWSGI worker 1 (pid: 5395, cores: 1)",
    "WSGI app 0 (mountpoint='') ready in 0 seconds on interpreter 0x7feddb560018 pid: 5303 (default app)",
  ]

  package var stampContext: StampContext {
    get { stamps.context }
    set { stamps.context = newValue }
  }

  private var stamps = StampScanner()
  /// Whether uWSGI has told that it starts, and not yet that it serves: all it prints is its own.
  private var isStarting = false

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    // Lines with memory reports or a date of their own have the block a little later.
    guard let block = entry.find("[pid: "), block < 200 else { return notice(entry, &record) }
    var scanner = ByteScanner(entry, at: block &+ 6)
    let process = scanner.bytes.part(scanner.position, scanner.bytes.count)
    guard scanner.number() != nil, scanner.next == UInt8(ascii: "|") else { return false }
    record.processID = process.part(0, scanner.position &- block &- 6)
    guard scanner.upTo(UInt8(ascii: "]")) != nil, scanner.take(UInt8(ascii: " ")) else {
      return false
    }
    record.client = PeerAddress.host(scanner.word())
    guard scanner.take(" ("), let user = scanner.upTo(UInt8(ascii: ")")),
      scanner.upTo(UInt8(ascii: "[")) != nil, let stamp = stamps.stamp(&scanner),
      scanner.take("] ")
    else { return false }
    record.user = user
    return request(&scanner, stamp, &record)
  }

  /// Reads `POST /a => generated 47 bytes in 129 msecs (HTTP/1.1 200)`.
  private mutating func request(
    _ scanner: inout ByteScanner, _ stamp: Stamp, _ record: inout LogRecord
  ) -> Bool {
    let start = scanner.position
    record.method = scanner.word()
    guard scanner.take(UInt8(ascii: " ")),
      let arrow = scanner.bytes.find(" => generated ", from: scanner.position &- 1)
    else { return false }
    if arrow > scanner.position {
      record.target = scanner.bytes.part(scanner.position, arrow)
    }
    scanner.position = arrow &+ 14
    guard let bytes = scanner.number(), scanner.take(" bytes in "),
      let seconds = DurationScanner.duration(&scanner)
    else { return false }
    // `via sendfile()` and the like may stand in between.
    guard scanner.upTo(UInt8(ascii: "(")) != nil else { return false }
    if scanner.next == UInt8(ascii: ")") {
      guard scanner.upTo(UInt8(ascii: "(")) != nil else { return false }
    }
    guard scanner.upTo(UInt8(ascii: " ")) != nil, let status = scanner.digits(3) else {
      return false
    }
    isStarting = false
    record.kind = .request
    record.status = status
    record.bytesSent = Int64(bytes)
    record.seconds = seconds
    record.time = stamp.time.map { $0 + seconds }
    record.timeResolution = stamp.resolution
    record.message = scanner.bytes.from(start)
    return true
  }

  /// Lines about processes and connections: what uWSGI says of itself.
  private mutating func notice(_ entry: Bytes, _ record: inout LogRecord) -> Bool {
    var scanner = ByteScanner(entry)
    if let stamp = stamps.stamp(&scanner) {
      guard scanner.take(" - ") else { return false }
      record.time = stamp.time
      record.timeResolution = stamp.resolution
    }
    let text = scanner.rest
    record.message = text
    if text.has("*** Starting uWSGI ") { isStarting = true }
    if text.has("SIGPIPE: writing to a closed pipe") || text.has("uwsgi_response_write") {
      record.level = .warning
    } else if text.find("HARAKIRI") != nil || text.find("screams: ") != nil
      || text.has("invalid request block size") || text.has("--- no python application found")
    {
      record.level = .error
    } else {
      record.level = .info
      return isStarting || text.has("*** ") || text.has("spawned uWSGI") || text.has("WSGI app ")
        || text.has("uWSGI ") || text.has("uwsgi ") || text.has("...gracefully killing workers")
    }
    return true
  }
}
