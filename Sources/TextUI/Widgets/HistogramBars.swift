/// Labelled horizontal bars, one row each, scaled to the largest.
///
///      < 5 ms ┤████████▌            1,203
///     < 10 ms ┤██████████████████▏  2,604
package struct HistogramBars: Widget {
  /// One bar.
  package struct Row: Hashable, Sendable {
    /// Left of the bar; the widest one sets the place of the axis for all rows.
    package var label: String
    package var count: Double
    /// The count as it is to be read, at the right end.
    package var value: String
    /// Of the bar alone; words have `labelStyle` and `valueStyle`.
    package var style: Style

    /// A bar with its words.
    package init(label: String, count: Double, value: String, style: Style = .plain) {
      self.label = label
      self.count = count
      self.value = value
      self.style = style
    }
  }

  /// From the top down.
  package var rows: [Row]
  /// Of the labels, and of the axis beside them.
  package var labelStyle: Style
  /// Of the counts at the right.
  package var valueStyle: Style
  /// What the longest bar stands for; the largest count if nil.
  package var maximum: Double?

  /// Bars from the top down; those that do not fit are left out.
  package init(
    rows: [Row], maximum: Double? = nil, labelStyle: Style = .plain, valueStyle: Style = .plain
  ) {
    self.rows = rows
    self.maximum = maximum
    self.labelStyle = labelStyle
    self.valueStyle = valueStyle
  }

  /// Draws the bars and blanks the rest of the rectangle.
  package func draw(into buffer: inout Buffer, in rect: Rect) {
    buffer.fill(rect)
    guard !rect.isEmpty else { return }
    let labelWidth = rows.reduce(0) { max($0, CellWidth.of($1.label)) }
    let valueWidth = rows.reduce(0) { max($0, CellWidth.of($1.value)) }
    let top = maximum ?? rows.reduce(0) { max($0, $1.count.isFinite ? $1.count : 0) }
    let gutter = Gutter(rect: rect, labelWidth: labelWidth, style: labelStyle)
    // Label, blank, axis, bar, blank, value: without room for a bar only label and value stay.
    let barX = rect.x + labelWidth + 2
    let barWidth = rect.width - labelWidth - 2 - valueWidth - 2
    for (index, row) in rows.prefix(rect.height).enumerated() {
      let y = rect.y + index
      if barWidth >= 3 {
        gutter.draw(row.label, atRow: index, into: &buffer)
        Bar(fraction: top > 0 ? row.count / top : 0, style: row.style)
          .draw(into: &buffer, in: Rect(x: barX, y: y, width: barWidth, height: 1))
      } else {
        buffer.write(
          row.label, at: Point(x: rect.x, y: y), style: labelStyle,
          maxWidth: rect.width - valueWidth - 1)
      }
      let x = rect.maxX - CellWidth.of(row.value)
      guard x >= rect.x else { continue }
      buffer.write(row.value, at: Point(x: x, y: y), style: valueStyle)
    }
  }
}
