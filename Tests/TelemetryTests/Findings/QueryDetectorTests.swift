import Testing

@testable import Telemetry

@Suite struct QueryDetectorTests {
  @Test func `calls a statement slow by its p95 and more than one call`() {
    let table: [(took: [Double], says: [String])] = [
      (Array(repeating: 0.09, count: 20), []),
      (Array(repeating: 0.12, count: 20), ["slow-query high"]),
      (Array(repeating: 1.2, count: 20), ["slow-query critical"]), ([0.2], []),
      ([0.7], ["slow-query high"]), (Array(repeating: 0.01, count: 30) + [0.4], []),
    ]
    for (took, says) in table {
      var fixture = FindingFixture(.log)
      fixture.calls("SELECT id, name FROM users WHERE email = 'a'", at: 0, took: took)
      #expect(fixture.picture() == says, "\(took)")
    }
  }

  @Test func `what is hardly over its limit comes after what is far over it`() {
    var fixture = FindingFixture(.log, .log)
    fixture.requests("GET /a", at: 0, took: Array(repeating: 0.9, count: 10))
    fixture.requests("GET /b", at: 0, took: Array(repeating: 0.01, count: 990))
    // Statements of other services too: in all they took longer than the requests.
    fixture.calls(
      "SELECT id, name FROM users WHERE email = 'a'", at: 0,
      took: Array(repeating: 0.11, count: 400), source: 1)
    #expect(fixture.picture() == ["slow-endpoint high", "slow-query high"])
  }

