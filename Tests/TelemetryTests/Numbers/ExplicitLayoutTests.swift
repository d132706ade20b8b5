import Telemetry
import TestSupport
import Testing

@Suite struct ExplicitLayoutTests {
  private let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

  private func delta(_ counts: [UInt64]) -> LatencyDelta {
    LatencyDelta(
      layout: .explicit(bounds),
      counts: SparseCounts(
        sorted: counts.enumerated().map { (bucket: $0.offset, count: $0.element) }),
      count: counts.reduce(0, +), sumSeconds: 1)
  }

  private func histogram(_ deltas: [LatencyDelta]) -> LatencyHistogram {
    var histogram = LatencyHistogram(layout: .explicit(bounds))
    for delta in deltas {
      histogram.add(
        delta.counts, count: delta.count, sumSeconds: delta.sumSeconds,
        minSeconds: delta.minSeconds, maxSeconds: delta.maxSeconds)
    }
    return histogram
  }

  @Test func `equals the quantile of Prometheus on random buckets`() {
    var dice = Dice(10)
    let ranks = [0, 0.1, 0.5, 0.9, 0.95, 0.99, 1]
    for _ in 0..<500 {
      let counts = (0...bounds.count).map { _ in
        Bool.random(using: &dice) ? UInt64.random(in: 0...1000, using: &dice) : 0
      }
      let halves = counts.map { $0 / 3 }
      let rests = zip(counts, halves).map { $0 - $1 }
      let found = histogram([delta(halves), delta(rests)]).quantiles(ranks)
      #expect(found == ranks.map { HistogramQuantile.quantile($0, of: delta(counts)) })
    }
  }

  @Test func `interpolates inside a bucket and shows its bounds`() {
    let half = histogram([delta([0, 0, 0, 0, 0, 10])]).quantiles([0.5])[0]
    #expect(half == Quantile(seconds: 0.1 + (0.25 - 0.1) * 0.5, range: 0.1...0.25))
  }

  @Test func `says more than the last bound where the quantile lies past it`() {
    let counts: [UInt64] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 99]
    let tail = histogram([delta(counts)]).quantiles([0.99])[0]
    #expect(tail == Quantile(seconds: 10, isBeyondLastBound: true))
  }

  @Test func `has no mean when the sum is not known`() {
    var unknown = delta([5])
    unknown.sumSeconds = .nan
    #expect(histogram([delta([5]), unknown]).meanSeconds == nil)
    #expect(histogram([delta([5])]).meanSeconds == 0.2)
    #expect(histogram([delta([5])]).maxSeconds == -.infinity)
  }

  @Test func `shares within a bucket in proportion and counts nothing past the last bound`() {
    let shown = histogram([delta([10, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0, 10])])
    #expect(shown.share(upTo: 0.5) == 0.25)
    #expect(shown.share(upTo: 0.75) == 0.5)
    #expect(shown.share(upTo: 0.0025) == 0.125)
    #expect(shown.share(upTo: 100) == 0.75)
  }

  @Test func `passes over buckets that it does not have`() {
    var small = LatencyHistogram(layout: .explicit([1]))
    small.add(
      SparseCounts(sorted: [(bucket: 1, count: 1), (bucket: 2, count: 7), (bucket: 9999, count: 7)]
      ),
      count: 1, sumSeconds: 2, minSeconds: .nan, maxSeconds: .nan)
    #expect(small.counts == [0, 1])
  }
}
