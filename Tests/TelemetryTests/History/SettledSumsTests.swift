import TestSupport
import Testing

@testable import Telemetry

/// Rows that are summed up each second with what is kept of earlier ones are those that are summed up anew.
@Suite struct SettledSumsTests {
  @Test(arguments: [Window.last(60), .last(300), .last(900), .last(3600), .all])
  func `follow traffic whose lines now and then are late`(window: Window) {
    var dice = Dice(9)
    var history = History(.log, .metrics)
    let memo = SumMemo()
    for second in 100_000...101_300 {
      let lateness = second % 61 == 0 ? dice.number(0..<400) : dice.number(0..<2)
      let time = Double(second) - lateness
      let name = ["GET /a", "GET /b", "GET /c"].randomElement(using: &dice) ?? ""
      history.fold(
        Batch(0, covered: time...time, TrafficDelta(name, at: time, took: [dice.number(0.01..<1)])))
      history.fold(
        Batch(
          1, covered: Double(second)...Double(second),
          TrafficDelta(
            "GET /b", at: Double(second), bounds: [0.1, 1], counts: [1, UInt64(second % 3), 0])))
      let now = Timestamp(seconds: Double(second))
      let kept = history.traffic(window, now: now, memo: memo)
      let anew = history.traffic(window, now: now)
      #expect(kept.endpoints.map(\.name) == anew.endpoints.map(\.name))
      for (one, other) in zip(kept.endpoints, anew.endpoints) {
        #expect(isSame(one, other), "\(one.name) after \(second)")
      }
      #expect(kept.totals.statuses == anew.totals.statuses)
    }
  }

  @Test func `are not those of another history`() {
    let memo = SumMemo()
    for requests in [1, 3] {
      var history = History(.log)
      for time in stride(from: 100_000.0, to: 100_100, by: 5) {
        let took = Array(repeating: 1.0, count: requests)
        history.fold(Batch(0, covered: time...time, TrafficDelta("GET /a", at: time, took: took)))
      }
      let now = Timestamp(seconds: 100_200)
      let rows = history.traffic(.last(300), now: now, memo: memo).endpoints
      #expect(rows.map(\.requests) == [UInt64(20 * requests)])
    }
  }

  /// Sums of seconds may be added in another order.
  private func isSame(_ one: EndpointRow, _ other: EndpointRow) -> Bool {
    var one = one
    guard let mean = one.latency?.meanSeconds, let wanted = other.latency?.meanSeconds,
      abs(mean - wanted) < 1e-9
    else { return one == other }
    one.latency?.meanSeconds = wanted
    one.latency?.sumSeconds = other.latency?.sumSeconds
    return one == other
  }
}
