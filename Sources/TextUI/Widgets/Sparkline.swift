/// A row of small columns, one value to a cell, the newest at the right.
///
///     ▁▁▂▂▃▃▅▆▇███
package struct Sparkline: Widget, Hashable, Sendable {
  /// Oldest first; nil where nothing is known, which is drawn as a gap and not as zero.
  package var values: [Double?]
  /// What a full column stands for; the largest value shown if nil.
  package var maximum: Double?
  /// Of columns and gaps alike.
  package var style: Style
  /// Whether of more values than cells neighbours share a cell, which shows the largest of them;
  /// else the oldest are left out.
  package var showsAll: Bool

  /// A sparkline; of more values than cells the newest are shown, or all of them.
  package init(
    values: [Double?], maximum: Double? = nil, style: Style = .plain, showsAll: Bool = false
  ) {
    self.values = values
    self.maximum = maximum
    self.style = style
    self.showsAll = showsAll
  }

  /// A sparkline of which a full column stands for twice the usual value, or more: a steady line
  /// lies at half the height, and only what is unusual stands out.
  package init(unusual values: [Double?], style: Style = .plain, showsAll: Bool = false) {
    let known = values.compactMap { $0 }.sorted()
    self.init(
      values: values, maximum: known.last.map { max($0, 2 * known[known.count / 2]) },
      style: style, showsAll: showsAll)
  }

  /// Draws one row and blanks what is left of the rectangle.
  package func draw(into buffer: inout Buffer, in rect: Rect) {
    buffer.fill(rect, style: style)
    let line = text(width: rect.width, symbols: buffer.symbols)
    let y = rect.maxY - 1
    guard !rect.isEmpty else { return }
    buffer.write(line, at: Point(x: rect.x, y: y), style: style, maxWidth: rect.width)
  }

  /// The columns as a text of exactly the given width.
  package func text(width: Int, symbols: Symbols = .unicode) -> String {
    let cells = max(0, width)
    let isShared = showsAll && values.count > cells
    let shown = isShared ? spread(values, over: cells) : Array(values.suffix(cells))
    let top = maximum ?? shown.reduce(0) { max($0, $1.finite ?? 0) }
    var line = String.UnicodeScalarView()
    for _ in 0..<(cells - shown.count) { line.append(symbols.gap) }
    for value in shown {
      guard let value = value.finite else {
        line.append(symbols.gap)
        continue
      }
      let levels = symbols.levels.count
      let level = top > 0 ? roundedUp(value / top * Double(levels), in: 1...levels) - 1 : 0
      line.append(symbols.levels[level])
    }
    return String(line)
  }
}

extension Optional<Double> {
  /// The value, if it is a number at all.
  var finite: Double? {
    guard let self, self.isFinite else { return nil }
    return self
  }
}
