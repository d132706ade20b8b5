import Glibc

/// The buckets of a Prometheus native histogram: exponential, in the unit of its metric.
///
/// With schema `n`, bucket index `i` holds values in `(b^(i-1), b^i]` for `b = 2^(2^-n)`; what
/// lies within the zero threshold, and what is negative, is in a bucket of its own.
/// https://prometheus.io/docs/specs/native_histograms/
///
///     number 0                 1 ............................... count - 1
///            zero, negative    2^-32 ... 2^48 of the unit, 2^schema buckets per octave
package struct ExponentialScale: Hashable, Sendable {
  /// -4...6; what is finer than `LogScale` is read as coarse as that.
  package let schema: Int
  /// Values up to this, in the unit, are in the bucket for zero.
  package let zeroThreshold: Double
  /// 0.001 where the metric counts milliseconds.
  package let secondsPerUnit: Double

  /// The finest schema that is kept: its buckets are 1.1 % wide.
  static let finestSchema = 6
  static let schemas = -4...8
  private static let lowestExponent = -32
  private static let highestExponent = 48

  /// The scale of one metric; a finer schema than the finest becomes that.
  package init(schema: Int, zeroThreshold: Double, secondsPerUnit: Double) {
    self.schema = min(max(schema, -4), ExponentialScale.finestSchema)
    self.zeroThreshold = zeroThreshold
    self.secondsPerUnit = secondsPerUnit
  }

  /// Number of buckets, the one for zero included.
  package var count: Int {
    ExponentialScale.shifted(ExponentialScale.highestExponent, schema) - lowestIndex + 1
  }

  /// The number of the bucket with an index in `schema`, which is not coarser than the scale's.
  ///
  /// Indexes past the ends of the scale count in the first and in the last bucket.
  package func number(ofIndex index: Int, schema other: Int) -> Int {
    let distance = max(0, other - schema)
    let coarse = ((index - 1) >> distance) + 1
    return min(max(1, coarse - lowestIndex), count - 1)
  }

  /// Upper bound of a bucket in seconds.
  package func upperBound(of number: Int) -> Double {
    guard number > 0 else { return zeroThreshold * secondsPerUnit }
    return exp2(Double(number + lowestIndex) * exp2(Double(-schema))) * secondsPerUnit
  }

  /// Lower bound of a bucket in seconds.
  package func lowerBound(of number: Int) -> Double {
    number > 0
      ? exp2(Double(number - 1 + lowestIndex) * exp2(Double(-schema))) * secondsPerUnit : 0
  }

  private var lowestIndex: Int {
    ExponentialScale.shifted(ExponentialScale.lowestExponent, schema)
  }

  private static func shifted(_ exponent: Int, _ schema: Int) -> Int {
    schema >= 0 ? exponent << schema : exponent >> -schema
  }

  /// The `q`-quantile (0...1) of counts by number, as `histogram_quantile` finds it.
  ///
  /// Exponential inside a bucket, linear in the one for zero; `nil` without observations.
  /// https://github.com/prometheus/prometheus/blob/main/promql/quantile.go (`HistogramQuantile`)
  package func quantile(_ q: Double, counts: [UInt64]) -> Quantile? {
    let total = counts.reduce(0, &+)
    guard total > 0, q >= 0, q <= 1 else { return nil }
    let rank = q * Double(total)
    var below = 0.0
    var number = 0
    for (place, count) in counts.enumerated() where count > 0 {
      number = place
      if below + Double(count) >= rank { break }
      below += Double(count)
    }
    let share = min(1, max(0, rank - below) / Double(counts[number]))
    let lower = lowerBound(of: number)
    let upper = upperBound(of: number)
    guard number > 0, lower > 0 else { return Quantile(seconds: lower + (upper - lower) * share) }
    let isCoarse = upper - lower > 0.02 * upper
    return Quantile(
      seconds: exp2(log2(lower) + (log2(upper) - log2(lower)) * share),
      range: isCoarse ? lower...upper : nil)
  }
}
