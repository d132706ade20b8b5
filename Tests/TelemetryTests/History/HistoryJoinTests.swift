import Testing

@testable import Telemetry

@Suite struct HistoryJoinTests {
  private let now = Timestamp(seconds: 100)

  @Test func `adds sources of one vantage`() {
    var history = History(.log, .log)
    history.fold(
      Batch(0, covered: 0...100, vantage: "nginx", TrafficDelta("GET /a", at: 50, took: [1, 1])))
    history.fold(
      Batch(1, covered: 50...100, vantage: "nginx", TrafficDelta("GET /a", at: 60, took: [2])))
    let row = history.endpointRows(.all, now: now)[0]
    #expect((row.requests, row.latency?.count, row.latency?.sumSeconds) == (3, 3, 4))
    #expect(row.rate == 0.03 && row.sources == [0, 1])
    #expect(history.totals(.all, now: now).requests == 3)
  }

  @Test func `counts requests that two vantages see once, as the most exact one sees them`() {
    var history = History(.metrics, .log, .metrics)
    history.fold(
      Batch(
        0, covered: 0...100, vantage: "app",
        TrafficDelta("GET /users/{user_id}", at: 50, bounds: [1, 2], counts: [90, 10, 0])))
    history.fold(
      Batch(
        1, covered: 0...100, vantage: "nginx",
        TrafficDelta("GET /users/{id}", at: 50, took: [0.5, 0.25, 0.75])))
    history.fold(
      Batch(
        2, covered: 0...100, vantage: "mesh", TrafficDelta("GET /users/:id", at: 50, ok: 500)))
    let rows = history.endpointRows(.all, now: now)
    #expect(rows.count == 1 && history.totals(.all, now: now).requests == 3)
    #expect(rows[0].sources == [1, 0, 2] && rows[0].latency?.p50?.range == nil)
    let views = history.views(of: rows[0].name, .all, now: now)
    #expect(views.map(\.vantage.string) == ["nginx", "app", "mesh"])
    #expect(views.map(\.row.requests) == [3, 100, 500])
    #expect(views.map { $0.row.latency != nil } == [true, true, false])
    #expect(history.views(of: EndpointName("GET /none"), .all, now: now).isEmpty)
  }

  @Test func `takes how requests ended from the view that tells it`() {
    var history = History(.metrics, .log)
    var mute = TrafficDelta("GET /a", at: 50, bounds: [1, 2], counts: [8, 2, 0])
    mute.statuses = StatusCounts()
    mute.statuses[0] = 10
    history.fold(Batch(0, covered: 0...100, vantage: "app", mute))
    history.fold(
      Batch(1, covered: 0...100, vantage: "nginx", TrafficDelta("GET /a", at: 50, ok: 9, errors: 3))
    )
    let row = history.endpointRows(.all, now: now)[0]
    #expect(row.errorRate == 0.25 && row.requests == 12 && row.latency?.count == 10)
    #expect(row.sources == [0, 1])
    let windowed = history.endpointRows(.last(60), now: now)[0]
    #expect(windowed.errorRate == 0.25 && windowed.latency?.p95?.seconds == 1.75)
    #expect(history.totals(.all, now: now).statuses.errors == 3)
    let range = TimeRange(from: Timestamp(seconds: 40), to: Timestamp(seconds: 60))
    let points = history.timeline(of: row.name, in: range, columns: 1, now: now)
    #expect(points.map(\.statuses.errors) == [3] && points.map(\.requests) == [12])
    #expect(points[0].p95 == 1.75)
  }

