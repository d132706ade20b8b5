import Testing
import TextUI

@Suite struct SparklineTests {
  @Test func `draws the newest value at the right end`() {
    let widget = Sparkline(values: [0, 1, 2, 3, 4, 5, 6, 7, 8])
    #expect(
      picture(widget, width: 12, height: 1) == """
        xxxxxxxxxxxxxx
        x   ▁▁▂▃▄▅▆▇█x
        xxxxxxxxxxxxxx
        """)
  }

  @Test func `leaves a gap where nothing is known, and not a zero`() {
    let widget = Sparkline(values: [4, nil, 0, .nan, 8])
    #expect(
      picture(widget, width: 5, height: 1) == """
        xxxxxxx
        x▄ ▁ █x
        xxxxxxx
        """)
  }

  @Test func `shows the newest of too many values`() {
    let widget = Sparkline(values: [8, 8, 8, 1, 2, 3], maximum: 8)
    #expect(
      picture(widget, width: 3, height: 1) == """
        xxxxx
        x▁▂▃x
        xxxxx
        """)
  }

  @Test func `shows all values when asked, the largest of those that share a cell`() {
    let widget = Sparkline(
      values: [nil, nil, 8, 1, 2, 3, 1, 4], maximum: 8, showsAll: true)
    #expect(
      picture(widget, width: 4, height: 1) == """
        xxxxxx
        x █▃▄x
        xxxxxx
        """)
    #expect(widget.text(width: 10) == "    █▁▂▃▁▄")
    #expect(widget.text(width: 0) == "")
  }

  @Test func `draws a steady line at half the height`() {
    #expect(Sparkline(unusual: [7, 7, nil, 7]).text(width: 4) == "▄▄ ▄")
    #expect(Sparkline(unusual: [1, 1, 1, 8]).text(width: 4) == "▁▁▁█")
  }

  @Test func `draws no more than full above its maximum`() {
    let widget = Sparkline(values: [1, 2, 900, .infinity, -3], maximum: 2)
    #expect(
      picture(widget, width: 5, height: 1) == """
        xxxxxxx
        x▄██ ▁x
        xxxxxxx
        """)
  }

  @Test func `draws all zeros at the bottom`() {
    let widget = Sparkline(values: [0, 0, 0])
    #expect(
      picture(widget, width: 3, height: 1) == """
        xxxxx
        x▁▁▁x
        xxxxx
        """)
  }

  @Test func `has eight levels in ASCII too`() {
    let widget = Sparkline(values: [0, 1, 2, 3, 4, 5, 6, 7, 8, nil])
    #expect(
      picture(widget, width: 10, height: 1, symbols: .ascii) == """
        xxxxxxxxxxxx
        x__.:-=+*# x
        xxxxxxxxxxxx
        """)
  }
}
