import ArgumentParser
import Dashboard
import Telemetry

/// What is shown of the sources, whichever they are, and how often they are read.
struct DisplayOptions: ParsableArguments {
  @Option(name: [.customShort("c"), .long], help: "Configuration file; else ./svctop.toml ...")
  var config: String?

  @Option(help: "Show only what passes, for example 'users p95>200ms' or 'status:5xx'.")
  var filter: String?

  @Option(
    parsing: .unconditional,
    help: "Stretch of the past that numbers are about: 1m, 5m, 15m, 1h, all."
  )
  var window: String?

  @Option(
    parsing: .unconditional,
    help: "Time between two scrapes, from 100ms to 1h; 2s unless configured."
  )
  var interval: String?

  @Option(help: "Name of the service, shown in the header.")
  var title: String = ""

  @Flag(help: "Show statements with their literals.")
  var showLiterals = false

  /// The filter; a wrong one says where it is wrong.
  func filterExpression() throws -> FilterExpression? {
    guard let filter else { return nil }
    do {
      return try FilterExpression(filter)
    } catch {
      throw Failure.usage("--filter '\(DisplayText(filter))': \(error)")
    }
  }

  /// The settings that the options amount to; `window` is used when none was given.
  func settings(window fallback: Window) throws -> Settings {
    var settings = Settings()
    settings.title = DisplayText(title).string
    settings.showsLiterals = showLiterals
    settings.window = try window.map(CommonOptions.window) ?? fallback
    return settings
  }

  /// Seconds between two scrapes; `nil` where the command line does not say.
  func intervalSeconds() throws -> Double? {
    guard let interval else { return nil }
    let seconds = try CommonOptions.duration(interval, option: "--interval")
    let bounds = CommonOptions.intervals
    guard bounds.contains(seconds) else {
      throw Failure.usage(
        "--interval \(DisplayText(interval)): from \(DurationText.written(bounds.lowerBound)) to "
          + DurationText.written(bounds.upperBound))
    }
    return seconds
  }

  /// Refuses what is wrong before anything is started for it.
  func check() throws {
    _ = try filterExpression()
    _ = try settings(window: .all)
    _ = try intervalSeconds()
  }
}
