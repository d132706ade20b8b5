/// Whether two shares (of errors, of cache hits) differ by more than chance would give.
///
/// The interval of the difference by Newcombe's hybrid score method, which holds for small counts and
/// shares near 0 or 1 (method 10 in https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I).
package struct ShareDifference: Hashable, Sendable {
  /// The later share less the earlier one.
  package let difference: Double
  /// Where the true difference lies with 99 % confidence.
  package let range: ClosedRange<Double>

  /// Compares `hits` of `all` before and after; `nil` when either has nothing to count.
  package init?(
    before: (hits: Double, all: Double), after: (hits: Double, all: Double)
  ) {
    guard before.all > 0, after.all > 0 else { return nil }
    let (p1, low1, high1) = ShareDifference.wilson(after)
    let (p2, low2, high2) = ShareDifference.wilson(before)
    let down = ((p1 - low1) * (p1 - low1) + (high2 - p2) * (high2 - p2)).squareRoot()
    let up = ((high1 - p1) * (high1 - p1) + (p2 - low2) * (p2 - low2)).squareRoot()
    difference = p1 - p2
    range = (p1 - p2 - down)...(p1 - p2 + up)
  }

  /// Whether the difference is more than chance would give.
  package var isBeyondNoise: Bool { range.lowerBound > 0 || range.upperBound < 0 }

  /// Quantile of the normal distribution for 99 %.
  private static let z = 2.575_829

  /// The share and its score interval.
  ///
  /// https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval#Wilson_score_interval
  private static func wilson(
    _ counted: (hits: Double, all: Double)
  ) -> (share: Double, lower: Double, upper: Double) {
    let share = min(1, max(0, counted.hits / counted.all))
    let zz = z * z / counted.all
    let middle = (share + zz / 2) / (1 + zz)
    let half =
      z / (1 + zz) * (share * (1 - share) / counted.all + zz / (4 * counted.all)).squareRoot()
    return (share, max(0, middle - half), min(1, middle + half))
  }
}
