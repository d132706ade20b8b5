import Telemetry

extension Configuration {
  /// What is wrong with the theme that the file names, and where; `nil` when nothing is.
  ///
  /// Themes are files beside the configuration: reading it alone cannot tell.
  func themeMistake(in library: ThemeLibrary) -> ConfigurationError? {
    guard let theme, var mistake = themePlace else { return nil }
    let isPath = theme.contains("/") || theme.hasSuffix(".toml")
    guard let entry = try? library.entry(theme) else {
      mistake.message =
        isPath
        ? "there is no theme file \"\(DisplayText(theme))\" that can be read"
        : "there is no theme \"\(DisplayText(theme))\""
          + Spelling.hintOrNames(theme, among: library.entries.map(\.name))
      return mistake
    }
    do {
      _ = try entry.theme()
      return nil
    } catch {
      mistake.message = "theme \(error)"
      return mistake
    }
  }
}
