import Telemetry
import TextUI

/// The figures of one endpoint: counts by class and percentiles with how well they are known.
enum EndpointSummary {
  static let height = 9

  static func draw(
    _ name: EndpointName, _ model: Model, into buffer: inout Buffer, in rect: Rect
  ) {
    let theme = model.theme
    let views = model.history.views(of: name, model.settings.window, now: model.moment)
    let row = model.figures.endpoints.first { $0.name == name } ?? views.first?.row
    let (left, right) = rect.splitting(left: rect.width >= 100 ? rect.width / 2 : rect.width)
    Box(
      title: "requests",
      caption: StyledText(
        row.map { "\(Units.count($0.requests)) in \(model.settings.window.name)" } ?? ""),
      border: theme[.border], titleStyle: theme[.title], captionStyle: theme[.muted]
    ).draw(into: &buffer, in: left)
    if let row {
      TextBlock(lines: figures(of: row, model)).draw(
        into: &buffer, in: Box.inner(of: left).inset(horizontally: 1, vertically: 0))
    }
    guard !right.isEmpty else { return }
    Box(
      title: "seen by", caption: "figures come from the first",
      border: theme[.border], titleStyle: theme[.title], captionStyle: theme[.muted]
    ).draw(into: &buffer, in: right)
    drawViews(views, model, into: &buffer, in: Box.inner(of: right))
  }

  private static func figures(of row: EndpointRow, _ model: Model) -> [StyledText] {
    let theme = model.theme
    let latency = row.latency
    func line(_ label: String, _ text: String, _ note: String = "", _ role: ThemeRole = .text)
      -> StyledText
    {
      StyledText(label.padded(to: 10), style: theme[.muted])
        + StyledText(text.padded(to: 9, alignment: .right), style: theme[role])
        + StyledText("   " + note, style: theme[.muted])
    }
    let classes = (1...5).compactMap { statusClass -> String? in
      let count = row.statuses[statusClass]
      guard count > 0 else { return nil }
      return "\(statusClass)xx \(Units.percent(Double(count) / Double(row.requests))) %"
    }
    let limits = model.settings.thresholds
    return [
      line("rate", Units.rate(row.rate) + " /s", classes.joined(separator: "  ")),
      line(
        "errors", Units.percent(row.errorRate) + " %", apdex(row), limits.errors(of: row).role),
      line("p50", Units.quantile(latency?.p50), resolution(latency?.p50)),
      line(
        "p95", Units.quantile(latency?.p95), resolution(latency?.p95),
        limits.latency(of: row).role),
      line("p99", Units.quantile(latency?.p99), resolution(latency?.p99)),
      line("max", latency?.maxSeconds.map(Units.duration) ?? "-", mean(latency)),
      line("in flight", Units.number(row.inFlight)),
    ]
  }

  private static func apdex(_ row: EndpointRow) -> String {
    row.apdex.map { "apdex \(Units.fixed($0, 2)) (T 500 ms)" } ?? ""
  }

  private static func mean(_ latency: LatencySummary?) -> String {
    guard let mean = latency?.meanSeconds, let count = latency?.count else { return "" }
    return "mean \(Units.duration(mean)) of \(Units.count(count))"
  }

  /// The bucket a figure lies in, where it is coarse enough to matter.
  private static func resolution(_ quantile: Quantile?) -> String {
    guard let quantile else { return "" }
    if quantile.isBeyondLastBound { return "past the last bucket" }
    return quantile.range.map {
      "bucket \(Units.duration($0.lowerBound)) to \(Units.duration($0.upperBound))"
    } ?? ""
  }

  private static func drawViews(
    _ views: [(vantage: DisplayText, row: EndpointRow)], _ model: Model,
    into buffer: inout Buffer, in rect: Rect
  ) {
    let theme = model.theme
    let names = model.history.sources.map(\.identity.name.string)
    let rows = views.map { view in
      Table.Row([
        Table.Field(
          view.row.sources.prefix(1).map { names[$0] }.joined(separator: ", ")),
        Table.Field(Units.rate(view.row.rate)),
        Table.Field(Units.quantile(view.row.latency?.p50)),
        Table.Field(Units.quantile(view.row.latency?.p95)),
        Table.Field(Units.percent(view.row.errorRate)),
      ])
    }
    Table(
      columns: [
        Table.Column("SOURCE", minWidth: 10, flex: 1),
        Table.Column("RATE/s", alignment: .right, minWidth: 6),
        Table.Column("P50", alignment: .right, minWidth: 7),
        Table.Column("P95", alignment: .right, minWidth: 7),
        Table.Column("ERR %", alignment: .right, minWidth: 5),
      ], rows: rows, headerStyle: theme[.header], noteStyle: theme[.muted]
    ).draw(into: &buffer, in: rect)
  }
}
