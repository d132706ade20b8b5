/// The labelled axes of a chart.
///
///      10 s ┤
///           │           the plot
///       5 s ┤
///    500 ms ┤────────────────────────────────────────────
///         0 ┤-10m                 -5m                 now
package struct Axes {
  /// Writes a value of the vertical axis, with its unit.
  package var format: (Double) -> String
  /// Times below the plot, spread from its left end to its right end.
  package var timeLabels: [String]
  /// Cells kept for the labels of values, so that the plot never moves; longer labels take more.
  package var labelWidth: Int
  /// Of the line and of all labels.
  package var style: Style
  /// Which steps of the vertical axis are round in what it counts.
  package var steps: Scale.Steps

  /// Axes with labels.
  package init(
    timeLabels: [String] = [], labelWidth: Int = 6, style: Style = .plain,
    steps: Scale.Steps = .decimal, format: @escaping (Double) -> String
  ) {
    self.timeLabels = timeLabels
    self.labelWidth = labelWidth
    self.style = style
    self.steps = steps
    self.format = format
  }

  /// The room left for the plot; all of it where axes would leave too little.
  package func plot(in rect: Rect) -> Rect { plot(in: rect, labelWidth: labelWidth) }

  private func plot(in rect: Rect, labelWidth: Int) -> Rect {
    let gutter = labelWidth + 2
    // The blank column at the right keeps the plot off the frame.
    guard rect.width >= gutter + 5, rect.height >= 2 else { return rect }
    return Rect(
      x: rect.x + gutter, y: rect.y, width: rect.width - gutter - 1, height: rect.height - 1)
  }

  /// Blanks the rectangle, draws the axes, and returns the room left for the plot.
  ///
  /// A threshold has its label here, where nothing hides it and it stays while lines move; a round
  /// value beside the same row gives way to it.
  func draw(
    into buffer: inout Buffer, in rect: Rect, threshold: LineChart.Threshold? = nil,
    scale: (_ rows: Int) -> Scale
  ) -> (plot: Rect, scale: Scale) {
    buffer.fill(rect)
    var plot = plot(in: rect)
    let scale = scale(plot.height)
    guard plot != rect else { return (plot, scale) }
    var ticks = (0...scale.divisions).map { step in
      Tick(
        row: plot.height - scale.rowsPerStep * step, label: format(scale.step * Double(step)),
        style: style)
    }
    // Its width counts whether it is in sight or not, so that the plot stays where it is.
    let name = threshold.map { format($0.value) }
    if let threshold, let name, let row = scale.row(of: threshold.value, rows: plot.height) {
      ticks.removeAll { $0.row == row }
      ticks.append(Tick(row: row, label: name, style: threshold.style))
    }
    let widest = (ticks.map(\.label) + [name ?? ""]).reduce(labelWidth) {
      max($0, CellWidth.of($1))
    }
    plot = self.plot(in: rect, labelWidth: widest)
    guard plot != rect else { return (plot, scale) }
    let gutter = Gutter(rect: rect, labelWidth: widest, style: style)
    gutter.drawLine(into: &buffer, rows: rect.height)
    for tick in ticks {
      gutter.draw(tick.label, atRow: tick.row, style: tick.style, into: &buffer)
    }
    drawTimeLabels(into: &buffer, below: plot)
    return (plot, scale)
  }

  /// A label of the vertical axis.
  private struct Tick {
    let row: Int
    let label: String
    let style: Style
  }

  /// The first label starts at the left end, the last ends at the right one, others stand between.
  func drawTimeLabels(into buffer: inout Buffer, below plot: Rect) {
    let row = Rect(x: plot.x, y: plot.maxY, width: plot.width, height: 1)
    let last = timeLabels.count - 1
    var free = row.x
    // The right end is the present: it has its room before those in the middle.
    let lastWidth = timeLabels.last.map(CellWidth.of) ?? 0
    guard lastWidth <= row.width else { return }
    for (index, label) in timeLabels.enumerated() {
      let width = CellWidth.of(label)
      let start: Int =
        switch index {
        case last: row.maxX - width
        case 0: row.x
        default: row.x + row.width * index / last - width / 2
        }
      let end = index == last ? row.maxX : row.maxX - lastWidth - 1
      guard start >= free, start + width <= end else { continue }
      buffer.write(label, at: Point(x: start, y: row.y), style: style)
      free = start + width + 1
    }
  }
}

extension Axes? {
  /// Blanks the rectangle, draws the axes if there are any, and returns the room for the plot.
  func draw(
    into buffer: inout Buffer, in rect: Rect, threshold: LineChart.Threshold? = nil,
    scale: (_ rows: Int) -> Scale
  ) -> (plot: Rect, scale: Scale) {
    if let axes = self {
      return axes.draw(into: &buffer, in: rect, threshold: threshold, scale: scale)
    }
    buffer.fill(rect)
    return (rect, scale(rect.height))
  }
}

/// The labels and the line at the left of a plot.
struct Gutter {
  let rect: Rect
  let labelWidth: Int
  let style: Style

  func drawLine(into buffer: inout Buffer, rows: Int) {
    buffer.fill(
      Rect(x: rect.x + labelWidth + 1, y: rect.y, width: 1, height: rows),
      with: buffer.symbols.frame.vertical, style: style)
  }

  func draw(_ label: String, atRow row: Int, style: Style? = nil, into buffer: inout Buffer) {
    let style = style ?? self.style
    let y = rect.y + row
    let indent = Alignment.right.indent(of: CellWidth.of(label), in: labelWidth)
    buffer.write(
      label, at: Point(x: rect.x + indent, y: y), style: style, maxWidth: labelWidth - indent)
    buffer.put(
      buffer.symbols.frame.tick, at: Point(x: rect.x + labelWidth + 1, y: y), style: style)
  }
}
