import Dashboard
import Telemetry
import TestSupport
import Testing
import TextUI

@testable import svctop

/// Mistakes in the files of themes, and what files say of themselves.
struct ThemeFileTests {
  /// The mistakes of a file as `line:column: message`.
  private func mistakes(_ toml: String) -> [String] {
    do throws(ThemeError) {
      _ = try Theme(name: "mine", toml: toml, file: "mine.toml")
      return []
    } catch {
      return error.mistakes.all.map { "\($0.line):\($0.column): \($0.message)" }
    }
  }

  @Test(arguments: [
    (
      "text = \"#ffffff\"\nacent = \"#ffffff\"",
      "2:1: there is no role \"acent\", did you mean \"accent\"?"
    ),
    (
      "backgroud = \"#ffffff\"",
      "1:1: there is no role \"backgroud\", did you mean \"background\"?"
    ),
    ("accent = \"#fff\"", "1:10: \"#fff\" is neither a colour nor a role"),
    (
      "accent = \"mutd\"", "1:10: \"mutd\" is neither a colour nor a role, did you mean \"muted\"?"
    ),
    ("accent = \"accent\"", "1:10: \"accent\" refers to itself"),
    ("accent = 5", "1:10: a role is a colour or a role in quotes, or { fg = ..., bold = true }"),
    ("text = { fg = 3 }", "1:15: fg must be a colour or a role, in quotes"),
    ("text = { from = \"#ffffff\" }", "1:17: from must name a role"),
    (
      "text = { blink = true }",
      "1:10: \"blink\" is not part of a style; there are from, fg, bg, bold, dim, italic,"
    ),
    ("text = { bold = 1 }", "1:17: bold must be true or false"),
    (
      "inherits = \"nrod\"",
      "1:12: there is no theme \"nrod\" to inherit from, did you mean \"nord\"?"
    ),
    ("inherits = 1", "1:12: inherits must be a text in quotes: inherits = \"nord\""),
    ("background = 5", "1:14: background must be a colour, in quotes"),
    (
      "[palette]\nrose = \"pink\"",
      "2:8: rose must be a colour, as in \"#88c0d0\" or \"ansi:6\""
    ),
    ("palette = 5", "1:1: palette must be a section: [palette]"),
    (
      "[sixteen]\nacent = \"ansi:1\"",
      "2:1: there is no role \"acent\", did you mean \"accent\"?"
    ),
    ("sixteen = 16", "1:1: sixteen must be a section: [sixteen]"),
    ("text = ", "1:1: text has no value"),
    ("text = #ffffff", "1:8: # begins a comment; put text in quotes: text = \"#ffffff\""),
    ("text = red", "1:8: put text in quotes: text = \"red\""),
  ])
  func `a mistake names its place`(toml: String, mistake: String) {
    let found = mistakes(toml)
    #expect(found.count == 1 && found.first?.hasPrefix(mistake) == true, "\(found)")
  }

  @Test func `roles that refer to each other are one mistake`() {
    let found = mistakes("muted = \"accent\"\naccent = \"muted\"")
    #expect(found.count == 1 && found.first?.hasSuffix("refers to itself") == true, "\(found)")
  }

  @Test func `all mistakes are told at once, and nothing that only follows from one`() {
    let toml = """
      inherits = "nrod"
      acent = "#ffffff"
      text = { fg = 3, blink = true }
      muted = "frost-9"
      border = "nord8"
      accent = "rose"
      [palette]
      rose = "pink"
      [sixteen]
      inherits = "defalt"
      high = "rose"
      """
    let places = mistakes(toml).map { $0.prefix { $0 != " " } }
    #expect(places == ["1:12:", "2:1:", "3:15:", "3:18:", "4:9:", "8:8:", "10:12:"])
    let unknown = mistakes("inherits = \"xyzzyx\"\naccent = \"nord8\"\nacent = \"x\"\n")
      .map { $0.prefix { $0 != " " } }
    #expect(unknown == ["1:12:", "3:1:"])
  }

  @Test func `mistakes are told as those of a configuration are`() throws {
    do throws(ThemeError) {
      _ = try Theme(
        name: "mine", toml: "inherits = \"nrod\"\r\nacent = \"#fff\"\r\n", file: "mine.toml")
      Issue.record("the mistakes are accepted")
    } catch {
      #expect(
        error.mistakes.details == """
          mine.toml:1:12: there is no theme "nrod" to inherit from, did you mean "nord"?
            1 | inherits = "nrod"
              |            ^^^^^^
          mine.toml:2:1: there is no role "acent", did you mean "accent"?
            2 | acent = "#fff"
              | ^^^^^

          """)
      #expect(
        error.description.hasSuffix(
          "\"nord\"? (and 1 more: svctop themes --check-theme mine.toml)"))
    }
  }

  @Test(arguments: [
    ("# Roses.\naccent = \"default\"\n", "Roses."),
    ("\u{FEFF}# Roses.\r\n# And more.\r\naccent = \"default\"\r\n", "Roses."),
    ("\n#\n  ## Roses.\n", "Roses."),
    ("accent = \"default\"\n# Roses.\n", ""),
    ("", ""),
  ])
  func `a file is known by its first comment, and by its path`(toml: String, summary: String) {
    let own = ThemeLibrary.Entry(name: "rose", path: "/t/rose.toml", toml: toml)
    #expect(own.summary == summary)
    #expect(own.about == (summary.isEmpty ? "/t/rose.toml" : "Roses. (/t/rose.toml)"))
    #expect(ThemeLibrary.Entry(name: "rose", path: nil, toml: toml).about == summary)
  }

  @Test func `contrast is asked for as it is written down`() {
    let least = Set(ThemeRole.allCases.map(\.leastContrast))
    #expect(least == [4.5, 3, 1.75, 1.2])
    #expect(ThemeRole.heat0.leastContrast == 1.2 && ThemeRole.heat1.leastContrast == 1.75)
    let theme = Theme(
      name: "pale", styles: [.heat1: Style(foreground: .rgb(0xEE, 0xEE, 0xEE))],
      background: .rgb(0xFF, 0xFF, 0xFF))
    let report = ThemeCheck.Report(theme, file: "pale.toml")
    #expect(report.text.contains("heat-1: #eeeeee on #ffffff is 1.16, should be 1.75 or more"))
  }
}
