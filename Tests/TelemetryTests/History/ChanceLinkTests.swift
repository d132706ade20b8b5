import Testing

@testable import Telemetry

/// Links by time alone that chance explains, or that are more than the requests can have called.
@Suite struct ChanceLinkTests {
  private func span(_ end: Double, _ seconds: Double) -> Span {
    Span(end: Timestamp(seconds: end), seconds: seconds, uncertainty: 0.001)
  }

  /// A history of requests to endpoints called `e0`, `e1` and so on, and of calls of statements.
  private func history(
    requests: [(endpoint: Int, span: Span)], calls: [(query: UInt64, span: Span)],
    counted: [UInt64: UInt64] = [:], traffic: TrafficDelta...
  ) -> History {
    var batch = Batch(0, covered: 0...600)
    batch.spanEndpoints = (0..<3).map { EndpointName("GET /e\($0)") }
    batch.requestSpans = requests.map { RequestSpan(endpoint: $0.endpoint, span: $0.span) }
    batch.querySpans = calls.map { QuerySpan(query: $0.query, endpoint: nil, span: $0.span) }
    batch.traffic = traffic
    batch.queries = Set(calls.map(\.query)).sorted().map { id in
      let count = calls.count { $0.query == id }
      return QueryDelta(
        id: id, fingerprint: "select ?", time: Timestamp(seconds: 10),
        calls: counted[id] ?? UInt64(count), latency: nil)
    }
    var history = History(.log)
    history.fold(batch)
    history.settleAll()
    return history
  }

  /// `GET /e0 60` for each caller of a statement.
  private func callers(_ history: History, of id: UInt64, calls: UInt64) -> [String] {
    history.callers(of: id, calls: calls).map { "\($0.endpoint) \(Int($0.calls.rounded()))" }
  }

  @Test func `a statement that runs as often at any other time is no endpoint's`() {
    // Requests of half a second every ten, each with a call of statement 7; that runs a third as
    // often without one, and statement 8 at all times.
    let requests = (0..<60).map { (endpoint: 0, span: span(Double($0) * 10 + 5, 0.5)) }
    let own = (0..<60).map { (query: UInt64(7), span: span(Double($0) * 10 + 4.9, 0.2)) }
    let apart = (0..<20).map { (query: UInt64(7), span: span(Double($0) * 10 + 8, 0.2)) }
    let anyTime = (10..<760).map { (query: UInt64(8), span: span(Double($0) * 0.777, 0.02)) }
    let history = history(requests: requests, calls: own + apart + anyTime)
    #expect((history.attribution.votes[8] ?? [:]).isEmpty == false)
    #expect(callers(history, of: 8, calls: 750) == [])
    #expect(callers(history, of: 7, calls: 80) == ["GET /e0 60"])
  }

  @Test func `where requests are always served, chance cannot be told from a link`() {
    let requests = (0..<120).map { (endpoint: 0, span: span(Double($0) * 5 + 5, 4.99)) }
    let calls = (1..<100).map { (query: UInt64(7), span: span(Double($0) * 5.1, 0.2)) }
    let history = history(requests: requests, calls: calls)
    #expect(history.callers(of: 7, calls: 99).map(\.isGuess) == [true])
  }

  @Test func `few requests call no more than they were seen to`() {
    // Of twelve calls three fall to the only request to e1; of a day there are eight of those.
    var requests = (0..<9).map { (endpoint: 0, span: span(Double($0) * 10 + 5, 1)) }
    requests.append((endpoint: 1, span: span(100, 1)))
    var calls = (0..<9).map { (query: UInt64(7), span: span(Double($0) * 10 + 4.8, 0.1)) }
    for end in [99.4, 99.6, 99.8] { calls.append((query: 7, span: span(end, 0.1))) }
    let history = history(
      requests: requests, calls: calls, counted: [7: 1000],
      traffic: TrafficDelta("GET /e0", at: 10, ok: 700), TrafficDelta("GET /e1", at: 10, ok: 8))
    #expect(callers(history, of: 7, calls: 1000) == ["GET /e0 750", "GET /e1 24"])
  }

  @Test func `calls side by side take no longer than the request`() throws {
    var batch = Batch(0, covered: 0...600)
    batch.spanEndpoints = [EndpointName("GET /e0")]
    batch.querySpans = [QuerySpan](
      repeating: QuerySpan(query: 7, endpoint: 0, span: span(10, 0.8)), count: 8)
    batch.queries = [
      QueryDelta(
        id: 7, fingerprint: "select ?", time: Timestamp(seconds: 10), calls: 8,
        latency: LatencyDelta([Double](repeating: 0.8, count: 8)))
    ]
    batch.traffic = [TrafficDelta("GET /e0", at: 10, took: [1, 1, 1, 1])]
    var history = History(.log)
    history.fold(batch)
    history.settleAll()
    let now = Timestamp(seconds: 600)
    let row = try #require(history.endpointRows(.all, now: now).first)
    let spent = try #require(
      history.timeSpent(in: row, row.name, among: history.queryRows(.all, now: now)))
    #expect(spent.callsPerRequest == 2)
    #expect(abs(spent.sqlSeconds - 1) < 1e-9)
  }
}
