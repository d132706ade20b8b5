import Telemetry
import TextUI

/// The bottom line: what the program says, the filter being typed, or the keys that matter here.
enum BottomLine {
  /// Draws the line and says where the cursor of a prompt is.
  static func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) -> Point? {
    let theme = model.theme
    if let prompt = model.prompt {
      let widget = Prompt(
        prefix: " /", editor: prompt.editor, error: prompt.error, prefixStyle: theme[.keyHint],
        style: theme[.text], errorStyle: theme[.high])
      widget.draw(into: &buffer, in: rect)
      return widget.cursor(in: rect)
    }
    buffer.fill(rect, style: theme[.statusBar])
    if let notice = model.notice {
      buffer.write(
        " " + notice.text.string, at: rect.origin,
        style: notice.isError ? theme[.critical] : theme[.accent], maxWidth: rect.width)
      return nil
    }
    var x = rect.x + 1
    if let filter = model.filter {
      let text = StyledText("filter: ", style: theme[.muted])
        + StyledText(filter.text, style: theme[.accent]) + StyledText("   esc clears  ", style: theme[.muted])
      x += buffer.write(text, at: Point(x: x, y: rect.y), maxWidth: rect.maxX - x) + 1
    }
    for hint in hints(model) {
      guard x + hint.width + 2 <= rect.maxX else { break }
      x += buffer.write(hint, at: Point(x: x, y: rect.y), style: theme[.statusBar]) + 3
    }
    return nil
  }

  private static func hints(_ model: Model) -> [StyledText] {
    model.keyMap.bindings.compactMap { binding in
      guard !binding.hint.isEmpty, let key = binding.keys.first,
        isUseful(binding.command, model)
      else { return nil }
      return StyledText(key.name(symbols: model.symbols), style: model.theme[.keyHint])
        + StyledText(" " + binding.hint, style: model.theme[.muted])
    }
  }

  private static func isUseful(_ command: Command, _ model: Model) -> Bool {
    switch (command, model.place) {
    case (.open, .query): false
    case (.sortNext, .endpoint), (.sortNext, .query), (.filter, .query): false
    default: true
    }
  }
}
