/// The native access log of Squid; extra columns after the client and the size are skipped.
///
///     1157689320.327   2864 10.105.21.199 TCP_MISS/200 10182 GET http://host/ user DIRECT/175.16.199.61 text/html
///     end            ms     client        result/status bytes method target
///
/// Source: https://wiki.squid-cache.org/Features/LogFormat
package struct SquidFormat: LogFormat {
  package static let name = "squid"
  package static let vantage = "squid"
  package static let samples = [
    "1157689320.327   2864 10.105.21.199 TCP_MISS/200 10182 GET http://www.goonernews.com/ badeyek DIRECT/175.16.199.61 text/html",
    "1795240245.064      0 127.0.0.1 TCP_MEM_HIT/200 406 GET http://127.0.0.1/cache/1 - HIER_NONE/- -",
    "1795240246.550      0 127.0.0.1 NONE_NONE/000 0 - error:transaction-end-before-headers - HIER_NONE/- -",
    #"1773416922.391    104 10.105.21.199 58938 TCP_MISS/200 904 123 364 123 528 GET http://example.com/ 1.1 badeyek HIER_DIRECT/203.0.113.10 80 text/html - - "-" "curl/8.14.1" "example.com" "-" 53 -"#,
  ]

  private var stamps = StampScanner()

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    var scanner = ByteScanner(entry)
    guard entry.count > 30, entry[10] == UInt8(ascii: "."), let stamp = stamps.stamp(&scanner),
      scanner.take(UInt8(ascii: " "))
    else { return false }
    scanner.skipBlanks()
    let isNegative = scanner.take(UInt8(ascii: "-"))
    guard let milliseconds = scanner.number(), scanner.take(UInt8(ascii: " ")) else { return false }
    record.client = scanner.word()
    guard scanner.take(UInt8(ascii: " ")) else { return false }
    if scanner.next.isDigit {
      guard scanner.number() != nil, scanner.take(UInt8(ascii: " ")) else { return false }
    }
    let result = scanner.word()
    guard let slash = result.find(UInt8(ascii: "/")), result[0].isUpper,
      let status = result.from(slash &+ 1).unsigned, status < 1000,
      scanner.take(UInt8(ascii: " ")), let bytes = scanner.number()
    else { return false }
    record.time = stamp.time
    record.timeResolution = stamp.resolution
    record.seconds = isNegative ? .nan : Double(milliseconds) / 1000
    record.cache = CacheWords.outcome(of: result.part(0, slash))
    record.status = status
    record.bytesSent = Int64(bytes)
    record.message = entry
    return request(&scanner, &record)
  }

  /// Method, target and user after the size and further numbers.
  private func request(_ scanner: inout ByteScanner, _ record: inout LogRecord) -> Bool {
    for _ in 0..<8 {
      scanner.skipBlanks()
      let word = scanner.word()
      guard let first = word.first else { return false }
      if first.isDigit { continue }
      scanner.skipBlanks()
      let target = scanner.word()
      // A connection that closed before it sent a request: `- error:transaction-end-before-headers`.
      if word.equals("-") {
        if target.has("error:") { return true }
        guard target.first?.isUpper == true else { continue }
        record.method = target
        scanner.skipBlanks()
        record.target = scanner.word()
      } else {
        guard first.isUpper else { return false }
        record.method = word
        record.target = target
      }
      record.kind = .request
      record.failed = record.status == 0
      scanner.skipBlanks()
      var user = scanner.word()
      if user.count == 3, user[1] == UInt8(ascii: ".") {
        scanner.skipBlanks()
        user = scanner.word()
      }
      if !user.equals("-") { record.user = user }
      return !record.target.isEmpty
    }
    return false
  }
}
