import Glibc
import TestSupport
import Testing
import TextUI

/// Terminals of every kind and size, and what happens to them meanwhile.
@PTYActor
struct TerminalKindTests {
  private let folder: PTYFolder
  private let log: String

  init() throws {
    folder = try PTYFolder()
    log = try folder.write("access.log", SmallLog.text)
  }

  private func start(
    _ arguments: [String] = [], size: Size = Size(width: 100, height: 30),
    changes: [String: String?] = [:]
  ) throws -> PTYSession {
    try PTYSession(PTYProgram.svctop([log] + arguments, changes: changes), size: size)
  }

  private func isBraille(_ scalar: Unicode.Scalar) -> Bool { (0x2800...0x28FF) ~= scalar.value }

  @Test func `draws with braille, with blocks or with ASCII as asked`() throws {
    let table: [(arguments: [String], changes: [String: String?], braille: Bool, ascii: Bool)] = [
      (["--glyphs", "braille"], [:], true, false),
      (["--glyphs", "block"], [:], false, false),
      (["--glyphs", "ascii"], [:], false, true),
      (["--glyphs", "braille"], ["LC_ALL": "C"], true, false),
      (["--glyphs", "block"], ["TERM": "linux"], false, false),
      (["--glyphs", "braille", "--ascii"], [:], false, true),
    ]
    for row in table {
      let session = try start(row.arguments, changes: row.changes)
      try session.waitUntil("the dashboard is drawn to its end", SmallLog.isComplete)
      let text = session.screen.text.unicodeScalars
      #expect(text.contains(where: isBraille) == row.braille, "\(row.arguments) \(row.changes)")
      #expect(text.allSatisfy(\.isASCII) == row.ascii, "\(row.arguments) \(row.changes)")
    }
    let run = try PTYRun(PTYProgram.svctop([log, "--glyphs", "dots"]))
    #expect(run.exit == .status(2))
    #expect(run.errorText.contains("braille, block or ascii"))
  }

  @Test(arguments: [(40, 12), (60, 15), (80, 24), (200, 60)])
  func `fits every size from 40 by 12 up`(_ width: Int, _ height: Int) throws {
    for arguments in [[], ["--ascii"]] {
      let session = try start(arguments, size: Size(width: width, height: height))
      try session.waitUntil("the dashboard is there") { screen in
        screen.shows("/api/orders") && screen.lines.last?.contains("q quit") == true
      }
      #expect(session.screen.unknown == [])
    }
  }

  @Test func `a terminal that resizes while a filter is typed keeps what was typed`() throws {
    let session = try start()
    try session.waitForDashboard()
    try session.send("/or")
    for (letter, width) in zip(["d", "e", "r", "s"], [90, 61, 133, 100]) {
      session.resize(to: Size(width: width, height: width / 4))
      try session.send(letter)
    }
    try session.waitUntil("all was typed") { screen in
      screen.lines.last?.hasPrefix(" /orders") == true && screen.shows("POST /api/orders")
        && screen.hasFrame(width: 100)
    }
    try session.send("\u{1B}")
    try session.waitUntil("all is back") { SmallLog.isShown($0) && !$0.isCursorVisible }
    #expect(session.screen.unknown == [])
  }

  @Test func `wide and combining characters leave the frames where they are`() throws {
    try folder.append(
      "access.log",
      (0..<9).map { _ in
        #"203.0.113.9 - - [02/Jan/2024:10:20:59 +0000] "GET /api/日本語/e\#u{301}te HTTP/1.1" 200 5 "-" "UA" 0.050"#
          + "\n"
      }.joined())
    let session = try start()
    try session.waitUntil("the wide name is shown") { screen in
      screen.shows("日本語") && screen.lines.last?.contains("quit") == true
    }
    for (y, line) in session.screen.lines.enumerated() where line.hasPrefix("│") {
      #expect(session.screen.cell(x: 99, y: y).text == "│", "\(line)")
    }
    #expect(session.screen.unknown == [])
  }

  @Test func `a large change is bracketed where brackets do no harm`() throws {
    let begin = Array("\u{1B}[?2026h".utf8)
    let end = Array("\u{1B}[?2026l".utf8)
    for (term, isBracketed) in [
      ("xterm-256color", true), ("screen", false), ("linux", false), ("vt100", false),
    ] {
      let session = try start(["--ascii"], changes: ["TERM": term])
      try session.waitForDashboard()
      try session.send("q")
      #expect(try session.waitForExit() == .status(0))
      #expect((session.bytes.firstRange(of: begin) != nil) == isBracketed, "\(term)")
      let opened = session.bytes.split(separator: begin, omittingEmptySubsequences: false)
      #expect(
        opened.dropFirst().allSatisfy { $0.firstRange(of: end) != nil }, "\(term): left open")
    }
  }

  /// A command that takes no notice must not outlive the connection either.
  @Test func `nothing is left behind after SIGHUP, SIGTERM or a lost connection`() throws {
    for end in [SIGHUP, SIGTERM, 0] {
      let session = try PTYSession(
        PTYProgram.svctop(["exec:trap '' HUP TERM INT; echo started >&2; cat '\(log)'; sleep 600"]))
      try session.waitForDashboard()
      if end == 0 { session.hangUp() } else { session.signal(end) }
      // Waits for the program and for all that it started.
      #expect(try session.waitForExit(seconds: 10) == .status(0), "\(end)")
    }
  }
}
