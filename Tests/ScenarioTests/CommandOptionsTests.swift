import ArgumentParser
import Collectors
import Dashboard
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
    ("pgbouncr", ", did you mean pgbouncer?"),
    ("fastapi", ", did you mean prometheus-fastapi-instrumentator?"),
    ("redis", ", did you mean go-redis or redis_exporter?"), ("xyzzy", ";"),
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
    for arguments in [["--user", "a", "--password-env", "B"], ["--cert", "a", "--key", "b"]] {
      let options = try CommonOptions.parse(["/no/such.log"] + arguments)
      #expect(message { _ = try SourcePlan(options, Configuration()) } == "")
    }
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
      "svctop.toml", "theme = \"monochrome\"\n[thresholds]\nslow_endpoint = \"3s\"\n")
    watch.apply(to: &model, screen, depth: .indexed256)
    #expect(model.theme.name == "nord")
    #expect(model.settings.thresholds.slowSeconds == 3)
  }
}
