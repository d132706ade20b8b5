extension Color {
  /// How far two colours are apart in lightness, from 1 (equal) to 21 (black and white).
  ///
  /// `nil` where a colour is the user's own and nobody knows how it looks. The formula is that of
  /// WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
  package func contrast(with other: Color) -> Double? {
    guard let one = relativeLuminance, let two = other.relativeLuminance else { return nil }
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// Lightness from 0 to 1; `nil` for colours that the user chooses.
  ///
  /// https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
  private var relativeLuminance: Double? {
    switch self {
    case .terminal, .ansi, .indexed(0..<16): return nil
    case .indexed, .rgb:
      let (red, green, blue) = components
      return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
  }
}

/// A part of an sRGB colour as an amount of light.
private func linear(_ part: UInt8) -> Double {
  let value = Double(part) / 255
  guard value > 0.04045 else { return value / 12.92 }
  let base = (value + 0.055) / 1.055
  // base to the power of 2.4, without the C library's pow.
  return base * base * fifthRoot(base * base)
}

/// The fifth root of a number from 0 to 1, by Newton's method.
private func fifthRoot(_ value: Double) -> Double {
  guard value > 0 else { return 0 }
  var root = 1.0
  for _ in 0..<40 {
    let fourth = root * root * root * root
    root -= (root * fourth - value) / (5 * fourth)
  }
  return root
}
