/// The words of a JSON key in lower case: `avgDurationMs`, `avg_duration_ms` and `avg-duration-ms`
/// are all `avg duration ms`.
struct JSONKey: Hashable, Sendable {
  let words: [String]
  /// Whether it was written as `camelCase`, which tells the language of its writer.
  let isCamelCase: Bool

  init(_ key: String) {
    var words: [String] = []
    var word = ""
    var wasLower = false
    var isCamelCase = false
    for scalar in key.unicodeScalars.prefix(200) {
      let isUpper = ("A"..."Z").contains(scalar)
      let isWord = isUpper || ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
      if !isWord || (isUpper && wasLower) {
        if isWord { isCamelCase = true }
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if isWord { word.unicodeScalars.append(isUpper ? JSONKey.lowered(scalar) : scalar) }
      wasLower = isWord && !isUpper
    }
    if !word.isEmpty { words.append(word) }
    self.words = words
    self.isCamelCase = isCamelCase
  }

  private static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(scalar.value + 0x20) ?? scalar
  }

  /// The words as one, for comparisons.
  var joined: String { words.joined(separator: " ") }

  func has(_ word: String) -> Bool { words.contains(word) }

  func hasAny(_ wanted: Set<String>) -> Bool { words.contains(where: wanted.contains) }

  /// Seconds per unit, where the last word (or the one before it) is a unit of time.
  var secondsPerUnit: Double? {
    for word in words.suffix(2).reversed() {
      if let unit = JSONKey.timeUnits[word] { return unit }
    }
    return nil
  }

  /// Bytes per unit, where a word is a unit of memory.
  var bytesPerUnit: Double? {
    for word in words.reversed() {
      if let unit = JSONKey.memoryUnits[word] { return unit }
    }
    return nil
  }

  private static let timeUnits: [String: Double] = [
    "s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1, "ms": 1e-3, "msec": 1e-3,
    "millis": 1e-3, "milliseconds": 1e-3, "us": 1e-6, "usec": 1e-6, "micros": 1e-6,
    "microseconds": 1e-6, "ns": 1e-9, "nanos": 1e-9, "nanoseconds": 1e-9, "minutes": 60,
  ]

  /// Programs divide by 1024 twice and write `mb`.
  private static let memoryUnits: [String: Double] = [
    "b": 1, "bytes": 1, "byte": 1, "kb": 1024, "kib": 1024, "mb": 1_048_576, "mib": 1_048_576,
    "megabytes": 1_048_576, "gb": 1_073_741_824, "gib": 1_073_741_824,
  ]
}
