/// The unit of a duration metric, as seconds per unit.
package enum MetricUnit {
  /// Seconds per unit from `# UNIT` metadata, else from the name; `nil` when neither tells.
  package static func secondsPerUnit(name: String, unit: String?) -> Double? {
    if let unit, let seconds = seconds(perWord: unit) { return seconds }
    let base = name.hasSuffix("_total") ? name.dropLast(6) : name[...]
    guard let last = base.split(separator: "_").last else { return nil }
    return seconds(perWord: String(last))
  }

  private static func seconds(perWord word: String) -> Double? {
    switch word {
    case "seconds", "second", "s", "sec", "secs": 1
    case "milliseconds", "millisecond", "ms", "millis", "msec": 1e-3
    case "microseconds", "microsecond", "us", "usec", "micros": 1e-6
    case "nanoseconds", "nanosecond", "ns", "nanos", "nsec": 1e-9
    case "minutes", "minute": 60
    case "hours", "hour": 3600
    default: nil
    }
  }

  /// The unit in words, for a list of decisions.
  package static func name(secondsPerUnit: Double) -> DisplayText {
    switch secondsPerUnit {
    case 1: "s"
    case 1e-3: "ms"
    case 1e-6: "us"
    case 1e-9: "ns"
    case 60: "min"
    default: DisplayText("\(secondsPerUnit) s")
    }
  }
}
