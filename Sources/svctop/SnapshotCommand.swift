import ArgumentParser
import Collectors
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
    case text, json
  }

  @OptionGroup var common: CommonOptions

  @Option(help: "text or json.")
  var output = Output.text

  @Option(help: "Columns of the text.")
  var width = 100

  @Option(help: "Lines of the picture in the text.")
  var height = 40

  @Option(help: "Keep observing for so long before the picture is taken.")
  var duration: String?

  func run() async throws {
    let configuration = try Configuration.load(common.config)
    guard !common.sources.isEmpty || !configuration.sources.isEmpty else {
      throw Failure.usage("no source given; try: svctop snapshot access.log")
    }
    guard (40...1000).contains(width), (10...1000).contains(height) else {
      throw Failure.usage("--width takes 40 to 1000, --height 10 to 1000")
    }
    let plan = try SourcePlan(common, configuration, isFollowing: duration != nil)
    let settings = try common.settings(window: .all)
    let filter = try common.filterExpression()
    let seconds = try duration.map { try CommonOptions.duration($0, option: "--duration") }
    let picture = Picture(
      Model(
        history: History(sources: plan.identities), settings: settings, theme: .default,
        size: Size(width: width, height: height), clock: ArrivalTime.now().wall, filter: filter))
    StartUpCode.release()
    let run = SnapshotRun(plan: plan, settings: settings, isWindowGiven: common.window != nil)
    await run.collect(observing: seconds) { await picture.take($0) }
    let model = await picture.finished(at: ArrivalTime.now().wall)
    switch output {
    case .text: StandardOutput.write(model.snapshotText(width: width, height: height))
    case .json: StandardOutput.write(model.snapshotJSON().text)
    }
    try report(model.history.sources)
  }

  /// Says which sources could not be read; the status is 1 when one gave nothing at all.
  private func report(_ sources: [SourceState]) throws {
    let dead = sources.filter { source in
      if case .failing = source.health { source.lastSuccess == nil } else { false }
    }
    guard !dead.isEmpty else { return }
    let reasons = dead.map { source -> String in
      guard case .failing(let reason) = source.health else { return "" }
      let isNamed = reason.string.contains(source.identity.name.string)
      return isNamed ? reason.string : "\(source.identity.name): \(reason)"
    }
    throw Failure.source(reasons.joined(separator: "; "))
  }
}

/// A model that several readers add to.
private actor Picture {
  private var model: Model

  init(_ model: Model) {
    self.model = model
  }

  func take(_ batch: Batch) {
    model.take(batch)
  }

  func finished(at time: Timestamp) -> Model {
    model.finish(at: time)
    return model
  }
}

/// Writing to stdout without the buffers of anybody else.
enum StandardOutput {
  /// Writes all of the text, or ends quietly with `false` when nobody reads it any more.
  @discardableResult
  static func write(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      rest = rest.dropFirst(written)
    }
    return true
  }
}
