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
    let configuration = try Configuration.load(common.display.config)
    guard !common.sources.isEmpty || !configuration.sources.isEmpty else {
      throw Failure.usage(
        "no source given: name a metrics URL or a log file; here you could try: "
          + Proposal.commandLine())
    }
    try await DashboardRun(common, screen, configuration).run()
  }
}

extension DashboardRun {
  /// The dashboard that options and a configuration ask for; wrong ones are usage errors.
  init(
    _ options: CommonOptions, _ screen: ScreenOptions, _ configuration: Configuration,
    alternative: String = "`svctop snapshot`, or --plain"
  ) throws {
    if screen.theme == nil,
      let mistake = configuration.themeMistake(in: ThemeLibrary(folder: screen.themesDir))
    {
      throw Failure.usage(mistake.description)
    }
    var plan = try SourcePlan(options, configuration)
    ProcessMemory.releaseCode()
    var settings = try options.display.settings(window: configuration.window ?? .last(300))
    settings.take(configuration.preferences(besides: options))
    plan.pastSeconds = settings.window.seconds
    self.init(
      plan: plan, settings: settings,
      filter: try options.display.filterExpression() ?? configuration.filter,
      screen: screen.completed(by: configuration), configuration: configuration,
      options: options, alternative: alternative)
  }
}
