/// One line of an application log as all formats of such logs read it: head, message, what counts.
///
/// It remembers of the lines before only what a line without a head takes from them.
struct MessageLine: Sendable {
  /// What the last line that stood by itself may go on with.
  private enum Open {
    case nothing, text, statement, trace
  }

  var head = LineHead()
  private var texts = TextArena()
  private var open = Open.nothing
  /// Level of the last line that stood by itself.
  private var level = LogLevel.unknown
  /// When the line before was written, which is when GORM wrote the statement on this one.
  private var before: (time: Timestamp, resolution: Double)?
  /// Hash of the last call that httpx logged, which OpenAI's client logs once more.
  private var lastCall: UInt64 = 0
  /// Whether the pool's timeout that a stack trace may repeat was counted.
  private var countedTimeout = false
  /// The largest limit of a pool without a name so far.
  private var poolLimit = PoolLimit()
  /// Values of a pool that the line parsed last shows.
  private(set) var readings: [LogReading] = []

  /// Makes room for the text of one entry, without terminal colours.
  mutating func uncoloured(_ entry: Bytes) -> Bytes {
    texts.begin(entry)
    return texts.withoutColours(entry)
  }

  /// Reads a line into `record`; of an entry of several lines also `whole`, which starts with it.
  mutating func read(_ line: Bytes, whole: Bytes = .none, into record: inout LogRecord) -> Bool {
    // Patterns inside a JSON string would run on into the next key.
    if line.first == UInt8(ascii: "{") { return false }
    let start = head.read(line, into: &record)
    record.message = line.from(start ?? 0).trimmed
    let isAnswer = start == nil && StackTrace.startsRequest(line)
    if start == nil, !isAnswer, continues(line) {
      record.level = level
      if StackTrace.isTrace(line) { open = .trace }
      noteTimeout(line, &record)
      return true
    }
    if start != nil { countedTimeout = false }
    var isMore = MessagePatterns.read(record.message, into: &record)
    if !whole.isEmpty { isMore = read(whole: whole.from(start ?? 0), isMore, &record) }
    if start == nil, !isMore, !isAnswer, !line.has("Hibernate: ") { return false }
    settle(line, &record)
    takeTimeBefore(line, &record)
    RequestIDs.read(line, into: &record)
    level = record.level
    open = record.kind == .query || Self.showsStatement(record.message) ? .statement : .text
    return true
  }

  /// The time of GORM's line before its statement, where these are not read as one entry.
  private mutating func takeTimeBefore(_ line: Bytes, _ record: inout LogRecord) {
    if record.time == nil, record.kind == .query, let before, line.first == UInt8(ascii: "[") {
      record.time = before.time
      record.timeResolution = before.resolution
    }
    let resolution = record.timeResolution
    before = nil
    if record.kind == .message, let time = record.time { before = (time, resolution) }
  }

  /// Reads the message of an entry of several lines once more, with all its lines.
  ///
  /// `isMore` says whether its first line alone counts; only a statement can then go on.
  private func read(whole: Bytes, _ isMore: Bool, _ record: inout LogRecord) -> Bool {
    guard !isMore || record.kind == .query, let end = whole.find(0x0A),
      !StackTrace.isTrace(whole.from(end &+ 1))
    else { return isMore }
    return MessagePatterns.read(whole.trimmedSpace, into: &record) || isMore
  }

  private func continues(_ line: Bytes) -> Bool {
    switch open {
    case .nothing: false
    case .text: StackTrace.continues(line)
    case .statement: StackTrace.continues(line) || StackTrace.continuesStatement(line)
    case .trace: StackTrace.continuesTrace(line) || StackTrace.continuesStatement(line)
    }
  }

  /// Corrects what a single line cannot know.
  private mutating func settle(_ line: Bytes, _ record: inout LogRecord) {
    if record.hasReadings { notePool(line, &record) }
    switch record.kind {
    case .outbound: dropRepeatedCall(&record)
    case .request:
      if record.time == nil { stampInside(line, &record) }
      if record.client.isEmpty { callerInside(line, &record) }
    case .query where line.find("db.statement=\"") != nil:
      let plain = texts.unescaped(record.statement).trimmedSpace
      if !plain.isEmpty { record.statement = plain }
    default: break
    }
  }

  /// OpenAI's client logs `HTTP Response: POST url` after httpx logged the same call.
  private mutating func dropRepeatedCall(_ record: inout LogRecord) {
    guard let mark = record.message.find("HTTP Re") else { return }
    let call = ByteHash.of(record.target)
    if record.message.has("HTTP Request: ", at: mark) {
      lastCall = call
    } else if call == lastCall {
      lastCall = 0
      record.kind = .message
    }
  }

  /// `127.0.0.1 - - [21/Nov/2026 05:33:51] "GET / HTTP/1.1" 200 -`, as Werkzeug writes it, and
  /// `INFO:aiohttp.access:127.0.0.1 [21/Nov/2026:05:33:51 +0000] "GET / HTTP/1.1" 200 -`.
  private mutating func stampInside(_ line: Bytes, _ record: inout LogRecord) {
    let mark: StaticString = " - - ["
    var scanner = ByteScanner(line)
    if let open = line.find(mark, from: 0, within: 200 &+ mark.utf8CodeUnitCount) {
      scanner.position = open &+ mark.utf8CodeUnitCount
    } else if let open = line.find(" [", from: 0, within: 200) {
      scanner.position = open &+ 2
      guard scanner.next.isDigit, scanner.peek(2) == UInt8(ascii: "/") else { return }
    } else {
      return
    }
    guard let stamp = head.stamps.stamp(&scanner) else { return }
    record.time = stamp.time
    record.timeResolution = stamp.resolution
  }

  /// `10.0.0.7:51234 - "GET / HTTP/1.1" 429`, as uvicorn's access log stands among other messages.
  private func callerInside(_ line: Bytes, _ record: inout LogRecord) {
    guard let quote = line.find(UInt8(ascii: "\"")), line.has(" - ", at: quote &- 3),
      line.from(quote &+ 1).starts(with: record.method)
    else { return }
    let end = quote &- 3
    var start = end
    while start > 0, !line[start &- 1].isBlank { start &-= 1 }
    let peer = PeerAddress.host(line.part(start, end))
    if AccessLine.isAddress(peer) { record.client = peer }
  }

  private mutating func notePool(_ line: Bytes, _ record: inout LogRecord) {
    PoolReadings.read(line, countsTimeouts: !countedTimeout, limit: &poolLimit, into: &readings)
    if PoolReadings.saysTimeout(line) { countedTimeout = true }
    record.hasReadings = !readings.isEmpty
  }

  /// The exception at the end of a trace may be the only place that speaks of the pool.
  private mutating func noteTimeout(_ line: Bytes, _ record: inout LogRecord) {
    guard !countedTimeout, line.first?.isLetter == true, PoolReadings.saysTimeout(line) else {
      return
    }
    notePool(line, &record)
  }

  /// Whether lines after this one may be the rest of a statement, as SQLAlchemy and Hibernate log it.
  private static func showsStatement(_ message: Bytes) -> Bool {
    var place = 0
    if message.has("sqlalchemy.engine.") {
      guard let space = message.find(UInt8(ascii: " ")) else { return true }
      place = space &+ 1
    } else if message.has("Hibernate:") {
      return true
    }
    return SQLWords.startsStatement(message.from(place))
  }
}
