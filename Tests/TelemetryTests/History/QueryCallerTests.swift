import Testing

@testable import Telemetry

@Suite struct QueryCallerTests {
  /// A history in which a comment names callers of statement 7 so many times each.
  private func history(_ named: [(String, Int)], requests: [(String, Int)] = []) -> History {
    var history = History(.log, .log)
    var batch = Batch(0, covered: 0...100)
    batch.spanEndpoints = named.map { EndpointName($0.0) }
    let span = Span(end: Timestamp(seconds: 50), seconds: 0.1, uncertainty: 0.001)
    for (place, caller) in named.enumerated() {
      batch.querySpans += [QuerySpan](
        repeating: QuerySpan(query: 7, endpoint: place, span: span), count: caller.1)
    }
    let calls = named.reduce(0) { $0 + $1.1 }
    batch.queries = [
      QueryDelta(
        id: 7, fingerprint: "q", time: Timestamp(seconds: 50), calls: UInt64(calls),
        latency: LatencyDelta([Double](repeating: 0.1, count: calls)))
    ]
    history.fold(batch)
    for (name, count) in requests {
      history.fold(Batch(1, covered: 0...100, TrafficDelta(name, at: 50, ok: count)))
    }
    history.settleAll()
    return history
  }

  private func callers(_ history: History) -> [String] {
    history.queryRows(.all, now: Timestamp(seconds: 100))[0].callers.map {
      "\($0.endpoint) \($0.calls)\($0.isGuess ? " guess" : "")"
    }
  }

  @Test func `shares calls as the comments do`() {
    #expect(callers(history([("GET /a", 30), ("GET /b", 10)])) == ["GET /a 30.0", "GET /b 10.0"])
  }

  @Test func `leaves out callers of less than a hundredth`() {
    #expect(callers(history([("GET /a", 999), ("GET /b", 1)])) == ["GET /a 999.0"])
  }

  @Test func `names a caller as its row is named`() {
    let named = history(
      [("/users/{id}", 4)],
      requests: [
        ("GET /users/:user", 90), ("DELETE /users/:user", 10),
      ])
    #expect(callers(named) == ["GET /users/:user 4.0"])
    let rows = named.queryRows(.all, now: Timestamp(seconds: 100))
    #expect(
      named.queries(of: EndpointName("GET /users/{id}"), among: rows).map(\.caller.calls) == [4])
    #expect(named.queries(of: EndpointName("DELETE /users/{id}"), among: rows).isEmpty)
    #expect(named.queries(of: EndpointName("GET /b"), among: rows).isEmpty)
  }

  @Test func `works the shares out anew with the next batch once a slot has passed`() {
    var history = history([("GET /a", 1)])
    func vote(_ endpoint: String, at seconds: Double) {
      var batch = Batch(0, covered: 0...seconds)
      batch.spanEndpoints = [EndpointName(endpoint)]
      let span = Span(end: Timestamp(seconds: seconds), seconds: 0.1, uncertainty: 0.001)
      batch.querySpans = [QuerySpan(query: 7, endpoint: 0, span: span)]
      history.fold(batch)
      history.settle(now: Timestamp(seconds: seconds))
    }
    vote("GET /b", at: 100)
    #expect(callers(history).count == 2)
    vote("GET /c", at: 104)
    #expect(callers(history).count == 2)
    vote("GET /d", at: 105)
    #expect(callers(history).count == 4)
  }
}
