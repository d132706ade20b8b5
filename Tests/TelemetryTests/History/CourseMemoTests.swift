import TestSupport
import Testing

@testable import Telemetry

/// What a memo says after each batch is what the history says that was never asked before.
@Suite struct CourseMemoTests {
  /// Ten minutes in columns of ten seconds that end behind `time`.
  private func range(at time: Double) -> TimeRange {
    let end = (time / 10).rounded(.down) * 10 + 10
    return TimeRange(from: Timestamp(seconds: end - 600), to: Timestamp(seconds: end))
  }

  private func isAsAnew(
    _ memo: CourseMemo, _ name: EndpointName?, at time: Double, in history: History
  ) -> Bool {
    let (range, now) = (range(at: time), Timestamp(seconds: time))
    let points = memo.timeline(
      of: name, kind: .endpoint, in: range, columns: 60, history: history, now: now)
    return points == history.timeline(of: name, in: range, columns: 60, now: now)
      && points.count == 60
  }

  @Test func `follows traffic whose lines now and then are late`() {
    var dice = Dice(4)
    var history = History(.log)
    let memo = CourseMemo()
    for second in 100_000...101_500 {
      let lateness = second % 97 == 0 ? dice.number(0..<400) : dice.number(0..<2)
      let time = Double(second) - lateness
      let name = ["GET /a", "GET /b"].randomElement(using: &dice) ?? ""
      let took = [dice.number(0.01..<1)]
      history.fold(Batch(0, covered: time...time, TrafficDelta(name, at: time, took: took)))
      for name in [nil, EndpointName("GET /a"), EndpointName("GET /c")] {
        #expect(isAsAnew(memo, name, at: Double(second), in: history), "\(second)")
      }
    }
  }

  @Test func `sees what happened between two questions that are far apart`() {
    var history = History(.log)
    let memo = CourseMemo()
    for second in stride(from: 100_000.0, through: 101_000, by: 1) {
      history.fold(
        Batch(0, covered: second...second, TrafficDelta("GET /a", at: second, took: [1])))
      // More batches than are told apart lie between the first two.
      guard second == 100_300 || second >= 100_990 else { continue }
      #expect(isAsAnew(memo, EndpointName("GET /a"), at: second, in: history), "\(second)")
    }
  }

  @Test func `tells histories apart that were folded as often`() {
    let memo = CourseMemo()
    for requests in [1, 2] {
      var history = History(.log)
      history.fold(
        Batch(
          0, covered: 100_000...100_000,
          TrafficDelta("GET /a", at: 100_000, took: Array(repeating: 1, count: requests))))
      #expect(isAsAnew(memo, EndpointName("GET /a"), at: 100_300, in: history))
      #expect(isAsAnew(memo, EndpointName("GET /a"), at: 100_300, in: history.emptied()))
    }
  }

  @Test func `draws an older copy of a history as it was`() {
    var history = History(.log)
    let memo = CourseMemo()
    history.fold(
      Batch(0, covered: 100_000...100_000, TrafficDelta("GET /a", at: 100_000, took: [1])))
    let older = history
    history.fold(
      Batch(0, covered: 100_000...100_000, TrafficDelta("GET /a", at: 100_000, took: [1])))
    #expect(isAsAnew(memo, EndpointName("GET /a"), at: 100_300, in: history))
    #expect(isAsAnew(memo, EndpointName("GET /a"), at: 100_300, in: older))
    #expect(isAsAnew(memo, EndpointName("GET /a"), at: 100_300, in: history))
  }

  @Test func `gives a row that took in others their past too`() {
    var history = History(.log)
    let memo = CourseMemo()
    func fold(_ name: String, _ time: Double) {
      history.fold(Batch(0, covered: time...time, TrafficDelta(name, at: time, took: [1])))
    }
    fold("GET /tags/{slug}", 100_000)
    for value in 0..<64 {
      fold("GET /posts/word-\(value)", 100_000 + Double(value))
      for place in history.endpoints.rows.indices {
        let name = history.endpoints.rows[place].name
        #expect(isAsAnew(memo, name, at: 100_300, in: history), "\(name) after \(value)")
      }
    }
  }
}
