import Dashboard
import Telemetry
import TestSupport
import Testing
import TextUI

/// Lists to choose from, searching, copying.
struct ScenarioMenuTests {
  @Test func `sorts by what is chosen from the menu`() {
    var session = ScreenSession(.troubled)
    var order: RowOrder { session.model.order(of: .endpoints) }
    session.press(.character("s"))
    #expect(session.screen.contains("─ sort by "))
    #expect(session.line(with: "largest first").contains("p95"))
    session.press(.up, .up, .enter)
    #expect(order.column == .p50 && session.model.menu == nil)
    session.press(.character("s"))
    session.press(.character("a"))
    #expect(order.column == .route && !order.isDescending)
    session.press(.character("s"), .enter)
    #expect(order.column == .route && order.isDescending)
    session.press(.character("s"), .down, .escape)
    #expect(order.column == .route && session.model.menu == nil)
  }

  @Test func `sorts the table that has the focus`() {
    var session = ScreenSession(.troubled)
    func statements() -> [String] { session.model.figures.queries.map(\.fingerprint.string) }
    let usual = statements()
    let endpoints = session.model.figures.endpoints.map(\.name)
    session.press(.character("7"), .character("s"))
    #expect(session.screen.contains("─ sort queries by "))
    #expect(session.line(with: "largest first").contains("share of time"))
    session.press(.character("l"))
    #expect(session.model.order(of: .queries).column == .route)
    #expect(statements() == usual.sorted())
    #expect(session.line(with: "queries ─").contains("by statement"))
    #expect(session.line(with: "STATEMENT").contains("STATEMENT ▲"))
    session.press(.character("r"))
    #expect(statements() == usual.sorted().reversed())
    session.press(.character(">"))
    #expect(statements() == usual)
    session.press(.character("<"), .character("1"))
    #expect(session.model.figures.endpoints.map(\.name) == endpoints)
    session.press(.character("s"))
    #expect(session.line(with: "largest first").contains("p95"))
  }

  @Test func `says where there is no table to sort`() {
    var session = ScreenSession(.troubled)
    session.press(.character("7"), .enter, .character("s"))
    #expect(session.model.menu == nil)
    #expect(session.lines.last?.contains("no table to sort") == true)
  }

  @Test func `shows and hides columns`() {
    var session = ScreenSession(.troubled)
    session.press(.character("c"), .down, .down, .character(" "))
    #expect(!session.model.settings.columns.contains(.rate))
    session.press(.down, .down, .character(" "), .enter)
    #expect(session.model.settings.columns.contains(.p90))
    #expect(session.lines[2].contains("P50     P90"))
    #expect(!session.lines[2].contains("RATE/s"))
  }

  @Test func `shows and hides columns of the statements where their table has the focus`() {
    var session = ScreenSession(.troubled)
    session.press(.character("7"), .character("c"))
    #expect(session.screen.contains("─ columns of the queries "))
    session.press(.character(" "))
    for _ in 0..<8 { session.press(.down) }
    session.press(.character(" "), .end, .character(" "), .enter)
    let columns = session.model.settings.queryColumns
    #expect(columns == [.calls, .p50, .p95, .p99, .rows, .from, .statement])
    #expect(session.model.settings.columns == EndpointColumn.usual)
    func header() -> String { session.line(with: " STATEMENT ") }
    #expect(header().contains(" CALLS     P50     P95     P99  ROWS FROM "), "\(header())")
    session.press(.character("z"))
    #expect(header().contains(" P99 ") && !header().contains("SHARE"))
    session.press(.escape, .character("1"), .enter)
    #expect(header().contains(" P99 ") && !header().contains("FROM"))
    session.press(.character("c"))
    #expect(session.screen.contains("─ columns of the queries "))
    session.press(.escape, .enter, .character("c"))
    #expect(session.model.menu == nil)
    #expect(session.lines.last?.contains("no table here whose columns") == true)
  }

  @Test func `previews themes and gives the old one back`() {
    var session = ScreenSession(.troubled)
    session.press(.character("T"))
    #expect(session.model.menu == nil)
    let red = Theme(name: "red", styles: [.text: Style(foreground: .ansi(1))])
    session.model.themes = [.default, red]
    session.press(.character("T"), .down)
    #expect(session.model.theme == red)
    session.press(.escape)
    #expect(session.model.theme == .default)
    session.press(.character("T"), .down, .enter)
    #expect(session.model.theme == red && session.model.menu == nil)
  }

  @Test func `searches a log and goes from match to match`() {
    var session = ScreenSession(.troubled)
    session.press(.character("8"), .character("/"))
    session.type("GET ")
    let newest = session.model.matchingRows.last
    #expect(newest == session.model.selectedRow(of: .logs, count: session.model.logLines.count))
    session.press(.enter)
    #expect(session.line(with: "⁸ log").contains("lines with GET "))
    #expect(session.lines.last?.hasPrefix(" search: GET ") == true)
    session.press(.character("N"))
    let row = session.model.selectedRow(of: .logs, count: session.model.logLines.count)
    #expect(row == session.model.matchingRows.dropLast().last)
    session.press(.character("n"), .character("n"))
    #expect(session.lines.last == " went on from the first")
    session.press(.escape)
    #expect(session.model.search.isEmpty)
    session.press(.character("n"))
    #expect(session.lines.last?.contains("nothing to search for") == true)
  }

