import Telemetry
import Testing

@testable import svctop

/// Files that are no TOML, and files as other editors save them.
struct TOMLMistakeTests {
  /// The mistakes of a file; none where there is nothing wrong.
  private func mistakes(_ text: String) -> [ConfigurationError] {
    do throws(ConfigurationErrors) {
      _ = try Configuration(text, file: "t.toml", themes: ThemeLibrary())
      return []
    } catch {
      return error.all
    }
  }

  @Test(arguments: [
    ("theme = dark\n", 9, 4, "put text in quotes: theme = \"dark\""),
    ("title = three\n", 9, 5, "put text in quotes: title = \"three\""),
    ("theme = nord # cold\n", 9, 4, "put text in quotes: theme = \"nord\""),
    ("title = info", 9, 4, "put text in quotes: title = \"info\""),
    ("window = 5m\n", 10, 2, "put text in quotes: window = \"5m\""),
    ("window = 5 minutes\n", 10, 9, "put text in quotes: window = \"5 minutes\""),
    ("title = “shop”\n", 9, 6, "put text in quotes: title = \"shop\""),
    ("title = shop\"\n", 9, 5, "put text in quotes: title = \"shop\""),
    ("windows = [\"1m\", 5m]\n", 18, 2, "put text in quotes: \"5m\""),
    ("sources = [/var/log/a.log]\n", 12, 14, "put text in quotes: \"/var/log/a.log\""),
    ("thresholds = { slow_query = 1s }\n", 29, 2, "put text in quotes: \"1s\""),
    ("mouse = yes\n", 9, 3, "write true or false; text is put in quotes: mouse = \"yes\""),
    ("mouse = True\n", 9, 4, "write true or false; text is put in quotes: mouse = \"True\""),
    ("title = \"abc\n", 9, 4, "the text is not closed: \" is missing at its end"),
    ("title = \"abc\r\nmouse = true\r\n", 9, 4, "the text is not closed: \" is missing at its end"),
    ("title = 'abc", 9, 4, "the text is not closed: ' is missing at its end"),
    ("title = \"\"\"abc\nd\n", 9, 3, "the text is not closed: \"\"\" is missing at its end"),
    ("title = \"abc\"x\n", 14, 1, #"there is more behind the text; a " in it is written \""#),
    ("theme = \"dark\" mouse = true\n", 16, 1, "a line holds one setting"),
    ("title = \"\\d\"\n", 11, 1, #"a \ in "..." is written \\, or the text in '...'"#),
    ("theme dark\n", 1, 10, "a = is missing: theme = \"dark\""),
    ("sources:\n", 1, 8, "a = is missing: sources = ..."),
    ("pools: 3\n", 1, 8, "a = is missing: pools = 3"),
    (
      "not toml at all [[[\n", 1, 19,
      "\"not toml at all [[[\" is no setting: a line is NAME = VALUE or [SECTION]"
    ),
    ("hello\n", 1, 5, "\"hello\" is no setting: a line is NAME = VALUE or [SECTION]"),
    (
      "{\"window\": 5}\n", 1, 13,
      "\"{\"window\": 5}\" is no setting: a line is NAME = VALUE or [SECTION]"
    ),
    ("theme =\n", 1, 5, "theme has no value"),
    ("title = \"a\"\ntitle = \"b\"\n", 1, 5, "title is set twice"),
    ("[keys]\n[keys]\n", 1, 6, "[keys] stands twice; join the two"),
    ("[keys\n", 1, 5, "the heading is not closed: [keys]"),
    ("[[mapping]\n", 1, 10, "the heading is not closed: [[mapping]]"),
    ("sources = [\"a\"\n", 15, 1, "the list is not closed: ] is missing"),
    (
      "GET /b.p95 = \"<1s\"\n", 1, 10,
      #"put a name with blanks or signs in quotes: "GET /b".p95 = "<1s""#
    ),
    ("\"GET /b = \"<1s\"\n", 12, 1, "a quote is missing"),
    (
      "window = = 3\n", 10, 1, "not TOML: Error while parsing value: could not determine value type"
    ),
  ])
  func `tells in plain words what to write`(
    text: String, column: Int, length: Int, message: String
  ) {
    let found = mistakes(text)
    #expect(found.map(\.message) == [message])
    #expect(found.map(\.column) == [column])
    #expect(found.map(\.length) == [length])
  }

  @Test(arguments: ["\n", "\r\n"])
  func `shows the line that is meant, however lines end`(end: String) {
    let text = [
      "window = \"5q\"", "theme = \"darkk\"", "", "[thresholds]", "slow_query = \"x\"", "",
    ]
    let found = mistakes(text.joined(separator: end))
    #expect(
      found.map(\.detail) == [
        """
        t.toml:1:10: "5q" is not a duration; write "500ms", "10s", "5m" or "1h"
          1 | window = "5q"
            |          ^^^^
        """,
        """
        t.toml:2:9: there is no theme "darkk", did you mean "dark"?
          2 | theme = "darkk"
            |         ^^^^^^^
        """,
        """
        t.toml:5:14: "x" is not a duration; write "500ms", "10s", "5m" or "1h"
          5 | slow_query = "x"
            |              ^^^
        """,
      ])
  }

  @Test func `counts no byte order mark`() {
    let detail = "  1 | windw = \"5m\"\n    | ^^^^^"
    #expect(mistakes("\u{FEFF}windw = \"5m\"\n").first?.detail.hasSuffix(detail) == true)
    #expect(mistakes("\u{FEFF}window = 5m\n").first?.column == 10)
  }
}
