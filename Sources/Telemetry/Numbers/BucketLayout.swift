/// What the bucket numbers of a histogram mean.
package enum BucketLayout: Hashable, Sendable {
  /// The scale of `LogScale`: measured from single durations, at most 0.54 % off.
  case logarithmic
  /// Upper bounds in seconds, rising, as a metrics endpoint exposes them; bucket `bounds.count`
  /// is the one past the last finite bound.
  case explicit([Double])
  /// The buckets of a native histogram.
  case exponential(ExponentialScale)
}
