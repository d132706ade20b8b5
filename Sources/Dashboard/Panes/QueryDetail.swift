import Telemetry
import TextUI

/// One statement: its text, its figures, how its durations are spread, who calls it, when, and the
/// slowest calls; `QueryDetailLayout` says where each is.
enum QueryDetail {
  static func draw(_ id: UInt64, _ model: Model, into buffer: inout Buffer, in rect: Rect) {
    buffer.fill(rect)
    guard let row = model.figures.query(id) else {
      buffer.write(
        "this statement was not run in the window; - widens it", at: rect.origin.moved(by: 1),
        style: model.theme[.muted], maxWidth: rect.width - 2)
      return
    }
    let layout = QueryDetailLayout(of: row, model, in: rect)
    drawStatement(row, model, into: &buffer, in: layout.statement)
    drawFigures(row, model, into: &buffer, in: layout.figures)
    if !layout.durations.isEmpty { drawHistogram(row, model, into: &buffer, in: layout.durations) }
    if !layout.calls.isEmpty { drawCalls(row, model, into: &buffer, in: layout.calls) }
    if !layout.latency.isEmpty { drawLatency(row, model, into: &buffer, in: layout.latency) }
    if !layout.callers.isEmpty { drawCallers(row, model, into: &buffer, in: layout.callers) }
    SlowestCalls.draw(row, model, into: &buffer, in: layout.examples)
  }

  /// The statement, a clause to a line.
  static func clauses(of row: QueryRow, _ model: Model) -> TextBlock {
    TextBlock(
      lines: StatementLayout.lines(of: row.fingerprint.string, theme: model.theme),
      hangingIndent: 4)
  }

  /// The statement in one paragraph, where a clause to a line takes too much.
  static func paragraph(of row: QueryRow, _ model: Model) -> TextBlock {
    let clauses = clauses(of: row, model).lines
    return TextBlock(
      lines: [clauses.reduce(StyledText("")) { $0 + ($0.isEmpty ? "" : " ") + $1.trimmed }])
  }

  private static func drawStatement(
    _ row: QueryRow, _ model: Model, into buffer: inout Buffer, in rect: Rect
  ) {
    let (shown, last) = statement(of: row, model, in: rect)
    let severity = model.severity(of: row)
    let mark = severity.mark.map { String($0.scalar(in: model.symbols)) + " " } ?? ""
    let inner = Panel(
      title: "statement",
      caption: StyledText(mark, style: model.theme[severity.role]) + StyledText(row.hexID)
    ).draw(model, into: &buffer, in: rect)
    shown.draw(into: &buffer, in: inner.inset(horizontally: 1, vertically: 0))
    let hidden = last - shown.offset
    guard hidden > 0, rect.height > 2 else { return }
    // On the edge, so that where there are few lines it takes none of them.
    let note = " +\(hidden) line\(hidden == 1 ? "" : "s") "
    buffer.write(
      note, at: Point(x: rect.maxX - 2 - CellWidth.of(note), y: rect.maxY - 1),
      style: model.theme[.muted])
  }

  /// The statement as it is shown in its frame, and how far it can be scrolled there: a clause to a
  /// line, in one paragraph where that alone is whole or lines are few.
  private static func statement(
    of row: QueryRow, _ model: Model, in rect: Rect
  ) -> (text: TextBlock, lastOffset: Int) {
    let width = max(1, rect.width - 4)
    let lines = max(0, rect.height - 2)
    let clauses = clauses(of: row, model)
    guard lines > 0, clauses.height(width: width) > lines else { return (clauses, 0) }
    let paragraph = paragraph(of: row, model)
    let isShort = lines < fewestOfClauses || paragraph.height(width: width) <= lines
    var text = isShort ? paragraph : clauses
    let hidden = max(0, text.height(width: width) - lines)
    text.offset = min(model.detailOffset, hidden)
    return (text, hidden)
  }

  /// With fewer lines, ends of lines that stay blank cost too much of the text.
  private static let fewestOfClauses = 4

  /// How far the statement on the screen can be scrolled, and how many of its lines are a page.
  static func scrolling(of id: UInt64, _ model: Model) -> (lastOffset: Int, page: Int) {
    guard let row = model.figures.query(id) else { return (0, 1) }
    let rect = QueryDetailLayout(of: row, model, in: Layout(of: model).body).statement
    // The last line of a page is the first of the next one.
    return (statement(of: row, model, in: rect).lastOffset, max(1, rect.height - 3))
  }

