import ArgumentParser
import Dashboard
import Glibc
import Telemetry
import TestSupport
import Testing
import TextUI

@testable import svctop

/// A configuration that is written, changed, broken and deleted while the dashboard runs.
struct ConfigurationWatchTests {
  private let folder: PTYFolder
  private var path: String { folder.path + "/svctop.toml" }

  init() throws { folder = try PTYFolder() }

  /// Saves the file as editors do: a new one in the place of the old.
  private func save(_ text: String) throws {
    try folder.write("new.toml", text)
    try folder.rename("new.toml", to: "svctop.toml")
  }

  /// A dashboard that began with the file as it is, on its bottom line what was said last.
  private struct Session {
    var model = ShopFixture.troubled.model()
    var watch: ConfigurationWatch
    let screen: ScreenOptions

    init(_ configuration: Configuration, _ arguments: [String] = []) throws {
      let options = try CommonOptions.parse(["a.log"] + arguments)
      watch = try #require(ConfigurationWatch(configuration, options: options))
      screen = try ScreenOptions.parse([])
      model.configure(configuration.preferences(besides: options))
    }

    /// Looks at the file; returns what is told, `nil` where nothing is.
    mutating func look() -> String? {
      let isNew = watch.apply(to: &model, screen, depth: .indexed256)
      return isNew ? model.notice?.text.string : nil
    }

    /// The last line when what was said is over.
    mutating func bottomLine() -> String {
      _ = model.update(.tick(model.clock + 60))
      let lines = View(model).buffer.text.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.last.map(String.init) ?? ""
    }
  }

