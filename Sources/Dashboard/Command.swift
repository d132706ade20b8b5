import TextUI

/// Everything a user can do with a key.
package enum Command: Hashable, Sendable {
  case quit, help, suspend, redraw, refresh
  case up, down, pageUp, pageDown, top, bottom
  case open, back
  case nextPane, previousPane
  case focus(PaneID)
  case zoom
  case filter, commandLine
  case nextMatch, previousMatch
  case mark, nextMark
  case copy
  case sortMenu, sortNext, sortPrevious, reverseSort, columns
  case longerWindow, shorterWindow
  case pause, stepBack, stepForward, previousEvent, nextEvent, nextFinding, goToTime, live, baseline
  case interval, themes
  case saveSnapshot, saveJSON
}

extension Command {
  /// Every command with the name that it has in `:` and in the configuration; names do not change.
  package static let names: [(name: String, command: Command)] =
    [
      ("quit", .quit), ("help", .help), ("suspend", .suspend), ("redraw", .redraw),
      ("refresh", .refresh), ("up", .up), ("down", .down), ("page-up", .pageUp),
      ("page-down", .pageDown), ("top", .top), ("bottom", .bottom), ("open", .open),
      ("back", .back), ("next-pane", .nextPane), ("previous-pane", .previousPane),
      ("zoom", .zoom), ("filter", .filter), ("command-line", .commandLine),
      ("next-match", .nextMatch), ("previous-match", .previousMatch), ("copy", .copy),
      ("mark", .mark), ("next-mark", .nextMark), ("next-finding", .nextFinding),
      ("sort", .sortMenu), ("sort-next", .sortNext), ("sort-previous", .sortPrevious),
      ("reverse", .reverseSort), ("columns", .columns), ("longer-window", .longerWindow),
      ("shorter-window", .shorterWindow), ("pause", .pause), ("step-back", .stepBack),
      ("step-forward", .stepForward), ("previous-event", .previousEvent),
      ("next-event", .nextEvent), ("time", .goToTime), ("live", .live), ("baseline", .baseline),
      ("interval", .interval), ("theme", .themes), ("snapshot", .saveSnapshot),
      ("snapshot-json", .saveJSON),
    ] + PaneID.allCases.map { ("focus-\($0)", .focus($0)) }

  /// The command of a name; `nil` when there is none.
  package init?(name: String) {
    guard let found = Command.names.first(where: { $0.name == name }) else { return nil }
    self = found.command
  }

  /// Its name.
  package var name: String { Command.names.first { $0.command == self }?.name ?? "" }
}
