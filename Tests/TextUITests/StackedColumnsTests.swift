import Testing
import TextUI

@Suite struct StackedColumnsTests {
  @Test func `stacks layers with a top exact to an eighth where it is the solid one`() {
    let widget = StackedColumns(
      layers: [.init(values: [0, 0.5, 1, 1, 0.25, nil]), .init(values: [0, 0, 0.5, 2, 0, nil])],
      maximum: 4)
    #expect(
      picture(widget, width: 6, height: 4) == """
        xxxxxxxx
        x      x
        x   █  x
        x  ▄█  x
        x▁▒▒▒░ x
        xxxxxxxx
        """)
  }

  @Test func `gives the top cell to the topmost layer however small it is`() {
    let widget = StackedColumns(layers: [.init(values: [1]), .init(values: [0.01])], maximum: 2)
    #expect(
      picture(widget, width: 3, height: 2) == """
        xxxxx
        x   x
        x███x
        xxxxx
        """)
  }

  @Test func `shows the largest of several values that share a column`() {
    let widget = StackedColumns(layers: [.init(values: [0, 2, 0, 0, 1, 0])], maximum: 2)
    #expect(
      picture(widget, width: 3, height: 1) == """
        xxxxx
        x▒▁▄x
        xxxxx
        """)
  }

  @Test(arguments: [(Symbols.unicode, "▁"), (Symbols.ascii, "_")])
  func `draws a line where there was nothing, and a gap where nothing is known`(
    symbols: Symbols, line: String
  ) {
    let widget = StackedColumns(
      layers: [.init(values: [0, nil, nil, 0, 0]), .init(values: [nil, nil, .nan, 0, 0.01])],
      maximum: 4)
    let drawn = picture(widget, width: 5, height: 2, symbols: symbols)
    let least = symbols.isASCII ? "#" : "▂"
    #expect(
      drawn == """
        xxxxxxx
        x     x
        x\(line)  \(line)\(least)x
        xxxxxxx
        """)
  }

  @Test func `has labelled axes`() {
    let axes = Axes(timeLabels: ["-5m", "now"], labelWidth: 3) { "\($0)" }
    let widget = StackedColumns(
      layers: [.init(values: [1, 1, 2, 1]), .init(values: [0, 0, 2, 0])], axes: axes)
    #expect(
      picture(widget, width: 20, height: 5) == """
        xxxxxxxxxxxxxxxxxxxxxx
        x4.0 ┤       ████    x
        x    │       ████    x
        x2.0 ┤       ▒▒▒▒    x
        x    │▒▒▒▒▒▒▒▒▒▒▒▒▒▒ x
        x0.0 ┤-5m        now x
        xxxxxxxxxxxxxxxxxxxxxx
        """)
  }

  @Test func `tops a column in ASCII with the fill of its layer, never with part of a cell`() {
    let widget = StackedColumns(
      layers: [.init(values: [0.4, 1.6, 0]), .init(values: [0, 0, 1.4])], maximum: 4)
    #expect(
      picture(widget, width: 3, height: 4, symbols: .ascii) == """
        xxxxx
        x   x
        x   x
        x : x
        x::#x
        xxxxx
        """)
  }

  @Test func `has its own fills in ASCII`() {
    let widget = StackedColumns(
      layers: [.init(values: [1, 2]), .init(values: [0, 2])], maximum: 4)
    #expect(
      picture(widget, width: 4, height: 4, symbols: .ascii) == """
        xxxxxx
        x  ##x
        x  ##x
        x  ::x
        x::::x
        xxxxxx
        """)
  }
}
