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
    let content = QueryDetailContent(of: row, model)
    let layout = QueryDetailLayout(of: row, model, in: rect, content)
    drawStatement(row, content, layout, model, into: &buffer)
    drawFigures(row, model, into: &buffer, in: layout.figures)
    if !layout.durations.isEmpty {
      drawHistogram(content.bars, model, into: &buffer, in: layout.durations)
    }
    if !layout.calls.isEmpty { drawCalls(row, model, into: &buffer, in: layout.calls) }
    if !layout.latency.isEmpty { drawLatency(row, model, into: &buffer, in: layout.latency) }
    if !layout.callers.isEmpty { drawCallers(row, model, into: &buffer, in: layout.callers) }
    SlowestCalls.draw(content.examples, model, into: &buffer, in: layout.examples)
  }

  private static func drawStatement(
    _ row: QueryRow, _ content: QueryDetailContent, _ layout: QueryDetailLayout, _ model: Model,
    into buffer: inout Buffer
  ) {
    var text = layout.isParagraph ? content.paragraph : content.clauses
    text.offset = min(model.detailOffset, layout.lastOffset)
    let severity = model.severity(of: row)
    let mark = severity.mark.map { String($0.scalar(in: model.symbols)) + " " } ?? ""
    let inner = Panel(
      title: "statement",
      caption: StyledText(mark, style: model.theme[severity.role]) + StyledText(row.hexID)
    ).draw(model, into: &buffer, in: layout.statement)
    text.draw(into: &buffer, in: inner.inset(horizontally: 1, vertically: 0))
    let hidden = layout.lastOffset - text.offset
    guard hidden > 0 else { return }
    buffer.writeHidden(
      "+\(hidden) line\(hidden == 1 ? "" : "s")", onEdgeOf: layout.statement, model.theme)
  }

  /// How far the statement on the screen can be scrolled, and how many of its lines are a page.
  static func scrolling(of id: UInt64, _ model: Model) -> (lastOffset: Int, page: Int) {
    guard let row = model.figures.query(id) else { return (0, 1) }
    let layout = QueryDetailLayout(of: row, model, in: Layout(of: model).body)
    // The last line of a page is the first of the next one.
    return (layout.lastOffset, max(1, layout.statement.height - 3))
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
        figure("read/returned", Units.number(row.readPerRow), 10),
        figure("first seen", CalendarTime(row.firstSeen).clock, 12),
        figure("last seen", lastSeen, 11),
      ], labelWidth: 15, labelStyle: theme[.muted]
    ).draw(into: &buffer, in: inner.inset(horizontally: 1, vertically: 0))
  }

  private static func drawHistogram(
    _ bars: [HistogramBars.Row], _ model: Model, into buffer: inout Buffer, in rect: Rect
  ) {
    let inner = Panel(title: "durations", caption: "calls").draw(model, into: &buffer, in: rect)
    HistogramBars(rows: bars, labelStyle: model.theme[.muted]).draw(
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
      ], range: range, steps: .time, format: Units.axisDuration,
      placeholder: "no calls in this time"
    ).draw(model, into: &buffer, in: rect)
  }
}
