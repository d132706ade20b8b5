extension Table {
  /// Where a table's columns and rows are; for drawing, and for finding out what was clicked.
  package struct Layout: Hashable, Sendable {
    /// A column that is shown.
    package struct Place: Hashable, Sendable {
      /// Its number among all columns.
      package let index: Int
      /// Its first cell, in the coordinates of the buffer.
      package let x: Int
      /// In cells, the room for a mark included.
      package let width: Int
    }

    /// From left to right, without those that have left.
    package let columns: [Place]
    /// The rows that are shown; its lower bound is the offset to use next time.
    package let rows: Range<Int>
    /// The line of titles; empty when the table shows none.
    package let header: Rect
    /// The lines for rows, blank at the end where there are fewer rows.
    package let body: Rect
    /// The line that tells of hidden rows; empty when there are none.
    package let note: Rect

    /// The row at a place.
    package func row(at point: Point) -> Int? {
      let row = rows.lowerBound + point.y - body.y
      return body.contains(point) && rows.contains(row) ? row : nil
    }

    /// The column at a place, the blank after it included.
    package func column(at point: Point) -> Int? {
      columns.last { $0.x <= point.x && point.x <= $0.x + $0.width }?.index
    }
  }

  /// With fewer lines below the header a row is worth more than a line that counts rows.
  package static let leastLinesWithNote = 3

  /// Decides which columns and rows fit into a rectangle.
  package func layout(in rect: Rect) -> Layout {
    let (header, below) = rect.splitting(top: showsHeader ? 1 : 0)
    let hasNote = rows.count > below.height && below.height >= Table.leastLinesWithNote
    let (note, body) = below.splitting(bottom: hasNote ? 1 : 0)
    return Layout(
      columns: placedColumns(in: rect), rows: visibleRows(body.height), header: header,
      body: body, note: note)
  }

  /// Fills in so many rows as `row` makes them, of which only those in sight are made.
  package mutating func fill(_ count: Int, in rect: Rect, row: (_ index: Int) -> Row) {
    rows = Array(repeating: Row([]), count: count)
    for index in layout(in: rect).rows { rows[index] = row(index) }
  }

  private func visibleRows(_ height: Int) -> Range<Int> {
    var first = offset
    if let selection, selection >= 0, selection < rows.count {
      first = min(first, selection)
      first = max(first, selection - height + 1)
    }
    first = max(0, min(first, rows.count - height))
    return first..<min(rows.count, first + height)
  }

  private func placedColumns(in rect: Rect) -> [Layout.Place] {
    let room = rect.width - gutter
    var widths = columns.indices.map { (index: $0, width: naturalWidth($0)) }
    func total() -> Int { widths.reduce(widths.count - 1) { $0 + $1.width } }
    while total() > room, widths.count > 1 {
      let leaving = widths.indices.max {
        (columns[widths[$0].index].priority, $0) < (columns[widths[$1].index].priority, $1)
      }
      widths.remove(at: leaving ?? widths.count - 1)
    }
    if widths.count == 1 { widths[0].width = max(0, min(widths[0].width, room)) }
    // One cell at the right balances the gutter; where numbers would take it, a text does without.
    let free = min(1, gutter)
    if total() == room, widths.count > 1,
      let text = widths.lastIndex(where: { givesCell($0.index, $0.width) })
    {
      widths[text].width -= free
    }
    share(max(0, room - total() - free), among: &widths)
    var x = rect.x + gutter
    return widths.map { index, width in
      defer { x += width + 1 }
      return Layout.Place(index: index, x: x, width: width)
    }
  }

  /// Whether a column that is so wide holds texts that are cut anyway, and has more than its title
  /// needs.
  private func givesCell(_ index: Int, _ width: Int) -> Bool {
    let column = columns[index]
    return column.flex > 0 && column.alignment != .right && width > titleWidth(column)
  }

  private func titleWidth(_ column: Column) -> Int {
    CellWidth.of(column.title) + (column.sorted == nil ? 0 : 2)
  }

  /// Gives spare cells to the columns that want them, by weight and up to their limits.
  private func share(_ spare: Int, among widths: inout [(index: Int, width: Int)]) {
    var spare = spare
    var hungry = widths.indices.filter { columns[widths[$0].index].flex > 0 }
    while spare > 0, !hungry.isEmpty {
      let weights = hungry.reduce(0) { $0 + columns[widths[$1].index].flex }
      let portion = spare
      for place in hungry {
        let column = columns[widths[place].index]
        let wish = max(1, portion * column.flex / weights)
        let given = min(wish, spare, (column.maxWidth ?? Int.max) - widths[place].width)
        guard given > 0 else { continue }
        widths[place].width += given
        spare -= given
      }
      hungry.removeAll { widths[$0].width >= columns[widths[$0].index].maxWidth ?? Int.max }
    }
  }

  /// The width a column needs: numbers and titles whole, texts within their limits.
  private func naturalWidth(_ index: Int) -> Int {
    let column = columns[index]
    let title = titleWidth(column)
    var width = max(column.minWidth, title)
    if column.flex > 0, column.alignment != .right { return width }
    for row in rows where index < row.fields.count {
      if case .text(let text) = row.fields[index].content { width = max(width, text.width) }
    }
    guard column.alignment != .right, let limit = column.maxWidth else { return width }
    return max(title, min(width, limit))
  }
}
