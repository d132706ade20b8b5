/// Columns over time made of layers, as 4xx and 5xx above each other.
///
///     2.0 ┤          ▄██▄
///         │ ▒▒▒▒▁▁▒▒▒████▒▒▁   ▁▒
///       0 ┤-5m                now
///
/// Where it is known that there was nothing a line runs along the bottom; where nothing is known there
/// is a gap.
package struct StackedColumns: Widget {
  /// One layer of all columns.
  package struct Layer: Hashable, Sendable {
    /// Oldest first; nil where nothing is known.
    package var values: [Double?]
    /// Of the cells in which this layer shows.
    package var style: Style

    /// A layer.
    package init(values: [Double?], style: Style = .plain) {
      self.values = values
      self.style = style
    }
  }

  /// The lowest first; each layer has its own fill, `▒` then `█`.
  package var layers: [Layer]
  /// Where the vertical axis ends; a round number above all columns if nil.
  package var maximum: Double?
  /// Without axes the plot takes the whole rectangle.
  package var axes: Axes?

  /// A chart of stacked layers.
  package init(layers: [Layer], maximum: Double? = nil, axes: Axes? = nil) {
    self.layers = layers
    self.maximum = maximum
    self.axes = axes
  }

  /// Draws axes and columns, and blanks the rest of the rectangle.
  ///
  /// Values are spread over the width; where several share a column the largest of each layer shows.
  package func draw(into buffer: inout Buffer, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let (plot, scale) = axes.draw(into: &buffer, in: rect) { self.scale(rows: $0) }
    guard !plot.isEmpty else { return }
    let columns = layers.map { spread($0.values, over: plot.width) }
    for x in 0..<plot.width where columns.contains(where: { $0[x] != nil }) {
      let room = Rect(x: plot.x + x, y: plot.y, width: 1, height: plot.height)
      drawColumn(columns.map { max(0, $0[x] ?? 0) }, into: &buffer, in: room, scale: scale)
    }
  }

  private func scale(rows: Int) -> Scale {
    if let maximum { return Scale(maximum: maximum, rows: rows) }
    let count = layers.reduce(0) { max($0, $1.values.count) }
    let top = (0..<count).reduce(0.0) { top, index in
      max(
        top,
        layers.reduce(0) { sum, layer in
          sum + max(0, index < layer.values.count ? layer.values[index].finite ?? 0 : 0)
        })
    }
    return Scale(top: top, rows: rows, steps: axes?.steps ?? .decimal)
  }

  /// Draws one column; its top shows the topmost layer, exact to an eighth of a cell where parts of
  /// cells tell which layer it is.
  ///
  /// A little trouble on top of much else must be seen, so that layer always has the top cell. The
  /// least there is stands above the line of what is nothing, told from it without its colour.
  private func drawColumn(
    _ values: [Double], into buffer: inout Buffer, in room: Rect, scale: Scale
  ) {
    guard let topLayer = values.lastIndex(where: { $0 > 0 }) else {
      buffer.put(
        buffer.symbols.levels[0], at: Point(x: room.x, y: room.maxY - 1),
        style: axes?.style ?? .plain)
      return
    }
    // In ASCII parts of cells look like the fill of another layer.
    let steps = buffer.symbols.isASCII ? 1 : buffer.symbols.levels.count
    let rows = room.height
    func eighths(_ value: Double) -> Int {
      rounded(scale.fraction(value) * Double(rows * steps), in: 0...rows * steps)
    }
    let height = max(min(2, steps), eighths(values.reduce(0, +)))
    let topRow = (height - 1) / steps
    for row in 0...topRow {
      let middle = row * steps + steps / 2
      var ends = 0.0
      let layer =
        row == topRow
        ? topLayer
        : values.firstIndex { value in
          ends += value
          return eighths(ends) > middle
        } ?? topLayer
      let part = height - row * steps
      buffer.put(
        fill(of: layer, part: part, of: steps, symbols: buffer.symbols),
        at: Point(x: room.x, y: room.maxY - 1 - row), style: layers[layer].style)
    }
  }

  /// What a cell is filled with of which a layer takes so many steps.
  ///
  /// Parts of cells are solid, as the fill of one layer alone is: among several, each of the others
  /// has its shade there too, and a paler one for less than half of the cell.
  private func fill(
    of layer: Int, part: Int, of steps: Int, symbols: Symbols
  ) -> Unicode.Scalar {
    let fill = symbols.layers[layer % symbols.layers.count]
    guard part < steps else { return fill }
    let isSolid = layers.count == 1 || fill == symbols.levels[steps - 1]
    if isSolid { return symbols.levels[part - 1] }
    return 2 * part < steps ? symbols.shades[1] : fill
  }
}

/// Values spread over a number of columns by their place in time.
///
/// Several values in one column give their maximum, one value over several columns is repeated.
func spread(_ values: [Double?], over columns: Int) -> [Double?] {
  guard !values.isEmpty else { return Array(repeating: nil, count: columns) }
  return (0..<columns).map { column in
    let start = column * values.count / columns
    let end = max(start + 1, (column + 1) * values.count / columns)
    return values[start..<end].reduce(nil) { largest, value in
      guard let value = value.finite else { return largest }
      return max(largest ?? value, value)
    }
  }
}
