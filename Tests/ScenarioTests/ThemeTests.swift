import Dashboard
import Telemetry
import TestSupport
import Testing
import TextUI
import Themes

@testable import svctop

/// The themes of the program, and files that are to become one.
struct ThemeTests {
  @Test(arguments: EmbeddedTheme.all.map(\.name))
  func `every theme can be read, at every depth`(_ name: String) throws {
    let theme = try theme(named: name)
    for depth in ColorDepth.allCases {
      let adapted = theme.adapted(to: depth)
      for role in ThemeRole.allCases {
        let style = adapted[role].quantised(to: depth)
        if depth == .none {
          #expect(style.foreground == .terminal && style.background == .terminal, "\(role)")
        }
        // The sixteen colours were chosen: none is the nearest of a finer one.
        if depth <= .ansi16 {
          for color in [adapted[role].foreground, adapted[role].background] {
            switch color {
            case .terminal, .ansi: break
            default: Issue.record("\(role) is \(color) where sixteen colours are")
            }
          }
        }
      }
    }
  }

  @Test(arguments: EmbeddedTheme.all.map(\.name), [ColorDepth.truecolor, .indexed256])
  func `everything can be read on its background`(_ name: String, _ depth: ColorDepth) throws {
    let theme = try theme(named: name)
    for problem in theme.contrastProblems(at: depth) {
      Issue.record(
        "\(problem.role): \(problem.foreground) on \(problem.background) is \(problem.ratio)")
    }
    let isOfTheTerminal = ["default", "monochrome"].contains(name)
    #expect(isOfTheTerminal == (theme.background == .terminal && theme.assumedBackground == nil))
  }

  @Test func `high contrast is seven to one for what is read`() throws {
    let theme = try theme(named: "high-contrast")
    for role in ThemeRole.allCases where role.leastContrast >= 4.5 {
      let style = theme[role]
      let behind = style.background == .terminal ? theme.background : style.background
      let ratio = style.foreground.contrast(with: behind)
      #expect((ratio ?? 0) >= 7, "\(role)")
    }
  }

  @Test(arguments: EmbeddedTheme.all.map(\.name))
  func `red and yellow are for trouble only`(_ name: String) throws {
    let theme = try theme(named: name)
    let calm: [ThemeRole] = [
      .text, .muted, .accent, .border, .title, .header, .keyHint, .ok, .p50, .p95, .sparkline,
      .poolUsed, .cacheHit, .memory, .axis, .keyword,
    ]
    for depth in [ColorDepth.truecolor, .ansi16] where name != "monochrome" {
      let adapted = theme.adapted(to: depth)
      for role in calm {
        #expect(adapted[role].foreground != adapted[.critical].foreground, "\(role) at \(depth)")
        #expect(adapted[role].foreground != adapted[.high].foreground, "\(role) at \(depth)")
      }
    }
  }

