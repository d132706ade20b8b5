import Telemetry

/// A log record written as a literal: the texts it points into live as long as it does.
struct RecordLiteral {
  var kind = LogRecord.Kind.request
  var time: Timestamp?
  var method = "GET"
  var target = ""
  var route = ""
  var status = 200
  var seconds = Double.nan
  var statement = ""
  var name = ""
  var rowsSent: Int64 = -1
  var rowsExamined: Int64 = -1
  var failed = false
  var requestID = ""
  var connectionID = ""
  var processID = ""

  static func request(
    _ target: String, at seconds: Double, status: Int = 200, took: Double = .nan
  ) -> RecordLiteral {
    RecordLiteral(
      time: Timestamp(seconds: seconds), target: target, status: status, seconds: took)
  }

  static func query(
    _ statement: String, at seconds: Double, took: Double = .nan, rows: Int64 = -1
  ) -> RecordLiteral {
    RecordLiteral(
      kind: .query, time: Timestamp(seconds: seconds), method: "", status: 0, seconds: took,
      statement: statement, rowsSent: rows)
  }

  /// Calls `body` with the record; its slices are valid only during the call.
  func withRecord(_ body: (borrowing LogRecord) -> Void) {
    let texts = [method, target, route, statement, name, requestID, connectionID, processID]
    let bytes = Array(texts.joined().utf8)
    bytes.withUnsafeBytes { all in
      var start = 0
      let slices = texts.map { text in
        defer { start += text.utf8.count }
        return Bytes(rebasing: all[start..<start + text.utf8.count])
      }
      var record = LogRecord()
      record.kind = kind
      record.time = time
      record.status = status
      record.seconds = seconds
      record.rowsSent = rowsSent
      record.rowsExamined = rowsExamined
      record.failed = failed
      record.method = slices[0]
      record.target = slices[1]
      record.route = slices[2]
      record.statement = slices[3]
      record.name = slices[4]
      record.requestID = slices[5]
      record.connectionID = slices[6]
      record.processID = slices[7]
      body(record)
    }
  }
}

extension LogAccumulator {
  /// Counts a record written as a literal, on a line of 100 bytes.
  mutating func add(_ literal: RecordLiteral) {
    literal.withRecord { record in withUnsafePointer(to: record) { add($0, bytes: 100) } }
  }

  mutating func addUnparsed(_ text: String) {
    Array(text.utf8).withUnsafeBytes { addUnparsed($0, bytes: $0.count + 1) }
  }
}
