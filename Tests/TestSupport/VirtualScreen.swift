import TextUI

/// What a terminal shows after the bytes it was sent: an emulator of what ncurses makes use of.
///
/// It knows the sequences of the terminfo entries xterm-256color, screen, linux and vt100. What it
/// does not know is kept in `unknown`, so that a test can demand that there was nothing.
/// Sequences: https://invisible-island.net/xterm/ctlseqs/ctlseqs.html
package struct VirtualScreen: Sendable, CustomStringConvertible {
  package private(set) var size: Size
  package private(set) var isAlternate = false
  /// How often the alternate screen was entered and left.
  package private(set) var alternateSwitches = (entered: 0, left: 0)
  package internal(set) var isCursorVisible = true
  package internal(set) var hasApplicationCursorKeys = false
  package internal(set) var hasMouse = false
  /// Whether any colour but the terminal's own was ever asked for.
  package internal(set) var hasShownColor = false
  package internal(set) var bells = 0
  /// Sequences that were not understood, as printable text.
  package internal(set) var unknown: [String] = []

  package internal(set) var x = 0
  package internal(set) var y = 0
  private var rows: [[VirtualCell]]
  private var mainRows: [[VirtualCell]] = []
  private var saved = (x: 0, y: 0)
  /// First and last line of the scroll region.
  private var region: ClosedRange<Int>
  /// A character was put into the last column: the next one begins a new line.
  private var isWrapPending = false
  private var lastScalar: Unicode.Scalar?
  var wraps = true
  var inserts = false
  /// Colours and attributes of what is written next.
  package internal(set) var rendition = VirtualCell.Rendition()
  var parser = VirtualScreenParser()

  /// An empty screen.
  package init(size: Size) {
    self.size = Size(width: max(1, size.width), height: max(1, size.height))
    let row = [VirtualCell](repeating: VirtualCell(), count: self.size.width)
    rows = [[VirtualCell]](repeating: row, count: self.size.height)
    region = 0...(self.size.height - 1)
  }

  /// The lines without the blanks at their ends.
  package var lines: [String] {
    rows.map { row in
      var line = row.map(\.text).joined()
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// All lines, one below the other.
  package var text: String { lines.joined(separator: "\n") }

  /// The picture; all else would only hide it in the report of a failed test.
  package var description: String { "\n\(text)\n" }

  /// Whether the text stands anywhere on one line.
  package func shows(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

  /// The cell at a place on the screen; a blank one beside it.
  package func cell(x: Int, y: Int) -> VirtualCell {
    rows.indices.contains(y) && rows[y].indices.contains(x) ? rows[y][x] : VirtualCell()
  }

  /// Takes the terminal's window to another size, as xterm does: the upper left part stays.
  package mutating func resize(to wanted: Size) {
    let new = Size(width: max(1, wanted.width), height: max(1, wanted.height))
    rows = VirtualScreen.fit(rows, into: new)
    if isAlternate { mainRows = VirtualScreen.fit(mainRows, into: new) }
    size = new
    region = 0...(size.height - 1)
    moveTo(x: x, y: y)
  }

  private static func fit(_ rows: [[VirtualCell]], into size: Size) -> [[VirtualCell]] {
    let blank = VirtualCell()
    return (0..<size.height).map { y in
      let row = rows.indices.contains(y) ? Array(rows[y].prefix(size.width)) : []
      return row + [VirtualCell](repeating: blank, count: size.width - row.count)
    }
  }

  // MARK: Writing

  /// Puts a character at the cursor, wrapping as terminals with `xenl` do.
  mutating func put(_ scalar: Unicode.Scalar) {
    let width = VirtualWidth.of(scalar)
    guard width > 0 else { return combine(scalar) }
    if isWrapPending || x + width > size.width {
      if wraps {
        x = 0
        lineFeed()
      } else {
        x = max(0, size.width - width)
      }
    }
    isWrapPending = false
    if inserts { insertCells(width) }
    eraseHalves(x..<min(size.width, x + width))
    rows[y][x] = VirtualCell(text: String(Character(scalar)), width: width, rendition: rendition)
    if width == 2, x + 1 < size.width {
      rows[y][x + 1] = VirtualCell(text: "", width: 0, rendition: rendition)
    }
    lastScalar = scalar
    if x + width >= size.width {
      x = size.width - 1
      isWrapPending = true
    } else {
      x += width
    }
  }

  mutating func repeatLast(_ count: Int) {
    guard let lastScalar else { return }
    for _ in 0..<min(count, size.width * size.height) { put(lastScalar) }
  }

  private mutating func combine(_ scalar: Unicode.Scalar) {
    var place = isWrapPending ? x : x - 1
    while place > 0, rows[y][place].width == 0 { place -= 1 }
    guard place >= 0 else { return }
    rows[y][place].text.unicodeScalars.append(scalar)
  }

  /// A wide character of which one half is written over disappears.
  private mutating func eraseHalves(_ columns: Range<Int>) {
    if rows[y][columns.lowerBound].width == 0, columns.lowerBound > 0 {
      rows[y][columns.lowerBound - 1] = blank
    }
    if columns.upperBound < size.width, rows[y][columns.upperBound].width == 0 {
      rows[y][columns.upperBound] = blank
    }
  }

  /// A blank as erasing leaves it: with the background of the moment (`bce`).
  private var blank: VirtualCell {
    var cell = VirtualCell()
    cell.rendition.background = rendition.background
    return cell
  }

  // MARK: Moving

  mutating func moveTo(x: Int, y: Int) {
    self.x = min(max(0, x), size.width - 1)
    self.y = min(max(0, y), size.height - 1)
    isWrapPending = false
  }

  mutating func tab(_ count: Int) {
    let stop = x / 8 + (count < 0 && x % 8 != 0 ? 1 : 0)
    moveTo(x: (stop + count) * 8, y: y)
  }

  mutating func lineFeed() {
    isWrapPending = false
    if y == region.upperBound {
      scroll(up: 1)
    } else if y < size.height - 1 {
      y += 1
    }
  }

  mutating func reverseLineFeed() {
    isWrapPending = false
    if y == region.lowerBound {
      scroll(up: -1)
    } else if y > 0 {
      y -= 1
    }
  }

  mutating func saveCursor() { saved = (x, y) }
  mutating func restoreCursor() { moveTo(x: saved.x, y: saved.y) }

  mutating func setRegion(top: Int, bottom: Int) {
    let last = min(bottom, size.height) - 1
    guard top - 1 < last else { return }
    region = max(0, top - 1)...last
    moveTo(x: 0, y: 0)
  }

  // MARK: Erasing, inserting, deleting

  /// Erases in the screen: 0 to its end, 1 from its start, 2 and 3 all of it.
  mutating func eraseInDisplay(_ mode: Int) {
    let whole: Range<Int> =
      switch mode {
      case 0: (y + 1)..<size.height
      case 1: 0..<y
      default: 0..<size.height
      }
    for row in whole { fill(row, 0..<size.width) }
    if mode < 2 { eraseInLine(mode) }
  }

  /// Erases in the line: 0 to its end, 1 from its start, 2 all of it.
  mutating func eraseInLine(_ mode: Int) {
    let columns: Range<Int> =
      switch mode {
      case 0: x..<size.width
      case 1: 0..<(x + 1)
      default: 0..<size.width
      }
    fill(y, columns)
    isWrapPending = false
  }

  mutating func eraseCells(_ count: Int) { fill(y, x..<min(size.width, x + max(1, count))) }

  private mutating func fill(_ row: Int, _ columns: Range<Int>) {
    for column in columns { rows[row][column] = blank }
  }

  mutating func insertCells(_ count: Int) {
    let count = min(max(1, count), size.width - x)
    rows[y].insert(contentsOf: [VirtualCell](repeating: blank, count: count), at: x)
    rows[y].removeLast(count)
  }

  mutating func deleteCells(_ count: Int) {
    let count = min(max(1, count), size.width - x)
    rows[y].removeSubrange(x..<(x + count))
    rows[y] += [VirtualCell](repeating: blank, count: count)
    isWrapPending = false
  }

  /// Moves the lines of the scroll region; a negative number moves them down.
  mutating func scroll(up count: Int) {
    scroll(region, up: count)
  }

  mutating func insertLines(_ count: Int) {
    guard region.contains(y) else { return }
    scroll(y...region.upperBound, up: -max(1, count))
  }

  mutating func deleteLines(_ count: Int) {
    guard region.contains(y) else { return }
    scroll(y...region.upperBound, up: max(1, count))
  }

  private mutating func scroll(_ lines: ClosedRange<Int>, up count: Int) {
    let empty = [VirtualCell](repeating: blank, count: size.width)
    let amount = min(abs(count), lines.count)
    let blanks = [[VirtualCell]](repeating: empty, count: amount)
    let kept = count > 0 ? rows[lines].dropFirst(amount) : rows[lines].dropLast(amount)
    rows.replaceSubrange(lines, with: count > 0 ? Array(kept) + blanks : blanks + Array(kept))
  }

  // MARK: Screens

  /// Enters or leaves the alternate screen, as `CSI ? 1049 h` and `l` do.
  mutating func useAlternate(_ isOn: Bool) {
    if isOn, !isAlternate {
      saveCursor()
      mainRows = rows
      eraseInDisplay(2)
      isAlternate = true
      alternateSwitches.entered += 1
    } else if !isOn, isAlternate {
      rows = mainRows
      isAlternate = false
      alternateSwitches.left += 1
      restoreCursor()
    }
  }

  /// Makes everything as it was when the terminal was switched on, but for what tests count.
  mutating func reset() {
    (wraps, inserts, isCursorVisible) = (true, false, true)
    rendition = VirtualCell.Rendition()
    region = 0...(size.height - 1)
    moveTo(x: 0, y: 0)
    eraseInDisplay(2)
  }

  /// `CSI ! p`: modes only, the picture stays.
  mutating func softReset() {
    (wraps, inserts, isCursorVisible) = (true, false, true)
    hasApplicationCursorKeys = false
    rendition = VirtualCell.Rendition()
    region = 0...(size.height - 1)
  }
}
