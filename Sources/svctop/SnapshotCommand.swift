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
    let model = try await Picture.read(
      common, configuration, size: Size(width: width, height: height), duration: duration)
    switch output {
    case .text: StandardOutput.write(model.snapshotText(width: width, height: height))
    case .json: StandardOutput.write(model.snapshotJSON().text)
    }
    try Picture.report(model.history.sources)
  }
}
