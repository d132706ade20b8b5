import Testing

@testable import Telemetry

/// Rows of routes that turn out to be values of a template.
@Suite struct HistoryRouteTests {
  private let now = Timestamp(seconds: 100)

  private func requests(_ history: History) -> [String: UInt64] {
    Dictionary(
      uniqueKeysWithValues: history.endpointRows(.all, now: now).map {
        ($0.name.description, $0.requests)
      })
  }

  @Test func `a path that a proxy logs belongs to the application's template`() {
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
      var history = History(.log, .metrics)
      for step in order {
        switch step {
        case 0:
          history.fold(
            Batch(
              0, covered: 0...100, vantage: "nginx",
              TrafficDelta("GET /posts/hello", at: 50, took: [1]),
              TrafficDelta("GET /posts/world", at: 50, took: [1]),
              TrafficDelta("POST /posts/world", at: 50, took: [1])))
        case 1:
          history.fold(
            Batch(
              1, covered: 0...100, vantage: "app",
              TrafficDelta("GET /posts/{title}", at: 50, bounds: [1, 2], counts: [2, 0, 0])))
        default:
          history.fold(
            Batch(
              0, covered: 0...100, vantage: "nginx",
              TrafficDelta("GET /posts/again", at: 60, took: [1])))
        }
      }
      #expect(requests(history) == ["GET /posts/{title}": 3, "POST /posts/world": 1])
      #expect(history.totals(.all, now: now).requests == 4)
    }
  }

  @Test func `a word that the application names itself is no value`() {
    for order in [[0, 1], [1, 0]] {
      var history = History(.log, .metrics)
      for step in order {
        if step == 0 {
          history.fold(
            Batch(
              0, covered: 0...100, vantage: "nginx",
              TrafficDelta("GET /posts/new", at: 50, took: [1])))
        } else {
          history.fold(
            Batch(
              1, covered: 0...100, vantage: "app",
              TrafficDelta("GET /posts/{title}", at: 50, bounds: [1], counts: [2, 0]),
              TrafficDelta("GET /posts/new", at: 50, bounds: [1], counts: [1, 0])))
        }
      }
      history.fold(
        Batch(
          0, covered: 0...100, vantage: "nginx", TrafficDelta("GET /posts/new", at: 60, took: [1])))
      let rows = requests(history)
      #expect(rows.keys.sorted() == ["GET /posts/new", "GET /posts/{title}"])
      #expect(rows["GET /posts/new"] ?? 0 >= 1)
    }
  }

  @Test func `rows of values are merged when the position is learned`() {
    var history = History(.log)
    let names = (0..<150).map { number -> String in
      let letters = [number / 26, number % 26].map { Character(UnicodeScalar(UInt8(97 + $0))) }
      return "GET /tags/\(String(letters))"
    }
    for (number, name) in names.enumerated() {
      history.fold(
        Batch(
          0, covered: 0...100, vantage: "nginx",
          TrafficDelta(name, at: 50, took: [Double(number)])))
    }
    let row = history.endpointRows(.all, now: now)
    #expect(row.map(\.name.description) == ["GET /tags/{slug}"])
    #expect(row.first?.requests == 150 && row.first?.latency?.maxSeconds == 149)
    #expect(row.first?.latency?.sumSeconds == Double(149 * 150 / 2))
    #expect(history.endpointRows(.last(100), now: now).first?.requests == 150)
    #expect(
      history.timeline(
        of: EndpointName("GET /tags/ab"), in: TimeRange(from: Timestamp(seconds: 0), to: now),
        columns: 2, now: now
      ).map(\.requests) == [0, 150])
  }
}
