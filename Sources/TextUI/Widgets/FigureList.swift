/// Figures under each other, with what they are called before them and what explains them behind.
///
///     rate     4.2 /s  5xx 2.1 %  2xx 97.6 %
///     errors    2.1 %  apdex 0.88
///     p95      1.18 s  ▲ over 500 ms
///
/// Where there are fewer lines than figures, the least important ones leave. Where most of them
/// would have to, they stand side by side without their notes, the most important first:
///
///     p95      1.18 s ▲ errors    2.1 %
///     p99      2.28 s   p50       43 ms
package struct FigureList: Widget {
  /// One figure.
  package struct Figure: Hashable, Sendable {
    /// What it is called.
    package var label: String
    /// Aligned right, so that units stand under each other.
    package var value: String
    /// Of the value.
    package var style: Style
    /// Right behind the value; leaves with its figure, and where figures stand side by side.
    package var note: StyledText
    /// Stands behind the value where there is no room for the note, which says the same in words.
    package var mark: Mark?
    /// 1 is the most important; the figure with the largest number leaves first.
    package var priority: Int

    /// A figure with its words.
    package init(
      _ label: String, _ value: String, style: Style = .plain, note: StyledText = "",
      mark: Mark? = nil, priority: Int
    ) {
      self.label = label
      self.value = value
      self.style = style
      self.note = note
      self.mark = mark
      self.priority = priority
    }
  }

  /// In the order in which they stand where each has a line.
  package var figures: [Figure]
  /// Cells of a label, the blank behind it included.
  package var labelWidth: Int
  /// Of the labels.
  package var labelStyle: Style

  /// Cells of a value: a duration, a rate or a share with its unit, a mark before it.
  package static let valueWidth = 8

  /// Figures in the order in which they stand where each has a line.
  package init(_ figures: [Figure], labelWidth: Int, labelStyle: Style = .plain) {
    self.figures = figures
    self.labelWidth = labelWidth
    self.labelStyle = labelStyle
  }

  /// Draws the figures that have room and blanks the rest of the rectangle.
  package func draw(into buffer: inout Buffer, in rect: Rect) {
    buffer.fill(rect)
    guard !rect.isEmpty else { return }
    // With a mark behind it.
    let cell = labelWidth + FigureList.valueWidth + 2
    let across = max(1, (rect.width + 1) / (cell + 1))
    if across > 1, 2 * rect.height < figures.count {
      for (place, index) in ranked.prefix(across * rect.height).enumerated() {
        let origin = Point(
          x: rect.x + place % across * (cell + 1), y: rect.y + place / across)
        var line = self.line(of: figures[index])
        if let mark = figures[index].mark {
          line += StyledText(
            " " + String(mark.scalar(in: buffer.symbols)), style: figures[index].style)
        }
        buffer.write(line, at: origin, maxWidth: cell)
      }
      return
    }
    for (row, index) in ranked.prefix(rect.height).sorted().enumerated() {
      let origin = Point(x: rect.x, y: rect.y + row)
      let used = buffer.write(line(of: figures[index]), at: origin, maxWidth: rect.width)
      guard used < rect.width else { continue }
      // On its own, so that a note without room does not take the end of its value.
      buffer.write(
        figures[index].note, at: origin.moved(by: used), maxWidth: rect.width - used)
    }
  }

  /// Places of the figures, the most important first.
  private var ranked: [Int] {
    figures.indices.sorted { (figures[$0].priority, $0) < (figures[$1].priority, $1) }
  }

  private func line(of figure: Figure) -> StyledText {
    StyledText(figure.label.padded(to: labelWidth), style: labelStyle)
      + StyledText(
        figure.value.padded(to: FigureList.valueWidth, alignment: .right), style: figure.style)
  }
}
