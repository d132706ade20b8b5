import Telemetry
import Testing

/// Sources that behave oddly must not hide what is known.
@Suite struct HistoryOddSourceTests {
  @Test func `keeps two bucket layouts of one endpoint apart`() {
    var history = History(.metrics)
    for step in 1...6 {
      let time = Double(step * 5)
      history.fold(
        Batch(
          0, covered: time - 5...time, vantage: "app",
          TrafficDelta("GET /a", at: time, bounds: [0.1, 1], counts: [10, 0, 0])))
      var extra = TrafficDelta("GET /a", at: time, bounds: [0.5, 2], counts: [0, 3, 0])
      extra.statuses = StatusCounts()
      history.fold(Batch(0, covered: nil, vantage: "app", extra))
    }
    let rows = history.endpointRows(.last(300), now: Timestamp(seconds: 31))
    #expect(rows.map(\.requests) == [60])
    #expect(rows.first?.latency?.count == 60)
    #expect(history.endpointRows(.all, now: Timestamp(seconds: 31)).first?.latency?.count == 60)
  }

  @Test func `takes the newer buckets of an application that was redeployed`() {
    var history = History(.metrics)
    let before = TrafficDelta("GET /a", at: 10, bounds: [0.1, 1], counts: [10, 0, 0])
    let after = TrafficDelta("GET /a", at: 20, bounds: [0.2, 2], counts: [0, 4, 0])
    history.fold(Batch(0, covered: 5...10, vantage: "app", before))
    history.fold(Batch(0, covered: 15...20, vantage: "app", after))
    let row = history.endpointRows(.last(300), now: Timestamp(seconds: 21)).first
    #expect(row?.requests == 14)
    #expect(row?.latency?.count == 4)
  }

  @Test func `lets metrics speak when the log has fallen silent`() {
    var history = History(.log, .metrics)
    history.fold(
      Batch(0, covered: 0...10, vantage: "nginx", TrafficDelta("GET /a", at: 10, took: [0.1])))
    history.fold(
      Batch(
        1, covered: 1995...2000, vantage: "app",
        TrafficDelta("GET /a", at: 2000, bounds: [0.1], counts: [7, 0])))
    let now = Timestamp(seconds: 2001)
    #expect(history.endpointRows(.last(300), now: now).map(\.requests) == [7])
    #expect(history.totals(.last(300), now: now).requests == 7)
  }

  @Test func `takes a stamp from the far future for a mistake`() {
    let now = Timestamp(seconds: 1_000_000)
    var accumulator = LogAccumulator(source: 0, arrival: now)
    accumulator.add(.request("/a", at: 4_000_000_000, status: 200, took: 0.1))
    let batch = accumulator.takeBatch(at: now)
    #expect(batch.covered == now...now)
    #expect(batch.traffic.count == 1)
  }
}
