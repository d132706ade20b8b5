import TestSupport
import Testing

@testable import Telemetry

/// An hour of a service whose endpoints and statements are known, as two logs would tell it.
private struct AttributedHour {
  /// Requests per second, seconds per request and the statements that each request runs.
  struct Endpoint {
    var name: EndpointName
    var rate: Double
    var seconds: Double
    var statements: [(query: UInt64, part: Double)]
  }

  static let endpoints = [
    Endpoint(
      name: EndpointName("GET /items"), rate: 1.2, seconds: 0.15,
      statements: [(1, 0.6), (6, 0.2)]),
    Endpoint(
      name: EndpointName("GET /items/{id}"), rate: 0.8, seconds: 0.3, statements: [(2, 0.7)]),
    Endpoint(
      name: EndpointName("POST /orders"), rate: 0.5, seconds: 0.4,
      statements: [(3, 0.3), (3, 0.3), (6, 0.1)]),
    Endpoint(
      name: EndpointName("GET /report"), rate: 0.15, seconds: 1.5, statements: [(4, 0.8)]),
    Endpoint(
      name: EndpointName("GET /search"), rate: 0.4, seconds: 0.6, statements: [(5, 0.9)]),
  ]

  private(set) var history = History(.log, .log)
  /// Calls of each statement by the endpoint that made them.
  private(set) var truth: [UInt64: [EndpointName: Double]] = [:]
  private var batches: [Int: (requests: Batch, queries: Batch)] = [:]

  init(seed: UInt64, requestUncertainty: Double) {
    var dice = Dice(seed)
    for place in AttributedHour.endpoints.indices {
      let endpoint = AttributedHour.endpoints[place]
      var time = 0.0
      while time < 3600 {
        time += Double(dice.poisson(200)) / 200 * dice.number(0..<2) / endpoint.rate
        let seconds = endpoint.seconds * dice.number(0.6..<1.4)
        add(place, endpoint, from: time, seconds: seconds, uncertainty: requestUncertainty)
      }
    }
    for second in batches.keys.sorted() {
      guard let (requests, queries) = batches[second] else { continue }
      history.fold(requests)
      history.fold(queries)
      if second.isMultiple(of: 60) { history.settle(now: queries.time) }
    }
    history.settleAll()
  }

  private mutating func add(
    _ place: Int, _ endpoint: Endpoint, from start: Double, seconds: Double, uncertainty: Double
  ) {
    var clock = start + seconds * 0.05
    for (query, part) in endpoint.statements {
      let taken = seconds * part
      clock += taken
      truth[query, default: [:]][endpoint.name, default: 0] += 1
      withBatches(at: clock) { _, queries in
        let time = Timestamp(seconds: (clock * 1000).rounded() / 1000)
        queries.querySpans.append(
          QuerySpan(
            query: query, endpoint: nil, span: Span(end: time, seconds: taken, uncertainty: 0.001)))
        queries.queries.append(
          QueryDelta(
            id: query, fingerprint: "select ?", time: time, calls: 1,
            latency: LatencyDelta([taken])))
      }
    }
    let end = start + seconds
    withBatches(at: end) { requests, _ in
      let stamp = (end / uncertainty).rounded(.down) * uncertainty
      requests.requestSpans.append(
        RequestSpan(
          endpoint: place,
          span: Span(
            end: Timestamp(seconds: stamp), seconds: seconds, uncertainty: uncertainty)))
      requests.traffic.append(TrafficDelta(endpoint.name.description, at: stamp, took: [seconds]))
    }
  }

  private mutating func withBatches(at time: Double, _ body: (inout Batch, inout Batch) -> Void) {
    let second = Int(time) / 10 * 10 + 10
    let end = Double(second)
    var pair =
      batches[second]
      ?? (
        Batch(0, covered: end - 10...end, vantage: "nginx"),
        Batch(1, covered: end - 10...end, vantage: "postgresql")
      )
    pair.requests.spanEndpoints = AttributedHour.endpoints.map(\.name)
    body(&pair.requests, &pair.queries)
    batches[second] = pair
  }

  /// Share of the calls of some statements that are given to the endpoint that made them.
  func rightShare(of queries: ClosedRange<UInt64>) -> Double {
    var right = 0.0
    var all = 0.0
    let rows = history.queryRows(.all, now: Timestamp(seconds: 3700))
    for row in rows where queries.contains(row.id) {
      let made = truth[row.id] ?? [:]
      all += made.values.reduce(0, +)
      for caller in row.callers { right += min(caller.calls, made[caller.endpoint] ?? 0) }
    }
    return right / all
  }
}

@Suite struct AttributedHourTests {
  /// Statements 1 to 5 have one caller each, statement 6 has two.
  @Test(arguments: [1, 2, 3] as [UInt64], [0.001, 1])
  func `gives nine of ten calls to the endpoint that made them`(
    seed: UInt64, requestUncertainty: Double
  ) {
    let hour = AttributedHour(seed: seed, requestUncertainty: requestUncertainty)
    let now = Timestamp(seconds: 3700)
    let rows = hour.history.queryRows(.all, now: now)
    #expect(rows.count == 6)
    #expect(rows.allSatisfy { row in Double(row.calls) == hour.truth[row.id]?.values.reduce(0, +) })
    #expect(hour.rightShare(of: 1...5) >= 0.9)
    #expect(hour.rightShare(of: 1...6) >= (requestUncertainty < 1 ? 0.9 : 0.85))
    // With exact stamps the two callers of a shared statement get what is theirs.
    if requestUncertainty < 1 { #expect(hour.rightShare(of: 6...6) >= 0.85) }
    #expect(rows.allSatisfy { $0.callers.allSatisfy(\.isGuess) })
    for endpoint in AttributedHour.endpoints {
      let shown = hour.history.queries(of: endpoint.name, among: rows)
      // The statements that only this endpoint runs are found under it.
      for (query, _) in endpoint.statements where hour.truth[query]?.count == 1 {
        #expect(shown.contains { $0.row.id == query }, "\(query) of \(endpoint.name)")
      }
    }
  }

  @Test func `shows callers with the most calls first and sums them to no more than all`() {
    let hour = AttributedHour(seed: 4, requestUncertainty: 0.001)
    for row in hour.history.queryRows(.all, now: Timestamp(seconds: 3700)) {
      #expect(row.callers.map(\.calls) == row.callers.map(\.calls).sorted(by: >))
      let sum = row.callers.reduce(0) { $0 + $1.calls }
      #expect(sum > 0.9 * Double(row.calls) && sum <= 1.000_001 * Double(row.calls))
    }
  }
}
