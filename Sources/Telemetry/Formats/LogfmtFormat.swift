/// Lines of `key=value` pairs: logfmt, lograge, the router of Heroku.
///
///     time=2026-01-01T10:00:00Z level=info msg="done" method=GET path=/x status=200 duration=12ms
///     method=GET path=/jobs/8 controller=Jobs action=show status=200 duration=58.33 view=40.43 db=15.26
///     at=info method=GET path="/" host=a.io request_id=8f dyno=web.1 connect=1ms service=18ms status=200
///
/// Keys are known by their aliases (see `FieldAliases`). A logger's head may stand before the pairs,
/// and a message too where the pairs tell of a request, as slog, structlog, zerolog and logrus write
/// it on a terminal:
///
///     2026/01/01 10:00:00 INFO request method=GET path=/x status=200 duration=12ms
///     INFO[0006] HTTP request   duration_ms=60 method=POST status=200 uri=/users
///
/// A duration without its unit is in that of its key in the source (see `PlainUnits`). Pairs of
/// go-grpc-middleware are a request or a call to another service (see `GRPCCall`).
///
/// Sources: https://brandur.org/logfmt, https://github.com/roidrage/lograge,
/// https://devcenter.heroku.com/articles/http-routing#heroku-router-log-format
package struct LogfmtFormat: LocalStampFormat {
  package static let name = "logfmt"
  package static let vantage = "logfmt"
  package static let samples = [
    #"time=2026-01-01T10:00:00.5Z level=info msg="request done" method=GET path=/x status=200 duration=12ms"#,
    #"level=info ts=2026-01-01T10:00:00Z caller=http.go:12 method=GET path=/x?a=1 status=200 duration_ms=3.2"#,
    #"ts=2026-01-01T10:00:00Z level=warn msg="slow query" sql="SELECT 1" duration=1.2s"#,
    #"at=info method=GET path="/hello" host=example-app.herokuapp.com request_id=b19e5c36-a9ff-4f0c-8d3c-2c0ea1d7b5ff fwd="204.204.204.204" dyno=web.1 connect=1ms service=18ms status=200 bytes=13 protocol=https"#,
    #"at=error code=H12 desc="Request timeout" method=GET path="/" host=a.herokuapp.com request_id=8601b555-6a83-4c12-8269-97c8e32cdb22 fwd="204.204.204.204" dyno=web.1 connect=0ms service=30000ms status=503 bytes=0 protocol=https"#,
    "2026/01/01 10:00:00 INFO request method=GET path=/x status=200 duration=12ms",
    "2026-01-01T10:00:00.123456Z [info     ] request    method=GET path=/x status=200 duration_ms=12.3",
    "INFO[0006] HTTP request   duration_ms=60 method=POST remote_ip=127.0.0.1 status=200 uri=/users",
  ]

  package var stampContext: StampContext {
    get { head.stamps.context }
    set { head.stamps.context = newValue }
  }

  package var latencyUnits: [LatencyUnit] { units.found }

  private var head = LineHead()
  private var units = PlainUnits()
  private var texts = TextArena()
  private var names = TextArena()
  /// No name of a call is longer.
  private static let longestCall = 1024

  package init() {}

  package mutating func learn(from tried: Self) {
    units.take(tried.units)
  }

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    texts.begin(entry)
    let line = texts.withoutColours(entry)
    var pairs = line
    var prose: Bytes?
    if !Self.startsPairs(line) {
      let start = head.read(line, into: &record)
      pairs = line.from(start ?? 0).trimmed
      if start == nil || !Self.startsPairs(pairs) {
        guard let first = Self.firstPair(pairs) else { return false }
        prose = pairs.part(0, first).trimmed
        pairs = pairs.from(first)
      }
    }
    var walk = PairWalk()
    if prose != nil, Self.isZerolog(line.part(0, line.count &- pairs.count)) {
      walk.fields.traits.insert(.zerolog)
    }
    var scanner = KeyValueScanner(pairs)
    while let (key, value) = scanner.next() {
      walk.count &+= 1
      guard !value.isEmpty, !value.equals("-") else { continue }
      take(key, Self.withZone(value, endingAt: scanner.position, in: pairs), &walk, &record)
    }
    guard walk.count > 1 else { return false }
    walk.fields.settle(units)
    if let prose {
      // Any message may hold pairs: these count where they tell of a request.
      let isRequest =
        !record.method.isEmpty && record.status > 0 && !walk.fields.target.isEmpty
        || walk.fields.call.hasEnded && walk.fields.hasSeconds
      guard isRequest, conclude(walk, &record) else { return false }
      record.message = prose
      return true
    }
    if record.message.isEmpty { record.message = pairs }
    if record.requestID.isEmpty { RequestIDs.read(line, into: &record) }
    return conclude(walk, &record)
  }

  /// What the pairs of one line have shown beside the record.
  private struct PairWalk {
    var fields = JSONFields()
    var count = 0
    var connect = Double.nan
    var service = Double.nan
    var isKnown = false
  }

  /// The value that ends at `end` of `pairs`, with the zone behind it if it is nginx's `$time_local`.
  private static func withZone(_ value: Bytes, endingAt end: Int, in pairs: Bytes) -> Bytes {
    let zoneEnd = end &+ 6
    guard value.count == 20, value[2] == UInt8(ascii: "/"), value[11] == UInt8(ascii: ":"),
      zoneEnd <= pairs.count, pairs[end] == UInt8(ascii: " "),
      pairs[end &+ 1] == UInt8(ascii: "+") || pairs[end &+ 1] == UInt8(ascii: "-")
    else { return value }
    return pairs.part(end &- 20, zoneEnd)
  }

  /// Whether text starts with `key=`.
  private static func startsPairs(_ text: Bytes) -> Bool {
    var end = 0
    while end < text.count,
      text[end].isWord || text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: "-")
    { end &+= 1 }
    return end > 0 && end < text.count && text[end] == UInt8(ascii: "=") && text[0].isLetter
  }

  /// Whether one of zerolog's words for levels, which are never longer, stands before the message.
  private static func isZerolog(_ prose: Bytes) -> Bool {
    var scanner = ByteScanner(prose)
    while !scanner.isAtEnd {
      let word = scanner.word()
      if word.equals("INF") || word.equals("ERR") || word.equals("WRN") || word.equals("DBG") {
        return true
      }
      scanner.skipBlanks()
    }
    return false
  }

  /// Where the first pair behind a message starts.
  private static func firstPair(_ text: Bytes) -> Int? {
    guard let equals = text.find(UInt8(ascii: "=")), equals > 0, equals < 256 else { return nil }
    var start = equals
    while start > 0, !text[start &- 1].isBlank { start &-= 1 }
    return start > 0 && startsPairs(text.from(start)) ? start : nil
  }

  private mutating func take(
    _ key: Bytes, _ value: Bytes, _ walk: inout PairWalk, _ record: inout LogRecord
  ) {
    if key.equals("service") { walk.service = Self.seconds(value) ?? .nan }
    if key.equals("connect") { walk.connect = Self.seconds(value) ?? .nan }
    if key.equals("db") { databaseTime(value, &record) }
    var known = FieldAliases.meaning(of: key)
    if !walk.fields.settles(&known, key, inside: .nothing, depth: 0) { known = FieldMeaning() }
    switch known.field {
    case .time:
      if let stamp = head.stamps.stamp(value) {
        walk.fields.setTime(stamp, &record)
        walk.isKnown = true
      }
    case .level:
      let level = LevelWords.level(value)
      if level != .unknown {
        record.level = level
        walk.isKnown = true
      }
    case .message:
      record.message = texts.unescaped(value)
      walk.isKnown = true
    case .method: record.method = value
    case .target: walk.fields.target = texts.unescaped(value)
    case .request:
      if RequestText.read(text: texts.unescaped(value), into: &record) {
        walk.fields.target = record.target
      }
    case .route: walk.fields.setRoute(value, known, &record)
    case .status:
      if value.count == 3, let status = value.unsigned, known.allows(status) {
        record.status = status
      }
    case .seconds: duration(key, value, known, &walk)
    case .upstreamSeconds:
      if let sum = DurationScanner.listSum(value, plainUnit: known.unit) {
        record.upstreamSeconds = sum
      }
    case .statement:
      let statement = texts.unescaped(value)
      if SQLWords.startsStatement(statement) { record.statement = statement }
    case .task: record.name = value
    case .grpcService, .grpcMethod, .grpcCode, .grpcSide:
      walk.fields.call.note(known.field, value)
    case .succeeded: walk.fields.saidFailed = value.equals("false")
    case .failed: walk.fields.saidFailed = value.equals("true")
    case .cache:
      record.cache =
        known.rank < 2
        ? CacheWords.outcome(of: value)
        : value.equals("true") ? .hit : value.equals("false") ? .miss : .unknown
    default: identity(value, known, &record)
    }
  }

  /// Fields that are taken over as they stand.
  private func identity(_ value: Bytes, _ meaning: FieldMeaning, _ record: inout LogRecord) {
    switch meaning.field {
    case .bytesSent: record.bytesSent = Int64(value.unsigned ?? -1)
    case .rowsSent: record.rowsSent = Int64(value.unsigned ?? -1)
    case .rowsExamined: record.rowsExamined = Int64(value.unsigned ?? -1)
    case .requestID: record.requestID = value
    case .traceID: record.traceID = TraceContext.traceID(value)
    case .client: record.client = PeerAddress.host(value)
    case .user: record.user = value
    case .session:
      record.session = value
      if meaning.rank == 0, record.connectionID.isEmpty { record.connectionID = value }
    case .agent: record.agent = value
    case .processID: record.processID = value
    case .connectionID: record.connectionID = value
    default: break
    }
  }

  private mutating func duration(
    _ key: Bytes, _ value: Bytes, _ meaning: FieldMeaning, _ walk: inout PairWalk
  ) {
    let number = JSONNumber(value)
    if let plain = number.decimal, plain >= 0 {
      var meaning = meaning
      meaning.place = units.place(of: key, meaning)
      walk.fields.setSeconds(plain, meaning, decimals: number.decimals)
    } else if let seconds = Self.seconds(value) {
      walk.fields.setSeconds(seconds)
    }
  }

  /// lograge and its kin write the time of the database in milliseconds.
  private func databaseTime(_ value: Bytes, _ record: inout LogRecord) {
    if let seconds = DurationScanner.seconds(value, plainUnit: 1e-3) {
      record.databaseSeconds = seconds
    }
  }

  /// A duration with its unit, from end to end.
  private static func seconds(_ value: Bytes) -> Double? {
    var scanner = ByteScanner(value)
    guard let seconds = DurationScanner.written(&scanner), scanner.isAtEnd else { return nil }
    return seconds
  }

  /// Decides what the pairs amount to; `false` when they amount to nothing.
  private mutating func conclude(_ walk: PairWalk, _ record: inout LogRecord) -> Bool {
    guard decide(walk, &record) else { return false }
    if record.kind != .message, record.seconds == walk.fields.seconds {
      units.note(walk.fields.number, isTask: record.kind == .task, by: walk.fields.traits)
    }
    return true
  }

  /// Makes `record` what the pairs amount to.
  private mutating func decide(_ walk: PairWalk, _ record: inout LogRecord) -> Bool {
    var fields = walk.fields
    // The router of Heroku counts connecting to the dyno apart from its answer.
    if !fields.hasSeconds, walk.service >= 0 {
      record.upstreamSeconds = walk.service
      fields.setSeconds(walk.service + (walk.connect >= 0 ? walk.connect : 0))
    }
    record.seconds = fields.seconds
    if fields.call.hasEnded {
      names.begin(room: Self.longestCall)
      if fields.call.settle(&record, &names) { return true }
    }
    if fields.settleEvent(&record) { return true }
    guard walk.isKnown else { return false }
    record.seconds = .nan
    record.name = .none
    _ = MessagePatterns.read(record.message, into: &record)
    if record.kind == .message, record.cache != .unknown { record.kind = .lookup }
    return true
  }
}
