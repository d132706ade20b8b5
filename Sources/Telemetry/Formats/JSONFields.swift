/// What has been seen so far of one line of named fields: which are taken, by how good a key.
///
/// JSON objects and `key=value` pairs both are such lines.
struct JSONFields {
  /// The object a key stands in, where that matters.
  enum Parent {
    case nothing, container, request, trace, event, level, span, latencies, ignored
  }

  var target = Bytes.none
  /// A path under a key for request lines, which is the target where the line has no other.
  var barePath = Bytes.none
  /// A value that may be a route template or a plain path.
  var endpoint = Bytes.none
  var saidFailed = false
  /// The marks of a product seen so far, see `FieldNames`.
  var marks: UInt8 = 0
  /// Whether a status was given; 0 then means that there was no answer.
  var hasStatus = false
  /// Whether a key for the target was there without one: the client sent no readable request.
  var lacksTarget = false
  /// Whether the line tells of a request that another line records.
  var isAside = false
  /// Whether some keys tell of the work that the line is a part of.
  var hasSpan = false
  /// What the keys outside of objects show about who wrote the line.
  var traits: WriterTraits = []
  /// What belongs to a stamp of whole seconds, in seconds.
  var partOfSecond = 0.0
  /// When the work began, if the line says so.
  private(set) var start: Stamp?
  /// When the request came, where its key may be that of a duration as well.
  var requested: Stamp?
  /// What stands for a duration where the line gives none.
  var fallbackSeconds = Double.nan
  /// What the line says of a call of gRPC.
  var call = GRPCCall()

  /// Whether a class is named, which is that of a job where the line tells of a job's end.
  private var namesClass = false

  /// Rank and depth of the key that set each field, lower is better.
  private var best = InlineArray<40, UInt8>(repeating: .max)
  private var timeResolution = Double.infinity
  /// The duration as a number, if it was one.
  private(set) var number = PlainDuration()
  /// The duration; one whose key leaves the unit open is known when `settle` was called.
  private(set) var seconds = Double.nan

  /// Whether a duration was found.
  var hasSeconds: Bool { seconds == seconds }

  /// What an object's key says about the keys inside it.
  static func parent(_ key: Bytes, _ meaning: FieldMeaning) -> Parent {
    switch meaning.field {
    case .request: .request
    case .container: container(key)
    case .message: key.equals("event") ? .event : .container
    case .level: .level
    case .time, .target: .container
    default: .ignored
    }
  }

  private static func container(_ key: Bytes) -> Parent {
    if key.equals("trace") { return .trace }
    if key.equals("span") { return .span }
    return key.equals("latencies") ? .latencies : .container
  }

  /// Whether a key counts where it stands, and what it means there; `false` when a better one was
  /// seen.
  @inline(__always)
  mutating func settles(
    _ meaning: inout FieldMeaning, _ key: Bytes, inside: Parent, depth: Int
  ) -> Bool {
    if inside != .nothing { meaning = Self.meaning(meaning, key, inside: inside) }
    marks |= meaning.mark
    let index = Int(meaning.field.rawValue)
    let order = meaning.rank &+ UInt8(truncatingIfNeeded: depth &* 8)
    if depth == 0 { traits.add(meaning.traits) }
    // A second stamp may be the finer one; of other fields the first key of the best rank wins.
    if meaning.field == .time || meaning.field == .startTime { return true }
    guard index > 0, order < best[index] else { return false }
    best[index] = order
    if meaning.field == .task { namesClass = key.equals("class") }
    return true
  }

  /// What a key means inside of an object.
  @inline(never)
  private static func meaning(
    _ meaning: FieldMeaning, _ key: Bytes, inside: Parent
  ) -> FieldMeaning {
    switch inside {
    case .request where key.equals("id"): FieldMeaning(field: .requestID)
    // What came in is not what was sent.
    case .request where key.equals("size"): FieldMeaning()
    case .trace where key.equals("id"): FieldMeaning(field: .traceID)
    case .event where key.equals("duration"):
      FieldMeaning(field: .seconds, unit: 1e-9, rank: 1)
    case .level where key.equals("name"): FieldMeaning(field: .level)
    case .container where key.equals("class"): FieldMeaning(field: .task, rank: 3)
    case .latencies where key.equals("request"): FieldMeaning(field: .seconds, unit: 1e-3)
    case .latencies where key.equals("proxy"): FieldMeaning(field: .upstreamSeconds, unit: 1e-3)
    case .latencies: FieldMeaning()
    default: meaning
    }
  }

  /// Keeps the finer of several stamps.
  mutating func setTime(_ stamp: Stamp, _ record: inout LogRecord) {
    guard stamp.resolution < timeResolution || record.time == nil else { return }
    record.time = stamp.time
    record.timeResolution = stamp.resolution
    timeResolution = stamp.resolution
  }

  /// Keeps the finer of several stamps of the beginning.
  mutating func setStart(_ stamp: Stamp) {
    if stamp.resolution < start?.resolution ?? .infinity { start = stamp }
  }

  /// Sets the time and the duration of `record`.
  ///
  /// It changes nothing of its own, but a function that may works in place, where another is given a
  /// copy of all fields.
  mutating func settleTimes(_ record: inout LogRecord) {
    record.seconds = seconds
    // APISIX counts all times in milliseconds.
    if traits.contains(.apisix) { record.upstreamSeconds /= 1000 }
    if partOfSecond > 0, timeResolution == 1, let second = record.time {
      record.time = second + partOfSecond
      record.timeResolution = 1e-6
    }
    if start != nil { settleStart(&record) }
    if record.time == nil, let requested {
      record.time = requested.time.map { hasSeconds ? $0 + seconds : $0 }
      record.timeResolution = requested.resolution
    }
  }

