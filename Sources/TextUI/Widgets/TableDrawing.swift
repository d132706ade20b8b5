extension Table {
  /// Draws the table and blanks the rest of the rectangle.
  package func draw(into buffer: inout Buffer, in rect: Rect) {
    buffer.fill(rect)
    guard !rect.isEmpty else { return }
    let layout = layout(in: rect)
    drawHeader(into: &buffer, layout)
    for row in layout.rows {
      let line = Rect(
        x: rect.x, y: layout.body.y + row - layout.rows.lowerBound, width: rect.width, height: 1)
      draw(rows[row], isSelected: row == selection, into: &buffer, in: line, layout)
    }
    if rows.isEmpty, !layout.body.isEmpty {
      let origin = layout.body.origin.moved(by: gutter)
      buffer.write(placeholder, at: origin, style: noteStyle, maxWidth: rect.width - gutter)
    }
    drawNote(into: &buffer, layout)
  }

  private func drawHeader(into buffer: inout Buffer, _ layout: Layout) {
    guard !layout.header.isEmpty else { return }
    buffer.fill(layout.header, style: headerStyle)
    for place in layout.columns {
      let column = columns[place.index]
      var title = column.title
      switch column.sorted {
      case .ascending: title += " " + String(buffer.symbols.sortUp)
      case .descending: title += " " + String(buffer.symbols.sortDown)
      case nil: break
      }
      let indent = column.alignment.indent(of: CellWidth.of(title), in: place.width)
      buffer.write(
        title, at: Point(x: place.x + indent, y: layout.header.y),
        style: column.sorted == nil ? headerStyle : sortedHeaderStyle,
        maxWidth: place.width - indent)
    }
  }

  private func draw(
    _ row: Row, isSelected: Bool, into buffer: inout Buffer, in line: Rect, _ layout: Layout
  ) {
    buffer.fill(line, style: row.style)
    let gutter = min(gutter, line.width)
    // Beside a name a letter would be read as its first: in ASCII the mark stands before the sign of
    // the selection, which is none.
    let isApart = buffer.symbols.isASCII && gutter > 1
    if isSelected, gutter > 0 {
      buffer.put(
        buffer.symbols.selected, at: line.origin.moved(by: isApart ? gutter - 1 : 0),
        style: row.style)
    }
    if let mark = row.mark, gutter > 0 {
      buffer.put(
        mark.scalar(in: buffer.symbols), at: line.origin.moved(by: gutter - (isApart ? 2 : 1)),
        style: row.markStyle.over(row.style))
    }
    for place in layout.columns where place.index < row.fields.count {
      let cell = Rect(x: place.x, y: line.y, width: place.width, height: 1)
      draw(
        row.fields[place.index], of: columns[place.index], over: row.style, into: &buffer, in: cell)
    }
    guard isSelected else { return }
    // Reverse video turns every colour into a background: the row is one calm bar without them.
    let isReversed = selectionStyle.attributes.contains(.reverse)
    buffer.restyle(line) { isReversed ? selectionStyle : selectionStyle.over($0) }
  }

  private func draw(
    _ field: Field, of column: Column, over below: Style, into buffer: inout Buffer, in cell: Rect
  ) {
    let style = field.style.over(below)
    let isMarked = field.mark != nil && column.alignment != .right && cell.width > 2
    let (room, marks) =
      isMarked
      ? cell.splitting(left: cell.width - 2) : (first: cell, rest: cell.splitting(left: 0).first)
    switch field.content {
    case .text(let text):
      let width = text.width
      guard width <= room.width || column.alignment != .right else {
        // Part of a number would be another number.
        buffer.write(
          String(buffer.symbols.ellipsis), at: room.origin, style: style, maxWidth: room.width)
        break
      }
      let indent = column.alignment.indent(of: width, in: room.width)
      buffer.write(
        text, at: room.origin.moved(by: indent), style: style, maxWidth: room.width - indent)
    case .sparkline(let sparkline):
      sparkline.draw(into: &buffer, in: room)
    case .bar(let bar):
      bar.draw(into: &buffer, in: room)
    }
    guard let mark = field.mark, marks.width == 2 else { return }
    buffer.put(
      mark.scalar(in: buffer.symbols), at: marks.origin.moved(by: 1),
      style: field.markStyle.over(style))
  }

  /// Says how many rows are out of sight, under the widest text column.
  private func drawNote(into buffer: inout Buffer, _ layout: Layout) {
    guard !layout.note.isEmpty else { return }
    let above = layout.rows.lowerBound
    let below = rows.count - layout.rows.upperBound
    var parts: [String] = []
    if above > 0 { parts.append("\(above) more above") }
    if below > 0 { parts.append("\(below) more below") }
    let text = parts.joined(separator: " \(buffer.symbols.separator) ")
    let column = layout.columns.first { columns[$0.index].flex > 0 } ?? layout.columns.first
    let x = column?.x ?? layout.note.x
    buffer.write(
      text, at: Point(x: x, y: layout.note.y), style: noteStyle, maxWidth: layout.note.maxX - x)
  }
}
