/// The buckets, count and sum of one histogram at one instant, as the specifications want them.
struct DistributionPoint {
  private var lastBound: Double?
  private var lastCount = 0.0
  private var count: Double?
  private var hasSum = false
  private var hasNegativeSum = false
  private var hasNegativeBound = false

  mutating func addBucket(bound: Double, count: Double) throws(Flaw) {
    if let lastBound, bound <= lastBound { throw Flaw("buckets are not in rising order of le") }
    if lastBound != nil, count < lastCount { throw Flaw("bucket counts are not cumulative") }
    if bound < 0 { hasNegativeBound = true }
    lastBound = bound
    lastCount = count
  }

  mutating func setCount(_ value: Double) { count = value }

  mutating func setSum(_ value: Double) {
    hasSum = true
    hasNegativeSum = value < 0
  }

  /// What both formats ask of a whole histogram.
  func finish() throws(Flaw) {
    guard lastBound == .infinity else { throw Flaw("the histogram has no +Inf bucket") }
    if let count, count != lastCount { throw Flaw("the count differs from the +Inf bucket") }
  }

  /// What OpenMetrics asks beside that; `isGauge` for a gauge histogram.
  func finishStrictly(isGauge: Bool) throws(Flaw) {
    try finish()
    if hasSum != (count != nil) { throw Flaw("a sum and a count must come together") }
    if hasNegativeBound, hasSum, !isGauge {
      throw Flaw("a histogram with negative bounds must have no sum")
    }
    if !hasNegativeBound, hasNegativeSum { throw Flaw("a negative sum without negative bounds") }
  }
}
