/// Reads one line that is one JSON object, known by its keys.
///
/// Keys are looked up in a table of names (see `FieldNames`), also inside objects such as Caddy's
/// `request`; a key outside wins over one inside. Durations are in the unit that the key says;
/// where it says none, what the writer counts in (see `WriterTraits`), or what the values under it
/// show (see `PlainUnits`).
///
/// Cost: one `memchr` per string, and a comparison per key where the line before had the same key in
/// that place (see `LeadMemo`), else a look-up; nothing is allocated but for the name of a key of
/// durations that was not seen before.
package struct JSONLine: Sendable {
  var stamps = StampScanner()
  var texts = TextArena()
  private var keys = KeyMemo()
  private var leads = LeadMemo()
  var open = OpenRequests()
  /// The units of the durations under the keys of the source.
  var units = PlainUnits()
  /// How many keys of the line have been read.
  private var keyCount = 0
  let names: FieldNames
  private var prefix = JSONPrefix()
  /// Values of a pool that the message of the line parsed last shows.
  var readings: [LogReading] = []
  /// The largest limit of a pool without a name so far.
  var poolLimit = PoolLimit()

  /// A reader of the lines of any writer, or of the product whose `names` these are.
  init(_ names: FieldNames = FieldAliases.names) {
    self.names = names
  }

  /// Reads one line into `record`; `false` when it is no such object or says nothing.
  mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    guard let start = JSONPrefix.objectStart(entry) else { return false }
    texts.begin(entry)
    keyCount = 0
    var fields = JSONFields()
    var json = JSONScanner(entry.from(start &+ 1))
    walk(&json, depth: 0, inside: .nothing, &fields, &record)
    guard !json.isBroken, json.isAtEnd,
      fields.marks & names.requiredMarks == names.requiredMarks
    else { return false }
    guard conclude(&fields, &record) else { return false }
    if start > 0 { prefix.complete(&record, from: entry.part(0, start), stamps.context) }
    return true
  }

  private mutating func walk(
    _ json: inout JSONScanner, depth: Int, inside: JSONFields.Parent, _ fields: inout JSONFields,
    _ record: inout LogRecord
  ) {
    while true {
      let place = keyCount
      keyCount = place &+ 1
      let start = json.position
      let key: Bytes
      let meaning: FieldMeaning
      if let lead = leads.lead(place, in: json.text, at: start) {
        meaning = lead.meaning
        json.skip(lead.length)
        if lead.opensString {
          guard let raw = json.restOfString() else { return }
          if isIdle(meaning, inside) { continue }
          let key = lead.key(in: json.text, at: start)
          string(raw, key, meaning, depth, inside, &fields, &record)
          continue
        }
        key = lead.key(in: json.text, at: start)
        if let plain = json.plainNumber() {
          number(plain, key, meaning, depth, inside, &fields, &record)
          continue
        }
      } else {
        guard let found = json.nextKey() else { return }
        key = found
        var known = keys.meaning(of: key, at: place) {
          FieldAliases.respelt(names.meaning(of: $0), $0)
        }
        if known.field == .seconds { known.place = units.place(of: key, known) }
        meaning = known
        let value = json.valueStart()
        leads.learn(
          place, in: json.text, from: start, to: value.position &+ (value.isString ? 1 : 0),
          key: key, opensString: value.isString, meaning)
      }
      guard let value = json.value() else { return }
      switch value {
      case .object:
        fields.marks |= meaning.mark
        if meaning.field == .seconds {
          parts(&json, key, meaning, depth, inside, &fields)
          break
        }
        let parent = JSONFields.parent(key, meaning)
        if parent == .span { fields.hasSpan = true }
        if depth < 4, parent != .ignored {
          walk(&json, depth: depth + 1, inside: parent, &fields, &record)
        } else {
          json.skipRest()
        }
      case .array:
        fields.marks |= meaning.mark
        json.skipRest()
      case .null: fields.marks |= meaning.mark
      case .bool(let isTrue):
        fields.marks |= meaning.mark
        flag(isTrue, meaning, &fields, &record)
      case .string(let raw):
        if isIdle(meaning, inside) { break }
        string(raw, key, meaning, depth, inside, &fields, &record)
      case .number(let digits):
        number(JSONNumber(digits), key, meaning, depth, inside, &fields, &record)
      }
    }
  }

  /// Whether a value says nothing, as those of most keys of a wide line.
  @inline(__always)
  private func isIdle(_ meaning: FieldMeaning, _ inside: JSONFields.Parent) -> Bool {
    meaning.field == .none && meaning.mark == 0 && inside == .nothing
  }

  @inline(__always)
  private mutating func string(
    _ raw: Bytes, _ key: Bytes, _ meaning: FieldMeaning, _ depth: Int,
    _ inside: JSONFields.Parent, _ fields: inout JSONFields, _ record: inout LogRecord
  ) {
    if raw.isEmpty || (raw.count == 1 && raw[0] == UInt8(ascii: "-")) {
      fields.marks |= meaning.mark
      if depth == 0, meaning.field == .target { fields.lacksTarget = true }
      return
    }
    var known = meaning
    if fields.settles(&known, key, inside: inside, depth: depth) {
      text(raw, known, &fields, &record)
    } else if known.unitRule == .nginxSeconds {
      _ = requested(raw, &fields)
    }
  }

  @inline(__always)
  private mutating func number(
    _ value: JSONNumber, _ key: Bytes, _ meaning: FieldMeaning, _ depth: Int,
    _ inside: JSONFields.Parent, _ fields: inout JSONFields, _ record: inout LogRecord
  ) {
    if isIdle(meaning, inside) { return }
    var known = meaning
    if fields.settles(&known, key, inside: inside, depth: depth) {
      number(value, known, &fields, &record)
    }
  }

  private func flag(
    _ isTrue: Bool, _ meaning: FieldMeaning, _ fields: inout JSONFields, _ record: inout LogRecord
  ) {
    switch meaning.field {
    case .failed: fields.saidFailed = isTrue
    case .succeeded: fields.saidFailed = !isTrue
    case .cache where meaning.rank == 2: record.cache = isTrue ? .hit : .miss
    case .cache where isTrue && meaning.rank == 0: record.cache = .hit
    case .cache where isTrue && record.cache == .unknown: record.cache = .miss
    default: break
    }
  }

  private mutating func text(
    _ raw: Bytes, _ meaning: FieldMeaning, _ fields: inout JSONFields, _ record: inout LogRecord
  ) {
    switch meaning.field {
    case .time:
      if let stamp = stamps.stamp(raw) { fields.setTime(stamp, &record) }
      if WriterTraits.isGoStamp(raw) { fields.traits.insert(.goStamp) }
    case .level:
      record.level = JSONLevel.level(raw)
      fields.traits.formUnion(raw[0].isUpper ? .levelWord : [.levelWord, .smallLevel])
    case .message: record.message = texts.unescaped(raw)
    case .method: record.method = raw
    case .target: fields.setTarget(texts.unescaped(raw), meaning)
    case .request:
      let request = texts.unescaped(raw)
      if RequestText.read(text: request, into: &record) {
        fields.target = record.target
      } else if request.first == UInt8(ascii: "/") {
        fields.barePath = request
      }
    case .route: fields.setRoute(texts.unescaped(raw), meaning, &record)
    case .status:
      if raw.count == 3 || raw.equals("0"), let status = raw.unsigned, meaning.allows(status) {
        record.status = status
        fields.hasStatus = true
      }
      if raw.hasAnyCase("fail") || raw.hasAnyCase("error") { fields.saidFailed = true }
    case .bytesSent: record.bytesSent = Int64(raw.unsigned ?? -1)
    case .seconds: duration(texts.unescaped(raw), meaning, &fields)
    case .upstreamSeconds:
      if let sum = DurationScanner.listSum(raw, plainUnit: meaning.unit) {
        record.upstreamSeconds = sum
      }
    case .statement:
      let statement = texts.unescaped(raw)
      if SQLWords.startsStatement(statement) { record.statement = statement }
    case .rowsSent: record.rowsSent = Int64(raw.unsigned ?? -1)
    case .rowsExamined: record.rowsExamined = Int64(raw.unsigned ?? -1)
    case .requestID: record.requestID = raw
    case .traceID: record.traceID = traceID(raw)
    case .client: record.client = PeerAddress.host(raw)
    case .user: record.user = texts.unescaped(raw)
    case .session:
      record.session = raw
      if meaning.rank == 0, record.connectionID.isEmpty { record.connectionID = raw }
    case .agent: record.agent = raw
    case .processID: record.processID = raw
    case .connectionID: record.connectionID = raw
    case .task: record.name = texts.unescaped(raw)
    case .databaseSeconds:
      if let seconds = DurationScanner.seconds(raw, plainUnit: meaning.unit) {
        record.databaseSeconds = seconds
      }
    case .queryCount: record.queryCount = Int64(raw.unsigned ?? -1)
    case .startTime: if let stamp = stamps.stamp(raw) { fields.setStart(stamp) }
    case .cache: record.cache = CacheWords.outcome(of: raw)
    case .aside: fields.isAside = true
    case .grpcService, .grpcMethod, .grpcCode, .grpcSide: fields.call.note(meaning.field, raw)
    case .none, .container, .railsMark, .succeeded, .failed, .fallbackSeconds, .nanoseconds: break
    }
  }

  /// A trace id by itself; Google Cloud puts the project before it: `projects/p/traces/id`.
  private func traceID(_ raw: Bytes) -> Bytes {
    if names.requiredMarks != 0, let word = raw.find("/traces/") { return raw.from(word &+ 8) }
    return TraceContext.traceID(raw)
  }

  private mutating func number(
    _ number: JSONNumber, _ meaning: FieldMeaning, _ fields: inout JSONFields,
    _ record: inout LogRecord
  ) {
    switch meaning.field {
    case .time:
      fields.traits.insert(.epoch)
      if let stamp = stamps.stamp(number.digits) {
        fields.setTime(stamp, &record)
      } else if let seconds = number.decimal, 1e9..<1e11 ~= seconds {
        // Some encoders write `1.7167237726014807e+09`.
        let time = Timestamp(seconds: seconds)
        fields.setTime(Stamp(time: time, resolution: 0.000001), &record)
      }
    case .level: record.level = JSONLevel.level(number: number.unsigned ?? 0)
    case .nanoseconds:
      if let count = number.unsigned, count < 1_000_000_000 {
        fields.partOfSecond = Double(count) * 1e-9
      }
    case .status:
      if let status = number.unsigned, status < 1000, meaning.allows(status) {
        record.status = status
        fields.hasStatus = true
      }
    case .seconds:
      guard let value = number.decimal, value >= 0 else { return }
      fields.setSeconds(value, meaning, decimals: number.decimals)
    case .upstreamSeconds:
      // Products write 0 for an upstream that was not asked.
      if let value = number.decimal, value > 0 || meaning.unit == 1 {
        record.upstreamSeconds = value * meaning.unit
      }
    case .bytesSent: record.bytesSent = Int64(number.unsigned ?? -1)
    case .rowsSent: record.rowsSent = Int64(number.unsigned ?? -1)
    case .rowsExamined: record.rowsExamined = Int64(number.unsigned ?? -1)
    case .requestID: record.requestID = number.digits
    case .traceID: record.traceID = number.digits
    case .user: record.user = number.digits
    case .session:
      record.session = number.digits
      if meaning.rank == 0, record.connectionID.isEmpty { record.connectionID = number.digits }
    case .processID: record.processID = number.digits
    case .connectionID: record.connectionID = number.digits
    case .databaseSeconds:
      if let value = number.decimal, value >= 0 { record.databaseSeconds = value * meaning.unit }
    case .fallbackSeconds:
      if let value = number.decimal, value > 0 { fields.fallbackSeconds = value * meaning.unit }
    case .queryCount: record.queryCount = Int64(number.unsigned ?? -1)
    case .startTime: if let stamp = stamps.stamp(number.digits) { fields.setStart(stamp) }
    default: break
    }
  }
}
