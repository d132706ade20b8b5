import TestSupport
import Testing
import TextUI

@testable import Dashboard

/// Enter shows a pane alone whose rows have no details.
struct OpenAloneTests {
  @Test(arguments: [PaneID.pools, .caches, .memory, .errors])
  func `shows the pane alone, and nothing more from there`(pane: PaneID) {
    var session = ScreenSession(.troubled, width: 120, height: 60)
    session.model.focus = pane
    #expect(session.model.isUseful(.open))
    session.press(.enter)
    #expect(session.model.isZoomed && session.model.focus == pane)
    #expect(session.model.place == .overview && !session.model.isUseful(.open))
    session.press(.enter)
    #expect(session.model.isZoomed)
    session.press(.escape)
    #expect(!session.model.isZoomed && session.model.focus == pane)
  }

  @Test(arguments: [PaneID.pools, .caches, .memory, .errors, .logs, .endpoints, .sources, .heat])
  func `is what a view that is named by a command opens, wherever it stands`(pane: PaneID) {
    var session = ScreenSession(.troubled, width: 120, height: 60)
    session.press(.character(":"))
    session.type("view \(pane)")
    session.press(.enter)
    #expect(session.model.isZoomed && session.model.focus == pane)
    #expect(Layout(of: session.model).placements.map(\.pane) == [pane])
    session.press(.escape)
    #expect(!session.model.isZoomed)
  }

  @Test func `keeps the row that was selected`() {
    var session = ScreenSession(.troubled, width: 120, height: 60)
    session.model.focus = .pools
    session.press(.down)
    let row = session.model.selection[.overview]?[.pools]
    session.press(.enter)
    #expect(session.model.selection[.overview]?[.pools] == row)
  }

  @Test func `a table without rows stays where it is`() {
    var session = ScreenSession(.troubled)
    session.press(.character("/"))
    session.type("xyzzy")
    session.press(.enter, .enter)
    #expect(!session.model.isZoomed)
  }
}
