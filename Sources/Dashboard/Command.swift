import TextUI

/// Everything a user can do with a key.
package enum Command: Hashable, Sendable {
  /// `redraw` paints the whole screen anew; `refresh` reads the metrics at once.
  case quit, help, suspend, redraw, refresh
  /// Move the selection of the focused pane, or scroll a help or a detail that is open.
  case up, down, pageUp, pageDown, top, bottom
  /// Into what the selected row stands for, and out again; `back` also clears a filter.
  case open, back
  /// Through the panes that are on the screen, from the last to the first and round again.
  case nextPane, previousPane
  /// Goes to a pane, which is shown alone where there is no room for it beside others.
  case focus(PaneID)
  /// Shows the focused pane alone, or all of them again.
  case zoom
  /// Open a prompt; in a log `filter` asks for a text to search.
  case filter, commandLine
  /// Go through the rows of the focused pane that have the text searched for.
  case nextMatch, previousMatch
  /// `mark` also takes a mark away.
  case mark, nextMark
  /// Puts the selected row, or all marked ones, on the clipboard.
  case copy
  /// Order and columns of the endpoint table.
  case sortMenu, sortNext, sortPrevious, reverseSort, columns
  /// Along the windows of `Settings.windows`.
  case longerWindow, shorterWindow
  /// Hold a moment and go to others; `pause` and `baseline` also undo themselves.
  case pause, stepBack, stepForward, previousEvent, nextEvent, nextFinding, goToTime, live, baseline
  /// `interval` asks for the seconds between two readings of metrics; `themes` opens a menu.
  case interval, themes
  /// Write what is shown to a file in the current folder, as text or as JSON.
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
