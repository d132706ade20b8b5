/// A cell's place on the screen; (0, 0) is the top left.
package struct Point: Hashable, Sendable {
  /// Columns from the left edge.
  package var x: Int
  /// Rows from the upper edge.
  package var y: Int

  /// A place, counted in cells to the right and down.
  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }

  /// The cell at the top left.
  package static let zero = Point(x: 0, y: 0)
}

/// A width and a height in cells, never negative.
package struct Size: Hashable, Sendable {
  /// In columns.
  package let width: Int
  /// In rows.
  package let height: Int

  /// A size; negative numbers become zero.
  package init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }
}

/// A rectangle of cells; its size is never negative.
package struct Rect: Hashable, Sendable {
  /// The leftmost column inside.
  package let x: Int
  /// The uppermost row inside.
  package let y: Int
  /// In columns; 0 where nothing fits.
  package let width: Int
  /// In rows; 0 where nothing fits.
  package let height: Int

  /// A rectangle; a negative width or height becomes zero.
  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The rectangle of a whole screen.
  package init(_ size: Size) {
    self.init(x: 0, y: 0, width: size.width, height: size.height)
  }

  /// The cell at the top left of the rectangle.
  package var origin: Point { Point(x: x, y: y) }
  /// Its extent without its place.
  package var size: Size { Size(width: width, height: height) }
  /// The first column to the right of the rectangle.
  package var maxX: Int { x + width }
  /// The first row below the rectangle.
  package var maxY: Int { y + height }
  /// Whether no cell lies inside.
  package var isEmpty: Bool { width == 0 || height == 0 }

  /// Whether a cell lies inside.
  package func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
  }

  /// The part both rectangles have in common; empty when there is none.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
  }

  /// The rectangle without a margin of the given width on all four sides.
  package func inset(by margin: Int) -> Rect {
    inset(horizontally: margin, vertically: margin)
  }

  /// The rectangle without margins left and right, and above and below.
  package func inset(horizontally across: Int, vertically down: Int) -> Rect {
    let across = min(across, width / 2)
    let down = min(down, height / 2)
    return Rect(
      x: x + across, y: y + down, width: width - 2 * across, height: height - 2 * down)
  }

  /// The uppermost rows, at most as many as there are, and what is below them.
  package func splitting(top rows: Int) -> (first: Rect, rest: Rect) {
    let rows = min(max(0, rows), height)
    return (
      Rect(x: x, y: y, width: width, height: rows),
      Rect(x: x, y: y + rows, width: width, height: height - rows)
    )
  }

  /// The leftmost columns, at most as many as there are, and what is right of them.
  package func splitting(left columns: Int) -> (first: Rect, rest: Rect) {
    let columns = min(max(0, columns), width)
    return (
      Rect(x: x, y: y, width: columns, height: height),
      Rect(x: x + columns, y: y, width: width - columns, height: height)
    )
  }

  /// The lowest rows, at most as many as there are, and what is above them.
  package func splitting(bottom rows: Int) -> (first: Rect, rest: Rect) {
    let (rest, first) = splitting(top: height - min(max(0, rows), height))
    return (first, rest)
  }

  /// The rightmost columns, at most as many as there are, and what is left of them.
  package func splitting(right columns: Int) -> (first: Rect, rest: Rect) {
    let (rest, first) = splitting(left: width - min(max(0, columns), width))
    return (first, rest)
  }
}
