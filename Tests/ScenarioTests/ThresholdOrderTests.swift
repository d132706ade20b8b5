import Telemetry
import Testing

@testable import svctop

/// Thresholds that contradict each other.
struct ThresholdOrderTests {
  private func mistakes(_ lines: String) -> [String] {
    do throws(ConfigurationErrors) {
      _ = try Configuration("[thresholds]\n" + lines, file: "t.toml")
      return []
    } catch {
      return error.all.map { "\($0.line):\($0.column): \($0.message)" }
    }
  }

  @Test(arguments: [
    (
      "slow_endpoint = \"2s\"\ncritical_endpoint = \"1s\"",
      ["3:21: critical_endpoint is \"1s\", less than slow_endpoint (\"2s\")"]
    ),
    (
      "cache_hit_rate = \"40%\"\nlow_cache_hit_rate = \"60%\"",
      ["2:18: cache_hit_rate is \"40%\", less than low_cache_hit_rate (\"60%\")"]
    ),
    (
      "slow_endpoint = \"x\"\ncritical_endpoint = \"200ms\"",
      ["2:17: \"x\" is not a duration; write \"500ms\", \"10s\", \"5m\" or \"1h\""]
    ),
  ])
  func `thresholds out of order are a mistake`(lines: String, expected: [String]) {
    #expect(mistakes(lines) == expected)
  }

  @Test func `the default of one that is left out follows its neighbour`() throws {
    let text = """
      [thresholds]
      slow_endpoint = 2
      error_rate = "50%"
      critical_pool_saturation = "70%"
      memory = 0.95
      """
    let thresholds = try Configuration(text, file: "t.toml").thresholds
    #expect(thresholds.criticalSeconds == 2)
    #expect((thresholds.highErrorShare, thresholds.criticalErrorShare) == (0.5, 0.5))
    #expect(thresholds.poolShare == 0.7)
    #expect((thresholds.highMemoryShare, thresholds.criticalMemoryShare) == (0.95, 0.97))
  }

  @Test(arguments: [
    "slow_endpoint = 2", "slow_endpoint = \"1s\"",
    "slow_endpoint = \"2s\"\ncritical_endpoint = \"2s\"",
    "error_rate = 0.5\nhigh_error_rate = 0.6\ncritical_error_rate = 0.7",
    "cache_hit_rate = \"50%\"", "memory = \"10%\"", "",
  ])
  func `thresholds in order are none`(lines: String) {
    #expect(mistakes(lines) == [])
  }
}
