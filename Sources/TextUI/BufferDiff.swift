/// The cells in which one picture differs from the one before it.
package struct BufferDiff: Sendable {
  /// Neighbouring cells of one row that are to be drawn anew.
  package struct Run: Hashable, Sendable {
    /// Counted from 0 at the top.
    package let row: Int
    /// Where the first of the cells stands, counted from 0 at the left.
    package let column: Int
    /// A slice of the new picture, whose indices are those of its `cells`; never empty.
    package let cells: ArraySlice<Cell>
  }

  /// Top to bottom, left to right.
  package private(set) var runs: [Run] = []

  /// Compares two pictures; without a previous one, or with one of another size, all is new.
  ///
  /// Up to three unchanged cells between two changes are drawn again if they share one style with
  /// the change before them, since that is cheaper than moving the cursor.
  package init(from previous: Buffer?, to next: Buffer) {
    let size = next.size
    guard let previous, previous.size == size else {
      runs =
        size.width == 0
        ? [] : (0..<size.height).map { Run(row: $0, column: 0, cells: next.row($0)) }
      return
    }
    for y in 0..<size.height where previous.row(y) != next.row(y) {
      appendRuns(of: y, from: previous, to: next)
    }
  }

  private mutating func appendRuns(of y: Int, from previous: Buffer, to next: Buffer) {
    let width = next.size.width
    let offset = y * width
    let old = previous.cells
    let new = next.cells
    var x = 0
    while x < width {
      guard old[offset + x] != new[offset + x] else {
        x += 1
        continue
      }
      var start = x
      // A run must not begin with the right half of a wide character.
      while start > 0, new[offset + start].width == 0 { start -= 1 }
      var end = x + 1
      var unchanged = 0
      var probe = end
      while probe < width, unchanged <= longestGap {
        if old[offset + probe] != new[offset + probe] {
          unchanged = 0
          end = probe + 1
        } else if new[offset + probe].style == new[offset + end - 1].style {
          unchanged += 1
        } else {
          break
        }
        probe += 1
      }
      while end < width, new[offset + end].width == 0 { end += 1 }
      runs.append(
        Run(row: y, column: start, cells: new[offset + start..<offset + end]))
      x = end
    }
  }
}

/// Unchanged cells worth drawing again; a cursor movement costs about as many bytes.
private let longestGap = 3
