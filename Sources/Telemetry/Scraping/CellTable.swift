/// The cells of a binding while it is built: one per endpoint and bucket layout.
struct CellTable {
  private(set) var cells: [SeriesBinding.Cell] = []
  private(set) var layouts: [BucketLayout] = []
  private var layoutNumbers: [BucketLayout: Int] = [:]
  private var cellNumbers: [UInt64: Int] = [:]

  /// The cell of an endpoint in a layout, widened so that it holds the buckets of `range`.
  mutating func number(_ endpoint: Int, _ layout: BucketLayout, _ range: Range<Int>) -> Int {
    let layoutNumber = layoutNumbers[layout] ?? layouts.count
    if layoutNumber == layouts.count {
      layoutNumbers[layout] = layoutNumber
      layouts.append(layout)
    }
    let key = UInt64(endpoint) << 32 | UInt64(layoutNumber)
    if let known = cellNumbers[key] {
      let old = cells[known].range
      cells[known].range =
        min(old.lowerBound, range.lowerBound)..<max(old.upperBound, range.upperBound)
      return known
    }
    cells.append(SeriesBinding.Cell(endpoint: endpoint, layout: layoutNumber, range: range))
    cellNumbers[key] = cells.count - 1
    return cells.count - 1
  }

  /// Gives each cell its place in the accumulator and returns how long that must be.
  mutating func place() -> Int {
    var count = 0
    for number in cells.indices {
      cells[number].offset = count
      count += cells[number].range.count
    }
    return count
  }
}
