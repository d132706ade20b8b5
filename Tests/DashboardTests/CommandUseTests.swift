import TestSupport
import Testing
import TextUI

@testable import Dashboard

/// What the help dims is what does nothing in the view at hand.
struct CommandUseTests {
  @Test func `the key for the present also goes back to the window of the start`() {
    var session = ScreenSession(.troubled)
    #expect(!session.model.isUseful(.live))
    session.press(.character("-"))
    #expect(session.model.isUseful(.live))
    session.press(.character("0"))
    #expect(!session.model.isUseful(.live))
    session.press(.character(" "))
    #expect(session.model.isUseful(.live))
  }

  @Test func `Enter shows a line of the log in full, once`() {
    var session = ScreenSession(.troubled, width: 120, height: 50)
    session.press(.character("8"))
    #expect(session.model.isUseful(.open))
    session.press(.enter)
    #expect(session.model.isZoomed && !session.model.isUseful(.open))
  }

  @Test func `there is no other pane beside one that is alone`() {
    var session = ScreenSession(.troubled)
    for command in [Command.nextPane, .previousPane] {
      #expect(session.model.isUseful(command))
    }
    session.press(.character("z"))
    for key in [Key.tab, .backTab] {
      let focus = session.model.focus
      session.press(key)
      #expect(session.model.focus == focus)
    }
    for command in [Command.nextPane, .previousPane] {
      #expect(!session.model.isUseful(command))
    }
  }
}
