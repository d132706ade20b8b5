import Dashboard
import TextUI
import Themes

/// What is wrong with a theme file, as a compiler would say it.
struct ThemeError: Error, Hashable, CustomStringConvertible {
  let file: String
  /// From 1; 0 when the mistake has no place.
  let line: Int
  /// What is wrong, with the text that is.
  let message: String

  var description: String { line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)" }

  /// A mistake without a place.
  init(file: String, message: String) {
    self.file = file
    line = 0
    self.message = message
  }

  /// The same mistake without its column: a theme has one setting a line.
  init(_ error: ConfigurationError) {
    file = error.file
    line = error.line
    message = error.message
  }
}

extension Theme {
  /// Reads a theme from the text of its file.
  ///
  /// Unknown roles and colours are errors: a misspelt role would otherwise change nothing, silently.
  /// What the file leaves out comes from the theme that it `inherits`, if any.
  ///
  /// Messages call it by its file, else by the name that the file of a theme of the program has.
  init(name: String, toml: String, file: String?) throws(ThemeError) {
    let chain = try ThemeReader.chain(from: toml, file: file ?? name + ".toml")
    var reader = try ThemeReader(chain)
    let styles = try reader.ownStyles()
    let few = try reader.fewColors(above: styles)
    let background = try reader.color(of: "background")
    let assumed = try reader.color(of: "assumed-background")
    self.init(
      name: name, styles: styles, fewColors: few, background: background ?? .terminal,
      assumedBackground: assumed, file: file)
  }

  /// A theme that is part of the program.
  init(_ embedded: EmbeddedTheme) throws(ThemeError) {
    try self.init(name: embedded.name, toml: embedded.toml, file: nil)
  }
}
