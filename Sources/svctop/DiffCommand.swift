import ArgumentParser
import Dashboard
import FoundationEssentials
import Telemetry

/// `svctop diff BEFORE AFTER`: two JSON snapshots side by side.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Two JSON snapshots side by side: what got better, what got worse.",
    discussion: """
      Percentiles are said to differ only where the ranges that they surely lie in do not meet, shares
      only where chance would hardly give the difference; what is a fifth apart and may be chance all
      the same is unclear. The samples stand beside each figure.

        svctop snapshot --output json access.log > before.json
        svctop diff before.json after.json
        svctop diff --fail-on regression before.json after.json

      Exit status: 0 fine, 1 with --fail-on regression and one found, 2 a file is no snapshot.
      """)

  /// What is written.
  enum Output: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, json, html
  }

  /// What makes the exit status 1.
  enum FailOn: String, ExpressibleByArgument, CaseIterable {
    case never, regression
  }

  @Argument(help: "The earlier snapshot, made with snapshot --output json.")
  var before: String

  @Argument(help: "The later one.")
  var after: String

  @Option(help: "text, markdown, json or html.")
  var output = Output.text

  @Option(help: "Columns of the text.")
  var width = 100

  @Option(help: "never or regression: exit with 1 when something got worse.")
  var failOn = FailOn.never

  func run() throws {
    let comparison = Comparison(
      before: try SnapshotFile.read(before), after: try SnapshotFile.read(after))
    switch output {
    case .text:
      try StandardOutput.write(PlainTextWriter.text(of: comparison.document, width: width))
    case .markdown: try StandardOutput.write(MarkdownWriter.text(of: comparison.document))
    case .html: try StandardOutput.write(HTMLWriter.text(of: comparison.document))
    case .json: try StandardOutput.write(comparison.json.text)
    }
    if failOn == .regression, comparison.hasRegression { throw ExitCode(1) }
  }
}

/// Reading JSON snapshots back.
enum SnapshotFile {
  /// The snapshot in a file; what is wrong with it is said with its place in the JSON.
  static func read(_ path: String) throws -> SnapshotRecord {
    let text: String?
    switch TextFile.read(path, atMostBytes: 64 << 20) {
    case .success(let read): text = read
    case .failure(let failure): throw Failure.usage(failure.message.string)
    }
    guard let text else { throw Failure.usage("\(path): no such file") }
    return try decode(text, of: path)
  }

  /// The snapshot that stands in `text`, which is called `path` in messages.
  static func decode(_ text: String, of path: String) throws -> SnapshotRecord {
    let hint = "make one with: svctop snapshot --output json SOURCE > \(path)"
    do {
      let record = try JSONDecoder().decode(SnapshotRecord.self, from: Data(text.utf8))
      guard record.schema == 1 else {
        throw Failure.usage("\(path): schema \(record.schema) is newer than this svctop reads (1)")
      }
      return record
    } catch let error as DecodingError {
      throw Failure.usage("\(path): not a JSON snapshot (\(place(of: error))); \(hint)")
    }
  }

  private static func place(of error: DecodingError) -> String {
    func path(_ context: DecodingError.Context) -> String {
      context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
        .joined(separator: ".")
    }
    switch error {
    case .keyNotFound(let key, let context):
      return "key \((context.codingPath + [key]).map(\.stringValue).joined(separator: ".")) missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "key \(path(context)) has another type"
    case .dataCorrupted(let context):
      return context.codingPath.isEmpty ? "no JSON" : "key \(path(context)) cannot be read"
    @unknown default: return "cannot be read"
    }
  }
}
