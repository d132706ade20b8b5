import Telemetry

extension Model {
  /// Whether a command does something in the view at hand; the help dims those that do not.
  func isUseful(_ command: Command) -> Bool {
    let isQuery = if case .query = place { true } else { false }
    switch command {
    case .open:
      if focus == .logs, Layout.visiblePanes(of: self).contains(.logs) {
        // A line that is shown in full already has no more to show.
        return !logLines.isEmpty && !(isZoomed && selection[place]?[.logs] != nil)
      }
      if case .finding(let id) = place, !isZoomed {
        return (finding(id)?.finding.subject).flatMap(view) != nil
      }
      return openedTable != nil || opensAlone
    case .zoom: return isZoomed || !Layout.visiblePanes(of: self).isEmpty
    case .filter: return !isQuery || focus == .logs
    case .sortMenu, .sortNext, .sortPrevious, .reverseSort: return orderedPane != nil
    case .columns: return columnedPane != nil
    case .nextMatch, .previousMatch: return !search.isEmpty
    case .stepForward, .nextEvent: return heldAt != nil
    case .live: return heldAt != nil || settings.window != startWindow
    case .nextPane, .previousPane: return Layout.visiblePanes(of: self).contains { $0 != focus }
    case .nextFinding: return !figures.findings.isEmpty
    case .mark: return !places(in: focus, at: place).isEmpty || place != .overview
    case .nextMark: return !marked.isEmpty
    case .themes: return !themes.isEmpty
    default: return true
    }
  }
}