  /// Completes the time and the duration of `record` by when the work began.
  ///
  /// A difference of whole seconds is no duration; a beginning finer than the end replaces it.
  private mutating func settleStart(_ record: inout LogRecord) {
    guard let start, let begun = start.time else { return }
    if !hasSeconds, let end = record.time, start.resolution < 1, timeResolution < 1, end >= begun {
      record.seconds = end - begun
    } else if !hasSeconds {
      record.seconds = fallbackSeconds
    }
    let isFiner = start.resolution < timeResolution && hasSeconds
    guard record.time == nil || isFiner else { return }
    record.time = begun + (hasSeconds ? seconds : 0)
    record.timeResolution = start.resolution
  }

  /// Sorts the target from the route, and makes `record` the request, statement or task it is.
  ///
  /// The answer is `false` when it is none of these. The line of a product (`ofProduct`) is a
  /// request even where the client sent no readable one.
  mutating func settleEvent(_ record: inout LogRecord, ofProduct: Bool = false) -> Bool {
    record.target = target.isEmpty && !record.method.isEmpty ? barePath : target
    if isStatusLoose, record.method.isEmpty {
      // The code of an error or of a process, and not of an answer.
      record.status = 0
      hasStatus = false
    }
    if record.route.isEmpty, !endpoint.isEmpty {
      if record.target.isEmpty { record.target = endpoint } else { record.route = endpoint }
    }
    record.failed = saidFailed
    let hasTarget =
      !record.target.isEmpty || !record.route.isEmpty
      || ((ofProduct || lacksTarget) && hasStatus)
    // What happens within a request has its method and path too, but no status.
    let isAnswered =
      record.status > 0 || (hasSeconds && !record.method.isEmpty && !hasSpan)
      || (hasStatus && hasSeconds)
    if hasTarget, isAnswered, !isAside {
      record.kind = .request
      record.failed = record.status == 0 && hasStatus
      if record.message.isEmpty { record.message = record.target }
      return true
    }
    guard hasSeconds else { return false }
    if !record.statement.isEmpty {
      record.kind = .query
      if record.message.isEmpty { record.message = record.statement }
      return true
    }
    if !record.name.isEmpty, !namesClass || saysJobEnded(record.message) {
      record.kind = .task
      record.failed = saidFailed || namesClass && record.message.equals("fail")
      return true
    }
    return false
  }

  /// Whether the status is from a key that may mean any code, at whatever depth.
  private var isStatusLoose: Bool {
    let order = best[Int(LogField.status.rawValue)]
    return order < .max && order % 8 == FieldAliases.looseStatusRank
  }

  /// Whether Sidekiq's JSON formatter wrote the message: `"msg":"done","ctx":{"class":"HardJob"}`.
  private func saysJobEnded(_ message: Bytes) -> Bool {
    message.equals("done") || message.equals("fail")
  }

  /// A route, which `endpoint` and its like only are when they look like one.
  mutating func setRoute(_ text: Bytes, _ meaning: FieldMeaning, _ record: inout LogRecord) {
    let isTemplate =
      text.find(UInt8(ascii: "{")) != nil || text.find("/:") != nil
      || text.find(UInt8(ascii: "<")) != nil
    if meaning.rank == 0 || isTemplate {
      // API Gateway and Spring put the method before it; `$default` stands for no route.
      let path = text.find(UInt8(ascii: " ")).map { text.from($0 &+ 1).trimmed } ?? text
      if path.first != UInt8(ascii: "$") { record.route = path }
    } else if text.first == UInt8(ascii: "/") {
      endpoint = text
    }
  }

  /// The target of a request; what stands under `target` is one only when it looks like one.
  mutating func setTarget(_ text: Bytes, _ meaning: FieldMeaning) {
    guard
      meaning.rank != FieldAliases.looseTargetRank || text.first == UInt8(ascii: "/")
        || text.find("://") != nil
    else { return }
    target = text
  }

  /// Sets a duration that was written with its unit.
  mutating func setSeconds(_ value: Double) {
    seconds = value
    number = PlainDuration()
  }

  /// Sets a duration that was written as a number.
  @inline(__always)
  mutating func setSeconds(_ value: Double, _ meaning: FieldMeaning, decimals: Int) {
    seconds = value * meaning.unit
    number = PlainDuration(
      value: value, decimals: decimals, rule: meaning.unitRule, unit: meaning.unit,
      place: meaning.place)
  }

  /// Gives a duration whose key leaves the unit open the one of that key in the source.
  ///
  /// Call it at the end of the line: what a number means depends on all keys that were seen.
  @inline(__always)
  mutating func settle(_ units: PlainUnits) {
    if number.rule != .stated { seconds = units.seconds(of: number, by: traits) }
  }

  /// Lets go of a field that its key turned out not to be about.
  mutating func release(_ field: LogField) {
    best[Int(field.rawValue)] = .max
  }

  /// Seconds per unit of a number whose key names no unit, where nothing but the number is known.
  static func unit(ofPlain digits: Bytes) -> Double {
    JSONNumber(digits).isWhole ? 1e-3 : 1
  }
}
