import Dashboard
import TestSupport
import Testing
import TextUI

/// What svctop says of its own cost.
struct OwnPaneTests {
  @Test func `says that not all is written to the terminal, where there is room for it`() {
    var session = ScreenSession(.troubled, width: 80, height: 24)
    session.model.ownCost.add(
      OwnCost.Sample(cpuShare: 0.02, residentBytes: 4e7, writtenBytesPerSecond: 900))
    session.press(.character(":"))
    session.type("view own")
    session.press(.enter)
    #expect(session.lines[1].contains("written: to terminal, files and sockets"))
    #expect(session.screen.contains("900 B/s"))
  }
}
