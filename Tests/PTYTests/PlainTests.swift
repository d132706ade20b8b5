import Glibc
import TestSupport
import Testing
import TextUI

/// `--plain`: lines for people who listen to the screen, on every terminal and on none.
@PTYActor
struct PlainTests {
  private let folder: PTYFolder
  private let log: String

  init() throws {
    folder = try PTYFolder()
    log = try folder.write("access.log", SmallLog.text)
  }

  private func start(_ changes: [String: String?] = [:]) throws -> PTYSession {
    let session = try PTYSession(PTYProgram.svctop([log, "--plain"], changes: changes))
    try session.waitFor("changes follow; q and Enter, or Ctrl-C, ends")
    return session
  }

  @Test(arguments: ["dumb", "xterm-256color", "nonsense"])
  func `tells the state, then what changes, and sends nothing but lines`(_ term: String) throws {
    let session = try start(["TERM": term])
    #expect(session.screen.shows("svctop, 2024-01-02 10:20:59 UTC, log ends here, "))
    #expect(session.screen.shows(" d ago, window 5m"))
    #expect(session.screen.shows("source access.log: ok"))
    #expect(session.screen.shows("2 endpoints, "))
    #expect(session.screen.shows("POST /api/orders: p95 200 ms, 0.0 % errors"))
    try folder.append(
      "access.log",
      (0..<100).map { _ in
        #"203.0.113.9 - - [02/Jan/2024:10:21:10 +0000] "POST /api/orders HTTP/1.1" 201 5 "-" "UA" 3.000"#
          + "\n"
      }.joined())
    try session.waitFor("POST /api/orders p95 200 ms to 3.0")
    #expect(session.screen.lines.contains { $0.hasSuffix("now critical") })
    #expect(try session.hasRestoredModes(), "the terminal's modes are left alone")
    try session.send("q\n")
    #expect(try session.waitForExit() == .status(0))
    #expect(!session.bytes.contains(0x1B))
  }

  @Test func `reads the configuration again when it is saved, and remembers as much as it says`()
    throws
  {
    let many = (0..<40).map { number in
      #"203.0.113.9 - - [02/Jan/2024:10:20:59 +0000] "GET /page\#(number)x/list HTTP/1.1" 200 5 "-" "UA" 0.050"#
        + "\n"
    }
    let log = try folder.write("many.log", many.joined())
    let file = try folder.write("svctop.toml", "[retention]\nendpoints = 12\n")
    let session = try PTYSession(PTYProgram.svctop([log, "--plain", "--config", file]))
    try session.waitFor("changes follow; q and Enter, or Ctrl-C, ends")
    #expect(session.screen.shows("13 endpoints, "))
    try folder.append("svctop.toml", "[thresholds]\nslow_endpoint = \"oops\"\n")
    try session.waitFor("configuration unchanged: \(file):4:17: ")
    _ = try folder.write("svctop.toml", "[thresholds]\nslow_endpoint = \"20ms\"\n")
    try session.waitFor("\(file) read again; restart svctop for ")
    try session.waitFor("now high")
    try session.send("q\n")
    #expect(try session.waitForExit() == .status(0))
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `a signal ends it`(_ signal: Int32) throws {
    let session = try start()
    session.signal(signal)
    #expect(try session.waitForExit() == .status(0))
  }

  @Test func `Ctrl-C and the end of the input end it`() throws {
    for key in ["\u{03}", "\u{04}"] {
      let session = try start()
      try session.send(key)
      #expect(try session.waitForExit() == .status(0))
    }
  }

  @Test func `a lost connection ends it`() throws {
    let session = try start()
    session.hangUp()
    #expect(try session.waitForExit(seconds: 10) == .status(0))
  }

  @Test func `lines go into a pipe, and a log may come in by one`() throws {
    let session = try PTYSession(
      PTYProgram.shell(#""$svctop" --plain '\#(log)' | sed -u 's/^/heard: /'"#))
    try session.waitFor("heard: changes follow")
    try session.send("q\n")
    #expect(try session.waitForExit() == .status(0))
    let piped = try PTYSession(PTYProgram.shell(#"cat '\#(log)' | "$svctop" --plain -"#))
    try piped.waitFor("changes follow; Ctrl-C ends")
    #expect(piped.screen.shows("2 endpoints, "))
    try piped.send("\u{03}")
    _ = try piped.waitForExit()
  }
}
