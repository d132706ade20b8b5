extension Style {
  /// The sequence that makes a terminal write in this style, after everything was reset.
  ///
  /// Empty for the plain style. ECMA-48, 8.3.117 (SGR), with the colours of xterm:
  /// https://invisible-island.net/xterm/ctlseqs/ctlseqs.html#h3-Functions-using-CSI-_-ordered-by-the-final-character_s_
  package func sequence(depth: ColorDepth) -> String {
    let style = quantised(to: depth)
    var parameters: [String] = []
    let codes: [(Attributes, Int)] = [
      (.bold, 1), (.dim, 2), (.italic, 3), (.underline, 4), (.reverse, 7),
    ]
    for (attribute, code) in codes where style.attributes.contains(attribute) {
      parameters.append("\(code)")
    }
    parameters += style.foreground.parameters(base: 30)
    parameters += style.background.parameters(base: 40)
    return parameters.isEmpty ? "" : "\u{1B}[\(parameters.joined(separator: ";"))m"
  }
}

extension Color {
  /// The parameters of SGR, from 30 for the foreground and from 40 for the background.
  fileprivate func parameters(base: Int) -> [String] {
    switch self {
    case .terminal: []
    case .ansi(let number) where number < 8: ["\(base + Int(number))"]
    case .ansi(let number): ["\(base + 52 + Int(number & 15))"]
    case .indexed(let number): ["\(base + 8)", "5", "\(number)"]
    case .rgb(let red, let green, let blue): ["\(base + 8)", "2", "\(red)", "\(green)", "\(blue)"]
    }
  }
}
