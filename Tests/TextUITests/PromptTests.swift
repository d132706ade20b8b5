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
