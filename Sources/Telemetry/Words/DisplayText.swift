/// Text from outside that is safe to show on a terminal and to write anywhere.
///
/// It is made once, at ingestion, and every sink takes only this type: no C0, DEL, C1, bidi
/// control or zero-width character is left raw. A control character becomes its picture
/// (U+2400...), other forbidden scalars and broken UTF-8 become U+FFFD.
package struct DisplayText: Hashable, Sendable, Comparable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The text, free of anything a terminal would act upon.
  package let string: String

  /// Text of our own, which needs no cleaning.
  package init(stringLiteral value: StaticString) {
    string = value.description
  }

  /// Cleans text that came from outside.
  package init(_ text: some StringProtocol) {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    string = isPlain ? String(text) : DisplayText.cleaned(text.unicodeScalars)
  }

  /// Cleans bytes that came from outside; at most `limit` bytes are taken, then "…" is added.
  package init(_ bytes: Bytes, limit: Int = 4096) {
    let isCut = bytes.count > limit
    let head = isCut ? Bytes(rebasing: bytes[..<limit]) : bytes
    var isPlain = true
    for byte in head where byte < 0x20 || byte >= 0x7F {
      isPlain = false
      break
    }
    let decoded = String(decoding: head, as: UTF8.self)
    let clean = isPlain ? decoded : DisplayText.cleaned(decoded.unicodeScalars)
    string = isCut ? clean + "…" : clean
  }

  /// Cleans a statement that may span lines: runs of white space become one space each.
  package init(statement bytes: Bytes, limit: Int) {
    var line: [UInt8] = []
    line.reserveCapacity(min(bytes.count, limit))
    for byte in bytes {
      if line.count > limit { break }
      let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
      if !isBlank {
        line.append(byte)
      } else if let last = line.last, last != 0x20 {
        line.append(0x20)
      }
    }
    self = line.withUnsafeBytes { DisplayText($0, limit: limit) }
  }

  package var description: String { string }

  package static func < (left: DisplayText, right: DisplayText) -> Bool {
    left.string < right.string
  }

  private static func cleaned(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var clean = String.UnicodeScalarView()
    for scalar in scalars { clean.append(visible(scalar)) }
    return String(clean)
  }

  /// The scalar itself, or what stands for it on a screen.
  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09: " "
    case 0x00..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    // C1, and what Unicode calls default ignorable: bidi controls, zero-width and filler scalars.
    case 0x80..<0xA0, 0xAD, 0x034F, 0x061C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F,
      0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0,
      0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      "\u{FFFD}"
    default: scalar
    }
  }
}
