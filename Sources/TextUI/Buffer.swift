/// A picture of cells that widgets draw on and a terminal shows.
///
/// Nothing drawn outside of it, on any side, has an effect. Cells are kept row by row.
package struct Buffer: Hashable, Sendable {
  /// Fixed for the life of the buffer: a window of another size needs another buffer.
  package let size: Size
  /// The characters to draw with.
  package let symbols: Symbols
  /// Row by row, `size.width` cells to a row; index `y * size.width + x`.
  package private(set) var cells: [Cell]

  /// A buffer full of one cell.
  package init(size: Size, fill: Cell = .blank, symbols: Symbols = .unicode) {
    self.size = size
    self.symbols = symbols
    cells = Array(repeating: fill, count: size.width * size.height)
  }

  /// Its whole area, with the origin at (0, 0).
  package var bounds: Rect { Rect(size) }

  /// The cell at a place, nil outside.
  package subscript(point: Point) -> Cell? {
    bounds.contains(point) ? cells[point.y * size.width + point.x] : nil
  }

  /// The cells of one row, which must exist.
  package func row(_ y: Int) -> ArraySlice<Cell> {
    cells[y * size.width..<(y + 1) * size.width]
  }

  /// Puts one character, if the place is inside; a wide character needs its right half inside too.
  package mutating func put(_ scalar: Unicode.Scalar, at point: Point, style: Style = .plain) {
    let (scalar, width) = displayed(scalar)
    guard width > 0, bounds.contains(point) else { return }
    store(scalar, width: width, at: point, style: style)
  }

  /// Writes a line of text and returns the number of cells it took.
  ///
  /// At most `maxWidth` cells are used, and none past the right edge; a text that does not fit ends
  /// in the ellipsis if wanted. A wide character is never cut in half, combining characters are
  /// dropped, and control characters appear as pictures of themselves.
  @discardableResult
  package mutating func write(
    _ text: String, at point: Point, style: Style = .plain, maxWidth: Int? = nil,
    ellipsis: Bool = true
  ) -> Int {
    write(
      StyledText(text, style: style), at: point, maxWidth: maxWidth, ellipsis: ellipsis)
  }

  /// Writes a line of styled text over the given style; otherwise as the plain form.
  @discardableResult
  package mutating func write(
    _ text: StyledText, at point: Point, style: Style = .plain, maxWidth: Int? = nil,
    ellipsis: Bool = true
  ) -> Int {
    let room = min(maxWidth ?? Int.max, max(0, size.width - point.x))
    guard room > 0, point.y >= 0, point.y < size.height else { return 0 }
    let fits = text.width <= room
    let limit = fits || !ellipsis ? room : room - 1
    var used = 0
    var last = style
    for run in text.runs {
      let runStyle = run.style.over(style)
      for scalar in run.text.unicodeScalars {
        let (scalar, width) = displayed(scalar)
        guard width > 0 else { continue }
        guard used + width <= limit else {
          if ellipsis, !fits {
            store(symbols.ellipsis, width: 1, at: point.moved(by: used), style: runStyle)
            used += 1
          }
          return used
        }
        store(scalar, width: width, at: point.moved(by: used), style: runStyle)
        used += width
      }
      last = runStyle
    }
    if ellipsis, !fits {
      store(symbols.ellipsis, width: 1, at: point.moved(by: used), style: last)
      used += 1
    }
    return used
  }

  /// Fills a rectangle with one character of one cell.
  package mutating func fill(
    _ rect: Rect, with scalar: Unicode.Scalar = " ", style: Style = .plain
  ) {
    let rect = rect.intersection(bounds)
    guard !rect.isEmpty else { return }
    let (scalar, width) = displayed(scalar)
    let cell = Cell(width == 1 ? scalar : " ", style: style)
    for y in rect.y..<rect.maxY {
      let first = y * size.width + rect.x
      let last = first + rect.width - 1
      // Only at its ends can a row part a wide character.
      if cells[first].width == 0, rect.x > 0 { blank(first - 1) }
      if cells[last].width == 2 { blank(last + 1) }
      for index in first...last { cells[index] = cell }
    }
  }

  /// Lays a style over what a rectangle shows.
  package mutating func restyle(_ rect: Rect, over style: Style) {
    restyle(rect) { style.over($0) }
  }

  /// Changes the style of every cell of a rectangle, and no character.
  package mutating func restyle(_ rect: Rect, _ transform: (Style) -> Style) {
    let rect = rect.intersection(bounds)
    guard !rect.isEmpty else { return }
    for y in rect.y..<rect.maxY {
      for index in y * size.width + rect.x..<y * size.width + rect.maxX {
        cells[index].style = transform(cells[index].style)
      }
    }
  }

  /// What is stored for a scalar, and its width; 0 means that it is dropped.
  private func displayed(_ scalar: Unicode.Scalar) -> (scalar: Unicode.Scalar, width: Int) {
    switch scalar.value {
    case 0x20..<0x7F: (scalar, 1)
    case 0..<0x20, 0x7F: (symbols.isASCII ? "?" : scalar.controlPicture, 1)
    case 0x80..<0xA0: (symbols.isASCII ? "?" : "\u{FFFD}", 1)
    case 0xA0... where symbols.isASCII:
      // An accent of its own goes with its letter's cell and needs none.
      CellWidth.of(scalar) == 0 ? (scalar, 0) : (symbols.standIn(for: scalar), 1)
    default: (scalar, CellWidth.of(scalar))
    }
  }

  /// Stores a character; places left of the edge and rows outside are ignored.
  ///
  /// What remains of a wide character that is half overwritten becomes a blank.
  private mutating func store(
    _ scalar: Unicode.Scalar, width: Int, at point: Point, style: Style
  ) {
    guard point.y >= 0, point.y < size.height, point.x < size.width else { return }
    let row = point.y * size.width
    guard point.x >= 0 else {
      if point.x == -1, width == 2 { store(" ", width: 1, at: point.moved(by: 1), style: style) }
      return
    }
    guard width == 1 || point.x + 1 < size.width else {
      store(" ", width: 1, at: point, style: style)
      return
    }
    let index = row + point.x
    if cells[index].width == 0, point.x > 0 { blank(index - 1) }
    if cells[index + width - 1].width == 2 { blank(index + width) }
    cells[index] = Cell(scalar, width: UInt8(width), style: style)
    if width == 2 { cells[index + 1] = Cell(" ", width: 0, style: style) }
  }

  private mutating func blank(_ index: Int) {
    guard cells.indices.contains(index) else { return }
    cells[index] = Cell(" ", width: 1, style: cells[index].style)
  }
}

extension Point {
  /// The place some columns further to the right.
  package func moved(by columns: Int) -> Point { Point(x: x + columns, y: y) }
}

extension Unicode.Scalar {
  /// The picture of a C0 control character or of DEL, as in `␛`.
  fileprivate var controlPicture: Unicode.Scalar {
    Unicode.Scalar(value == 0x7F ? 0x2421 : 0x2400 + value) ?? "\u{FFFD}"
  }
}
