/// What svctop makes of the lines of a log, for people who ask what it understands and what not.
///
/// Cold: every line is parsed by itself and described in words.
package struct LogInspection: Sendable {
  /// How much one format understood.
  package struct Share: Hashable, Sendable {
    /// Its name, or that of the layout a user gave.
    package var format: DisplayText
    /// Lines in entries that it understood.
    package var lines: Int
    /// 0 to 1, of the lines that are not empty.
    package var ratio: Double
  }

  /// One kind of thing that lines carry.
  package enum Field: String, CaseIterable, Sendable {
    /// `route` is a target or a template; the raw value is what people call it.
    case time, latency, route, status, method, statement, level
    /// Id of one request, by which its lines are tied together.
    case requestID = "request id"
    /// Id of a trace across services.
    case traceID = "trace id"
    /// How long the server behind a proxy took.
    case upstream = "upstream time"
    /// Address of who asked, bytes sent, rows of a statement, and runs of jobs.
    case client, bytes, rows, task
    /// Statements of a request as the application counts them.
    case queries = "queries per request"
  }

  /// One line with what was read from it.
  package struct Line: Hashable, Sendable {
    /// Number of its first line, from 1.
    package var number: Int
    /// Without its line end; cut off after 300 bytes.
    package var text: DisplayText
    /// In words; `nil` when it was not understood.
    package var reading: DisplayText?
  }

  /// What the lines are enclosed in; `nil` when they stand by themselves.
  package private(set) var envelope: DisplayText?
  /// The format the source is read with; `nil` when none is clear.
  package private(set) var format: DisplayText?
  /// All formats that understood a line, best first.
  package private(set) var shares: [Share] = []
  /// Lines that are not empty.
  package private(set) var lineCount = 0
  /// Of `lineCount`, those that one of the formats in use understood.
  package private(set) var understood = 0
  /// Entries that tell of a request the service answered.
  package private(set) var requests = 0
  /// Entries that tell of a statement that was run.
  package private(set) var statements = 0
  /// Lines that carry each field.
  package private(set) var fields: [Field: Int] = [:]
  /// The finest resolution of the stamps in seconds; `nil` without stamps.
  package private(set) var resolutionSeconds: Double?
  /// The unit under each key that holds a duration as a number.
  package private(set) var latencyUnits: [LatencyUnit] = []
  /// The first lines that were not understood.
  package private(set) var failures: [Line] = []
  /// As many from the first as were asked for, in order.
  package private(set) var lines: [Line] = []
  /// What the bytes are instead of a log.
  package private(set) var otherKind: DisplayText?
  /// What to change so that more can be seen.
  package private(set) var advice: [DisplayText] = []
  /// Requests without a time behind which stands a number that may be one.
  private var numbersLeft = 0
  private static let failuresKept = 10

  /// Looks at a log, or at its beginning.
  ///
  /// - Parameters:
  ///   - chunk: Its bytes from the first line on.
  ///   - stamps: How stamps without a zone or a year are read.
  ///   - given: The format; found out if `nil`.
  ///   - own: Formats that a user described, which are tried before the known ones.
  ///   - wanted: Lines that are described one by one, from the first.
  package init(
    _ chunk: Bytes, stamps: StampContext, format given: (any LogFormat)?,
    own: [any LogFormat] = [], lines wanted: Int
  ) {
    let detection = FormatDetection(chunk, own: own)
    otherKind = detection.otherKind
    if detection.isNoLog { return }
    envelope = detection.envelope.map { DisplayText($0.name) }
    shares = detection.shares.map {
      Share(format: $0.format.label, lines: $0.lines, ratio: $0.ratio)
    }
    var formats: [any LogFormat] = []
    if let given {
      formats = [FormatDetection(chunk, only: given).primary ?? given]
    } else {
      formats = (detection.primary.map { [$0] } ?? []) + detection.alternates
    }
    format = formats.first?.label
    var chain = FormatChain()
    chain.formats = formats.map { $0.reading(stamps) }
    walk(chunk, &chain, detection.envelope.map { EnvelopeOpener($0.make(stamps)) }, wanted)
    let name = formats.first.map { type(of: $0).name } ?? ""
    latencyUnits = chain.used.sorted().flatMap { chain.formats[$0].latencyUnits }
    advise(name, ColumnHeader(chunk.line(from: 0, to: chunk.lineEnd(from: 0))))
  }

  private mutating func walk(
    _ chunk: Bytes, _ chain: inout FormatChain, _ opener: EnvelopeOpener?, _ wanted: Int
  ) {
    var opener = opener
    var number: UInt64 = 0
    var start = 0
    while start < chunk.count {
      let end = chunk.lineEnd(from: start)
      let raw = chunk.line(from: start, to: end)
      let whole = chunk.part(start, min(end + 1, chunk.count))
      start = end + 1
      number += 1
      if opener == nil { read(raw, 0, number, &chain, wanted) }
      opener?.open(whole) { line, _, stream in read(line, stream, number, &chain, wanted) }
    }
    while let ended = chain.takeOldest(at: nil) { close(ended, &chain, wanted) }
    for list in [\Self.lines, \.failures] { self[keyPath: list].sort { $0.number < $1.number } }
  }

  private mutating func read(
    _ line: Bytes, _ stream: UInt64, _ number: UInt64, _ chain: inout FormatChain, _ wanted: Int
  ) {
    let now = Timestamp(microseconds: 0)
    guard !line.isEmpty, !chain.extend(stream, with: line, size: 0, at: now) else { return }
    if let ended = chain.take(stream) { close(ended, &chain, wanted) }
    let entry = HeldEntry(
      stream: stream, bytes: [UInt8](line), size: 0, line: number, time: now, arrival: now)
    var record = LogRecord()
    switch chain.read(line, into: &record) {
    case .entry: note(entry, record, wanted)
    case .beginning(let place):
      var entry = entry
      entry.format = place
      if let oldest = chain.hold(entry) { close(oldest, &chain, wanted) }
    case nil: note(entry, nil, wanted)
    }
  }

  private mutating func close(
    _ entry: HeldEntry, _ chain: inout FormatChain, _ wanted: Int
  ) {
    entry.bytes.withUnsafeBytes { bytes in
      var record = LogRecord()
      let isKnown = chain.formats[entry.format].parse(bytes, into: &record)
      note(entry, isKnown ? record : nil, wanted)
    }
  }

  private mutating func note(_ entry: HeldEntry, _ record: LogRecord?, _ wanted: Int) {
    lineCount += entry.lines
    var reading: DisplayText?
    if let record {
      take(record)
      understood += entry.lines
      reading = LogInspection.describe(record)
    }
    let isWanted = entry.line <= wanted
    let isFailure = reading == nil && failures.count < LogInspection.failuresKept
    guard isWanted || isFailure else { return }
    let text = entry.bytes.withUnsafeBytes { DisplayText($0, limit: 300) }
    let line = Line(number: Int(entry.line), text: text, reading: reading)
    if isWanted { lines.append(line) }
    if isFailure { failures.append(line) }
  }

  private mutating func take(_ record: LogRecord) {
    if record.kind == .request { requests += 1 }
    if record.kind == .query { statements += 1 }
    if record.leavesNumber { numbersLeft += 1 }
    if record.time != nil {
      resolutionSeconds = min(resolutionSeconds ?? .infinity, record.timeResolution)
    }
    func note(_ field: Field, _ isThere: Bool) {
      if isThere { fields[field, default: 0] += 1 }
    }
    note(.time, record.time != nil)
    note(.latency, record.seconds.isFinite)
    note(.route, !record.target.isEmpty || !record.route.isEmpty)
    note(.status, record.status > 0)
    note(.method, !record.method.isEmpty)
    note(.statement, !record.statement.isEmpty)
    note(.level, record.level != .unknown)
    note(.requestID, !record.requestID.isEmpty)
    note(.traceID, !record.traceID.isEmpty)
    note(.upstream, record.upstreamSeconds.isFinite)
    note(.client, !record.client.isEmpty)
    note(.bytes, record.bytesSent >= 0)
    note(.rows, record.rowsSent >= 0 || record.rowsExamined >= 0)
    note(.task, record.kind == .task)
    note(.queries, record.queryCount >= 0)
  }

  /// A record in words: `request GET /users/1 200 in 12.3 ms`.
  static func describe(_ record: LogRecord) -> DisplayText {
    func text(_ bytes: Bytes) -> String { DisplayText(bytes, limit: 160).string }
    var words: [String] = ["\(record.kind)"]
    if record.level != .unknown { words.append("\(record.level)") }
    for part in [
      record.method, record.route.isEmpty ? record.target : record.route, record.name,
    ] where !part.isEmpty {
      words.append(text(part))
    }
    if record.status > 0 { words.append("\(record.status)") }
    if record.seconds.isFinite { words.append("in \(milliseconds(record.seconds)) ms") }
    if record.upstreamSeconds.isFinite {
      words.append("upstream \(milliseconds(record.upstreamSeconds)) ms")
    }
    if !record.statement.isEmpty { words.append(text(record.statement)) }
    if record.failed { words.append("failed") }
    if !record.requestID.isEmpty { words.append("id \(text(record.requestID))") }
    if !record.traceID.isEmpty { words.append("trace \(text(record.traceID))") }
    if record.kind == .message, !record.message.isEmpty { words.append(text(record.message)) }
    if record.time == nil { words.append("(no stamp)") }
    return DisplayText(words.joined(separator: " "))
  }

  private static func milliseconds(_ seconds: Double) -> String {
    let rounded = (seconds * 1e6).rounded() / 1e3
    return rounded == rounded.rounded() && abs(rounded) < 1e15
      ? "\(Int64(rounded))" : "\(rounded)"
  }

  private mutating func advise(_ format: String, _ header: ColumnHeader?) {
    func has(_ field: Field) -> Bool { fields[field, default: 0] > 0 }
    if let unread = LogAdvice.number(in: numbersLeft, of: requests) {
      advice.append(unread)
    } else if requests > 0, !has(.latency) {
      advice.append(LogAdvice.latency(of: format))
    }
    if has(.latency), let unit = LogAdvice.unit(of: format) { advice.append(unit) }
    advice += latencyUnits.compactMap { LogAdvice.unit($0) }
    if understood > 0, !has(.time) { advice.append(LogAdvice.stamps(of: format)) }
    if requests > 0, !has(.requestID), !has(.traceID) {
      advice.append(LogAdvice.requestID(of: format))
    }
    if let resolutionSeconds, resolutionSeconds >= 1, has(.latency) {
      advice.append(LogAdvice.resolution(of: format))
    }
    if format.hasPrefix("postgresql"), statements == 0 {
      advice.append(
        "no statements with durations: set log_min_duration_statement = 100 in postgresql.conf")
    }
    if requests == 0, let header {
      advice.append(LogAdvice.columns(header))
    } else if requests == 0, statements == 0, understood > 0, !format.hasPrefix("postgresql") {
      advice.append(
        """
        no requests and no statements: log a line per request, such as \
        method=GET path=/a status=200 duration_ms=9
        """)
    }
  }
}
