import Telemetry

/// Thresholds that follow each other: from where something is critical it is high as well.
///
/// Out of order one of them would never count, which nobody would notice.
extension ConfigurationReading {
  /// Names of thresholds, the lowest first.
  private static let ascending = [
    ["slow_endpoint", "critical_endpoint"],
    ["error_rate", "high_error_rate", "critical_error_rate"],
    ["pool_saturation", "critical_pool_saturation"],
    ["low_cache_hit_rate", "cache_hit_rate"],
    ["memory", "high_memory", "critical_memory"],
  ]

  /// Notes which thresholds of a section contradict each other; the default of one that is left out
  /// follows its neighbour.
  ///
  /// What could not be read, as `wrong` names it, is compared with nothing.
  mutating func checkOrder(of section: TOMLItem, wrong: Set<String>) {
    for names in ConfigurationReading.ascending {
      for (place, low) in names.enumerated() where !wrong.contains(low) {
        for high in names.dropFirst(place + 1) where !wrong.contains(high) {
          compare(low, high, in: section)
        }
      }
    }
  }

  private mutating func compare(_ low: String, _ high: String, in section: TOMLItem) {
    let fields = ConfigurationSchema.thresholdFields
    guard let lower = fields.first(where: { $0.name == low })?.field,
      let upper = fields.first(where: { $0.name == high })?.field
    else { return }
    let (least, most) = (
      lower.value(in: configuration.thresholds), upper.value(in: configuration.thresholds)
    )
    guard least > most else { return }
    switch (section[low], section[high]) {
    case (let item?, let other?):
      errors.append(
        other.error("\(high) is \(other.written), less than \(low) (\(item.written))"))
    case (nil, _): lower.set(most, in: &configuration.thresholds)
    case (_, nil): upper.set(least, in: &configuration.thresholds)
    }
  }
}

extension ConfigurationSchema.ThresholdField {
  /// The threshold as a number, to be compared with others of its kind.
  fileprivate func value(in thresholds: Thresholds) -> Double {
    switch self {
    case .seconds(let path), .share(let path), .amount(let path): thresholds[keyPath: path]
    case .count(let path): Double(thresholds[keyPath: path])
    case .whole(let path): Double(thresholds[keyPath: path])
    }
  }

  fileprivate func set(_ value: Double, in thresholds: inout Thresholds) {
    switch self {
    case .seconds(let path), .share(let path), .amount(let path): thresholds[keyPath: path] = value
    case .count(let path): thresholds[keyPath: path] = UInt64(value)
    case .whole(let path): thresholds[keyPath: path] = Int(value)
    }
  }
}
