import Telemetry
import TextUI

/// Memory of each process with its trend.
struct MemoryPane: Pane {
  let id = PaneID.memory

  func isFed(by model: Model) -> Bool { !model.figures.memory.isEmpty }

  func caption(of model: Model) -> StyledText {
    "last \(ChartTime.short(ChartTime.seconds(of: model)))"
  }

  func contentHeight(of model: Model) -> Int { model.figures.memory.count }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let theme = model.theme
    buffer.fill(rect)
    let rows = model.figures.memory
    let figures = figures(of: rows, width: rect.width)
    let figureWidth = figures.map { CellWidth.of($0) }.max() ?? 0
    let longest = rows.map { CellWidth.of($0.name.string) }.max() ?? 0
    let nameWidth = min(longest, max(6, rect.width / 3))
    let sparkWidth = max(0, min(30, rect.width - nameWidth - figureWidth - 3))
    for (place, row) in rows.prefix(rect.height).enumerated() {
      let y = rect.y + place
      buffer.write(
        row.name.string, at: Point(x: rect.x + 1, y: y), style: theme[.text],
        maxWidth: min(nameWidth, rect.width - 1))
      let values = trend(of: row, model, columns: sparkWidth)
      let x = rect.x + nameWidth + 2
      Sparkline(values: values, style: theme[.memory])
        .draw(into: &buffer, in: Rect(x: x, y: y, width: sparkWidth, height: 1))
      let figure = figures[place].padded(to: figureWidth, alignment: .right)
      buffer.write(
        figure, at: Point(x: x + sparkWidth + 1, y: y), style: theme[.text],
        maxWidth: rect.maxX - x - sparkWidth - 1)
    }
  }

  /// Readings over time, with the lowest lifted off the floor: a flat line should look flat.
  private func trend(of row: MemoryRow, _ model: Model, columns: Int) -> [Double?] {
    guard columns > 0 else { return [] }
    let signal = row.residentBytes == nil ? Signal.heapBytes : .residentBytes
    let key = model.history.memoryKey(of: row, signal: signal)
    let axis = ChartTime.axis(of: model, most: columns)
    let values = model.history.columns(
      of: key, in: axis.range, count: axis.columns, now: model.moment)
    let known = values.compactMap { $0 }
    guard let low = known.min(), let high = known.max(), high > 0 else { return values }
    let floor = max(0, low - max(high - low, high * 0.1))
    return values.map { $0.map { $0 - floor } }
  }

  /// `612 MB of 1 GB`; the limits leave first where they would squeeze the trend.
  private func figures(of rows: [MemoryRow], width: Int) -> [String] {
    let plain = rows.map { Units.bytes($0.residentBytes ?? $0.heapBytes) }
    let whole = zip(plain, rows).map { bytes, row in
      guard let limit = row.limitBytes, limit > 0 else { return bytes }
      return "\(bytes) of \(Units.limitBytes(limit))"
    }
    let widest = whole.map { CellWidth.of($0) }.max() ?? 0
    return width - widest >= MemoryPane.leastOfNameAndTrend ? whole : plain
  }

  private static let leastOfNameAndTrend = 19
}
