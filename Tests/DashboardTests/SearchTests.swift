import TestSupport
import Testing
import TextUI

@testable import Dashboard

/// Looking for a text from anywhere, and what the bottom line says of it.
struct SearchTests {
  private func session(_ pane: PaneID, looking text: String) -> ScreenSession {
    var session = ScreenSession(.troubled, width: 120, height: 60)
    session.model.focus = pane
    session.press(.character(":"))
    session.type("search \(text)")
    session.press(.enter)
    return session
  }

  @Test func `finds rows of the table at hand`() {
    let session = session(.endpoints, looking: "feed")
    #expect(session.model.focus == .endpoints)
    #expect(session.line(with: "▶").contains("/feed"))
    #expect(session.lines.last?.contains("with \"feed\"") == true)
  }

  @Test(arguments: [PaneID.endpoints, .pools, .errors])
  func `goes to the log where the pane at hand has no match`(pane: PaneID) {
    let session = session(pane, looking: "deadlock")
    #expect(session.model.focus == .logs)
    #expect(!session.model.matchingRows.isEmpty)
  }

  @Test func `says at once that a text is nowhere`() {
    let said = " \"xyzzy\" is nowhere in here"
    #expect(session(.pools, looking: "xyzzy").lines.last == said)
    #expect(session(.pools, looking: "xyzzy").model.focus == .pools)
    var log = ScreenSession(.troubled)
    log.press(.character("8"), .character("/"))
    log.type("xyzzy")
    log.press(.enter)
    #expect(log.lines.last == said)
  }

  @Test func `a small screen has room for what is wrong with a time`() {
    var session = ScreenSession(.troubled, width: 40, height: 12)
    session.press(.character("t"))
    session.type("99")
    session.press(.enter)
    #expect(session.screen.contains("not a time"))
  }

  @Test func `the bottom line says what keys do here`() {
    var session = ScreenSession(.troubled)
    #expect(session.lines.last?.contains("/ filter") == true)
    #expect(session.lines.last?.contains("space pause") == true)
    session.press(.character("8"), .character(" "))
    let line = session.lines.last ?? ""
    #expect(line.contains("/ search") && line.contains("space live"), "\(line)")
    #expect(!line.contains("0 live"))
  }
}
