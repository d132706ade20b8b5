import TextUI

/// The help, made from the key map: what it says is what the keys do.
///
/// Behind the keys it tells what signs and headings mean.
enum HelpPane {
  /// Draws the help over the whole body of the screen.
  static func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let theme = model.theme
    let page = page(of: model, in: rect)
    let last = max(0, page.height - page.box.height + 2)
    let offset = min(model.helpOffset, last)
    buffer.fill(rect)
    let arrows = [Key.up, .down].map { $0.name(symbols: model.symbols) }.joined(separator: " ")
    let caption = last > 0 ? "\(arrows) scroll, esc closes" : "any key closes"
    Box(
      title: "keys", caption: StyledText(caption),
      border: theme[.borderFocused], titleStyle: theme[.titleFocused], captionStyle: theme[.muted]
    ).draw(into: &buffer, in: page.box)
    var rest = Box.inner(of: page.box)
    for (var text, width) in page.columns {
      text.offset = offset
      let (place, more) = rest.splitting(left: width)
      text.draw(into: &buffer, in: place)
      rest = more.splitting(left: 1).rest
    }
  }

  /// Lines of the help that are on the screen at a time.
  static func lines(of model: Model) -> Int {
    max(1, page(of: model, in: Layout(of: model).body).box.height - 2)
  }

  /// How far the help can be scrolled.
  static func lastOffset(of model: Model) -> Int {
    let page = page(of: model, in: Layout(of: model).body)
    return max(0, page.height - page.box.height + 2)
  }

  /// Where everything is: one or two columns of text in a frame.
  private struct Page {
    var columns: [(text: TextBlock, width: Int)]
    /// Lines of the longest column.
    var height: Int
    var box: Rect
  }

  private static func page(of model: Model, in rect: Rect) -> Page {
    let isTwoColumns = rect.width >= 76
    let width = min(rect.width, isTwoColumns ? 124 : 70)
    let halves: [[KeyMap.Group]] =
      isTwoColumns ? [[.look, .time], [.move, .table, .program]] : [KeyMap.Group.allCases]
    let keysShown = width >= 110 ? 3 : width >= 60 ? 2 : 1
    var texts = halves.map { text(of: $0, model, keysShown: keysShown) }
    add(views(model), to: &texts[texts.count - 1])
    add(signs(model, width: texts[0].hangingIndent - 3), to: &texts[0])
    // Explanations on the left are longer than those on the right.
    let longest = texts[0].lines.map(\.width).max() ?? 0
    let left = isTwoColumns ? min(longest, (width - 2) * 9 / 16 - 1) : width - 2
    let columns = Array(zip(texts, [left, width - 3 - left])).map { (text: $0, width: $1) }
    let height = columns.map { $0.text.height(width: $0.width) }.max() ?? 0
    let box = Rect(
      x: rect.x + (rect.width - width) / 2, y: rect.y, width: width,
      height: min(rect.height, height + 2))
    return Page(columns: columns, height: height, box: box)
  }

  /// The groups under each other; explanations start in one column.
  private static func text(
    of groups: [KeyMap.Group], _ model: Model, keysShown: Int
  ) -> TextBlock {
    func keys(_ binding: KeyMap.Binding) -> String {
      binding.keys.prefix(keysShown).map { $0.name(symbols: model.symbols) }
        .joined(separator: " ")
    }
    let bindings = model.keyMap.bindings.filter {
      groups.contains($0.group) && !$0.keys.isEmpty
    }
    let keyWidth = bindings.map { CellWidth.of(keys($0)) }.max() ?? 0
    var lines: [StyledText] = []
    for group in groups {
      if !lines.isEmpty { lines.append("") }
      lines.append(StyledText(" " + group.rawValue, style: model.theme[.header]))
      for binding in bindings where binding.group == group {
        // What does nothing here stands back.
        let isUseful = model.isUseful(binding.command)
        lines.append(
          StyledText(
            " " + keys(binding).padded(to: keyWidth),
            style: model.theme[isUseful ? .keyHint : .muted])
            + StyledText("  " + binding.help, style: model.theme[isUseful ? .text : .muted]))
      }
    }
    return TextBlock(lines: lines, hangingIndent: keyWidth + 3)
  }

  private static func add(_ lines: [StyledText], to text: inout TextBlock) {
    text.lines += [""] + lines
  }

  /// What signs and headings mean; explanations start where those of keys of a width do.
  private static func signs(_ model: Model, width: Int) -> [StyledText] {
    let symbols = model.symbols
    let marks = [Mark.critical, .high, .medium].map { String($0.scalar(in: symbols)) }
    let period = Units.age(ChartTime.seconds(of: model))
    let signs = [
      (marks.joined(separator: " "), "critical, high, medium"),
      (String(symbols.ok), "fine, or nothing found"),
      ("\(String(symbols.selected)) \(String(symbols.marked))", "selected row, marked row"),
      ("~", "estimated, or tied by time alone"),
      (String(symbols.sum), "several pools of one database"),
      ("SHARE", "of all SQL time; at an endpoint of its requests"),
      ("ERR %", "5xx, and requests without an answer"),
      ("P95, \(period.uppercased())", "the p95 over the last \(period)"),
    ]
    let width = signs.reduce(width) { max($0, CellWidth.of($1.0)) }
    return [StyledText(" Signs", style: model.theme[.header])]
      + signs.map { sign, meaning in
        StyledText(" " + sign.padded(to: width), style: model.theme[.keyHint])
          + StyledText("  " + meaning, style: model.theme[.text])
      }
  }

  /// The views that no key leads to where they do not stand beside others.
  private static func views(_ model: Model) -> [StyledText] {
    [
      StyledText(" Views without a key", style: model.theme[.header]),
      StyledText(
        " :view \(PaneID.targets), \(PaneID.own) or \(PaneID.heat)", style: model.theme[.text]),
    ]
  }
}
