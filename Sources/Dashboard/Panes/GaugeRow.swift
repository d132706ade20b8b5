import Telemetry
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

  /// Widths of the columns, so that figures are never cut.
  private struct Columns {
    var name: Int
    var bar: Int
    var figure: Int
    /// 0 where notes stand in the place of bars, or nowhere.
    var note: Int
    var notesReplaceBars = false

    init(_ rows: [GaugeRow], width: Int, noteRoom: Int?) {
      func widest(_ text: (GaugeRow) -> String) -> Int {
        rows.map { CellWidth.of(text($0)) }.max() ?? 0
      }
      let longest = widest(\.name)
      let figure = widest(\.figure)
      var note = max(widest(\.note), noteRoom ?? 0)
      // The mark, and a blank before each column.
      func room() -> Int { width - 3 - figure - (note > 0 ? note + 1 : 0) }
      let least = noteRoom == nil ? Columns.leastBar : Columns.shortBar
      var shortest = Columns.shortBar
      if room() - min(longest, Columns.usualName) < least {
        if noteRoom != nil {
          notesReplaceBars = true
          shortest = note
        }
        note = 0
      }
      // A short bar says as much as a long one, half a name does not.
      shortest = min(shortest, room() - Columns.leastName)
      bar = max(0, min(24, max(shortest, room() - longest)))
      if bar < Columns.leastBar { bar = 0 }
      name = min(longest, max(0, room() - bar + (bar == 0 ? 1 : 0)))
      self.figure = figure
      self.note = note
    }

    private static let leastBar = 4
    private static let shortBar = 6
    private static let leastName = 6
    /// Names that are no longer are whole before a bar and a note have room beside each other.
    private static let usualName = 14
  }

  /// Draws rows under each other with their columns aligned.
  ///
  /// `noteRoom` keeps cells for notes that come and go, so that bars stay as long as they are; where
  /// there is no room for both, a note stands in the place of its bar. Without it notes leave first.
  static func draw(
    _ rows: [GaugeRow], theme: Theme, barRole: ThemeRole, noteRoom: Int? = nil,
    into buffer: inout Buffer, in rect: Rect
  ) {
    buffer.fill(rect)
    // A mark that is a letter would be read as the first of the name.
    let gap = buffer.symbols.isASCII ? 1 : 0
    let columns = Columns(rows, width: rect.width - gap, noteRoom: noteRoom)
    let nameX = rect.x + 1 + gap
    for (place, row) in rows.prefix(rect.height).enumerated() {
      let y = rect.y + place
      if let mark = row.severity.mark {
        buffer.write(
          String(mark.scalar(in: buffer.symbols)), at: Point(x: rect.x, y: y),
          style: theme[row.severity.role])
      }
      buffer.write(
        row.name, at: Point(x: nameX, y: y), style: theme[.text], maxWidth: columns.name)
      let barX = nameX + columns.name + 1
      if columns.notesReplaceBars, !row.note.isEmpty {
        buffer.write(
          row.note, at: Point(x: barX, y: y), style: theme[row.severity.role],
          maxWidth: columns.bar)
      } else {
        Bar(
          fraction: row.fraction.map { min(1, $0) },
          style: row.severity == .fine ? theme[barRole] : theme[row.severity.role]
        ).draw(into: &buffer, in: Rect(x: barX, y: y, width: columns.bar, height: 1))
      }
      let figure = row.figure.padded(to: columns.figure, alignment: .right)
      let figureX = columns.bar > 0 ? barX + columns.bar + 1 : barX
      buffer.write(
        figure, at: Point(x: figureX, y: y), style: theme[row.severity.role],
        maxWidth: rect.maxX - figureX)
      guard columns.note > 0 else { continue }
      buffer.write(
        row.note, at: Point(x: figureX + columns.figure + 1, y: y),
        style: theme[row.severity.role], maxWidth: columns.note)
    }
    drawRest(of: rows.count, theme, into: &buffer, in: rect)
  }

  /// Says in the last line how many rows are out of sight, where any are.
  static func drawRest(of count: Int, _ theme: Theme, into buffer: inout Buffer, in rect: Rect) {
    guard count > rect.height, rect.height > 1 else { return }
    let rest = count - rect.height + 1
    let last = Rect(x: rect.x, y: rect.maxY - 1, width: rect.width, height: 1)
    buffer.fill(last)
    buffer.write(
      "\(rest) more", at: Point(x: rect.x + 1, y: last.y), style: theme[.muted],
      maxWidth: rect.width - 1)
  }
}
