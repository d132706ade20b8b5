import Testing
import TextUI

@Suite struct BarTests {
  @Test func `fills in eighths of a cell`() {
    let widget = Bar(fraction: 0.53)
    #expect(
      picture(widget, width: 10, height: 1) == """
        xxxxxxxxxxxx
        x█████▎    x
        xxxxxxxxxxxx
        """)
  }

  @Test func `stops at its end when more than full`() {
    let widget = Bar(fraction: 1.3)
    #expect(
      picture(widget, width: 10, height: 1) == """
        xxxxxxxxxxxx
        x██████████x
        xxxxxxxxxxxx
        """)
  }

  @Test func `shows even the smallest share`() {
    let widget = Bar(fraction: 0.0001)
    #expect(
      picture(widget, width: 10, height: 1) == """
        xxxxxxxxxxxx
        x▏         x
        xxxxxxxxxxxx
        """)
  }

  @Test func `draws nothing for zero`() {
    let widget = Bar(fraction: 0)
    #expect(
      picture(widget, width: 10, height: 1) == """
        xxxxxxxxxxxx
        x          x
        xxxxxxxxxxxx
        """)
  }

  @Test func `draws nothing for what is not known`() {
    let widget = Bar(fraction: nil)
    #expect(
      picture(widget, width: 10, height: 1) == """
        xxxxxxxxxxxx
        x          x
        xxxxxxxxxxxx
        """)
  }

  @Test func `marks the limit`() {
    let widget = Bar(fraction: 0.4, limit: 0.8)
    #expect(
      picture(widget, width: 10, height: 1) == """
        xxxxxxxxxxxx
        x████    │ x
        xxxxxxxxxxxx
        """)
  }

  @Test func `blanks the rest of its rectangle`() {
    let widget = Bar(fraction: 0.5)
    #expect(
      picture(widget, width: 4, height: 2) == """
        xxxxxx
        x██  x
        x    x
        xxxxxx
        """)
  }

  @Test func `fills whole cells in ASCII`() {
    let widget = Bar(fraction: 0.56, limit: 0.8)
    #expect(
      picture(widget, width: 10, height: 1, symbols: .ascii) == """
        xxxxxxxxxxxx
        x######  | x
        xxxxxxxxxxxx
        """)
  }
}
