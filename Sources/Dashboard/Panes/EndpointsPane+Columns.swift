import Telemetry
import TextUI

extension EndpointsPane {
  /// What all rows of a table have in common.
  struct RowStyle {
    /// Cells of the sparkline; each stands for half a minute or more.
    var sparkCells: Int
    /// The unit of all rates, whatever the filter: no number changes its meaning while it is typed.
    var rates: RateUnit

    init(_ model: Model, width: Int) {
      sparkCells = width >= 100 ? 20 : 12
      let rows = model.figures.everyEndpoint
      // By their places: a row is large, and iterating copies each.
      rates = RateUnit(highest: rows.indices.lazy.compactMap { rows[$0].rate }.max())
    }
  }

  /// A column of the table: one of the user's, or the change of one since the baseline.
  enum Shown: Hashable {
    case figure(EndpointColumn)
    case change(EndpointColumn)
  }

  /// The columns of the table, in their order.
  func shown(_ model: Model) -> [Shown] {
    columns(of: model).flatMap { column -> [Shown] in
      let hasChange = model.baseline != nil && EndpointsPane.compared.contains(column)
      return hasChange ? [.figure(column), .change(column)] : [.figure(column)]
    }
  }

  /// The columns that the user has chosen; of the usual ones those that some row has a value for,
  /// and the mean where it is all that is known of a row.
  ///
  /// The filter has no say, so that no column moves while it is typed.
  private func columns(of model: Model) -> [EndpointColumn] {
    let chosen = model.settings.columns
    let rows = model.figures.everyEndpoint
    guard chosen == EndpointColumn.usual, !rows.isEmpty else { return chosen }
    func isFed(_ isKnown: (EndpointRow) -> Bool) -> Bool {
      rows.indices.contains { isKnown(rows[$0]) }
    }
    let hasPercentiles = isFed { $0.latency?.hasPercentiles == true }
    let hasMeans = isFed { $0.latency?.loneMean != nil }
    let order = model.order(of: id).column
    let shown = chosen.filter { column in
      switch column {
      case .p95: hasPercentiles || !hasMeans
      case .p50, .p99: hasPercentiles || column.sort == order
      case .trend: hasPercentiles
      case .queries: column.sort == order || isFed { $0.queriesPerRequest != nil }
      default: true
      }
    }
    return hasMeans ? EndpointColumn.inOrder(shown + [.mean]) : shown
  }

  /// Whether the mean has the place of the p95, which no row has.
  private func standsForP95(_ model: Model) -> Bool {
    let columns = columns(of: model)
    return columns.contains(.mean) && !columns.contains(.p95)
      && model.order(of: id).column == .p95
  }

  /// What is worth a comparison of its own.
  private static let compared: Set<EndpointColumn> = [.rate, .p50, .p95, .p99, .errors]

  /// A column in a table of a width.
  func column(
    _ shown: Shown, _ style: RowStyle, of model: Model, width: Int
  ) -> Table.Column {
    switch shown {
    case .figure(let column):
      let result = figureColumn(column, style, of: model, width: width)
      // Where means stand in for percentiles, rows are ordered by them.
      let sort = column == .mean && standsForP95(model) ? .p95 : column.sort
      return sort.map { result.showing(model.order(of: id), ifBy: $0) } ?? result
    case .change(let column):
      let priority = column == .p95 ? 1 : column == .errors ? 2 : column == .rate ? 6 : 7
      return .change(priority: priority)
    }
  }

  private func figureColumn(
    _ column: EndpointColumn, _ style: RowStyle, of model: Model, width: Int
  ) -> Table.Column {
    let isWide = width >= 100
    func number(_ title: String, _ width: Int, _ priority: Int) -> Table.Column {
      Table.Column(title, alignment: .right, minWidth: width, priority: priority)
    }
    switch column {
    case .method:
      let rows = model.figures.endpoints
      // By their places: a row is large, and iterating copies each.
      let methods = rows.indices.lazy.map { CellWidth.of(rows[$0].name.method.string) }.max() ?? 0
      return Table.Column("", minWidth: min(7, methods), maxWidth: 7, priority: 2)
    case .route:
      let least = width < 60 ? 16 : width < 100 ? 25 : 30
      let rows = model.figures.endpoints
      let longest = rows.indices.reduce(least) {
        max($0, CellWidth.of(rows[$1].name.place.string))
      }
      // Numbers far from names are hard to follow.
      return Table.Column(
        "ROUTE", minWidth: least, maxWidth: longest + 12, flex: 1, priority: 1)
    case .rate: return number("RATE/\(style.rates.name)", 6, 3)
    case .p50: return number("P50", 7, 4)
    case .p90: return number("P90", 7, 4)
    case .p95: return number("P95", 7, 1)
    case .p99: return number("P99", 7, isWide ? 4 : 8)
    case .mean: return number("MEAN", 7, model.settings.columns.contains(.mean) ? 5 : 1)
    case .max: return number("MAX", 7, 5)
    case .errors:
      return number("ERR %", 6, 2)
    case .trend:
      let period = Units.age(ChartTime.seconds(of: model)).uppercased()
      return Table.Column(
        "P95, \(period)", minWidth: style.sparkCells, maxWidth: style.sparkCells, priority: 5)
    case .time: return number("TIME", 5, 6)
    case .queries: return number("SQL/REQ", 7, 7)
    case .requests: return number("REQUESTS", 8, 9)
    case .inFlight: return number("NOW", 5, 7)
    case .apdex: return number("APDEX", 5, 7)
    }
  }

