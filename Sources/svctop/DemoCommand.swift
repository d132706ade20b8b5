import ArgumentParser
import Collectors
import Dashboard
import Demo
import Telemetry

/// `svctop demo`: a believable back end in the same process, and the dashboard on it.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "A simulated back end in the same process, and the dashboard on it.",
    discussion: """
      Serves /metrics on a loopback port and writes an access log and a PostgreSQL log into a
      temporary folder, which is removed at the end. Needs no other software.
      """)

  @OptionGroup var screen: ScreenOptions

  @Option(help: "Stretch of the past that numbers are about: 1m, 5m, 15m, 1h, all.")
  var window = "5m"

  @Option(help: "Seed of the simulation.")
  var seed: UInt64 = 1

  func run() async throws {
    let backend: DemoBackend
    do {
      backend = try await DemoBackend.start(seed: seed, now: ArrivalTime.now().wall)
    } catch {
      throw Failure.source("the demo cannot start: \(error)")
    }
    let working = Task { await backend.run() }
    do {
      try await show(backend)
    } catch {
      working.cancel()
      await backend.stop()
      throw error
    }
    working.cancel()
    await backend.stop()
  }

  private func show(_ backend: DemoBackend) async throws {
    let options = try CommonOptions.parse([
      "shop-api=\(backend.metricsURL)", "nginx=\(backend.accessLogPath)",
      "postgresql=\(backend.databaseLogPath)", "--window", window, "--title", "shop-api (demo)",
    ])
    try await DashboardRun(
      plan: try SourcePlan(options, Configuration()),
      settings: try options.settings(window: .last(300)),
      filter: nil, screen: screen
    ).run()
  }
}
