/// The values a chart's height stands for: equal steps of 1, 2 or 5 times a power of ten.
package struct Scale: Hashable, Sendable {
  /// The value at the upper edge, in the unit of the values; above 0.
  package let maximum: Double
  /// Steps above zero that are labelled; each ends on the edge of a row.
  package let divisions: Int
  /// Rows from one step to the next; above the last one there may be some rows more.
  package let rowsPerStep: Int
  /// What a step stands for.
  package let step: Double

  /// A scale for values up to `top` on a chart of the given rows; never empty, never infinite.
  package init(top: Double, rows: Int) {
    let usual = Fit(top: top, rows: rows, rowsPerStep: Scale.divisions(rows: rows).rows)
    let isEmpty = usual.maximum * Scale.leastUse > top || usual.hasOneLabel && rows >= Scale.lowRows
    let fit = isEmpty && top > 0 ? usual.better(for: top) : usual
    rowsPerStep = fit.hasEasyHalf ? fit.rowsPerStep / 2 : fit.rowsPerStep
    step = fit.hasEasyHalf ? fit.step / 2 : fit.step
    divisions = rows / rowsPerStep
    maximum = fit.maximum
  }

  /// Rows from which on a chart has room for two labels.
  private static let lowRows = 5

  /// The part of the height that must be used before steps of other rows are tried.
  private static let leastUse = 0.65
  /// A chart may end this much above the closest that there is, for labels in their usual rows.
  private static let patience = 1.3

  /// Labels that a chart has at most where it tries other rows.
  private static let mostDivisions = 6

  /// A step of so many rows that reaches a value.
  private struct Fit {
    let rows: Int
    let rowsPerStep: Int
    let step: Double
    let maximum: Double

    init(top: Double, rows: Int, rowsPerStep: Int) {
      self.rows = max(1, rows)
      self.rowsPerStep = rowsPerStep
      let height = Double(self.rows) / Double(rowsPerStep)
      step = Scale.niceStep(atLeast: top / height)
      maximum = step * height
    }

    /// Whether a second step would end above the chart: one label tells little.
    var hasOneLabel: Bool { 2 * rowsPerStep > rows }

    /// Whether half of its only step is as easy to read, and ends on the edge of a row too.
    var hasEasyHalf: Bool {
      hasOneLabel && rowsPerStep >= 4 && rowsPerStep.isMultiple(of: 2)
        && Scale.niceStep(atLeast: step / 2) <= step / 2 * (1 + 1e-9)
    }

    /// Steps of about as many rows that leave less of the height empty.
    func better(for top: Double) -> Fit {
      let least = max(2, rowsPerStep / 2, (rows + Scale.mostDivisions - 1) / Scale.mostDivisions)
      guard least <= rows else { return self }
      let fits = (least...min(rows, max(least, 2 * rowsPerStep))).map {
        Fit(top: top, rows: rows, rowsPerStep: $0)
      }
      let closest = fits.reduce(maximum) { min($0, $1.maximum) }
      // One label tells little of what lies between.
      func misfit(_ fit: Fit) -> Int {
        abs(fit.rowsPerStep - rowsPerStep) + (fit.hasOneLabel ? rows : 0)
      }
      return fits.filter { $0.maximum < min(closest * Scale.patience, 2 * top) }
        .min { misfit($0) < misfit($1) } ?? self
    }
  }

  /// A scale that ends exactly where the caller wants.
  package init(maximum: Double, rows: Int) {
    self.maximum = maximum > 0 && maximum.isFinite ? maximum : 1
    divisions = Scale.evenDivisions(rows: rows)
    rowsPerStep = max(1, rows / divisions)
    step = self.maximum / Double(divisions)
  }

  /// The part of the height a value reaches, 0 to 1.
  package func fraction(_ value: Double) -> Double { min(1, max(0, value / maximum)) }

  /// Labels that divide the height evenly, or in a tall chart that they do not, as many as are easy
  /// to read, with rows left above the last.
  private static func divisions(rows: Int) -> (count: Int, rows: Int) {
    let even = evenDivisions(rows: rows)
    guard even == 1, rows >= 10 else { return (even, max(1, rows / even)) }
    let rowsPerStep = max(3, (rows + 2) / 5)
    return (rows / rowsPerStep, rowsPerStep)
  }

  /// Labels at every second to fourth row, and only where they are exact.
  private static func evenDivisions(rows: Int) -> Int {
    if rows >= 8, rows % 4 == 0 { return 4 }
    for candidate in [2, 3, 5] where rows % candidate == 0 && rows / candidate > 1 {
      return candidate
    }
    return 1
  }

  /// The smallest of 1, 2 and 5 times a power of ten that is not below a value.
  package static func niceStep(atLeast value: Double) -> Double {
    guard value > 0, value.isFinite else { return 1 }
    // Whole powers stay exact: 0.1 is one tenth, not a product of rounding errors.
    var power = 1.0
    while power < value, power < 1e300 { power *= 10 }
    var divisor = 1.0
    while power == 1, divisor < 1e300, 1 / (divisor * 10) >= value { divisor *= 10 }
    let decade = power / divisor
    for part in [10.0, 5.0, 2.0] where decade / part >= value * (1 - 1e-12) { return decade / part }
    return decade
  }
}

/// The labelled axes of a chart.
///
///      10 s ┤
///           │           the plot
///       5 s ┤
///           │
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

  /// Axes with labels.
  package init(
    timeLabels: [String] = [], labelWidth: Int = 6, style: Style = .plain,
    format: @escaping (Double) -> String
  ) {
    self.timeLabels = timeLabels
    self.labelWidth = labelWidth
    self.style = style
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
  func draw(into buffer: inout Buffer, in rect: Rect, scale: (_ rows: Int) -> Scale)
    -> (plot: Rect, scale: Scale)
  {
    buffer.fill(rect)
    var plot = plot(in: rect)
    let scale = scale(plot.height)
    guard plot != rect else { return (plot, scale) }
    var ticks = (0...scale.divisions).map { step in
      (
        row: plot.height - scale.rowsPerStep * step, label: format(scale.step * Double(step))
      )
    }
    // A lone label says nothing of the rows above it, where all values may lie.
    let end = format(scale.maximum)
    if scale.divisions == 1, plot.height - scale.rowsPerStep > 1, CellWidth.of(end) <= labelWidth {
      ticks.append((row: 0, label: end))
    }
    let widest = ticks.reduce(labelWidth) { max($0, CellWidth.of($1.label)) }
    plot = self.plot(in: rect, labelWidth: widest)
    guard plot != rect else { return (plot, scale) }
    let gutter = Gutter(rect: rect, labelWidth: widest, style: style)
    gutter.drawLine(into: &buffer, rows: rect.height)
    for tick in ticks { gutter.draw(tick.label, atRow: tick.row, into: &buffer) }
    drawTimeLabels(into: &buffer, below: plot)
    return (plot, scale)
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
  func draw(into buffer: inout Buffer, in rect: Rect, scale: (_ rows: Int) -> Scale)
    -> (plot: Rect, scale: Scale)
  {
    if let axes = self { return axes.draw(into: &buffer, in: rect, scale: scale) }
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

  func draw(_ label: String, atRow row: Int, into buffer: inout Buffer) {
    let y = rect.y + row
    let indent = Alignment.right.indent(of: CellWidth.of(label), in: labelWidth)
    buffer.write(
      label, at: Point(x: rect.x + indent, y: y), style: style, maxWidth: labelWidth - indent)
    buffer.put(
      buffer.symbols.frame.tick, at: Point(x: rect.x + labelWidth + 1, y: y), style: style)
  }
}
