/// Durations as people type them: `500ms`, `10s`, `5m`, `1h30m`; a bare number is seconds.
package enum DurationText {
  private static let units: [(name: String, seconds: Double)] = [
    ("ms", 0.001), ("us", 0.000_001), ("s", 1), ("m", 60), ("h", 3600), ("d", 86_400),
  ]

  /// The seconds that a text stands for; `nil` when it is no duration.
  package static func seconds(of text: String) -> Double? {
    if let plain = Double(text), plain.isFinite { return plain >= 0 ? plain : nil }
    var rest = text[...]
    var total = 0.0
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      guard let number = Double(digits) else { return nil }
      rest = rest.dropFirst(digits.count)
      let name = rest.prefix { $0.isLetter }
      guard let unit = units.first(where: { $0.name == name }) else { return nil }
      rest = rest.dropFirst(name.count)
      total += number * unit.seconds
    }
    return text.isEmpty || !total.isFinite ? nil : total
  }
}
