import Telemetry
import TextUI

/// One outbound call or one task: its figures, its percentiles and outcomes over time.
enum WorkDetail {
  static func draw(
    _ name: EndpointName, _ kind: TrafficKind, _ model: Model, into buffer: inout Buffer,
    in rect: Rect
  ) {
    buffer.fill(rect)
    guard let row = WorkPane.rows(kind, model).first(where: { $0.name == name }) else {
      buffer.write(
        "nothing of it in the window; - widens it", at: rect.origin.moved(by: 1),
        style: model.theme[.muted], maxWidth: rect.width - 2)
      return
    }
    let (top, rest) = rect.splitting(top: min(10, rect.height))
    let isWide = rect.width >= 100
    let (left, right) = top.splitting(left: isWide ? rect.width / 2 : rect.width)
    drawFigures(row, kind, model, into: &buffer, in: left)
    if !right.isEmpty { drawPercentiles(row, kind, model, into: &buffer, in: right) }
    guard rest.height >= 6 else { return buffer.fill(rest) }
    let (first, second) =
      isWide
      ? rest.splitting(left: rest.width * 3 / 5)
      : rest.splitting(top: rest.height >= 14 ? rest.height / 2 : rest.height)
    drawLatency(name, kind, model, into: &buffer, in: first)
    if second.height >= 6 { drawOutcomes(name, kind, model, into: &buffer, in: second) }
  }

  private static func drawFigures(
    _ row: EndpointRow, _ kind: TrafficKind, _ model: Model, into buffer: inout Buffer,
    in rect: Rect
  ) {
    let theme = model.theme
    let word = kind == .task ? "runs" : "calls"
    let inner = Panel(
      title: StyledText(word),
      caption: StyledText(
        Units.counted(row.requests, rate: row.rate, in: model.settings.window))
    ).draw(model, into: &buffer, in: rect)
    let severity = model.severity(of: row, kind)
    // The mark stands where its reason is: at the failures if there are any, else at the time.
    let hasFailed = row.statuses.isKnown && row.statuses.errors > 0
    func figure(
      _ label: String, _ value: String, _ priority: Int, _ change: BaselineChange?,
      note: String = "", isReason: Bool = false
    ) -> FigureList.Figure {
      let mark = isReason ? severity.mark : nil
      let sign = mark.map { String($0.scalar(in: model.symbols)) } ?? ""
      let words = [note, sign].filter { !$0.isEmpty }.joined(separator: " ")
      return FigureList.Figure(
        label, value, style: theme[isReason ? severity.role : .text],
        note: BaselineChange.note(change, theme)
          + StyledText(words.isEmpty ? "" : "  " + words, style: theme[.muted]),
        mark: mark, priority: priority)
    }
    func slower(_ figure: (LatencySummary) -> Double?) -> BaselineChange? {
      model.change(of: row, kind) { $0.latency.flatMap(figure) }
    }
    let latency = row.latency
    let hasLoneMean = latency?.loneMean != nil
    let total = latency?.sumSeconds.map { "\(Units.duration($0)) in all" }
    let sources = row.sources.map { model.history.sources[$0].identity.name.string }
    FigureList(
      [
        figure(
          "rate", Units.rate(row.rate) + " /s", 5,
          model.change(of: row, kind, better: .neither) { $0.rate }),
        figure(
          "failed", Units.percent(row.errorRate) + " %", 2, model.changeOfErrors(of: row, kind),
          note: row.statuses.isKnown
            ? "\(Units.count(row.statuses.errors)) of \(Units.count(row.requests))" : "",
          isReason: hasFailed),
        figure("p50", Units.quantile(latency?.p50), 4, slower { $0.p50?.seconds }),
        figure(
          "p95", Units.quantile(latency?.p95), hasLoneMean ? 7 : 1, slower { $0.p95?.seconds },
          isReason: !hasFailed && !hasLoneMean),
        figure("p99", Units.quantile(latency?.p99), 3, slower { $0.p99?.seconds }),
        figure(
          "max", latency?.maxSeconds.map(Units.duration) ?? "-", 6, slower { $0.maxSeconds }),
        figure(
          "mean", latency?.meanSeconds.map(Units.duration) ?? "-", hasLoneMean ? 1 : 7,
          slower { $0.meanSeconds },
          note: [hasLoneMean ? "no percentiles known" : nil, total].compactMap { $0 }
            .joined(separator: "  "),
          isReason: !hasFailed && hasLoneMean),
        figure("seen by", "", 8, nil, note: sources.joined(separator: ", ")),
      ], labelWidth: 9, labelStyle: theme[.muted]
    ).draw(into: &buffer, in: inner.inset(horizontally: 1, vertically: 0))
  }

  private static func drawPercentiles(
    _ row: EndpointRow, _ kind: TrafficKind, _ model: Model, into buffer: inout Buffer,
    in rect: Rect
  ) {
    let histogram = model.history.histogram(
      of: row.name, kind: kind, model.settings.window, now: model.moment)
    PercentileTable.draw(histogram, row.latency, model, into: &buffer, in: rect)
  }

  /// Percentiles over time.
  static func drawLatency(
    _ name: EndpointName, _ kind: TrafficKind, _ model: Model, into buffer: inout Buffer,
    in rect: Rect
  ) {
    let (range, columns) = ChartTime.axis(of: model, most: max(1, (rect.width - 11) / 2))
    let points = model.timeline(
      of: name, kind: kind, in: range, columns: columns)
    let row = WorkPane.rows(kind, model).first { $0.name == name }
    let period = ChartTime.short(range.seconds)
    TimePanel(
      title: StyledText("latency  \(name)"),
      lines: [
        .init(word: "p99", letter: "9", role: .p99, values: points.map(\.p99)),
        .init(word: "p50", letter: "5", role: .p50, values: points.map(\.p50)),
        .init(word: "p95", letter: "*", role: .p95, values: points.map(\.p95)),
      ], range: range, steps: .time, format: Units.axisDuration,
      placeholder: row?.latency?.loneMean == nil
        ? "no durations in the last \(period)" : "only the mean is known, no percentiles"
    ).draw(model, into: &buffer, in: rect)
  }

  /// Work done and work failed per second over time.
  static func drawOutcomes(
    _ name: EndpointName, _ kind: TrafficKind, _ model: Model, into buffer: inout Buffer,
    in rect: Rect
  ) {
    let theme = model.theme
    let (range, columns) = ChartTime.axis(of: model, most: max(1, rect.width - 11))
    let points = model.timeline(
      of: name, kind: kind, in: range, columns: columns)
    let width = range.seconds / Double(max(1, columns))
    func perSecond(_ count: (TimelinePoint) -> UInt64) -> [Double?] {
      points.map { point in
        point.requests > 0
          ? Double(count(point)) / min(width, max(5, model.moment - point.start)) : nil
      }
    }
    let fills = model.symbols.layers.map { String($0) }
    let inner = Panel(
      title: "per second",
      caption: StyledText(fills[0], style: theme[.muted]) + StyledText(" succeeded  ")
        + StyledText(fills[1], style: theme[.errors5xx]) + StyledText(" failed")
    ).draw(model, into: &buffer, in: rect)
    StackedColumns(
      layers: [
        .init(values: perSecond { $0.requests - $0.statuses.errors }, style: theme[.muted]),
        .init(values: perSecond { $0.statuses.errors }, style: theme[.errors5xx]),
      ],
      axes: Axes(
        timeLabels: ChartTime.labels(of: range, model: model), labelWidth: 5,
        style: theme[.axis], format: Units.axisRate)
    ).draw(into: &buffer, in: inner)
  }
}
