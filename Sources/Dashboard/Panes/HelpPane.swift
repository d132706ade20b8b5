import TextUI

/// The help, made from the key map: what it says is what the keys do.
enum HelpPane {
  /// Draws the help over the whole body of the screen.
  static func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let theme = model.theme
    let isTwoColumns = rect.width >= 76
    let width = min(rect.width, isTwoColumns ? 124 : 70)
    let halves: [[KeyMap.Group]] =
      isTwoColumns ? [[.look, .program], [.move, .table]] : [KeyMap.Group.allCases]
    let keysShown = width >= 110 ? 3 : 2
    let texts = halves.map { text(of: $0, model, keysShown: keysShown) }
    // Explanations on the left are longer than those on the right.
    let longest = texts[0].lines.map(\.width).max() ?? 0
    let left = isTwoColumns ? min(longest, (width - 2) * 5 / 8 - 1) : width - 2
    let widths = [left, width - 3 - left]
    let wanted = zip(texts, widths).map { $0.height(width: $1) }.max() ?? 0
    let box = Rect(
      x: rect.x + (rect.width - width) / 2, y: rect.y, width: width,
      height: min(rect.height, wanted + 2))
    buffer.fill(rect)
    Box(
      title: "keys", caption: "any key closes", border: theme[.borderFocused],
      titleStyle: theme[.title], captionStyle: theme[.muted]
    ).draw(into: &buffer, in: box)
    var rest = Box.inner(of: box)
    for (text, width) in zip(texts, widths) {
      let (place, more) = rest.splitting(left: width)
      text.draw(into: &buffer, in: place)
      rest = more.splitting(left: 1).rest
    }
  }

  /// The groups under each other; explanations start in one column.
  private static func text(
    of groups: [KeyMap.Group], _ model: Model, keysShown: Int
  ) -> TextBlock {
    func keys(_ binding: KeyMap.Binding) -> String {
      binding.keys.prefix(keysShown).map { $0.name(symbols: model.symbols) }
        .joined(separator: " ")
    }
    let bindings = model.keyMap.bindings.filter { groups.contains($0.group) }
    let keyWidth = bindings.map { CellWidth.of(keys($0)) }.max() ?? 0
    var lines: [StyledText] = []
    for group in groups {
      if !lines.isEmpty { lines.append("") }
      lines.append(StyledText(" " + group.rawValue, style: model.theme[.header]))
      for binding in bindings where binding.group == group {
        lines.append(
          StyledText(" " + keys(binding).padded(to: keyWidth), style: model.theme[.keyHint])
            + StyledText("  " + binding.help, style: model.theme[.text]))
      }
    }
    return TextBlock(lines: lines, hangingIndent: keyWidth + 3)
  }
}
