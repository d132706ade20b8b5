import Telemetry
import TextUI

extension PaneID {
  /// See `EndpointsPane`.
  package static let endpoints = PaneID("endpoints")
}

/// The table of endpoints: where every look at the screen begins.
struct EndpointsPane: Pane {
  let id = PaneID.endpoints
  let title = "endpoints"
  let band = PaneBand.requests
  let listsRows = true
  let orders = SortColumn.ofRequests
  let usualOrder = SortColumn.p95

  func places(_ model: Model, at place: Model.Place) -> [Model.Place] {
    place == .overview ? model.figures.endpoints.map { .endpoint($0.name) } : []
  }

  /// Whether there ever were requests, or nothing else was done in their place.
  func isFed(by model: Model) -> Bool {
    let figures = model.figures
    return model.history.hasEndpoints
      || figures.queries.isEmpty && figures.tasks.isEmpty && figures.outbound.isEmpty
  }

  func absence(of model: Model) -> String {
    if model.filter != nil, model.figures.endpointCount > 0 {
      return "no endpoint passes the filter"
    }
    if model.history.sources.allSatisfy({ $0.health == .waiting }) { return "reading ..." }
    return model.history.hasEndpoints
      ? "no requests in this window"
      : "no requests seen; an access log or metrics of requests would feed this pane"
  }

  /// Cells of the sparkline in a table of a width; each stands for half a minute or more.
  private static func sparkCells(in width: Int) -> Int { width >= 100 ? 20 : 12 }

  func caption(of model: Model) -> StyledText {
    caption(of: model, noun: model.figures.endpointCount == 1 ? " endpoint" : " endpoints")
  }

  func shortCaption(of model: Model) -> StyledText { caption(of: model, noun: "") }

  /// How many rows there are, and the traffic of these.
  private func caption(of model: Model, noun: String) -> StyledText {
    let figures = model.figures
    let rows = figures.endpoints
    let isWhole = rows.count == figures.endpointCount
    func sum(_ figure: (EndpointRow) -> Double?) -> Double? {
      let known = rows.indices.compactMap { figure(rows[$0]) }
      return known.isEmpty ? nil : known.reduce(0, +)
    }
    let rate = isWhole ? figures.totals.rate : sum(\.rate)
    let inFlight = isWhole ? figures.totals.inFlight : sum(\.inFlight)
    var parts = [
      (isWhole ? "\(rows.count)" : "\(rows.count) of \(figures.endpointCount)") + noun,
      "by \(model.order(of: id).column.title(in: id))",
    ]
    if let rate { parts.append("\(Units.rate(rate)) req/s") }
    if let inFlight { parts.append("\(Units.number(inFlight)) in flight") }
    return StyledText(parts.joined(separator: " · "))
  }

  func contentHeight(of model: Model) -> Int { max(4, model.figures.endpoints.count + 1) }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let theme = model.theme
    let rows = model.figures.endpoints
    let selection = model.selectedRow(of: id, count: rows.count)
    let shown = shown(model)
    var table = Table(
      columns: shown.map { column($0, of: model, width: rect.width) }, rows: [],
      selection: selection, gutter: 2,
      placeholder: StyledText(rows.isEmpty ? placeholder(of: model) : ""),
      headerStyle: theme[.header],
      sortedHeaderStyle: theme[.headerSorted],
      selectionStyle: model.focus == id ? theme[.selection] : theme[.muted],
      noteStyle: theme[.muted])
    let sparkCells = EndpointsPane.sparkCells(in: rect.width)
    table.fill(rows.count, in: rect) { row(rows[$0], shown, model, sparkCells: sparkCells) }
    table.draw(into: &buffer, in: rect)
  }

  /// The table, and the selected row over time where it leaves room for that.
  func drawZoomed(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let (top, below) = split(rect, model)
    drawFramed(model, into: &buffer, in: top)
    guard !below.isEmpty else { return }
    let (left, right) = below.splitting(left: below.width >= 100 ? below.width / 2 : below.width)
    LatencyPane().drawFramed(model, into: &buffer, in: left)
    if !right.isEmpty { HeatPane().drawFramed(model, into: &buffer, in: right) }
  }

  func clickable(_ model: Model, in rect: Rect) -> ClickableTable? {
    let table = model.isZoomed ? split(rect, model).table : rect
    return ClickableTable(rect: Box.inner(of: table), rows: model.rowCount(of: id))
  }

  private func split(_ rect: Rect, _ model: Model) -> (table: Rect, below: Rect) {
    ZoomedRoom.split(rect, rows: model.figures.endpoints.count, leastBelow: 8)
  }

  /// A column of the table: one of the user's, or the change of one since the baseline.
  private enum Shown: Hashable {
    case figure(EndpointColumn)
    case change(EndpointColumn)
  }

  private func shown(_ model: Model) -> [Shown] {
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

  private func column(_ shown: Shown, of model: Model, width: Int) -> Table.Column {
    switch shown {
    case .figure(let column):
      let result = figureColumn(column, of: model, width: width)
      // Where means stand in for percentiles, rows are ordered by them.
      let sort = column == .mean && standsForP95(model) ? .p95 : column.sort
      return sort.map { result.showing(model.order(of: id), ifBy: $0) } ?? result
    case .change(let column):
      let priority = column == .p95 ? 1 : column == .errors ? 2 : column == .rate ? 6 : 7
      return .change(priority: priority)
    }
  }

  private func figureColumn(
    _ column: EndpointColumn, of model: Model, width: Int
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
    case .rate: return number("RATE/s", 6, 3)
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
      let cells = EndpointsPane.sparkCells(in: width)
      return Table.Column("P95, \(period)", minWidth: cells, maxWidth: cells, priority: 5)
    case .time: return number("TIME", 5, 6)
    case .queries: return number("SQL/REQ", 7, 7)
    case .requests: return number("REQUESTS", 8, 9)
    case .inFlight: return number("NOW", 5, 7)
    case .apdex: return number("APDEX", 5, 7)
    }
  }

  private func row(
    _ row: EndpointRow, _ shown: [Shown], _ model: Model, sparkCells: Int
  ) -> Table.Row {
    let severity = model.severity(of: row, .endpoint)
    return Table.Row(
      shown.map { column in
        switch column {
        case .figure(let column): field(column, of: row, model, sparkCells: sparkCells)
        case .change(let column): change(column, of: row, model)
        }
      }, style: row.name == .other ? model.theme[.muted] : .plain, mark: severity.mark,
      markStyle: model.theme[severity.role])
  }

  private func field(
    _ column: EndpointColumn, of row: EndpointRow, _ model: Model, sparkCells: Int
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
    case .rate: return Table.Field(Units.rate(row.rate))
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
    case .trend: return trend(of: row, model, cells: sparkCells)
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

  private func placeholder(of model: Model) -> String {
    if model.filter != nil, model.figures.endpointCount > 0 {
      return "no endpoint passes the filter; Esc clears it"
    }
    if model.history.sources.allSatisfy({ $0.health == .waiting }) { return "reading ..." }
    let told = Layout.visiblePanes(of: model).contains(.sources)
    return "no requests in this window" + (told ? "" : "; 9 shows what the sources say")
  }
}
