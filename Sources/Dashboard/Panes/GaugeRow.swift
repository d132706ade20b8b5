import TextUI

/// One line of a pane of gauges: a mark, a name, a bar, a figure and a word.
///
///     ✖loader    █████████▉  13/10  4 waiting
struct GaugeRow {
  var name: String
  var fraction: Double?
  var severity: Severity
  var figure: String
  var note = ""

  /// Draws rows under each other with their columns aligned.
  static func draw(
    _ rows: [GaugeRow], theme: Theme, barRole: ThemeRole, into buffer: inout Buffer, in rect: Rect
  ) {
    buffer.fill(rect)
    let figureWidth = rows.map { CellWidth.of($0.figure) }.max() ?? 0
    let noteWidth = min(rows.map { CellWidth.of($0.note) }.max() ?? 0, rect.width / 3)
    let longest = rows.map { CellWidth.of($0.name) }.max() ?? 0
    let fixed = 1 + 1 + 1 + figureWidth + (noteWidth > 0 ? noteWidth + 1 : 0)
    let nameWidth = min(longest, max(6, (rect.width - fixed) / 2))
    let barWidth = max(0, min(24, rect.width - fixed - nameWidth))
    for (place, row) in rows.prefix(rect.height).enumerated() {
      let y = rect.y + place
      if let mark = row.severity.mark {
        buffer.write(
          String(mark.scalar(in: buffer.symbols)), at: Point(x: rect.x, y: y),
          style: theme[row.severity.role])
      }
      buffer.write(
        row.name, at: Point(x: rect.x + 1, y: y), style: theme[.text], maxWidth: nameWidth)
      let barX = rect.x + 1 + nameWidth + 1
      Bar(
        fraction: row.fraction.map { min(1, $0) },
        style: row.severity == .fine ? theme[barRole] : theme[row.severity.role]
      ).draw(into: &buffer, in: Rect(x: barX, y: y, width: barWidth, height: 1))
      let figure = row.figure.padded(to: figureWidth, alignment: .right)
      let figureX = barX + barWidth + 1
      buffer.write(
        figure, at: Point(x: figureX, y: y), style: theme[row.severity.role],
        maxWidth: rect.maxX - figureX)
      guard noteWidth > 0 else { continue }
      buffer.write(
        row.note, at: Point(x: figureX + figureWidth + 1, y: y), style: theme[row.severity.role],
        maxWidth: noteWidth)
    }
    if rows.count > rect.height, rect.height > 1 {
      let rest = rows.count - rect.height + 1
      let last = Rect(x: rect.x, y: rect.maxY - 1, width: rect.width, height: 1)
      buffer.fill(last)
      buffer.write(
        "\(rest) more", at: Point(x: rect.x + 1, y: last.y), style: theme[.muted],
        maxWidth: rect.width - 1)
    }
  }
}
