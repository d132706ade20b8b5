/// What can show pictures.
@MainActor package protocol Terminal: AnyObject {
  /// In cells; follows the window.
  var size: Size { get }
  /// The characters it can show.
  var symbols: Symbols { get }
  /// Fixed when it was opened; pictures with more colours are brought down to it.
  var colorDepth: ColorDepth { get }

  /// Shows a picture, and the cursor at the given place or not at all.
  ///
  /// Only what changed since the last picture is sent; nothing changed sends nothing.
  func present(_ buffer: Buffer, cursor: Point?)

  /// Gives the screen back as it was; more than once is harmless.
  func close()
}

/// What a terminal reports.
package enum TerminalEvent: Hashable, Sendable {
  /// A key, a click or a turn of the wheel.
  case key(Key)
  /// The terminal has this `size`; the next picture is sent whole.
  case resize(Size)
  /// The terminal is back after having been given away; everything was drawn anew.
  case resumed
  /// Nobody sits at the other end any more.
  case hangup
  /// A signal asks the program to end.
  case terminate(signal: Int32)
}
