/// Labelled tab-separated values, with the labels that ltsv.org recommends and those of alp.
///
///     time:2015-09-06T05:58:05+09:00⇥method:POST⇥uri:/foo/bar⇥status:200⇥size:12⇥apptime:0.057
///
/// Durations are seconds, with two exceptions: labels that name a unit, and whole numbers, which
/// are the microseconds of Apache's `%D`: nginx and others write seconds with a fraction.
/// Sources: http://ltsv.org, https://github.com/tkuchiki/alp
package struct LTSVFormat: LocalStampFormat {
  package static let name = "ltsv"
  package static let vantage = "ltsv"
  package static let samples = [
    "time:2015-09-06T05:58:05+09:00\tmethod:POST\turi:/foo/bar?token=xxx&uuid=1234\tstatus:200\tsize:12\tapptime:0.057\tua:UA1",
    "time:[21/Nov/2026:05:50:45 +0000]\tforwardedfor:-\thost:127.0.0.1\treq:GET /slow/2 HTTP/1.1\tstatus:200\tmethod:GET\turi:/slow/2\tsize:100\treferer:-\tua:curl/7.88.1\treqtime_microsec:293480\tapptime:293480\tcache:-\truntime:-\tvhost:127.0.0.1:18815",
    "status:200\tmethod:GET\tpath:/keyword\treqtime_microsec:819146",
  ]

  package var stampContext: StampContext {
    get { stamps.context }
    set { stamps.context = newValue }
  }

  private var stamps = StampScanner()
  private let names = LTSVFormat.names

  package init() {}

  private static let names = FieldNames(
    marks: [],
    own: [
      (FieldMeaning(field: .client), "host"),
      (FieldMeaning(field: .client, rank: 1), "forwardedfor"),
      (FieldMeaning(field: .agent), "ua"), (FieldMeaning(field: .time), "timengx"),
      (FieldMeaning(field: .request), "req"), (FieldMeaning(field: .cache), "cache"),
      (FieldMeaning(field: .seconds, unit: 1e-6, rank: 0), "reqtimemicrosec takenmicrosec"),
      (FieldMeaning(field: .seconds, unit: 0, rank: 1), "reqtime requesttime"),
      (FieldMeaning(field: .seconds, unit: 1, rank: 3), "takensec"),
      (FieldMeaning(field: .seconds, unit: 1, rank: 4), "runtime"),
      (FieldMeaning(field: .upstreamSeconds, unit: 0), "apptime"),
      (FieldMeaning(field: .upstreamSeconds, unit: 1, rank: 1), "upstreamresponsetime"),
    ])

  /// What has been read of a line beside the record's own fields.
  private struct Line {
    var secondsRank = UInt8.max
    var clientRank = UInt8.max
    var request = Bytes.none
    var hasStatus = false
    var isKnown = false
  }

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    guard entry.find(0x09) != nil else { return false }
    var line = Line()
    var place = 0
    while place < entry.count {
      let end = entry.find(0x09, from: place) ?? entry.count
      let field = entry.part(place, end)
      place = end &+ 1
      if field.isEmpty { continue }
      guard let colon = field.find(UInt8(ascii: ":")), colon > 0, Self.isLabel(field.part(0, colon))
      else { return false }
      let value = field.from(colon &+ 1)
      if value.isEmpty || value.equals("-") { continue }
      take(value, names.meaning(of: field.part(0, colon)), &line, &record)
    }
    return conclude(line, entry, &record)
  }

  private static func isLabel(_ label: Bytes) -> Bool {
    label.allSatisfy { $0.isWord || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
  }

  private mutating func take(
    _ value: Bytes, _ meaning: FieldMeaning, _ line: inout Line, _ record: inout LogRecord
  ) {
    switch meaning.field {
    case .time:
      let isBracketed = value.first == UInt8(ascii: "[") && value.last == UInt8(ascii: "]")
      let text = isBracketed ? value.part(1, value.count &- 1) : value
      guard let stamp = stamps.stamp(text) else { return }
      record.time = stamp.time
      record.timeResolution = stamp.resolution
      line.isKnown = true
    case .level:
      record.level = LevelWords.level(value)
      line.isKnown = line.isKnown || record.level != .unknown
    case .message: record.message = value
    case .method: record.method = value
    case .target: record.target = value
    case .request: line.request = value
    case .route: if meaning.rank == 0 { record.route = value }
    case .status:
      guard value.count == 3, let status = value.unsigned else { return }
      record.status = status
      line.hasStatus = true
    case .bytesSent: record.bytesSent = Int64(value.unsigned ?? -1)
    case .seconds where meaning.rank < line.secondsRank:
      guard let seconds = Self.seconds(value, meaning.unit) else { return }
      record.seconds = seconds
      line.secondsRank = meaning.rank
    case .upstreamSeconds:
      if let seconds = Self.seconds(value, meaning.unit) { record.upstreamSeconds = seconds }
    case .client where meaning.rank < line.clientRank:
      record.client = PeerAddress.host(value)
      line.clientRank = meaning.rank
    case .user: record.user = value
    case .session: record.session = value
    case .agent: record.agent = value
    case .requestID: record.requestID = value
    case .traceID: record.traceID = TraceContext.traceID(value)
    case .cache: record.cache = CacheWords.outcome(of: value)
    default: break
    }
  }

  /// Seconds of a value, of nginx's lists the sum; whole numbers without a unit are microseconds.
  private static func seconds(_ value: Bytes, _ unit: Double) -> Double? {
    if value.find(UInt8(ascii: ",")) != nil { return DurationScanner.listSum(value) }
    let isWhole = unit == 0 && value.unsigned != nil
    return DurationScanner.seconds(value, plainUnit: isWhole ? 1e-6 : unit == 0 ? 1 : unit)
  }

  private func conclude(_ line: Line, _ entry: Bytes, _ record: inout LogRecord) -> Bool {
    if !line.request.isEmpty { _ = RequestText.read(text: line.request, into: &record) }
    // Where it is the only time, `apptime` is that of the request.
    if record.seconds != record.seconds {
      record.seconds = record.upstreamSeconds
      record.upstreamSeconds = .nan
    }
    let hasTarget = !record.target.isEmpty || !record.route.isEmpty
    if hasTarget, line.hasStatus || record.seconds == record.seconds {
      record.kind = .request
      record.failed = line.hasStatus && record.status == 0
      record.message = entry
      return true
    }
    if record.message.isEmpty { record.message = entry }
    return line.isKnown
  }
}
