import ArgumentParser
import Collectors
import Dashboard
import Telemetry
import TestSupport
import Testing

@testable import svctop

/// What `svctop inspect` takes from its source and from the configuration.
struct InspectCommandTests {
  private let folder: PTYFolder

  init() throws { folder = try PTYFolder() }

  /// A log of more than is looked at, whose limit falls into a line.
  private func longLog() throws -> SourceSpecification {
    let line = Array("2024-01-02T10:20:00Z INFO something was done, and it took a while\n".utf8)
    let bytes = [UInt8]([[UInt8]](repeating: line, count: (17 << 20) / line.count).joined())
    return try SourceSpecification(folder.write("long.log", bytes))
  }

  @Test func `a long log is looked at up to the end of a line`() throws {
    let input = try InspectInput.read(longLog())
    #expect(input.isCut)
    #expect(input.bytes.last == 0x0A)
    #expect((16 << 20) - 100..<16 << 20 ~= input.bytes.count)
    let short = try InspectInput.read(SourceSpecification(folder.write("short.log", "a\nb")))
    #expect(!short.isCut && short.bytes == Array("a\nb".utf8))
  }

  @Test func `the letter of a format is not checked on a part of it`() async throws {
    let strict = InspectStrict(common: try CommonOptions.parse(["--format", "prometheus"]))
    let source = try longLog()
    do {
      try await strict.run(source)
      Issue.record("a part was checked")
    } catch let failure as Failure {
      #expect(failure.status == 1)
      #expect(failure.message.contains("long.log: longer than the 16 MiB"))
    }
  }

  @Test func `a preset that is named is the only one that is used`() throws {
    let options = try CommonOptions.parse(
      ["/tmp/metrics.txt", "--preset", "express-prom-bundle", "--preset", "Pgbouncer"])
    #expect(
      try SourcePlan(options, Configuration()).presets.named == [
        "express-prom-bundle", "pgbouncer",
      ])
    let page = Array(
      """
      http_request_duration_seconds_sum{path="/a",method="GET"} 1
      http_request_duration_seconds_count{path="/a",method="GET"} 2
      nginx_connections_active 3

      """.utf8)
    func report(_ presets: PresetSelection) -> InspectReport {
      let endpoint = InspectEndpoint(common: options, mapping: JSONMapping(), presets: presets)
      return page.withUnsafeBytes {
        endpoint.report($0, contentType: "text/plain", location: "/tmp/metrics.txt")
      }
    }
    func presets(_ report: InspectReport) -> String? {
      report.facts.first { $0.key == "presets" }?.value.string
    }
    #expect(presets(report(.all))?.contains("express-prom-bundle") == false)
    let named = report(try options.presetSelection())
    #expect(presets(named) == "express-prom-bundle")
    #expect(named.advice.contains("--preset pgbouncer: none of its families is here"))
  }

  @Test func `a mapping of the configuration is shown`() throws {
    let configuration = try Configuration(
      "timeout = \"7s\"\n[[mapping]]\npath = \"odd.held\"\nmeaning = \"poolInUse\"\nsubject = \"main\"\n",
      file: "t.toml")
    let options = try CommonOptions.parse(["/tmp/state.json"]).completed(by: configuration)
    #expect(options.timeout == "7.0s")
    let page = Array("{\"odd\": {\"held\": 7, \"other\": 1}}".utf8)
    func paths(_ rules: [JSONMapping.Rule]) -> [String] {
      let endpoint = InspectEndpoint(common: options, mapping: JSONMapping(rules: rules))
      let report = page.withUnsafeBytes {
        endpoint.report($0, contentType: "application/json", location: "/tmp/state.json")
      }
      return report.sections.first { $0.key == "paths" }?.rows.map { $0[0].string } ?? []
    }
    #expect(paths([]) == [])
    #expect(paths(configuration.mappings) == ["odd.held"])
  }
}
