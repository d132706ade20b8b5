import Telemetry
import Testing

/// Targets as a person writes them.
@Suite struct TargetTests {
  @Test(arguments: [
    ("cache_hit_rate", ">90%", Target.Comparison.above, 0.9),
    ("cache_hit_rate", ">= 0.9", .atLeast, 0.9),
    ("pool_saturation", "<80%", .below, 0.8),
    ("query_time", "<100ms", .below, 0.1),
    ("p95", "<= 1m30s", .atMost, 90),
    ("p95", "<2", .below, 2),
    ("rate", ">5/s", .above, 5),
    ("memory", "<512MB", .below, 536_870_912),
    ("memory", "<1.5 GiB", .below, 1_610_612_736),
    ("memory", "<512b", .below, 512),
    ("queries_per_request", "<10", .below, 10),
    ("availability", ">99.9%", .above, 0.999),
  ])
  func `reads a comparison and a number with its unit`(
    measure: String, text: String, comparison: Target.Comparison, bound: Double
  ) throws {
    let target = try Target(measure: measure, bound: text)
    #expect(target.comparison == comparison)
    #expect(abs(target.bound - bound) < 1e-9)
  }

  @Test func `names its subject as the configuration does`() throws {
    let target = try Target(subject: "GET /users/{id}", measure: "p95", bound: "< 200 ms")
    #expect(target.name == "\"GET /users/{id}\".p95")
    #expect(target.text == "<200ms")
    #expect(try Target(measure: "p95", bound: "<1s").name == "p95")
  }

  @Test func `is met on the right side of its bound`() throws {
    let below = try Target(measure: "p95", bound: "<200ms")
    #expect(below.isMet(by: 0.199) && !below.isMet(by: 0.2))
    let atLeast = try Target(measure: "cache_hit_rate", bound: ">=90%")
    #expect(atLeast.isMet(by: 0.9) && !atLeast.isMet(by: 0.899))
  }

  @Test(arguments: [
    ("p96", "<1s", "there is no measure \"p96\"", "p95"),
    ("p95", "200ms", "\"200ms\" does not compare; write \"<200ms\" with <, <=, > or >=", nil),
    ("p95", "<200MB", "\"200MB\" is not a bound of p95; write it like \"<200ms\"", nil),
    ("p95", "<-1s", "\"-1s\" is not a bound of p95; write it like \"<200ms\"", nil),
    (
      "cache_hit_rate", ">90", "\"90\" is not a bound of cache_hit_rate; write it like \">90%\"",
      nil
    ),
    ("memory", "<512", "\"512\" is not a bound of memory; write it like \"<512MB\"", nil),
    ("memory", "<", "\"\" is not a bound of memory; write it like \"<512MB\"", nil),
  ])
  func `says what is wrong and what to write`(
    measure: String, text: String, message: String, suggestion: String?
  ) {
    do throws(TargetError) {
      _ = try Target(measure: measure, bound: text)
      Issue.record("\(measure) \(text) was read")
    } catch {
      #expect(error.description == message)
      #expect(error.suggestion == suggestion)
    }
  }

  @Test(arguments: Target.Measure.allCases)
  func `reads its own example of every measure`(measure: Target.Measure) throws {
    _ = try Target(measure: measure.rawValue, bound: measure.example)
  }
}
