/// One cell of a terminal's screen as the person in front of it sees it.
package struct VirtualCell: Hashable, Sendable {
  /// What stands in the cell; empty in the right half of a wide character.
  package var text = " "
  /// Columns that the character takes: 1 or 2, and 0 in the right half of a wide one.
  package var width = 1
  package var rendition = Rendition()

  /// Colours and attributes as SGR set them: ECMA-48, 8.3.117.
  package struct Rendition: Hashable, Sendable {
    package var isBold = false
    package var isDim = false
    package var isItalic = false
    package var isUnderlined = false
    package var isReversed = false
    package var foreground = Color.normal
    package var background = Color.normal

    /// The terminal's own colours and no attribute.
    package init() {}
  }

  /// A colour by whatever it was asked for.
  package enum Color: Hashable, Sendable {
    case normal
    case indexed(Int)
    case rgb(Int, Int, Int)
  }
}

extension VirtualCell.Rendition {
  /// Changes as the parameters of one `CSI ... m` say; an unknown one changes nothing.
  package mutating func apply(_ parameters: [Int]) {
    var rest = parameters.isEmpty ? [0] : parameters[...]
    while let code = rest.popFirst() {
      switch code {
      case 0: self = Self()
      case 1: isBold = true
      case 2: isDim = true
      case 3: isItalic = true
      case 4: isUnderlined = true
      case 7: isReversed = true
      case 22: (isBold, isDim) = (false, false)
      case 23: isItalic = false
      case 24: isUnderlined = false
      case 27: isReversed = false
      case 30...37: foreground = .indexed(code - 30)
      case 38: foreground = Self.extended(&rest) ?? foreground
      case 39: foreground = .normal
      case 40...47: background = .indexed(code - 40)
      case 48: background = Self.extended(&rest) ?? background
      case 49: background = .normal
      case 90...97: foreground = .indexed(code - 82)
      case 100...107: background = .indexed(code - 92)
      default: break
      }
    }
  }

  /// Whether the parameters of one `CSI ... m` ask for any colour but the terminal's own.
  package static func setsColor(_ parameters: [Int]) -> Bool {
    parameters.contains {
      (30...38).contains($0) || (40...48).contains($0) || (90...97).contains($0)
        || (100...107).contains($0)
    }
  }

  /// `5;n` or `2;r;g;b` after 38 or 48.
  private static func extended(_ rest: inout ArraySlice<Int>) -> VirtualCell.Color? {
    switch rest.popFirst() {
    case 5: return rest.popFirst().map { .indexed($0) }
    case 2:
      guard rest.count >= 3 else { return nil }
      let numbers = Array(rest.prefix(3))
      rest = rest.dropFirst(3)
      return .rgb(numbers[0], numbers[1], numbers[2])
    default: return nil
    }
  }
}

/// How wide a terminal draws a character, for what tests show: Unicode 15, East Asian Width.
enum VirtualWidth {
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
  private static let combining: [ClosedRange<UInt32>] = [
    0x0300...0x036F, 0x0483...0x0489, 0x0591...0x05BD, 0x064B...0x065F, 0x200B...0x200F,
    0x20D0...0x20F0, 0xFE00...0xFE0F,
  ]

  /// 0, 1 or 2 columns.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    guard scalar.value >= 0x0300 else { return 1 }
    if combining.contains(where: { $0.contains(scalar.value) }) { return 0 }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }
}
