/// Lines that are one JSON object each: access logs and structured application logs.
///
/// Keys are known by their aliases (see `FieldAliases`), also inside objects such as Caddy's
/// `request`; a key outside wins over one inside. Durations are in the unit that the key says;
/// where it says none, a fraction means seconds and a whole number milliseconds.
package struct JSONAccessFormat: LocalStampFormat {
  package static let name = "json-access"
  package static let vantage = "json"
  package static let samples = [
    #"{"time":"2015-09-06T05:58:05+09:00","method":"POST","uri":"/foo/bar?token=xxx","status":200,"body_bytes":12,"response_time":0.057,"ua":"UA1"}"#,
    #"{"time_local":"01/Jan/2026:00:00:00 +0000","remote_addr":"1.2.3.4","request":"GET /x HTTP/1.1","status":"200","request_time":"0.125","upstream_response_time":"0.100, 0.020"}"#,
    #"{"level":"info","ts":1716723772.6014807,"logger":"http.log.access","msg":"handled request","request":{"client_ip":"10.10.10.117","proto":"HTTP/2.0","method":"GET","uri":"/a"},"duration":0.017557019,"size":3768,"status":200}"#,
    #"{"ClientHost":"10.10.10.20","DownstreamStatus":200,"Duration":100000,"OriginDuration":2155389,"RequestMethod":"GET","RequestPath":"/","time":"2026-01-01T00:00:00Z"}"#,
    #"{"time":"2018-10-29T12:49:42.123Z","severity":"INFO","duration":709.08,"db":14.59,"view":694.49,"status":200,"method":"GET","path":"/api/v4/projects","route":"/api/:version/projects"}"#,
    #"{"timestamp":"2026-01-01 10:00:00,123","level":"WARNING","message":"slow query","sql":"SELECT 1","duration_ms":12.5}"#,
  ]

  package var stampContext: StampContext {
    get { stamps.context }
    set { stamps.context = newValue }
  }

  private var stamps = StampScanner()
  private var texts = TextArena()

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    guard let start = Self.objectStart(entry) else { return false }
    texts.begin(entry)
    var fields = JSONFields()
    var json = JSONScanner(entry.from(start &+ 1))
    walk(&json, depth: 0, inside: .nothing, &fields, &record)
    guard !json.isBroken, json.isAtEnd else { return false }
    return conclude(fields, &record)
  }

  /// Where the object starts: at once, or after a short prefix such as `caddy  | `.
  private static func objectStart(_ entry: Bytes) -> Int? {
    if entry.first == UInt8(ascii: "{") { return 0 }
    guard let brace = entry.find(UInt8(ascii: "{")), brace <= 64, brace > 0,
      entry[brace &- 1].isBlank
    else { return nil }
    return brace
  }

  private mutating func walk(
    _ json: inout JSONScanner, depth: Int, inside: JSONFields.Parent, _ fields: inout JSONFields,
    _ record: inout LogRecord
  ) {
    while let key = json.nextKey() {
      guard let value = json.value() else { return }
      let meaning = FieldAliases.meaning(of: key)
      switch value {
      case .object:
        let parent = JSONFields.parent(key, meaning)
        if depth < 4, parent != .ignored {
          walk(&json, depth: depth + 1, inside: parent, &fields, &record)
        } else {
          json.skipRest()
        }
      case .array: json.skipRest()
      case .null: break
      case .bool(let isTrue):
        if meaning.field == .failed || meaning.field == .succeeded {
          fields.saidFailed = isTrue == (meaning.field == .failed)
        }
      case .string(let raw):
        if raw.isEmpty || raw.equals("-") { break }
        let known = fields.settle(meaning, key, inside: inside, depth: depth)
        if known.field != .none { text(raw, known, &fields, &record) }
      case .number(let digits):
        let known = fields.settle(meaning, key, inside: inside, depth: depth)
        if known.field != .none { number(digits, known, &fields, &record) }
      }
    }
  }

  private mutating func text(
    _ raw: Bytes, _ meaning: FieldMeaning, _ fields: inout JSONFields, _ record: inout LogRecord
  ) {
    switch meaning.field {
    case .time: if let stamp = stamps.stamp(raw) { fields.setTime(stamp, &record) }
    case .level: record.level = Self.level(raw)
    case .message: record.message = texts.unescaped(raw)
    case .method: record.method = raw
    case .target: fields.target = texts.unescaped(raw)
    case .request:
      if RequestText.read(text: texts.unescaped(raw), into: &record) {
        fields.target = record.target
      }
    case .route: fields.setRoute(texts.unescaped(raw), meaning, &record)
    case .status:
      if raw.count == 3, let status = raw.unsigned { record.status = status }
      if raw.hasAnyCase("fail") || raw.hasAnyCase("error") { fields.saidFailed = true }
    case .bytesSent: record.bytesSent = Int64(raw.unsigned ?? -1)
    case .seconds:
      let plain = meaning.unit == 0 ? JSONFields.unit(ofPlain: raw) : meaning.unit
      if let seconds = DurationScanner.seconds(texts.unescaped(raw), plainUnit: plain) {
        fields.setSeconds(seconds)
      }
    case .upstreamSeconds:
      if let sum = DurationScanner.listSum(raw) { record.upstreamSeconds = sum * meaning.unit }
    case .statement:
      let statement = texts.unescaped(raw)
      if SQLWords.startsStatement(statement) { record.statement = statement }
    case .rowsSent: record.rowsSent = Int64(raw.unsigned ?? -1)
    case .rowsExamined: record.rowsExamined = Int64(raw.unsigned ?? -1)
    case .requestID: record.requestID = raw
    case .traceID: record.traceID = TraceContext.traceID(raw)
    case .client: record.client = raw
    case .user: record.user = texts.unescaped(raw)
    case .processID: record.processID = raw
    case .connectionID: record.connectionID = raw
    case .task: record.name = texts.unescaped(raw)
    case .none, .container, .railsMark, .succeeded, .failed: break
    }
  }

  private mutating func number(
    _ digits: Bytes, _ meaning: FieldMeaning, _ fields: inout JSONFields,
    _ record: inout LogRecord
  ) {
    var scanner = ByteScanner(digits)
    switch meaning.field {
    case .time:
      if let stamp = stamps.stamp(digits) {
        fields.setTime(stamp, &record)
      } else if let seconds = scanner.decimal(), scanner.isAtEnd, 1e9..<1e11 ~= seconds {
        // Some encoders write `1.7167237726014807e+09`.
        let time = Timestamp(seconds: seconds)
        fields.setTime(Stamp(time: time, resolution: 0.000001), &record)
      }
    case .level: record.level = LevelWords.level(number: digits.unsigned ?? 0)
    case .status: if let status = digits.unsigned, status < 1000 { record.status = status }
    case .seconds:
      guard let value = scanner.decimal(), scanner.isAtEnd, value >= 0 else { return }
      let unit = meaning.unit == 0 ? JSONFields.unit(ofPlain: digits) : meaning.unit
      fields.setSeconds(value * unit, isPlain: meaning.unit == 0, plain: value)
    case .upstreamSeconds:
      if let value = scanner.decimal(), value >= 0 { record.upstreamSeconds = value * meaning.unit }
    case .bytesSent: record.bytesSent = Int64(digits.unsigned ?? -1)
    case .rowsSent: record.rowsSent = Int64(digits.unsigned ?? -1)
    case .rowsExamined: record.rowsExamined = Int64(digits.unsigned ?? -1)
    case .requestID: record.requestID = digits
    case .traceID: record.traceID = digits
    case .user: record.user = digits
    case .processID: record.processID = digits
    case .connectionID: record.connectionID = digits
    default: break
    }
  }

  /// Decides what the fields amount to; `false` when they amount to nothing.
  private func conclude(_ fields: JSONFields, _ record: inout LogRecord) -> Bool {
    record.seconds = fields.seconds
    record.target = fields.target
    if record.route.isEmpty, record.target.isEmpty { record.target = fields.endpoint }
    if record.route.isEmpty, !fields.endpoint.isEmpty, !fields.target.isEmpty {
      record.route = fields.endpoint
    }
    record.failed = fields.saidFailed
    let hasTarget = !record.target.isEmpty || !record.route.isEmpty
    if hasTarget, record.status > 0 || (!record.method.isEmpty && fields.hasSeconds) {
      record.kind = .request
      record.failed = false
      if record.message.isEmpty { record.message = record.target }
      return true
    }
    if !record.statement.isEmpty {
      record.kind = fields.hasSeconds ? .query : .message
      if record.message.isEmpty { record.message = record.statement }
      return true
    }
    if !record.name.isEmpty, fields.hasSeconds {
      record.kind = .task
      return true
    }
    let hadText = !record.message.isEmpty
    if hadText { _ = MessagePatterns.read(record.message, into: &record) }
    return hadText || record.level != .unknown || record.time != nil
  }

  private static func level(_ word: Bytes) -> LogLevel {
    let level = LevelWords.level(word)
    if level != .unknown { return level }
    if let number = word.unsigned { return LevelWords.level(number: number) }
    switch word.count == 1 ? word[0] : 0 {
    case UInt8(ascii: "I"): return .info
    case UInt8(ascii: "W"): return .warning
    case UInt8(ascii: "E"): return .error
    case UInt8(ascii: "F"): return .fatal
    case UInt8(ascii: "D"): return .debug
    default: return .unknown
    }
  }
}
