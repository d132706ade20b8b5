/// The common log of Traefik: number, router, server and milliseconds after the user agent.
///
///     127.0.0.1 - - [09/Mar/2018:10:51:32 +0000] "GET / HTTP/1.1" 401 17 "-" "agent" 1 "router" "server" 2ms
///
/// The stamp is that of the request's start.
/// Source: https://doc.traefik.io/traefik/observability/access-logs/#format
package struct TraefikFormat: LogFormat {
  package static let name = "traefik"
  package static let vantage = "traefik"
  package static let samples = [
    #"127.0.0.1 - - [09/Mar/2018:10:51:32 +0000] "GET / HTTP/1.1" 401 17 "-" "Go-http-client/1.1" 1 "testRouter with space" - 0ms"#,
    #"192.168.33.1 - - [02/Oct/2017:20:22:07 +0000] "GET /ui/favicons/favicon-16x16.png HTTP/1.1" 304 0 "http://example.com/login" "Mozilla/5.0 (X11; Linux x86_64)" 262 "Host-host-1" "http://172.19.0.3:5601" 2ms"#,
    #"::1 - - [15/Apr/2024:13:04:10 +0000] "GET / HTTP/1.1" - - "-" "-" 27 "-" "-" 0ms"#,
  ]

  private var line = AccessLine()

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    guard let milliseconds = Self.duration(entry) else { return false }
    if !line.parse(entry, tail: .unread, into: &record) {
      guard Self.hasNoAnswer(entry, record) else { return false }
      record.kind = .request
      record.failed = true
      record.message = entry
    }
    record.seconds = Double(milliseconds) / 1000
    record.time = record.time.map { $0 + record.seconds }
    return true
  }

  /// The number before `ms` at the end, when a server or `-` stands before it.
  private static func duration(_ entry: Bytes) -> Int? {
    guard entry.count > 60, entry.has("ms", at: entry.count &- 2) else { return nil }
    var start = entry.count &- 2
    while start > 0, entry[start &- 1].isDigit { start &-= 1 }
    guard start > 2, entry[start &- 1] == UInt8(ascii: " "),
      entry[start &- 2] == UInt8(ascii: "\"") || entry.has(" -", at: start &- 3)
    else { return nil }
    return entry.part(start, entry.count &- 2).unsigned
  }

  /// Whether dashes stand for status and bytes after a request that was read.
  private static func hasNoAnswer(_ entry: Bytes, _ record: LogRecord) -> Bool {
    guard let base = entry.baseAddress, let target = record.target.baseAddress else { return false }
    return entry.find("\" - - \"", from: target - base) != nil
  }
}
