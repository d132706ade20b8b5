import Testing
import TextUI

@Suite struct BoxTests {
  @Test func `draws number, title and caption on the upper edge`() {
    let widget = Box(title: "endpoints", number: 1, caption: "24 · by p95 ▼")
    #expect(
      picture(widget, width: 40, height: 4) == """
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        x╭─ ¹ endpoints ──────── 24 · by p95 ▼ ─╮x
        x│                                      │x
        x│                                      │x
        x╰──────────────────────────────────────╯x
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        """)
  }

  @Test func `keeps the title whole and drops the caption where both do not fit`() {
    let widget = Box(title: "endpoints", number: 1, caption: "24 · by p95 ▼")
    #expect(
      picture(widget, width: 22, height: 3) == """
        xxxxxxxxxxxxxxxxxxxxxxxx
        x╭─ ¹ endpoints ──────╮x
        x│                    │x
        x╰────────────────────╯x
        xxxxxxxxxxxxxxxxxxxxxxxx
        """)
  }

  @Test func `shortens a title that does not fit`() {
    let widget = Box(title: "endpoints", number: 1)
    #expect(
      picture(widget, width: 14, height: 3) == """
        xxxxxxxxxxxxxxxx
        x╭─ ¹ endpo… ─╮x
        x│            │x
        x╰────────────╯x
        xxxxxxxxxxxxxxxx
        """)
  }

  @Test func `draws a plain frame without title`() {
    let widget = Box()
    #expect(
      picture(widget, width: 6, height: 3) == """
        xxxxxxxx
        x╭────╮x
        x│    │x
        x╰────╯x
        xxxxxxxx
        """)
  }

  @Test func `draws a caption alone`() {
    let widget = Box(caption: "now")
    #expect(
      picture(widget, width: 12, height: 3) == """
        xxxxxxxxxxxxxx
        x╭──── now ─╮x
        x│          │x
        x╰──────────╯x
        xxxxxxxxxxxxxx
        """)
  }

  @Test func `is drawn with ASCII where nothing else is safe`() {
    let widget = Box(title: "endpoints", number: 1, caption: "24")
    #expect(
      picture(widget, width: 26, height: 3, symbols: .ascii) == """
        xxxxxxxxxxxxxxxxxxxxxxxxxxxx
        x+- 1 endpoints ----- 24 -+x
        x|                        |x
        x+------------------------+x
        xxxxxxxxxxxxxxxxxxxxxxxxxxxx
        """)
  }
}
