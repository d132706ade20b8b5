import ArgumentParser
import Curses
import Dashboard
import Glibc
import TextUI
import Themes

/// Options about how the dashboard looks.
struct ScreenOptions: ParsableArguments {
  @Option(help: "Theme: \(EmbeddedTheme.all.map(\.name).joined(separator: ", ")).")
  var theme: String = "default"

  @Option(help: "Colours: auto, never, 8, 16, 256 or truecolor.")
  var color: String = "auto"

  @Flag(help: "Use ASCII characters only.")
  var ascii = false

  @Flag(help: "Click and scroll with the mouse; the terminal selects text with Shift then.")
  var mouse = false

  /// Every theme that can be read, for the list to choose from.
  func allThemes() -> [Theme] {
    EmbeddedTheme.all.compactMap {
      try? Theme(name: $0.name, toml: $0.toml, file: $0.name + ".toml")
    }
  }

  /// The theme asked for.
  func loadTheme() throws -> Theme {
    guard let embedded = EmbeddedTheme.all.first(where: { $0.name == theme }) else {
      let names = EmbeddedTheme.all.map(\.name).joined(separator: ", ")
      throw Failure.usage("--theme \(theme): no such theme; there are \(names)")
    }
    do {
      return try Theme(name: embedded.name, toml: embedded.toml, file: embedded.name + ".toml")
    } catch {
      throw Failure.usage("theme \(error)")
    }
  }

  /// What to ask of the terminal.
  func terminalOptions() throws -> TerminalOptions {
    TerminalOptions(colorDepth: try colorDepth(), symbols: ascii ? .ascii : nil, hasMouse: mouse)
  }

  /// `--color` wins over NO_COLOR (https://no-color.org), which wins over the terminal.
  private func colorDepth() throws -> ColorDepth? {
    switch color {
    case "auto":
      guard let value = getenv("NO_COLOR"), value.pointee != 0 else { return nil }
      return ColorDepth.none
    case "never": return ColorDepth.none
    case "8": return .ansi8
    case "16": return .ansi16
    case "256": return .indexed256
    case "truecolor": return .truecolor
    default:
      throw Failure.usage("--color \(color): write auto, never, 8, 16, 256 or truecolor")
    }
  }
}
