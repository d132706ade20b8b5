/// What has been seen so far of one line of named fields: which are taken, by how good a key.
///
/// JSON objects and `key=value` pairs both are such lines.
struct JSONFields {
  /// The object a key stands in, where that matters.
  enum Parent {
    case nothing, container, request, trace, event, level, ignored
  }

  var target = Bytes.none
  /// A value that may be a route template or a plain path.
  var endpoint = Bytes.none
  private(set) var seconds = Double.nan
  var saidFailed = false
  /// The marks of a product seen so far, see `FieldNames`.
  var marks: UInt8 = 0
  /// Whether a status was given; 0 then means that there was no answer.
  var hasStatus = false
  /// Whether the line tells of a request that another line records.
  var isAside = false
  /// When the work began, if the line says so.
  private(set) var start: Stamp?
  /// What stands for a duration where the line gives none.
  var fallbackSeconds = Double.nan

  /// Whether a class is named, which is that of a job where the line tells of a job's end.
  private var namesClass = false

  /// Rank and depth of the key that set each field, lower is better.
  private var best = InlineArray<40, UInt8>(repeating: .max)
  private var timeResolution = Double.infinity
  /// The duration as written, when its key names no unit; NaN otherwise.
  private var plainNumber = Double.nan
  private var isRails = false

  /// Whether a duration was found.
  var hasSeconds: Bool { seconds == seconds }

  /// What an object's key says about the keys inside it.
  static func parent(_ key: Bytes, _ meaning: FieldMeaning) -> Parent {
    switch meaning.field {
    case .request: .request
    case .container: key.equals("trace") ? .trace : .container
    case .message: key.equals("event") ? .event : .container
    case .level: .level
    case .time, .target: .container
    default: .ignored
    }
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
    if meaning.isRails, depth == 0 { correctRails() }
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
    case .trace where key.equals("id"): FieldMeaning(field: .traceID)
    case .event where key.equals("duration"):
      FieldMeaning(field: .seconds, unit: 1e-9, rank: 1)
    case .level where key.equals("name"): FieldMeaning(field: .level)
    case .container where key.equals("class"): FieldMeaning(field: .task, rank: 3)
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

  /// Completes the time and the duration of `record` by when the work began.
  ///
  /// A difference of whole seconds is no duration; a beginning finer than the end replaces it.
  func settleTimes(_ record: inout LogRecord) {
    record.seconds = seconds
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
  func settleEvent(_ record: inout LogRecord, ofProduct: Bool = false) -> Bool {
    record.target = target
    if record.route.isEmpty, !endpoint.isEmpty {
      if target.isEmpty { record.target = endpoint } else { record.route = endpoint }
    }
    record.failed = saidFailed
    let hasTarget =
      !record.target.isEmpty || !record.route.isEmpty || (ofProduct && hasStatus)
    let isAnswered =
      record.status > 0 || (hasSeconds && !record.method.isEmpty) || (hasStatus && hasSeconds)
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

  /// Sets the duration; a plain number may still turn out to be milliseconds.
  mutating func setSeconds(
    _ value: Double, isPlain: Bool = false, plain: Double = 0
  ) {
    seconds = isPlain && isRails ? plain / 1000 : value
    plainNumber = isPlain ? plain : .nan
  }

  /// Seconds per unit of a number whose key names no unit.
  static func unit(ofPlain digits: Bytes) -> Double {
    digits.find(UInt8(ascii: ".")) != nil || digits.find(UInt8(ascii: "e")) != nil ? 1 : 1e-3
  }

  @inline(never)
  private mutating func correctRails() {
    isRails = true
    if plainNumber == plainNumber { seconds = plainNumber / 1000 }
  }
}
