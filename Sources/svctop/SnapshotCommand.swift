import ArgumentParser
import Collectors
import Curses
import Dashboard
import Glibc
import Telemetry
import TextUI

/// `svctop snapshot SOURCE ...`: one picture, or its numbers, on stdout; no terminal needed.
struct SnapshotCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    abstract: "One screen as text, or its numbers as JSON, on stdout; needs no terminal.",
    discussion: """
      Log files are read from start to end, and the window is all of them unless --window says
      otherwise. Metrics endpoints are scraped twice, --interval apart; with --window all once,
      and the numbers are then since the start of the process.

      Exit status: 0 fine, 1 a source could not be read at all, 2 wrong usage.
      """)

  /// What is written.
  enum Output: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown, ansi
  }

  @OptionGroup var common: CommonOptions

  @Option(help: "text, json, markdown or ansi.")
  var output = Output.text

  @Option(parsing: .unconditional, help: "Columns of the text.")
  var width = 100

  @Option(
    parsing: .unconditional,
    help: "Lines of the picture in the text; as many as the panes want unless given.")
  var height: Int?

  @Option(
    help: ArgumentHelp(
      "View to take: \(SnapshotView.names.joined(separator: ", ")).", valueName: "name"))
  var view = "overview"

  @Option(help: "Theme of --output ansi, or the path of its file.")
  var theme: String?

  @Option(help: "Colours of --output ansi: auto, never, 8, 16, 256 or truecolor.")
  var color = "auto"

  @Option(help: "Characters of charts and frames: braille, block or ascii.")
  var glyphs: String?

  @Flag(help: "Use ASCII characters only; the same as --glyphs ascii.")
  var ascii = false

  @Option(parsing: .unconditional, help: "Keep observing for so long before the picture is taken.")
  var duration: String?

  @Option(
    help: ArgumentHelp(
      "End with status 1 on a finding so bad or worse: critical, high, medium or low; on target on "
        + "a target that is missed; both with a comma.",
      valueName: "limit"))
  var failOn: String?

  func run() async throws {
    let limit = try Picture.Limit(failOn)
    let configuration = try Configuration.load(common.display.config)
    guard !common.sources.isEmpty || !configuration.sources.isEmpty else {
      throw Failure.usage("no source given; try: svctop snapshot access.log")
    }
    guard (40...1000).contains(width), (10...1000).contains(height ?? 40) else {
      throw Failure.usage("--width takes 40 to 1000, --height 10 to 1000")
    }
    guard let view = SnapshotView(name: view) else {
      throw Failure.usage(
        "--view \(DisplayText(view)): no such view"
          + SnapshotView.hint(for: view))
    }
    let look = try look(configuration)
    var model = try await Picture.read(
      common, configuration, size: Size(width: width, height: height ?? 40), duration: duration)
    model.theme = look.theme
    model.symbols = look.symbols
    switch model.showing(view) {
    case .success(let shown): try StandardOutput.write(text(of: shown, look.depth))
    case .failure(let failure): throw Failure.usage("--view: \(failure.message)")
    }
    try Picture.report(model.history.sources)
    try Picture.fail(model, on: limit)
  }

  private func text(of model: Model, _ depth: ColorDepth) -> String {
    switch output {
    case .text: model.snapshotText(width: width, height: height)
    case .json: model.snapshotJSON().text
    case .markdown: model.snapshotMarkdown()
    case .ansi: model.snapshotANSI(width: width, height: height, depth: depth)
    }
  }

  /// Theme, characters and colours; the output may go anywhere, so that terminfo is not asked.
  private func look(
    _ configuration: Configuration
  ) throws -> (theme: Theme, symbols: Symbols, depth: ColorDepth) {
    let symbols = try symbols(configuration)
    guard output == .ansi else { return (.default, symbols, .none) }
    let entry = try ThemeLibrary().entry(theme ?? configuration.theme ?? "default")
    let theme: Theme
    do throws(ThemeError) {
      theme = try entry.theme()
    } catch {
      throw Failure.usage("theme \(error)")
    }
    let asked = try ScreenOptions.colorDepth(color == "auto" ? configuration.color ?? color : color)
    // What is told of this terminal says nothing of the one that a file will be shown on.
    let isInsideScreen = isTerminal && !variable("STY").isEmpty && variable("TMUX").isEmpty
    let depth = ColorChoice(
      asked: asked, noColor: variable("NO_COLOR"), colorTerm: variable("COLORTERM"),
      isInsideScreen: isInsideScreen, terminfoColors: 256
    ).depth
    return (theme.adapted(to: depth), symbols, depth)
  }

  /// The characters asked for or configured, else those of the terminal that stdout is.
  ///
  /// A file or a pipe is read elsewhere, and cron and CI have no locale: there it is UTF-8.
  private func symbols(_ configuration: Configuration) throws -> Symbols {
    if ascii { return .ascii }
    if let asked = try ScreenOptions.symbols(glyphs ?? configuration.glyphs) { return asked }
    return isTerminal ? CursesTerminal.usualSymbols : .unicode
  }

  private var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  private func variable(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }
}
