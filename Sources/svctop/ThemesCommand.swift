import ArgumentParser
import Curses
import Dashboard
import Glibc
import Telemetry
import TextUI

/// `svctop themes`: which themes there are, and whether one of the user's own is complete.
struct ThemesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "Lists the themes, and checks one of your own.",
    discussion: """
      Themes of your own are files in $XDG_CONFIG_HOME/svctop/themes (~/.config/svctop/themes). Each
      sets colours of roles; docs/terminal.md describes the format.

      Exit status of --check-theme: 0 fine, 1 something is wrong or hard to read, 2 no such file.
      """)

  @Option(
    help: ArgumentHelp(
      "Name what a theme leaves out, and what is hard to read in it.", valueName: "file|name"))
  var checkTheme: String?

  @Flag(help: "List the roles, with the role that each follows when it is not set.")
  var printRoles = false

  @Option(help: "Folder of themes that goes before ~/.config/svctop/themes.")
  var themesDir: String?

  @Option(help: "Colours of the samples: auto, never, 8, 16, 256 or truecolor.")
  var color: String = "auto"

  func run() async throws {
    let asked = try ScreenOptions.colorDepth(color)
    let library = ThemeLibrary(folder: themesDir)
    if let checkTheme { return try ThemeCheck.run(checkTheme, in: library) }
    if printRoles {
      try StandardOutput.write(ThemesCommand.roles())
      return
    }
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let depth = isTerminal || asked != nil ? await CursesTerminal.depth(asked: asked) : nil
    try StandardOutput.write(try ThemesCommand.list(library, depth: depth))
  }

  /// A line a theme; with colours a sample of it.
  private static func list(_ library: ThemeLibrary, depth: ColorDepth?) throws -> String {
    let entries = library.entries
    let width = entries.map { CellWidth.of(DisplayText($0.name).string) }.max() ?? 0
    var text = ""
    for entry in entries {
      text += DisplayText(entry.name).string.padded(to: width, alignment: .left) + "  "
      do {
        let theme = try entry.theme()
        let sample = depth.map { ThemeSample(theme, depth: $0).text }
        text += sample ?? DisplayText(entry.about).string
      } catch {
        text += DisplayText("cannot be read: \(error)").string
      }
      text += "\n"
    }
    return text
  }

  private static func roles() -> String {
    let width = ThemeRole.allCases.map(\.rawValue.count).max() ?? 0
    return ThemeRole.allCases.map { role in
      let name = role.rawValue.padded(to: width, alignment: .left)
      return name + "  " + (role.parent.map { "follows \($0.rawValue)" } ?? "the start of all")
        + "\n"
    }.joined()
  }
}

/// A theme in one line: what the screen is mostly made of, in its colours.
struct ThemeSample {
  private let theme: Theme
  private let depth: ColorDepth

  init(_ theme: Theme, depth: ColorDepth) {
    self.theme = theme.adapted(to: depth)
    self.depth = depth
  }

  /// The line with its sequences, plain again at its end.
  var text: String {
    let parts: [(String, ThemeRole)] = [
      (" +- ", .border), ("endpoints", .titleFocused), (" --", .border), (" P95 ", .header),
      (" GET ", .muted), ("/api/search", .text), (" 38 ms", .text), (" 412 ms !", .high),
      (" 8.2 s x", .critical), (" o ok", .ok), ("  /", .keyHint), (" filter ", .muted),
      (" 12 rows ", .selection),
    ]
    let reset = depth == .none ? "" : "\u{1B}[0m"
    return parts.map { part, role in
      theme[role].over(theme.base).sequence(depth: depth) + part + reset
    }.joined() + "\u{1B}[0m"
  }
}
