import TextUI

/// A role that is hard to see, or impossible for some.
package struct ContrastProblem: Hashable, Sendable {
  /// The one to be given another colour.
  package let role: ThemeRole
  /// As it is seen: with reverse video applied, brought down to the depth asked about.
  package let foreground: Color
  /// What lies behind, likewise.
  package let background: Color
  /// What it is and what it should at least be, from 1 to 21.
  package let ratio: Double
  /// See `ThemeRole.leastContrast`.
  package let least: Double
}

extension Theme {
  /// Every role whose colour is too near to what lies behind it, in the order of the roles.
  ///
  /// Colours that the user chose (`default`, `ansi:0` to `ansi:15`) are not judged, nor is a theme
  /// that says nothing of its background.
  package func contrastProblems(at depth: ColorDepth = .truecolor) -> [ContrastProblem] {
    let behind = background == .terminal ? assumedBackground : background
    return ThemeRole.allCases.compactMap { role in
      var style = self[role].over(Style(foreground: self[.text].foreground))
      if style.background == .terminal { style.background = behind ?? .terminal }
      if style.attributes.contains(.reverse) {
        (style.foreground, style.background) = (style.background, style.foreground)
      }
      let foreground = style.foreground.quantised(to: depth)
      let background = style.background.quantised(to: depth)
      guard let ratio = foreground.contrast(with: background), ratio < role.leastContrast else {
        return nil
      }
      return ContrastProblem(
        role: role, foreground: foreground, background: background, ratio: ratio,
        least: role.leastContrast)
    }
  }
}

extension ThemeRole {
  /// The contrast with the background that the role needs.
  ///
  /// 4.5 for what is read (https://www.w3.org/TR/WCAG22/#contrast-minimum), 3 for the shapes of
  /// charts and bars (https://www.w3.org/TR/WCAG22/#non-text-contrast). Frames are decoration, which
  /// that rule leaves out; the first steps of heat are there to be pale.
  package var leastContrast: Double {
    switch self {
    case .border: 1.75
    case .heat0: 1.2
    case .heat1: 1.75
    case .borderFocused, .axis, .threshold, .sparkline, .p50, .p95, .p99, .errors4xx, .errors5xx,
      .poolUsed, .poolWaiting, .cacheHit, .memory, .heat2, .heat3, .heat4:
      3
    default: 4.5
    }
  }

  /// The roles that a theme should say something about; all others can be left to follow.
  package static let essential: [ThemeRole] = [
    .text, .muted, .accent, .selection, .high, .critical,
  ]
}
