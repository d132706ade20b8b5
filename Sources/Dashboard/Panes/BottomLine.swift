import Telemetry
import TextUI

/// The bottom line: what the program says, the text being typed, or the keys that matter here.
///
/// What is wrong and needs more room has it from the lines above, for as long as it is shown.
enum BottomLine {
  /// Cells that a prompt leaves between what is typed, with its cursor, and what is said of it.
  private static let gap = 3

  /// Draws the line and says where the cursor of a prompt is.
  static func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) -> Point? {
    let theme = model.theme
    if let prompt = model.prompt { return draw(prompt, model, into: &buffer, in: rect) }
    buffer.fill(rect, style: theme[.statusBar])
    // Who chooses from a menu needs its keys more than the last word of the program.
    if let notice = model.notice, model.menu == nil {
      let text = notice.text.string
      if notice.isError {
        draw(trouble: text, theme[.critical], model, into: &buffer, above: rect.maxY, rect)
      } else {
        buffer.write(
          " " + NoticeText.fitted(text, to: rect.width - 2, symbols: model.symbols),
          at: rect.origin, style: theme[.accent], maxWidth: rect.width)
      }
      return nil
    }
    var x = rect.x + 1
    // What narrows the view is not in sight under the help, and its keys close that.
    for text in model.showsHelp ? [] : conditions(of: model) {
      x += buffer.write(text, at: Point(x: x, y: rect.y), maxWidth: rect.maxX - x) + 1
    }
    let hints = hints(of: model)
    drawHints(hints, model, into: &buffer, from: Point(x: x, y: rect.y), width: rect.maxX - x - 1)
    return nil
  }

  /// Draws the text being typed, with what is wrong with it beside it, else above.
  private static func draw(
    _ prompt: PromptState, _ model: Model, into buffer: inout Buffer, in rect: Rect
  ) -> Point? {
    let theme = model.theme
    let isWrong = !prompt.error.isEmpty
    var message = isWrong ? prompt.error : offer(of: prompt, width: rect.width / 2)
    let used = CellWidth.of(prompt.prefix + prompt.editor.text)
    if isWrong, used + gap + CellWidth.of(message) > rect.width {
      draw(trouble: message, theme[.high], model, into: &buffer, above: rect.y, rect)
      message = ""
    }
    let widget = Prompt(
      prefix: prompt.prefix, editor: prompt.editor, error: message,
      prefixStyle: theme[.keyHint], style: theme[.text],
      errorStyle: theme[isWrong ? .high : .muted])
    widget.draw(into: &buffer, in: rect)
    return widget.cursor(in: rect, symbols: model.symbols)
  }

  /// Draws what is wrong into as many lines as it needs, the last one above `y`.
  private static func draw(
    trouble: String, _ style: Style, _ model: Model, into buffer: inout Buffer, above y: Int,
    _ rect: Rect
  ) {
    let lines = NoticeText.lines(of: trouble, width: rect.width - 2, symbols: model.symbols)
    let room = Rect(x: rect.x, y: y - lines.count, width: rect.width, height: lines.count)
    buffer.fill(room, style: model.theme[.statusBar])
    for (row, line) in lines.enumerated() {
      buffer.write(
        " " + line, at: Point(x: room.x, y: room.y + row), style: style, maxWidth: room.width)
    }
  }

  /// What Tab offers, the chosen one in brackets, else what may be typed.
  private static func offer(of prompt: PromptState, width: Int) -> String {
    guard let completion = prompt.completion else {
      return prompt.editor.isEmpty ? prompt.hint : ""
    }
    var words: [String] = []
    var used = 0
    // What comes next matters, not what was passed.
    for (place, word) in completion.candidates.enumerated().dropFirst(completion.chosen) {
      used += CellWidth.of(word) + 3
      guard used <= width || words.isEmpty else { break }
      words.append(place == completion.chosen ? "[\(word)]" : word)
    }
    let count = completion.candidates.count
    let place = count > 1 ? "  \(completion.chosen + 1) of \(count)" : ""
    return words.joined(separator: " ") + place
  }

  /// What narrows or changes the view and is easily forgotten, and a file that waits to be mended.
  private static func conditions(of model: Model) -> [StyledText] {
    let theme = model.theme
    // What was typed leaves room for how to be rid of it.
    func typed(_ text: String) -> StyledText {
      StyledText(
        NoticeText.fitted(text, to: model.size.width / 2, symbols: model.symbols),
        style: theme[.accent])
    }
    var texts: [StyledText] = []
    if let place = model.brokenConfiguration {
      let text = NoticeText.fitted(
        "\(place) is broken", to: model.size.width / 2, symbols: model.symbols)
      texts.append(StyledText(text + "  ", style: theme[.high]))
    }
    if let filter = model.filter {
      texts.append(
        StyledText("filter: ", style: theme[.muted])
          + typed(filter.text)
          + StyledText("   esc clears  ", style: theme[.muted]))
    }
    if !model.search.isEmpty, model.focus == .logs {
      texts.append(
        StyledText("search: ", style: theme[.muted])
          + typed(model.search)
          + StyledText("   n N  ", style: theme[.muted]))
    }
    if let baseline = model.baseline {
      texts.append(
        StyledText("change since ", style: theme[.muted])
          + StyledText(CalendarTime(baseline.moment).clock + "  ", style: theme[.accent]))
    }
    return texts
  }

  /// A key with what it does; what is no command is done by keys that mean something else elsewhere.
  private struct Hint {
    var command: Command?
    var text: StyledText

    init(_ key: String, _ word: String, _ model: Model, of command: Command? = nil) {
      self.command = command
      text =
        StyledText(key, style: model.theme[.keyHint])
        + StyledText(" " + word, style: model.theme[.muted])
    }
  }

  private static func hints(of model: Model) -> [Hint] {
    func names(_ keys: Key...) -> String {
      keys.map { $0.name(symbols: model.symbols) }.joined(separator: " ")
    }
    if let menu = model.menu {
      return [
        Hint(names(.up, .down), "choose", model),
        menu.isOfColumns
          ? Hint("space", "toggle", model) : Hint(names(.enter), "keep", model),
        Hint("esc", menu.isOfColumns ? "close" : "as before", model),
      ]
    }
    if model.showsHelp {
      // Every other key closes it, whatever it does elsewhere.
      let canScroll = HelpPane.lastOffset(of: model) > 0
      return (canScroll ? [Hint(names(.up, .down), "scroll", model)] : [])
        + [Hint("esc", "close", model)] + bound(.quit, "quit", model)
    }
    var moves: [Hint] = []
    if case .query = model.place, model.lastDetailOffset > 0 {
      let keys = model.choosesCaller ? names(.pageDown) : names(.up, .down)
      moves = [Hint(keys, "scroll", model, of: .down)]
    }
    let hidden = Layout.hiddenPanes(of: model).count
    if hidden > 0 { moves += bound(.nextPane, "+\(hidden) more", model) }
    return moves + usefulHints(model)
  }

  /// The first key of a command with a word; none where no key has it.
  private static func bound(_ command: Command, _ word: String, _ model: Model) -> [Hint] {
    let key = model.keyMap.bindings.first { $0.command == command }?.keys.first
    return key.map { [Hint($0.name(symbols: model.symbols), word, model, of: command)] } ?? []
  }

  private static func usefulHints(_ model: Model) -> [Hint] {
    let bindings = model.keyMap.bindings
    let isHeld = model.heldAt != nil
    // Both keys then do the same, and the one that held the picture is at hand.
    let hasOneWayBack =
      isHeld && bindings.contains { $0.command == .pause && !$0.keys.isEmpty }
    return bindings.compactMap { binding in
      guard !binding.hint.isEmpty, let key = binding.keys.first, model.isUseful(binding.command),
        binding.command != .live || !hasOneWayBack
      else { return nil }
      let word =
        switch binding.command {
        case .zoom where model.isZoomed: "back"
        case .filter where model.focus == .logs: "search"
        case .pause where isHeld: "live"
        default: binding.hint
        }
      return Hint(key.name(symbols: model.symbols), word, model, of: binding.command)
    }
  }

  /// Draws as many hints as fit; help and quit stay when others must go.
  private static func drawHints(
    _ given: [Hint], _ model: Model, into buffer: inout Buffer, from start: Point, width: Int
  ) {
    var hints = given
    func total(gap: Int) -> Int { hints.reduce(-gap) { $0 + $1.text.width + gap } }
    while total(gap: 2) > width,
      let least = hints.firstIndex(where: { $0.command == .saveSnapshot })
        ?? hints.firstIndex(where: { $0.command == .longerWindow })
        ?? hints.firstIndex(where: { $0.command == .pause && model.heldAt == nil })
        ?? hints.lastIndex(where: { $0.command != .help && $0.command != .quit })
        ?? hints.indices.last
    {
      hints.remove(at: least)
    }
    let gap = total(gap: 3) <= width ? 3 : 2
    var x = start.x
    for hint in hints {
      x +=
        gap
        + buffer.write(
          hint.text, at: Point(x: x, y: start.y), style: model.theme[.statusBar])
    }
  }
}
