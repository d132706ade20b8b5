/// The log of PgBouncer, old (1.8) and new.
///
/// Once every `stats_period` a `stats:` line shows rates and averages since the one before. Up to
/// 1.22 its wait is the time that all clients together waited per second; from 1.23 on it is
/// the mean wait for a server connection (https://github.com/pgbouncer/pgbouncer/pull/727), which
/// the line alone does not tell from 1.21: the version in the line at the start of the log does.
package struct PgBouncerFormat: LocalStampFormat {
  package static let name = "pgbouncer"
  package static let vantage = "pgbouncer"
  package static let isSequential = true
  package static let samples = [
    "2023-12-19 03:06:37.241 CET [10384] LOG stats: 4874 xacts/s, 7318 queries/s, 0 client parses/s, 0 server parses/s, 0 binds/s, in 1 B/s, out 2 B/s, xact 1392 us, query 820 us, wait 45079 us",
    "2018-09-12 16:09:54.778 3394 LOG stats: 281 xacts/s, 1967 queries/s, in 118855 B/s, out 93433 B/s, xact 17057 us, query 2360 us, wait time 8672 us",
    "2026-11-21 05:50:49.418 UTC [4085] WARNING C-0x55c: postgres/postgres@127.0.0.1:38152 pooler error: query_wait_timeout",
    "2026-11-21 05:50:49.418 UTC [4085] LOG process up: PgBouncer 1.18.0, libevent 2.1.12-stable (epoll), adns: c-ares 1.18.1, tls: OpenSSL 3.0.20",
  ]

  package var stampContext: StampContext {
    get { stamps.stamps.context }
    set { stamps.stamps.context = newValue }
  }

  package private(set) var readings: [LogReading] = []

  private var stamps = StampMemo()
  private var lastStats: Timestamp?
  /// Whether a wait is that of one transaction; `nil` until a version or a line told.
  private var waitIsMean: Bool?
  /// Hash of the client whose timeout was counted last.
  private var lastTimeout: UInt64 = 0
  private static let usualPeriod = 60.0
  private static let longestPeriod = 3600.0

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    var scanner = ByteScanner(entry)
    guard scanner.next.isDigit, let stamp = stamps.stamp(&scanner) else { return false }
    scanner.skipBlanks()
    let isBracketed = scanner.take(UInt8(ascii: "["))
    let process = scanner.position
    guard scanner.number() != nil else { return false }
    record.processID = entry.part(process, scanner.position)
    guard !isBracketed || scanner.take(UInt8(ascii: "]")), scanner.take(UInt8(ascii: " ")) else {
      return false
    }
    let level = Self.level(scanner.word())
    guard level != .unknown, scanner.take(UInt8(ascii: " ")) else { return false }
    record.level = level
    record.time = stamp.time
    record.timeResolution = stamp.resolution
    record.message = scanner.rest
    // PostgreSQL writes a colon after the level; what PgBouncer says begins like this.
    guard let first = record.message.first, !first.isBlank else { return false }
    read(record.message, &record)
    return true
  }

  private mutating func read(_ message: Bytes, _ record: inout LogRecord) {
    if message.has("stats: ") {
      stats(message, &record)
    } else if let place = message.find("PgBouncer 1."), message.has("process up") {
      lastStats = record.time
      var scanner = ByteScanner(message, at: place &+ 12)
      if let minor = scanner.number() { waitIsMean = minor >= 23 }
    } else if let place = message.find("pooler error: query_wait_timeout")
      ?? message.find("Pooler Error: query_wait_timeout")
      ?? message.find("closing because: query_wait_timeout")
    {
      // Either line may be switched off; where both are logged, they name the same client.
      let client = ByteHash.of(message.part(0, place))
      guard client != lastTimeout else { return lastTimeout = 0 }
      lastTimeout = client
      readings = [LogReading(.poolTimeouts, 1, subject: "pgbouncer")]
      record.hasReadings = true
    }
  }

  /// Readings whose quotient is the mean wait of a transaction for its server connection.
  private mutating func stats(_ message: Bytes, _ record: inout LogRecord) {
    guard let transactions = Self.number(before: " xacts/s", in: message),
      let wait = Self.number(after: "wait ", in: message)
        ?? Self.number(after: "wait time ", in: message)
    else { return }
    let period = period(endingAt: record.time)
    let isMean = waitIsMean ?? (message.find(" client parses/s") != nil)
    let acquired = transactions * period
    let waited = wait / 1_000_000 * (isMean ? acquired : period)
    readings = [
      LogReading(.poolAcquired, acquired, subject: "pgbouncer"),
      LogReading(.poolWaitSeconds, waited, subject: "pgbouncer"),
    ]
    record.hasReadings = true
  }

  /// Seconds since the stats or the start before, or else the default of `stats_period`.
  private mutating func period(endingAt time: Timestamp?) -> Double {
    defer { lastStats = time }
    guard let time, let lastStats else { return Self.usualPeriod }
    let seconds = time - lastStats
    return seconds > 0 && seconds <= Self.longestPeriod ? seconds : Self.usualPeriod
  }

  private static func number(before unit: StaticString, in text: Bytes) -> Double? {
    guard let end = text.find(unit) else { return nil }
    var start = end
    while start > 0, text[start &- 1].isDigit { start &-= 1 }
    return text.part(start, end).unsigned.map(Double.init)
  }

  private static func number(after word: StaticString, in text: Bytes) -> Double? {
    guard let place = text.find(word) else { return nil }
    var scanner = ByteScanner(text, at: place &+ word.utf8CodeUnitCount)
    return scanner.number().map(Double.init)
  }

  private static func level(_ word: Bytes) -> LogLevel {
    switch word.count {
    case 3: word.equals("LOG") ? .info : .unknown
    case 5:
      word.equals("ERROR")
        ? .error
        : word.equals("FATAL")
          ? .fatal
          : word.equals("DEBUG") || word.equals("NOISE") ? .debug : .unknown
    case 7: word.equals("WARNING") ? .warning : .unknown
    default: .unknown
    }
  }
}
