import Testing

@testable import Telemetry

/// Nothing goes by the order of a dictionary, which is another one in each run, or by which of two
/// sources was quicker.
@Suite struct FixedOrderTests {
  @Test func `a sum is the same in whatever order its values come`() {
    let values = (1...40).map { 1 / Double($0) } + [1e12, 1e-9, 3e5]
    for place in values.indices {
      let turned = Array(values[place...]) + Array(values[..<place])
      #expect(turned.orderlessSum == values.orderlessSum)
    }
    #expect([Double]().orderlessSum == 0)
  }

  /// Callers of a statement that six endpoints may have run, in an order of their names.
  private func callers(_ order: [Int]) -> [QueryCaller] {
    var history = History(.log)
    var batch = Batch(0, covered: 0...100)
    batch.spanEndpoints = order.map { EndpointName("GET /e\($0)") }
    for second in 1...40 {
      for number in 0..<6 {
        let end = Timestamp(seconds: Double(second) + 0.01 * Double(number))
        let span = Span(end: end, seconds: 0.5 + 0.07 * Double(number), uncertainty: 0.001)
        batch.requestSpans.append(
          RequestSpan(endpoint: order.firstIndex(of: number) ?? 0, span: span))
      }
      let end = Timestamp(seconds: Double(second) - 0.1)
      batch.querySpans.append(
        QuerySpan(
          query: 7, endpoint: nil, span: Span(end: end, seconds: 0.05, uncertainty: 0.001)))
    }
    batch.queries = [
      QueryDelta(
        id: 7, fingerprint: "q", time: Timestamp(seconds: 50), calls: 40,
        latency: LatencyDelta([Double](repeating: 0.05, count: 40)))
    ]
    history.fold(batch)
    history.settleAll()
    return history.queryRows(.all, now: Timestamp(seconds: 100)).first?.callers ?? []
  }

  @Test func `a statement has the same callers to the last digit`() {
    let usual = callers([0, 1, 2, 3, 4, 5])
    #expect(usual.count == 6)
    for order in [[5, 3, 1, 0, 2, 4], [2, 5, 0, 4, 3, 1], [5, 4, 3, 2, 1, 0]] {
      #expect(callers(order) == usual)
    }
  }

  @Test func `rows of signals are in the order of the sources`() {
    func sources(_ order: [SourceID]) -> [[SourceID]] {
      var history = History(.metrics, .metrics)
      for source in order {
        history.fold(
          Batch(
            source, at: 10, (.cacheHits, "users", 5), (.cacheMisses, "users", 1),
            (.poolInUse, "main", 3), (.residentBytes, "", 1e8), (.breakerState, "mail", 1)))
      }
      let now = Timestamp(seconds: 11)
      return [
        history.cacheRows(.all, now: now).map(\.source),
        history.poolRows(.all, now: now).map(\.source),
        history.memoryRows(.all, now: now).map(\.source),
        history.breakerRows(.all, now: now).map(\.source),
      ]
    }
    #expect(sources([0, 1]) == Array(repeating: [0, 1], count: 4))
    #expect(sources([1, 0]) == sources([0, 1]))
  }

  @Test func `calls that took equally long are in the order of their lines`() {
    func lines(_ order: [SourceID]) -> [UInt64] {
      var history = History(.log, .log)
      let time = Timestamp(seconds: 50)
      for source in order {
        var batch = Batch(source, covered: 0...100)
        var delta = QueryDelta(
          id: 7, fingerprint: "q", time: time, calls: 2, latency: LatencyDelta([4, 4]))
        delta.examples = [8, 3].map { line in
          QueryExample(
            statement: "q", seconds: 4, time: time, line: UInt64(source * 10 + line),
            source: source)
        }
        batch.queries = [delta]
        history.fold(batch)
      }
      let row = history.queryRows(.all, now: Timestamp(seconds: 100)).first
      return row?.examples.map(\.line) ?? []
    }
    #expect(lines([0, 1]) == [3, 8, 13, 18])
    #expect(lines([1, 0]) == [3, 8, 13, 18])
  }

  @Test func `findings that say the same of two sources are in the order of the sources`() {
    let findings = [1, 0, 2].map { source in
      Finding(
        .poolSaturation, .high, of: .pool("main", source: source), summary: "main is full")
    }
    let subjects = (0...2).map { FindingSubject.pool("main", source: $0) }
    #expect(CausalPass.ordered(findings).map(\.subject) == subjects)
    #expect(CausalPass.ordered(findings.reversed()).map(\.subject) == subjects)
  }
}
