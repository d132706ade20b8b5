import TestSupport
import Testing

@testable import Telemetry

@Suite struct HistoryTotalsTests {
  private let now = Timestamp(seconds: 1000)

  @Test func `adds endpoints into one distribution`() {
    var history = History(.log)
    history.fold(
      Batch(
        0, covered: 900...1000, TrafficDelta("GET /a", at: 950, took: [0.5, 0.5, 0.5], errors: 1),
        TrafficDelta("GET /b", at: 960, took: [2]),
        TrafficDelta("GET /c", at: 960, ok: 6)))
    for window in [Window.all, .last(300)] {
      let totals = history.totals(window, now: now)
      #expect((totals.requests, totals.statuses.errors, totals.errorRate) == (10, 1, 0.1))
      #expect((totals.latency?.count, totals.latency?.sumSeconds) == (4, 3.5))
      #expect((totals.latency?.minSeconds, totals.latency?.maxSeconds) == (0.5, 2))
      #expect(abs((totals.rate ?? 0) - 0.1) < 1e-6)
    }
    let nothing = History(.log).totals(.all, now: now)
    #expect(nothing == TotalsRow() && nothing.errorRate == nil)
  }

  @Test func `gives the quantiles of all requests and not a mean of quantiles`() {
    var dice = Dice(31)
    var history = History(.log)
    var all: [Double] = []
    for _ in 0..<200 {
      let time = dice.number(700..<1000)
      let scale = dice.magnitude(0.001..<1)
      let took = (0..<Int.random(in: 1...50, using: &dice)).map { _ in
        scale * dice.number(0.5..<1.5)
      }
      let name = "GET /\(Int.random(in: 0..<20, using: &dice))"
      history.fold(Batch(0, covered: 700...1000, TrafficDelta(name, at: time, took: took)))
      all += took
    }
    all.sort()
    for window in [Window.last(300), .all] {
      let latency = history.totals(window, now: now).latency
      for (rank, quantile) in [
        (0.5, latency?.p50), (0.9, latency?.p90), (0.95, latency?.p95), (0.99, latency?.p99),
      ] {
        let right = all[Int(rank * Double(all.count - 1))]
        #expect(abs((quantile?.seconds ?? 0) - right) <= 0.011 * right, "\(rank)")
      }
      #expect(latency?.count == UInt64(all.count))
    }
  }

  @Test(
    arguments: [
      ([0.1, 0.5], 0, 1.0), ([0.1, 1, 1.9, 3], 0, 0.5), ([3, 4], 0, 0), ([0.1, 0.1], 1, 0.5),
      ([0.1, 0.1, 0.1, 3], 1, 0.75), ([3, 3, 3, 3], 2, 0),
    ] as [([Double], Int, Double)])
  func `scores satisfaction as Apdex does with half a second`(
    took: [Double], errors: Int, apdex: Double
  ) {
    var history = History(.log)
    history.fold(
      Batch(0, covered: 900...1000, TrafficDelta("GET /a", at: 950, took: took, errors: errors)))
    let row = history.endpointRows(.last(300), now: now)[0]
    #expect(abs((row.apdex ?? -1) - apdex) < 0.001)
    #expect(row.errorRate == Double(errors) / Double(took.count))
    #expect(row.totalSeconds.map { abs($0 - took.reduce(0, +)) < 1e-5 } == true)
  }

  @Test func `has no score without durations`() {
    var history = History(.log)
    history.fold(Batch(0, covered: 900...1000, TrafficDelta("GET /a", at: 950, ok: 5)))
    let row = history.endpointRows(.all, now: now)[0]
    #expect(row.apdex == nil && row.latency == nil && row.totalSeconds == nil)
    #expect(history.histogram(of: row.name, .all, now: now) == nil)
    #expect(history.totals(.all, now: now).latency == nil)
  }

  @Test func `shows the distribution of an endpoint`() {
    var history = History(.log)
    history.fold(Batch(0, covered: 0...1000, TrafficDelta("GET /a", at: 10, took: [1, 1])))
    history.fold(Batch(0, covered: 0...1000, TrafficDelta("GET /a", at: 990, took: [2])))
    let name = EndpointName("GET /a")
    #expect(history.histogram(of: name, .all, now: now)?.count == 3)
    #expect(history.histogram(of: name, .last(60), now: now)?.count == 1)
    #expect(history.histogram(of: name, .last(60), now: now + 900) == nil)
    #expect(history.histogram(of: EndpointName("GET /b"), .all, now: now) == nil)
  }
}
