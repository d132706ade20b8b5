import Glibc
import Telemetry
import TestSupport
import Testing

/// Half of what a bucket of `LogScale` spans, with room for rounding.
private let largestError = (exp2(1.0 / 64) - 1) / (exp2(1.0 / 64) + 1) + 1e-9

/// The value at rank `q(n-1)` of sorted values, linear between neighbours (NumPy's default).
private func exact(_ quantile: Double, of sorted: [Double]) -> Double {
  let rank = quantile * Double(sorted.count - 1)
  let lower = Int(rank)
  let upper = min(lower + 1, sorted.count - 1)
  return sorted[lower] + (sorted[upper] - sorted[lower]) * (rank - Double(lower))
}

private func histogram(of durations: [Double]) -> LatencyHistogram {
  var histogram = LatencyHistogram()
  for seconds in durations { histogram.add(seconds: seconds) }
  return histogram
}

/// Kinds of distributions that services show.
enum Shape: CaseIterable {
  case logNormal, exponential, twoPeaks, constant, heavyTail, withZeros

  func durations(_ count: Int, _ dice: inout Dice) -> [Double] {
    (0..<count).map { _ in
      switch self {
      case .logNormal: min(16_000, 0.05 * exp(dice.normal()))
      case .exponential: max(1e-6, -0.2 * log(1 - dice.number(0..<1)))
      case .twoPeaks: dice.number(0..<1) < 0.9 ? dice.number(0.002..<0.003) : dice.number(1..<1.2)
      case .constant: 0.123
      case .heavyTail: min(16_000, 0.01 / pow(1 - dice.number(0..<1), 1.5))
      case .withZeros: dice.number(0..<1) < 0.3 ? 0 : dice.number(0.1..<0.2)
      }
    }
  }
}

@Suite struct LatencyHistogramTests {
  private let ranks = [0, 0.01, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1]

  @Test(arguments: Shape.allCases, [1, 2, 3, 10, 100, 1001, 100_000])
  func `finds quantiles within half a bucket of an exact sort`(shape: Shape, count: Int) {
    var dice = Dice(UInt64(count))
    let durations = shape.durations(count, &dice).sorted()
    let found = histogram(of: durations).quantiles(ranks)
    for (rank, quantile) in zip(ranks, found) {
      let right = exact(rank, of: durations)
      #expect(quantile?.range == nil && quantile?.isBeyondLastBound == false)
      guard let seconds = quantile?.seconds else {
        Issue.record("no quantile \(rank)")
        continue
      }
      // Between neighbours in different buckets the error is that of the larger one.
      let neighbour = durations[min(count - 1, Int(rank * Double(count - 1)) + 1)]
      let room =
        largestError * (right == durations[Int(rank * Double(count - 1))] ? right : neighbour)
      #expect(abs(seconds - right) <= room + 1e-12, "\(rank) of \(shape)")
    }
    for quantile in found {
      #expect(durations[0]...durations[count - 1] ~= quantile?.seconds ?? .nan)
    }
  }

