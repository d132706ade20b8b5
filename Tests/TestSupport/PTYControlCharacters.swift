/// Characters that must never leave the program, whatever came in.
package enum ControlCharacters {
  /// Whether neither a terminal acts upon the scalar nor a reader is misled by it.
  ///
  /// Forbidden are C0 and C1 controls, DEL, changes of writing direction and what has no width.
  package static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00..<0x20, 0x7F..<0xA0, 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      false
    default: true
    }
  }
}
