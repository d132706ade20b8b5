extension LatencyHistogram {
  /// The range that the true quantile lies in with 95 % confidence, in seconds.
  ///
  /// By order statistics, whatever the distribution: the durations at the ranks
  /// `n q ± 1.96 sqrt(n q (1 - q))` (https://online.stat.psu.edu/stat415/lesson/19/19.2); buckets count in
  /// full, so that a coarse bucket gives a wide range. `nil` where there are too few durations to
  /// bound it on both sides. Cost: one pass over the buckets.
  package func confidenceRange(of quantile: Double) -> ClosedRange<Double>? {
    let size = Double(count)
    let spread = 1.96 * (size * quantile * (1 - quantile)).squareRoot()
    let first = (size * quantile - spread).rounded(.down)
    let last = (size * quantile + spread).rounded(.up)
    guard first >= 1, last <= size else { return nil }
    var below = 0.0
    var lower: Double?
    var upper: Double?
    forEachBucket { from, to, count in
      below += Double(count)
      if lower == nil, below >= first { lower = from }
      if upper == nil, below >= last { upper = to }
    }
    guard let lower, let upper, upper.isFinite, lower <= upper else { return nil }
    return lower...upper
  }
}
