import Dashboard
import Telemetry
import TestSupport
import Testing
import TextUI

/// Looking back: steps, spikes, times, and the way back to the present.
struct ScenarioTimeTests {
  private func clock(_ session: ScreenSession) -> String {
    session.lines[0].split(separator: " ").first { $0.filter { $0 == ":" }.count == 2 }
      .map(String.init) ?? ""
  }

  @Test func `finds the last spike of the slowest statement's endpoint in two more keys`() {
    var session = ScreenSession(.troubled)
    session.press(.down, .enter, .enter)
    #expect(session.lines[1].contains("GET /api/users/{id}/feed › query"))
    session.press(.character("{"))
    #expect(session.lines[0].contains(" PAST, 5 min ago "))
    #expect(session.lines.last?.hasPrefix(" spike: p95 of GET /api/users/{id}/feed ") == true)
    #expect(session.model.moment < ShopFixture.now - 240)
    #expect(session.model.moment > ShopFixture.now - 500)
    #expect(session.lines[1].contains("GET /api/users/{id}/feed › query"), "the place stays")
  }

  @Test func `looks below an endpoint for its own spikes alone`() {
    var session = ScreenSession(.troubled)
    session.press(.down, .enter, .character("{"))
    let moment = session.model.moment
    session.press(.character("{"))
    let none = " no spike or finding of GET /api/users/{id}/feed before this"
    #expect(session.lines.last == none && session.model.moment == moment)
    var calm = ScreenSession(.troubled)
    calm.press(.down, .down, .enter, .character("{"))
    #expect(calm.lines[1].contains("GET /api/search"))
    #expect(calm.lines.last == " no spike or finding of GET /api/search before this")
    #expect(calm.model.heldAt == nil)
  }

  @Test func `selects the endpoint that a spike belongs to`() {
    var session = ScreenSession(.troubled)
    session.press(.character("{"))
    #expect(session.line(with: "▶").contains("GET  /api/users/{id}/feed"))
    #expect(session.line(with: "² latency").contains("GET /api/users/{id}/feed"))
    let moment = session.model.moment
    session.press(.character("{"))
    let isFirst = session.lines.last == " no spike or finding before this"
    #expect(session.model.moment < moment || isFirst)
    session.press(.character("}"))
    #expect(session.model.moment <= moment)
    for _ in 0..<9 { session.press(.character("}")) }
    #expect(session.lines.last == " no spike or finding after this; 0 goes back to the present")
    session.press(.character("0"))
    #expect(session.model.heldAt == nil && clock(session) == "14:05:32")
  }

  @Test func `says so where nothing stands out`() {
    var session = ScreenSession(.healthy)
    session.press(.character("{"))
    #expect(session.lines.last == " no spike or finding before this")
    #expect(session.model.heldAt == nil)
    session.press(.character("}"))
    #expect(session.lines.last == " this is the present")
  }

  @Test func `steps back and forth by the columns of the charts`() {
    var session = ScreenSession(.troubled)
    var clocks: [String] = []
    for key: Character in ["[", "[", "[", "]", "]"] {
      session.press(.character(key))
      clocks.append(clock(session))
    }
    // 59 cells of the chart hold ten minutes in columns of 25 s or so.
    #expect(Set(clocks).count == 3 && clocks[0] == clocks[4] && clocks[1] == clocks[3], "\(clocks)")
    #expect(session.lines[0].contains(" PAST, "))
    session.press(.character("]"))
    #expect(session.model.heldAt == nil)
    #expect(!session.lines[0].contains("PAST") && clock(session) == "14:05:32")
    session.press(.character("]"))
    #expect(session.lines.last == " this is the present")
  }

  @Test func `shows one moment in every pane`() {
    var session = ScreenSession(.troubled)
    let now = session.screen
    let requests = session.model.figures.totals.requests
    session.press(.character("t"))
    session.type("-10m")
    session.press(.enter)
    #expect(clock(session) == "13:55:32")
    #expect(session.model.figures.totals.requests < requests)
    #expect(session.model.logLines.allSatisfy { $0.time <= session.model.moment })
    #expect(!session.screen.contains("14:05:30 nginx"))
    #expect(session.screen.contains("13:55"))
    session.press(.character("0"))
    #expect(ScreenPicture.difference(recorded: now, drawn: session.screen) == nil)
  }

