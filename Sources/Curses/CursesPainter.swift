import CNcurses
import Glibc
import TextUI

/// Puts styled cells on the curses screen and keeps its table of colour pairs.
struct CursesPainter {
  private struct Pair: Hashable {
    let foreground: Int32
    let background: Int32
  }

  private let depth: ColorDepth
  private let capabilities: screen_capabilities
  private let hasOwnNumbers: Bool
  /// Pairs are defined when first seen, since a terminal may have no more than 64.
  private var pairs: [Pair: Int32] = [:]
  private var line: [wchar_t] = []

  /// `hasOwnNumbers` says that numbers below 256 are those of xterm even with direct colour.
  init(depth: ColorDepth, capabilities: screen_capabilities, hasOwnNumbers: Bool) {
    self.depth = depth
    self.capabilities = capabilities
    self.hasOwnNumbers = hasOwnNumbers
  }

  /// The most that the open terminal can show.
  static func depth(of capabilities: screen_capabilities) -> ColorDepth {
    switch capabilities.colors {
    case ..<8: .none
    case ..<16: .ansi8
    case ..<256: .ansi16
    default: capabilities.direct_color ? .truecolor : .indexed256
    }
  }

  /// Puts a run, as far as it lies within the screen.
  mutating func paint(_ run: BufferDiff.Run, within size: Size) {
    guard run.row < size.height, run.column < size.width else { return }
    var cells = run.cells.prefix(size.width - run.column)
    // A wide character whose right half is beyond the edge would wrap.
    if cells.last?.width == 2 { cells = cells.dropLast() }
    var start = cells.startIndex
    while start < cells.endIndex {
      let style = cells[start].style
      let end = cells[start...].firstIndex { $0.style != style } ?? cells.endIndex
      let column = run.column + start - run.cells.startIndex
      put(cells[start..<end], row: run.row, column: column, style: style)
      start = end
    }
  }

  private mutating func put(
    _ cells: ArraySlice<Cell>, row: Int, column: Int, style: Style
  ) {
    line.removeAll(keepingCapacity: true)
    for cell in cells { line.append(cell.width == 0 ? 0 : wchar_t(cell.scalar.value)) }
    let style = style.quantised(to: depth)
    let pair = pair(style)
    screen_put(
      Int32(row), Int32(column), line, Int32(line.count), Int32(style.attributes.rawValue), pair)
  }

  /// The number of the pair of a style's colours; without room for it, the terminal's own colours.
  private mutating func pair(_ style: Style) -> Int32 {
    let wanted = Pair(
      foreground: number(style.foreground), background: number(style.background))
    if wanted == Pair(foreground: -1, background: -1) { return 0 }
    if let known = pairs[wanted] { return known }
    let next = Int32(pairs.count + 1)
    guard next < capabilities.pairs, screen_pair(next, wanted.foreground, wanted.background) else {
      return 0
    }
    pairs[wanted] = next
    return next
  }

  /// The number curses has for a quantised colour.
  private func number(_ color: Color) -> Int32 {
    let hasIndices = hasOwnNumbers || !capabilities.direct_color
    switch color {
    case .terminal: return -1
    // With direct colour only the first eight numbers mean the user's own colours.
    case .ansi(let number) where number < 8 || hasIndices: return Int32(number)
    case .indexed(let number) where hasIndices: return Int32(number)
    default:
      let (red, green, blue) = color.components
      let number = Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
      // Black and the darkest blues would be taken for indices: there is one for black, and a trace
      // of red is not seen.
      return number >= 256 ? number : number == 0 && hasOwnNumbers ? 16 : number | 1 << 16
    }
  }
}
