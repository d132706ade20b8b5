/// The access log of gin, a web framework for Go, with and without colours.
///
///     [GIN] 2024/01/01 - 10:00:00 | 200 |     123.456µs |       127.0.0.1 | GET      "/users/42"
///           └─ when answered ───┘   status  └ latency ┘     └─ client ─┘    method   target
///
/// Source: https://github.com/gin-gonic/gin/blob/master/logger.go (defaultLogFormatter)
package struct GinFormat: LocalStampFormat {
  package static let name = "gin-gonic"
  package static let vantage = "gin"
  package static let samples = [
    #"[GIN] 2024/01/01 - 10:00:00 | 200 |     123.456µs |       127.0.0.1 | GET      "/users/42""#,
    #"[GIN] 2024/01/01 - 10:00:01 | 500 |          1m2s |             ::1 | POST     "/orders?dry=1""#,
    "[GIN] 2024/01/01 - 10:00:02 |\u{1B}[97;42m 200 \u{1B}[0m|   12.345678ms |       10.0.0.7 |\u{1B}[97;44m GET     \u{1B}[0m \"/users/42\"",
  ]

  package var stampContext: StampContext {
    get { stamps.context }
    set { stamps.context = newValue }
  }

  private var stamps = StampScanner()
  private var texts = TextArena()

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    texts.begin(entry)
    let line = texts.withoutColours(entry)
    var scanner = ByteScanner(line)
    guard scanner.take("[GIN] "), let stamp = stamps.stamp(&scanner), scanner.takeBar(),
      let status = scanner.digits(3), scanner.takeBar(),
      let seconds = DurationScanner.duration(&scanner), scanner.takeBar()
    else { return false }
    let client = scanner.word()
    guard scanner.takeBar() else { return false }
    let method = scanner.word()
    scanner.skipBlanks()
    // Versions before 1.6 wrote the target without quotes.
    let target = scanner.quoted() ?? scanner.word()
    guard !method.isEmpty, !target.isEmpty else { return false }
    record.kind = .request
    record.time = stamp.time
    record.timeResolution = stamp.resolution
    record.status = status
    record.seconds = seconds
    record.client = client
    record.method = method
    record.target = texts.unescaped(target)
    record.message = line
    return true
  }
}
