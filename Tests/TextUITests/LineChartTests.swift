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

  @Test func `labels a threshold on its own line, and not on that of a value`() {
    let axes = Axes(labelWidth: 3) { "\(Int($0))" }
    func row(_ values: [Double?], word: String, width: Int = 60) -> String {
      let widget = LineChart(
        series: [.init(values: values)], maximum: 4, threshold: .init(value: 1.5, word: word),
        axes: axes)
      let lines = picture(widget, width: width, height: 5).split(separator: "\n")
      return String(lines[3].dropFirst().dropLast(2).drop { $0 != "│" && $0 != "┤" }.dropFirst())
    }
    #expect(row([4, 4], word: "limit").hasPrefix("limit 1 ──"))
    #expect(row([4, 4], word: "").hasPrefix("1 ──"))
    #expect(row([1.5, 1.5, 1.5, 4, 4, 4], word: "limit").contains(" limit 1 ──"))
    // A line that nothing is seen of is named by its word alone.
    #expect(row([1.5, 1.5], word: "limit").hasPrefix("limit 1 ⠒"))
    #expect(!row([1.5, 1.5], word: "").contains("1"))
    #expect(!row([1.5, 1.5], word: "limit", width: 30).contains("1"))
  }

  @Test func `labels the end of an axis that has one label below it`() {
    let axes = Axes(labelWidth: 6) { $0 == 0 ? "0" : "\(Int($0)) s" }
    let widget = LineChart(series: [.init(values: [31.5, 31.5])], axes: axes)
    #expect(
      picture(widget, width: 16, height: 6) == """
        xxxxxxxxxxxxxxxxxx
        x  33 s ┤⠒⠒⠒⠒⠒⠒⠒ x
        x       │        x
        x  20 s ┤        x
        x       │        x
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
