import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

/// How the log pane shows entries of several lines.
struct LogPaneTests {
  /// The screen after an entry of source 1, and a line that goes on with one of source `source`.
  private func session(goingOnWith source: SourceID) -> ScreenSession {
    var session = ScreenSession(.troubled, width: 120, height: 40)
    var batch = Batch(source: 1, time: ShopFixture.now)
    batch.lines = ["select p.name", "from products p"].map {
      LogLine(time: ShopFixture.now, level: .info, text: DisplayText($0), source: 1)
    }
    batch.lines[1].goesOn = true
    batch.lines[0].source = source
    _ = session.model.update(.batch(batch))
    return session
  }

  @Test func `tells the time and source of an entry once`() {
    let session = session(goingOnWith: 1)
    let clock = CalendarTime(ShopFixture.now).clock
    #expect(session.line(with: "select p.name").contains(clock))
    let rest = session.line(with: "from products p")
    #expect(!rest.contains(clock))
    #expect(
      session.line(with: "select p.name").prefix { $0 != "s" }.count
        >= rest.prefix { $0 != "f" }.count)
  }

  @Test func `copies the whole entry of a line that goes on with it`() {
    var session = session(goingOnWith: 1)
    session.press(.character("8"))
    #expect(session.press(.character("y")) == [.copy("select p.name\nfrom products p")])
    session.press(.character("k"))
    #expect(session.press(.character("y")) == [.copy("select p.name\nfrom products p")])
  }

  @Test func `tells them of a line whose entry is out of sight`() {
    let line = session(goingOnWith: 0).line(with: "from products p")
    #expect(line.contains(CalendarTime(ShopFixture.now).clock))
  }
}
