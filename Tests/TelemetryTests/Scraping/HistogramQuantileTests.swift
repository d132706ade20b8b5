import Telemetry
import Testing

struct HistogramQuantileTests {
  private func buckets(_ pairs: [(Double, Double)]) -> [HistogramQuantile.Bucket] {
    pairs.map { HistogramQuantile.Bucket(upperBound: $0.0, count: $0.1) }
  }

  private func near(_ value: Double?, _ wanted: Double) -> Bool {
    guard let value else { return false }
    return abs(value - wanted) < 1e-9
  }

  /// The vectors of Prometheus's own tests.
  ///
  /// https://github.com/prometheus/prometheus/blob/main/promql/promqltest/testdata/histograms.test
  @Test func `gives what Prometheus gives for its own vectors`() {
    let positive = buckets([(0.1, 5), (0.2, 7), (1, 11), (.infinity, 12)])
    for (q, wanted) in [(0.2, 0.048), (0.5, 0.15), (0.8, 0.72), (0, 0), (1, 1)] {
      #expect(near(HistogramQuantile.quantile(q, buckets: positive)?.seconds, wanted), "\(q)")
    }
    let negative = buckets([(-0.2, 1), (-0.1, 2), (0.3, 2), (.infinity, 3)])
    for (q, wanted) in [(0.2, -0.2), (0.5, -0.15), (0.8, 0.3)] {
      #expect(near(HistogramQuantile.quantile(q, buckets: negative)?.seconds, wanted), "\(q)")
    }
    let nonMonotonic = buckets([
      (0.1, 20), (1, 10), (10, 50), (100, 40), (1000, 90), (.infinity, 80),
    ])
    for (q, wanted) in [(0.01, 0.0045), (0.5, 8.5), (0.99, 979.75)] {
      #expect(near(HistogramQuantile.quantile(q, buckets: nonMonotonic)?.seconds, wanted), "\(q)")
    }
    let spellings = buckets([(0.1, 1), (0.2, 1), (2e-1, 1), (2.0e-1, 1), (.infinity, 4)])
    #expect(near(HistogramQuantile.quantile(0.5, buckets: spellings)?.seconds, 0.15))
  }

  @Test func `knows nothing of no observations, no bound and no quantile`() {
    #expect(HistogramQuantile.quantile(0.5, buckets: buckets([(1, 0), (.infinity, 0)])) == nil)
    #expect(HistogramQuantile.quantile(0.5, buckets: buckets([(.infinity, 4)])) == nil)
    #expect(HistogramQuantile.quantile(0.5, buckets: buckets([(1, 4), (2, 5)])) == nil)
    let some = buckets([(1, 4), (.infinity, 4)])
    #expect(HistogramQuantile.quantile(.nan, buckets: some) == nil)
    #expect(HistogramQuantile.quantile(-1, buckets: some)?.seconds == -.infinity)
    #expect(HistogramQuantile.quantile(2, buckets: some)?.seconds == .infinity)
  }

  @Test func `says when a quantile lies past the last bound`() {
    let some = buckets([(1, 4), (.infinity, 8)])
    let quantile = HistogramQuantile.quantile(0.95, buckets: some)
    #expect(quantile?.isBeyondLastBound == true)
    #expect(quantile?.seconds == 1)
  }

  @Test func `gives the lower bound of the first filled bucket for the smallest quantile`() {
    let some = buckets([(1, 0), (2, 0), (4, 3), (.infinity, 3)])
    #expect(HistogramQuantile.quantile(0, buckets: some)?.seconds == 2)
  }

  @Test func `shows the bucket as a range when it is coarse`() {
    let coarse = buckets([(0.1, 0), (0.5, 10), (.infinity, 10)])
    #expect(HistogramQuantile.quantile(0.5, buckets: coarse)?.range == 0.1...0.5)
    let fine = buckets([(0.995, 0), (1, 10), (.infinity, 10)])
    #expect(HistogramQuantile.quantile(0.5, buckets: fine)?.range == nil)
  }

  @Test func `reads the buckets of a delta`() {
    let latency = LatencyDelta(
      layout: .explicit([0.1, 0.2, 1]),
      counts: SparseCounts(sorted: [(bucket: 0, count: 5), (1, 2), (2, 4), (3, 1)]), count: 12,
      sumSeconds: 3)
    #expect(near(HistogramQuantile.quantile(0.5, of: latency)?.seconds, 0.15))
    let bare = LatencyDelta(
      layout: .explicit([]), counts: SparseCounts(sorted: [(bucket: 0, count: 5)]), count: 5,
      sumSeconds: 3)
    #expect(HistogramQuantile.quantile(0.5, of: bare) == nil)
  }
}
