/// A thing that draws itself into a rectangle of a buffer.
///
/// A widget is a value made for one frame. It paints every cell it answers for, none outside of its
/// rectangle, and any rectangle will do, however small.
package protocol Widget {
  /// Draws into a rectangle, which may be empty or lie partly outside of the buffer.
  func draw(into buffer: inout Buffer, in rect: Rect)
}
