/// The key and value lines of Rails' lograge, bare or behind what a logger puts before them.
///
///     method=GET path=/jobs/833552.json format=json controller=JobsController action=show status=200 duration=58.33 view=40.43 db=15.26
///
/// Durations are milliseconds. Source: https://github.com/roidrage/lograge
package struct LogrageFormat: LocalStampFormat {
  package static let name = "lograge"
  package static let vantage = "rails"
  package static let samples = [
    "method=GET path=/jobs/833552.json format=json controller=JobsController  action=show status=200 duration=58.33 view=40.43 db=15.26",
    "I, [2024-06-26T17:00:04.497736 #126554]  INFO -- : [4eebb5e2-0d2c-4b5c-9f43-1c7a3c0e8f11] method=GET path=/ format=html controller=HomeController action=index status=200 duration=128.00 view=120.04 db=0.00",
  ]

  package var stampContext: StampContext {
    get { head.stamps.context }
    set { head.stamps.context = newValue }
  }

  private var head = LineHead()
  private let names = LogrageFormat.names

  package init() {}

  private static let names = FieldNames(
    marks: ["controller", "action", "duration"],
    own: [(FieldMeaning(field: .seconds, unit: 1e-3), "duration")])

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    guard let start = entry.find("method="), start < 200, start == 0 || entry[start &- 1].isBlank
    else { return false }
    var scanner = ByteScanner(entry, at: start)
    var marks: UInt8 = 0
    while true {
      scanner.skipBlanks()
      if scanner.isAtEnd { break }
      let word = scanner.position
      guard let equals = entry.find(UInt8(ascii: "="), from: word) else { break }
      scanner.position = equals &+ 1
      let value = scanner.quoted() ?? scanner.word()
      let meaning = names.meaning(of: entry.part(word, equals))
      marks |= meaning.mark
      take(value, meaning, &record)
    }
    guard marks & names.requiredMarks == names.requiredMarks, record.status > 0,
      !record.target.isEmpty
    else { return false }
    if start > 0 {
      _ = head.read(entry.part(0, start), into: &record)
      RequestIDs.read(entry.part(0, start), into: &record)
    }
    record.kind = .request
    record.message = entry.from(start)
    return true
  }

  private func take(_ value: Bytes, _ meaning: FieldMeaning, _ record: inout LogRecord) {
    switch meaning.field {
    case .method: record.method = value
    case .target where record.target.isEmpty: record.target = value
    case .status: if value.count == 3, let status = value.unsigned { record.status = status }
    case .seconds:
      record.seconds = DurationScanner.seconds(value, plainUnit: meaning.unit) ?? .nan
    case .databaseSeconds:
      record.databaseSeconds = DurationScanner.seconds(value, plainUnit: meaning.unit) ?? .nan
    case .queryCount: record.queryCount = Int64(value.unsigned ?? -1)
    case .client: record.client = PeerAddress.host(value)
    case .user: record.user = value
    case .session: record.session = value
    case .agent: record.agent = value
    case .requestID: record.requestID = value
    case .traceID: record.traceID = TraceContext.traceID(value)
    default: break
    }
  }
}