  private func start(_ text: String, _ arguments: [String] = []) throws -> Session {
    try save(text)
    return try Session(try #require(try Configuration.read(path, isOwn: true)), arguments)
  }

  @Test func `what the file no longer says is as without a file`() throws {
    var session = try start(
      """
      title = "abc"
      windows = ["1m"]
      theme = "dark"
      [columns]
      endpoints = ["rate"]
      queries = ["calls"]
      [layout]
      hide = ["logs"]
      [keys]
      filter = "Q"
      [targets]
      p95 = "<1s"
      [thresholds]
      slow_query = "1s"
      """)
    #expect(session.model.settings.title == "abc")
    try save("")
    let told = session.look()
    #expect(told == "\(path) read again")
    let settings = session.model.settings
    #expect(settings.title.isEmpty && settings.windows == Settings.windows)
    #expect(session.model.theme.name == "default")
    #expect(settings.columns == Settings().columns && settings.layout == PaneChoice())
    #expect(settings.queryColumns == Settings().queryColumns)
    #expect(session.model.keyMap.command(for: .character("Q")) == nil)
    #expect(settings.targets.isEmpty)
    #expect(settings.thresholds.slowQuerySeconds == Thresholds().slowQuerySeconds)
  }

  @Test func `a title of the command line stays`() throws {
    var session = try start("title = \"abc\"\n", ["--title", "mine"])
    let before = session.model.settings.title
    try save("title = \"other\"\n")
    let told = session.look()
    #expect(told == "\(path) read again")
    #expect(session.model.settings.title == before)
  }

  @Test func `a file that comes while svctop runs is found and read`() throws {
    var configuration = Configuration()
    configuration.places = [(folder.path + "/none.toml", false), (path, true)]
    var session = try Session(configuration)
    var told = (0..<5).compactMap { _ in session.look() }
    try save("window = 5q\n")
    told += [session.look()].compactMap(\.self)
    #expect(told == ["configuration unchanged: \(path):1:10: put text in quotes: window = \"5q\""])
    unlink(path)
    told = (0..<5).compactMap { _ in session.look() }
    #expect(told == ["\(path) is gone"] && session.model.brokenConfiguration == nil)
    try save("title = \"abc\"\ninterval = \"5s\"\n")
    told = (0..<2).compactMap { _ in session.look() }
    #expect(told == ["\(path) read; restart svctop for interval"])
    #expect(session.model.settings.title == "abc")
    try save("title = \"other\"\n")
    told = (0..<2).compactMap { _ in session.look() }
    #expect(told == ["\(path) read again"])
  }

  @Test func `nothing is watched where no file may come`() {
    #expect(ConfigurationWatch(Configuration(), options: nil) == nil)
  }

  @Test func `that the file is gone is said once, and not while an editor saves`() throws {
    var session = try start("title = \"abc\"\n")
    unlink(path)
    let gone = (0..<5).map { _ in session.look() }
    #expect(gone == [nil, nil, "\(path) is gone; its settings stay", nil, nil])
    #expect(session.model.settings.title == "abc")
    try save("title = \"abc\"\n")
    let back = session.look()
    #expect(back == "\(path) read again")
    unlink(path)
    let saving = (0..<2).map { _ in session.look() }
    #expect(saving == [nil, nil])
    try save("title = \"again\"\n")
    let saved = session.look()
    #expect(saved == "\(path) read again")
  }

  @Test func `that a broken file is gone is said in place of what is wrong with it`() throws {
    var session = try start("title = \"abc\"\n")
    try save("title = abc\n")
    let broken = session.look()
    #expect(broken?.hasPrefix("configuration unchanged: \(path):1:9: ") == true)
    unlink(path)
    let gone = (0..<5).compactMap { _ in session.look() }
    #expect(gone == ["\(path) is gone; its settings stay"])
    #expect(session.model.notice?.isError == false && session.model.brokenConfiguration == nil)
    let line = session.bottomLine()
    #expect(!line.contains("broken") && !line.contains("unchanged"), "\(line)")
  }

  @Test func `a restart is asked for where the file differs from what runs`() throws {
    var session = try start("window = \"5m\"\n")
    let layout = #"edge = '$remote_addr [$time_local] "$request" $status $request_time'"#
    let steps: [(text: String, names: String?)] = [
      ("window = \"15m\"\ninterval = \"5s\"\n", "interval, window"),
      ("title = \"x\"\nwindow = \"15m\"\n", "window"),
      ("", nil),
      ("window = \"300s\"\n", nil),
      ("color = \"auto\"\n[retention]\nqueries = 500\n", nil),
      ("[retention]\nqueries = 600\n[formats]\n\(layout)\n", "[formats], [retention]"),
    ]
    for (text, names) in steps {
      try save(text)
      let told = session.look()
      let restart = names.map { "; restart svctop for \($0)" } ?? ""
      #expect(told == "\(path) read again\(restart)")
    }
  }

  @Test func `the place of a mistake stays on the bottom line until it is mended`() throws {
    var session = try start("title = \"abc\"\n")
    let steps: [(text: String, place: String?)] = [
      ("\nwindow = \"5q\"\n", "2:10"), ("theme = \"drak\"\n", "1:9"),
      ("title = \"mended\"\n", nil),
    ]
    for (text, place) in steps {
      try save(text)
      let told = session.look() ?? ""
      #expect(told.contains("\(path):\(place ?? "")") == (place != nil), "\(told)")
      let line = session.bottomLine()
      let note = place.map { " svctop.toml:\($0) is broken " }
      #expect(note.map { line.hasPrefix($0) } ?? !line.contains("broken"), "\(line)")
    }
  }

  @Test func `every setting that counts from the start is known as such`() throws {
    let usual = Configuration().startUp
    for section in [ConfigurationSchema.topLevel] + ConfigurationSchema.sections
    where !section.isList {
      let heading = section.name.isEmpty ? "" : "[\(section.name)]\n"
      for key in section.keys + [section.anyKey].compactMap(\.self) where key.isStartUp {
        let text = "\(heading)\(key.name) = "
        let name = section.name.isEmpty ? key.name : "[\(section.name)]"
        let example = try Configuration(text + key.example, file: "t.toml").startUp
        #expect(example.filter { usual[$0.key] != $0.value }.map(\.key) == [name])
        guard !key.standard.isEmpty else { continue }
        #expect(try Configuration(text + key.standard, file: "t.toml").startUp == usual)
      }
    }
    let mapping = try Configuration(
      "[[mapping]]\npath = \"a\"\nmeaning = \"p95\"\n", file: "t.toml")
    #expect(mapping.startUp["[[mapping]]"] != usual["[[mapping]]"])
  }
}
