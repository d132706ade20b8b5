import Telemetry
import TextUI

/// The table of endpoints: where every look at the screen begins.
struct EndpointsPane: Pane {
  let id = PaneID.endpoints

  /// Columns of the sparkline; each stands for half a minute or more.
  private static let sparkColumns = 20

  func caption(of model: Model) -> StyledText {
    let figures = model.figures
    let shown = figures.endpoints.count
    var parts = [
      shown == figures.endpointCount ? "\(shown)" : "\(shown) of \(figures.endpointCount)",
      "by \(model.sort.title)",
    ]
    if let rate = figures.totals.rate { parts.append("\(Units.rate(rate * 60)) req/min") }
    return StyledText(parts.joined(separator: " · "))
  }

  func contentHeight(of model: Model) -> Int { max(4, model.figures.endpoints.count + 1) }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let theme = model.theme
    let rows = model.figures.endpoints
    let selection = model.selectedRow(of: id, count: rows.count)
    var table = Table(
      columns: columns(of: model, width: rect.width), rows: [], selection: selection,
      placeholder: StyledText(placeholder(of: model)), headerStyle: theme[.header],
      sortedHeaderStyle: theme[.headerSorted],
      selectionStyle: model.focus == id ? theme[.selection] : theme[.muted],
      noteStyle: theme[.muted])
    // Layout first, with blank rows: only the visible ones are worth their sparklines.
    table.rows = rows.map { _ in Table.Row([]) }
    let visible = table.layout(in: rect).rows
    for place in visible {
      table.rows[place] = row(rows[place], model, isSelected: place == selection)
    }
    table.draw(into: &buffer, in: rect)
  }

  private func columns(of model: Model, width: Int) -> [Table.Column] {
    func sorted(_ column: SortColumn) -> Table.SortOrder? {
      model.sort == column ? (model.isDescending ? .descending : .ascending) : nil
    }
    let isWide = width >= 100
    let methods = model.figures.endpoints.map { CellWidth.of($0.name.method.string) }.max() ?? 0
    let period = Units.age(ChartTime.seconds(of: model)).uppercased()
    return [
      Table.Column("", minWidth: min(7, methods), maxWidth: 7, priority: 2),
      Table.Column(
        "ROUTE", minWidth: width < 60 ? 16 : width < 100 ? 25 : 30, flex: 1, priority: 1,
        sorted: sorted(.route)),
      Table.Column("RATE/s", alignment: .right, minWidth: 6, priority: 3, sorted: sorted(.rate)),
      Table.Column("P50", alignment: .right, minWidth: 7, priority: 4, sorted: sorted(.p50)),
      Table.Column("P95", alignment: .right, minWidth: 7, priority: 1, sorted: sorted(.p95)),
      Table.Column(
        "P99", alignment: .right, minWidth: 7, priority: isWide ? 4 : 8, sorted: sorted(.p99)),
      Table.Column(
        "ERR %", alignment: .right, minWidth: 7, priority: 2, hasMarks: true,
        sorted: sorted(.errors)),
      Table.Column(
        "LAST \(period)", minWidth: isWide ? EndpointsPane.sparkColumns : 12,
        maxWidth: isWide ? EndpointsPane.sparkColumns : 12, priority: 5),
      Table.Column("SQL/REQ", alignment: .right, minWidth: 7, priority: 7),
      Table.Column("REQUESTS", alignment: .right, minWidth: 8, priority: 9),
    ]
  }

  private func row(_ row: EndpointRow, _ model: Model, isSelected: Bool) -> Table.Row {
    let theme = model.theme
    let limits = model.settings.thresholds
    let slow = limits.latency(of: row)
    let failing = limits.errors(of: row)
    let worst = model.figures.severity(
      of: .endpoint(row.name), otherwise: max(slow, failing))
    let isReported = row.latency?.isReported == true
    func figure(_ quantile: Quantile?, _ style: Style = .plain) -> Table.Field {
      Table.Field(Units.quantile(quantile), style: isReported ? theme[.muted] : style)
    }
    let axis = ChartTime.axis(of: model, most: EndpointsPane.sparkColumns)
    let trend = model.history.timeline(
      of: row.name, in: axis.range, columns: axis.columns, now: model.moment)
    return Table.Row(
      [
        Table.Field(row.name.method.string, style: theme[.muted]),
        Table.Field(row.name.route.string),
        Table.Field(Units.rate(row.rate)),
        figure(row.latency?.p50),
        figure(row.latency?.p95, theme[slow.role]),
        figure(row.latency?.p99),
        Table.Field(
          Units.percent(row.errorRate), style: theme[failing.role], mark: worst.mark,
          markStyle: theme[worst.role]),
        Table.Field(
          .sparkline(
            Sparkline(
              values: trend.map(\.p95), maximum: EndpointsPane.scale(of: trend),
              style: theme[.sparkline]))),
        Table.Field(row.queriesPerRequest.map { Units.fixed($0, $0 < 9.95 ? 1 : 0) } ?? "-"),
        Table.Field(Units.count(row.requests)),
      ], style: row.name == .other ? theme[.muted] : .plain)
  }

  /// What a full column stands for: twice the usual value, so that a steady line lies at half the
  /// height and only what is unusual stands out.
  private static func scale(of trend: [TimelinePoint]) -> Double? {
    let values = trend.compactMap(\.p95).sorted()
    guard let largest = values.last else { return nil }
    return max(largest, 2 * values[values.count / 2])
  }

  private func placeholder(of model: Model) -> String {
    if model.filter != nil, model.figures.endpointCount > 0 {
      return "no endpoint passes the filter; Esc clears it"
    }
    if model.history.sources.allSatisfy({ $0.health == .waiting }) { return "reading ..." }
    return "no requests in this window; 9 shows what the sources say"
  }
}
