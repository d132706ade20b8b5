import Glibc
import TestSupport
import Testing
import TextUI

/// The demo in a terminal: everything there is, with nothing else installed.
@PTYActor
struct DemoScreenTests {
  @Test func `fills its panes and leaves nothing behind`() throws {
    let folder = try PTYFolder()
    let session = try PTYSession(
      PTYProgram.svctop(["demo"], changes: ["TMPDIR": folder.path]),
      size: Size(width: 120, height: 40))
    try session.waitUntil("all panes are fed") { screen in
      ["3 sources", "/api/", "latency", "pools", "caches", "memory", "queries", "SELECT"]
        .allSatisfy(screen.shows)
    }
    #expect(try !folder.names().isEmpty, "the demo writes its logs elsewhere")
    session.signal(SIGTERM)
    #expect(try session.waitForExit() == .status(0))
    #expect(try folder.names() == [])
    #expect(try session.hasRestoredModes())
    #expect(session.screen.unknown == [])
  }
}
