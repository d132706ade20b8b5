/// Finds the ids of a line: of request, trace, session and user.
///
/// `request_id=3f1c`, `[uuid]`, `trace_id=...`, `session_id=s-81`, `user_id=7`.
enum RequestIDs {
  /// Fills in the ids that `record` lacks.
  static func read(_ line: Bytes, into record: inout LogRecord) {
    if line.find(UInt8(ascii: "=")) != nil { pairs(line, &record) }
    if record.requestID.isEmpty { bracketed(line, &record) }
    if record.requestID.isEmpty, let start = line.find("req-") {
      var end = start
      while end < line.count, line[end].isWord || line[end] == UInt8(ascii: "-") { end &+= 1 }
      let id = line.part(start, end)
      let isWhole = start == 0 || !line[start &- 1].isWord
      if isWhole, TraceContext.isRequestID(id) { record.requestID = id }
    }
  }

  private static func pairs(_ line: Bytes, _ record: inout LogRecord) {
    var pairs = KeyValueScanner(line)
    while let (key, value) = pairs.next() {
      guard !value.isEmpty, !value.equals("-") else { continue }
      switch FieldAliases.meaning(of: key).field {
      case .requestID where record.requestID.isEmpty: record.requestID = value
      case .traceID where record.traceID.isEmpty: record.traceID = TraceContext.traceID(value)
      case .session where record.session.isEmpty: record.session = value
      case .cache where record.kind == .request && record.cache == .unknown:
        record.cache = CacheWords.outcome(of: value)
      case .user where record.user.isEmpty: record.user = value
      default: break
      }
    }
  }

  /// Bytes in which a bracket has to be closed that holds an id.
  private static let longest = 65

  private static func bracketed(_ line: Bytes, _ record: inout LogRecord) {
    var start = 0
    while let open = line.find(UInt8(ascii: "["), from: start) {
      start = open &+ 1
      let near = line.part(start, min(line.count, start &+ longest))
      guard let close = near.find(UInt8(ascii: "]")) else { continue }
      let id = near.part(0, close)
      if TraceContext.isRequestID(id) {
        record.requestID = id
        return
      }
    }
  }
}
