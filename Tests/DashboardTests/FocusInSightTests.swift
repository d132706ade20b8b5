import Telemetry
import TestSupport
import Testing
import TextUI

@testable import Dashboard

@Suite struct FocusInSightTests {
  @Test(arguments: [PaneID.sources, .logs])
  func `a pane that was shown alone gives the focus back when it goes`(pane: PaneID) throws {
    var session = ScreenSession(.troubled, width: 80, height: 24)
    let digit = try #require(pane.digit)
    session.press(.character(Character("\(digit)")))
    #expect(session.model.focus == pane)
    if !session.model.isZoomed { session.press(.character("z")) }
    session.press(.character("z"))
    #expect(Layout.visiblePanes(of: session.model).contains(session.model.focus))
    let before = session.screen
    session.press(.character("j"))
    #expect(session.screen != before, "the key does something that is seen")
  }

  @Test func `a pane that a smaller window has no room for gives the focus away`() {
    var session = ScreenSession(.troubled, width: 120, height: 50)
    session.press(.character("8"))
    #expect(session.model.focus == .logs && !session.model.isZoomed)
    for size in [Size(width: 39, height: 9), Size(width: 60, height: 20)] {
      _ = session.model.update(.resize(size))
    }
    #expect(Layout.visiblePanes(of: session.model).contains(session.model.focus))
    #expect(session.model.focus != .logs)
  }

  @Test func `a pane whose room goes to what is critical gives the focus away`() {
    var session = ScreenSession(.busy, width: 120, height: 40)
    _ = session.model.perform(.focus(.outbound))
    #expect(session.model.focus == .outbound && !session.model.isZoomed)
    session.model.show(ShopFixture.findings)
    let panes = Layout.visiblePanes(of: session.model)
    #expect(!panes.contains(.outbound) && panes.contains(.breakers))
    #expect(session.model.focus == .endpoints)
  }

  @Test func `Enter shows a line of the log in full, wherever it is cut`() throws {
    var session = ScreenSession(.troubled, width: 80, height: 24)
    session.press(.character("8"), .enter)
    let line = try #require(session.model.logLines.last)
    #expect(session.model.isZoomed && session.line(with: " line ").contains("─ line ─"))
    let shown = session.screen.filter { !$0.isWhitespace && $0 != "│" }
    let whole = line.text.string.filter { !$0.isWhitespace }
    #expect(shown.contains(whole), "\(whole)")
    session.press(.escape)
    #expect(!session.screen.contains("─ line ─"))
  }

  @Test func `an endpoint has the findings about the statements that it waits for`() {
    var session = ScreenSession(.busy, width: 120, height: 50)
    session.model.show(ShopFixture.findings)
    let figures = session.model.figures
    var told = 0
    for finding in figures.findings {
      guard case .query(let id) = finding.subject, let row = figures.query(id) else { continue }
      for caller in row.callers where caller.calls >= 0.2 * Double(row.calls) {
        #expect(figures.findings(at: .endpoint(caller.endpoint)).contains(finding))
        told += 1
      }
      let others = figures.endpoints.map(\.name).filter { name in
        !row.callers.contains { $0.endpoint == name }
      }
      #expect(others.allSatisfy { !figures.findings(at: .endpoint($0)).contains(finding) })
    }
    #expect(told > 0)
  }
}
