import ArgumentParser
import Dashboard
import Telemetry
import TextUI

/// `svctop report SOURCE ...`: the performance report that somebody would write by hand.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "A performance report: findings with evidence and advice, tables, what to fix first.",
    discussion: """
      Sources are read as for `svctop snapshot`: log files from start to end, metrics endpoints twice,
      --interval apart, or for --duration. The report covers all of it unless --window says otherwise.

        svctop report access.log postgresql.log > report.md
        svctop report --output html --duration 10m http://127.0.0.1:8000 > report.html

      Exit status: 0 fine, 1 a source could not be read at all, 2 wrong usage.
      """)

  /// What is written.
  enum Output: String, ExpressibleByArgument, CaseIterable {
    case markdown, html, json, text
  }

  @OptionGroup var common: CommonOptions

  @Option(help: "markdown, html, json or text.")
  var output = Output.markdown

  @Option(parsing: .unconditional, help: "Keep observing for so long before the report is written.")
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
      throw Failure.usage("no source given; try: svctop report access.log")
    }
    let model = try await Picture.read(
      common, configuration, size: Size(width: 100, height: 40), duration: duration)
    let report = Report(of: model)
    switch output {
    case .markdown: try StandardOutput.write(MarkdownWriter.text(of: report.document))
    case .html: try StandardOutput.write(HTMLWriter.text(of: report.document))
    case .text: try StandardOutput.write(PlainTextWriter.text(of: report.document))
    case .json: try StandardOutput.write(report.json.text)
    }
    try Picture.report(model.history.sources)
    try Picture.fail(model, on: limit)
  }
}
