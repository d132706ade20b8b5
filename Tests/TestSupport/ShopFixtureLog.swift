import Telemetry

extension ShopFixture {
  /// One line of a log, written so many seconds before now.
  struct Line: Sendable {
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
}

extension [ShopFixture.Line] {
  /// Those that a source wrote in the seconds after `start` up to `end`.
  func written(by source: SourceID, from start: Int, to end: Int) -> [LogLine] {
    filter { line in
      line.source == source && (start..<end).contains(ShopFixture.pastSeconds - 1 - line.age)
    }.map { line in
      LogLine(
        time: ShopFixture.now - Double(line.age), level: line.level, text: line.text,
        source: line.source)
    }
  }
}

extension ShopFixture.Line {
  /// What the troubled shop writes: no status and no duration that its tables do not have.
  static let troubled = [
    Self(95, 1, .info, "GET /api/products 200 11 ms"),
    Self(80, 2, .notice, "LOG: checkpoint complete: wrote 412 buffers (2.5 %)"),
    Self(61, 1, .info, "GET /api/orders/{id} 200 22 ms"),
    Self(44, 1, .error, "GET /agents/{id}/mates 500 205 ms"),
    Self(40, 2, .warning, "LOG: duration: 1310.204 ms  statement: SELECT soul_id, name FROM souls"),
    Self(31, 1, .info, "POST /api/orders 201 61 ms"),
    Self(27, 2, .error, "ERROR: deadlock detected at character 14"),
    Self(22, 1, .warning, "GET /api/orders/{id} 404 19 ms"),
    Self(14, 1, .debug, "keepalive connection closed"),
    Self(9, 1, .info, "GET /healthz 200 1 ms"),
    Self(5, 2, .warning, "LOG: duration: 940.118 ms  statement: SELECT users.user_id FROM users"),
    Self(2, 1, .info, "POST /api/posts/generate 200 9900 ms"),
  ]

  /// The same on a good day: no request and no statement has failed or was slow.
  static let healthy = [
    Self(95, 1, .info, "GET /api/products 200 11 ms"),
    Self(80, 2, .notice, "LOG: checkpoint complete: wrote 412 buffers (2.5 %)"),
    Self(61, 1, .info, "GET /api/orders/{id} 200 22 ms"),
    Self(44, 1, .info, "GET /agents/{id}/mates 200 205 ms"),
    Self(40, 2, .notice, "LOG: automatic vacuum of table \"shop.public.carts\": index scans: 1"),
    Self(31, 1, .info, "POST /api/orders 201 61 ms"),
    Self(27, 2, .info, "LOG: connection authorized: user=shop database=shop"),
    Self(22, 1, .warning, "GET /api/orders/{id} 404 19 ms"),
    Self(14, 1, .debug, "keepalive connection closed"),
    Self(9, 1, .info, "GET /healthz 200 1 ms"),
    Self(5, 2, .notice, "LOG: checkpoint starting: time"),
    Self(2, 1, .info, "GET /api/search 200 121 ms"),
  ]
}
