/// A line that asks for text: `/ p95>200ms`, with what is wrong with it at the right.
package struct Prompt: Widget {
  /// Before the text, as in ` /`; cannot be edited.
  package var prefix: String
  /// The text with its cursor; the prompt only shows it.
  package var editor: LineEditor
  /// What is wrong with the text so far; empty when nothing is.
  package var error: String
  /// Of the prefix.
  package var prefixStyle: Style
  /// Of the text, and of the rest of the line.
  package var style: Style
  /// Of the message at the right end.
  package var errorStyle: Style

  /// A prompt for the text of an editor.
  package init(
    prefix: String, editor: LineEditor, error: String = "", prefixStyle: Style = .plain,
    style: Style = .plain, errorStyle: Style = .plain
  ) {
    self.prefix = prefix
    self.editor = editor
    self.error = error
    self.prefixStyle = prefixStyle
    self.style = style
    self.errorStyle = errorStyle
  }

  /// Draws one row; a text wider than the room is shown around its cursor.
  package func draw(into buffer: inout Buffer, in rect: Rect) {
    buffer.fill(rect, style: style)
    guard !rect.isEmpty else { return }
    buffer.write(prefix, at: rect.origin, style: prefixStyle, maxWidth: rect.width)
    let field = field(in: rect)
    let visible = visibleText(in: field, symbols: buffer.symbols)
    let used = buffer.write(
      visible, at: field.origin, style: style, maxWidth: field.width, ellipsis: false)
    // Two blanks between the text (with its cursor) and the message.
    let room = field.width - used - 3
    guard !error.isEmpty, room >= 8 else { return }
    let message = error.truncated(to: room, symbols: buffer.symbols)
    buffer.write(
      message, at: Point(x: rect.maxX - CellWidth.of(message), y: rect.y), style: errorStyle)
  }

  /// Where the terminal's cursor belongs; nil if there is no room for it.
  ///
  /// `symbols` are those that the prompt is drawn with.
  package func cursor(in rect: Rect, symbols: Symbols = .unicode) -> Point? {
    let field = field(in: rect)
    guard !field.isEmpty else { return nil }
    return field.origin.moved(by: cursorColumn(symbols) - scroll(in: field, symbols))
  }

  private func field(in rect: Rect) -> Rect {
    rect.splitting(left: CellWidth.of(prefix)).rest.splitting(top: 1).first
  }

  /// Cells of the text before the cursor.
  private func cursorColumn(_ symbols: Symbols) -> Int {
    CellWidth.of(Prompt.shown(editor.textBeforeCursor, symbols))
  }

  /// Cells of the text hidden at the left so that the cursor is in view.
  private func scroll(in field: Rect, _ symbols: Symbols) -> Int {
    max(0, cursorColumn(symbols) - field.width + 1)
  }

  private func visibleText(in field: Rect, symbols: Symbols) -> String {
    var hidden = scroll(in: field, symbols)
    var rest = Prompt.shown(editor.text, symbols).unicodeScalars[...]
    var margin = ""
    while hidden > 0, let scalar = rest.popFirst() {
      hidden -= CellWidth.of(scalar)
      // Half of a wide character that scrolled out leaves its other half blank.
      if hidden < 0 { margin = " " }
    }
    return margin + String(rest)
  }

  /// A text with as many cells as a set of characters draws it in.
  ///
  /// In ASCII a buffer draws any other character as one cell: a wide one is narrow there, and what
  /// joins the letter before it is left out.
  private static func shown(_ text: String, _ symbols: Symbols) -> String {
    guard symbols.isASCII else { return text }
    return text.unicodeScalars.reduce(into: "") { shown, scalar in
      guard CellWidth.of(scalar) > 0 else { return }
      shown.unicodeScalars.append(scalar.isASCII ? scalar : symbols.standIn(for: scalar))
    }
  }
}
