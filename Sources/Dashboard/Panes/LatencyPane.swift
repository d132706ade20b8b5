import Telemetry
import TextUI

extension PaneID {
  /// See `LatencyPane`.
  package static let latency = PaneID("latency")
}

/// p50, p95 and p99 of one endpoint over time.
struct LatencyPane: Pane {
  let id = PaneID.latency
  let title = "latency"
  let band = PaneBand.charts
  let widthShare = 3

  func opened(at place: Model.Place) -> PaneID { place == .overview ? .endpoints : .queries }

  func title(of model: Model) -> String {
    // The trail says it at an endpoint.
    guard case .overview = model.place, let name = LatencyPane.subject(of: model) else {
      return title
    }
    return "\(title)  \(name)"
  }

  /// The limit is named even where no line reaches up to it, so that the legend stays as it is.
  func caption(of model: Model) -> StyledText {
    let line = String(model.symbols.frame.horizontal)
    let limit = Units.axisDuration(model.settings.thresholds.slowSeconds)
    return shortCaption(of: model) + StyledText("  ")
      + StyledText(line, style: model.theme[.threshold]) + StyledText(" limit " + limit)
  }

  func shortCaption(of model: Model) -> StyledText {
    let lines: [(letter: String, title: String, role: ThemeRole)] = [
      ("5", "p50", .p50), ("*", "p95", .p95), ("9", "p99", .p99),
    ]
    return lines.enumerated().reduce(StyledText("")) { legend, entry in
      legend + StyledText(entry.offset > 0 ? "  " : "")
        + StyledText(entry.element.letter, style: model.theme[entry.element.role])
        + StyledText(" " + entry.element.title)
    }
  }

  func isFed(by model: Model) -> Bool {
    let figures = model.figures
    let rows = if case .endpoint = model.place { figures.everyEndpoint } else { figures.endpoints }
    return rows.contains { $0.latency?.p50 != nil }
  }

  func absence(of model: Model) -> String { HeatPane().absence(of: model) }

  func contentHeight(of model: Model) -> Int { 8 }

  func isSilent(_ model: Model) -> Bool {
    guard case .endpoint(let name) = model.place else { return false }
    // A window is never longer than the charts; figures that an application computed are in none.
    if let latency = model.figures.endpoint(name)?.latency, !latency.isReported,
      latency.p50 != nil
    {
      return false
    }
    let axis = ChartTime.axis(of: model, most: ChartTime.columnsToJudge)
    let points = model.timeline(of: name, in: axis.range, columns: axis.columns)
    return points.allSatisfy { $0.p50 == nil }
  }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let theme = model.theme
    buffer.fill(rect)
    guard let name = LatencyPane.subject(of: model) else { return }
    let (range, columns) = ChartTime.axis(of: model, most: max(1, (rect.width - 9) / 2))
    let points = model.timeline(of: name, in: range, columns: columns)
    guard points.contains(where: { $0.p50 != nil }) else {
      buffer.write(
        "no latencies of this endpoint in the last \(ChartTime.short(range.seconds))",
        at: Point(x: rect.x + 1, y: rect.y), style: theme[.muted], maxWidth: rect.width - 2)
      return
    }
    let limit = model.settings.thresholds.slowSeconds
    let highest = points.compactMap(\.p99).max() ?? 0
    LineChart(
      series: [
        LineChart.Series(values: points.map(\.p99), style: theme[.p99], letter: "9"),
        LineChart.Series(values: points.map(\.p50), style: theme[.p50], letter: "5"),
        LineChart.Series(values: points.map(\.p95), style: theme[.p95], letter: "*"),
      ],
      threshold: highest > limit
        ? LineChart.Threshold(value: limit, style: theme[.threshold]) : nil,
      axes: Axes(
        timeLabels: ChartTime.labels(of: range, model: model), style: theme[.axis], steps: .time,
        format: Units.axisDuration)
    ).draw(into: &buffer, in: rect)
  }

  /// The endpoint drilled into, else the selected one.
  static func subject(of model: Model) -> EndpointName? {
    if case .endpoint(let name) = model.place { return name }
    let rows = model.figures.endpoints
    return model.selectedRow(of: .endpoints, count: rows.count).map { rows[$0].name }
  }
}

extension LatencyPane {
  /// The lines, the heat map on the same axis of time, and the percentiles with their buckets.
  func drawZoomed(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    guard rect.height >= 18, let name = LatencyPane.subject(of: model) else {
      return drawFramed(model, into: &buffer, in: rect)
    }
    let (side, charts) = rect.splitting(right: rect.width >= 130 ? 46 : 0)
    let (top, bottom) = charts.splitting(top: charts.height / 2)
    drawFramed(model, into: &buffer, in: top)
    let heat = HeatPane()
    heat.drawFramed(model, into: &buffer, in: bottom)
    guard !side.isEmpty else { return }
    let row = model.figures.endpoint(name)
    PercentileTable.draw(
      model.history.histogram(of: name, model.settings.window, now: model.moment), row?.latency,
      model, into: &buffer, in: side)
  }
}
