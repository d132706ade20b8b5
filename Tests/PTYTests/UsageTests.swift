import TestSupport
import Testing

/// What the program says, and how it ends, where there is nothing to show.
@PTYActor
struct UsageTests {
  private let folder: PTYFolder
  private let log: String

  init() throws {
    folder = try PTYFolder()
    log = try folder.write("access.log", SmallLog.text)
  }

  /// Arguments, with `LOG` for a log that is there, and what the one line on stderr must name.
  private nonisolated static let wrong: [(arguments: [String], status: Int32, words: [String])] = [
    ([], 2, ["no source"]),
    (["LOG", "--nonsense"], 2, ["--nonsense"]),
    (["LOG", "--filter", "p95>"], 2, ["--filter", "p95>"]),
    (["snapshot", "LOG", "--filter", "status:5xx ("], 2, ["--filter"]),
    (["LOG", "--window", "soon"], 2, ["--window", "soon", "5m"]),
    (["LOG", "--window", "1s"], 2, ["--window", "5s"]),
    (["LOG", "--interval", "-1"], 2, ["--interval -1", "not a duration"]),
    (["report", "LOG", "--interval", "5h"], 2, ["--interval 5h", "100ms to 1h"]),
    (["LOG", "--timeout", "-1"], 2, ["--timeout -1", "not a duration"]),
    (["snapshot", "LOG", "--window", "-5m"], 2, ["--window -5m", "not a duration"]),
    (["snapshot", "LOG", "--duration", "-5m"], 2, ["--duration -5m", "not a duration"]),
    (["snapshot", "LOG", "--width", "-5"], 2, ["--width takes 40"]),
    (["inspect", "LOG", "--lines", "-5"], 2, ["--lines takes"]),
    (["LOG", "--cacert", "/no/such.pem"], 2, ["/no/such.pem: no such file"]),
    (["http://127.0.0.1:99999/metrics"], 2, ["port 99999: a port is 1 to 65535"]),
    (["snapshot", "http://127.0.0.1:65536"], 2, ["port 65536"]),
    (["inspect", "http://[::1]:65536"], 2, ["port 65536"]),
    (["report", "http://h:99999999999999999999999"], 2, ["a port is 1 to 65535"]),
    (["127.0.0.1:18391"], 2, ["no such file", "write http://127.0.0.1:18391"]),
    (["snapshot", "localhost:18391/metrics"], 2, ["write http://localhost:18391/metrics"]),
    (["inspect", "localhost:18391/metrics"], 2, ["write http://localhost:18391/metrics"]),
    (["report", "localhost:18391/metrics"], 2, ["write http://localhost:18391/metrics"]),
    (["LOG", "--format", "nginks"], 2, ["nginks", "nginx"]),
    (["LOG", "--preset", "pgbouncr"], 2, ["--preset pgbouncr", "did you mean \"pgbouncer\"?"]),
    (["inspect", "LOG", "--preset", "xyzzy"], 2, ["--preset xyzzy", "docs/metrics.md lists all"]),
    (["http://127.0.0.1:1/", "--header", "no colon"], 2, ["--header"]),
    (["snapshot"], 2, ["no source"]),
    (["snapshot", "LOG", "--output", "xml"], 2, ["xml", "json"]),
    (["snapshot", "LOG", "--view", "task:x"], 2, ["--view: there is no task \"x\""]),
    (["snapshot", "LOG", "--view", "finding"], 2, ["no such view", "\"findings\"?"]),
    (["snapshot", "LOG", "--view", "fnding:1"], 2, ["no such view", "\"finding:1\"?"]),
    (["snapshot", "LOG", "--width", "3"], 2, ["--width", "40"]),
    (["snapshot", "/"], 2, ["directory"]),
    (["snapshot", "ftp://host/x"], 2, ["ftp", "http"]),
    (["snapshot", "/no/such/folder/*.log"], 1, ["no file matches"]),
    (["snapshot", "/no/such/folder/access.log"], 1, ["/no/such/folder/access.log"]),
    (["snapshot", "http://127.0.0.1:1/metrics"], 1, ["127.0.0.1:1", "refused"]),
    // Without a terminal.
    (["LOG"], 2, ["svctop snapshot"]),
    (["demo"], 2, ["terminal: use --plain"]),
    (["demo", "--filter", "p95>"], 2, ["--filter 'p95>'"]),
    (["demo", "--interval", "5h"], 2, ["--interval 5h", "100ms to 1h"]),
    (["demo", "--window", "soon"], 2, ["--window soon", "not a duration"]),
    (["demo", "--config", "/no/such.toml"], 2, ["/no/such.toml", "no such file"]),
  ]

  @Test(arguments: wrong.indices)
  func `what is wrong is one line on stderr, and a status`(_ index: Int) throws {
    let (arguments, status, words) = Self.wrong[index]
    let run = try PTYRun(PTYProgram.svctop(arguments.map { $0 == "LOG" ? log : $0 }))
    #expect(run.exit == .status(status), "\(arguments)")
    let lines = run.errorText.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 2 && lines.last == "", "\(arguments): \(run.errorText)")
    #expect(run.errorText.hasPrefix("svctop: "), "\(arguments)")
    for word in words { #expect(run.errorText.contains(word), "\(arguments): \(run.errorText)") }
    if status == 2 { #expect(run.output == [], "\(arguments)") }
  }

  @Test func `a message never sends what a terminal would act upon`() throws {
    let hostile = "\u{1B}]0;x\u{07}\u{202E}\u{9B}31m\n\u{7F}"
    for arguments in [
      ["snapshot", "/tmp/\(hostile)"], [log, "--format", hostile], [log, "--theme", hostile],
      [log, "--color", hostile], [log, "--window", hostile], [log, "--interval", hostile],
      [log, "--filter", "x~\(hostile)["], ["snapshot", log, "--output", hostile],
      [log, "--\(hostile)"], ["snapshot", "\(hostile)://x"], ["snapshot", log, "--width", hostile],
    ] {
      let run = try PTYRun(PTYProgram.svctop(arguments))
      #expect(run.exit != .status(0), "\(arguments)")
      let isClean = run.errorText.dropLast().unicodeScalars.allSatisfy(ControlCharacters.isSafe)
      #expect(isClean, "\(arguments): \(run.errorText.debugDescription)")
    }
  }

  @Test func `a terminal that cannot place its cursor is refused`() throws {
    let session = try PTYSession(PTYProgram.svctop([log], changes: ["TERM": "dumb"]))
    #expect(try session.waitForExit() == .status(2))
    #expect(session.screen.shows("dumb") && session.screen.shows("svctop snapshot"))
    #expect(try session.hasRestoredModes())
    #expect(!session.bytes.contains(0x1B))
  }

  @Test func `a wrong theme or filter leaves the terminal alone`() throws {
    for arguments in [["--theme", "nope"], ["--filter", "p95>"], ["--color", "pink"]] {
      let session = try PTYSession(PTYProgram.svctop([log] + arguments))
      #expect(try session.waitForExit() == .status(2))
      #expect(!session.bytes.contains(0x1B), "\(arguments)")
    }
  }

  @Test func `help and version go to stdout with status 0`() throws {
    for (argument, word) in [("--help", "SOURCE"), ("--version", "0.1")] {
      let run = try PTYRun(PTYProgram.svctop([argument]))
      #expect(run.exit == .status(0))
      #expect(run.outputText.contains(word))
      #expect(run.errors == [])
    }
  }
}
