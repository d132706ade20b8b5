import Telemetry
import TextUI

/// One statement: its figures, its text, how its durations are spread, who calls it, examples.
enum QueryDetail {
  static func draw(_ id: UInt64, _ model: Model, into buffer: inout Buffer, in rect: Rect) {
    guard let row = model.figures.queries.first(where: { $0.id == id }) else {
      buffer.fill(rect)
      buffer.write(
        "this statement was not run in the window; - widens it", at: rect.origin.moved(by: 1),
        style: model.theme[.muted], maxWidth: rect.width - 2)
      return
    }
    let text = TextBlock(
      lines: [StyledText(row.fingerprint.string)], hangingIndent: 2)
    let textHeight = min(text.height(width: max(1, rect.width - 4)) + 2, max(3, rect.height / 3))
    let (first, rest) = rect.splitting(top: textHeight)
    frame("statement", row.hexID, model, into: &buffer, in: first)
    text.draw(into: &buffer, in: Box.inner(of: first).inset(horizontally: 1, vertically: 0))
    let (middle, last) = rest.splitting(top: min(11, max(6, rest.height * 2 / 3)))
    let (left, right) = middle.splitting(left: middle.width / 2)
    drawFigures(row, model, into: &buffer, in: left)
    drawHistogram(row, model, into: &buffer, in: right)
    let (callers, examples) = last.splitting(top: min(row.callers.count + 2, last.height / 2))
    if callers.height >= 3 { drawCallers(row, model, into: &buffer, in: callers) }
    drawExamples(row, model, into: &buffer, in: callers.height >= 3 ? examples : last)
  }

  private static func frame(
    _ title: String, _ caption: String, _ model: Model, into buffer: inout Buffer, in rect: Rect
  ) {
    Box(
      title: StyledText(title), caption: StyledText(caption), border: model.theme[.border],
      titleStyle: model.theme[.title], captionStyle: model.theme[.muted]
    ).draw(into: &buffer, in: rect)
  }

  private static func drawFigures(
    _ row: QueryRow, _ model: Model, into buffer: inout Buffer, in rect: Rect
  ) {
    let theme = model.theme
    frame(
      "calls", "\(Units.count(row.calls)) in \(model.settings.window.name)", model, into: &buffer,
      in: rect)
    func line(_ label: String, _ text: String, _ role: ThemeRole = .text) -> StyledText {
      StyledText(label.padded(to: 14), style: theme[.muted])
        + StyledText(text.padded(to: 9, alignment: .right), style: theme[role])
    }
    let latency = row.latency
    let severity = model.settings.thresholds.query(row)
    TextBlock(lines: [
      line("share of time", Units.wholePercent(row.share)),
      line("time in all", Units.duration(row.totalSeconds)),
      line("rate", Units.rate(row.rate) + " /s"),
      line("p50", Units.quantile(latency?.p50)),
      line("p95", Units.quantile(latency?.p95), severity.role),
      line("p99", Units.quantile(latency?.p99)),
      line("max", latency?.maxSeconds.map(Units.duration) ?? "-"),
      line("rows per call", Units.number(row.rowsSentPerCall)),
      line("last seen", CalendarTime(row.lastSeen).clock),
    ]).draw(into: &buffer, in: Box.inner(of: rect).inset(horizontally: 1, vertically: 0))
  }

  /// Bounds of the bars in seconds: decades, with the ones in which statements usually lie halved.
  private static let bounds = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10]

  private static func drawHistogram(
    _ row: QueryRow, _ model: Model, into buffer: inout Buffer, in rect: Rect
  ) {
    frame("durations", "calls", model, into: &buffer, in: rect)
    let histogram = model.history.queryHistogram(
      of: row.id, model.settings.window, now: model.moment)
    guard let histogram else { return }
    var counts = [UInt64](repeating: 0, count: bounds.count + 1)
    histogram.forEachBucket { lower, upper, count in
      let middle = upper.isFinite ? (lower + upper) / 2 : lower
      counts[bounds.firstIndex { middle <= $0 } ?? bounds.count] += count
    }
    let used = counts.indices.filter { counts[$0] > 0 }
    guard let first = used.first, let last = used.last else { return }
    let rows = (first...last).map { place in
      HistogramBars.Row(
        label: place < bounds.count
          ? "< " + Units.axisDuration(bounds[place])
          : "> " + Units.axisDuration(bounds[bounds.count - 1]),
        count: Double(counts[place]), value: Units.count(counts[place]),
        style: model.theme[.accent])
    }
    HistogramBars(rows: rows, labelStyle: model.theme[.muted]).draw(
      into: &buffer, in: Box.inner(of: rect).inset(horizontally: 1, vertically: 0))
  }

  private static func drawCallers(
    _ row: QueryRow, _ model: Model, into buffer: inout Buffer, in rect: Rect
  ) {
    let isGuess = row.callers.contains { $0.isGuess }
    frame("called by", isGuess ? "~ tied by time" : "", model, into: &buffer, in: rect)
    let all = row.callers.reduce(0) { $0 + $1.calls }
    let rows = row.callers.map { caller in
      Table.Row([
        Table.Field(Units.count(UInt64(max(0, caller.calls.rounded())))),
        Table.Field(Units.wholePercent(all > 0 ? caller.calls / all : 0)),
        Table.Field((caller.isGuess ? "~" : "") + caller.endpoint.description),
      ])
    }
    Table(
      columns: [
        Table.Column("", alignment: .right, minWidth: 7),
        Table.Column("", alignment: .right, minWidth: 5),
        Table.Column("", flex: 1),
      ], rows: rows, showsHeader: false, noteStyle: model.theme[.muted]
    ).draw(into: &buffer, in: Box.inner(of: rect))
  }

  private static func drawExamples(
    _ row: QueryRow, _ model: Model, into buffer: inout Buffer, in rect: Rect
  ) {
    guard rect.height >= 3 else { return buffer.fill(rect) }
    frame("slowest", "", model, into: &buffer, in: rect)
    let theme = model.theme
    let lines = row.examples.map { example in
      let source = model.history.sources[example.source].identity.name.string
      let place = example.line > 0 ? "\(source):\(example.line)" : source
      let statement =
        model.settings.showsLiterals ? example.statement : Redaction.statement(example.statement)
      return StyledText(
        Units.duration(example.seconds).padded(to: 8, alignment: .right)
          + "  " + CalendarTime(example.time).clock + "  " + place + "  ", style: theme[.muted])
        + StyledText(statement.string)
    }
    TextBlock(lines: lines, hangingIndent: 10).draw(
      into: &buffer, in: Box.inner(of: rect).inset(horizontally: 1, vertically: 0))
  }
}
