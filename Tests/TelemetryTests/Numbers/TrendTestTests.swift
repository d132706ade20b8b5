import Testing

@testable import Telemetry

/// Compared with pymannkendall 1.4.3 (`hamed_rao_modification_test`) and SciPy 1.17.1
/// (`theilslopes`), each computed once on the same readings, one a second.
struct TrendTestTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var values: [Double]
    var score: Double
    var variance: Double
    var slope: Double

    init(_ name: String, score: Double, variance: Double, slope: Double, _ values: [Double]) {
      testDescription = name
      self.values = values
      self.score = score
      self.variance = variance
      self.slope = slope
    }
  }

  private static let cases = [
    Case(
      "rising", score: 5.175855755663083, variance: 5677.601210745364 / 3141.6666666666665,
      slope: 1.5, wave(30, from: 540, by: 1.5, [0, 3, -2, 1, -4, 2, 5])),
    Case(
      "flat", score: -0.11240263923251488, variance: 5065.554084782773 / 3082.3333333333335,
      slope: 0, wave(30, from: 188, by: 0, [0, 1, 5, 3, -4, -1, -2, 2])),
    // Hamed and Rao give 1478.14 here, less than the 1625.33 of independent readings.
    Case(
      "falling", score: -4.588814556287216, variance: 1, slope: -0.7129999999999986, falling),
    Case(
      "ties", score: 3.846766028925861, variance: 1, slope: 0.3333333333333333,
      [1, 1, 2, 2, 2, 3, 3, 1, 2, 4, 4, 4, 5, 5, 6]),
    // Hamed and Rao give 5019.99 here, less than the 7356.67 of independent readings.
    Case(
      "sawtooth", score: 2.1102700518865927, variance: 1, slope: 0.7272727272727273,
      sawtooth),
  ]

  /// A line with a wave that repeats on top of it.
  private static func wave(
    _ count: Int, from start: Double, by step: Double, _ pattern: [Double]
  ) -> [Double] {
    (0..<count).map { place -> Double in
      let line: Double = start + Double(place) * step
      return line + pattern[place % pattern.count]
    }
  }

  private static let falling = (0..<24).map { place -> Double in
    let line: Double = 100 - 0.7 * Double(place)
    let wave: [Double] = [0, 4, -3]
    return line + wave[place % 3] + Double(place * 7 % 24) * 0.013
  }

  private static let sawtooth = (0..<40).map { place -> Double in
    let ramp: Double = 500 + Double(place % 10) * 8
    let wave: [Double] = [0, 1, -1]
    return ramp + wave[place % 3]
  }

  private func trend(of values: [Double]) -> TrendTest? {
    TrendTest(values.enumerated().map { (seconds: Double($0.offset), value: $0.element) })
  }

  @Test(arguments: cases)
  func `agrees with pymannkendall and SciPy`(expected: Case) throws {
    let test = try #require(trend(of: expected.values))
    #expect(abs(test.score - expected.score) < 1e-6)
    #expect(abs(test.variance - expected.variance) < 1e-6)
    #expect(abs(test.slope - expected.slope) < 1e-9)
    #expect(test.slopeInterval.contains(test.slope))
  }

  @Test func `gives the interval of SciPy where readings do not depend on each other`() throws {
    let ties = try #require(trend(of: TrendTestTests.cases[3].values))
    #expect(abs(ties.slopeInterval.lowerBound - 0.25) < 1e-9)
    #expect(abs(ties.slopeInterval.upperBound - 0.38461538461538464) < 1e-9)
    let saw = try #require(trend(of: TrendTestTests.cases[4].values))
    #expect(abs(saw.slopeInterval.lowerBound - 0.1) < 1e-9)
    #expect(abs(saw.slopeInterval.upperBound - 1.3333333333333333) < 1e-9)
  }

  @Test func `says how likely a score is by chance`() throws {
    let ties = try #require(trend(of: TrendTestTests.cases[3].values))
    #expect(abs(ties.probability - 0.00011968716436605575) < 1e-9)
    #expect(ties.isRising && !ties.isFalling)
    let flat = try #require(trend(of: TrendTestTests.cases[1].values))
    #expect(abs(flat.probability - 0.9105041627859143) < 1e-6)
    #expect(!flat.isRising && !flat.isFalling)
  }

  @Test func `says nothing about few readings, readings at one instant and no numbers`() {
    #expect(trend(of: [1, 2, 3, 4, 5, 6, 7]) == nil)
    #expect(trend(of: Array(repeating: .nan, count: 20)) == nil)
    #expect(TrendTest((0..<20).map { (seconds: 5, value: Double($0)) }) == nil)
  }

  @Test func `calls a constant flat`() throws {
    let test = try #require(trend(of: Array(repeating: 7, count: 20)))
    #expect(test.score == 0 && test.slope == 0 && test.slopeInterval == 0...0)
  }

  @Test func `looks at no more than so many of many readings`() throws {
    let test = try #require(trend(of: (0..<5000).map { Double($0) * 2 }))
    #expect(test.count == TrendTest.most)
    #expect(abs(test.slope - 2) < 1e-9)
  }
}
