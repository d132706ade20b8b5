import ArgumentParser
import Collectors
import Curses
import Dashboard
import Telemetry
import TextUI

/// `svctop SOURCE ...`: the dashboard.
struct TopCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "top", abstract: "The dashboard (the default).")

  @OptionGroup var common: CommonOptions
  @OptionGroup var screen: ScreenOptions

  func run() async throws {
    if let file = screen.checkTheme {
      return try ThemeCheck.run(file, in: ThemeLibrary(folder: screen.themesDir))
    }
    let configuration = try Configuration.load(common.config)
    guard !common.sources.isEmpty || !configuration.sources.isEmpty else {
      throw Failure.usage(
        "no source given: name a metrics URL or a log file; here you could try: "
          + Proposal.commandLine())
    }
    let plan = try SourcePlan(common, configuration)
    StartUpCode.release()
    try await DashboardRun(
      plan: plan, settings: try common.settings(window: .last(300)),
      filter: try common.filterExpression(), screen: screen
    ).run()
  }
}
