import TextUI

/// The help, made from the key map: what it says is what the keys do.
enum HelpPane {
  static func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let theme = model.theme
    let groups = KeyMap.Group.allCases
    let isTwoColumns = rect.width >= 100
    let halves: [[KeyMap.Group]] = isTwoColumns ? [[.look, .program], [.move, .table]] : [groups]
    let wanted = halves.map { height(of: $0, model) }.max() ?? 0
    let width = min(rect.width, isTwoColumns ? 124 : 70)
    let box = Rect(
      x: rect.x + (rect.width - width) / 2, y: rect.y, width: width,
      height: min(rect.height, wanted + 2))
    buffer.fill(rect)
    Box(
      title: "keys", caption: "any key closes", border: theme[.borderFocused],
      titleStyle: theme[.title], captionStyle: theme[.muted]
    ).draw(into: &buffer, in: box)
    var rest = Box.inner(of: box)
    for half in halves {
      let (place, more) = rest.splitting(left: isTwoColumns ? box.width / 2 : rest.width)
      draw(half, model, into: &buffer, in: place)
      rest = more
    }
  }

  private static func height(of groups: [KeyMap.Group], _ model: Model) -> Int {
    groups.reduce(groups.count - 1) { $0 + 1 + lines(of: $1, model).count }
  }

  private static func draw(
    _ groups: [KeyMap.Group], _ model: Model, into buffer: inout Buffer, in rect: Rect
  ) {
    var text: [StyledText] = []
    for group in groups {
      if !text.isEmpty { text.append("") }
      text.append(StyledText(" " + group.rawValue, style: model.theme[.header]))
      text += lines(of: group, model)
    }
    TextBlock(lines: text, hangingIndent: 19).draw(into: &buffer, in: rect)
  }

  private static func lines(of group: KeyMap.Group, _ model: Model) -> [StyledText] {
    model.keyMap.bindings.filter { $0.group == group }.map { binding in
      let keys = binding.keys.map { $0.name(symbols: model.symbols) }.joined(separator: " ")
      return StyledText("  " + keys.padded(to: 16), style: model.theme[.keyHint])
        + StyledText(" " + binding.help, style: model.theme[.text])
    }
  }
}
