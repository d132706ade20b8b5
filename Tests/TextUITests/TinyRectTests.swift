import Testing
import TextUI

/// Every widget with a bit of everything, for rectangles nobody would choose.
private func everyWidget() -> [any Widget] {
  [
    Box(title: "title", number: 12, caption: "caption", isFocused: true),
    Table(
      columns: [
        .init("NAME", flex: 1),
        .init("P95", alignment: .right, sorted: .descending),
        .init("LAST", minWidth: 5),
      ],
      rows: (0..<5).map { _ in
        .init(
          [.init("日本"), .init("8.2 s", mark: .high), .init(.bar(Bar(fraction: 2, limit: 0.5)))],
          mark: .critical)
      }, selection: 4, offset: 2, gutter: 2),
    Table(columns: [], rows: [], selection: 3, placeholder: "nothing"),
    Table(columns: [.init("A")], rows: [.init([]), .init([.init("a"), .init("b")])], gutter: 0),
    Sparkline(values: [1, nil, 3]),
    Sparkline(values: []),
    LineChart(
      series: [.init(values: [1, nil, .nan, 5, -2]), .init(values: [3])],
      threshold: .init(value: 2), axes: Axes(timeLabels: ["-5m", "now"]) { "\($0)" }),
    LineChart(series: [.init(values: [])]),
    StackedColumns(
      layers: [.init(values: [1, nil, -3]), .init(values: [2])],
      axes: Axes(timeLabels: ["-5m", "-2m", "now"]) { "\($0)" }),
    StackedColumns(layers: []),
    Bar(fraction: 0.7, limit: 1.4),
    Heatmap(
      rows: [[1, 2], [], [.nan, .infinity, -1]], rowLabels: ["a", "b"], timeLabels: ["-5m", "now"],
      styles: [.dim, .bold], line: [0, nil, 7]),
    HistogramBars(rows: [.init(label: "< 5 ms", count: .nan, value: "?")]),
    Prompt(prefix: "/ ", editor: LineEditor(text: "日本語 text"), error: "something is wrong"),
    TextBlock(lines: ["日本語 a long line of text", ""], hangingIndent: 3),
  ]
}

@Suite struct TinyRectTests {
  @Test(arguments: [Symbols.unicode, .blocks, .ascii])
  func `every widget stays within any rectangle`(symbols: Symbols) {
    for widget in everyWidget() {
      for width in 0...16 {
        for height in 0...6 {
          let buffer = drawn(widget, width: width, height: height, symbols: symbols, fill: "Z")
          for y in 0..<height + 2 {
            for x in 0..<width + 2 {
              let point = Point(x: x, y: y)
              let isInside = Rect(x: 1, y: 1, width: width, height: height).contains(point)
              guard isInside != (buffer[point]?.scalar != "Z") else { continue }
              Issue.record("\(type(of: widget)) \(width)x\(height) at \(point):\n\(buffer.text)")
              return
            }
          }
        }
      }
    }
  }

  @Test func `every widget may lie partly or wholly outside of the buffer`() {
    for widget in everyWidget() {
      for origin in [Point(x: -5, y: -2), Point(x: 7, y: 3), Point(x: 99, y: 99)] {
        var buffer = Buffer(size: Size(width: 10, height: 4))
        widget.draw(
          into: &buffer, in: Rect(x: origin.x, y: origin.y, width: 20, height: 6))
        #expect(buffer.cells.count == 40)
      }
      var nothing = Buffer(size: Size(width: 0, height: 0))
      widget.draw(into: &nothing, in: Rect(x: 0, y: 0, width: 20, height: 6))
      #expect(nothing.text == "")
    }
  }

  @Test func `a frame has no inside where there is no room for one`() {
    for (width, height) in [(0, 0), (1, 1), (2, 9), (9, 2)] {
      #expect(Box.inner(of: Rect(x: 3, y: 3, width: width, height: height)).isEmpty)
    }
  }
}
