/// Lines over time, the oldest value at the left edge and the newest at the right.
///
///      10 s ┤                ⢀⣀⡠⠤⠒⠒
///           │          ⣀⠤⠔⠒⠊⠉
///         0 ┤-10m               now
package struct LineChart: Widget {
  /// One line.
  package struct Series: Hashable, Sendable {
    /// Oldest first; nil where nothing is known: the line is interrupted there.
    package var values: [Double?]
    /// Of the line and of the letter at its end.
    package var style: Style
    /// Stands at the end of the line, so that lines can be told apart without their colours; on
    /// terminals without braille the line is drawn with it.
    package var letter: Unicode.Scalar

    /// A line.
    package init(values: [Double?], style: Style = .plain, letter: Unicode.Scalar = "*") {
      self.values = values
      self.style = style
      self.letter = letter
    }
  }

  /// A level to stay below, drawn as a horizontal line behind the others.
  ///
  /// Its value stands beside it among the labels of the axis, where lines neither hide nor move it.
  package struct Threshold: Hashable, Sendable {
    /// In the unit of the series; above the end of the axis nothing is drawn.
    package var value: Double
    /// Of the line and of the label at the axis.
    package var style: Style

    /// A level with its looks.
    package init(value: Double, style: Style = .plain) {
      self.value = value
      self.style = style
    }
  }

  /// Later ones are drawn over earlier ones.
  package var series: [Series]
  /// Where the vertical axis ends; a round number above all values if nil.
  package var maximum: Double?
  /// Does not stretch the axis; nil draws none.
  package var threshold: Threshold?
  /// Without axes the plot takes the whole rectangle.
  package var axes: Axes?

  /// A chart of several lines.
  package init(
    series: [Series], maximum: Double? = nil, threshold: Threshold? = nil, axes: Axes? = nil
  ) {
    self.series = series
    self.maximum = maximum
    self.threshold = threshold
    self.axes = axes
  }

  /// Draws axes, threshold and lines, and blanks the rest of the rectangle.
  package func draw(into buffer: inout Buffer, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let (plot, scale) = axes.draw(into: &buffer, in: rect, threshold: threshold) {
      self.scale(rows: $0)
    }
    guard !plot.isEmpty else { return }
    drawThreshold(into: &buffer, in: plot, scale: scale)
    var canvas = DotCanvas(size: plot.size, isBraille: buffer.symbols.hasBraille)
    for line in series { draw(line, on: &canvas, scale: scale) }
    canvas.draw(into: &buffer, at: plot.origin)
    if buffer.symbols.hasBraille {
      drawLetters(into: &buffer, in: plot) {
        dotRow(of: $0, scale, of: canvas.height) * plot.height / canvas.height
      }
    }
  }

  private func scale(rows: Int) -> Scale {
    if let maximum { return Scale(maximum: maximum, rows: rows) }
    let top = series.reduce(0) { top, line in
      line.values.reduce(top) { max($0, $1.finite ?? 0) }
    }
    return Scale(top: top, rows: rows, steps: axes?.steps ?? .decimal)
  }

  private func drawThreshold(into buffer: inout Buffer, in plot: Rect, scale: Scale) {
    guard let threshold, let row = scale.row(of: threshold.value, rows: plot.height) else { return }
    buffer.fill(
      Rect(x: plot.x, y: plot.y + row, width: plot.width, height: 1),
      with: buffer.symbols.frame.horizontal, style: threshold.style)
  }

  /// Puts the letter of each line at its newest value; of lines that end together the later ones
  /// stand to the left.
  private func drawLetters(
    into buffer: inout Buffer, in plot: Rect, row: (_ value: Double) -> Int
  ) {
    guard series.count > 1, plot.width >= 4 * series.count else { return }
    var taken: [Int: Int] = [:]
    for line in series {
      // A line of a few cells would disappear behind letters.
      guard let value = line.values.last?.finite,
        line.values.count(where: { $0.finite != nil }) >= 4
      else { continue }
      let row = row(value)
      let place = taken[row, default: 0]
      taken[row] = place + 1
      buffer.put(
        line.letter, at: Point(x: plot.maxX - 1 - place, y: plot.y + row), style: line.style)
    }
  }

  private func draw(_ line: Series, on canvas: inout DotCanvas, scale: Scale) {
    var previous: Point?
    let last = line.values.count - 1
    for (index, value) in line.values.enumerated() {
      guard let value = value.finite else {
        previous = nil
        continue
      }
      let x = last > 0 ? index * (canvas.width - 1) / last : canvas.width - 1
      let point = Point(x: x, y: dotRow(of: value, scale, of: canvas.height))
      canvas.line(from: previous ?? point, to: point, letter: line.letter, style: line.style)
      previous = point
    }
  }

  /// The row of dots that a value lies in, of `count` from the top.
  private func dotRow(of value: Double, _ scale: Scale, of count: Int) -> Int {
    count - 1 - rounded(scale.fraction(value) * Double(count - 1), in: 0...count - 1)
  }
}
