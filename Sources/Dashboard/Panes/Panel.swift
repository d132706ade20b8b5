import Telemetry
import TextUI

/// A framed part of a view that is no pane of its own.
struct Panel {
  var title: StyledText
  var caption: StyledText = ""
  /// Whether the keys for rows act on it.
  var isFocused = false

  /// Draws the frame, with as much of the caption as fits, and returns the room inside.
  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) -> Rect {
    let theme = model.theme
    Box(
      title: title, caption: caption, isFocused: isFocused, border: theme[.border],
      focusedBorder: theme[.borderFocused], titleStyle: theme[.title],
      focusedTitleStyle: theme[.titleFocused], captionStyle: theme[.muted]
    ).draw(into: &buffer, in: rect)
    return Box.inner(of: rect)
  }
}

extension Buffer {
  /// Says on the lower edge of a frame how much is out of sight, so that where there are few lines
  /// it takes none of them.
  mutating func writeHidden(_ count: String, onEdgeOf frame: Rect, _ theme: Theme) {
    let note = " \(count) "
    let width = CellWidth.of(note)
    guard width + 4 <= frame.width, frame.height > 2 else { return }
    write(note, at: Point(x: frame.maxX - 2 - width, y: frame.maxY - 1), style: theme[.muted])
  }
}

/// A framed chart of lines over the time that charts reach back to.
struct TimePanel {
  /// One line, with the word and the letter that tell it from the others.
  struct Line {
    var word: String
    var letter: Unicode.Scalar
    var role: ThemeRole
    var values: [Double?]
  }

  var title: StyledText
  var lines: [Line]
  var range: TimeRange
  var maximum: Double?
  var threshold: Double?
  var steps = Scale.Steps.decimal
  var format: (Double) -> String
  /// Said in place of lines when nothing is known.
  var placeholder: String

  /// The axis for readings that come every few seconds: columns of a quarter minute or wider.
  static func axis(_ model: Model, width: Int) -> (range: TimeRange, columns: Int) {
    let most = min(max(1, width - 11), max(1, Int(ChartTime.seconds(of: model) / 15)))
    return ChartTime.axis(of: model, most: most)
  }

  /// Where an axis of bytes ends: at a power of two, for what is round in tens is not in bytes.
  static func end(ofBytes lines: [Line]) -> Double? {
    guard let top = lines.flatMap(\.values).compactMap({ $0 }).max(), top > 0, top.isFinite else {
      return nil
    }
    return top.significand == 1 ? top : top.binade * 2
  }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let theme = model.theme
    let known = lines.filter { line in line.values.contains { $0 != nil } }
    let inner = Panel(title: title, caption: legend(of: known, model))
      .draw(model, into: &buffer, in: rect)
    guard !inner.isEmpty else { return }
    guard !known.isEmpty else {
      buffer.write(
        placeholder, at: inner.origin.moved(by: 1), style: theme[.muted],
        maxWidth: inner.width - 2)
      return
    }
    LineChart(
      series: known.map {
        LineChart.Series(values: $0.values.bridged, style: theme[$0.role], letter: $0.letter)
      },
      maximum: maximum,
      threshold: threshold.map { LineChart.Threshold(value: $0, style: theme[.threshold]) },
      axes: Axes(
        timeLabels: ChartTime.labels(of: range, model: model), labelWidth: 7,
        style: theme[.axis], steps: steps, format: format)
    ).draw(into: &buffer, in: inner)
  }

  private func legend(of lines: [Line], _ model: Model) -> StyledText {
    // Lines are listed as they are drawn, the most important last; words have an order of their own.
    lines.sorted { $0.word < $1.word }.enumerated().reduce(StyledText("")) { legend, entry in
      // A line that is alone has no letter at its end.
      let sample =
        lines.count == 1 && model.symbols.hasBraille
        ? String(model.symbols.frame.horizontal) : String(entry.element.letter)
      return legend + StyledText(entry.offset > 0 ? "  " : "")
        + StyledText(sample, style: model.theme[entry.element.role])
        + StyledText(" " + entry.element.word)
    }
  }
}

/// How a zoomed pane divides its room: a table above, charts of the selected row below.
enum ZoomedRoom {
  /// Lines that a chart needs, its frame included.
  private static let leastOfChart = 8

  /// The room of a table with so many rows and of the charts of the selected one.
  static func split(_ rect: Rect, rows: Int, charts: Int) -> (table: Rect, charts: [Rect]) {
    split(rect, tableLines: rows + 1, charts: rows == 0 ? 0 : charts)
  }

  /// The room of a whole table and the rest of it below, where that has as many lines as are asked
  /// for: whoever looks at a long table alone wants its rows.
  static func split(_ rect: Rect, rows: Int, leastBelow: Int) -> (table: Rect, below: Rect) {
    let wanted = rows + 3
    let isWhole = rows == 0 || rect.height - wanted < leastBelow
    let (table, below) = rect.splitting(top: isWhole ? rect.height : wanted)
    return (table, below)
  }

  /// The table of a zoomed pane that divides its room so.
  static func clickable(in rect: Rect, rows: Int, charts: Int) -> ClickableTable {
    ClickableTable(rect: Box.inner(of: split(rect, rows: rows, charts: charts).table), rows: rows)
  }

  /// The room of a table with so many lines and of at most so many charts, side by side from 100
  /// columns on; charts that do not fit are left out.
  static func split(_ rect: Rect, tableLines: Int, charts: Int) -> (table: Rect, charts: [Rect]) {
    let across = rect.width >= 100 ? min(charts, rect.width >= 160 ? 3 : 2) : 1
    let wanted = min(tableLines + 2, max(6, rect.height / 2))
    let rest = rect.height - wanted
    let down = min((charts + across - 1) / max(1, across), rest / leastOfChart)
    guard charts > 0, down > 0 else { return (rect, []) }
    let (table, below) = rect.splitting(top: wanted)
    let shown = min(charts, across * down)
    var places: [Rect] = []
    for row in 0..<down {
      let top = below.height * row / down
      let bottom = below.height * (row + 1) / down
      let inRow = min(across, shown - row * across)
      guard inRow > 0 else { break }
      for column in 0..<inRow {
        let left = below.width * column / inRow
        let right = below.width * (column + 1) / inRow
        places.append(
          Rect(
            x: below.x + left, y: below.y + top, width: right - left, height: bottom - top))
      }
    }
    return (table, places)
  }
}

extension Table {
  /// A table in the styles of the theme, its selection shown as that of a pane with the focus.
  init(
    _ columns: [Column], rows: [Row], selection: Int? = nil, placeholder: String = "",
    showsHeader: Bool = true, theme: Theme
  ) {
    self.init(
      columns: columns, rows: rows, selection: selection, gutter: 2, showsHeader: showsHeader,
      placeholder: StyledText(placeholder),
      headerStyle: theme[.header], selectionStyle: theme[.selection], noteStyle: theme[.muted])
  }
}

extension Table.Column {
  /// A column of names, no wider than the longest: numbers far from names are hard to follow.
  static func names(_ title: String, of names: [String], minWidth: Int = 12) -> Table.Column {
    let longest = names.reduce(minWidth) { max($0, CellWidth.of($1)) }
    return Table.Column(title, minWidth: minWidth, maxWidth: longest + 2, flex: 1)
  }

  /// A column of numbers.
  static func number(_ title: String, _ width: Int, priority: Int) -> Table.Column {
    Table.Column(title, alignment: .right, minWidth: width, priority: priority)
  }
}
