/// A histogram or summary that came in one piece, taken apart into the series text would have.
struct CompositeSample {
  var count = Double.nan
  var sum = Double.nan
  /// Unix time at which it began to count; NaN where it does not say.
  var created = Double.nan
  var isGauge = false
  /// Cumulative counts by upper bound.
  var bounds: [(bound: Double, count: Double)] = []
  var quantiles: [(quantile: Double, value: Double)] = []
  var native = NativeBuckets()

  /// Exponential buckets, not cumulative.
  struct NativeBuckets {
    /// `nil` when there are no such buckets.
    var schema: Int?
    var zeroThreshold = 0.0
    var zeroCount = 0.0
    var spans: [(offset: Int, length: Int)] = []
    var counts: [Double] = []
    /// Sum of the buckets below zero: durations are never there.
    var negativeCount = 0.0

    /// Calls `body` with the index and count of each bucket above zero.
    func forEach(_ body: (_ index: Int, _ count: Double) -> Void) {
      var place = 0
      var index = 0
      for span in spans {
        index = index &+ span.offset
        guard abs(index) < 1 << 24, span.length >= 0 else { return }
        for _ in 0..<min(span.length, counts.count - place) {
          body(index, counts[place])
          index += 1
          place += 1
        }
      }
    }
  }

  /// Empties the sample for the next one, keeping its buffers.
  mutating func reset() {
    (count, sum, created, isGauge) = (.nan, .nan, .nan, false)
    bounds.removeAll(keepingCapacity: true)
    quantiles.removeAll(keepingCapacity: true)
    native.schema = nil
    (native.zeroThreshold, native.zeroCount, native.negativeCount) = (0, 0, 0)
    native.spans.removeAll(keepingCapacity: true)
    native.counts.removeAll(keepingCapacity: true)
  }

  /// Calls `body` with each series of the metric that `writer` was begun with, and its value.
  func forEachSeries(_ writer: inout SeriesWriter, _ body: (Bytes, Double) -> Void) {
    for entry in bounds {
      let bound = entry.bound == .infinity ? "+Inf" : "\(entry.bound)"
      writer.series("_bucket", label: "le", value: bound) { body($0, entry.count) }
    }
    if let schema = native.schema, ExponentialScale.schemas.contains(schema) {
      let zero = native.zeroCount + native.negativeCount
      if zero > 0 {
        let value = BucketSpot.text(schema: schema, zeroThreshold: native.zeroThreshold)
        writer.series("_bucket", label: BucketSpot.nativeLabel, value: value) { body($0, zero) }
      }
      native.forEach { index, count in
        guard count > 0 else { return }
        let value = BucketSpot.text(schema: schema, index: index)
        writer.series("_bucket", label: BucketSpot.nativeLabel, value: value) { body($0, count) }
      }
    }
    for entry in quantiles {
      writer.series("", label: "quantile", value: "\(entry.quantile)") { body($0, entry.value) }
    }
    if !sum.isNaN { writer.series(isGauge ? "_gsum" : "_sum") { body($0, sum) } }
    if !count.isNaN { writer.series(isGauge ? "_gcount" : "_count") { body($0, count) } }
    if !created.isNaN { writer.series("_created") { body($0, created) } }
  }
}
