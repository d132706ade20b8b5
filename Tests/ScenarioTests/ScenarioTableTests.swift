import Dashboard
import Telemetry
import TestSupport
import Testing
import TextUI

/// Moving, sorting, windows and panes.
struct ScenarioTableTests {
  private func firstRoute(_ session: ScreenSession) -> String {
    session.model.figures.endpoints.first?.name.route.string ?? ""
  }

  @Test func `sorts by the next column, by the one before, and the other way round`() {
    var session = ScreenSession(.troubled)
    let steps: [(Character, column: String, first: String)] = [
      (">", "P99 ▼", "/api/posts/generate"),
      (">", "ERR % ▼", "/agents/{id}/mates"),
      (">", "SQL/REQ ▼", "/api/users/{id}/feed"),
      (">", "REQUESTS ▼", "/api/orders/{id}"),
      (">", "ROUTE ▲", "(other)"),
      (">", "RATE/s ▼", "/api/orders/{id}"),
      ("<", "ROUTE ▲", "(other)"),
      ("<", "REQUESTS ▼", "/api/orders/{id}"),
      ("<", "SQL/REQ ▼", "/api/users/{id}/feed"),
      ("<", "ERR % ▼", "/agents/{id}/mates"),
      ("r", "ERR % ▲", "/api/orders/{id}"),
      (">", "SQL/REQ ▼", "/api/users/{id}/feed"),
      (">", "REQUESTS ▼", "/api/orders/{id}"),
      (">", "ROUTE ▲", "(other)"),
      ("r", "ROUTE ▼", "/healthz"),
    ]
    for (key, column, first) in steps {
      session.press(.character(key))
      #expect(session.lines[2].contains(column), "\(key) \(session.lines[2])")
      #expect(firstRoute(session) == first, "\(key) \(column)")
    }
    #expect(session.lines[1].contains("by route"))
  }

  @Test func `keeps the selection on the endpoint when the order changes`() {
    var session = ScreenSession(.troubled)
    session.press(.down, .down)
    #expect(session.line(with: "▶").contains("/api/search"))
    for key: Character in [">", ">", "r", ">", "-", "+"] {
      session.press(.character(key))
      #expect(session.line(with: "▶").contains("/api/search"), "\(key)")
    }
    session.press(.enter)
    #expect(session.lines[1].contains("GET /api/search"))
  }

  @Test func `keeps the selection on the endpoint when new figures come`() {
    var session = ScreenSession(.troubled)
    session.press(.down)
    var batch = Batch(source: 1, time: ShopFixture.now)
    var statuses = StatusCounts()
    statuses[2] = 10_000
    let minutes: [(bucket: Int, count: UInt64)] = [(LogScale.index(of: 60), 10_000)]
    let slow = LatencyDelta(
      layout: .logarithmic, counts: SparseCounts(sorted: minutes), count: 10_000,
      sumSeconds: 600_000, minSeconds: 60, maxSeconds: 60)
    batch.traffic = [
      TrafficDelta(
        name: EndpointName(method: "GET", route: "/healthz"), time: ShopFixture.now,
        statuses: statuses, latency: slow)
    ]
    _ = session.model.update(.batch(batch))
    #expect(firstRoute(session) == "/healthz")
    #expect(session.line(with: "▶").contains("/api/users/{id}/feed"))
  }

  @Test(arguments: [[":sort p95"], [":sort mean"], ["r", "r"], [">", "<"]])
  func `holds few requests back until a person asks for an order`(typed: [String]) {
    var session = ScreenSession(.troubled)
    var batch = Batch(source: 1, time: ShopFixture.now)
    batch.vantage = "nginx"
    var statuses = StatusCounts()
    statuses[2] = 1
    batch.traffic = [
      TrafficDelta(
        name: EndpointName(method: "GET", route: "/rare"), time: ShopFixture.now - 1,
        statuses: statuses, latency: ShopFixture.latency(of: [60], layout: .logarithmic))
    ]
    _ = session.model.update(.batch(batch))
    #expect(firstRoute(session) == "/api/posts/generate")
    session.press(.character("s"))
    #expect(session.line(with: "few requests held back").contains("p95"))
    session.press(.escape)
    for text in typed {
      session.type(text)
      if session.model.prompt != nil { session.press(.enter) }
    }
    #expect(firstRoute(session) == "/rare", "\(session.screen)")
  }

  @Test func `stays on the worst endpoint until the user moves`() {
    var session = ScreenSession(.troubled)
    session.press(.character(">"), .character(">"))
    #expect(session.line(with: "▶").contains("/agents/{id}/mates"))
  }

  @Test func `moves to the ends and by pages, never past them`() {
    var session = ScreenSession(.hostile)
    func row() -> Int? { session.model.selectedRow(of: .endpoints, count: 200) }
    session.press(.up)
    #expect(row() == 0)
    session.press(.end)
    #expect(row() == 199)
    session.press(.pageDown, .down)
    #expect(row() == 199)
    session.press(.pageUp)
    #expect(row() == 189)
    session.press(.character("g"))
    #expect(row() == 0)
    session.press(.control("f"), .control("b"))
    #expect(row() == 0)
  }

  @Test func `lengthens and shortens the window`() {
    var session = ScreenSession(.troubled)
    var names: [String] = []
    for key: Character in ["-", "-", "-", "-", "+", "=", "+", "+", "+"] {
      session.press(.character(key))
      names.append(session.model.settings.window.name)
    }
    #expect(names == ["15m", "1h", "all", "all", "1h", "15m", "5m", "1m", "30s"])
    #expect(session.lines[0].contains("window 30s"))
    #expect(session.model.figures.totals.requests < 2000)
  }

  @Test func `walks through the panes on screen with Tab and back`() {
    var session = ScreenSession(.troubled)
    var visited: [PaneID] = []
    for _ in 0..<9 {
      session.press(.tab)
      visited.append(session.model.focus)
    }
    #expect(
      visited == [
        .latency, .errors, .pools, .caches, .memory, .queries, .logs, .endpoints, .latency,
      ])
    session.press(.backTab, .backTab)
    #expect(session.model.focus == .logs)
  }

  @Test func `goes to a pane by its digit, alone where it has no place on screen`() {
    var session = ScreenSession(.troubled, width: 80, height: 24)
    session.press(.character("7"))
    #expect(session.model.focus == .queries && !session.model.isZoomed)
    session.press(.character("2"))
    #expect(session.lines[1].contains("² latency") && session.model.isZoomed)
    session.press(.escape)
    #expect(session.model.focus == .endpoints && !session.model.isZoomed)
    session.press(.character("0"))
    #expect(session.model.focus == .endpoints)
    var few = ScreenSession(.metricsOnly)
    few.press(.character("7"))
    #expect(few.model.focus == .endpoints, "there are no queries to go to")
  }

  @Test(arguments: [PaneID.endpoints, .latency, .errors, .pools, .caches, .memory, .queries, .logs])
  func `shows a pane alone and all of them again`(pane: PaneID) {
    var session = ScreenSession(.troubled)
    session.press(.character(Character("\(pane.digit ?? 0)")))
    let before = session.screen
    session.press(.character("z"))
    let body = session.lines.dropFirst().dropLast()
    let others = PaneCatalog.all.filter { $0.id != pane && $0.id.digit != nil }
    for other in others {
      #expect(!body.contains { $0.contains("─ \(other.id.title) ─") }, "\(other.id.title)")
    }
    let word = pane == .queries ? "queries" : pane.title
    #expect(body.first?.contains(word) == true)
    session.press(.character("z"))
    #expect(session.screen == before)
  }
}
