import TextUI

/// What the user asked of the terminal.
package struct TerminalOptions: Sendable {
  /// The number of colours to use; found out from the terminal if nil.
  package var colorDepth: ColorDepth?
  /// The characters to use; found out from locale and terminal if nil.
  package var symbols: Symbols?
  /// Reports clicks, which takes away the terminal's own selection of text.
  package var hasMouse: Bool

  /// Options, by default as much as the terminal can do, without the mouse.
  package nonisolated init(
    colorDepth: ColorDepth? = nil, symbols: Symbols? = nil, hasMouse: Bool = false
  ) {
    self.colorDepth = colorDepth
    self.symbols = symbols
    self.hasMouse = hasMouse
  }
}
