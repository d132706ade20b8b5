import Testing

@testable import Telemetry

@Suite struct TargetCheckTests {
  @Test func `holds targets against what was measured`() throws {
    var fixture = FindingFixture(.metrics)
    fixture.requests("GET /users/{uid}", at: 0, took: Array(repeating: 0.25, count: 20), errors: 1)
    fixture.readings(
      at: 0, (.cacheHits, "sessions", 95), (.cacheMisses, "sessions", 5), (.cacheHits, "pages", 8),
      (.cacheMisses, "pages", 2))
    let table: [(subject: String?, measure: String, bound: String, says: [String])] = [
      (nil, "cache_hit_rate", ">90%", ["sessions true", "pages false"]),
      ("pages", "cache_hit_rate", ">75%", ["pages true"]),
      ("GET /users/{id}", "p95", "<200ms", ["GET /users/{uid} false"]),
      (nil, "error_rate", "<1%", ["all false"]), (nil, "availability", ">90%", ["all true"]),
      ("GET /nothing", "p95", "<1s", ["GET /nothing unknown"]),
      (nil, "pool_saturation", "<80%", ["all unknown"]),
    ]
    for (subject, measure, bound, says) in table {
      let checks = TargetCheck.checks(
        [try Target(subject: subject, measure: measure, bound: bound)], history: fixture.history,
        window: .all, now: Timestamp(seconds: fixture.end))
      let picture = checks.map { check in
        "\(check.subject?.string ?? "all") \(check.isMet.map { "\($0)" } ?? "unknown")"
      }
      #expect(picture == says, "\(measure)")
    }
  }
}
