import ArgumentParser
import Collectors
import Dashboard
import Glibc
import Telemetry
import TestSupport
import Testing
import TextUI

@testable import svctop

/// What commands make of their options, and what they propose without any.
struct CommandOptionsTests {
  private func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return ""
    } catch let failure as Failure {
      return "\(failure.status): \(failure.message)"
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: ["366d", "99999999999999999999999d", "1e30"])
  func `no wait is longer than clocks can count`(_ text: String) throws {
    let said = message { _ = try CommonOptions.duration(text, option: "--duration") }
    #expect(said == "2: --duration \(text): longer than 365d, which is the most")
    #expect(try CommonOptions.duration("365d", option: "--duration") == 31_536_000)
  }

  @Test(arguments: [
    ("pgbouncr", ", did you mean \"pgbouncer\"?"),
    ("fastapi", ", did you mean \"prometheus-fastapi-instrumentator\"?"),
    ("redis", ", did you mean \"go-redis\" or \"redis_exporter\"?"), ("xyzzy", ";"),
    ("\u{1B}[2J", ";"),
  ])
  func `a preset that is none names those like it, and where all are`(name: String, near: String)
    throws
  {
    let options = try CommonOptions.parse(["/no/such.log", "--preset", name])
    let said = message { _ = try options.presetSelection() }
    let start = "2: --preset \(DisplayText(name)): no such preset\(near)"
    #expect(said.hasPrefix(start + " docs/metrics.md lists all "), "\(said)")
    #expect(said.count < 160)
  }

  @Test func `half of a credential is wrong usage, and is not repeated`() throws {
    for (arguments, word) in [
      (["--password-env", "hunter2"], "--user NAME"), (["--key", "hunter2"], "--cert FILE"),
    ] {
      let options = try CommonOptions.parse(["/no/such.log"] + arguments)
      let said = message { _ = try SourcePlan(options, Configuration()) }
      #expect(said.hasPrefix("2: \(arguments[0]):") && said.contains(word), "\(said)")
      #expect(!said.contains("hunter2"))
    }
    let options = try CommonOptions.parse(
      ["/no/such.log", "--user", "a", "--password-env", "PATH"])
    #expect(message { _ = try SourcePlan(options, Configuration()) } == "")
  }

  @Test(arguments: [
    (["--bearer-file", "/no/such"], "--bearer-file: secret file /no/such: no such file;"),
    (["--bearer-env", "SVCTOP_UNSET"], "--bearer-env: no such variable is set;"),
    (["--user", "me"], "--user: expected NAME:FILE with the password in FILE, or NAME with"),
    (["--user", "me:SVCTOP_UNSET"], "--user: there is no such file; write NAME:FILE"),
    (["--user", "me", "--password-env", "SVCTOP_UNSET"], "--password-env: no such variable"),
    (["--cacert", "/no/such.pem"], "/no/such.pem: no such file; check --cacert"),
    (["--cert", "/no/such.pem"], "/no/such.pem: no such file; check --cacert"),
    (["--timeout", "0"], "--timeout 0: must be longer than 0"),
  ])
  func `what names nothing is refused, also where no source needs it`(
    _ arguments: [String], _ words: String
  ) throws {
    for source in ["/no/such.log", "http://127.0.0.1:1/"] {
      let options = try CommonOptions.parse([source] + arguments)
      let said = message { _ = try SourcePlan(options, Configuration()) }
      #expect(said.hasPrefix("2: \(words)"), "\(said)")
      #expect(!said.contains("SVCTOP_UNSET"), "it may be the secret itself")
    }
  }

  @Test(arguments: [
    ("1ms", "2: --interval 1ms: from 100ms to 1h"), ("5h", "2: --interval 5h: from 100ms to 1h"),
    ("0", "2: --interval 0: must be longer than 0"), ("100ms", ""), ("1h", ""),
    ("-1", "2: --interval -1: not a duration; write 500ms, 10s, 5m or 1h"),
  ])
  func `the time between two scrapes has the bounds that it has in the file`(
    _ text: String, _ words: String
  ) throws {
    let options = try CommonOptions.parse(["/no/such.log", "--interval", text])
    #expect(message { _ = try SourcePlan(options, Configuration()) } == words)
  }

  @Test(arguments: [
    ("-5m", "2: --window -5m: not a duration; write 500ms, 10s, 5m or 1h"),
    ("0", "2: --window 0: must be longer than 0"), ("1s", "2: --window 1s: from 5s to 1d, or all"),
  ])
  func `a window that is none says why`(_ text: String, _ words: String) throws {
    let options = try CommonOptions.parse(["/no/such.log", "--window", text])
    #expect(message { _ = try options.display.settings(window: .all) } == words)
  }

  @Test func `the demo takes the options of the dashboard that are not about its sources`() throws {
    let demo = try DemoCommand.parse([
      "autopost", "-c", "a.toml", "--filter", "posts", "--interval", "5s", "--window", "1m",
      "--title", "mine", "--show-literals", "--theme", "nord",
    ])
    #expect(demo.scenario == "autopost" && demo.screen.theme == "nord")
    #expect(demo.display.config == "a.toml" && demo.display.title == "mine")
    #expect(try demo.display.filterExpression()?.text == "posts")
    #expect(try demo.display.intervalSeconds() == 5)
    let settings = try demo.display.settings(window: .last(300))
    #expect(settings.window == .last(60) && settings.showsLiterals && settings.title == "mine")
    let top = try TopCommand.parse(["a.log", "--filter", "posts", "--window", "1m"])
    #expect(top.common.sources == ["a.log"] && top.common.display.window == "1m")
    #expect(throws: (any Error).self) { try DemoCommand.parse(["--header", "a: b"]) }
  }

  @Test func `a file that several sources lead to is read once, as the first of them`() throws {
    let folder = try PTYFolder()
    let path = try folder.write("access.log", "a\n")
    let (link, hard) = ("\(folder.path)/current", "\(folder.path)/hard.log")
    #expect(symlink("access.log", link) == 0)
    for (sources, read, left) in [
      ([path, path], [path], path), ([link, path], [link], path),
      (["/tmp/..\(path)", "a=\(link)"], ["/tmp/..\(path)"], link),
      (["\(folder.path)/*.log", path], [path], path),
      ([path, "\(folder.path)/*.log"], [path], path),
    ] {
      let options = try CommonOptions.parse(sources)
      for isFollowing in [true, false] {
        let plan = try SourcePlan(options, Configuration(), isFollowing: isFollowing)
        let files = plan.readings.compactMap { reading -> String? in
          if case .file(let path) = reading { path } else { nil }
        }
        #expect(files == read, "\(sources)")
        #expect(plan.notice == "left out as read already: \(left) (as \(read[0]))")
      }
    }
    #expect(Glibc.link(path, hard) == 0)
    let options = try CommonOptions.parse([path, link, "\(folder.path)/*.log"])
    let plan = try SourcePlan(options, Configuration(), isFollowing: false)
    #expect(plan.readings.count == 1)
    #expect(plan.notice == "left out as read already: \(link) (as \(path)) and 2 more")
  }

  @Test func `files that seem rotated are named where they are left out`() throws {
    let folder = try PTYFolder()
    for name in ["access.log", "access.log.1", "access.log.2"] { try folder.write(name, "a\n") }
    let options = try CommonOptions.parse(["\(folder.path)/access.log*"])
    let notice = try SourcePlan(options, Configuration()).notice
    #expect(
      notice
        == "left out as rotated logs: \(folder.path)/access.log.1 and 1 more; name a file to have it read"
    )
    #expect(try SourcePlan(options, Configuration(), isFollowing: false).notice == nil)
  }

  @Test func `of the usual ports those are proposed that this host listens on`() {
    let table = """
        sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
         0: 0100007F:2382 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1
         1: 00000000:1F40 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 2 1
         2: 0200A8C0:238C 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 3 1
         3: 0100007F:1F90 0100007F:C000 01 00000000:00000000 00:00000000 00000000     0        0 4 1
         4: 0100007F:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 5 1
         0: 00000000000000000000000000000000:0BB8 00000000000000000000000000000000:0000 0A 0 0 0 0 0
      """
    #expect(Proposal.listening(in: table) == [8000, 9090, 3000])
    #expect(Proposal.listening(in: "") == [])
  }

  @Test func `a theme of the command line stays when the file names another one`() throws {
    let folder = try PTYFolder()
    let path = try folder.write("svctop.toml", "theme = \"dark\"\n")
    let configuration = try #require(try Configuration.read(path, isOwn: true))
    var watch = try #require(ConfigurationWatch(configuration, options: nil))
    var model = ShopFixture.troubled.model()
    let screen = try ScreenOptions.parse(["--theme", "nord"]).completed(by: configuration)
    model.theme = try screen.loadTheme(configured: configuration.theme)
    #expect(model.theme.name == "nord")
    try folder.write(
      "svctop.toml",
      "theme = \"monochrome\"\n[thresholds]\nslow_endpoint = \"3s\"\ncritical_endpoint = 4\n")
    watch.apply(to: &model, screen, depth: .indexed256)
    #expect(model.theme.name == "nord")
    #expect(model.settings.thresholds.slowSeconds == 3)
  }
}
