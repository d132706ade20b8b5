import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

/// What is selected stays selected, whatever happens around it.
struct SelectionTests {
  private func lines(_ ages: [Double], _ text: DisplayText = "late") -> Batch {
    var batch = Batch(source: 1, time: ShopFixture.now)
    batch.lines = ages.map {
      LogLine(time: ShopFixture.now - $0, level: .info, text: text, source: 1)
    }
    return batch
  }

  private func selectedLine(_ model: Model) -> String? {
    let lines = model.logLines
    return model.selectedRow(of: .logs, count: lines.count).map { lines[$0].text.string }
  }

  @Test(arguments: [PaneID.endpoints, .queries, .findings])
  func `a row that is selected shows how bad it is as well`(pane: PaneID) {
    var session = ScreenSession(.troubled, width: 120, height: 40)
    session.model.show(ShopFixture.troubled.findings)
    _ = session.model.perform(.focus(pane))
    let line = session.line(with: "▶")
    #expect(line.contains("▶✖") || line.contains("▶▲") || line.contains("▶△"), "\(line)")
  }

  @Test(arguments: ["orders", "nowhere", "errors>1%"])
  func `Esc from a filter gives the selection back`(filter: String) {
    var session = ScreenSession(.troubled)
    session.press(.down, .down, .character("7"), .down, .character("1"))
    let selection = session.model.selection
    let before = session.screen
    session.press(.character("/"))
    session.type(filter)
    session.press(.escape)
    #expect(session.model.selection == selection)
    #expect(ScreenPicture.difference(recorded: before, drawn: session.screen) == nil)
  }

  @Test func `Esc from a filter finds a row that has moved meanwhile`() {
    var session = ScreenSession(.troubled)
    session.press(.down, .down, .character("/"))
    session.type("orders")
    session.model.sort(.endpoints, by: .requests)
    session.press(.escape)
    #expect(session.line(with: "▶").contains("/api/search"))
  }

  @Test func `a line of the log stays selected when late lines come before it`() {
    var session = ScreenSession(.troubled)
    session.press(.character("8"), .up, .up)
    let selected = selectedLine(session.model)
    #expect(selected?.contains("GET /healthz") == true)
    _ = session.model.update(.batch(lines([90, 70, 50])))
    #expect(selectedLine(session.model) == selected)
    _ = session.model.update(.batch(lines([1, 0.5])))
    #expect(selectedLine(session.model) == selected)
  }

  @Test func `of lines alike the same one stays selected`() {
    var session = ScreenSession(.troubled)
    _ = session.model.update(.batch(lines([1, 1, 1], "alike")))
    session.press(.character("8"), .up)
    let row = session.model.selection[.overview]?[.logs]
    _ = session.model.update(.batch(lines([1, 1], "alike")))
    #expect(session.model.selection[.overview]?[.logs] == row)
    _ = session.model.update(.batch(lines([30], "earlier")))
    #expect(session.model.selection[.overview]?[.logs] == row.map { $0 + 1 })
  }

  @Test func `a line of the log stays selected when others were dropped while it was held`() {
    var session = ScreenSession(.troubled)
    session.press(.character("8"), .up, .up, .character(" "))
    let selected = selectedLine(session.model)
    _ = session.model.update(.batch(lines(Array(repeating: 0, count: 995), "new")))
    #expect(selectedLine(session.model) == selected)
    session.press(.character("0"))
    #expect(session.model.logLines.count == 1000)
    #expect(selectedLine(session.model) == selected)
    _ = session.model.update(.batch(lines(Array(repeating: 0, count: 1000), "newer")))
    #expect(session.model.selection[.overview]?[.logs] == 0)
  }
}
