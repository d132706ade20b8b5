import ArgumentParser
import Collectors
import Dashboard
import Demo
import Telemetry

/// `svctop demo`: a believable back end in the same process, and the dashboard on it.
struct DemoCommand: LongRunningCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "A simulated back end in the same process, and the dashboard on it.",
    discussion: """
      Serves the pages of a scenario on a loopback port and writes its logs into a temporary
      folder, which is removed at the end. Needs no other software, and reads no svctop.toml but
      that of --config. The scenarios are:

      \(DemoCommand.list)
      """)

  @Argument(help: "The scenario to play.")
  var scenario = ScenarioCatalog.all[0].name

  @Flag(help: "Play the scenario as it is after its problems were repaired.")
  var repaired = false

  @Flag(help: "List the scenarios, one a line, and end.")
  var list = false

  @OptionGroup var display: DisplayOptions
  @OptionGroup var screen: ScreenOptions

  @Option(help: "Seed of the simulation.")
  var seed: UInt64 = 1

  func run() async throws {
    if try screen.checksTheme() { return }
    guard !list else {
      try StandardOutput.write(DemoCommand.list + "\n")
      return
    }
    let entry = try entry()
    try display.check()
    // The demo is the same for everybody who does not name a file.
    let configuration = try display.config.map { try Configuration.load($0) } ?? Configuration()
    let backend: DemoBackend
    do {
      backend = try await DemoBackend.start(
        entry, seed: seed, now: ArrivalTime.now().wall, isRepaired: repaired)
    } catch {
      throw Failure.source("the demo cannot start: \(error)")
    }
    let working = Task { await backend.run() }
    do {
      try await DashboardRun(
        options(backend, entry), screen, configuration, alternative: "--plain"
      ).run()
    } catch {
      working.cancel()
      await backend.stop()
      throw error
    }
    working.cancel()
    await backend.stop()
  }

  /// The scenarios, one a line.
  private static var list: String {
    let width = ScenarioCatalog.all.map(\.name.count).max() ?? 0
    return ScenarioCatalog.all.map { entry in
      let blanks = String(repeating: " ", count: width - entry.name.count + 2)
      return "\(entry.name)\(blanks)\(entry.summary)"
    }.joined(separator: "\n")
  }

  /// The scenario that is asked for; a name that is none is wrong usage.
  private func entry() throws -> ScenarioEntry {
    guard let entry = ScenarioCatalog.entry(scenario) else {
      let hint = Spelling.hint(
        scenario, among: ScenarioCatalog.all.map(\.name),
        otherwise: "; svctop demo --list names them")
      throw Failure.usage("there is no scenario \(DisplayText(scenario))\(hint)")
    }
    guard entry.isRepairable || !repaired else {
      throw Failure.usage("--repaired: the scenario \(entry.name) has no repaired version")
    }
    return entry
  }

  /// The options of a dashboard on the simulated sources.
  private func options(_ backend: DemoBackend, _ entry: ScenarioEntry) throws -> CommonOptions {
    var options = try CommonOptions.parse(backend.sources)
    options.display = display
    if display.title.isEmpty {
      options.display.title = "\(entry.title) (demo\(repaired ? ", repaired" : ""))"
    }
    return options
  }
}
