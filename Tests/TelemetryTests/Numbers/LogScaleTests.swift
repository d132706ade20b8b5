import Glibc
import Telemetry
import TestSupport
import Testing

/// Half of what a bucket spans, which no value can be further off than: (g-1)/(g+1), g = 2^(1/64).
private let largestError = (exp2(1.0 / 64) - 1) / (exp2(1.0 / 64) + 1)
private let smallest = exp2(-21.0)
private let largest = exp2(14.0)

@Suite struct LogScaleTests {
  @Test func `has a promised error of 0.5416 percent`() {
    #expect(abs(largestError - 0.005416) < 0.000_001)
  }

  @Test func `puts random durations into the bucket of Prometheus's schema 6`() {
    var dice = Dice(4)
    for _ in 0..<200_000 {
      let seconds = dice.magnitude(smallest * 1.000_001..<largest)
      let index = LogScale.index(of: seconds)
      // https://prometheus.io/docs/specs/native_histograms/: (2^((k-1)/64), 2^(k/64)]
      let exact = 64 * log2(seconds)
      let place = Double(index - 21 * 64)
      #expect(exact <= place + 1e-9 && exact > place - 1 - 1e-9, "\(seconds)")
      #expect(LogScale.lowerBound(of: index) < seconds || index == 1)
      #expect(seconds <= LogScale.upperBound(of: index))
      let error = abs(LogScale.value(of: index) - seconds) / seconds
      #expect(error <= largestError * 1.000_000_1, "\(seconds)")
    }
  }

  @Test func `clamps durations it cannot tell apart to its ends`() {
    var dice = Dice(5)
    for _ in 0..<2000 {
      #expect(LogScale.index(of: dice.magnitude(1e-7..<smallest)) == 1)
      #expect(LogScale.index(of: dice.magnitude(largest..<1e5)) == LogScale.count - 1)
    }
    #expect(LogScale.count == 35 * 64 + 1)
  }

  @Test(
    arguments: [
      (0, 0), (-0.0, 0), (-1, 0), (-.infinity, 0), (.nan, 0), (-.nan, 0),
      (.leastNonzeroMagnitude, 1), (.leastNormalMagnitude, 1), (1e-300, 1),
      (.infinity, 2240), (.greatestFiniteMagnitude, 2240), (16_384, 2240), (16_385, 2240),
      (1, 21 * 64), (0.5, 20 * 64), (2, 22 * 64),
    ] as [(Double, Int)])
  func `places the numbers that are none`(seconds: Double, index: Int) {
    #expect(LogScale.index(of: seconds) == index)
  }

  @Test func `ends a bucket with each power of two`() {
    for exponent in -20...14 {
      let power = exp2(Double(exponent))
      let index = LogScale.index(of: power)
      #expect(index == (exponent + 21) * 64)
      #expect(LogScale.upperBound(of: index) == power)
      if exponent < 14 { #expect(LogScale.index(of: power.nextUp) == index + 1) }
      #expect(LogScale.index(of: power.nextDown) == index)
    }
  }

  @Test func `has buckets that touch, rise and hold their own bounds and values`() {
    #expect(LogScale.value(of: 0) == 0 && LogScale.upperBound(of: 0) == 0)
    #expect(LogScale.lowerBound(of: 0) == 0 && LogScale.lowerBound(of: 1) == 0)
    for index in 1..<LogScale.count {
      let upper = LogScale.upperBound(of: index)
      #expect(LogScale.index(of: upper) == index)
      #expect(LogScale.index(of: LogScale.value(of: index)) == index)
      #expect(abs(upper / exp2(Double(index) / 64 - 21) - 1) < 1e-15 * 8)
      guard index > 1 else { continue }
      let lower = LogScale.lowerBound(of: index)
      #expect(lower == LogScale.upperBound(of: index - 1) && lower < upper)
      #expect(LogScale.index(of: lower.nextUp) == index)
    }
  }

  @Test func `never gives a longer duration a lower bucket`() {
    var dice = Dice(6)
    let durations = (0..<20_000).map { _ in dice.magnitude(1e-8..<1e6) }.sorted()
    let buckets = durations.map(LogScale.index)
    #expect(buckets == buckets.sorted())
  }
}