  @Test func `tells services apart`() {
    var history = History(sources: [
      SourceIdentity(name: "shop", kind: .log, location: "", service: "shop"),
      SourceIdentity(name: "blog", kind: .log, location: "", service: "blog"),
    ])
    for (source, path) in [(0, "/p/{id}"), (0, "/p/{x}"), (1, "/p/{id}")] {
      history.fold(
        Batch(
          source, covered: 0...100, vantage: "nginx", TrafficDelta("GET \(path)", at: 1, took: [1]))
      )
    }
    #expect(
      history.endpointPicture(.all, now: 100) == ["GET blog:/p/{id} 1", "GET shop:/p/{id} 2"])
  }

  @Test func `prefers the busier of two views that are as exact`() {
    var history = History(.log, .log)
    history.fold(
      Batch(0, covered: 0...100, vantage: "nginx", TrafficDelta("GET /a", at: 50, took: [1])))
    history.fold(
      Batch(1, covered: 0...100, vantage: "app", TrafficDelta("GET /a", at: 50, took: [2, 2])))
    #expect(history.endpointRows(.all, now: now)[0].sources == [1, 0])
  }

  @Test func `shows the application's own name whoever came first`() {
    for order in [[0, 1], [1, 0]] {
      var history = History(.log, .metrics)
      for source in order {
        let name = source == 0 ? "GET /users/{id}" : "GET /users/{user_id}/"
        history.fold(
          Batch(
            source, covered: 0...100, vantage: source == 0 ? "nginx" : "app",
            TrafficDelta(name, at: 50, took: [1])))
      }
      #expect(
        history.endpointRows(.all, now: now).map(\.name.description) == ["GET /users/{user_id}/"])
    }
  }

  @Test func `keeps methods, outbound calls and tasks apart`() {
    var history = History(.log)
    history.fold(
      Batch(
        0, covered: 0...100, TrafficDelta("GET /a", at: 1, took: [1]),
        TrafficDelta("POST /a", at: 1, took: [1, 1]),
        TrafficDelta("GET /a", at: 1, kind: .outbound, took: [1, 1, 1]),
        TrafficDelta("/a", at: 1, kind: .task, took: [1, 1, 1, 1])))
    #expect(history.endpointPicture(.all, now: 100) == ["GET /a 1", "POST /a 2"])
    #expect(history.outboundRows(.all, now: now).map(\.requests) == [3])
    #expect(history.taskRows(.all, now: now).map(\.requests) == [4])
    #expect(history.totals(.all, now: now).requests == 3)
  }

  @Test func `counts what does not fit as other, under that name`() {
    var configuration = History.Configuration()
    configuration.endpointCapacity = 2
    var history = History(.metrics, configuration: configuration)
    for round in 0..<3 {
      for (place, name) in ["GET /a", "GET /b", "GET /c", "GET /d"].enumerated() {
        let took = [Double](repeating: 0.5, count: place + 1)
        history.fold(
          Batch(0, covered: 0...100, TrafficDelta(name, at: Double(round * 10), took: took)))
      }
    }
    #expect(history.endpointPicture(.all, now: 100) == ["(other) 21", "GET /a 3", "GET /b 6"])
    let other = history.endpointRows(.all, now: now).first { $0.name == .other }
    #expect((other?.latency?.count, other?.latency?.sumSeconds) == (21, 10.5))
    #expect(history.totals(.all, now: now).requests == 30)
  }

  @Test func `starts a source anew when its buckets change`() {
    var history = History(.metrics)
    history.fold(
      Batch(0, covered: 0...10, TrafficDelta("GET /a", at: 10, bounds: [1, 2], counts: [9, 1, 0])))
    history.fold(
      Batch(
        0, covered: 10...20, TrafficDelta("GET /a", at: 20, bounds: [1, 3], counts: [0, 4, 0])))
    let row = history.endpointRows(.all, now: now)[0]
    #expect(row.requests == 14 && row.latency?.count == 4)
    #expect(row.latency?.p50 == Quantile(seconds: 2, range: 1...3))
    let recent = history.endpointRows(.last(300), now: now)[0]
    #expect(recent.latency?.count == 4 && recent.latency?.p50 == row.latency?.p50)
  }

  @Test func `shows figures that the application computed where there are no buckets`() {
    var history = History(.metrics)
    var delta = TrafficDelta("GET /a", at: 50, ok: 10)
    delta.reported = [
      ReportedQuantile(quantile: 0.5, seconds: 0.1), ReportedQuantile(quantile: 0.99, seconds: 2),
      ReportedQuantile(quantile: 0.9, seconds: .nan),
    ]
    delta.reportedMaxSeconds = 3
    history.fold(Batch(0, covered: 0...50, delta))
    let latency = history.endpointRows(.all, now: now)[0].latency
    #expect(latency?.isReported == true && latency?.count == 0)
    #expect((latency?.p50?.seconds, latency?.p99?.seconds, latency?.maxSeconds) == (0.1, 2, 3))
    #expect(latency?.p90 == nil && latency?.p95 == nil)
  }

  @Test func `ignores batches of sources it does not have`() {
    var history = History(.log)
    history.fold(Batch(1, covered: 0...1, TrafficDelta("GET /a", at: 1, took: [1])))
    history.fold(Batch(-1, covered: 0...1, TrafficDelta("GET /a", at: 1, took: [1])))
    #expect(history.version == 0 && history.endpointRows(.all, now: now).isEmpty)
    history.fold(Batch(0, covered: 0...1))
    #expect(history.version == 1)
  }
}
