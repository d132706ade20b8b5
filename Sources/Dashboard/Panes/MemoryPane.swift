import Telemetry
import TextUI

extension PaneID {
  /// See `MemoryPane`.
  package static let memory = PaneID("memory")
}

/// Memory of each process with its trend, marked where findings tell of it.
struct MemoryPane: Pane {
  let id = PaneID.memory
  let title = "memory"
  let band = PaneBand.gauges

  func rowCount(_ model: Model) -> Int { model.figures.memory.count }

  func isFed(by model: Model) -> Bool { !model.figures.memory.isEmpty }

  func absence(of model: Model) -> String {
    "nothing feeds this pane; process_resident_memory_bytes or the heap of a runtime would"
  }

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
    let nameWidth = min(longest, max(6, rect.width - figureWidth - 3 - MemoryPane.leastTrend))
    let sparkWidth = max(0, min(30, rect.width - nameWidth - figureWidth - 3))
    for (place, row) in rows.prefix(rect.height).enumerated() {
      let y = rect.y + place
      let severity = model.severity(of: row)
      if let mark = severity.mark {
        buffer.write(
          String(mark.scalar(in: buffer.symbols)), at: Point(x: rect.x, y: y),
          style: theme[severity.role], maxWidth: rect.width)
      }
      buffer.write(
        row.name.string, at: Point(x: rect.x + 1, y: y), style: theme[.text],
        maxWidth: min(nameWidth, rect.width - 1))
      let values = trend(of: row, model, columns: sparkWidth)
      let x = rect.x + nameWidth + 2
      Sparkline(unusual: values, style: theme[.memory])
        .draw(into: &buffer, in: Rect(x: x, y: y, width: sparkWidth, height: 1))
      let figure = figures[place].padded(to: figureWidth, alignment: .right)
      buffer.write(
        figure, at: Point(x: x + sparkWidth + 1, y: y), style: theme[severity.role],
        maxWidth: rect.maxX - x - sparkWidth - 1)
      let noteX = x + sparkWidth + figureWidth + 3
      // Where it takes nothing from the trend, so that nothing moves when it comes.
      guard noteX + MemoryPane.noteWidth <= rect.maxX, let note = fullIn(row, model) else {
        continue
      }
      buffer.write(note, at: Point(x: noteX, y: y), style: theme[severity.role])
    }
    GaugeRow.drawRest(of: rows.count, theme, into: &buffer, in: rect)
  }

  /// Readings over time without what lies far below the lowest, so that a course of a few percent is seen.
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

  /// `612 MB of 1 GB`, or `700 MB, heap 200 MB of 512 MB`; the limits leave first where they would squeeze the trend.
  private func figures(of rows: [MemoryRow], width: Int) -> [String] {
    let plain = rows.map { Units.bytes($0.residentBytes ?? $0.heapBytes) }
    let whole = zip(plain, rows).map { bytes, row in
      guard let nearest = row.nearestLimit else { return bytes }
      let limit = Units.limitBytes(nearest.limitBytes)
      guard nearest.isHeap, row.residentBytes != nil else { return "\(bytes) of \(limit)" }
      return "\(bytes), heap \(Units.bytes(nearest.usedBytes)) of \(limit)"
    }
    let widest = whole.map { CellWidth.of($0) }.max() ?? 0
    return width - widest >= MemoryPane.leastOfNameAndTrend ? whole : plain
  }

  private static let leastOfNameAndTrend = 19
  private static let leastTrend = 6
  /// Cells of `full in 99 min`.
  private static let noteWidth = 14

  /// `full in 69 min` where what it takes up rises to a limit within a day, more than by chance:
  /// readings of minutes tell of no later time.
  private func fullIn(_ row: MemoryRow, _ model: Model) -> String? {
    let whole = row.residentBytes == nil ? Signal.heapBytes : .residentBytes
    let limits: [(signal: Signal, used: Double?, limit: Double?)] = [
      (whole, row.residentBytes ?? row.heapBytes, row.limitBytes),
      (.heapBytes, row.heapBytes, row.heapLimitBytes),
    ]
    let range = ChartTime.axis(of: model, most: 60).range
    let times = limits.compactMap { signal, used, limit -> Double? in
      guard let used, let limit, used < limit else { return nil }
      let key = model.history.memoryKey(of: row, signal: signal)
      guard let trend = model.history.trend(of: key, in: range, now: model.moment),
        trend.isRising, trend.slope > 0
      else { return nil }
      return (limit - used) / trend.slope
    }
    return times.min().flatMap { $0 < 86_400 ? "full in \(Units.age($0))" : nil }
  }
}

