/// Puts the values of a line into its record; keeps what a parser remembers between lines.
struct LayoutValues: Sendable {
  var stamps = StampScanner()
  private var parts = StampParts()
  private var hasParts = false

  /// Forgets the stamp of the line before.
  mutating func begin() {
    if hasParts {
      parts = StampParts()
      hasParts = false
    }
  }

  /// Takes a part of a stamp; returns where the rest starts.
  mutating func take(_ part: StampPart, _ line: Bytes, at place: Int) -> Int? {
    var scanner = ByteScanner(line, at: place)
    hasParts = true
    return parts.take(part, &scanner) ? scanner.position : nil
  }

  /// Where a stamp or a request that starts at `start` ends by itself.
  @inline(never)
  mutating func end(of field: LayoutField, _ line: Bytes, from start: Int) -> Int? {
    field == .time ? endOfStamp(line, from: start) : RequestText.end(line, from: start)
  }

  /// Where the stamp at `start` ends, if there is one.
  mutating func endOfStamp(_ line: Bytes, from start: Int) -> Int? {
    var scanner = ByteScanner(line, at: start)
    return stamps.stamp(&scanner) != nil ? scanner.position : nil
  }

  /// Puts a value into `record`; `false` when it is none of the field's shape.
  mutating func set(_ field: LayoutField, _ value: Bytes, _ record: inout LogRecord) -> Bool {
    switch field {
    case .skipped, .host, .arguments, .upstreamList, .stampPart: return true
    case .time: return setTime(value, &record)
    case .request:
      if !RequestText.read(text: value, into: &record) { return true }
    case .status:
      if value.count == 3, let status = value.unsigned {
        record.status = status
        return true
      }
      return Self.isAbsent(value)
    case .seconds(let unit, let digits): return setSeconds(value, unit, digits, &record)
    case .upstreamSeconds:
      guard let sum = DurationScanner.listSum(value) else { return Self.isAbsent(value) }
      record.upstreamSeconds = sum
    case .bytesSent:
      if let count = value.unsigned {
        record.bytesSent = Int64(count)
      } else if Self.isAbsent(value) {
        record.bytesSent = 0
      } else {
        return false
      }
    case .dashedTarget:
      var target = value
      if target.last == UInt8(ascii: "-"), target.find(UInt8(ascii: "?")) == nil {
        target = target.part(0, target.count &- 1)
      }
      if !Self.isAbsent(target) { record.target = target }
    case .cache: record.cache = CacheWords.outcome(of: value)
    default: if !Self.isAbsent(value) { setText(field, value, &record) }
    }
    return true
  }

  /// Decides what the values of a line amount to.
  func conclude(
    _ entry: Bytes, isAboutRequests: Bool, hasUpstreamTimeOnly: Bool,
    _ record: inout LogRecord
  ) -> Bool {
    if hasParts {
      guard let stamp = parts.stamp(stamps.context) else { return false }
      setStamp(stamp, &record)
    }
    if hasUpstreamTimeOnly { record.seconds = record.upstreamSeconds }
    let hasSeconds = record.seconds == record.seconds
    if isAboutRequests {
      record.kind = .request
      record.message = entry
    } else if !record.statement.isEmpty {
      record.kind = hasSeconds ? .query : .message
      if record.message.isEmpty { record.message = record.statement }
    } else if !record.name.isEmpty, hasSeconds {
      record.kind = .task
      if record.message.isEmpty { record.message = entry }
    } else {
      record.kind = .message
      if record.message.isEmpty { record.message = entry }
      _ = MessagePatterns.read(record.message, into: &record)
    }
    return true
  }

  private mutating func setTime(_ value: Bytes, _ record: inout LogRecord) -> Bool {
    guard let stamp = stamps.stamp(value) else { return false }
    setStamp(stamp, &record)
    return true
  }

  /// Keeps the finer of several stamps.
  private func setStamp(_ stamp: Stamp, _ record: inout LogRecord) {
    guard record.time == nil || stamp.resolution < record.timeResolution else { return }
    record.time = stamp.time
    record.timeResolution = stamp.resolution
  }

  private func setSeconds(
    _ value: Bytes, _ unit: Double, _ digits: LayoutField.NumberShape, _ record: inout LogRecord
  ) -> Bool {
    if Self.isAbsent(value) { return digits == .any }
    let point = value.find(UInt8(ascii: "."))
    let decimals = point.map { value.count &- $0 &- 1 } ?? 0
    switch digits {
    case .any: break
    case .whole: guard point == nil else { return false }
    case .three: guard decimals == 3 else { return false }
    case .six: guard decimals == 6 else { return false }
    }
    // A unit of 0 leaves it to the number: a fraction means seconds, a whole number milliseconds.
    let plain = unit > 0 ? unit : JSONFields.unit(ofPlain: value)
    guard let seconds = DurationScanner.seconds(value, plainUnit: plain) else { return false }
    record.seconds = seconds
    return true
  }

  private func setText(_ field: LayoutField, _ value: Bytes, _ record: inout LogRecord) {
    switch field {
    case .method: record.method = value
    case .target: record.target = value
    case .route: record.route = value
    case .client: record.client = value
    case .user: record.user = value
    case .session: record.session = value
    case .agent: record.agent = value
    case .requestID: record.requestID = value
    case .traceID: record.traceID = TraceContext.traceID(value)
    case .connectionID: record.connectionID = value
    case .processID: record.processID = value
    case .level: record.level = LevelWords.level(value)
    case .message: record.message = value
    case .statement: record.statement = value
    case .rowsSent: record.rowsSent = value.unsigned.map { Int64($0) } ?? -1
    case .rowsExamined: record.rowsExamined = value.unsigned.map { Int64($0) } ?? -1
    case .name: record.name = value
    default: break
    }
  }

  /// The ways in which servers write that there is no value.
  private static func isAbsent(_ value: Bytes) -> Bool {
    value.isEmpty || value.equals("-") || value.equals("-1") || value.equals("\"\"")
  }
}
