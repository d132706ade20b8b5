/// A grid of dots, finer than cells, on which lines are drawn.
///
/// Braille has 2x4 dots to a cell; where it is missing a dot is a cell and shows as a letter.
struct DotCanvas {
  /// Dots across and down.
  let width: Int
  let height: Int
  private let isBraille: Bool
  private let columns: Int
  private var masks: [UInt8]
  /// Per cell what was drawn last.
  private var letters: [Unicode.Scalar]
  private var styles: [Style]

  init(size: Size, isBraille: Bool) {
    self.isBraille = isBraille
    columns = size.width
    width = isBraille ? size.width * 2 : size.width
    height = isBraille ? size.height * 4 : size.height
    let cells = size.width * size.height
    masks = Array(repeating: 0, count: cells)
    letters = Array(repeating: " ", count: cells)
    styles = Array(repeating: .plain, count: cells)
  }

  /// Sets a dot, rows counted from the top; places outside are ignored.
  mutating func set(x: Int, y: Int, letter: Unicode.Scalar, style: Style) {
    guard x >= 0, x < width, y >= 0, y < height else { return }
    let cell = isBraille ? y / 4 * columns + x / 2 : y * columns + x
    masks[cell] |= isBraille ? brailleBit(x: x & 1, y: y & 3) : 1
    letters[cell] = letter
    styles[cell] = style
  }

  /// Joins two dots; as letters a steep line shows one per column, so that it stays legible.
  mutating func line(
    from start: Point, to end: Point, letter: Unicode.Scalar, style: Style
  ) {
    guard start.x <= end.x else { return }
    guard start.x < end.x else {
      for y in isBraille ? Array(min(start.y, end.y)...max(start.y, end.y)) : [start.y, end.y] {
        set(x: start.x, y: y, letter: letter, style: style)
      }
      return
    }
    let slope = Double(end.y - start.y) / Double(end.x - start.x)
    var previous = start.y
    for x in start.x...end.x {
      let exact = Double(start.y) + slope * Double(x - start.x)
      let y = rounded(exact, in: min(start.y, end.y)...max(start.y, end.y))
      set(x: x, y: y, letter: letter, style: style)
      if isBraille, abs(y - previous) > 1 {
        let step = y > previous ? 1 : -1
        // The upper half of a step belongs to the column before, which looks straighter.
        let middle = (y + previous) / 2
        for between in stride(from: previous + step, to: y, by: step) {
          let isBefore = step > 0 ? between <= middle : between >= middle
          set(x: isBefore ? x - 1 : x, y: between, letter: letter, style: style)
        }
      }
      previous = y
    }
  }

  /// Puts every cell that has a dot on the buffer.
  func draw(into buffer: inout Buffer, at origin: Point) {
    for (index, mask) in masks.enumerated() where mask != 0 {
      let point = Point(x: origin.x + index % columns, y: origin.y + index / columns)
      let braille = Unicode.Scalar(0x2800 + UInt32(mask)) ?? " "
      buffer.put(isBraille ? braille : letters[index], at: point, style: styles[index])
    }
  }

  /// The bit of a dot within its cell, as Unicode numbers braille patterns.
  private func brailleBit(x: Int, y: Int) -> UInt8 {
    switch (x, y) {
    case (0, 3): 0x40
    case (1, 3): 0x80
    case (0, _): 1 << UInt8(y)
    default: 8 << UInt8(y)
    }
  }
}
