/// Durations that were counted on several bucket layouts, as one distribution.
///
/// Counts on different bounds cannot be added, so each layout keeps a histogram of its own, and
/// only quantiles bring them together. In each bucket durations are taken to lie evenly, as
/// `histogram_quantile()` does. The range of a quantile is what the buckets allow: from where it
/// would lie if every duration were as short as its bucket allows, to where if as long.
struct MixedHistogram {
  /// One histogram for each layout.
  private(set) var parts: [LatencyHistogram] = []
  /// Buckets narrower than this share of their upper bound are not worth showing as a range.
  private static let narrow = 0.02

  /// A bucket that was hit.
  private struct Bucket {
    let lower: Double
    let upper: Double
    let count: Double
  }

  /// Adds the durations of one layout.
  mutating func add(_ histogram: LatencyHistogram) {
    if histogram.count == 0 { return }
    if let known = parts.firstIndex(where: { $0.layout == histogram.layout }) {
      parts[known].merge(histogram)
    } else {
      parts.append(histogram)
    }
  }

  /// What there is to say about all durations; `nil` without any.
  ///
  /// Exact extremes are known only where every layout knows its own.
  var summary: LatencySummary? {
    guard let first = parts.first else { return nil }
    if parts.count == 1 { return LatencySummary(first) }
    let quantiles = quantiles([0.5, 0.9, 0.95, 0.99])
    let count = parts.reduce(0) { $0 &+ $1.count }
    let sum = parts.reduce(0) { $0 + $1.sumSeconds }
    let extremes = parts.allSatisfy(\.knowsExtremes)
    return LatencySummary(
      count: count, meanSeconds: sum.isFinite ? sum / Double(count) : nil, p50: quantiles[0],
      p90: quantiles[1], p95: quantiles[2], p99: quantiles[3],
      maxSeconds: extremes ? parts.map(\.maxSeconds).max() : nil,
      minSeconds: extremes ? parts.map(\.minSeconds).min() : nil,
      sumSeconds: sum.isFinite ? sum : nil)
  }

  /// The quantiles of `ranks` (0...1).
  ///
  /// Where the durations past the last bounds are too many to place one, it is said to be beyond
  /// the least that it can be. Sorts the buckets that were hit, then linear in them.
  func quantiles(_ ranks: [Double]) -> [Quantile?] {
    var buckets: [Bucket] = []
    for part in parts {
      part.forEachBucket { lower, upper, count in
        buckets.append(Bucket(lower: lower, upper: upper, count: Double(count)))
      }
    }
    let total = buckets.reduce(0) { $0 + $1.count }
    guard total > 0 else { return ranks.map { _ in nil } }
    let byLower = buckets.sorted { $0.lower < $1.lower }
    let byUpper = buckets.sorted { $0.upper < $1.upper }
    let steps = MixedHistogram.steps(buckets)
    return ranks.map { rank in
      let wanted = rank * total
      let least = MixedHistogram.first(byLower, wanted).lower
      guard let value = MixedHistogram.value(steps, wanted) else {
        return Quantile(seconds: least, isBeyondLastBound: true)
      }
      let most = MixedHistogram.first(byUpper, wanted).upper
      let isCoarse = most - least > MixedHistogram.narrow * most
      return Quantile(
        seconds: min(max(value, least), most), range: isCoarse ? least...most : nil)
    }
  }

  /// The first bucket with which `wanted` durations are reached.
  private static func first(_ buckets: [Bucket], _ wanted: Double) -> Bucket {
    var below = 0.0
    for bucket in buckets {
      below += bucket.count
      if below >= wanted { return bucket }
    }
    return buckets[buckets.count - 1]
  }

  /// How many durations lie between neighbours among the finite bounds of all layouts.
  private static func steps(_ buckets: [Bucket]) -> [(upper: Double, count: Double)] {
    let finite = buckets.filter(\.upper.isFinite)
    var edges = [0.0]
    for edge in finite.flatMap({ [$0.lower, $0.upper] }).sorted()
    where edge > edges[edges.count - 1] {
      edges.append(edge)
    }
    var steps = edges.map { (upper: $0, count: 0.0) }
    for bucket in finite {
      var place = firstIndex(edges, atLeast: bucket.lower)
      guard bucket.upper > bucket.lower else {
        steps[place].count += bucket.count
        continue
      }
      while place + 1 < edges.count, edges[place] < bucket.upper {
        let share = (edges[place + 1] - edges[place]) / (bucket.upper - bucket.lower)
        steps[place + 1].count += bucket.count * share
        place += 1
      }
    }
    return steps
  }

  private static func firstIndex(_ edges: [Double], atLeast bound: Double) -> Int {
    edges.dropLast().partitioningIndex { $0 >= bound }
  }

  /// Where `wanted` durations are reached; `nil` when the finite buckets hold fewer.
  private static func value(
    _ steps: [(upper: Double, count: Double)], _ wanted: Double
  ) -> Double? {
    var below = 0.0
    var lower = 0.0
    for step in steps {
      if step.count > 0, below + step.count >= wanted {
        return lower + (step.upper - lower) * (wanted - below) / step.count
      }
      below += step.count
      lower = step.upper
    }
    return nil
  }
}
