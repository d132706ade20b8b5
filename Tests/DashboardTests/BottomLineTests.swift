import Dashboard
import TestSupport
import Testing
import TextUI

/// The keys that the last line names are those that do something.
struct BottomLineTests {
  @Test func `names under the help the keys that work there`() {
    var session = ScreenSession(.troubled, width: 80, height: 24)
    session.press(.character("/"))
    session.type("orders")
    session.press(.enter, .character("?"))
    #expect(session.lines.last == " ↑ ↓ scroll   esc close   q quit")
    session.press(.escape)
    #expect(session.lines.last?.hasPrefix(" filter: orders") == true)
  }

  @Test func `a menu that is longer than the screen says how much of it is out of sight`() {
    var session = ScreenSession(.troubled, width: 40, height: 12)
    session.model.themes = (1...16).map { Theme(name: "theme \($0)", styles: [:]) }
    session.press(.character("T"))
    #expect(session.screen.contains(" 9 more below "), "\(session.screen)")
    #expect(!session.screen.contains("mo…"))
  }
}
