import Telemetry
import TextUI

extension PaneID {
  /// See `LogPane`.
  package static let logs = PaneID("logs")
}

/// The newest lines of all logs, at an endpoint those that speak of it; levels coloured.
struct LogPane: Pane {
  let id = PaneID.logs
  let title = "log"
  let band = PaneBand.log

  func rowCount(_ model: Model) -> Int { model.logLines.count }

  func texts(_ model: Model) -> [String] { model.logLines.map(\.text.string) }

  func isFed(by model: Model) -> Bool { !model.history.tail.isEmpty }

  func absence(of model: Model) -> String {
    let said = placeholder(of: model)
    return said.isEmpty ? "no line of a log was read" : said
  }

  func caption(of model: Model) -> StyledText {
    if !model.search.isEmpty, model.focus == id {
      let matches = model.matchingRows
      let row = model.selectedRow(of: id, count: model.rowCount(of: id)) ?? 0
      let place = matches.firstIndex(of: row).map { "\($0 + 1) of " } ?? ""
      return StyledText("\(place)\(matches.count) lines with \(model.search)")
    }
    if case .endpoint = model.place { return "of this endpoint, found by method and path" }
    let names = Set(model.logLines.suffix(100).map(\.source)).sorted()
    return StyledText(
      names.map { model.history.sources[$0].identity.name.string }.joined(separator: " · "))
  }

  func contentHeight(of model: Model) -> Int { model.logLines.count }

