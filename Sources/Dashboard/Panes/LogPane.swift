import Telemetry
import TextUI

/// The newest lines of all logs, levels coloured.
struct LogPane: Pane {
  let id = PaneID.logs

  func isFed(by model: Model) -> Bool { !model.history.tail.isEmpty }

  func caption(of model: Model) -> StyledText {
    let names = Set(model.history.tail.suffix(100).map(\.source)).sorted()
    return StyledText(
      names.map { model.history.sources[$0].identity.name.string }.joined(separator: " · "))
  }

  func contentHeight(of model: Model) -> Int { 8 }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let theme = model.theme
    buffer.fill(rect)
    let lines = model.history.tail
    let end = max(lastLine(of: model, count: lines.count), min(lines.count, rect.height))
    let shown = lines[max(0, end - rect.height)..<end]
    let sourceWidth =
      model.history.sources.count > 1 && rect.width >= 70
      ? min(14, shown.map { CellWidth.of(name($0, model)) }.max() ?? 0) : 0
    for (place, line) in shown.enumerated() {
      let y = rect.y + rect.height - shown.count + place
      let role = LogPane.role(of: line.level)
      if let mark = LogPane.mark(of: line.level) {
        buffer.put(mark.scalar(in: buffer.symbols), at: Point(x: rect.x, y: y), style: theme[role])
      }
      var x = rect.x + 2
      if rect.width >= 100 {
        x += buffer.write(
          CalendarTime(line.time).clock + " ", at: Point(x: x, y: y), style: theme[.muted])
      }
      if sourceWidth > 0 {
        buffer.write(
          name(line, model), at: Point(x: x, y: y), style: theme[.muted], maxWidth: sourceWidth)
        x += sourceWidth + 1
      }
      buffer.write(
        line.text.string, at: Point(x: x, y: y), style: theme[role],
        maxWidth: rect.maxX - x)
    }
  }

  /// One past the last line shown: the newest, unless the user has moved up.
  private func lastLine(of model: Model, count: Int) -> Int {
    guard model.focus == id, let row = model.selection[model.place]?[id] else { return count }
    return min(count, max(1, row + 1))
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

  static func role(of level: LogLevel) -> ThemeRole {
    switch level {
    case .error, .fatal: .logError
    case .warning: .logWarning
    case .debug, .trace: .logDebug
    default: .logInfo
    }
  }
}
