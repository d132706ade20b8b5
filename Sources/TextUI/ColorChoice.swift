/// What is known about how many colours a terminal has, and what the user wants of them.
package struct ColorChoice: Hashable, Sendable {
  /// `--color`; `nil` for auto.
  package var asked: ColorDepth?
  /// NO_COLOR as it stands in the environment, empty if it does not.
  package var noColor: String
  /// TERM, empty if it is not set.
  package var term: String
  /// COLORTERM, empty if it is not set; only `truecolor` and `24bit` count.
  package var colorTerm: String
  /// Whether GNU screen lies between, which passes COLORTERM on but not what it promises.
  package var isInsideScreen: Bool
  /// The number of colours by terminfo; 0 or less for none.
  package var terminfoColors: Int

  /// What was found out.
  package init(
    asked: ColorDepth? = nil, noColor: String = "", term: String = "", colorTerm: String = "",
    isInsideScreen: Bool = false, terminfoColors: Int = 0
  ) {
    self.asked = asked
    self.noColor = noColor
    self.term = term
    self.colorTerm = colorTerm
    self.isInsideScreen = isInsideScreen
    self.terminfoColors = terminfoColors
  }

  /// The depth to use: `--color`, then NO_COLOR, TERM=dumb, COLORTERM, and terminfo at last.
  ///
  /// NO_COLOR: https://no-color.org. COLORTERM says nothing on a terminal that terminfo knows to be
  /// without colours: it is inherited from where the user came from.
  package var depth: ColorDepth {
    if let asked { return asked }
    if !noColor.isEmpty || term == "dumb" { return .none }
    let promisesAll = ["truecolor", "24bit"].contains(colorTerm)
    if promisesAll, terminfoColors >= 8, !isInsideScreen { return .truecolor }
    return switch terminfoColors {
    case ..<8: .none
    case ..<16: .ansi8
    case ..<256: .ansi16
    case ..<(1 << 24): .indexed256
    default: .truecolor
    }
  }
}
