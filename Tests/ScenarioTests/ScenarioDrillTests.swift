import Dashboard
import Telemetry
import TestSupport
import Testing
import TextUI

/// From the whole service down to one statement, and back.
struct ScenarioDrillTests {
  @Test func `finds the slowest statement of the slowest endpoint in two keys`() {
    var session = ScreenSession(.troubled)
    #expect(session.line(with: "▶").contains("POST /api/posts/generate"))
    session.press(.enter)
    #expect(session.lines[1].hasPrefix(" endpoints › POST /api/posts/generate"))
    #expect(session.line(with: "p95 ").contains("9.46 s"))
    session.press(.enter)
    #expect(session.lines[1].contains("› query 9cf2111b7e46d360"))
    #expect(session.line(with: "select soul_id").contains("interaction_engine, persona"))
    #expect(session.line(with: "where owner_id").contains("where owner_id = ?"))
    #expect(session.line(with: "share of time").contains("80 %"))
    #expect(session.line(with: "244 100 %").contains("POST /api/posts/generate"))
  }

  @Test func `opens the endpoint and the statement that are selected`() {
    var session = ScreenSession(.troubled)
    session.press(.down, .down, .up, .enter)
    #expect(session.lines[1].contains("GET /api/users/{id}/feed"))
    session.press(.character("j"), .enter)
    #expect(session.line(with: "select ").contains("select follows.followee_id"))
    #expect(session.line(with: "from follows").contains("from follows"))
  }

  @Test func `opens a statement from the overview and its place in the trail`() {
    var session = ScreenSession(.troubled)
    session.press(.character("7"), .down, .enter)
    #expect(session.lines[1].hasPrefix(" queries › query "))
    #expect(session.screen.contains("select * from posts where author_id = ?"))
    session.press(.escape)
    #expect(session.model.place == .overview && session.model.focus == .queries)
  }

  @Test func `goes back one step with Esc at every depth and never quits`() {
    var session = ScreenSession(.troubled)
    session.press(.character("/"))
    session.type("generate")
    session.press(.enter, .enter, .enter)
    session.press(.character("9"))
    var effects: [Effect] = []
    #expect(session.screen.contains("⁹ sources"))
    effects += session.press(.escape)
    #expect(session.screen.contains("calls") && session.lines[1].contains("› query"))
    effects += session.press(.escape)
    #expect(session.lines[1].hasPrefix(" endpoints › POST /api/posts/generate  "))
    effects += session.press(.backspace)
    #expect(session.model.place == .overview)
    #expect(session.lines.last?.contains("filter: generate") == true)
    effects += session.press(.escape)
    #expect(session.model.filter == nil)
    let home = session.screen
    for _ in 0..<5 { effects += session.press(.escape) }
    #expect(session.screen == home)
    #expect(effects.isEmpty)
  }

  @Test func `comes back to the row it left`() {
    var session = ScreenSession(.troubled)
    session.press(.down, .down, .down, .enter, .escape)
    #expect(session.line(with: "▶").contains("GET  /agents/{id}/mates"))
  }

  @Test func `does nothing where there is nothing to open`() {
    var session = ScreenSession(.empty)
    session.press(.enter, .down, .enter, .tab, .enter)
    #expect(session.model.place == .overview)
    var gauges = ScreenSession(.troubled)
    gauges.press(.character("4"), .enter)
    #expect(gauges.model.place == .overview)
    var last = ScreenSession(.troubled)
    last.press(.character("7"), .down, .down, .down, .enter)
    #expect(last.screen.contains("could not be tied to an endpoint"))
    last.press(.enter)
    #expect(last.model.path.count == 2)
  }

  @Test func `goes from a statement to the endpoint that calls it, and back`() {
    var session = ScreenSession(.troubled)
    session.press(.character("7"), .enter)
    #expect(session.line(with: "▶").contains("100 %     1.0 POST /api/posts/generate"))
    #expect(session.lines.last?.contains("⏎ open") == true)
    session.press(.enter)
    let trail = " queries › query 9cf2111b7e46d360 › POST /api/posts/generate  "
    #expect(session.lines[1].hasPrefix(trail))
    #expect(session.line(with: "p95 ").contains("9.46 s"))
    session.press(.escape)
    #expect(session.lines[1].hasPrefix(" queries › query 9cf2111b7e46d360  "))
    session.press(.escape)
    #expect(session.model.place == .overview && session.model.focus == .queries)
  }

  @Test func `an endpoint keeps its row while one of its statements leads back to it`() {
    var session = ScreenSession(.troubled)
    session.press(.down, .enter, .down, .enter, .enter)
    #expect(session.model.path.count == 4)
    session.press(.escape, .escape)
    #expect(session.model.path.count == 2)
    #expect(session.line(with: "▶").contains("select follows.followee_id"))
  }

  @Test func `goes home for a pane that only the overview has`() {
    var session = ScreenSession(.troubled)
    session.press(.enter, .enter, .character("4"))
    #expect(session.model.place == .overview && session.model.focus == .pools)
    session.press(.character("1"), .enter, .enter, .character("2"))
    #expect(session.lines[1].hasPrefix(" endpoints › POST /api/posts/generate  "))
    #expect(session.model.focus == .latency)
  }

  @Test func `stays at an endpoint whose requests have left the window`() {
    var session = ScreenSession(.healthy)
    session.press(.enter)
    _ = session.model.update(.tick(ShopFixture.now + 3000))
    #expect(session.lines[1].contains("GET /api/search"))
    #expect(session.screen.contains("no latencies of this endpoint"))
    session.press(.enter, .enter)
    #expect(session.screen.contains("requests"))
  }
}
