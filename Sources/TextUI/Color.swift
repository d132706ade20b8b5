/// How many colours a terminal can show; a greater depth includes the smaller ones.
package enum ColorDepth: Int, Comparable, CaseIterable, Sendable {
  /// In rising order; with `none` there are attributes such as bold alone.
  case none, ansi8, ansi16, indexed256, truecolor

  package static func < (left: ColorDepth, right: ColorDepth) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A colour as a theme names it.
package enum Color: Hashable, Sendable, BitwiseCopyable {
  /// The terminal's own foreground or background.
  case terminal
  /// One of the sixteen colours whose looks the user chose, 0 to 15.
  case ansi(UInt8)
  /// One of the 256 colours of xterm: 16 ANSI, a 6x6x6 cube, 24 greys.
  case indexed(UInt8)
  /// Red, green and blue from 0 to 255.
  case rgb(UInt8, UInt8, UInt8)

  /// The nearest colour a terminal of the given depth can show; `.terminal` without colours.
  package func quantised(to depth: ColorDepth) -> Color {
    switch (self, depth) {
    case (.terminal, _), (_, .none): .terminal
    case (_, .truecolor): self
    case (.ansi(let number), .ansi8): .ansi(number & 7)
    case (.ansi(let number), _): .ansi(number & 15)
    case (.indexed(let number), .indexed256): .indexed(number)
    case (.indexed(let number), _) where number < 16:
      Color.ansi(number).quantised(to: depth)
    case (.indexed, _):
      Color.nearestANSI(to: components, below: depth == .ansi8 ? 8 : 16)
    case (.rgb, .indexed256): Color.nearestIndexed(to: components)
    case (.rgb, _): Color.nearestANSI(to: components, below: depth == .ansi8 ? 8 : 16)
    }
  }

  /// Red, green and blue; for the user's own colours what xterm shows by default.
  package var components: (red: UInt8, green: UInt8, blue: UInt8) {
    switch self {
    case .terminal: return (229, 229, 229)
    case .rgb(let red, let green, let blue): return (red, green, blue)
    case .ansi(let number): return ansiPalette[Int(number & 15)]
    case .indexed(let number) where number < 16: return ansiPalette[Int(number)]
    case .indexed(let number) where number >= 232:
      let grey = 8 + 10 * (number - 232)
      return (grey, grey, grey)
    case .indexed(let number):
      let cube = Int(number) - 16
      return (cubeLevels[cube / 36], cubeLevels[cube / 6 % 6], cubeLevels[cube % 6])
    }
  }

  /// The nearest of the cube and the grey ramp, which look the same everywhere.
  private static func nearestIndexed(to target: (red: UInt8, green: UInt8, blue: UInt8)) -> Color {
    var best: UInt8 = 16
    var bestDistance = Int.max
    for number in UInt8(16)...255 {
      let distance = distance(Color.indexed(number).components, target)
      if distance < bestDistance {
        bestDistance = distance
        best = number
      }
    }
    return .indexed(best)
  }

  /// The nearest of the first eight or sixteen colours, by xterm's default palette.
  ///
  /// A colour with a clear hue never becomes a grey: red must stay red.
  private static func nearestANSI(
    to target: (red: UInt8, green: UInt8, blue: UInt8), below limit: UInt8
  ) -> Color {
    let isGrey = spread(target) < 32
    var best: UInt8 = 7
    var bestDistance = Int.max
    for number in 0..<limit {
      let candidate = ansiPalette[Int(number)]
      guard (spread(candidate) == 0) == isGrey else { continue }
      let distance = distance(candidate, target)
      if distance < bestDistance {
        bestDistance = distance
        best = number
      }
    }
    return .ansi(best)
  }

  private static func spread(_ color: (red: UInt8, green: UInt8, blue: UInt8)) -> Int {
    Int(max(color.red, color.green, color.blue)) - Int(min(color.red, color.green, color.blue))
  }

  /// Squared distance with the eye's weights of red, green and blue.
  private static func distance(
    _ left: (red: UInt8, green: UInt8, blue: UInt8),
    _ right: (red: UInt8, green: UInt8, blue: UInt8)
  ) -> Int {
    let red = Int(left.red) - Int(right.red)
    let green = Int(left.green) - Int(right.green)
    let blue = Int(left.blue) - Int(right.blue)
    return 3 * red * red + 6 * green * green + blue * blue
  }
}

extension Color {
  /// A colour as it is written in a theme: `default`, `ansi:6`, `idx:208` or `#ff8700`.
  ///
  /// Returns nil for anything else.
  package init?(_ text: String) {
    if text == "default" {
      self = .terminal
    } else if text.hasPrefix("ansi:"), let number = UInt8(text.dropFirst(5)), number < 16 {
      self = .ansi(number)
    } else if text.hasPrefix("idx:"), let number = UInt8(text.dropFirst(4)) {
      self = .indexed(number)
    } else if text.utf8.count == 7, text.utf8.first == 0x23, text.utf8.allSatisfy(isHexOrHash),
      let value = UInt32(text.dropFirst(), radix: 16)
    {
      self = .rgb(UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255))
    } else {
      return nil
    }
  }
}

extension Color: CustomStringConvertible {
  /// The colour as it is written in a theme.
  package var description: String {
    switch self {
    case .terminal: return "default"
    case .ansi(let number): return "ansi:\(number)"
    case .indexed(let number): return "idx:\(number)"
    case .rgb(let red, let green, let blue):
      let digits = String(UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue), radix: 16)
      return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }
  }
}

/// Whether a byte may stand in `#rrggbb`; `UInt32(_:radix:)` alone would also accept a sign.
private func isHexOrHash(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x23, 0x30...0x39, 0x41...0x46, 0x61...0x66: true
  default: false
  }
}

/// xterm's default for the sixteen ANSI colours.
private let ansiPalette: [(red: UInt8, green: UInt8, blue: UInt8)] = [
  (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0),
  (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
  (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
  (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
]

/// The six steps of each side of the colour cube.
private let cubeLevels: [UInt8] = [0, 95, 135, 175, 215, 255]
