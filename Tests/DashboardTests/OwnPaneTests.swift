import Dashboard
import TestSupport
import Testing
import TextUI

/// What svctop says of its own cost.
struct OwnPaneTests {
  @Test func `tells what the terminal is sent apart from all that is written`() {
    var session = ScreenSession(.troubled, width: 80, height: 24)
    session.model.ownCost.add(
      OwnCost.Sample(
        cpuShare: 0.02, residentBytes: 4e7, writtenBytesPerSecond: 900,
        terminalBytesPerSecond: 250))
    session.press(.character(":"))
    session.type("view own")
    session.press(.enter)
    #expect(session.lines[1].contains("written: in all, pictures twice"))
    #expect(session.line(with: "│  terminal ").contains("250 B/s"))
    #expect(session.line(with: "│  written ").contains("900 B/s"))
  }

  @Test func `draws five minutes, of which some may not be over yet`() {
    var session = ScreenSession(.troubled, width: 120, height: 24)
    for _ in 0..<150 {
      session.model.ownCost.add(
        OwnCost.Sample(cpuShare: 0.02, residentBytes: 4e7, writtenBytesPerSecond: 900))
    }
    session.press(.character(":"))
    session.type("view own")
    session.press(.enter)
    let line = session.line(with: " memory ")
    #expect(line.filter { $0 == "▄" }.count == 30, "\(line)")
    session.model.ownCost.add(
      OwnCost.Sample(cpuShare: 0.02, residentBytes: 2e8, writtenBytesPerSecond: 900))
    #expect(session.line(with: " memory ").contains("▂▂█ "))
  }
}
