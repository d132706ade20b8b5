/// The unit of the numbers under one key of a log that say how long something took.
package struct LatencyUnit: Hashable, Sendable {
  /// What says so.
  package enum Origin: Hashable, Sendable {
    /// The key does, or the documentation of the product that writes it.
    case key
    /// The library that wrote the line counts in it.
    case writer
    /// It is a guess by so many values.
    case guess(values: Int)
  }

  /// As it is written in the lines.
  package var key: DisplayText
  /// 1e-3 for milliseconds.
  package var secondsPerUnit: Double
  /// What says so.
  package var origin: Origin

  /// The unit under a key.
  package init(key: DisplayText, secondsPerUnit: Double, origin: Origin) {
    self.key = key
    self.secondsPerUnit = secondsPerUnit
    self.origin = origin
  }

  /// `ms`.
  package var symbol: DisplayText {
    if secondsPerUnit >= 1 { return "s" }
    if secondsPerUnit >= 1e-3 { return "ms" }
    return secondsPerUnit >= 1e-6 ? "us" : "ns"
  }

  /// `1 value`, `200 values`.
  package static func count(_ values: Int) -> String {
    values == 1 ? "1 value" : "\(values) values"
  }

  /// `milliseconds`.
  package var name: DisplayText {
    if secondsPerUnit >= 1 { return "seconds" }
    if secondsPerUnit >= 1e-3 { return "milliseconds" }
    return secondsPerUnit >= 1e-6 ? "microseconds" : "nanoseconds"
  }
}
