import Testing
import TextUI

@Suite struct HeatmapTests {
  @Test func `shades counts by their logarithm`() {
    let widget = Heatmap(rows: [[0, 1, 10, 100, 1_000, 10_000]])
    #expect(
      picture(widget, width: 6, height: 1) == """
        xxxxxxxx
        x ░░▒▓█x
        xxxxxxxx
        """)
  }

  @Test func `shades counts linearly when asked`() {
    let widget = Heatmap(rows: [[0, 1, 25, 50, 75, 100]], shading: .linear)
    #expect(
      picture(widget, width: 6, height: 1) == """
        xxxxxxxx
        x ░░▒▓█x
        xxxxxxxx
        """)
  }

  @Test func `labels rows and times`() {
    let widget = Heatmap(
      rows: [[0, 0, 1], [1, 9, 3], [9, 5, 0]], rowLabels: ["2 s", "", "20 ms"],
      timeLabels: ["-5m", "now"], labelWidth: 5)
    #expect(
      picture(widget, width: 20, height: 4) == """
        xxxxxxxxxxxxxxxxxxxxxx
        x  2 s ┤         ░░░ x
        x      │ ░░░░████▒▒▒ x
        x20 ms ┤ ████▓▓▓▓    x
        x        -5m     now x
        xxxxxxxxxxxxxxxxxxxxxx
        """)
  }

  @Test func `draws a line along the upper edge of its rows, and hides no shade`() {
    let widget = Heatmap(
      rows: [[0, 0, 0, 9], [0, 0, 5, 9], [9, 9, 9, 9]], line: [2, nil, 2, 0],
      lineStyle: Style(attributes: .bold))
    #expect(
      picture(widget, width: 4, height: 3) == """
        xxxxxx
        x   █x
        x▁ ▓█x
        x████x
        xxxxxx
        """)
    let buffer = drawn(widget, width: 4, height: 3)
    let attributes = (1...4).map { buffer[Point(x: $0, y: 2)]?.style.attributes }
    #expect(attributes == [.bold, [], .underline, []])
    #expect(buffer[Point(x: 4, y: 1)]?.style.attributes == [])
  }

  @Test func `joins rows that do not fit`() {
    let widget = Heatmap(rows: [[0, 0], [4, 0], [0, 0], [0, 4]])
    #expect(
      picture(widget, width: 2, height: 2) == """
        xxxx
        x█ x
        x █x
        xxxx
        """)
  }

  @Test func `has seven shades in ASCII`() {
    let widget = Heatmap(rows: [[0, 1, 2, 3, 4, 5, 6, 7]], shading: .linear)
    #expect(
      picture(widget, width: 8, height: 1, symbols: .ascii) == """
        xxxxxxxxxx
        x .:-=+*#x
        xxxxxxxxxx
        """)
  }
}
