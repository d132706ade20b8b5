import TextUI

/// The menu that is open, in the middle of the body.
enum MenuPane {
  /// Draws frame and lines.
  static func draw(_ model: Model, into buffer: inout Buffer, in body: Rect) {
    guard let menu = model.menu else { return }
    let theme = model.theme
    let rect = frame(of: model, in: body)
    buffer.fill(rect)
    Box(
      title: StyledText(menu.title), caption: StyledText(caption(of: menu)), isFocused: true,
      border: theme[.border], focusedBorder: theme[.borderFocused], titleStyle: theme[.title],
      focusedTitleStyle: theme[.titleFocused], captionStyle: theme[.muted]
    ).draw(into: &buffer, in: rect)
    let inner = Box.inner(of: rect)
    table(of: model).draw(into: &buffer, in: inner)
  }

  /// The line at a cell of the screen.
  static func row(at point: Point, of model: Model) -> Int? {
    let inner = Box.inner(of: frame(of: model, in: Layout(of: model).body))
    return table(of: model).layout(in: inner).row(at: point)
  }

  private static func caption(of menu: Menu) -> String {
    menu.isOfColumns ? "space toggles" : ""
  }

  private static func frame(of model: Model, in body: Rect) -> Rect {
    let items = model.menuItems
    let text = items.map { CellWidth.of($0.text) }.max() ?? 0
    let note = items.map { CellWidth.of($0.note) }.max() ?? 0
    let width = min(body.width, max(30, text + note + 10))
    let height = min(body.height, items.count + 2)
    return Rect(
      x: body.x + (body.width - width) / 2, y: body.y + (body.height - height) / 3, width: width,
      height: height)
  }

  private static func table(of model: Model) -> Table {
    let theme = model.theme
    let mark = String(model.symbols.ok)
    let items = model.menuItems
    let marks = [Table.Column("", minWidth: 1), Table.Column("", minWidth: 1)]
    // How many lines are out of sight is said under the column that has the room.
    let words =
      items.contains { !$0.note.isEmpty }
      ? [Table.Column(""), Table.Column("", flex: 1, priority: 2)] : [Table.Column("", flex: 1)]
    return Table(
      columns: marks + words,
      rows: items.map { item in
        Table.Row([
          Table.Field(item.isOn ? mark : " ", style: theme[.accent]),
          Table.Field(item.letter.map(String.init) ?? " ", style: theme[.keyHint]),
          Table.Field(item.text), Table.Field(item.note, style: theme[.muted]),
        ])
      },
      selection: model.menu?.row, showsHeader: false, selectionStyle: theme[.selection],
      noteStyle: theme[.muted])
  }
}
