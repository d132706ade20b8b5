import ArgumentParser
import Dashboard
import Glibc
import Telemetry
import TestSupport
import Testing
import TextUI

@testable import svctop

/// The files themselves: the one that is written, the page about them, and taking over a new one.
@Suite struct ConfigurationFileTests {
  @Test func `writes a file that says what svctop does anyway`() throws {
    let text = ConfigurationTemplate.text(sources: ["a=/tmp/\"x\\y\".log", "http://127.0.0.1:1"])
    let read = try Configuration(text, file: "t.toml")
    #expect(read.sources == ["a=/tmp/\"x\\y\".log", "http://127.0.0.1:1"])
    #expect(read.thresholds.slowSeconds == Thresholds().slowSeconds)
    #expect(read.targets.isEmpty && read.keys.isEmpty && read.windows == nil)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 140 })
  }

  @Test func `writes only settings that can be read when they are taken from behind their mark`()
    throws
  {
    let lines = ConfigurationTemplate.text(sources: []).split(
      separator: "\n", omittingEmptySubsequences: false)
    let text = lines.map { $0.hasPrefix("#") && !$0.hasPrefix("# ") ? $0.dropFirst() : $0 }
      .joined(separator: "\n")
    let read = try Configuration(text, file: "t.toml")
    #expect(read.targets.count == Target.Measure.allCases.count + 1)
    #expect(read.mappings.count == 1)
    #expect(read.formats.count == 2)
  }

  @Test func `begins no comment with the name of a value in other letters`() {
    let text = ConfigurationTemplate.text(sources: [])
    for comment in [
      "# Latency (p95) of an endpoint: high above", "# Time (p95) of statements",
      "# One of requests, errors,", "# One of s, ms, us, ns,", "# Either counter, for totals",
    ] {
      #expect(text.contains("\n" + comment), "\(comment)")
    }
    for value in ["P50", "P9", "S,", "Requests,", "Counter", "Gauge"] {
      #expect(!text.contains("\n# " + value), "\(value)")
    }
  }

  @Test func `docs list the settings as they are`() {
    #expect(ConfigurationPage.agrees)
  }

  @Test func `takes over a file that was saved, and keeps the old one when the new one is broken`()
    throws
  {
    let path = "/tmp/svctop-watch-\(getpid()).toml"
    defer { unlink(path) }
    func save(_ text: String) throws {
      unlink(path)
      _ = try TextFile.write(text, to: path).get()
    }
    try save("windows = [\"1m\"]\n[thresholds]\nslow_endpoint = \"1s\"\n")
    let configuration = try #require(try Configuration.read(path, isOwn: true))
    var model = ShopFixture.troubled.model()
    model.configure(configuration.preferences(besides: nil))
    #expect(model.settings.thresholds.slowSeconds == 1)
    var watch = try #require(ConfigurationWatch(configuration, options: nil))
    let screen = try ScreenOptions.parse([])
    watch.apply(to: &model, screen, depth: .indexed256)
    #expect(model.notice == nil)

    try save(
      "interval = \"9s\"\n[thresholds]\nslow_endpoint = \"800ms\"\n[layout]\nhide = [\"logs\"]\n")
    watch.apply(to: &model, screen, depth: .indexed256)
    #expect(model.settings.thresholds.slowSeconds == 0.8)
    #expect(!model.settings.layout.allows(.logs))
    #expect(model.settings.windows == Settings.windows)
    #expect(model.notice?.text.string == "\(path) read again; restart svctop for interval")

    try save("[thresholds]\n\nslow_endpoint = \"oops\"\n")
    watch.apply(to: &model, screen, depth: .indexed256)
    #expect(model.settings.thresholds.slowSeconds == 0.8)
    #expect(model.notice?.isError == true)
    #expect(model.notice?.text.string.contains("\(path):3:17: ") == true)

    unlink(path)
    watch.apply(to: &model, screen, depth: .indexed256)
    #expect(model.settings.thresholds.slowSeconds == 0.8)
  }

  @Test func `goes on without a folder that it may not look into, and says so`() throws {
    let folder = try PTYFolder()
    let path = try folder.write("svctop.toml", "title = \"shop\"\n")
    let places: [Configuration.Place] = [("svctop.toml", false), ("/locked/svctop.toml", true)]
    let open: [Configuration.Place] = [(path, false)]
    let notice =
      "configuration not looked for in the current folder and /locked: Permission denied; "
      + "--config FILE names one"
    let none = try Configuration.find(nil, in: places) { _ in true }
    #expect(none.configuration == nil && none.notice == notice)
    let later = try Configuration.find(nil, in: places + open) { $0 != path }
    #expect(later.configuration?.title == "shop" && later.notice == notice)
    let first = try Configuration.find(nil, in: open + places) { $0 != path }
    #expect(first.configuration?.title == "shop" && first.notice == nil)
    #expect(throws: Failure.self, "what is named must be there") {
      try Configuration.find("/locked/svctop.toml", in: places) { _ in true }
    }
  }

  @Test func `runs commands of a file that only the user may write`() throws {
    let folder = try PTYFolder()
    let path = try folder.write("n.toml", "sources = [\"exec:true\"]\n")
    chmod(path, 0o666)
    #expect {
      try Configuration.read(path, isOwn: true)
    } throws: { error in
      let first = (error as? ConfigurationErrors)?.first
      return first?.message.hasSuffix("others may write this file; run: chmod go-w \(path)") == true
    }
    chmod(path, 0o644)
    #expect(try Configuration.read(path, isOwn: true)?.sources == ["exec:true"])
    #expect(throws: ConfigurationErrors.self) { try Configuration.read(path, isOwn: false) }
  }

  @Test(.enabled(if: geteuid() != 0, "the root user may look into every folder"))
  func `knows a folder that may not be looked into`() throws {
    let path = "/tmp/svctop-locked-\(getpid())"
    mkdir(path, 0)
    defer { rmdir(path) }
    #expect(TextFile.isBarred("\(path)/svctop.toml"))
    #expect(!TextFile.isBarred("/no/such/folder/svctop.toml") && !TextFile.isBarred("/etc"))
  }

  @Test func `reads a theme again when another one is named`() throws {
    let path = "/tmp/svctop-watch-theme-\(getpid()).toml"
    defer { unlink(path) }
    _ = try TextFile.write("theme = \"dark\"\n", to: path).get()
    let configuration = try #require(try Configuration.read(path, isOwn: true))
    var watch = try #require(ConfigurationWatch(configuration, options: nil))
    var model = ShopFixture.troubled.model()
    unlink(path)
    _ = try TextFile.write("theme = \"monochrome\"\nmouse=true", to: path).get()
    watch.apply(to: &model, try ScreenOptions.parse([]), depth: .indexed256)
    #expect(model.theme.name == "monochrome")
    unlink(path)
    _ = try TextFile.write("theme = \"monochrom\"\n", to: path).get()
    watch.apply(to: &model, try ScreenOptions.parse([]), depth: .indexed256)
    #expect(model.theme.name == "monochrome")
    #expect(
      model.notice?.text.string
        == "configuration unchanged: \(path):1:9: there is no theme \"monochrom\", did you mean \"monochrome\"?"
    )
  }
}
