import TextUI

/// Which key does what, and the words that `?` explains it with: help is made from this table.
package struct KeyMap: Sendable {
  /// One line of the help: keys that do one thing.
  package struct Binding: Sendable {
    package let keys: [Key]
    package let command: Command
    /// What the help says.
    package let help: String
    /// What the bottom line says; empty where the key is not worth its room there.
    package let hint: String
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
    case look = "Look"
    case move = "Move"
    case table = "Table"
    case program = "Program"
  }

  package private(set) var bindings: [Binding]

  /// What `key` does; `nil` when it does nothing.
  package func command(for key: Key) -> Command? {
    if case .character(let digit) = key, let number = digit.wholeNumberValue,
      let pane = PaneID(rawValue: number)
    {
      return .focus(pane)
    }
    return bindings.first { $0.keys.contains(key) }?.command
  }

  /// The conventions of htop, k9s and lazygit, as far as they agree.
  package static let standard = KeyMap(bindings: [
    Binding(
      [.character("/")], .filter, .look, "filter: users, p95>200ms, status:5xx", hint: "filter"),
    Binding([.enter], .open, .look, "open the selected row: endpoint, its query", hint: "open"),
    Binding([.escape, .backspace], .back, .look, "back; clears the filter; never quits"),
    Binding([.character("z")], .zoom, .look, "the focused pane alone, and back", hint: "zoom"),
    Binding(
      [.character("+"), .character("=")], .shorterWindow, .look, "shorter window: 15m 5m 1m"),
    Binding(
      [.character("-")], .longerWindow, .look, "longer window: 5m 15m 1h all", hint: "window"),
    Binding(
      [.character(" ")], .pause, .look, "hold the picture; collecting goes on", hint: "pause"),
    Binding([.down, .character("j")], .down, .move, "next row"),
    Binding([.up, .character("k")], .up, .move, "row before"),
    Binding([.pageDown, .control("f"), .control("d")], .pageDown, .move, "a page down"),
    Binding([.pageUp, .control("b"), .control("u")], .pageUp, .move, "a page up"),
    Binding([.home, .character("g")], .top, .move, "first row"),
    Binding([.end, .character("G")], .bottom, .move, "last row"),
    Binding([.tab], .nextPane, .move, "next pane; 1-9 go to a pane"),
    Binding([.backTab], .previousPane, .move, "pane before"),
    Binding(
      [.character("s"), .character(">")], .sortNext, .table, "sort by the next column", hint: "sort"
    ),
    Binding([.character("<")], .sortPrevious, .table, "sort by the column before"),
    Binding([.character("r")], .reverseSort, .table, "reverse the order"),
    Binding(
      [.character("e")], .saveSnapshot, .program, "write this view to a text file", hint: "snapshot"
    ),
    Binding([.character("?"), .function(1)], .help, .program, "this help", hint: "help"),
    Binding([.control("l")], .redraw, .program, "draw the screen anew"),
    Binding([.control("z")], .suspend, .program, "suspend; fg comes back"),
    Binding([.character("q"), .control("c")], .quit, .program, "quit", hint: "quit"),
  ])
}
