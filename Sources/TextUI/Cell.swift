/// One cell of the screen.
///
/// A wide character is a cell of width 2 followed by one of width 0 that shows nothing itself.
package struct Cell: Hashable, Sendable, BitwiseCopyable {
  /// A blank in the right half of a wide character.
  package var scalar: Unicode.Scalar
  /// 1 or 2, and 0 for the right half of a wide character.
  package var width: UInt8
  /// Also of a cell that shows a blank: its background and reverse video are seen.
  package var style: Style

  /// A cell of the given scalar, which must be one cell wide.
  package init(_ scalar: Unicode.Scalar, style: Style = .plain) {
    self.init(scalar, width: 1, style: style)
  }

  init(_ scalar: Unicode.Scalar, width: UInt8, style: Style) {
    self.scalar = scalar
    self.width = width
    self.style = style
  }

  /// What a new buffer is full of.
  package static let blank = Cell(" ")
}
