import TextUI

/// What a widget draws, with a border of `x` around it.
///
/// The buffer is full of `x` before: a cell the widget forgot shows, and so does one too many.
func picture(
  _ widget: some Widget, width: Int, height: Int, symbols: Symbols = .unicode
) -> String {
  drawn(widget, width: width, height: height, symbols: symbols).text
}

/// The buffer of `picture`.
func drawn(
  _ widget: some Widget, width: Int, height: Int, symbols: Symbols = .unicode,
  fill: Unicode.Scalar = "x"
) -> Buffer {
  var buffer = Buffer(
    size: Size(width: width + 2, height: height + 2), fill: Cell(fill), symbols: symbols)
  widget.draw(into: &buffer, in: buffer.bounds.inset(by: 1))
  return buffer
}
