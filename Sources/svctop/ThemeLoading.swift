import Dashboard
import TextUI
import Themes

/// What is wrong with a theme file, all of it.
struct ThemeError: Error, Hashable, CustomStringConvertible {
  let mistakes: ConfigurationErrors

  /// One line: the first mistake with its place, and how all are told.
  var description: String { mistakes.summary(toldBy: "svctop themes --check-theme") }
}

extension Theme {
  /// Reads a theme from the text of its file.
  ///
  /// Unknown roles and colours are errors: a misspelt role would otherwise change nothing, silently.
  /// What the file leaves out comes from the theme that it `inherits`, if any.
  ///
  /// Messages call it by its file, else by the name that the file of a theme of the program has.
  init(name: String, toml: String, file: String?) throws(ThemeError) {
    var reader: ThemeReader
    do throws(ConfigurationError) {
      reader = try ThemeReader(toml, file: file ?? name + ".toml")
    } catch {
      throw ThemeError(mistakes: ConfigurationErrors(only: error))
    }
    let styles = reader.ownStyles()
    let few = reader.fewColors(above: styles)
    let background = reader.color(of: "background")
    let assumed = reader.color(of: "assumed-background")
    if let mistakes = ConfigurationErrors(reader.mistakes) { throw ThemeError(mistakes: mistakes) }
    self.init(
      name: name, styles: styles, fewColors: few, background: background ?? .terminal,
      assumedBackground: assumed, file: file)
  }

  /// A theme that is part of the program.
  init(_ embedded: EmbeddedTheme) throws(ThemeError) {
    try self.init(name: embedded.name, toml: embedded.toml, file: nil)
  }
}
