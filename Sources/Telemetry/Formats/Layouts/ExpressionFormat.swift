/// A log format that a user described by a regular expression with named groups.
///
/// The names are those that JSON logs use (`FieldAliases`) and a few short ones: `time`, `method`,
/// `path`, `status`, `duration_ms`, `sql`, `level`, `message`. Other groups are left alone.
package struct ExpressionFormat: LocalStampFormat {
  package static let name = "expression"
  package static let vantage = "app"
  package static let samples: [String] = []

  package let label: DisplayText

  package var stampContext: StampContext {
    get { values.stamps.context }
    set { values.stamps.context = newValue }
  }

  private let pattern: CapturePattern?
  private let fields: [LayoutField]
  private let isAboutRequests: Bool
  private let hasUpstreamTimeOnly: Bool
  private var values = LayoutValues()
  private var scratch = CapturePattern.Scratch()

  /// A format that understands nothing, which the protocol asks for.
  package init() {
    pattern = nil
    fields = []
    label = "expression"
    isAboutRequests = false
    hasUpstreamTimeOnly = false
  }

  /// Reads an expression; columns of errors are counted from `column`.
  package init(_ text: String, label: DisplayText, column: Int = 0) throws(LayoutError) {
    let pattern: CapturePattern
    do {
      pattern = try CapturePattern(text)
    } catch {
      throw LayoutError(error.message, column: column + error.column, hint: error.hint)
    }
    let names = pattern.groups.map { $0.name.lowercased() }
    fields = ExpressionFormat.fields(names)
    guard fields.contains(where: { $0 != .skipped && $0 != .time && $0 != .client }) else {
      throw LayoutError(
        "no group with a name that is known", column: column,
        hint: "name groups (?<method>..) (?<path>..) (?<status>..) (?<duration_ms>..)")
    }
    self.pattern = pattern
    self.label = label
    isAboutRequests = fields.contains {
      $0.isAboutRequests
    }
    hasUpstreamTimeOnly =
      fields.contains(.upstreamSeconds)
      && !fields.contains { if case .seconds = $0 { true } else { false } }
  }

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    guard let pattern, pattern.match(entry, &scratch) else { return false }
    values.begin()
    for index in fields.indices where fields[index] != .skipped {
      let value = pattern.group(index, of: entry, scratch)
      // A group that took no part says nothing, and so does a stamp of an unknown kind.
      if value.isEmpty || fields[index] == .time {
        if !value.isEmpty { _ = values.set(.time, value, &record) }
      } else if !values.set(fields[index], value, &record) {
        return false
      }
    }
    return values.conclude(
      entry, isAboutRequests: isAboutRequests, hasUpstreamTimeOnly: hasUpstreamTimeOnly, &record)
  }

  /// What the groups are about; `query` is a statement unless requests are what is logged.
  private static func fields(_ names: [String]) -> [LayoutField] {
    let isWeb = names.contains {
      ["method", "path", "url", "uri", "status", "request"].contains($0)
    }
    return names.map { name in
      if name == "query", isWeb { return .skipped }
      return field(name)
    }
  }

  private static func field(_ name: String) -> LayoutField {
    switch name {
    case "name": return .name
    case "client": return .client
    case "agent": return .agent
    case "seconds": return .seconds(unit: 1, digits: .any)
    case "ms", "millis", "milliseconds": return .seconds(unit: 1e-3, digits: .any)
    case "us", "micros", "microseconds": return .seconds(unit: 1e-6, digits: .any)
    case "ns", "nanoseconds": return .seconds(unit: 1e-9, digits: .any)
    case "cache": return .cache
    default: break
    }
    let meaning = Array(name.utf8).withUnsafeBytes { FieldAliases.meaning(of: $0) }
    switch meaning.field {
    case .time: return .time
    case .level: return .level
    case .message: return .message
    case .method: return .method
    case .target: return .target
    case .request: return .request
    case .route: return .route
    case .status: return .status
    case .bytesSent: return .bytesSent
    case .seconds: return .seconds(unit: meaning.unit, digits: .any)
    case .upstreamSeconds: return .upstreamSeconds
    case .statement: return .statement
    case .rowsSent: return .rowsSent
    case .rowsExamined: return .rowsExamined
    case .requestID: return .requestID
    case .traceID: return .traceID
    case .client: return .client
    case .user: return .user
    case .session: return .session
    case .agent: return .agent
    case .processID: return .processID
    case .connectionID: return .connectionID
    case .task: return .name
    case .cache: return .cache
    case .none, .container, .railsMark, .succeeded, .failed, .databaseSeconds, .queryCount,
      .startTime, .fallbackSeconds, .aside, .nanoseconds, .grpcService, .grpcMethod, .grpcCode,
      .grpcSide:
      return .skipped
    }
  }
}
