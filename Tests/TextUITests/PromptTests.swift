import Testing
import TextUI

@Suite struct PromptTests {
  @Test func `shows prefix, text and error`() {
    let widget = Prompt(
      prefix: "/ ", editor: LineEditor(text: "p95>"), error: "a number is missing")
    #expect(
      picture(widget, width: 40, height: 1) == """
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        x/ p95>               a number is missingx
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        """)
  }

  @Test func `shows the end of a text wider than the room`() {
    let widget = Prompt(prefix: "/ ", editor: LineEditor(text: "route:/api/users"))
    #expect(
      picture(widget, width: 12, height: 1) == """
        xxxxxxxxxxxxxx
        x/ api/users x
        xxxxxxxxxxxxxx
        """)
  }

  @Test(arguments: ["日本語", "e\u{301}日", "aé·b", "日本語日本語日本語日本語"])
  func `has its cursor right behind what ASCII shows of a text`(_ text: String) {
    let widget = Prompt(prefix: "/ ", editor: LineEditor(text: text))
    let rect = Rect(x: 1, y: 1, width: 12, height: 1)
    let drawn = picture(widget, width: 12, height: 1, symbols: .ascii)
    let row = drawn.split(separator: "\n")[1].dropLast()
    let end = row.lastIndex { $0 != " " }.map { row.distance(from: row.startIndex, to: $0) + 1 }
    #expect(widget.cursor(in: rect, symbols: .ascii)?.x == end)
  }

  @Test func `shows a wide character in ASCII as one`() {
    let widget = Prompt(prefix: "/ ", editor: LineEditor(text: "日本 e\u{301}…"))
    #expect(
      picture(widget, width: 12, height: 1, symbols: .ascii) == """
        xxxxxxxxxxxxxx
        x/ ?? e~     x
        xxxxxxxxxxxxxx
        """)
  }

  @Test func `leaves out an error there is no room for`() {
    let widget = Prompt(prefix: "/ ", editor: LineEditor(text: "p95>2"), error: "too long")
    #expect(
      picture(widget, width: 16, height: 1) == """
        xxxxxxxxxxxxxxxxxx
        x/ p95>2         x
        xxxxxxxxxxxxxxxxxx
        """)
  }
}
