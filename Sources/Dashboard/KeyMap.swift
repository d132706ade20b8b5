import TextUI

/// Which key does what, and the words that `?` explains it with: help is made from this table.
package struct KeyMap: Sendable {
  /// One line of the help: keys that do one thing.
  package struct Binding: Sendable {
    /// The bottom line names the first; empty where a configuration took all away.
    package internal(set) var keys: [Key]
    /// What each of the keys does.
    package let command: Command
    /// What the help says.
    package let help: String
    /// What the bottom line says; empty where the key is not worth its room there.
    package let hint: String
    /// The heading of the help that it stands under.
    package let group: Group

    init(_ keys: [Key], _ command: Command, _ group: Group, _ help: String, hint: String = "") {
      self.keys = keys
      self.command = command
      self.help = help
      self.hint = hint
      self.group = group
    }
  }

  /// Headings of the help.
  package enum Group: String, CaseIterable, Sendable {
    /// The raw values are the headings, and the order of the cases is theirs.
    case look = "Look"
    /// Windows and moments.
    case time = "Time"
    /// Rows and panes.
    case move = "Move"
    /// Order and columns.
    case table = "Table"
    /// Everything about svctop itself.
    case program = "Program"
  }

  /// In the order of the help; the first that has a key decides what it does.
  package internal(set) var bindings: [Binding]

  /// What `key` does; `nil` when it does nothing.
  ///
  /// The digits go to panes, unless they were bound to something else or the pane has keys of its own.
  package func command(for key: Key) -> Command? {
    if let bound = bindings.first(where: { $0.keys.contains(key) }) { return bound.command }
    guard let pane = KeyMap.pane(of: key),
      !bindings.contains(where: { $0.command == .focus(pane) })
    else { return nil }
    return .focus(pane)
  }

  /// The pane that a digit goes to; there is none for 0, which goes back to the present.
  static func pane(of key: Key) -> PaneID? {
    guard case .character(let digit) = key, let number = digit.wholeNumberValue,
      (1...9).contains(number)
    else { return nil }
    return PaneID.allCases[number - 1]
  }

  /// The conventions of htop, k9s, lazygit, below and lnav, as far as they agree.
  package static let standard = KeyMap(bindings: look + time + move + table + program)

  private static let look = [
    Binding(
      [.character("/")], .filter, .look, "filter: users, p95>200ms, status:5xx; in a log: search",
      hint: "filter"),
    Binding([.enter], .open, .look, "open the selected row: endpoint, its query", hint: "open"),
    Binding([.escape, .backspace], .back, .look, "back; clears the filter; never quits"),
    Binding([.character("z")], .zoom, .look, "the focused pane alone, and back", hint: "zoom"),
    Binding([.character("n")], .nextMatch, .look, "next match of the search"),
    Binding([.character("N")], .previousMatch, .look, "previous match"),
    Binding(
      [.character("f")], .nextFinding, .look, "the next finding, when it began", hint: "finding"),
    Binding([.character("m")], .mark, .look, "mark the row, or take the mark away"),
    Binding([.character("'")], .nextMark, .look, "next marked row"),
    Binding([.character("y")], .copy, .look, "copy the selected row, or all marked ones"),
  ]

  private static let time = [
    Binding([.character("+"), .character("=")], .shorterWindow, .time, "shorter window"),
    Binding([.character("-")], .longerWindow, .time, "longer window", hint: "window"),
    Binding(
      [.character(" ")], .pause, .time, "hold the picture; collecting goes on", hint: "pause"),
    Binding(
      [.character("{")], .previousEvent, .time, "previous spike or finding", hint: "spike"),
    Binding([.character("}")], .nextEvent, .time, "next spike or finding"),
    Binding([.character("[")], .stepBack, .time, "back by a column of the latency chart"),
    Binding([.character("]")], .stepForward, .time, "forward by a column"),
    Binding([.character("t")], .goToTime, .time, "go to a time: 14:05, -10m"),
    Binding(
      [.character("0")], .live, .time, "back to the present, then to the window", hint: "live"),
    Binding([.character("b")], .baseline, .time, "show changes (+/-) from now on; again: stop"),
  ]

  private static let move = [
    Binding([.down, .character("j")], .down, .move, "next row"),
    Binding([.up, .character("k")], .up, .move, "previous row"),
    Binding([.pageDown, .control("f"), .control("d")], .pageDown, .move, "a page down"),
    Binding([.pageUp, .control("b"), .control("u")], .pageUp, .move, "a page up"),
    Binding([.home, .character("g")], .top, .move, "first row"),
    Binding([.end, .character("G")], .bottom, .move, "last row"),
    Binding([.tab], .nextPane, .move, "next pane; 1-9 go to a pane"),
    Binding([.backTab], .previousPane, .move, "previous pane"),
  ]

  private static let table = [
    Binding([.character("s")], .sortMenu, .table, "choose what to sort by", hint: "sort"),
    Binding([.character(">")], .sortNext, .table, "sort by the next column"),
    Binding([.character("<")], .sortPrevious, .table, "sort by the previous column"),
    Binding([.character("r")], .reverseSort, .table, "reverse the order"),
    Binding([.character("c")], .columns, .table, "choose columns"),
  ]

  private static let program = [
    Binding([.character(":")], .commandLine, .program, "command line; Tab completes"),
    Binding(
      [.character("e")], .saveSnapshot, .program, "write this view to a text file", hint: "snapshot"
    ),
    Binding([.character("E")], .saveJSON, .program, "write its numbers as JSON"),
    Binding([.character("T")], .themes, .program, "choose a theme"),
    Binding([.character("i")], .interval, .program, "how often metrics are read"),
    Binding([.character("R")], .refresh, .program, "read the metrics now"),
    Binding([.control("l")], .redraw, .program, "redraw the screen"),
    Binding([.character("?"), .function(1)], .help, .program, "this help", hint: "help"),
    Binding([.control("z")], .suspend, .program, "suspend; fg comes back"),
    Binding([.character("q"), .control("c")], .quit, .program, "quit", hint: "quit"),
  ]
}
