import TestSupport
import Testing

@testable import Telemetry

@Suite struct MixedHistogramTests {
  /// Durations counted in buckets with the given bounds.
  private func counted(_ durations: [Double], _ bounds: [Double]) -> LatencyHistogram {
    var counts = [UInt64](repeating: 0, count: bounds.count + 1)
    for seconds in durations {
      counts[bounds.firstIndex { seconds <= $0 } ?? bounds.count] += 1
    }
    var histogram = LatencyHistogram(layout: .explicit(bounds))
    histogram.add(
      SparseCounts(sorted: counts.enumerated().map { (bucket: $0.offset, count: $0.element) }),
      count: UInt64(durations.count), sumSeconds: durations.reduce(0, +), minSeconds: .nan,
      maxSeconds: .nan)
    return histogram
  }

  private func single(_ durations: [Double]) -> LatencyHistogram {
    var histogram = LatencyHistogram()
    for seconds in durations { histogram.add(seconds: seconds) }
    return histogram
  }

  @Test func `gives what one layout gives where there is but one`() {
    var mixed = MixedHistogram()
    #expect(mixed.summary == nil)
    mixed.add(counted([0.1, 0.2, 0.7], [0.5, 1]))
    mixed.add(counted([0.3], [0.5, 1]))
    #expect(mixed.summary == LatencySummary(counted([0.1, 0.2, 0.7, 0.3], [0.5, 1])))
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `its ranges hold the true quantiles of all durations`(seed: UInt64) {
    var dice = Dice(seed)
    let layouts = [[0.01, 0.1, 1, 10], [0.005, 0.05, 0.5, 5], [0.25, 0.5, 1, 2, 4, 8, 16]]
    var mixed = MixedHistogram()
    var all: [Double] = []
    for layout in layouts + [[]] where Bool.random(using: &dice) || layout.isEmpty {
      let durations = (0..<Int.random(in: 20...200, using: &dice)).map { _ in
        dice.magnitude(0.001..<4)
      }
      mixed.add(layout.isEmpty ? single(durations) : counted(durations, layout))
      all += durations
    }
    all.sort()
    let ranks = [0.1, 0.5, 0.9, 0.95, 0.99]
    for (rank, quantile) in zip(ranks, mixed.quantiles(ranks)) {
      let right = all[max(0, Int((rank * Double(all.count)).rounded(.up)) - 1)]
      let slack = 0.03 * right
      guard let quantile, !quantile.isBeyondLastBound else {
        Issue.record("\(rank) of \(seed)")
        continue
      }
      let range = quantile.range ?? quantile.seconds...quantile.seconds
      #expect(range.lowerBound - slack <= right && right <= range.upperBound + slack)
      #expect(range.contains(quantile.seconds))
    }
    #expect(mixed.summary?.count == UInt64(all.count))
    #expect(abs((mixed.summary?.sumSeconds ?? 0) - all.reduce(0, +)) < 1e-9)
  }

  @Test func `says beyond where too many durations lie past the last bounds`() {
    var mixed = MixedHistogram()
    mixed.add(counted([3, 3, 3, 3], [1]))
    mixed.add(counted([0.2, 0.3, 5, 7], [0.5, 10]))
    let quantiles = mixed.quantiles([0.25, 0.5, 0.95])
    #expect(quantiles[0]?.isBeyondLastBound == false)
    #expect(quantiles[1] == Quantile(seconds: 10, range: 0.5...10) || quantiles[1]?.range != nil)
    // Half of them are past 1 s, and nothing says how far.
    #expect(quantiles[2] == Quantile(seconds: 1, isBeyondLastBound: true))
    #expect(mixed.summary?.maxSeconds == nil && mixed.summary?.minSeconds == nil)
  }
}
