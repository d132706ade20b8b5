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
      folder, which is removed at the end. Needs no other software. The scenarios are:

      \(DemoCommand.list)
      """)

  @Argument(help: "The scenario to play.")
  var scenario = ScenarioCatalog.all[0].name

  @Flag(help: "Play the scenario as it is after its problems were repaired.")
  var repaired = false

  @Flag(help: "List the scenarios, one a line, and end.")
  var list = false

  @OptionGroup var screen: ScreenOptions

  @Option(
    parsing: .unconditional,
    help: "Stretch of the past that numbers are about: 1m, 5m, 15m, 1h, all.")
  var window = "5m"

  @Option(help: "Seed of the simulation.")
  var seed: UInt64 = 1

  func run() async throws {
    if try screen.checksTheme() { return }
    guard !list else {
      try StandardOutput.write(DemoCommand.list + "\n")
      return
    }
    let entry = try entry()
    let backend: DemoBackend
    do {
      backend = try await DemoBackend.start(
        entry, seed: seed, now: ArrivalTime.now().wall, isRepaired: repaired)
    } catch {
      throw Failure.source("the demo cannot start: \(error)")
    }
    let working = Task { await backend.run() }
    do {
      try await show(backend, entry)
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
      let hint =
        ScenarioCatalog.nearest(scenario).map { "did you mean \($0)?" }
        ?? "svctop demo --list names them"
      throw Failure.usage("there is no scenario \(DisplayText(scenario)); \(hint)")
    }
    guard entry.isRepairable || !repaired else {
      throw Failure.usage("--repaired: the scenario \(entry.name) has no repaired version")
    }
    return entry
  }

  private func show(_ backend: DemoBackend, _ entry: ScenarioEntry) async throws {
    let title = "\(entry.title) (demo\(repaired ? ", repaired" : ""))"
    let options = try CommonOptions.parse(
      backend.sources + ["--window", window, "--title", title])
    try await DashboardRun(
      plan: try SourcePlan(options, Configuration()),
      settings: try options.settings(window: .last(300)),
      filter: nil, screen: screen, alternative: "--plain"
    ).run()
  }
}
