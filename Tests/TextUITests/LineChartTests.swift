import Testing
import TextUI

@Suite struct LineChartTests {
  @Test func `joins its values from edge to edge under round labels`() {
    let axes = Axes(timeLabels: ["-10m", "-5m", "now"], labelWidth: 4) {
      $0 == 0 ? "0" : "\(Int($0)) s"
    }
    let widget = LineChart(series: [.init(values: [0, 2, 4, 8])], axes: axes)
    #expect(
      picture(widget, width: 30, height: 7) == """
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        x10 s ┤                        x
        x     │                    ⢀⡠⠔ x
        x     │                 ⢀⠤⠒⠁   x
        x 5 s ┤            ⢀⣀⡠⠔⠊⠁      x
        x     │     ⢀⣀⠤⠔⠒⠊⠉⠁           x
        x     │⣀⠤⠔⠒⠉⠁                  x
        x   0 ┤-10m      -5m       now x
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        """)
  }

  @Test func `interrupts a line where nothing is known`() {
    let widget = LineChart(series: [.init(values: [1, 1, 1, nil, nil, 1, 1])], maximum: 2)
    #expect(
      picture(widget, width: 14, height: 2) == """
        xxxxxxxxxxxxxxxx
        x⣀⣀⣀⣀⣀      ⣀⣀⣀x
        x              x
        xxxxxxxxxxxxxxxx
        """)
  }

  @Test func `draws a lone value as a dot`() {
    let widget = LineChart(series: [.init(values: [nil, 1, nil])], maximum: 1)
    #expect(
      picture(widget, width: 5, height: 1) == """
        xxxxxxx
        x  ⠁  x
        xxxxxxx
        """)
  }

  @Test func `draws one row without axes as a fine sparkline`() {
    let widget = LineChart(series: [.init(values: [0, 0, 1, 1, 2, 2, 3, 3])], maximum: 3)
    #expect(
      picture(widget, width: 12, height: 1) == """
        xxxxxxxxxxxxxx
        x⣀⣀⡠⠤⠤⠤⠒⠒⠒⠉⠉⠉x
        xxxxxxxxxxxxxx
        """)
  }

  @Test func `joins steep steps without holes`() {
    let widget = LineChart(series: [.init(values: [0, 0, 0, 8, 8, 8])], maximum: 8)
    #expect(
      picture(widget, width: 6, height: 3) == """
        xxxxxxxx
        x  ⢀⠏⠉⠉x
        x  ⢸   x
        x⣀⣀⡇   x
        xxxxxxxx
        """)
  }

  @Test func `keeps values above a given maximum at the upper edge`() {
    let widget = LineChart(series: [.init(values: [1, 99, .infinity, 1])], maximum: 2)
    #expect(
      picture(widget, width: 8, height: 2) == """
        xxxxxxxxxx
        x⡠⠔⠊    ⢀x
        x        x
        xxxxxxxxxx
        """)
  }

  @Test func `draws a threshold behind the lines`() {
    let widget = LineChart(series: [.init(values: [0, 4])], maximum: 4, threshold: .init(value: 2))
    #expect(
      picture(widget, width: 10, height: 4) == """
        xxxxxxxxxxxx
        x       ⢀⠤⠊x
        x     ⡠⠔⠁  x
        x──⢀⠔⠊─────x
        x⡠⠒⠁       x
        xxxxxxxxxxxx
        """)
  }

  @Test func `labels a threshold at the axis, where no line hides it`() {
    let axes = Axes(labelWidth: 3) { "\(Int($0))" }
    let limit = Style(foreground: .ansi(1))
    let widget = LineChart(
      series: [.init(values: [3, 3])], maximum: 4, threshold: .init(value: 3, style: limit),
      axes: axes)
    #expect(
      picture(widget, width: 12, height: 5) == """
        xxxxxxxxxxxxxx
        x  4 ┤       x
        x  3 ┤⠉⠉⠉⠉⠉⠉ x
        x  2 ┤       x
        x    │       x
        x  0 ┤       x
        xxxxxxxxxxxxxx
        """)
    let label = drawn(widget, width: 12, height: 5)[Point(x: 3, y: 2)]
    #expect(label?.style == limit)
  }

  @Test(arguments: 11...40)
  func `the label of a threshold stays where it is while lines move`(width: Int) {
    let axes = Axes(labelWidth: 3) { "\($0)" }
    func labels(_ values: [Double?], threshold: Double) -> [String] {
      let widget = LineChart(
        series: [.init(values: values), .init(values: values.reversed())], maximum: 4,
        threshold: .init(value: threshold), axes: axes)
      return picture(widget, width: width, height: 5).split(separator: "\n").dropFirst().dropLast()
        .map { String($0.dropFirst().prefix(3)) }
    }
    for values in [[nil, nil], [0, 4], [3, 3], [1.5, 1.4], [1, 2, 3, 4, 3, 2, 1]] as [[Double?]] {
      #expect(labels(values, threshold: 3) == ["4.0", "3.0", "2.0", "   ", "0.0"])
      // Of two values in one row the one that a person has set is shown.
      #expect(labels(values, threshold: 1.5) == ["4.0", "   ", "1.5", "   ", "0.0"])
      #expect(labels(values, threshold: 9) == ["4.0", "   ", "2.0", "   ", "0.0"])
    }
  }

  @Test func `labels two steps where one would say nothing of the rows above it`() {
    let axes = Axes(labelWidth: 6) { $0 == 0 ? "0" : "\(Int($0)) s" }
    let widget = LineChart(series: [.init(values: [31.5, 31.5])], axes: axes)
    #expect(
      picture(widget, width: 16, height: 6) == """
        xxxxxxxxxxxxxxxxxx
        x       │        x
        x  40 s ┤⣀⣀⣀⣀⣀⣀⣀ x
        x       │        x
        x  20 s ┤        x
        x       │        x
        x     0 ┤        x
        xxxxxxxxxxxxxxxxxx
        """)
  }

  @Test func `has steps of time where it counts time`() {
    let axes = Axes(labelWidth: 6, steps: .time) { $0 == 0 ? "0" : "\(Int($0)) s" }
    let widget = LineChart(series: [.init(values: [33, 33])], axes: axes)
    #expect(
      picture(widget, width: 16, height: 7) == """
        xxxxxxxxxxxxxxxxxx
        x  45 s ┤        x
        x       │⠤⠤⠤⠤⠤⠤⠤ x
        x  30 s ┤        x
        x       │        x
        x  15 s ┤        x
        x       │        x
        x     0 ┤        x
        xxxxxxxxxxxxxxxxxx
        """)
  }

  @Test func `tells lines apart by letters without braille`() {
    let axes = Axes(timeLabels: ["-10m", "-5m", "now"], labelWidth: 4) {
      $0 == 0 ? "0" : "\(Int($0)) s"
    }
    let widget = LineChart(
      series: [
        .init(values: [1, 1, 2, 2], letter: "5"), .init(values: [2, 3, 4, 4], letter: "9"),
      ], maximum: 4, axes: axes)
    #expect(
      picture(widget, width: 26, height: 5, symbols: .ascii) == """
        xxxxxxxxxxxxxxxxxxxxxxxxxxxx
        x 4 s +          999999999 x
        x     |9999999999555555555 x
        x 2 s +5555555555          x
        x     |                    x
        x   0 +-10m    -5m     now x
        xxxxxxxxxxxxxxxxxxxxxxxxxxxx
        """)
  }

  @Test func `leaves out axes where they would leave no room`() {
    let axes = Axes(timeLabels: ["-10m", "-5m", "now"], labelWidth: 4) {
      $0 == 0 ? "0" : "\(Int($0)) s"
    }
    let widget = LineChart(series: [.init(values: [0, 4])], axes: axes)
    #expect(
      picture(widget, width: 9, height: 2) == """
        xxxxxxxxxxx
        x     ⣀⡠⠤⠒x
        x⣀⠤⠔⠒⠉    x
        xxxxxxxxxxx
        """)
  }

  @Test func `draws axes without any value`() {
    let axes = Axes(timeLabels: ["-10m", "-5m", "now"], labelWidth: 4) {
      $0 == 0 ? "0" : "\(Int($0)) s"
    }
    let widget = LineChart(series: [], axes: axes)
    #expect(
      picture(widget, width: 24, height: 3) == """
        xxxxxxxxxxxxxxxxxxxxxxxxxx
        x 1 s ┤                  x
        x     │                  x
        x   0 ┤-10m   -5m    now x
        xxxxxxxxxxxxxxxxxxxxxxxxxx
        """)
  }
}
