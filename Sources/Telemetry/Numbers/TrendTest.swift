#if canImport(Glibc)
  import Glibc
#endif

/// Whether values rise or fall over time, without being fooled by how they hang together.
///
/// The Mann-Kendall test asks how many later values are larger than earlier ones. Memory and
/// queues are autocorrelated, which makes chance look like a trend, so its variance is corrected
/// as Hamed and Rao do (1998, https://doi.org/10.1016/S0022-1694(97)00125-X). The slope is that of
/// Theil and Sen: the median of the slopes between all pairs, which outliers do not move.
package struct TrendTest: Hashable, Sendable {
  /// Theil-Sen slope in units per second.
  package let slope: Double
  /// Value on the fitted line at the time of the first value.
  package let first: Double
  /// Probability that values without a trend look like this, both directions counted.
  package let probability: Double
  /// The standardised statistic; positive where values rise.
  package let score: Double

  /// Values beyond this are thinned out, for the cost grows with the square of their number.
  private static let mostValues = 96

  /// Tests values at rising times in seconds; `nil` with fewer than eight of them.
  package init?(_ points: [(seconds: Double, value: Double)]) {
    let points = TrendTest.thinned(points.filter { $0.value.isFinite && $0.seconds.isFinite })
    guard points.count >= 8 else { return nil }
    let count = Double(points.count)
    var rises = 0.0
    var slopes: [Double] = []
    slopes.reserveCapacity(points.count * (points.count - 1) / 2)
    for later in points.indices.dropFirst() {
      for earlier in 0..<later {
        let change = points[later].value - points[earlier].value
        rises += change > 0 ? 1 : change < 0 ? -1 : 0
        let seconds = points[later].seconds - points[earlier].seconds
        if seconds > 0 { slopes.append(change / seconds) }
      }
    }
    let slope = TrendTest.median(&slopes)
    var rests = points.map { $0.value - slope * ($0.seconds - points[0].seconds) }
    let correction = TrendTest.correction(of: TrendTest.ranks(of: rests))
    let variance = TrendTest.variance(of: points.map(\.value)) * correction
    self.slope = slope
    first = TrendTest.median(&rests)
    if variance > 0, count > 0 {
      score = rises > 0 ? (rises - 1) / variance.squareRoot()
        : rises < 0 ? (rises + 1) / variance.squareRoot() : 0
    } else {
      score = 0
    }
    probability = erfc(abs(score) / 2.0.squareRoot())
  }

  private static func thinned(
    _ points: [(seconds: Double, value: Double)]
  ) -> [(seconds: Double, value: Double)] {
    guard points.count > mostValues else { return points }
    return (0..<mostValues).map { points[$0 * (points.count - 1) / (mostValues - 1)] }
  }

  private static func median(_ values: inout [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    values.sort()
    let middle = values.count / 2
    return values.count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2
  }

  /// Variance of the statistic for values without a trend, ties taken into account.
  private static func variance(of values: [Double]) -> Double {
    let count = Double(values.count)
    var sum = count * (count - 1) * (2 * count + 5)
    let sorted = values.sorted()
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
      let tied = Double(end - start)
      sum -= tied * (tied - 1) * (2 * tied + 5)
      start = end
    }
    return sum / 18
  }

  /// By how much autocorrelation of the ranks widens the variance.
  private static func correction(of ranks: [Double]) -> Double {
    let count = ranks.count
    let number = Double(count)
    let mean = ranks.reduce(0, +) / number
    let centred = ranks.map { $0 - mean }
    let whole = centred.reduce(0) { $0 + $1 * $1 }
    guard whole > 0 else { return 1 }
    // Only correlations that differ from zero at the level of 5 % count.
    let bound = 1.959_963_984_540_054 / number.squareRoot()
    var sum = 0.0
    for lag in 1..<count {
      var product = 0.0
      for place in 0..<(count - lag) { product += centred[place] * centred[place + lag] }
      let correlation = product / whole
      guard abs(correlation) > bound else { continue }
      let rest = number - Double(lag)
      sum += rest * (rest - 1) * (rest - 2) * correlation
    }
    return 1 + 2 / (number * (number - 1) * (number - 2)) * sum
  }

  /// Ranks from 1; equal values share the mean of theirs.
  private static func ranks(of values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
      start = end
    }
    return ranks
  }
}