extension MemoryPane {
  /// All that is known of each process, how sure its slope is, and the selected one over time.
  func drawZoomed(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let rows = model.figures.memory
    let selection = model.selectedRow(of: id, count: rows.count)
    let (top, charts) = ZoomedRoom.split(rect, rows: rows.count, charts: 1)
    let period = ChartTime.short(ChartTime.seconds(of: model))
    let inner = drawFrame(
      model, caption: "slope of the last \(period) with its 95 % interval (Theil-Sen)",
      into: &buffer, in: top)
    table(of: rows, model, selection).draw(into: &buffer, in: inner)
    guard let selection, let room = charts.first else { return }
    chart(of: rows[selection], model, width: room.width).draw(model, into: &buffer, in: room)
  }

  func clickable(_ model: Model, in rect: Rect) -> ClickableTable? {
    ZoomedRoom.clickable(in: rect, rows: model.figures.memory.count, charts: 1)
  }

  private func table(of rows: [MemoryRow], _ model: Model, _ selection: Int?) -> Table {
    let theme = model.theme
    let range = ChartTime.axis(of: model, most: 60).range
    let lines = rows.map { row in
      let key = model.history.memoryKey(
        of: row, signal: row.residentBytes == nil ? .heapBytes : .residentBytes)
      let trend = model.history.trend(of: key, in: range, now: model.moment)
      let nearest = row.nearestLimit
      let used = nearest.map { ($0.isHeap ? "heap " : "") + Units.wholePercent($0.share) }
      let severity = model.severity(of: row)
      return Table.Row(
        [
          Table.Field(row.name.string),
          Table.Field(Units.bytes(row.residentBytes), style: theme[severity.role]),
          Table.Field(Units.bytes(row.heapBytes)),
          Table.Field(nearest.map { Units.limitBytes($0.limitBytes) } ?? "-"),
          Table.Field(used ?? "-"),
          Table.Field(trend.map(MemoryPane.slope) ?? "-"),
          Table.Field(trend.map(MemoryPane.interval) ?? "-", style: theme[.muted]),
          Table.Field(MemoryPane.word(for: trend, fullIn: fullIn(row, model))),
          Table.Field(
            model.history.sources[row.source].identity.name.string, style: theme[.muted]),
        ], mark: severity.mark, markStyle: theme[severity.role])
    }
    return Table(
      [
        .names("PROCESS", of: rows.map(\.name.string)),
        .number("RESIDENT", 8, priority: 1), .number("HEAP", 7, priority: 3),
        .number("LIMIT", 7, priority: 4), .number("OF LIMIT", 9, priority: 5),
        .number("PER HOUR", 9, priority: 2), .number("BETWEEN", 19, priority: 6),
        Table.Column("TREND", minWidth: 22, priority: 3),
        Table.Column("SOURCE", minWidth: 8, maxWidth: 16, priority: 9),
      ], rows: lines, selection: selection, theme: theme)
  }

  private static func slope(_ trend: TrendTest) -> String {
    signed(trend.slope * 3600)
  }

  private static func interval(_ trend: TrendTest) -> String {
    let ends = trend.slopeInterval
    return "\(signed(ends.lowerBound * 3600)) to \(signed(ends.upperBound * 3600))"
  }

  private static func signed(_ bytes: Double) -> String {
    (bytes > 0 ? "+" : "") + Units.bytes(bytes)
  }

  /// What the test of the trend says, with the chance of being wrong about it; when there is an end
  /// to it, that.
  private static func word(for trend: TrendTest?, fullIn end: String?) -> String {
    if let end { return "rising, " + end }
    guard let trend else { return "too few readings" }
    guard trend.isRising || trend.isFalling else { return "steady" }
    let chance =
      trend.probability < 0.001 ? "p < 0.001" : "p = \(Units.fixed(trend.probability, 3))"
    return (trend.isRising ? "rising, " : "falling, ") + chance
  }

  private func chart(of row: MemoryRow, _ model: Model, width: Int) -> TimePanel {
    let axis = TimePanel.axis(model, width: width)
    func readings(_ signal: Signal) -> [Double?] {
      model.history.columns(
        of: model.history.memoryKey(of: row, signal: signal), in: axis.range,
        count: axis.columns, now: model.moment)
    }
    let lines: [TimePanel.Line] = [
      .init(word: "heap", letter: "h", role: .muted, values: readings(.heapBytes)),
      .init(word: "resident", letter: "*", role: .memory, values: readings(.residentBytes)),
    ]
    return TimePanel(
      title: StyledText("memory  \(row.name)"), lines: lines, range: axis.range,
      maximum: TimePanel.end(ofBytes: lines), threshold: row.limitBytes ?? row.heapLimitBytes,
      format: Units.axisBytes,
      placeholder: "not read in this time")
  }
}
