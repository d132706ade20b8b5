import TextUI

/// A style for every role.
package struct Theme: Hashable, Sendable {
  /// As menu and `--theme` call it: the name of its file without `.toml`.
  package let name: String
  /// Where the file is that it was read from; `nil` for a theme of the program.
  package let file: String?
  /// The colour behind everything; the terminal's own unless the theme sets one.
  package let background: Color
  /// What the colours were chosen for where the theme leaves the background to the terminal.
  package let assumedBackground: Color?
  /// The roles that the theme says something about; the others have the style of their parent.
  package let ownRoles: Set<ThemeRole>
  private let styles: [ThemeRole: Style]
  /// What differs on terminals of sixteen colours and fewer.
  private let fewColors: [ThemeRole: Style]

  /// A theme from the styles it sets; a role without one has the style of its parent.
  ///
  /// `fewColors` holds what to use instead where the terminal has no more than sixteen colours; the
  /// other styles are brought down to the nearest the terminal has.
  package init(
    name: String, styles: [ThemeRole: Style], fewColors: [ThemeRole: Style] = [:],
    background: Color = .terminal, assumedBackground: Color? = nil, file: String? = nil
  ) {
    self.name = name
    self.file = file
    self.background = background
    self.assumedBackground = assumedBackground
    ownRoles = Set(styles.keys)
    self.styles = Theme.complete(styles)
    self.fewColors = fewColors
  }

  package subscript(role: ThemeRole) -> Style { styles[role] ?? .plain }

  /// What lies under everything that is drawn.
  package var base: Style {
    background == .terminal
      ? .plain : Style(foreground: self[.text].foreground, background: background)
  }

  /// The theme as a terminal of the given depth shows it best.
  ///
  /// With sixteen colours and fewer the background is the terminal's own: that is what its sixteen
  /// colours were chosen for.
  package func adapted(to depth: ColorDepth) -> Theme {
    guard depth <= .ansi16 else { return self }
    return Theme(name: name, styles: styles.merging(fewColors) { $1 }, file: file)
  }

  /// Heat from the palest to the darkest.
  package var heat: [Style] {
    [self[.heat0], self[.heat1], self[.heat2], self[.heat3], self[.heat4]]
  }

  private static func complete(_ styles: [ThemeRole: Style]) -> [ThemeRole: Style] {
    var complete = styles
    for role in ThemeRole.allCases where styles[role] == nil {
      var ancestor = role.parent
      while let next = ancestor, styles[next] == nil { ancestor = next.parent }
      complete[role] = ancestor.flatMap { styles[$0] } ?? .plain
    }
    return complete
  }

  /// The terminal's own sixteen colours: quiet frames, one accent, red and yellow for trouble only.
  ///
  /// Themes/files/default.toml says the same.
  package static let `default` = Theme(
    name: "default",
    styles: [
      .text: .plain,
      .muted: .dim,
      .accent: Style(foreground: .ansi(6)),
      .titleFocused: Style(foreground: .ansi(6), attributes: .bold),
      .headerSorted: .bold,
      .selection: .reverse,
      .banner: Style(foreground: .ansi(3), attributes: .reverse),
      .ok: Style(foreground: .ansi(2)),
      .high: Style(foreground: .ansi(3)),
      .critical: Style(foreground: .ansi(1), attributes: .bold),
      .p99: Style(foreground: .ansi(5)),
      .errors5xx: Style(foreground: .ansi(1)),
      .heat1: .dim,
      .heat2: Style(foreground: .ansi(6)),
      .heat4: Style(foreground: .ansi(6), attributes: .bold),
      .match: Style(attributes: [.bold, .underline]),
    ])
}
