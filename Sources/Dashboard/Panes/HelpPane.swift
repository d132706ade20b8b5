import TextUI

/// The help, made from the key map: what it says is what the keys do.
enum HelpPane {
  static func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let theme = model.theme
    let wanted = KeyMap.Group.allCases.reduce(0) { $0 + 2 + lines(of: $1, model).count }
    let isTwoColumns = rect.width >= 110 || wanted + 3 > rect.height && rect.width >= 78
    let box = Rect(
      x: rect.x + max(0, (rect.width - (isTwoColumns ? 118 : 64)) / 2), y: rect.y,
      width: min(rect.width, isTwoColumns ? 118 : 64), height: min(rect.height, wanted + 3))
    Box(
      title: "keys", caption: "any key closes", border: theme[.borderFocused],
      titleStyle: theme[.title], captionStyle: theme[.muted]
    ).draw(into: &buffer, in: box)
    let inner = Box.inner(of: box)
    let groups = KeyMap.Group.allCases
    guard isTwoColumns else {
      draw(groups, model, into: &buffer, in: inner)
      return
    }
    let (left, right) = inner.splitting(left: inner.width / 2)
    draw([.look, .program], model, into: &buffer, in: left)
    draw([.move, .table], model, into: &buffer, in: right)
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