  @Test func `names the endpoint that most of the calls are made for`() throws {
    for (own, whom) in [(8, " for GET /a"), (5, " for GET /a"), (4, "")] {
      var fixture = FindingFixture(.log)
      fixture.calls(
        "SELECT id, name FROM users WHERE email = 'a'", at: 0,
        took: Array(repeating: 0.2, count: 10))
      fixture.add(at: 0) { batch, from in
        batch.spanEndpoints = ["GET /a", "GET /b", "GET /c"].map { EndpointName($0) }
        let span = Span(end: Timestamp(seconds: from), seconds: 0.2, uncertainty: 0.001)
        batch.querySpans = (0..<10).map { call in
          QuerySpan(query: 7, endpoint: call < own ? 0 : 1 + call % 2, span: span)
        }
      }
      let finding = try #require(fixture.findings().first { $0.kind == .slowQuery })
      #expect(
        finding.summary.string.hasPrefix("SELECT on users is slow\(whom): p95"),
        "\(finding.summary)")
    }
  }

  @Test func `advises by the statement's own table and columns`() throws {
    let table: [(statement: String, says: String)] = [
      (
        "SELECT id, name FROM users WHERE email = ? AND state = ?",
        "Check with EXPLAIN that users has an index on (email, state)."
      ),
      ("SELECT a, b FROM users WHERE user_id = ?", "It fetches one row of users by user_id"),
      (
        "WITH RECURSIVE tree AS (SELECT a FROM nodes WHERE parent = ?) SELECT a FROM tree",
        "It walks"
      ),
      ("SELECT a, b FROM posts ORDER BY id", "It reads all of posts"),
    ]
    for (statement, says) in table {
      var fixture = FindingFixture(.log)
      fixture.calls(statement, at: 0, took: Array(repeating: 0.2, count: 10))
      let finding = try #require(fixture.findings().first { $0.kind == .slowQuery }, "\(statement)")
      #expect(finding.advice.first?.string.hasPrefix(says) == true, "\(finding.advice)")
      #expect(finding.evidence.first?.line == 12)
    }
  }

  @Test func `quotes no call from outside the window`() throws {
    var fixture = FindingFixture(.log)
    // The slowest are kept, and all of them are old.
    for second in stride(from: 0.0, through: 20, by: 5) {
      fixture.calls("SELECT * FROM b WHERE a = 1", at: second, took: [5])
    }
    fixture.calls("SELECT * FROM b WHERE a = 1", at: 900, took: Array(repeating: 0.2, count: 10))
    for (window, line) in [(Window.all, UInt64?.some(12)), (.last(300), nil)] {
      let finding = try #require(fixture.findings(window).first { $0.kind == .slowQuery })
      #expect(finding.evidence.first?.line == line)
    }
  }

  private func burst(
    _ count: Int, literals: [UInt64], seconds: Double = 0.002, connection: UInt64 = 5,
    request: Bool = true, requestID: UInt64 = 0, statement: String = "SELECT * FROM b WHERE a = 1"
  ) -> FindingFixture {
    var fixture = FindingFixture(.log)
    fixture.calls(statement, at: 0, took: Array(repeating: seconds, count: count))
    fixture.requests("GET /a", at: 0, took: [0.1])
    fixture.add(at: 0, seconds: 20) { batch, from in
      batch.spanEndpoints = [EndpointName("GET /a")]
      var time = from + 1
      for place in 0..<count {
        time += 0.001 + seconds
        var span = Span(end: Timestamp(seconds: time), seconds: seconds, uncertainty: 0.001)
        span.connectionID = connection
        span.requestID = requestID
        var query = QuerySpan(query: 7, endpoint: nil, span: span)
        query.literals = literals[place % literals.count]
        query.line = UInt64(100 + place)
        batch.querySpans.append(query)
      }
      guard request else { return }
      var span = Span(
        end: Timestamp(seconds: time + 0.004), seconds: time - from - 1 + 0.008, uncertainty: 0.001)
      span.requestID = requestID
      batch.requestSpans = [RequestSpan(endpoint: 0, span: span)]
    }
    return fixture
  }

  @Test func `counts five alike statements in one request as n-plus-one, four not`() throws {
    #expect(burst(4, literals: [1, 2, 3, 4]).picture().isEmpty)
    let finding = try #require(burst(5, literals: [1, 2, 3, 4, 5]).findings().first)
    #expect(finding.kind == .nPlusOne)
    #expect(finding.severity == .medium)
    #expect(finding.subject == .query(7))
    #expect(
      finding.summary == "GET /a runs SELECT on b 5 times in one request, 10 ms in all",
      "\(finding.summary)")
    #expect(finding.evidence.first?.line == 100)
    #expect(finding.advice.first?.string.contains("WHERE a IN (...)") == true)
    #expect(finding.certainty == .likely("linked by connection and time"))
  }

  @Test func `is sure of what carries the id of the request`() throws {
    let finding = try #require(
      burst(6, literals: [1, 2, 3, 4, 5, 6], requestID: 9).findings().first)
    #expect(finding.kind == .nPlusOne)
    #expect(finding.certainty == .sure)
  }

  @Test func `tells the same statement again from alike ones`() throws {
    let finding = try #require(
      burst(6, literals: [1], seconds: 0.7).findings().first { $0.kind == .repeatedQuery })
    #expect(finding.kind == .repeatedQuery)
    #expect(finding.severity == .critical)
    #expect(
      finding.summary
        == "The same SELECT on b runs 6 times in one request of GET /a, 4.20 s in all",
      "\(finding.summary)")
    // Where values are hidden, alike and same look the same.
    let hidden = burst(6, literals: [1], statement: "SELECT * FROM b WHERE a = $1")
    #expect(hidden.picture() == ["n-plus-one medium"])
  }

  @Test(arguments: [
    // One connection handed from one request to the next, each of which asks once.
    (count: 6, lasting: 1.0, says: [String]()),
    (count: 1, lasting: 9.0, says: ["n-plus-one critical"]),
    // Requests too short to have waited for any of the calls.
    (count: 6, lasting: 0.3, says: ["n-plus-one critical"]),
    (count: 2, lasting: 1.0, says: ["n-plus-one critical"]),
  ])
  func `does not take requests in turn for one, in a log of whole seconds`(
    count: Int, lasting: Double, says: [String]
  ) {
    var fixture = FindingFixture(.log)
    fixture.calls("SELECT * FROM b WHERE a = 1", at: 0, took: Array(repeating: 0.9, count: 6))
    fixture.add(at: 0, seconds: 30) { batch, from in
      batch.spanEndpoints = [EndpointName("GET /a")]
      for place in 0..<6 {
        let end = from + 2 + 1.3 * Double(place)
        var span = Span(end: Timestamp(seconds: end), seconds: 0.9, uncertainty: 0.001)
        span.connectionID = 5
        var query = QuerySpan(query: 7, endpoint: nil, span: span)
        query.literals = UInt64(place + 1)
        batch.querySpans.append(query)
      }
      batch.requestSpans = (6 - count..<6).map { place in
        let end = (from + 2.05 + 1.3 * Double(place)).rounded(.down)
        return RequestSpan(
          endpoint: 0,
          span: Span(end: Timestamp(seconds: end), seconds: lasting, uncertainty: 1))
      }
    }
    #expect(fixture.picture().filter { $0.contains("plus") } == says)
  }

  @Test func `sees a loop outside of any request when it is slow`() {
    #expect(
      burst(5, literals: [1], seconds: 0.7, connection: 0, request: false).picture()
        .contains("repeated-query critical"))
    #expect(burst(5, literals: [1], connection: 0, request: false).picture().isEmpty)
  }

  @Test func `takes the application's own count of statements`() {
    for (statements, says) in [(19, [String]()), (31, ["n-plus-one medium"])] as [(Int32, [String])]
    {
      var fixture = FindingFixture(.log)
      fixture.requests("GET /a", at: 0, took: Array(repeating: 0.1, count: 6))
      fixture.add(at: 0) { batch, from in
        batch.spanEndpoints = [EndpointName("GET /a")]
        batch.requestSpans = (0..<6).map { place in
          var request = RequestSpan(
            endpoint: 0,
            span: Span(
              end: Timestamp(seconds: from + Double(place)), seconds: 0.1, uncertainty: 1))
          request.queryCount = statements
          return request
        }
      }
      #expect(fixture.picture() == says)
    }
  }

  @Test func `sees rows that are read or dragged along for nothing`() {
    let wide = "SELECT a, b, c, d, e, f, g, h, i FROM users"
    let table: [(String, UInt64?, UInt64?, [String])] = [
      ("SELECT a FROM t WHERE b = 1", 10, 2_000_000, ["heavy-rows medium"]),
      ("SELECT a FROM t WHERE b = 1", 10, 40_000, ["slow-query high"]),
      (wide, 170, nil, ["heavy-rows medium"]), (wide, 17_000, nil, ["slow-query high"]),
      (wide, nil, nil, ["heavy-rows medium"]),
      ("SELECT a FROM users", nil, nil, ["slow-query high"]),
    ]
    for (statement, rows, examined, says) in table {
      var fixture = FindingFixture(.log)
      fixture.calls(
        statement, at: 0, took: Array(repeating: 0.4, count: 10), rows: rows, examined: examined)
      let kinds = fixture.picture().map { $0.split(separator: " ")[0] }
      #expect(kinds == says.map { $0.split(separator: " ")[0] }, "\(statement) \(rows ?? 0)")
    }
  }

  @Test func `folds a slow endpoint into the statement that takes its time`() throws {
    var fixture = FindingFixture(.log, .log)
    for slot in 0..<12 {
      fixture.requests("GET /a", at: Double(slot * 5), took: Array(repeating: 0.9, count: 5))
      fixture.calls(
        "SELECT a FROM t WHERE b = 1", at: Double(slot * 5), took: Array(repeating: 0.8, count: 5),
        source: 1)
      fixture.add(at: Double(slot * 5)) { batch, from in
        batch.spanEndpoints = [EndpointName("GET /a")]
        for place in 0..<5 {
          let end = Timestamp(seconds: from + Double(place) + 0.95)
          batch.requestSpans.append(
            RequestSpan(endpoint: 0, span: Span(end: end, seconds: 0.9, uncertainty: 0.001)))
          batch.querySpans.append(
            QuerySpan(
              query: 7, endpoint: nil,
              span: Span(end: end - 0.05, seconds: 0.8, uncertainty: 0.001)))
        }
      }
    }
    let findings = fixture.findings()
    #expect(findings.map(\.kind) == [.slowQuery])
    let cause = try #require(findings.first)
    #expect(cause.severity == .high)
    #expect(cause.symptoms.contains { $0.string.hasPrefix("GET /a is slow") })
    #expect(cause.summary.string.contains("for GET /a"))
  }
}
