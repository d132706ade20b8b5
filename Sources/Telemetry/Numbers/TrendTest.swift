#if canImport(Glibc)
  import Glibc
#endif

/// Whether readings over time rise or fall, how fast, and how sure that is.
///
/// The test is that of Mann and Kendall, which asks of every pair of readings only which one is
/// higher, so that no single spike decides; its variance is corrected for readings that depend on
/// those before them after Hamed and Rao, A modified Mann-Kendall trend test for autocorrelated
/// data, 1998 (https://doi.org/10.1016/S0022-1694(97)00125-X). The slope is that of Theil and Sen:
/// the median of the slopes of all pairs (https://doi.org/10.1080/01621459.1968.10480934).
///
/// The correction never makes the test bolder: where readings swing back and forth the original
/// variance stays.
///
/// Cost: quadratic in the readings, of which at most `most` are looked at: 4,560 pairs.
package struct TrendTest: Hashable, Sendable {
  /// Median change per second.
  package let slope: Double
  /// Value on the fitted line at the time of the first reading.
  package let first: Double
  /// Where the slope lies with a confidence of 95 %.
  package let slopeInterval: ClosedRange<Double>
  /// Standard score of the Mann-Kendall statistic, positive where readings rise.
  package let score: Double
  /// By what the variance grew since readings depend on each other; 1 for none.
  package let variance: Double
  /// Readings that were looked at.
  package let count: Int

  /// Fewer readings than this say nothing.
  package static let fewest = 8
  /// More readings than this are thinned out.
  package static let most = 96
  /// Scores past this one happen by chance once in twenty times.
  private static let significant = 1.959_963_984_540_054

  /// Chance of a score at least as far from zero without any trend.
  package var probability: Double { erfc(abs(score) / 2.0.squareRoot()) }

  /// Whether readings rise, at a confidence of 95 %.
  package var isRising: Bool { score > TrendTest.significant }

  /// Whether readings fall, at a confidence of 95 %.
  package var isFalling: Bool { score < -TrendTest.significant }

  /// Tests readings at rising times, in seconds; `nil` where there are too few or all at once.
  package init?(_ points: [(seconds: Double, value: Double)]) {
    let points = TrendTest.thinned(
      points.filter { $0.seconds.isFinite && $0.value.isFinite })
    guard points.count >= TrendTest.fewest else { return nil }
    let values = points.map(\.value)
    let slopes = TrendTest.slopes(points)
    guard !slopes.isEmpty else { return nil }
    let slope = TrendTest.median(ofSorted: slopes)
    let ties = TrendTest.tieSum(values)
    let count = Double(points.count)
    let base = (count * (count - 1) * (2 * count + 5) - ties) / 18
    let residuals = points.map { $0.value - slope * ($0.seconds - points[0].seconds) }
    first = TrendTest.median(ofSorted: residuals.sorted())
    variance = TrendTest.correction(ranks: TrendTest.ranks(residuals))
    let statistic = TrendTest.statistic(values)
    score =
      base > 0 && statistic != 0
      ? (statistic - (statistic > 0 ? 1 : -1)) / (base * variance).squareRoot() : 0
    self.slope = slope
    slopeInterval = TrendTest.interval(slopes, deviation: (max(0, base) * variance).squareRoot())
    self.count = points.count
  }

  private static func thinned(
    _ points: [(seconds: Double, value: Double)]
  ) -> [(seconds: Double, value: Double)] {
    guard points.count > most else { return points }
    return (0..<most).map { points[$0 * (points.count - 1) / (most - 1)] }
  }

  /// Pairs that rise less pairs that fall.
  private static func statistic(_ values: [Double]) -> Double {
    var sum = 0
    for later in values.indices.dropFirst() {
      for earlier in 0..<later {
        if values[later] > values[earlier] { sum += 1 }
        if values[later] < values[earlier] { sum -= 1 }
      }
    }
    return Double(sum)
  }

  /// What equal readings take from the variance.
  private static func tieSum(_ values: [Double]) -> Double {
    var counts: [Double: Double] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts.values.reduce(0) { $0 + $1 * ($1 - 1) * (2 * $1 + 5) }
  }

  /// Slopes of all pairs of different times, in rising order.
  private static func slopes(_ points: [(seconds: Double, value: Double)]) -> [Double] {
    var slopes: [Double] = []
    slopes.reserveCapacity(points.count * (points.count - 1) / 2)
    for later in points.indices.dropFirst() {
      for earlier in 0..<later where points[later].seconds > points[earlier].seconds {
        slopes.append(
          (points[later].value - points[earlier].value)
            / (points[later].seconds - points[earlier].seconds))
      }
    }
    return slopes.sorted()
  }

  private static func median(ofSorted values: [Double]) -> Double {
    let middle = values.count / 2
    return values.count.isMultiple(of: 2)
      ? (values[middle - 1] + values[middle]) / 2 : values[middle]
  }

  /// The slopes between which the true one lies, by their ranks (Sen 1968, equation 2.6).
  private static func interval(_ slopes: [Double], deviation: Double) -> ClosedRange<Double> {
    let spread = significant * deviation
    let all = Double(slopes.count)
    let upper = Int(((all + spread) / 2).rounded(.toNearestOrEven))
    let lower = Int(((all - spread) / 2).rounded(.toNearestOrEven)) - 1
    return slopes[
      max(0, min(lower, slopes.count - 1))]...slopes[min(slopes.count - 1, max(0, upper))]
  }

  /// Ranks from 1; equal values share the mean of theirs.
  private static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var first = 0
    while first < order.count {
      var end = first + 1
      while end < order.count, values[order[end]] == values[order[first]] { end += 1 }
      for place in first..<end { ranks[order[place]] = Double(first + end + 1) / 2 }
      first = end
    }
    return ranks
  }

  /// Hamed and Rao's factor on the variance: autocorrelations of the ranks that are significant.
  private static func correction(ranks: [Double]) -> Double {
    let count = ranks.count
    let mean = ranks.reduce(0, +) / Double(count)
    let centred = ranks.map { $0 - mean }
    let power = centred.reduce(0) { $0 + $1 * $1 }
    guard power > 0 else { return 1 }
    let bound = significant / Double(count).squareRoot()
    var sum = 0.0
    for lag in 1..<count - 1 {
      let together = (lag..<count).reduce(0) { $0 + centred[$1] * centred[$1 - lag] }
      let correlation = together / power
      guard abs(correlation) > bound else { continue }
      let left = Double(count - lag)
      sum += left * (left - 1) * (left - 2) * correlation
    }
    let all = Double(count)
    return max(1, 1 + 2 * sum / (all * (all - 1) * (all - 2)))
  }
}
