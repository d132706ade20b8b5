import Testing

@testable import Telemetry

@Suite struct QueryAttributionTests {
  private func span(
    _ end: Double, _ seconds: Double, uncertainty: Double = 0.001, request: UInt64 = 0,
    trace: UInt64 = 0
  ) -> Span {
    var span = Span(
      end: Timestamp(seconds: end), seconds: seconds, uncertainty: uncertainty)
    span.requestID = request
    span.traceID = trace
    return span
  }

  /// A batch with requests to endpoints called `e0` to `e4` and calls of statement 7.
  private func batch(
    _ requests: [(Int, Span)], _ queries: [(endpoint: Int?, span: Span)], at time: Double = 0
  ) -> Batch {
    var batch = Batch(source: 0, time: Timestamp(seconds: time))
    batch.requestSpans = requests.map { RequestSpan(endpoint: $0.0, span: $0.1) }
    batch.querySpans = queries.map { QuerySpan(query: 7, endpoint: $0.endpoint, span: $0.span) }
    batch.spanEndpoints = (0..<5).map { EndpointName("GET /e\($0)") }
    return batch
  }

  /// Votes of statement 7 as `GET /e0: 1.0 comment`, the most first.
  private func picture(_ attribution: QueryAttribution) -> [String] {
    (attribution.votes[7] ?? [:]).sorted { ($1.value.total, $0.key) < ($0.value.total, $1.key) }
      .map { "\($0.key): \(($0.value.total * 100).rounded() / 100) \($0.value.best)" }
  }

  private func settled(
    _ requests: [(Int, Span)], _ queries: [(endpoint: Int?, span: Span)]
  ) -> [String] {
    var attribution = QueryAttribution()
    attribution.fold(batch(requests, queries))
    attribution.settleAll()
    return picture(attribution)
  }

  @Test func `believes a comment before anything else, and at once`() {
    var attribution = QueryAttribution()
    attribution.fold(
      batch([(1, span(10, 1, request: 5))], [(2, span(9.5, 0.1, request: 5)), (9, span(5, 1))]))
    #expect(picture(attribution) == ["GET /e2: 1.0 comment"])
    attribution.settleAll()
    #expect(picture(attribution) == ["GET /e2: 1.0 comment"])
  }

  @Test func `believes a shared id before times`() {
    let requests = [
      (0, span(10, 1)), (1, span(10.9, 0.01, request: 5)), (2, span(10, 1, request: 6)),
      (3, span(10.5, 1, trace: 8)),
    ]
    #expect(settled(requests, [(nil, span(9.5, 0.1, request: 5))]) == ["GET /e1: 1.0 id"])
    #expect(settled(requests, [(nil, span(9.5, 0.1, trace: 8))]) == ["GET /e3: 1.0 id"])
  }

  @Test func `takes the request during which a statement ran`() {
    let requests = [(0, span(10, 1)), (1, span(12, 1)), (2, span(14, 1))]
    for (end, seconds, name) in [
      (9.5, 0.4, "GET /e0"), (10, 1, "GET /e0"), (9.1, 0.1, "GET /e0"), (11.5, 0.3, "GET /e1"),
      (13.999, 0.001, "GET /e2"),
    ] {
      #expect(settled(requests, [(nil, span(end, seconds))]) == ["\(name): 1.0 time"], "\(end)")
    }
    for (end, seconds) in [(8.9, 0.1), (10.5, 0.1), (10.5, 1), (9.5, 0.6), (12, 1.1), (15, 0.1)] {
      #expect(settled(requests, [(nil, span(end, seconds))]).isEmpty, "\(end)")
    }
  }

