/// A key as the program sees it, whatever bytes the terminal sent for it.
package enum Key: Hashable, Sendable {
  /// A letter, digit, sign or blank as it was typed, Shift applied.
  case character(Character)
  /// A letter pressed together with Ctrl, in lower case.
  case control(Character)
  /// The arrow keys.
  case up, down, left, right
  /// To the ends of a list or of a line of text, and by a page.
  case home, end, pageUp, pageDown
  /// `backTab` is Shift-Tab.
  case enter, escape, tab, backTab, backspace, delete, insert
  /// Alt with B, F, Backspace and D: by words, in a line of text.
  case wordLeft, wordRight, deleteWordLeft, deleteWordRight
  /// F1 and so on, from 1.
  case function(Int)
  /// Comes only while the terminal reports clicks.
  case mouse(MouseEvent)
}

/// A click or a turn of the wheel.
package struct MouseEvent: Hashable, Sendable {
  /// What the mouse did.
  package enum Action: Hashable, Sendable {
    /// `press` is a click with the left button.
    case press, scrollUp, scrollDown
  }

  /// A click or one step of the wheel.
  package var action: Action
  /// The cell under the pointer.
  package var point: Point

  /// What happened at which cell.
  package init(action: Action, point: Point) {
    self.action = action
    self.point = point
  }
}

extension Key: CustomStringConvertible {
  /// The key as help names it: `a`, `space`, `ctrl-d`, `⏎`, `pgdn`.
  package var description: String { name() }

  /// The key as help names it, drawn with the given symbols.
  package func name(symbols: Symbols = .unicode) -> String {
    switch self {
    case .character(" "): "space"
    case .character(let character): String(character)
    case .control(let character): "ctrl-\(character)"
    case .up: symbols.isASCII ? "up" : "↑"
    case .down: symbols.isASCII ? "down" : "↓"
    case .left: symbols.isASCII ? "left" : "←"
    case .right: symbols.isASCII ? "right" : "→"
    case .home: "home"
    case .end: "end"
    case .pageUp: "pgup"
    case .pageDown: "pgdn"
    case .enter: symbols.isASCII ? "enter" : "⏎"
    case .escape: "esc"
    case .tab: "tab"
    case .backTab: "shift-tab"
    case .backspace: "backspace"
    case .delete: "del"
    case .insert: "ins"
    case .wordLeft: "alt-b"
    case .wordRight: "alt-f"
    case .deleteWordLeft: "alt-backspace"
    case .deleteWordRight: "alt-d"
    case .function(let number): "F\(number)"
    case .mouse(let event):
      switch event.action {
      case .press: "click"
      case .scrollUp: "wheel up"
      case .scrollDown: "wheel down"
      }
    }
  }
}
