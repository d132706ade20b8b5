/// Whether the durations of one histogram are longer than those of another, by ranks alone.
///
/// The test of Mann and Whitney (1947, https://doi.org/10.1214/aoms/1177730491) with its normal
/// approximation; durations of one bucket are ties.
enum RankTest {
  /// By how many standard deviations `later` exceeds `earlier`; `nil` where they cannot be compared.
  static func score(_ later: LatencyHistogram, over earlier: LatencyHistogram) -> Double? {
    guard later.layout == earlier.layout, later.count > 0, earlier.count > 0 else { return nil }
    var rankSum = 0.0
    var below = 0.0
    var ties = 0.0
    var news = 0.0
    var olds = 0.0
    let first = min(later.occupied.lowerBound, earlier.occupied.lowerBound)
    let end = max(later.occupied.upperBound, earlier.occupied.upperBound)
    for bucket in first..<end {
      let (new, old) = (later.counts[bucket], earlier.counts[bucket])
      guard new > 0 || old > 0 else { continue }
      news += Double(new)
      olds += Double(old)
      let both = Double(new &+ old)
      rankSum += Double(new) * (below + (both + 1) / 2)
      below += both
      ties += both * both * both - both
    }
    let all = news + olds
    guard news > 0, olds > 0, all > 1 else { return nil }
    let statistic = rankSum - news * (news + 1) / 2
    let variance = news * olds / 12 * (all + 1 - ties / (all * (all - 1)))
    guard variance > 0 else { return 0 }
    return (statistic - news * olds / 2) / variance.squareRoot()
  }
}

extension History {
  /// The distribution of an endpoint's latencies in a stretch of time.
  func histogram(of name: EndpointName, in range: TimeRange, now: Timestamp) -> LatencyHistogram? {
    guard let series = view(of: name) else { return nil }
    let layout = series.newestLayout ?? .logarithmic
    var histogram = LatencyHistogram(layout: layout)
    series.withUnsafeBufferPointer { series in
      // Where they lie, because a series that is bound to a name is copied.
      for place in series.indices where series[place].layout == layout {
        series[place].tiers.forEachSummand(in: range, now: now) {
          histogram.add($0.latency)
        }
      }
    }
    return histogram.count > 0 ? histogram : nil
  }
}
