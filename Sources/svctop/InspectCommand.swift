import ArgumentParser
import Collectors
import Dashboard
import Telemetry

/// `svctop inspect SOURCE`: what is recognised in a source, what is not, and how to see more.
struct InspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "What svctop recognises in a source, what it does not, and how to see more.",
    discussion: """
      For a URL or a file with an exposition: each family and what it is used for. For JSON: each
      path. For a log: its format, the fields its lines carry, and the lines not understood.

      Exit status: 0 fine (with --strict: valid), 1 the source could not be read or is not valid,
      2 wrong usage.
      """)

  /// What is written.
  enum Output: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var common: CommonOptions

  @Option(help: "text or json.")
  var output = Output.text

  @Option(
    parsing: .unconditional,
    help: "Say for each of the first so many lines of a log what was read from it.")
  var lines = 0

  @Flag(help: "Check an exposition by the letter of its format; --format openmetrics|prometheus.")
  var strict = false

  func run() async throws {
    guard common.sources.count == 1, let argument = common.sources.first else {
      throw Failure.usage("inspect takes one source; try: svctop inspect http://127.0.0.1:8000")
    }
    guard lines >= 0 else { throw Failure.usage("--lines takes a number from 0 up") }
    let source: SourceSpecification
    do {
      source = try SourceSpecification(argument)
    } catch {
      throw Failure.usage(error.description.string)
    }
    try common.checkRequests()
    let configuration = try Configuration.load(common.display.config)
    let options = common.completed(by: configuration)
    if strict { return try await InspectStrict(common: options).run(source) }
    let preferences = try common.logPreferences(configuration)
    let report = try await report(
      on: source, preferences,
      InspectEndpoint(
        common: options, mapping: JSONMapping(rules: configuration.mappings),
        presets: try common.presetSelection()))
    try StandardOutput.write(output == .json ? report.json : report.text)
    if report.isUnreadable { throw ExitCode(1) }
  }

  private func report(
    on source: SourceSpecification, _ preferences: LogPreferences, _ endpoint: InspectEndpoint
  ) async throws -> InspectReport {
    if case .endpoint(let url) = source.location { return try await endpoint.report(url) }
    let input = try InspectInput.read(source)
    var report = report(on: input.bytes, source, preferences, endpoint)
    if input.isCut {
      report.facts.insert(
        ("looked at", DisplayText("the first \(InspectInput.limitText)")),
        at: min(1, report.facts.count))
    }
    if let packing = input.packing {
      report.facts.insert(("packed by", packing), at: min(1, report.facts.count))
    }
    if let problem = input.problem { report.advice.insert(problem, at: 0) }
    return report
  }

  private func report(
    on bytes: [UInt8], _ source: SourceSpecification, _ preferences: LogPreferences,
    _ endpoint: InspectEndpoint
  ) -> InspectReport {
    bytes.withUnsafeBytes { bytes in
      let sniff = ExpositionSniff(bytes, contentType: nil)
      if InspectLog.isDocument(sniff, bytes) {
        return endpoint.report(
          bytes, contentType: nil, location: source.displayLocation.string)
      }
      return InspectLog.report(
        bytes, name: source.displayLocation, preferences, lines: lines)
    }
  }
}
