import Testing

@testable import Telemetry

struct ConfidenceTests {
  /// Bounds of the order statistics of 1...n milliseconds, by hand from the formula.
  @Test(arguments: [
    (count: 1000, quantile: 0.5, low: 0.469, high: 0.531),
    (count: 1000, quantile: 0.95, low: 0.936, high: 0.964),
    (count: 10_000, quantile: 0.99, low: 9.880, high: 9.920),
  ])
  func `a quantile lies between two order statistics`(
    count: Int, quantile: Double, low: Double, high: Double
  ) throws {
    var histogram = LatencyHistogram()
    for milliseconds in 1...count { histogram.add(seconds: Double(milliseconds) / 1000) }
    let range = try #require(histogram.confidenceRange(of: quantile))
    #expect(abs(range.lowerBound / low - 1) < 0.011)
    #expect(abs(range.upperBound / high - 1) < 0.011)
  }

  @Test func `few durations bound no high quantile`() {
    var histogram = LatencyHistogram()
    #expect(histogram.confidenceRange(of: 0.5) == nil)
    for _ in 0..<30 { histogram.add(seconds: 0.1) }
    #expect(histogram.confidenceRange(of: 0.5) != nil)
    #expect(histogram.confidenceRange(of: 0.99) == nil)
  }

  /// Wald's interval would see a difference in the last row; scored intervals do not.
  @Test(arguments: [
    (before: (1.0, 1000.0), after: (60.0, 1000.0), beyond: true),
    (before: (50.0, 1000.0), after: (55.0, 1000.0), beyond: false),
    (before: (0.0, 20.0), after: (5.0, 20.0), beyond: false),
  ])
  func `shares differ beyond noise`(
    before: (Double, Double), after: (Double, Double), beyond: Bool
  ) throws {
    let difference = try #require(ShareDifference(before: before, after: after))
    #expect(difference.isBeyondNoise == beyond)
    #expect(difference.range.contains(difference.difference))
  }

  /// Newcombe's own example, 56/70 against 48/80 (its table II gives 0.0524 to 0.3339 at 95 %).
  @Test func `contains the published interval at a lower confidence`() throws {
    let difference = try #require(ShareDifference(before: (48, 80), after: (56, 70)))
    #expect(abs(difference.difference - 0.2) < 1e-9)
    #expect(difference.range.lowerBound < 0.0524)
    #expect(difference.range.upperBound > 0.3339)
  }
}