  @Test func `the default theme in the code is the one in its file`() throws {
    let file = try theme(named: "default")
    for role in ThemeRole.allCases { #expect(file[role] == Theme.default[role], "\(role)") }
  }

  @Test func `a theme inherits from another, and roles follow what it changes`() throws {
    let theme = try Theme(
      name: "mine",
      toml: """
        inherits = "nord"
        accent = "rose"
        high = { from = "accent", bold = true }
        [palette]
        rose = "#ff8fa3"
        [sixteen]
        accent = "ansi:5"
        """, file: "mine.toml")
    let nord = try self.theme(named: "nord")
    let rose = Color.rgb(0xFF, 0x8F, 0xA3)
    #expect(theme[.accent].foreground == rose)
    #expect(theme[.borderFocused].foreground == rose)
    #expect(theme[.high] == Style(foreground: rose, attributes: .bold))
    #expect(theme[.text] == nord[.text])
    #expect(theme.background == nord.background)
    #expect(theme.base == nord.base)
    let few = theme.adapted(to: .ansi16)
    #expect(few[.accent].foreground == .ansi(5))
    #expect(few[.borderFocused].foreground == .ansi(5))
    #expect(few.base == .plain)
  }

  @Test func `a check names what is missing and what is hard to read`() throws {
    let theme = try Theme(
      name: "mine",
      toml: """
        background = "#ffffff"
        text = "#222222"
        muted = "#999999"
        selection = { reverse = true }
        high = "#7a4f00"
        critical = "#b00020"
        """, file: "mine.toml")
    let report = ThemeCheck.Report(theme, file: "mine.toml")
    for words in [
      "missing    accent", "header (muted)", "title (text)", "errors-4xx (high)",
      "muted: #999999 on #ffffff is 2.85, should be 4.5 or more",
    ] {
      #expect(report.text.contains(words), "\(report.text)")
    }
    #expect(report.problems > 1)
    let fine = ThemeCheck.Report(try self.theme(named: "nord"), file: "nord")
    #expect(fine.problems == 0 && fine.text.hasSuffix("  fine\n"))
  }

  @Test func `files of the user's own are found, and stand in for those of the program`() throws {
    let folder = try PTYFolder()
    try folder.write("nord.toml", "# Mine.\ninherits = \"nord\"\naccent = \"#ffffff\"\n")
    try folder.write("rose.toml", "# Roses.\naccent = \"#ff8fa3\"\n")
    try folder.write("broken.toml", "accent = 5\n")
    try folder.write("notes.txt", "accent")
    let library = ThemeLibrary(folder: folder.path)
    let entries = library.entries
    #expect(entries.count == EmbeddedTheme.all.count + 2)
    #expect(entries.suffix(2).map(\.name) == ["broken", "rose"])
    #expect(entries.first { $0.name == "nord" }?.path == "\(folder.path)/nord.toml")
    #expect(entries.last?.summary == "Roses.")
    let (themes, errors) = library.loadAll()
    #expect(themes.count == entries.count - 1)
    #expect(errors.map(\.mistakes.first.line) == [1])
    #expect(try library.entry("rose").theme()[.accent].foreground == .rgb(0xFF, 0x8F, 0xA3))
    #expect(try library.entry("\(folder.path)/rose.toml").name == "rose")
    let misspelt = #expect(throws: Failure.self) { try library.entry("nrd") }
    #expect(misspelt?.message.hasSuffix("no such theme, did you mean \"nord\"?") == true)
    #expect(throws: Failure.self) { try library.entry("\(folder.path)/none.toml") }
  }

  @Test func `a theme is read again when its file is saved, and kept when that is broken`() throws {
    let folder = try PTYFolder()
    let path = try folder.write("mine.toml", "accent = \"ansi:1\"\n")
    var watch = ThemeWatch(ThemeLibrary())
    var model = ShopFixture.troubled.model()
    model.theme = try ThemeLibrary().entry(path).theme()
    func look() -> Color {
      watch.apply(to: &model, depth: .truecolor)
      return model.theme[.accent].foreground
    }
    #expect(look() == .ansi(1))
    #expect(model.notice == nil)
    try folder.write("mine.toml", "accent = \"ansi:12\"\n")
    #expect(look() == .ansi(12))
    #expect(model.notice?.text == "theme mine read again")
    try folder.write("mine.toml", "accent = \"pinkish\"\n")
    #expect(look() == .ansi(12))
    #expect(model.notice?.text.string.contains("mine.toml:1:10: \"pinkish\"") == true)
    #expect(model.notice?.isError == true)
    try folder.write("other.toml", "accent = \"ansi:13\" # saved as editors do\n")
    try folder.rename("other.toml", to: "mine.toml")
    #expect(look() == .ansi(13))
    model.theme = .default
    try folder.write("mine.toml", "accent = \"ansi:2\"\n")
    #expect(look() == .ansi(6), "the user has turned to another theme")
  }

  @Test func `a theme that was chosen while svctop runs is read again too`() throws {
    let folder = try PTYFolder()
    try folder.write("mine.toml", "accent = \"ansi:1\"\n")
    let library = ThemeLibrary(folder: folder.path)
    var watch = ThemeWatch(library)
    var session = ScreenSession(.troubled)
    session.model.themes = library.loadAll().themes
    watch.apply(to: &session.model, depth: .truecolor)
    session.press(.character(":"))
    session.type("theme mine")
    // Saved between being listed and being chosen.
    try folder.write("mine.toml", "accent = \"ansi:12\"\n")
    session.press(.enter)
    watch.apply(to: &session.model, depth: .truecolor)
    #expect(session.model.theme[.accent].foreground == .ansi(12))
    try folder.write("mine.toml", "accent = \"ansi:2\" # again\n")
    watch.apply(to: &session.model, depth: .truecolor)
    #expect(session.model.theme[.accent].foreground == .ansi(2))
    #expect(session.model.themes.contains(session.model.theme), "the list has it as it is now")
  }

  @Test func `files that come and go while svctop runs are listed`() throws {
    let folder = try PTYFolder()
    let library = ThemeLibrary(folder: folder.path)
    var watch = ThemeWatch(library)
    var model = ShopFixture.troubled.model()
    func names() -> [String] {
      watch.list(in: &model, depth: .truecolor)
      return model.themes.map(\.name)
    }
    #expect(names() == EmbeddedTheme.all.map(\.name), "they are read when somebody asks for them")
    model.themes = []
    #expect(names() == [], "nothing has changed since they were listed")
    try folder.write("rose.toml", "accent = \"#ff8fa3\"\n")
    #expect(names().last == "rose" && model.notice == nil)
    try folder.write("broken.toml", "acent = 5\n")
    #expect(names().last == "rose")
    #expect(model.notice?.text.string.contains("broken.toml:1:1: there is no role") == true)
    try folder.rename("rose.toml", to: "tulip.toml")
    #expect(names().last == "tulip")
  }

  @Test(arguments: EmbeddedTheme.all.map(\.name), ColorDepth.allCases)
  func `weight tells the title of what has the keyboard, and not its colour alone`(
    _ name: String, _ depth: ColorDepth
  ) throws {
    let theme = try theme(named: name).adapted(to: depth)
    #expect(theme[.titleFocused].attributes.contains(.bold))
    #expect(theme[.titleFocused] != theme[.title])
  }

  @Test func `the catalogue lists every file`() throws {
    #expect(Set(EmbeddedTheme.all.map(\.name)).count == EmbeddedTheme.all.count)
    for theme in EmbeddedTheme.all { #expect(theme.toml.hasPrefix("# "), "\(theme.name)") }
  }

  private func theme(named name: String) throws -> Theme {
    try Theme(try #require(EmbeddedTheme.all.first { $0.name == name }))
  }
}
