/// Squid's `combined` log: the combined log format with result and peer at the end.
///
/// Source: https://www.squid-cache.org/Doc/config/logformat/
package struct SquidCombinedFormat: LogFormat {
  package static let name = "squid-combined"
  package static let vantage = "squid"
  package static let samples = [
    #"127.0.0.1 - - [21/Nov/2026:05:50:45 +0000] "GET http://127.0.0.1/cache/1 HTTP/1.1" 200 406 "-" "curl/7.88.1" TCP_MEM_HIT:HIER_NONE"#
  ]

  private var line = AccessLine()

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    var start = entry.count
    while start > 0, !entry[start &- 1].isBlank { start &-= 1 }
    let result = entry.from(start)
    guard let colon = result.find(UInt8(ascii: ":")), result.has("TCP_") || result.has("NONE"),
      line.parse(entry, tail: .unread, into: &record)
    else { return false }
    record.cache = CacheWords.outcome(of: result.part(0, colon))
    return true
  }
}
