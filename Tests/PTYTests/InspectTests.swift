import TestSupport
import Testing

/// What `svctop inspect` says about files, and how it ends.
@PTYActor
struct InspectTests {
  private let folder: PTYFolder
  private let log: String
  private let metrics: String

  init() throws {
    folder = try PTYFolder()
    log = try folder.write("access.log", SmallLog.text)
    metrics = try folder.write(
      "metrics.txt",
      "# TYPE http_requests_total counter\nhttp_requests_total{route=\"/a\",status=\"200\"} 5\nodd 1\n"
    )
  }

  private nonisolated static let wrong: [(arguments: [String], status: Int32, words: [String])] = [
    ([], 2, ["one source"]),
    (["LOG", "LOG"], 2, ["one source"]),
    (["LOG", "--lines", "-1"], 2, ["--lines"]),
    (["LOG", "--output", "xml"], 2, ["xml"]),
    (["exec:true"], 2, ["true | svctop inspect -"]),
    (["--strict", "--format", "json", "LOG"], 2, ["openmetrics", "prometheus"]),
    (["/no/such/file"], 1, ["/no/such/file"]),
    (["http://127.0.0.1:1"], 1, ["refused"]),
    (["--strict", "LOG"], 1, ["access.log:1: "]),
    (["--strict", "--format", "openmetrics", "METRICS"], 1, ["metrics.txt:"]),
  ]

  @Test(arguments: wrong.indices)
  func `what cannot be inspected is one line and a status`(_ index: Int) throws {
    let (arguments, status, words) = Self.wrong[index]
    let run = try inspect(arguments)
    #expect(run.exit == .status(status), "\(arguments): \(run.errorText)")
    #expect(run.errorText.split(separator: "\n").count == 1, "\(arguments)")
    for word in words { #expect(run.errorText.contains(word), "\(arguments): \(run.errorText)") }
  }

  @Test func `a log is described, line by line if asked`() throws {
    let run = try inspect(["LOG", "--lines", "1"])
    #expect(run.exit == .status(0))
    for word in ["format", "fields", "latency", "line by line", "request GET"] {
      #expect(run.outputText.contains(word), "\(run.outputText)")
    }
  }

  @Test func `a file with an exposition is described by families`() throws {
    let run = try inspect(["METRICS", "--output", "json"])
    #expect(run.exit == .status(0))
    #expect(run.outputText.contains("\"family\": \"http_requests_total\""))
    #expect(run.outputText.contains("{\"family\": \"odd\"}"))
  }

  @Test func `the text stays within 100 columns`() throws {
    let labels = "handler=\"/a\",method=\"GET\""
    let path = try folder.write(
      "wide.txt",
      """
      http_request_duration_highr_seconds_bucket{le="+Inf"} 5
      http_request_duration_seconds_bucket{\(labels),le="0.1"} 5
      http_request_duration_seconds_bucket{\(labels),le="+Inf"} 5
      http_request_duration_seconds_count{\(labels)} 5
      http_requests_total{\(labels),status="2xx"} 5

      """ + (0..<40).map { "odd_name_number_\($0) 1\n" }.joined())
    let lines = try inspect([path]).outputText.split(separator: "\n")
    #expect(lines.contains(" prometheus-fastapi-instrumentator"))
    #expect(lines.count < 40)
    for line in lines { #expect(line.count <= 100, "\(line)") }
  }

  @Test func `a valid exposition passes`() throws {
    #expect(try inspect(["--strict", "METRICS"]).exit == .status(0))
  }

  private func inspect(_ arguments: [String]) throws -> PTYRun {
    let names = ["LOG": log, "METRICS": metrics]
    return try PTYRun(PTYProgram.svctop(["inspect"] + arguments.map { names[$0] ?? $0 }))
  }
}
