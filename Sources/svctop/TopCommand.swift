import ArgumentParser
import Collectors
import Curses
import Dashboard
import Telemetry
import TextUI

/// `svctop SOURCE ...`: the dashboard.
struct TopCommand: LongRunningCommand {
  static let configuration = CommandConfiguration(
    commandName: "top", abstract: "The dashboard (the default).")

  @OptionGroup var common: CommonOptions
  @OptionGroup var screen: ScreenOptions

  func run() async throws {
    if try screen.checksTheme() { return }
    let configuration = try Configuration.load(common.config)
    guard !common.sources.isEmpty || !configuration.sources.isEmpty else {
      throw Failure.usage(
        "no source given: name a metrics URL or a log file; here you could try: "
          + Proposal.commandLine())
    }
    if screen.theme == nil,
      let mistake = configuration.themeMistake(in: ThemeLibrary(folder: screen.themesDir))
    {
      throw Failure.usage(mistake.description)
    }
    var plan = try SourcePlan(common, configuration)
    ProcessMemory.releaseCode()
    var settings = try common.settings(window: configuration.window ?? .last(300))
    settings.take(configuration.preferences(besides: common))
    plan.pastSeconds = settings.window.seconds
    try await DashboardRun(
      plan: plan, settings: settings,
      filter: try common.filterExpression() ?? configuration.filter,
      screen: screen.completed(by: configuration), configuration: configuration, options: common
    ).run()
  }
}