  @Test func `goes on collecting while the past is shown`() {
    var session = ScreenSession(.troubled)
    session.press(.character("["))
    let past = session.screen
    var batch = Batch(source: 1, time: ShopFixture.now + 5)
    batch.covered = ShopFixture.now...(ShopFixture.now + 5)
    batch.vantage = "nginx"
    var statuses = StatusCounts()
    statuses[2] = 7
    batch.traffic = [
      TrafficDelta(
        name: EndpointName(method: "GET", route: "/new"), time: ShopFixture.now + 1,
        statuses: statuses)
    ]
    _ = session.model.update(.batch(batch))
    #expect(session.screen == past)
    _ = session.model.update(.tick(ShopFixture.now + 5))
    session.press(.character("0"))
    #expect(session.model.figures.everyEndpoint.contains { $0.name.route == "/new" })
  }

  @Test func `says what is wrong with a time and keeps the prompt`() {
    var session = ScreenSession(.troubled)
    session.press(.character("t"))
    #expect(session.lines.last?.hasPrefix(" go to: ") == true)
    #expect(session.lines.last?.contains("14:05:30, -10m") == true)
    session.type("soon")
    session.press(.enter)
    #expect(session.lines.last?.contains("not a time") == true)
    session.press(.control("u"))
    session.type("12:00")
    session.press(.enter)
    #expect(session.lines.last?.contains("nothing was collected before 2026-01-01 13:53") == true)
    session.press(.control("u"))
    session.type("15:00")
    session.press(.enter)
    #expect(session.lines.last?.contains("15:00 is still to come") == true)
    session.press(.escape)
    #expect(session.model.prompt == nil && session.model.heldAt == nil)
    session.press(.character("t"))
    session.type("14:00:00")
    session.press(.enter)
    #expect(clock(session) == "14:00:00")
    #expect(session.lines[0].contains(" PAST, 5 min ago "))
  }

  @Test func `steps into the past from all of time through a window`() {
    var session = ScreenSession(.troubled)
    session.press(.character("-"), .character("-"), .character("-"), .character("["))
    #expect(session.model.settings.window.name == "5m")
    session.press(.character("0"))
    #expect(session.model.settings.window == .all)
  }

  @Test func `goes back to the window of the start with the key that goes back to the present`() {
    var session = ScreenSession(.troubled)
    session.press(.character("+"), .character("["), .character("0"))
    #expect(session.model.heldAt == nil && session.model.settings.window.name == "1m")
    session.press(.character("0"))
    #expect(session.model.settings.window.name == "5m")
    // End is the end of time where there are no rows.
    session.press(.character("["), .character("2"), .end)
    #expect(session.model.heldAt == nil)
    session.press(.character("["), .character("1"), .end)
    #expect(session.model.heldAt != nil)
  }

  @Test func `shows changes since a baseline in every table and detail, with sign and glyph`() {
    var session = ScreenSession(.busy, width: 200, height: 60)
    session.press(.character("t"))
    session.type("-5m")
    session.press(.enter, .character("b"), .character("0"))
    func hasChange(_ text: String) -> Bool {
      let line = session.line(with: text)
      return line.contains("↑ +") || line.contains("↓ -")
    }
    for (pane, row) in [
      (PaneID.pools, "✖loader"), (.outbound, "POST api.openai.com"),
      (.endpoints, "/api/posts/generate"),
    ] {
      _ = session.model.perform(.focus(pane))
      if !session.model.isZoomed { _ = session.model.perform(.zoom) }
      #expect(session.screen.contains("+/-"), "\(pane)")
      #expect(hasChange(row), "\(pane): \(session.line(with: row))")
      _ = session.model.perform(.zoom)
    }
    for pane in [PaneID.caches, .tasks, .queries] {
      _ = session.model.perform(.focus(pane))
      if !session.model.isZoomed { _ = session.model.perform(.zoom) }
      #expect(session.screen.contains("+/-"), "\(pane)")
      _ = session.model.perform(.zoom)
    }
    session.press(.character("1"), .enter)
    #expect(hasChange(" p95  "), "\(session.line(with: " p95  "))")
    session.press(.enter)
    #expect(session.line(with: " p95  ").contains(" = "), "\(session.line(with: " p95  "))")
    session.press(.character("b"))
    #expect(!session.screen.contains("↑ +"))
  }

  @Test func `shows changes since a baseline until told otherwise`() {
    var session = ScreenSession(.troubled)
    let before = session.lines[2]
    session.press(.character("t"))
    session.type("-5m")
    session.press(.enter, .character("b"), .character("0"))
    #expect(session.lines[2].contains("P95 ▼      +/-"))
    #expect(session.line(with: "POST /api/posts/generate").contains("↑ +"))
    #expect(session.line(with: "/api/users/{id}/feed").contains("↓ -"))
    _ = session.model.update(.tick(ShopFixture.now + 9))
    #expect(session.lines.last?.hasPrefix(" change since 14:00:32") == true)
    session.press(.character("b"))
    #expect(session.lines[2] == before)
  }
}
