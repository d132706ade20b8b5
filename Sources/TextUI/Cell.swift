/// One cell of the screen.
///
/// A wide character is a cell of width 2 followed by one of width 0 that shows nothing itself.
package struct Cell: Hashable, Sendable, BitwiseCopyable {
  package var scalar: Unicode.Scalar
  package var width: UInt8
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

  package static let blank = Cell(" ")
}
