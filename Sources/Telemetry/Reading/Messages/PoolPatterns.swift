/// Messages about the state of a pool of connections.
///
///     HikariPool-1 - Pool stats (total=10/10, idle=0/10, active=10, waiting=23)
///     HikariPool-1 - Connection is not available, request timed out after 30000ms.
///     QueuePool limit of size 5 overflow 10 reached, connection timed out, timeout 30.00
///     Pool size: 5  Connections in pool: 1 Current Overflow: -4 Current Checked out connections: 0
///
/// A pattern here only notices the message; `PoolReadings` takes the values out of it.
extension MessagePatterns {
  static let pools: [MessagePattern] = [
    MessagePattern("total", noticePool), MessagePattern("connection", noticePool),
    MessagePattern("queuepool", noticePool), MessagePattern("timeout", noticePool),
    MessagePattern("timed", noticePool), MessagePattern("obtain", noticePool),
    MessagePattern("get", noticePool), MessagePattern("acquiring", noticePool),
    MessagePattern("pool", noticePool),
  ]

  private static func noticePool(_ text: Bytes, _ word: Word, _ record: inout LogRecord) -> Bool {
    guard PoolReadings.isAbout(text, word) else { return false }
    record.hasReadings = true
    return true
  }
}

/// Takes the values of a pool out of a message that `MessagePatterns` noticed.
enum PoolReadings {
  /// What callers are told that waited for a connection in vain, and whose words these are.
  private static let timeouts: [(word: StaticString, text: StaticString)] = [
    // HikariCP: https://github.com/brettwooldridge/HikariCP
    ("connection", "Connection is not available, request timed out after "),
    // SQLAlchemy: https://docs.sqlalchemy.org/en/20/errors.html#error-3o7r
    ("queuepool", "QueuePool limit of size "),
    // node-postgres
    ("timeout", "timeout exceeded when trying to connect"),
    // Knex
    ("timeout", "Timeout acquiring a connection"),
    // Prisma
    ("timed", "Timed out fetching a new connection from the connection pool"),
    // Active Record
    ("obtain", "obtain a connection from the pool within "),
    // psycopg_pool
    ("get", "get a connection after "),
    // Ecto
    ("connection", "connection not available and request was dropped from queue after "),
    // Sequelize
    ("acquiring", "acquiring connection from pool timed out"),
  ]

  /// Whether the text says something of a pool at the word.
  static func isAbout(_ text: Bytes, _ word: Word) -> Bool {
    if word.isOne("total") { return isStats(text, at: word.start) }
    if word.isOne("pool") { return PoolStatus(text.from(word.start)) != nil }
    return timeouts.contains { word.isOne($0.word) && text.has($0.text, at: word.start) }
  }

  /// How far the figures of HikariCP may reach: a line may begin like them at every word.
  private static let longestStats = 200

  private static func isStats(_ text: Bytes, at start: Int) -> Bool {
    guard text.has("(total=", at: start &- 1) else { return false }
    let stats = text.part(start, min(text.count, start &+ longestStats))
    return stats.find(", active=") != nil && stats.find(", waiting=") != nil
  }

  /// Where the figures begin that a line has, after others that only begin like them.
  private static func statsStart(_ text: Bytes) -> Int? {
    var search = 0
    while let start = text.find("(total=", from: search) {
      if isStats(text, at: start &+ 1) { return start }
      search = start &+ 7
    }
    return nil
  }

  private static func status(_ text: Bytes) -> PoolStatus? {
    var search = 0
    while let start = text.find(PoolStatus.head, from: search) {
      if let status = PoolStatus(text.from(start)) { return status }
      search = start &+ PoolStatus.head.utf8CodeUnitCount
    }
    return nil
  }

  /// Whether the text says that a caller gave up waiting.
  static func saysTimeout(_ text: Bytes) -> Bool {
    timeouts.contains { text.find($0.text) != nil }
  }

  /// The values in a line; `countsTimeouts` is false where the line repeats what one before said.
  ///
  /// `limit` is what the lines before have told of a pool without a name: a line that tells what is
  /// open tells no more than that the limit is not less.
  static func read(
    _ text: Bytes, countsTimeouts: Bool, limit known: inout PoolLimit,
    into readings: inout [LogReading]
  ) {
    readings.removeAll(keepingCapacity: true)
    if let status = status(text) {
      known.most = max(known.most, status.leastLimit)
      readings = [
        LogReading(.poolInUse, status.inUse), LogReading(.poolIdle, status.idle),
        LogReading(known.isStated ? .poolLimit : .poolLeastLimit, known.most),
      ]
      return
    }
    let stats = statsStart(text)
    let isTimeout = saysTimeout(text)
    let name = poolName(text, stats: stats)
    if let stats { readStats(text.from(stats), name, &readings) }
    guard isTimeout else { return }
    if countsTimeouts { readings.append(LogReading(.poolTimeouts, 1, subject: name)) }
    if let limit = statedLimit(text) {
      known = PoolLimit(most: max(known.most, Double(limit)), isStated: true)
      readings.append(LogReading(.poolLimit, Double(limit), subject: name))
    }
  }

  /// `(total=10/10, idle=0/10, active=10, waiting=23)`; the second number of a pair is the limit.
  private static func readStats(
    _ text: Bytes, _ name: DisplayText, _ readings: inout [LogReading]
  ) {
    var pairs = KeyValueScanner(text)
    while let (key, value) = pairs.next() {
      var scanner = ByteScanner(value)
      guard let count = scanner.number() else { continue }
      if key.equals("active") {
        readings.append(LogReading(.poolInUse, Double(count), subject: name))
      } else if key.equals("idle") {
        readings.append(LogReading(.poolIdle, Double(count), subject: name))
      } else if key.equals("waiting") {
        readings.append(LogReading(.poolWaiting, Double(count), subject: name))
        return
      } else if key.equals("total"), scanner.take(UInt8(ascii: "/")), let limit = scanner.number() {
        readings.append(LogReading(.poolLimit, Double(limit), subject: name))
      }
    }
  }

  /// `limit of size 5 overflow 10 reached` of SQLAlchemy, `connection limit: 5` of Prisma.
  private static func statedLimit(_ text: Bytes) -> Int? {
    if let place = text.find("QueuePool limit of size ") {
      var scanner = ByteScanner(text, at: place &+ 24)
      guard let size = scanner.number(), scanner.take(" overflow "), let more = scanner.number(),
        size < 1_000_000, more < 1_000_000
      else { return nil }
      return size &+ more
    }
    guard let place = text.find("connection limit: ") else { return nil }
    var scanner = ByteScanner(text, at: place &+ 18)
    return scanner.number()
  }

  /// The word before ` - Pool stats (` or ` - Connection is not available`, else nothing.
  private static func poolName(_ text: Bytes, stats: Int?) -> DisplayText {
    guard
      let end = text.find(" - Connection is not available")
        ?? stats.flatMap({ stats in
          var last: Int?
          var search = 0
          while let dash = text.find(" - ", from: search), dash < stats {
            last = dash
            search = dash &+ 1
          }
          return last
        })
    else { return "" }
    var first = end
    while first > 0, !text[first &- 1].isBlank { first &-= 1 }
    return DisplayText(text.part(first, end), limit: 80)
  }
}

/// The largest limit that lines have told of.
struct PoolLimit: Sendable {
  var most = 0.0
  /// Whether one stated it; else it is the most that was open.
  var isStated = false
}
