/// What the bucket numbers of a histogram mean.
package enum BucketLayout: Hashable, Sendable {
  /// The scale of `LogScale`: measured from single durations, at most 0.54 % off.
  case logarithmic
  /// Upper bounds in seconds, rising, as a metrics endpoint exposes them; bucket `bounds.count`
  /// is the one past the last finite bound.
  case explicit([Double])
  /// The buckets of a native histogram.
  case exponential(ExponentialScale)

  /// Whether buckets tell anything of how durations spread: means alone have one for all.
  var tellsSpread: Bool {
    if case .explicit(let bounds) = self { return bounds.contains { $0.isFinite } }
    return true
  }
}
