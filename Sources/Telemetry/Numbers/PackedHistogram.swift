/// A `LatencyHistogram` that is kept to be added to others: a tenth of its size.
struct PackedHistogram: Sendable {
  var counts: SparseCounts
  var count: UInt64
  /// NaN where one sum was not known.
  var sumSeconds: Double
  /// As far as they are known; infinite where none is.
  var minSeconds: Double
  var maxSeconds: Double
  /// Whether the extremes are those of all durations.
  var knowsExtremes: Bool
}