  /// A row with a field for each column.
  func row(
    _ row: EndpointRow, _ shown: [Shown], _ style: RowStyle, _ model: Model
  ) -> Table.Row {
    let severity = model.severity(of: row, .endpoint)
    return Table.Row(
      shown.map { column in
        switch column {
        case .figure(let column): field(column, of: row, style, model)
        case .change(let column): change(column, of: row, model)
        }
      }, style: row.name == .other ? model.theme[.muted] : .plain, mark: severity.mark,
      markStyle: model.theme[severity.role])
  }

  private func field(
    _ column: EndpointColumn, of row: EndpointRow, _ style: RowStyle, _ model: Model
  ) -> Table.Field {
    let theme = model.theme
    let limits = model.settings.thresholds
    // Figures that an application computed itself are no percentiles of this window, and those of
    // a few requests are hardly any.
    let isWeak = row.latency?.isReported == true || row.requests < limits.fewestRequests
    let latencyStyle = isWeak ? theme[.muted] : .plain
    func quantile(_ quantile: Quantile?, _ style: Style) -> Table.Field {
      Table.Field(Units.quantile(quantile), style: style)
    }
    switch column {
    case .method: return Table.Field(row.name.method.string, style: theme[.muted])
    case .route: return model.field(row.name.place.string, of: .endpoint(row.name))
    case .rate: return Table.Field(style.rates.text(row.rate))
    case .p50: return quantile(row.latency?.p50, latencyStyle)
    case .p90: return quantile(row.latency?.p90, latencyStyle)
    case .p95:
      let style = isWeak ? theme[.muted] : theme[limits.latency(of: row).role]
      return quantile(row.latency?.p95, style)
    case .p99: return quantile(row.latency?.p99, latencyStyle)
    case .mean: return Table.Field(row.latency?.meanSeconds.map(Units.duration) ?? "-")
    case .max: return Table.Field(row.latency?.maxSeconds.map(Units.duration) ?? "-")
    case .errors:
      return Table.Field(
        Units.percent(row.errorRate),
        style: row.requests < limits.fewestRequests
          ? theme[.muted] : theme[limits.errors(of: row).role])
    case .trend: return trend(of: row, model, cells: style.sparkCells)
    case .time: return Table.Field(share(of: row, model).map(Units.wholePercent) ?? "-")
    case .queries:
      return Table.Field(row.queriesPerRequest.map { Units.fixed($0, $0 < 9.95 ? 1 : 0) } ?? "-")
    case .requests: return Table.Field(Units.count(row.requests))
    case .inFlight: return Table.Field(Units.number(row.inFlight))
    case .apdex: return Table.Field(row.apdex.map { Units.fixed($0, 2) } ?? "-")
    }
  }

  private func change(_ column: EndpointColumn, of row: EndpointRow, _ model: Model) -> Table.Field
  {
    let change: BaselineChange? =
      switch column {
      case .rate: model.change(of: row, .endpoint, better: .neither) { $0.rate }
      case .p50: model.change(of: row, .endpoint) { $0.latency?.p50?.seconds }
      case .p99: model.change(of: row, .endpoint) { $0.latency?.p99?.seconds }
      case .errors: model.changeOfErrors(of: row, .endpoint)
      default: model.change(of: row, .endpoint) { $0.latency?.p95?.seconds }
      }
    return change?.field(model.theme) ?? Table.Field("")
  }

  /// As many columns as there are cells, so that all of the time in the heading is in sight.
  private func trend(of row: EndpointRow, _ model: Model, cells: Int) -> Table.Field {
    let axis = ChartTime.axis(of: model, most: cells)
    let trend = model.timeline(
      of: row.name, in: axis.range, columns: axis.columns)
    return Table.Field(
      .sparkline(Sparkline(unusual: trend.map(\.p95), style: model.theme[.sparkline])))
  }

  private func share(of row: EndpointRow, _ model: Model) -> Double? {
    let all = model.figures.totalSeconds
    return all > 0 ? row.totalSeconds.map { $0 / all } : nil
  }
}