  func isSilent(_ model: Model) -> Bool {
    model.place != .overview && model.logLines.isEmpty && !model.isReadingLines
  }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let theme = model.theme
    buffer.fill(rect)
    let lines = model.logLines
    guard !lines.isEmpty else {
      buffer.write(
        placeholder(of: model), at: rect.origin.moved(by: 1), style: theme[.muted],
        maxWidth: rect.width - 2)
      return
    }
    let visible = LogPane.visible(model, count: lines.count, height: rect.height)
    let shown = lines[visible]
    let selected = model.focus == id ? model.selection[model.place]?[id] : nil
    let sourceWidth =
      model.history.sources.count > 1 && rect.width >= 90
      ? min(14, shown.map { CellWidth.of(name($0, model)) }.max() ?? 0) : 0
    for (place, line) in zip(visible, shown) {
      let y = rect.maxY - visible.upperBound + place
      let role = LogPane.role(of: line.level)
      if let mark = LogPane.mark(of: line.level) {
        buffer.put(mark.scalar(in: buffer.symbols), at: Point(x: rect.x, y: y), style: theme[role])
      }
      var x = rect.x + 2
      let hasClock = rect.width >= 60
      let goesOn = place > visible.lowerBound && line.goesOn(after: lines[place - 1])
      if hasClock, goesOn {
        x += CalendarTime(line.time).clock.count + 1
      } else if hasClock {
        x += buffer.write(
          CalendarTime(line.time).clock + " ", at: Point(x: x, y: y), style: theme[.muted])
      }
      if sourceWidth > 0 {
        if !goesOn {
          buffer.write(
            name(line, model), at: Point(x: x, y: y), style: theme[.muted], maxWidth: sourceWidth)
        }
        x += sourceWidth + 1
      }
      buffer.write(
        highlighted(LogPane.said(by: line), model, theme[role]), at: Point(x: x, y: y),
        maxWidth: rect.maxX - x)
      guard place == selected else { continue }
      if LogPane.mark(of: line.level) == nil {
        buffer.put(buffer.symbols.selected, at: Point(x: rect.x, y: y), style: theme[.accent])
      }
      let row = Rect(x: rect.x, y: y, width: rect.width, height: 1)
      buffer.restyle(row) { theme[.selection].over($0) }
    }
  }

  /// The pane, and the selected line in full below it.
  func drawZoomed(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    guard let (top, below) = LogPane.split(rect, model),
      let row = model.selection[model.place]?[id], model.logLines.count > 0
    else { return drawFramed(model, into: &buffer, in: rect) }
    drawFramed(model, into: &buffer, in: top)
    let lines = model.logLines
    let line = lines[lines.startIndex + min(row, lines.count - 1)]
    let inner = Panel(title: "line").draw(model, into: &buffer, in: below)
      .inset(horizontally: 1, vertically: 0)
    TextBlock(
      lines: [highlighted(line.text.string, model, model.theme[LogPane.role(of: line.level)])],
      hangingIndent: 2
    ).draw(into: &buffer, in: inner)
  }

  /// The room of the lines, and that of the selected one; `nil` while the end is followed.
  static func split(_ rect: Rect, _ model: Model) -> (lines: Rect, selected: Rect)? {
    // Where nearly every line is cut, a few of them give way to one that is whole.
    let isNarrow = rect.width < 60
    guard model.isZoomed, rect.height >= (isNarrow ? 9 : 14),
      model.selection[model.place]?[.logs] != nil
    else { return nil }
    let (below, top) = rect.splitting(bottom: min(8, max(isNarrow ? 5 : 0, rect.height / 3)))
    return (top, below)
  }

  /// A line without its time, which takes the room of what happened; where there is room for both,
  /// it stands beside it.
  ///
  /// It is at the beginning of a line, or in access logs in brackets behind who asked.
  private static func said(by line: LogLine) -> String {
    let text = line.text.string
    let said = line.textAfterStamp
    guard said.utf8.count == text.utf8.count, let bracket = text.prefix(64).firstIndex(of: "[")
    else { return String(said) }
    let tail = text[bracket...]
    var rest = line
    rest.text = DisplayText(String(tail))
    let after = rest.textAfterStamp
    return after.utf8.count < tail.utf8.count ? String(text[..<bracket] + after) : text
  }

  /// Why there is no line; empty where no log was read at all.
  private func placeholder(of model: Model) -> String {
    if model.showsPast {
      if model.isReadingLines { return "reading the lines of then" }
      if model.everyLine.isEmpty, let first = model.history.tail.first?.time {
        return "lines before \(CalendarTime(first).clock) are not kept; 0 goes back to now"
      }
    }
    guard case .endpoint = model.place else { return "" }
    guard model.showsPast else {
      return "no line of the logs speaks of this endpoint; 8 on the overview has them all"
    }
    let lines = Units.count(UInt64(model.everyLine.count))
    return "none of the \(lines) lines up to then speaks of it; 8 on the overview has all"
  }

  /// A line with what is looked for marked in it.
  private func highlighted(_ text: String, _ model: Model, _ style: Style) -> StyledText {
    guard !model.search.isEmpty else { return StyledText(text, style: style) }
    // Folding may change lengths in a few scripts; there the mark is left out.
    let folded = text.lowercased()
    guard folded.count == text.count else { return StyledText(text, style: style) }
    var result = StyledText("")
    var rest = text[...]
    var lower = folded[...]
    let wanted = model.search.lowercased()
    while let match = lower.firstRange(of: wanted) {
      let before = lower.distance(from: lower.startIndex, to: match.lowerBound)
      result += StyledText(String(rest.prefix(before)), style: style)
      rest = rest.dropFirst(before)
      result += StyledText(
        String(rest.prefix(wanted.count)), style: model.theme[.match].over(style))
      rest = rest.dropFirst(wanted.count)
      lower = lower[match.upperBound...]
    }
    return result + StyledText(String(rest), style: style)
  }

  /// The lines in view: up to the newest, unless the user has moved up; a match has lines around it.
  private static func visible(_ model: Model, count: Int, height: Int) -> Range<Int> {
    var end = count
    if model.focus == .logs, let row = model.selection[model.place]?[.logs] {
      let below = model.search.isEmpty ? 0 : height / 2
      end = min(count, max(1, row + 1 + below))
    }
    end = max(end, min(count, height))
    return max(0, end - height)..<end
  }

  /// The line at a cell of the screen.
  static func row(at point: Point, of model: Model, in rect: Rect) -> Int? {
    let visible = visible(model, count: model.logLines.count, height: rect.height)
    let row = visible.upperBound - rect.maxY + point.y
    return rect.contains(point) && visible.contains(row) ? row : nil
  }

  private func name(_ line: LogLine, _ model: Model) -> String {
    model.history.sources[line.source].identity.name.string
  }

  /// Levels are told by a mark too, never by colour alone.
  private static func mark(of level: LogLevel) -> Mark? {
    switch level {
    case .error, .fatal: .critical
    case .warning: .high
    default: nil
    }
  }

  private static func role(of level: LogLevel) -> ThemeRole {
    switch level {
    case .error, .fatal: .logError
    case .warning: .logWarning
    case .debug, .trace: .logDebug
    default: .logInfo
    }
  }
}
