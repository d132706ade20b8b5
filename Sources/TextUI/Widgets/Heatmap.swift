/// Counts in two dimensions as shades, for latencies over time.
///
///        2 s ┤       ░░▒░
///            │     ░▒▒▓▒░
///      20 ms ┤ ▒▒▓█▓▒░▒▓█▓▒
package struct Heatmap: Widget {
  /// How counts become shades.
  package enum Shading: Hashable, Sendable {
    /// Half the largest count is half as dark.
    case linear
    /// Ten requests show beside ten thousand.
    case logarithmic
  }

  /// Counts, the uppermost row first; a row shorter than others ends early.
  package var rows: [[Double]]
  /// What each row stands for; empty where there is no label.
  package var rowLabels: [String]
  /// Below the map, spread from its left end to its right end; empty leaves the row to the map.
  package var timeLabels: [String]
  /// How dark a count is beside the largest that is drawn.
  package var shading: Shading
  /// From the palest to the darkest; the last stands for all above it.
  package var styles: [Style]
  /// Per column the row whose upper edge a line marks, as for p95: it hides no shade.
  ///
  /// It stands at the bottom of the cell above: as a character of its own where that cell is empty,
  /// else as an underline. Above the uppermost row there is none.
  package var line: [Int?]
  /// Of the line where it is a character.
  package var lineStyle: Style
  /// Of the line at the left and of all labels.
  package var axisStyle: Style
  /// Cells for the labels of rows, aligned at the right; longer ones are cut.
  package var labelWidth: Int

  /// A map; rows and columns beyond the room are joined with their neighbours.
  package init(
    rows: [[Double]], rowLabels: [String] = [], timeLabels: [String] = [],
    shading: Shading = .logarithmic, styles: [Style] = [], line: [Int?] = [],
    lineStyle: Style = .plain, axisStyle: Style = .plain, labelWidth: Int = 7
  ) {
    self.rows = rows
    self.rowLabels = rowLabels
    self.timeLabels = timeLabels
    self.shading = shading
    self.styles = styles
    self.line = line
    self.lineStyle = lineStyle
    self.axisStyle = axisStyle
    self.labelWidth = labelWidth
  }

  /// The room for shades: the rectangle without labels, and without the row of times.
  package func plot(in rect: Rect) -> Rect {
    let below = timeLabels.isEmpty || rect.height < 3 ? 0 : 1
    guard !rowLabels.isEmpty, rect.width >= labelWidth + 8 else {
      return Rect(x: rect.x, y: rect.y, width: rect.width, height: rect.height - below)
    }
    return Rect(
      x: rect.x + labelWidth + 3, y: rect.y, width: rect.width - labelWidth - 4,
      height: rect.height - below)
  }

  /// Draws labels, line and shades, and blanks the rest of the rectangle.
  package func draw(into buffer: inout Buffer, in rect: Rect) {
    buffer.fill(rect)
    let plot = plot(in: rect)
    guard !plot.isEmpty, !rows.isEmpty else { return }
    let shown = min(rows.count, plot.height)
    drawLabels(into: &buffer, in: rect, plot: plot, shown: shown)
    let counts = (0..<shown).map { row in
      joined(rows[group(row, of: shown, from: rows.count)], over: plot.width)
    }
    let largest = counts.reduce(0) { $1.reduce($0, max) }
    for (y, row) in counts.enumerated() {
      for (x, count) in row.enumerated() where count > 0 {
        let darkness = darkness(count, largest: largest)
        buffer.put(
          shade(darkness, symbols: buffer.symbols), at: Point(x: plot.x + x, y: plot.y + y),
          style: style(darkness))
      }
    }
    drawLine(above: counts, into: &buffer, in: plot)
  }

  private func drawLabels(into buffer: inout Buffer, in rect: Rect, plot: Rect, shown: Int) {
    if plot.x > rect.x {
      let gutter = Gutter(rect: rect, labelWidth: labelWidth, style: axisStyle)
      gutter.drawLine(into: &buffer, rows: shown)
      for row in 0..<shown {
        let labels = group(row, of: shown, from: rows.count).map {
          $0 < rowLabels.count ? rowLabels[$0] : ""
        }
        guard let label = labels.first(where: { !$0.isEmpty }) else { continue }
        gutter.draw(label, atRow: row, into: &buffer)
      }
    }
    guard plot.maxY < rect.maxY else { return }
    let above = Rect(x: plot.x, y: plot.y, width: plot.width, height: shown)
    Axes(timeLabels: timeLabels, style: axisStyle) { _ in "" }
      .drawTimeLabels(into: &buffer, below: above)
  }

  private func drawLine(above counts: [[Double]], into buffer: inout Buffer, in plot: Rect) {
    guard !line.isEmpty else { return }
    for x in 0..<plot.width {
      let row = line[min(line.count - 1, x * line.count / plot.width)]
      guard let row, row >= 0, row < rows.count else { continue }
      let above = row * counts.count / rows.count - 1
      guard above >= 0 else { continue }
      let point = Point(x: plot.x + x, y: plot.y + above)
      if x < counts[above].count, counts[above][x] > 0 {
        buffer.restyle(Rect(x: point.x, y: point.y, width: 1, height: 1)) {
          $0.adding(.underline)
        }
      } else {
        buffer.put(buffer.symbols.mapLine, at: point, style: lineStyle)
      }
    }
  }

  /// The rows that share one line of the screen.
  private func group(_ row: Int, of shown: Int, from count: Int) -> Range<Int> {
    row * count / shown..<(row + 1) * count / shown
  }

  /// Some rows joined to one, then its columns joined or repeated to the given number.
  ///
  /// Joined counts are averaged: a sum would be darker wherever more of them happen to meet.
  private func joined(_ rows: ArraySlice<[Double]>, over columns: Int) -> [Double] {
    let width = self.rows.reduce(0) { max($0, $1.count) }
    guard width > 0 else { return [] }
    return (0..<columns).map { column in
      let start = column * width / columns
      let end = max(start + 1, (column + 1) * width / columns)
      let sum = rows.reduce(0) { sum, row in
        sum + row[min(start, row.count)..<min(end, row.count)].reduce(0) { $0 + ($1 > 0 ? $1 : 0) }
      }
      return sum / Double((end - start) * rows.count)
    }
  }

  /// 0 for the smallest count there can be, 1 for the largest there is.
  private func darkness(_ count: Double, largest: Double) -> Double {
    guard count.isFinite, largest.isFinite, largest > 0 else { return 1 }
    return switch shading {
    case .linear: count / largest
    case .logarithmic: approximateLog2(1 + count) / approximateLog2(1 + largest)
    }
  }

  /// Anything counted is at least the palest shade.
  private func shade(_ darkness: Double, symbols: Symbols) -> Unicode.Scalar {
    symbols.shades[
      rounded(darkness * Double(symbols.shades.count - 1), in: 1...symbols.shades.count - 1)]
  }

  private func style(_ darkness: Double) -> Style {
    guard !styles.isEmpty else { return .plain }
    return styles[rounded(darkness * Double(styles.count - 1), in: 0...styles.count - 1)]
  }
}

/// The binary logarithm with straight lines between powers of two; exact enough for five shades.
private func approximateLog2(_ value: Double) -> Double {
  Double(value.exponent) + value.significand - 1
}
