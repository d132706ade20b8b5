/// A quantile of a distribution, together with how well it is known.
package struct Quantile: Hashable, Sendable {
  /// The estimate, in seconds.
  package var seconds: Double
  /// The bucket the quantile lies in, where the bucket is coarse; `nil` when it is narrower than
  /// two percent or the application gave the figure itself.
  package var range: ClosedRange<Double>?
  /// Whether it lies past the last finite bound: the true value is more than `seconds`.
  package var isBeyondLastBound = false

  /// A quantile with what is known about it.
  package init(
    seconds: Double, range: ClosedRange<Double>? = nil, isBeyondLastBound: Bool = false
  ) {
    self.seconds = seconds
    self.range = range
    self.isBeyondLastBound = isBeyondLastBound
  }
}
