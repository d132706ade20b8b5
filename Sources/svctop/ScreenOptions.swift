import ArgumentParser
import Curses
import Dashboard
import TextUI

/// Options about how the dashboard looks.
struct ScreenOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Theme, or the path of its file; `svctop themes` lists them.", valueName: "name|file"))
  var theme: String?

  @Option(help: "Folder of themes that goes before ~/.config/svctop/themes.")
  var themesDir: String?

  @Option(help: "Colours: auto, never, 8, 16, 256 or truecolor.")
  var color: String = "auto"

  @Option(help: "Characters of charts and frames: braille, block or ascii.")
  var glyphs: String?

  @Flag(help: "Use ASCII characters only; the same as --glyphs ascii.")
  var ascii = false

  @Flag(help: "Click and scroll with the mouse; the terminal selects text with Shift then.")
  var mouse = false

  @Flag(help: "Tell changes as lines of text instead of drawing, as for screen readers.")
  var plain = false

  @Option(help: ArgumentHelp("Check the file of a theme and end.", valueName: "file"))
  var checkTheme: String?

  /// Checks the theme that `--check-theme` names; `false` where it names none.
  func checksTheme() throws -> Bool {
    guard let checkTheme else { return false }
    try ThemeCheck.run(checkTheme, in: ThemeLibrary(folder: themesDir))
    return true
  }

  /// The theme asked for, else the configured one, else the default.
  func themeEntry(configured: String? = nil) throws -> ThemeLibrary.Entry {
    try ThemeLibrary(folder: themesDir).entry(theme ?? configured ?? "default")
  }

  /// The theme asked for, else the configured one, else the default.
  func loadTheme(configured: String? = nil) throws -> Theme {
    let entry = try themeEntry(configured: configured)
    do {
      return try entry.theme()
    } catch {
      throw Failure.usage("theme \(error)")
    }
  }

  /// What to ask of the terminal.
  func terminalOptions() throws -> TerminalOptions {
    TerminalOptions(
      colorDepth: try ScreenOptions.colorDepth(color), symbols: try symbols(), hasMouse: mouse)
  }

  /// The characters asked for; `nil` where the terminal is to say.
  private func symbols() throws -> Symbols? {
    try ascii ? .ascii : ScreenOptions.symbols(glyphs)
  }

  /// The characters asked for; `nil` for auto.
  static func symbols(_ glyphs: String?) throws -> Symbols? {
    switch glyphs {
    case nil, "auto": return nil
    case "braille": return .unicode
    case "block": return .blocks
    case "ascii": return .ascii
    case let other?: throw Failure.usage("--glyphs \(other): write braille, block or ascii")
    }
  }

  /// The number of colours asked for; `nil` for auto.
  static func colorDepth(_ text: String) throws -> ColorDepth? {
    switch text {
    case "auto": return nil
    case "never": return ColorDepth.none
    case "8": return .ansi8
    case "16": return .ansi16
    case "256": return .indexed256
    case "truecolor": return .truecolor
    default:
      throw Failure.usage("--color \(text): write auto, never, 8, 16, 256 or truecolor")
    }
  }
}
