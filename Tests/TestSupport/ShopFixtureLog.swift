import Telemetry

extension ShopFixture {
  /// One line of a log, written so many seconds before now.
  private struct Line: Sendable {
    var age: Int
    var source: SourceID
    var level: LogLevel
    var text: DisplayText

    init(_ age: Int, _ source: SourceID, _ level: LogLevel, _ text: DisplayText) {
      self.age = age
      self.source = source
      self.level = level
      self.text = text
    }
  }

  /// The lines that a source wrote in the seconds after `start` up to `end`.
  static func logLines(source: SourceID, from start: Int, to end: Int) -> [LogLine] {
    lines.filter { line in
      line.source == source && (start..<end).contains(pastSeconds - 1 - line.age)
    }.map { line in
      LogLine(
        time: now - Double(line.age), level: line.level, text: line.text, source: line.source)
    }
  }

  private static let lines = [
    Line(95, 1, .info, "GET /api/products 200 11 ms"),
    Line(80, 2, .notice, "LOG: checkpoint complete: wrote 412 buffers (2.5 %)"),
    Line(61, 1, .info, "GET /api/orders/{id} 200 22 ms"),
    Line(44, 1, .error, "GET /agents/{id}/mates 500 205 ms"),
    Line(40, 2, .warning, "LOG: duration: 1310.204 ms  statement: SELECT soul_id, name FROM souls"),
    Line(31, 1, .info, "POST /api/orders 201 61 ms"),
    Line(27, 2, .error, "ERROR: deadlock detected at character 14"),
    Line(22, 1, .warning, "GET /api/orders/{id} 404 19 ms"),
    Line(14, 1, .debug, "keepalive connection closed"),
    Line(9, 1, .info, "GET /healthz 200 1 ms"),
    Line(5, 2, .warning, "LOG: duration: 940.118 ms  statement: SELECT users.user_id FROM users"),
    Line(2, 1, .error, "POST /api/posts/generate 504 9900 ms"),
  ]
}