  @Test func `sums, counts and remembers extremes exactly`() {
    let shown = histogram(of: [0.5, 0.25, 4, 0.125])
    #expect((shown.count, shown.sumSeconds, shown.meanSeconds) == (4, 4.875, 1.21875))
    #expect((shown.minSeconds, shown.maxSeconds) == (0.125, 4))
    #expect(
      histogram(of: [0.123]).quantiles([0, 0.5, 1]).map { $0?.seconds } == [0.123, 0.123, 0.123])
  }

  @Test func `knows nothing without durations`() {
    let empty = LatencyHistogram()
    #expect(empty.quantiles([0, 0.5, 1]) == [nil, nil, nil])
    #expect(empty.meanSeconds == nil && empty.share(upTo: 1) == 0)
    empty.forEachBucket { _, _, _ in Issue.record("a bucket") }
    #expect(LatencyHistogram(layout: .explicit([])).quantiles([0.5]) == [nil])
  }

  @Test func `gives quantiles where the extremes are not known`() {
    let counts = SparseCounts(sorted: [(bucket: LogScale.index(of: 0.1), count: UInt64(10))])
    var histogram = LatencyHistogram()
    histogram.add(counts, count: 10, sumSeconds: 1, minSeconds: .nan, maxSeconds: .nan)
    let median = histogram.quantiles([0.5])[0]?.seconds ?? .nan
    #expect(abs(median - 0.1) <= 0.1 * largestError)
    histogram.add(seconds: 0.5)
    histogram.add(seconds: 0.6)
    let lowest = histogram.quantiles([0.1])[0]?.seconds ?? .nan
    #expect(abs(lowest - 0.1) <= 0.1 * largestError, "known extremes of some are not those of all")
  }

  @Test func `interpolates between neighbours and not from bucket to bucket`() {
    let quantiles = histogram(of: [1, 1, 1, 9]).quantiles([0.5, 2.0 / 3, 0.75, 0.9, 1])
    let seconds = quantiles.map { $0?.seconds ?? .nan }
    for (found, right) in zip(seconds, [1, 1, 3, 6.6, 9]) {
      #expect(abs(found - right) <= 9 * largestError)
    }
    #expect(seconds[0] == 1)
  }

  @Test func `merges as if all durations had come to one`() {
    var dice = Dice(8)
    for _ in 0..<50 {
      let parts = Shape.allCases.map { $0.durations(Int.random(in: 0...300, using: &dice), &dice) }
      let whole = histogram(of: parts.flatMap(\.self))
      var merged = LatencyHistogram()
      var added = LatencyHistogram()
      for part in parts {
        let one = histogram(of: part)
        merged.merge(one)
        let sparse = one.counts.enumerated().map { (bucket: $0.offset, count: $0.element) }
        added.add(
          SparseCounts(sorted: sparse), count: one.count, sumSeconds: one.sumSeconds,
          minSeconds: one.minSeconds, maxSeconds: one.maxSeconds)
      }
      #expect(merged.counts == whole.counts && added.counts == whole.counts)
      #expect(merged.quantiles(ranks) == whole.quantiles(ranks))
      #expect(added.quantiles(ranks) == whole.quantiles(ranks))
      #expect(merged.count == whole.count && merged.minSeconds == whole.minSeconds)
      #expect(abs(merged.sumSeconds - whole.sumSeconds) <= 1e-9 * whole.sumSeconds)
    }
  }

  @Test func `leaves out what was counted on other bounds`() {
    var merged = histogram(of: [0.1, 0.2])
    merged.merge(LatencyHistogram(layout: .explicit([1, 2])))
    var other = LatencyHistogram(layout: .explicit([1, 2]))
    other.add(
      SparseCounts(sorted: [(bucket: 1, count: 5)]), count: 5, sumSeconds: 6, minSeconds: .nan,
      maxSeconds: .nan)
    merged.merge(other)
    #expect((merged.count, merged.maxSeconds) == (2, 0.2))
  }

  @Test func `is as good as new after a reset`() {
    var used = histogram(of: [0, 0.01, 3, 20_000])
    used.reset(to: .logarithmic)
    #expect(used.counts.allSatisfy { $0 == 0 } && used.count == 0 && used.sumSeconds == 0)
    used.add(seconds: 0.5)
    #expect(used.quantiles([0, 1]) == histogram(of: [0.5]).quantiles([0, 1]))
    used.reset(to: .explicit([1]))
    #expect(used.layout == .explicit([1]) && used.counts == [0, 0] && used.count == 0)
  }

  @Test func `counts a share of durations up to a limit`() {
    var dice = Dice(9)
    let durations = Shape.logNormal.durations(20_000, &dice)
    let shown = histogram(of: durations)
    for limit in [0.001, 0.01, 0.05, 0.1, 0.5, 2, 100] {
      let share = Double(durations.count { $0 <= limit }) / 20_000
      let near = Double(durations.count { abs($0 - limit) <= 0.011 * limit }) / 20_000
      #expect(abs(shown.share(upTo: limit) - share) <= near, "\(limit)")
    }
    let apdex = histogram(of: [0, 0.5, 0.500_001, 2, 2.1])
    #expect(apdex.share(upTo: 0) == 0.2 && apdex.share(upTo: 2) == 0.8)
    #expect(abs(apdex.share(upTo: 0.5) - 0.4) < 1e-9)
  }

  @Test func `shows the buckets that were hit in rising order`() {
    var rows: [String] = []
    var lastUpper = 0.0
    histogram(of: [0, 0.5, 0.5, 2]).forEachBucket { lower, upper, count in
      #expect(lower >= lastUpper)
      lastUpper = upper
      rows.append("\(upper): \(count)")
    }
    #expect(rows == ["0.0: 1", "0.5: 2", "2.0: 1"])
  }
}
