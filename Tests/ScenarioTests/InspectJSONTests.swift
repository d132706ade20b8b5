import ArgumentParser
import Telemetry
import Testing

@testable import svctop

/// What `svctop inspect` says about pages of JSON.
struct InspectJSONTests {
  private func inspect(_ body: String, at location: String) throws -> InspectReport {
    let endpoint = InspectEndpoint(
      common: try CommonOptions.parse(["/tmp/state.json"]), mapping: JSONMapping())
    return Array(body.utf8).withUnsafeBytes {
      endpoint.report($0, contentType: "application/json", location: location)
    }
  }

  private func rows(_ key: String, _ report: InspectReport) -> [[String]] {
    report.sections.first { $0.key == key }?.rows.map { $0.map(\.string) } ?? []
  }

  @Test func `an index says which pages are read as well`() throws {
    let report = try inspect(
      #"{"names": ["http.server.requests", "hikaricp.connections.active", "disk.free"]}"#,
      at: "http://127.0.0.1:9/actuator/metrics")
    #expect(
      rows("paths", report).map { $0[0] } == [
        "/actuator/metrics/http.server.requests", "/actuator/metrics/hikaricp.connections.active",
      ])
  }

  @Test func `an exposition that is written as JSON is described by its families`() throws {
    let report = try inspect(
      #"""
      [{"name": "http_request_duration_seconds", "help": "x", "type": "HISTOGRAM",
        "metrics": [{"labels": {"path": "/a", "method": "GET"},
          "buckets": {"0.5": "1", "+Inf": "2"}, "count": "2", "sum": "1"}]},
       {"name": "odd_thing", "help": "x", "type": "GAUGE",
        "metrics": [{"labels": {}, "value": "3"}]}]
      """#, at: "/tmp/prom2json.json")
    let family = try #require(rows("families", report).first)
    #expect(family[0].hasPrefix("http_request_duration_seconds"))
    #expect(family[2] == "endpoint=path method=method")
    #expect(rows("not_recognised", report) == [["odd_thing"]])
  }
}
