import TestSupport
import Testing

@testable import Telemetry

@Suite struct HistoryTimelineTests {
  private let now = Timestamp(seconds: 100_000)

  @Test func `puts every request of a window into one column`() {
    var dice = Dice(30)
    var history = History(.log)
    for second in 90_000...100_000 {
      let took = (0..<Int.random(in: 0...2, using: &dice)).map { _ in dice.number(0.01..<1) }
      let name = ["GET /a", "GET /b"].randomElement(using: &dice) ?? ""
      let time = Double(second)
      history.fold(Batch(0, covered: time...time, TrafficDelta(name, at: time, took: took)))
    }
    for window in [Window.last(60), .last(300), .last(900), .last(3600), .all] {
      let range = history.range(of: window, now: now)
      for columns in [1, 7, 60, 300, 1000] {
        let all = history.timeline(of: nil, in: range, columns: columns, now: now)
        #expect(all.count == columns)
        #expect(all.reduce(0) { $0 + $1.requests } == history.totals(window, now: now).requests)
        #expect(all.allSatisfy { $0.requests == $0.statuses.total })
        for row in history.endpointRows(window, now: now) {
          let one = history.timeline(of: row.name, in: range, columns: columns, now: now)
          #expect(one.reduce(0) { $0 + $1.requests } == row.requests)
          #expect(one.allSatisfy { ($0.p95 != nil) == ($0.requests > 0) })
        }
      }
    }
  }

  @Test(arguments: [300.0, 1400, 3000, 5000, 20_000, 90_000])
  func `asks for columns of steady traffic that are about equally full`(seconds: Double) {
    var history = History(.log)
    for time in stride(from: 100_000 - seconds, through: 100_000, by: 5) {
      history.fold(Batch(0, covered: time...time, TrafficDelta("GET /a", at: time, took: [1])))
    }
    for window in [Window.last(300), .last(900), .last(3600), .last(30_000), .all] {
      let whole = history.range(of: window, now: now)
      // Nothing was there before the first line.
      let range = TimeRange(
        from: max(whole.from, Timestamp(seconds: 100_000 - seconds)), to: whole.to)
      for most in [13, 60, 117, 1000] {
        let columns = history.columns(of: range, most: most, now: now)
        #expect(columns <= most && (columns > most / 3 || most > 60), "\(window) in \(most)")
        let points = history.timeline(of: nil, in: range, columns: columns, now: now)
        // The first slot and the last one need not be whole.
        let counts = points.dropFirst().dropLast().map(\.requests)
        #expect((counts.max() ?? 1) <= 2 * (counts.min() ?? 1), "\(window) in \(most)")
        let finest = history.columns(of: range, most: most, now: now, even: false)
        #expect(columns <= finest && finest <= most)
        let all = history.timeline(of: nil, in: range, columns: finest, now: now)
        #expect(all.allSatisfy { $0.requests > 0 }, "\(window) in \(most)")
      }
    }
  }

  @Test func `begins columns at equal distances and leaves gaps empty`() {
    var history = History(.log)
    history.fold(
      Batch(
        0, covered: 0...40, TrafficDelta("GET /a", at: 0, took: [0.5, 0.5]),
        TrafficDelta("GET /a", at: 30, took: [0.25, 0.25], errors: 1)))
    let range = TimeRange(from: Timestamp(seconds: 0), to: Timestamp(seconds: 40))
    let points = history.timeline(
      of: EndpointName("GET /a"), in: range, columns: 4, now: Timestamp(seconds: 40))
    #expect(points.map(\.start.seconds) == [0, 10, 20, 30])
    #expect(points.map(\.requests) == [2, 0, 0, 2])
    #expect(points.map(\.statuses.errors) == [0, 0, 0, 1])
    #expect(points.map(\.p50) == [0.5, nil, nil, 0.25])
    #expect(points.map(\.p99) == [0.5, nil, nil, 0.25])
  }

  @Test func `asks for nothing where there is nothing`() {
    var history = History(.log)
    history.fold(Batch(0, covered: 0...1, TrafficDelta("GET /a", at: 0, took: [1])))
    let empty = TimeRange(from: Timestamp(seconds: 5), to: Timestamp(seconds: 5))
    let full = TimeRange(from: Timestamp(seconds: 0), to: Timestamp(seconds: 5))
    #expect(history.timeline(of: nil, in: empty, columns: 5, now: now).isEmpty)
    #expect(history.timeline(of: nil, in: full, columns: 0, now: now).isEmpty)
    let unknown = history.timeline(of: EndpointName("GET /x"), in: full, columns: 2, now: now)
    #expect(unknown.map(\.requests) == [0, 0])
  }

  @Test func `does not mix sources that count on different buckets`() {
    var history = History(.metrics, .metrics, .metrics)
    history.fold(
      Batch(
        0, covered: 0...10, vantage: "app",
        TrafficDelta("GET /a", at: 5, bounds: [0.1, 1], counts: [0, 10, 0])))
    history.fold(
      Batch(
        1, covered: 0...10, vantage: "app",
        TrafficDelta("GET /a", at: 5, bounds: [10, 20, 30], counts: [0, 0, 10, 0])))
    history.fold(Batch(2, covered: 0...10, vantage: "app", TrafficDelta("GET /a", at: 5, ok: 7)))
    let range = TimeRange(from: Timestamp(seconds: 0), to: Timestamp(seconds: 10))
    let time = Timestamp(seconds: 10)
    let point = history.timeline(
      of: EndpointName("GET /a"), in: range, columns: 1, now: time)[0]
    #expect(point.requests == 27)
    #expect(point.p50 == history.endpointRows(.all, now: time)[0].latency?.p50?.seconds)
    #expect(point.p50 == 0.55)
  }
}
