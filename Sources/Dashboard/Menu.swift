import Telemetry
import TextUI

/// A list to choose from, laid over the panes.
package struct Menu: Sendable {
  /// What is chosen.
  package enum Kind: Hashable, Sendable {
    /// What the table of a pane is sorted by.
    case sort(PaneID)
    /// Which columns the table of a pane has.
    case columns(PaneID)
    /// The looks of everything.
    case themes
  }

  /// One line of it.
  package struct Item: Hashable, Sendable {
    /// The key that chooses it, where there is one.
    package var letter: Character?
    /// What is chosen.
    package var text: String
    /// What is said of it at the right; empty for nothing.
    package var note: String
    /// Whether it is what is in force.
    package var isOn: Bool
  }

  /// What `row` counts, and what picking a line does.
  package let kind: Kind
  /// The selected line, from 0; always one of `menuItems`.
  package var row: Int
  /// What comes back on Esc.
  package let theme: Theme

  /// Whether lines are switched on and off, any number of them.
  package var isOfColumns: Bool { if case .columns = kind { true } else { false } }

  /// What the frame says.
  package var title: String {
    switch kind {
    case .sort(.endpoints): "sort by"
    case .sort(let pane): "sort \(pane.title) by"
    case .columns(let pane): "columns of the \(pane.title)"
    case .themes: "theme"
    }
  }

  /// Letters of the items, without those that move in a list or leave the program.
  fileprivate static let letters = Array("abcdefhilmnoprtuvwxyz")
}

extension Model {
  /// The lines of the menu that is open.
  package var menuItems: [Menu.Item] {
    switch menu?.kind {
    case nil: []
    case .sort(let pane):
      zip(PaneCatalog.pane(pane).orders, Menu.letters).map { column, letter in
        let order = order(of: pane)
        return Menu.Item(
          letter: letter, text: column.title(in: pane),
          note: order.column == column ? order.direction : "",
          isOn: order.column == column)
      }
    case .columns(let pane):
      zip(columnChoices(of: pane), Menu.letters).map { column, letter in
        Menu.Item(
          letter: letter, text: column.name, note: column.explanation, isOn: column.isShown)
      }
    case .themes:
      themes.map { Menu.Item(text: $0.name, note: "", isOn: $0.name == menu?.theme.name) }
    }
  }

  mutating func openMenu(_ kind: Menu.Kind) {
    var menu = Menu(kind: kind, row: 0, theme: theme)
    switch kind {
    case .sort(let pane):
      menu.row = PaneCatalog.pane(pane).orders.firstIndex(of: order(of: pane).column) ?? 0
    case .columns: break
    case .themes:
      guard !themes.isEmpty else { return say("there are no other themes here") }
      menu.row = themes.firstIndex { $0.name == theme.name } ?? 0
    }
    self.menu = menu
  }

  /// Answers a key while a menu is open.
  mutating func choose(_ key: Key) -> [Effect] {
    guard menu != nil else { return [] }
    if case .character(let letter) = key,
      let row = menuItems.firstIndex(where: { $0.letter == letter })
    {
      menu?.row = row
      pick()
      return []
    }
    switch (key, keyMap.command(for: key)) {
    case (.enter, _):
      if menu?.isOfColumns == true { menu = nil } else { pick() }
    case (.character(" "), _): pick()
    case (.escape, _), (.backspace, _), (.character("q"), _): cancelMenu()
    case (_, .quit): return [.quit]
    case (_, .suspend): return [.suspend]
    case (_, .redraw): return [.redraw]
    case (_, .up): moveMenu { row, _ in row - 1 }
    case (_, .down), (_, .sortMenu), (_, .themes): moveMenu { row, _ in row + 1 }
    case (_, .pageUp): moveMenu { row, _ in row - 10 }
    case (_, .pageDown): moveMenu { row, _ in row + 10 }
    case (_, .top): moveMenu { _, _ in 0 }
    case (_, .bottom): moveMenu { _, count in count - 1 }
    default: break
    }
    return []
  }

  private mutating func moveMenu(_ change: (_ row: Int, _ count: Int) -> Int) {
    guard let menu else { return }
    let count = menuItems.count
    let row = min(max(0, change(menu.row, count)), count - 1)
    self.menu?.row = row
    if menu.kind == .themes { theme = themes[row] }
  }

  /// Takes the selected line; the chooser of columns stays open for more.
  mutating func pick() {
    guard let menu else { return }
    switch menu.kind {
    case .sort(let pane):
      let column = PaneCatalog.pane(pane).orders[menu.row]
      // The column that is sorted by, chosen again, turns the order round.
      if column == order(of: pane).column {
        reverseOrder(of: pane)
      } else {
        sort(pane, by: column)
      }
      self.menu = nil
    case .columns(let pane): toggleColumn(menu.row, of: pane)
    case .themes:
      theme = themes[menu.row]
      self.menu = nil
    }
  }

  private mutating func cancelMenu() {
    if let menu, menu.kind == .themes { theme = menu.theme }
    menu = nil
  }
}
