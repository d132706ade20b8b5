import Glibc
import TestSupport
import Testing

/// How `svctop snapshot` and its kin end: by themselves, by a signal, and where nothing can be written.
@PTYActor
struct PictureTests {
  private let folder: PTYFolder
  private let log: String

  init() throws {
    folder = try PTYFolder()
    log = try folder.write("access.log", SmallLog.text)
  }

  /// A command that tells its process on the terminal and never ends.
  private nonisolated static let endless =
    "exec:echo \"process $$ runs\" >/dev/tty; exec sleep 1000"

  private func startObserving(_ command: String) throws -> (session: PTYSession, child: pid_t) {
    let session = try PTYSession(
      PTYProgram.svctop([command, "--duration", "10m", log, PictureTests.endless]))
    try session.waitFor(" runs")
    let words = session.screen.text.split { $0 == " " || $0 == "\n" }
    let place = try #require(words.firstIndex(of: "process"))
    return (session, try #require(pid_t(words[place + 1])))
  }

  private func isAlive(_ process: pid_t) -> Bool { kill(process, 0) == 0 }

  @Test(arguments: ["snapshot", "report"], [SIGINT, SIGTERM, SIGHUP])
  func `a signal ends it with the commands behind its sources`(
    _ command: String, _ signal: Int32
  ) throws {
    let (session, child) = try startObserving(command)
    #expect(isAlive(child))
    session.signal(signal)
    #expect(try session.waitForExit() == .signal(signal))
    #expect(!isAlive(child))
  }

  @Test func `Ctrl-C ends it with the commands behind its sources`() throws {
    let (session, child) = try startObserving("snapshot")
    try session.send("\u{03}")
    #expect(try session.waitForExit() == .signal(SIGINT))
    #expect(!isAlive(child))
  }

  @Test(arguments: [
    "snapshot --output json LOG", "report LOG", "inspect LOG", "themes", "demo --list", "--help",
    "config init", "fingerprint LOG",
  ])
  func `what cannot be written is an error`(_ arguments: String) throws {
    let command = arguments.replacing("LOG", with: log)
    let run = try PTYRun(PTYProgram.shell("\"$svctop\" \(command) >/dev/full"))
    #expect(run.exit == .status(1))
    #expect(run.errorText == "svctop: cannot write to stdout: No space left on device\n")
  }

  @Test(arguments: ["snapshot LOG", "themes", "inspect LOG"])
  func `what is closed cannot be written`(_ arguments: String) throws {
    let command = arguments.replacing("LOG", with: log)
    let run = try PTYRun(PTYProgram.shell("\"$svctop\" \(command) >&-"))
    #expect(run.exit == .status(1))
    #expect(run.errorText == "svctop: cannot write to stdout: Bad file descriptor\n")
  }

  @Test func `a log that is named twice is counted once, which is said`() throws {
    let run = try PTYRun(
      PTYProgram.svctop(["snapshot", "--output", "json", log, "\(folder.path)/*.log"]))
    #expect(run.exit == .status(0))
    #expect(run.outputText.contains("\"requests\": 120,"))
    #expect(run.errorText == "svctop: left out as read already: \(log) (as \(log))\n")
  }

  @Test(arguments: ["snapshot", "inspect"])
  func `a pipe without a writer is said to be waited for`(_ command: String) throws {
    let pipe = "\(folder.path)/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    let session = try PTYSession(PTYProgram.svctop([command, pipe]))
    try session.waitFor("still waiting")
    try PTYFolder.append(pipe, SmallLog.text)
    #expect(try session.waitForExit() == .status(0))
  }

  @Test func `a file is UTF-8 unless ASCII is asked for, a terminal what its locale is`() throws {
    let table: [(arguments: [String], locale: String, isASCII: Bool)] = [
      ([], "C", false), ([], "C.UTF-8", false), (["--ascii"], "C.UTF-8", true),
      (["--glyphs", "ascii"], "C.UTF-8", true), (["--glyphs", "block"], "C", false),
    ]
    for row in table {
      let run = try PTYRun(
        PTYProgram.svctop(["snapshot", log] + row.arguments, changes: ["LC_ALL": row.locale]))
      #expect(run.exit == .status(0))
      #expect(run.output.allSatisfy { $0 < 0x80 } == row.isASCII, "\(row)")
    }
    let terminals: [(arguments: [String], locale: String, corner: String)] = [
      ([], "C", "+- "), ([], "C.UTF-8", "╭─ "), (["--glyphs", "braille"], "C", "╭─ "),
    ]
    for row in terminals {
      let session = try PTYSession(
        PTYProgram.svctop(
          ["snapshot", log, "--height", "10"] + row.arguments, changes: ["LC_ALL": row.locale]))
      try session.waitFor(row.corner)
      #expect(try session.waitForExit() == .status(0))
    }
    let wrong = try PTYRun(PTYProgram.svctop(["snapshot", log, "--glyphs", "dots"]))
    #expect(wrong.exit == .status(2) && wrong.errorText.contains("braille, block or ascii"))
  }

  @Test func `colours of a file go by what the environment promises, not by TERM`() throws {
    let table: [(changes: [String: String?], contains: String)] = [
      ([:], "[38;5;"), (["TERM": "dumb"], "[38;5;"), (["COLORTERM": "truecolor"], "[38;2;"),
      (["COLORTERM": "24bit", "TERM": "dumb"], "[38;2;"),
      (["COLORTERM": "truecolor", "STY": "1.pts"], "[38;2;"),
    ]
    func run(_ changes: [String: String?]) throws -> String {
      try PTYRun(
        PTYProgram.svctop(
          ["snapshot", log, "--output", "ansi", "--theme", "nord"], changes: changes)
      ).outputText
    }
    for row in table {
      #expect(try run(row.changes).contains("\u{1B}\(row.contains)"), "\(row.changes)")
    }
    #expect(try !run(["NO_COLOR": "1", "COLORTERM": "truecolor"]).contains("\u{1B}"))
  }

  @Test func `a reader who goes away is none`() throws {
    let run = try PTYRun(
      PTYProgram.shell(
        "(trap '' PIPE; \"$svctop\" snapshot '\(log)'; echo \"status $?\" >&2) | true"))
    #expect(run.errorText == "status 0\n")
  }

  @Test func `a log is read from its start, however long it is observed`() throws {
    // More than an hour, and more megabytes than a dashboard reads at first.
    let lines = (0..<24_000).map { number in
      let (hour, rest) = (number / 4000, number % 4000 * 9 / 10)
      let clock = [hour, rest / 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
      return
        "203.0.113.9 - - [02/Jan/2024:\(clock.joined(separator: ":")) +0000] \"GET /a HTTP/1.1\" 200 5 "
        + "\"-\" \"an agent with a name that is as long as those of browsers are\" 0.050\n"
    }.joined()
    let path = try folder.write("day.log", lines)
    let run = try PTYRun(
      PTYProgram.svctop(["snapshot", "--output", "json", "--duration", "1s", path]))
    #expect(run.exit == .status(0))
    #expect(run.outputText.contains("\"requests\": 24000,"))
    #expect(run.outputText.contains("\"from\": \"2024-01-02T00:00:00.000Z\""))
  }

  @Test(arguments: [["config", "check", "/etc"], ["snapshot", "LOG", "--config", "/etc"]])
  func `a folder is no configuration`(_ arguments: [String]) throws {
    let run = try PTYRun(PTYProgram.svctop(arguments.map { $0 == "LOG" ? log : $0 }))
    #expect(run.exit == .status(2))
    #expect(run.errorText == "svctop: cannot read /etc: Is a directory\n")
  }

  @Test func `the demo checks a theme as the dashboard does`() throws {
    let run = try PTYRun(PTYProgram.svctop(["demo", "--check-theme", "nord"]))
    #expect(run.exit == .status(0))
    #expect(run.outputText.hasSuffix("  fine\n"))
  }
}
