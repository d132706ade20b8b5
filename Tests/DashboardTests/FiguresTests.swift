import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

struct FiguresTests {
  private func figures(_ filter: String) throws -> Figures {
    let filter = filter.isEmpty ? nil : try FilterExpression(filter)
    return Figures(
      history: ShopFixture.troubled.history, window: .last(300), now: ShopFixture.now,
      filter: filter)
  }

  @Test func `sorts endpoints by p95 and statements by their share of the time`() throws {
    let figures = try figures("")
    #expect(figures.endpoints.count == 10)
    #expect(figures.endpoints.first?.name.route == "/api/posts/generate")
    #expect(figures.queries.map(\.share) == figures.queries.map(\.share).sorted(by: >))
    #expect(abs(figures.queries.reduce(0) { $0 + $1.share } - 1) < 1e-9)
  }

  @Test func `narrows endpoints and statements by the same filter`() throws {
    let table: [(String, endpoints: [String], queries: Int)] = [
      ("feed", ["/api/users/{id}/feed"], 2),
      ("POST", ["/api/posts/generate", "/api/orders"], 3),
      // The statements of endpoints that pass stay in sight, and those that pass by themselves.
      ("p95>1s", ["/api/posts/generate", "/api/users/{id}/feed"], 3),
      ("status:5xx", ["/api/users/{id}/feed", "/api/search", "/agents/{id}/mates"], 3),
      ("errors>10%", ["/agents/{id}/mates"], 0),
      ("errors>1% follows", [], 1),
      ("p95>1s calls>1000", [], 2),
      ("not errors>1% select", [], 4),
      ("route:/api/orders*", ["/api/orders", "/api/orders/{id}"], 3),
      ("follower_id", [], 1),
      ("source:postgres", [], 8),
      ("calls>1000", [], 4),
      ("nothing", [], 0),
    ]
    for (filter, endpoints, queries) in table {
      let figures = try figures(filter)
      #expect(figures.endpoints.map(\.name.route.string) == endpoints, "\(filter)")
      #expect(figures.queries.count == queries, "\(filter)")
      #expect(figures.endpointCount == 10)
    }
  }

  @Test func `counts statements per request where they are tied to endpoints`() throws {
    let rows = try figures("").endpoints
    func perRequest(_ route: DisplayText) -> Double? {
      rows.first { $0.name.route == route }?.queriesPerRequest
    }
    #expect(perRequest("/api/users/{id}/feed").map { abs($0 - 6) < 0.01 } == true)
    #expect(perRequest("/api/posts/generate") == 1)
    #expect(perRequest("/healthz") == nil)
  }

  @Test func `counts requests that two sources describe once`() throws {
    let totals = try figures("").totals
    #expect(totals.requests == 6438)
    #expect(totals.rate.map { abs($0 - 21.3) < 0.1 } == true)
  }

  @Test func `arranges rows as if they were worked out for that order and filter`() throws {
    for filter in ["", "feed", "errors>10%"] {
      for sort in [SortColumn.rate, .errors, .route] {
        let expression = filter.isEmpty ? nil : try FilterExpression(filter)
        var arranged = try figures("POST")
        var order = RowOrder(by: sort)
        order.isDescending = false
        let chosen = order
        arranged.arrange(filter: expression, order: { _ in chosen })
        let anew = Figures(
          history: ShopFixture.troubled.history, window: .last(300), now: ShopFixture.now,
          filter: expression, order: { _ in chosen })
        #expect(arranged.endpoints == anew.endpoints, "\(filter) \(sort)")
        #expect(arranged.queries == anew.queries, "\(filter) \(sort)")
        #expect(arranged.outbound == anew.outbound && arranged.tasks == anew.tasks)
        for row in anew.queries { #expect(arranged.query(row.id) == row) }
      }
    }
  }

  @Test func `sums nothing up for another order or filter`() {
    var session = ScreenSession(.troubled)
    let timelines = session.model.figures.timelines
    session.press(.character("r"), .character("s"), .down, .enter)
    session.press(.character("/"), .character("f"), .character("e"), .enter)
    #expect(session.model.figures.timelines === timelines)
    #expect(session.model.figures.endpoints.map(\.name.route.string) == ["/api/users/{id}/feed"])
    session.press(.character("+"))
    #expect(session.model.figures.timelines !== timelines)
  }

  /// A service that calls others: one often, one slowly, one that nobody measured.
  @Test func `lists calls and tasks by the time they take`() {
    var history = History(
      sources: [SourceIdentity(name: "app", kind: .log, location: "app.log")])
    var batch = Batch(source: 0, time: ShopFixture.now)
    for (route, count, seconds) in [("/often", 200, 0.01), ("/slow", 10, 4.0), ("/mute", 300, 0)] {
      var statuses = StatusCounts()
      statuses[2] = UInt64(count)
      var delta = TrafficDelta(
        name: EndpointName(method: "GET", route: DisplayText(route)), time: ShopFixture.now - 10,
        statuses: statuses)
      delta.kind = .outbound
      if seconds > 0 {
        delta.latency = ShopFixture.latency(
          of: Array(repeating: seconds, count: count), layout: .logarithmic)
      }
      batch.traffic.append(delta)
    }
    history.fold(batch)
    history.settle(now: ShopFixture.now)
    let figures = Figures(
      history: history, window: .last(300), now: ShopFixture.now, filter: nil)
    #expect(figures.outbound.map(\.name.route.string) == ["/slow", "/often", "/mute"])
  }

  @Test func `lists pools by how full they were, not by what each reading says`() {
    let source = SourceIdentity(name: "shop", kind: .metrics, location: "http://127.0.0.1:1/")
    var history = History(sources: [source])
    for (second, main, other) in [(0.0, 9.0, 2.0), (5, 1, 5), (10, 3, 2), (15, 1, 4)] {
      let time = ShopFixture.now - 20 + second
      var batch = Batch(source: 0, time: time)
      for (pool, inUse) in [(DisplayText("main"), main), ("other", other)] {
        batch.readings += [
          SignalReading(signal: .poolInUse, subject: pool, time: time, value: inUse),
          SignalReading(signal: .poolLimit, subject: pool, time: time, value: 10),
        ]
      }
      history.fold(batch)
      let figures = Figures(history: history, window: .last(300), now: time, filter: nil)
      #expect(figures.poolsByUse.map(\.name.string) == ["main", "other"], "\(second)")
    }
  }
}