  @Test func `opens the search empty, and goes on with the last one when nothing is typed`() {
    var session = ScreenSession(.troubled)
    func entry() -> String { session.lines.last ?? "" }
    session.press(.character("8"), .character("/"))
    #expect(entry() == " search:")
    session.type("GET ")
    session.press(.enter, .character("/"))
    #expect(entry().hasPrefix(" search:  "))
    #expect(entry().hasSuffix("⏎ the same again, ↑ earlier searches"))
    #expect(session.model.search == "GET ", "until something is typed")
    session.press(.up)
    #expect(entry() == " search: GET")
    session.press(.control("u"))
    session.type("api")
    #expect(session.model.search == "api")
    session.press(.enter, .character("/"), .enter)
    #expect(session.model.search == "api" && session.model.prompt == nil)
    let row = session.model.selectedRow(of: .logs, count: session.model.logLines.count)
    #expect(row == session.model.matchingRows.first, "as n after the newest match")
    session.press(.character(":"))
    session.type("search deadlock")
    session.press(.enter, .character("/"), .up)
    #expect(entry() == " search: deadlock")
  }

  @Test func `forgets that a text is nowhere when another is looked for, or elsewhere`() {
    for keys in [[Key.character("/")], [.character("1")], [.escape], [.down]] {
      var session = ScreenSession(.troubled)
      session.press(.character("8"), .character("/"))
      session.type("xyzzy")
      session.press(.enter, .character("n"))
      #expect(session.lines.last == " \"xyzzy\" is nowhere in here")
      for key in keys { session.press(key) }
      if session.model.prompt != nil { session.press(.escape) }
      #expect(!session.screen.contains("nowhere"))
    }
  }

  @Test func `takes a search back with Esc`() {
    var session = ScreenSession(.troubled)
    session.press(.character("8"))
    let before = session.screen
    session.press(.character("/"))
    session.type("generate")
    session.press(.escape)
    #expect(session.screen == before)
  }

  @Test func `finds rows of a table`() {
    var session = ScreenSession(.troubled)
    session.press(.character(":"))
    session.type("search orders")
    session.press(.enter)
    #expect(session.line(with: "▶").contains("POST /api/orders "))
    session.press(.character("n"))
    #expect(session.line(with: "▶").contains("GET  /api/orders/{id}"))
  }

  @Test func `copies the selected route, statement and line`() {
    var session = ScreenSession(.troubled)
    #expect(session.press(.down, .character("y")) == [.copy("GET /api/users/{id}/feed")])
    #expect(session.lines.last == " copied: GET /api/users/{id}/feed")
    session.press(.up, .enter)
    guard case .copy(let statement)? = session.press(.character("y")).first else {
      Issue.record("nothing copied")
      return
    }
    #expect(statement.hasPrefix("select soul_id"))
    session.press(.enter)
    #expect(session.press(.character("y")) == [.copy(statement)])
    session.press(.character("8"))
    let line = session.model.logLines.last?.text.string ?? ""
    #expect(session.press(.character("y")) == [.copy(line)])
  }

  @Test func `writes the numbers as JSON`() {
    var session = ScreenSession(.troubled)
    guard case .saveSnapshot(let name, let text)? = session.press(.character("E")).first else {
      Issue.record("nothing written")
      return
    }
    #expect(name == "svctop-20260101-140532.json")
    #expect(text.contains("\"schema\": 1"))
  }

  @Test func `scrolls a help that is longer than the screen`() {
    var session = ScreenSession(.troubled, width: 80, height: 24)
    session.press(.character("?"))
    let top = session.lines[1..<22]
    session.press(.down, .down)
    #expect(session.lines[1..<22] != top && session.model.showsHelp)
    session.press(.up, .up)
    #expect(session.lines[1..<22] == top)
    session.press(.end)
    #expect(session.screen.contains("quit"))
    session.press(.escape)
    #expect(!session.model.showsHelp)
  }

  @Test func `selects, opens and scrolls with the mouse`() {
    func mouse(_ action: MouseEvent.Action, _ x: Int, _ y: Int) -> Key {
      .mouse(MouseEvent(action: action, point: Point(x: x, y: y)))
    }
    var session = ScreenSession(.troubled)
    session.press(mouse(.press, 20, 5))
    #expect(session.line(with: "▶").contains("/api/search"))
    session.press(mouse(.press, 20, 5))
    #expect(session.lines[1].contains("GET /api/search"))
    session.press(.escape, mouse(.press, 30, 30))
    #expect(session.model.focus == .queries)
    session.press(mouse(.scrollDown, 20, 5))
    #expect(session.model.focus == .endpoints)
    #expect(session.model.selectedRow(of: .endpoints, count: 10) == 5)
    session.press(mouse(.scrollUp, 20, 37))
    #expect(session.model.focus == .logs)
    session.press(mouse(.press, 20, 0), mouse(.press, 20, 39), mouse(.press, 500, 500))
    #expect(session.model.focus == .logs)
    session.press(.character("s"), mouse(.press, 0, 5))
    #expect(session.model.menu == nil, "a click beside a menu closes it")
  }

  @Test func `computes figures no more than once for many batches`() {
    var session = ScreenSession(.troubled)
    var batch = Batch(source: 1, time: ShopFixture.now)
    batch.vantage = "nginx"
    for _ in 0..<3 { _ = session.model.update(.batch(batch)) }
    session.model.bringUpToDate()
    let first = session.model.figures.totals.requests
    var statuses = StatusCounts()
    statuses[2] = 5
    batch.traffic = [
      TrafficDelta(
        name: EndpointName(method: "GET", route: "/healthz"), time: ShopFixture.now,
        statuses: statuses)
    ]
    _ = session.model.update(.batch(batch))
    #expect(session.model.figures.totals.requests == first + 5)
    _ = session.model.update(.tick(ShopFixture.now))
    #expect(session.model.figures.totals.requests == first + 5)
  }
}