  @Test func `splits a vote between interleaved requests by what they leave unexplained`() {
    let requests = [(0, span(10, 0.11)), (1, span(10.5, 1))]
    let votes = settled(requests, [(nil, span(9.99, 0.1))])
    // Weights 1 / (0.01 + 0.005) and 1 / (0.9 + 0.005).
    #expect(votes == ["GET /e0: 0.98 time", "GET /e1: 0.02 time"])
    #expect(
      settled(
        [(0, span(10, 1)), (0, span(10.1, 1)), (1, span(10, 1))],
        [
          (nil, span(9.9, 0.5))
        ]) == ["GET /e0: 0.67 time", "GET /e1: 0.33 time"])
  }

  @Test func `allows for requests that are stamped with whole seconds`() {
    // Logged as 10, but it ended at some time before 11.
    let requests = [(0, span(10, 0.5, uncertainty: 1))]
    for end in [10, 10.4, 10.9] {
      #expect(settled(requests, [(nil, span(end, 0.2))]) == ["GET /e0: 1.0 time"], "\(end)")
    }
    for end in [9.6, 11.1] {
      #expect(settled(requests, [(nil, span(end, 0.2))]).isEmpty, "\(end)")
    }
    // A quick statement would fit anything.
    #expect(settled(requests, [(nil, span(10.4, 0.009))]).isEmpty)
    #expect(settled([(0, span(10, 0.5))], [(nil, span(9.9, 0.009))]).count == 1)
  }

  @Test func `waits until the request must have been logged`() {
    var attribution = QueryAttribution()
    attribution.fold(batch([(0, span(5, 1))], [(nil, span(10, 0.1))]))
    attribution.settle(now: Timestamp(seconds: 13.9))
    #expect(picture(attribution).isEmpty)
    attribution.fold(batch([(1, span(10.5, 1))], []))
    attribution.settle(now: Timestamp(seconds: 14.1))
    #expect(picture(attribution) == ["GET /e1: 1.0 time"])
    attribution.settleAll()
    #expect(picture(attribution) == ["GET /e1: 1.0 time"])
  }

  @Test func `counts calls at which an endpoint was being served`() {
    var attribution = QueryAttribution()
    for second in 0..<10 {
      let end = Double(second * 10)
      let others = second < 3 ? [(1, span(end, 1))] : []
      attribution.fold(batch([(0, span(end, 1))] + others, [(nil, span(end - 0.1, 0.5))]))
    }
    attribution.settleAll()
    let votes = attribution.votes[7] ?? [:]
    #expect(votes[EndpointName("GET /e0")]?.present == 10)
    #expect(votes[EndpointName("GET /e1")]?.present == 3)
    #expect(votes.values.reduce(0) { $0 + $1.total } == 10)
  }

  @Test(arguments: [(longest: 1.0, apart: 2.0), (60, nil)])
  func `counts calls that ran while no request was being served`(longest: Double, apart: Double?) {
    var attribution = QueryAttribution()
    let requests = [(0, span(10, 1)), (0, span(20, 1)), (0, span(30, 1)), (1, span(200, longest))]
    let within = (19.5, 0.2)
    let outside = [(15.0, 0.2), (25, 0.2)]
    // Of what was before and after the requests, or is shorter than any, nothing is known.
    let unknown = [(5.0, 0.2), (205, 0.2), (15, 0.000_5)]
    attribution.fold(
      batch(requests, ([within] + outside + unknown).map { (nil, span($0.0, $0.1)) }))
    attribution.settleAll()
    #expect(picture(attribution) == ["GET /e0: 1.0 time"])
    #expect(attribution.apart[7] == apart)
  }

  @Test func `ties no more calls to an endpoint than ran inside its requests`() throws {
    var history = History(.metrics)
    var queries = (0..<10).map { (Int?.none, span(Double($0) + 0.5, 0.2)) }
    queries += (10..<40).map { (Int?.none, span(Double($0) + 0.9, 0.2)) }
    var batch = batch((0..<60).map { (0, span(Double($0) + 0.6, 0.4)) }, queries)
    batch.queries = [
      QueryDelta(
        id: 7, fingerprint: "select ?", time: Timestamp(seconds: 10), calls: 40, latency: nil)
    ]
    history.fold(batch)
    history.settleAll()
    let callers = history.callers(of: 7, calls: 40)
    #expect(callers.map(\.endpoint) == [EndpointName("GET /e0")])
    #expect(callers.first?.calls == 10)
  }

  @Test func `survives spans out of all proportion and endpoints out of range`() {
    let requests = [
      (0, span(1e300, 1e300)), (1, span(-1e300, 1e300)), (99, span(10, 1)),
      (2, span(10, .infinity)),
    ]
    for query in [span(1e300, 1e300), span(-1e300, 5), span(10, .infinity), span(10, 0)] {
      _ = settled(requests, [(nil, query), (99, query)])
    }
  }

  /// A log of an hour ago that is read in some order, with a look at it each second.
  private func read(_ parts: [Batch]) -> QueryAttribution {
    var attribution = QueryAttribution()
    for (second, part) in parts.enumerated() {
      var part = part
      part.time = Timestamp(seconds: 100_000 + Double(second))
      attribution.fold(part)
      attribution.settle(now: part.time + 0.5)
      attribution.judgePast()
    }
    attribution.settleAll()
    return attribution
  }

  @Test func `the past comes to the same whatever of it is read first`() {
    func calls(_ ends: [Double]) -> [(endpoint: Int?, span: Span)] {
      ends.map { (nil, span($0, 0.2)) }
    }
    let parts = [
      batch([(0, span(10, 1)), (1, span(20, 1))], []), batch([(1, span(30, 1))], []),
      batch([], calls([9.5, 15, 19.5])), batch([], calls([25, 29.5])),
    ]
    let usual = read(parts)
    #expect(picture(usual) == ["GET /e1: 2.0 time", "GET /e0: 1.0 time"])
    #expect(usual.apart[7] == 2)
    for order in [[3, 2, 1, 0], [2, 0, 3, 1], [1, 3, 0, 2]] {
      let other = read(order.map { parts[$0] })
      #expect(picture(other) == picture(usual) && other.apart[7] == 2, "\(order)")
    }
  }

  @Test func `the newest calls of the past count, in whatever order it is read`() {
    let parts = (0..<4).map { part in
      let ends = (0..<3000).map { Double(part * 3000 + $0) }
      return batch(ends.map { (part, span($0, 0.5)) }, ends.map { (nil, span($0, 0.1)) })
    }
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 3, 0, 1]] {
      #expect(
        picture(read(order.map { parts[$0] }))
          == ["GET /e3: 3000.0 time", "GET /e2: 1096.0 time"], "\(order)")
    }
  }

  @Test func `calls as they happen are counted beside those of the past, and once`() {
    var attribution = QueryAttribution()
    attribution.fold(batch([(0, span(10, 1))], [(nil, span(9.5, 0.1))], at: 1000))
    attribution.judgePast()
    #expect(picture(attribution) == ["GET /e0: 1.0 time"])
    attribution.fold(batch([(1, span(1001, 1))], [(nil, span(1000.5, 0.1))], at: 1001))
    attribution.settle(now: Timestamp(seconds: 1010))
    attribution.fold(batch([], [(nil, span(9.6, 0.1)), (2, span(9, 0.1))], at: 1011))
    attribution.judgePast()
    let all = ["GET /e0: 2.0 time", "GET /e1: 1.0 time", "GET /e2: 1.0 comment"]
    #expect(picture(attribution) == all)
    attribution.settleAll()
    #expect(picture(attribution) == all)
  }

  @Test func `the past has come to its end when nothing more of it comes for a moment, once`() {
    var attribution = QueryAttribution()
    attribution.fold(batch([(0, span(10, 1))], [], at: 1000))
    let table: [(now: Double, isEnd: Bool)] = [
      (1000.2, false), (1001, false), (1002, true), (1003, false),
    ]
    for (now, isEnd) in table {
      #expect(attribution.comesToRest(at: Timestamp(seconds: now)) == isEnd, "\(now)")
    }
    attribution.fold(batch([(0, span(1009, 1))], [], at: 1010))
    #expect(attribution.comesToRest(at: Timestamp(seconds: 1020)) == false)
  }

  @Test func `keeps the newest of many spans in bounded memory`() {
    var attribution = QueryAttribution()
    for block in 0..<30 {
      let ends = (0..<1000).map { Double(block * 1000 + $0) }
      attribution.fold(batch(ends.map { (0, span($0, 0.5)) }, ends.map { (nil, span($0, 0.1)) }))
    }
    attribution.settleAll()
    let calls = attribution.votes[7]?[EndpointName("GET /e0")]?.total ?? 0
    #expect(calls >= 4096 && calls <= 16_384)
  }
}