  private static func drawFigures(
    _ row: QueryRow, _ model: Model, into buffer: inout Buffer, in rect: Rect
  ) {
    let theme = model.theme
    let inner = Panel(
      title: "calls",
      caption: StyledText(Units.counted(row.calls, rate: row.rate, in: model.settings.window))
    ).draw(model, into: &buffer, in: rect)
    func figure(
      _ label: String, _ value: String, _ priority: Int, _ change: BaselineChange? = nil,
      _ severity: Severity = .fine
    ) -> FigureList.Figure {
      let sign = severity.mark.map { " " + String($0.scalar(in: model.symbols)) } ?? ""
      return FigureList.Figure(
        label, value, style: theme[severity.role],
        // The statement above has the mark too, where the change takes the room of it.
        note: change == nil
          ? StyledText(sign, style: theme[severity.role]) : BaselineChange.note(change, theme),
        mark: severity.mark, priority: priority)
    }
    func slower(_ figure: (LatencySummary) -> Double?) -> BaselineChange? {
      model.change(of: row) { $0.latency.flatMap(figure) }
    }
    let latency = row.latency
    let severity = model.severity(of: row)
    let lastSeen =
      model.lastSeen(row).map { CalendarTime($0).clock }
      ?? model.lastCharted(row).map { "~" + CalendarTime($0).shortClock } ?? "-"
    let deciding =
      latency?.loneMean.map {
        figure("mean", Units.duration($0), 1, slower { $0.meanSeconds }, severity)
      } ?? figure("p95", Units.quantile(latency?.p95), 1, slower { $0.p95?.seconds }, severity)
    FigureList(
      [
        figure("share of time", Units.wholePercent(row.share), 4),
        figure(
          "time in all", Units.duration(row.totalSeconds), 7,
          model.change(of: row) { $0.totalSeconds }),
        figure(
          "rate", Units.rate(row.rate) + " /s", 5,
          model.change(of: row, better: .neither) { $0.rate }),
        figure("p50", Units.quantile(latency?.p50), 3, slower { $0.p50?.seconds }),
        figure("p90", Units.quantile(latency?.p90), 8, slower { $0.p90?.seconds }),
        deciding,
        figure("p99", Units.quantile(latency?.p99), 2, slower { $0.p99?.seconds }),
        figure(
          "max", latency?.maxSeconds.map(Units.duration) ?? "-", 6, slower { $0.maxSeconds }),
        figure(
          "rows per call", Units.number(row.rowsSentPerCall), 9,
          model.change(of: row) { $0.rowsSentPerCall }),
        figure("read per row", Units.number(row.readPerRow), 10),
        figure("first seen", CalendarTime(row.firstSeen).clock, 12),
        figure("last seen", lastSeen, 11),
      ], labelWidth: 15, labelStyle: theme[.muted]
    ).draw(into: &buffer, in: inner.inset(horizontally: 1, vertically: 0))
  }

  /// Durations with their upper bounds in seconds: decades, each divided at three.
  private static let steps: [(bound: Double, label: String)] = [
    (0.000_1, "< 100 us"), (0.000_3, "100-300 us"), (0.001, "0.3-1 ms"), (0.003, "1-3 ms"),
    (0.01, "3-10 ms"), (0.03, "10-30 ms"), (0.1, "30-100 ms"), (0.3, "100-300 ms"),
    (1, "0.3-1 s"), (3, "1-3 s"), (10, "3-10 s"), (30, "10-30 s"), (100, "30-100 s"),
    (.infinity, "> 100 s"),
  ]

  /// How many calls took how long, from the shortest to the longest that there are.
  static func bars(of row: QueryRow, _ model: Model) -> [HistogramBars.Row] {
    let histogram = model.history.queryHistogram(
      of: row.id, model.settings.window, now: model.moment)
    guard let histogram else { return [] }
    var counts = [UInt64](repeating: 0, count: steps.count)
    histogram.forEachBucket { lower, upper, count in
      let middle = upper.isFinite ? (lower + upper) / 2 : lower
      counts[steps.firstIndex { middle <= $0.bound } ?? steps.count - 1] += count
    }
    let used = counts.indices.filter { counts[$0] > 0 }
    guard let first = used.first, let last = used.last else { return [] }
    return (first...last).map { place in
      HistogramBars.Row(
        label: steps[place].label, count: Double(counts[place]), value: Units.count(counts[place]),
        style: model.theme[.accent])
    }
  }

  private static func drawHistogram(
    _ row: QueryRow, _ model: Model, into buffer: inout Buffer, in rect: Rect
  ) {
    let inner = Panel(title: "durations", caption: "calls").draw(model, into: &buffer, in: rect)
    HistogramBars(rows: bars(of: row, model), labelStyle: model.theme[.muted]).draw(
      into: &buffer, in: inner.inset(horizontally: 1, vertically: 0))
  }
}

extension QueryDetail {
  /// Calls per second over time.
  private static func drawCalls(
    _ row: QueryRow, _ model: Model, into buffer: inout Buffer, in rect: Rect
  ) {
    let theme = model.theme
    let (range, columns) = ChartTime.axis(of: model, most: max(1, rect.width - 11))
    let points = model.history.timeline(
      ofQuery: row.id, in: range, columns: columns, now: model.moment)
    let width = range.seconds / Double(max(1, columns))
    let values: [Double?] = points.map { point in
      point.requests > 0
        ? Double(point.requests) / min(width, max(5, model.moment - point.start)) : nil
    }
    let inner = Panel(title: "calls per second").draw(model, into: &buffer, in: rect)
    StackedColumns(
      layers: [.init(values: values, style: theme[.accent])],
      axes: Axes(
        timeLabels: ChartTime.labels(of: range, model: model), labelWidth: 5,
        style: theme[.axis], format: Units.axisRate)
    ).draw(into: &buffer, in: inner)
  }

  private static func drawLatency(
    _ row: QueryRow, _ model: Model, into buffer: inout Buffer, in rect: Rect
  ) {
    let (range, columns) = ChartTime.axis(of: model, most: max(1, (rect.width - 11) / 2))
    let points = model.history.timeline(
      ofQuery: row.id, in: range, columns: columns, now: model.moment)
    TimePanel(
      title: "duration",
      lines: [
        .init(word: "p99", letter: "9", role: .p99, values: points.map(\.p99)),
        .init(word: "p50", letter: "5", role: .p50, values: points.map(\.p50)),
        .init(word: "p95", letter: "*", role: .p95, values: points.map(\.p95)),
      ], range: range, format: Units.axisDuration, placeholder: "no calls in this time"
    ).draw(model, into: &buffer, in: rect)
  }
}

extension StyledText {
  /// The line without the blanks it begins with.
  fileprivate var trimmed: StyledText {
    guard let first = runs.first else { return self }
    var runs = runs
    runs[0].text = String(first.text.drop { $0 == " " })
    return StyledText(runs)
  }
}
