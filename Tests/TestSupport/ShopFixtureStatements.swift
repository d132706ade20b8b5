import Telemetry

extension ShopFixture {
  /// Calls of one statement over the twelve minutes.
  struct Statement: Sendable {
    var sql: String
    var perMinute: Int
    var milliseconds: [Double]
    var rows: UInt64?
    /// The endpoint that a comment in the statement names.
    var caller: EndpointName?
    /// How often one request of the caller runs it.
    var perRequest = 1
    /// The endpoint that was being served whenever the statement ran.
    var neighbour: EndpointName?

    func calls(from start: Int, to end: Int) -> Range<Int> {
      perMinute * start / 60..<perMinute * end / 60
    }
  }

  /// What the database wrote, in batches of five seconds.
  static func databaseLog(_ statements: [Statement], lines: [Line]) -> [Batch] {
    stride(from: 5, through: pastSeconds, by: 5).map { second in
      var batch = Batch(source: 2, time: time(second))
      batch.covered = time(second - 5)...time(second)
      batch.vantage = "postgresql"
      batch.recognised = ["postgresql"]
      for statement in statements {
        let calls = statement.calls(from: second - 5, to: second)
        guard !calls.isEmpty else { continue }
        add(statement, calls, at: second, to: &batch)
        batch.tally.lines += UInt64(calls.count)
        batch.tally.bytes += UInt64(calls.count * (60 + statement.sql.utf8.count))
      }
      batch.tally.parsed = batch.tally.lines
      batch.lines = lines.written(by: 2, from: second - 5, to: second)
      return batch
    }
  }

  private static func add(
    _ statement: Statement, _ calls: Range<Int>, at second: Int, to batch: inout Batch
  ) {
    let (fingerprint, id) = Fingerprinter.of(statement.sql)
    let seconds = calls.map { statement.milliseconds[$0 % statement.milliseconds.count] / 1000 }
    let end = time(second) - 0.5
    var delta = QueryDelta(
      id: id, fingerprint: DisplayText(fingerprint), time: end, calls: UInt64(calls.count),
      latency: latency(of: seconds, layout: .logarithmic))
    if let rows = statement.rows {
      delta.rowsSent = rows * UInt64(calls.count)
      delta.rowsSentCalls = UInt64(calls.count)
    }
    delta.seen = end...end
    delta.examples = [
      QueryExample(
        statement: DisplayText(statement.sql), seconds: seconds.max() ?? 0, time: end,
        line: statement.line(of: calls.lowerBound), source: 2)
    ]
    batch.queries.append(delta)
    let place = batch.spanEndpoints.count
    if let caller = statement.caller {
      batch.spanEndpoints.append(caller)
      batch.querySpans += zip(calls, seconds).map { call, seconds in
        var query = QuerySpan(
          query: id, endpoint: place, span: statement.span(of: call, seconds: seconds))
        query.literals = UInt64(call + 1)
        query.line = statement.line(of: call)
        return query
      }
    }
    guard let neighbour = statement.neighbour else { return }
    batch.spanEndpoints.append(neighbour)
    let span = Span(end: end, seconds: seconds[0], uncertainty: 0.001)
    batch.querySpans += calls.map { _ in QuerySpan(query: id, endpoint: nil, span: span) }
    batch.requestSpans.append(
      RequestSpan(
        endpoint: place,
        span: Span(end: end + 0.01, seconds: seconds[0] + 0.1, uncertainty: 0.001)))
  }
}

extension ShopFixture.Statement {
  /// A number for each caller, so that no two requests have one id.
  private static let callers = [generate, feed, orders, order]

  /// Number of the line that a call is logged in.
  fileprivate func line(of call: Int) -> UInt64 { UInt64(88_000 + call) }

  /// One call with the id of its request, as a comment with a trace carries it: requests come
  /// evenly over each minute, and their calls follow one another closely.
  fileprivate func span(of call: Int, seconds: Double) -> Span {
    let request = call / perRequest
    let begun = (Double(request) + 0.5) * Double(60 * perRequest) / Double(perMinute)
    let inRequest = Double(call % perRequest) * 0.005
    var span = Span(
      end: ShopFixture.time(0) + (begun + inRequest), seconds: seconds, uncertainty: 0.001)
    let number = caller.flatMap { Self.callers.firstIndex(of: $0) } ?? Self.callers.count
    span.requestID = UInt64(8 * (request + 1) + number)
    return span
  }

  private static let generate = EndpointName(method: "POST", route: "/api/posts/generate")
  private static let feed = EndpointName(method: "GET", route: "/api/users/{id}/feed")
  private static let search = EndpointName(method: "GET", route: "/api/search")
  private static let orders = EndpointName(method: "POST", route: "/api/orders")
  private static let order = EndpointName(method: "GET", route: "/api/orders/{id}")

  static let troubled = [
    Self(
      sql: """
        SELECT soul_id, name, interaction_engine, persona FROM souls \
        WHERE owner_id = 4711 AND mood = 'curious' ORDER BY created_at DESC LIMIT 17
        """, perMinute: 48, milliseconds: [690, 640, 720, 1310, 700], rows: 17, caller: generate),
    Self(
      sql: "SELECT * FROM posts WHERE author_id = 81920", perMinute: 1260,
      milliseconds: [2, 2.2, 1.9, 4.8, 2.1], rows: 1, caller: feed, perRequest: 5),
    Self(
      sql: "SELECT follows.followee_id FROM follows WHERE follower_id = 12 LIMIT 40",
      perMinute: 252, milliseconds: [9, 8.5, 22, 9.4], rows: 40, caller: feed),
    Self(
      sql: "SELECT users.user_id, users.email FROM users WHERE users.user_id = 'u-77'",
      perMinute: 2, milliseconds: [701, 680, 940], rows: 1),
    Self(
      sql: "SELECT id FROM products WHERE name ILIKE '%lamp%' LIMIT 20", perMinute: 29,
      milliseconds: [14, 13, 22, 16], neighbour: search),
    Self(
      sql: "INSERT INTO order_items (order_id, sku, quantity) VALUES (1, 'A-1', 2), (1, 'B-2', 1)",
      perMinute: 198, milliseconds: [3, 2.7, 6.1], caller: orders, perRequest: 3),
    Self(
      sql: "UPDATE orders SET state = 'paid' WHERE id = 9", perMinute: 66,
      milliseconds: [1.1, 0.8, 3.2], rows: 1, caller: orders),
    Self(
      sql: "SELECT * FROM orders WHERE id = 9", perMinute: 402,
      milliseconds: [0.7, 0.6, 0.9], rows: 1, caller: order),
  ]

  static let healthy = Array(troubled.dropFirst(4))
}
