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
      let text =
        StyledText("filter: ", style: theme[.muted])
        + StyledText(filter.text, style: theme[.accent])
        + StyledText("   esc clears  ", style: theme[.muted])
      x += buffer.write(text, at: Point(x: x, y: rect.y), maxWidth: rect.maxX - x) + 1
    }
    drawHints(model, into: &buffer, from: Point(x: x, y: rect.y), width: rect.maxX - x - 1)
    return nil
  }

  /// Draws as many hints as fit; help and quit stay when others must go.
  private static func drawHints(
    _ model: Model, into buffer: inout Buffer, from start: Point, width: Int
  ) {
    var bindings = model.keyMap.bindings.filter { !$0.hint.isEmpty && isUseful($0.command, model) }
    func total(gap: Int) -> Int {
      bindings.reduce(-gap) { $0 + hint($1, model).width + gap }
    }
    while total(gap: 2) > width,
      let least = bindings.lastIndex(where: { $0.command != .help && $0.command != .quit })
        ?? bindings.indices.last
    {
      bindings.remove(at: least)
    }
    let gap = total(gap: 3) <= width ? 3 : 2
    var x = start.x
    for binding in bindings {
      x +=
        gap
        + buffer.write(
          hint(binding, model), at: Point(x: x, y: start.y), style: model.theme[.statusBar])
    }
  }

  private static func hint(_ binding: KeyMap.Binding, _ model: Model) -> StyledText {
    StyledText(
      binding.keys.first?.name(symbols: model.symbols) ?? "", style: model.theme[.keyHint])
      + StyledText(" " + binding.hint, style: model.theme[.muted])
  }

  private static func isUseful(_ command: Command, _ model: Model) -> Bool {
    switch (command, model.place) {
    case (.open, .query), (.zoom, .query): false
    case (.sortNext, .endpoint), (.sortNext, .query), (.filter, .query): false
    default: true
    }
  }
}
