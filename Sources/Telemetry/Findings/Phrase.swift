/// Numbers in the sentences of findings.
enum Phrase {
  /// `412 ms`, `8.2 s`, `2 min`.
  static func duration(_ seconds: Double) -> String {
    switch abs(seconds) {
    case ..<0.01: "\(fixed(seconds * 1000, 1)) ms"
    case ..<0.9995: "\(fixed(seconds * 1000, 0)) ms"
    case ..<9.995: "\(fixed(seconds, 2)) s"
    case ..<600: "\(fixed(seconds, 0)) s"
    case ..<7200: "\(fixed(seconds / 60, 0)) min"
    default: "\(fixed(seconds / 3600, 1)) h"
    }
  }

  /// `82 %`, `4.5 %`.
  static func percent(_ share: Double) -> String {
    "\(fixed(share * 100, share < 0.0995 ? 1 : 0)) %"
  }

  /// `612 MB`: powers of 1024.
  static func bytes(_ bytes: Double) -> String {
    var value = abs(bytes)
    var unit = 0
    let units = ["B", "KB", "MB", "GB", "TB"]
    while value >= 999.5, unit < units.count - 1 {
      value /= 1024
      unit += 1
    }
    return "\(bytes < 0 ? "-" : "")\(fixed(value, value < 9.95 && unit > 0 ? 1 : 0)) \(units[unit])"
  }

  /// `1,204`.
  static func count(_ number: Double) -> String {
    let digits = String(Int64(clamping: Int64(min(9e15, max(-9e15, number.rounded())))))
    var text = ""
    for (place, digit) in digits.reversed().enumerated() {
      if place > 0, place % 3 == 0, digit != "-" { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }

  /// `1 call`, `12 calls`.
  static func count(_ number: UInt64, _ noun: String) -> String {
    "\(count(Double(number))) \(noun)\(number == 1 ? "" : "s")"
  }

  /// A factor: `3.2x`.
  static func factor(_ number: Double) -> String { "\(fixed(number, number < 9.95 ? 1 : 0))x" }

  /// `a`, `a and b`, `a, b and 2 more`.
  static func list(_ words: [String], most: Int = 3) -> String {
    guard words.count > 1 else { return words.first ?? "" }
    if words.count > most {
      return words.prefix(most - 1).joined(separator: ", ") + " and \(words.count - most + 1) more"
    }
    return words.dropLast().joined(separator: ", ") + " and " + words[words.count - 1]
  }

  /// A decimal number with so many digits after the point.
  static func fixed(_ number: Double, _ digits: Int) -> String {
    guard number.isFinite else { return "-" }
    let scale = [1.0, 10, 100, 1000][min(3, max(0, digits))]
    let scaled = (abs(number) * scale).rounded()
    guard scaled < 9e15 else { return "\(number)" }
    let whole = Int64(scaled / scale)
    let sign = number < 0 && scaled > 0 ? "-" : ""
    guard digits > 0 else { return "\(sign)\(whole)" }
    let rest = String(Int64(scaled) - whole * Int64(scale))
    return "\(sign)\(whole)." + String(repeating: "0", count: digits - rest.count) + rest
  }

  /// A text cut to a length that still reads well in a sentence.
  static func short(_ text: DisplayText, _ limit: Int = 60) -> String {
    text.string.count <= limit ? text.string : String(text.string.prefix(limit - 1)) + "…"
  }
}
