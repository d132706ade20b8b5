/// Quantiles of cumulative buckets, exactly as Prometheus's `histogram_quantile` finds them.
///
/// https://github.com/prometheus/prometheus/blob/main/promql/quantile.go (`BucketQuantile`).
package enum HistogramQuantile {
  /// Two cumulative counts closer than this (relative) differ by float noise only.
  private static let tolerance = 1e-12
  /// Buckets narrower than this share of their upper bound are not worth showing as a range.
  private static let narrow = 0.02

  /// One cumulative bucket: how many observations were at most `upperBound`.
  package struct Bucket: Hashable, Sendable {
    /// In seconds; infinite for the last bucket.
    package var upperBound: Double
    package var count: Double

    /// A bucket with the count of everything up to its bound.
    package init(upperBound: Double, count: Double) {
      self.upperBound = upperBound
      self.count = count
    }
  }

  /// The `q`-quantile of the durations of a delta; `nil` when nothing is known about it.
  ///
  /// Only for layouts that metrics endpoints have; `nil` for others, for no observations and for
  /// no finite bound.
  package static func quantile(_ q: Double, of latency: LatencyDelta) -> Quantile? {
    if case .exponential(let scale) = latency.layout {
      var counts = [UInt64](repeating: 0, count: scale.count)
      latency.counts.forEach { bucket, count in
        if counts.indices.contains(bucket) { counts[bucket] &+= count }
      }
      return scale.quantile(q, counts: counts)
    }
    guard case .explicit(let bounds) = latency.layout, !bounds.isEmpty else { return nil }
    var counts = [Double](repeating: 0, count: bounds.count + 1)
    latency.counts.forEach { bucket, count in
      if counts.indices.contains(bucket) { counts[bucket] += Double(count) }
    }
    var buckets: [Bucket] = []
    var running = 0.0
    for (place, count) in counts.enumerated() {
      running += count
      let bound = place < bounds.count ? bounds[place] : Double.infinity
      buckets.append(Bucket(upperBound: bound, count: running))
    }
    return quantile(q, buckets: buckets)
  }

  /// The `q`-quantile of cumulative buckets in any order; `nil` where Prometheus gives NaN.
  ///
  /// `q` outside 0...1 gives minus or plus infinity. Past the last finite bound the result is
  /// that bound with `isBeyondLastBound`. Linear in the buckets, after sorting them.
  package static func quantile(_ q: Double, buckets: [Bucket]) -> Quantile? {
    if q.isNaN { return nil }
    if q < 0 { return Quantile(seconds: -.infinity) }
    if q > 1 { return Quantile(seconds: .infinity) }
    guard let merged = repaired(buckets), let total = merged.last?.count, total > 0 else {
      return nil
    }
    let lastIndex = merged.count - 1
    var rank = q * total
    var index = merged[..<lastIndex].firstIndex { $0.count >= rank } ?? lastIndex
    // Rank 0 in an empty first bucket would be 0/0: the first bucket with something in it counts.
    while index < lastIndex, rank == 0, merged[index].count == 0 { index += 1 }
    if index == lastIndex {
      return Quantile(seconds: merged[lastIndex - 1].upperBound, isBeyondLastBound: true)
    }
    let upper = merged[index].upperBound
    if index == 0, upper <= 0 { return Quantile(seconds: upper) }
    let lower = index > 0 ? merged[index - 1].upperBound : 0
    let before = index > 0 ? merged[index - 1].count : 0
    let inside = merged[index].count - before
    rank -= before
    let value = lower + (upper - lower) * (rank / inside)
    let isCoarse = upper - lower > narrow * abs(upper) && lower <= upper
    return Quantile(seconds: value, range: isCoarse ? lower...upper : nil)
  }

  /// Buckets by rising bound, equal bounds merged, counts made to rise; `nil` when unusable.
  static func repaired(_ buckets: [Bucket]) -> [Bucket]? {
    let sorted = buckets.filter { !$0.upperBound.isNaN && !$0.count.isNaN }
      .sorted { $0.upperBound < $1.upperBound }
    guard sorted.last?.upperBound == .infinity else { return nil }
    var merged: [Bucket] = []
    for bucket in sorted {
      if let last = merged.indices.last, merged[last].upperBound == bucket.upperBound {
        merged[last].count += bucket.count
      } else {
        merged.append(bucket)
      }
    }
    guard merged.count >= 2 else { return nil }
    var previous = merged[0].count
    for place in 1..<merged.count {
      let count = merged[place].count
      let distance = abs(previous - count) / (abs(previous) + abs(count))
      if count < previous || distance < tolerance {
        merged[place].count = previous
      } else {
        previous = count
      }
    }
    return merged
  }
}
