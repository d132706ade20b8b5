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
    if let rate {
      let unit = RateUnit(highest: rate)
      parts.append("\(unit.text(rate)) req/\(unit.name)")
    }
    if let inFlight { parts.append("\(Units.number(inFlight)) in flight") }
    return StyledText(parts.joined(separator: " · "))
  }

  func contentHeight(of model: Model) -> Int { max(4, model.figures.endpoints.count + 1) }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let theme = model.theme
    let rows = model.figures.endpoints
    let selection = model.selectedRow(of: id, count: rows.count)
    let style = RowStyle(model, width: rect.width)
    let shown = shown(model)
    var table = Table(
      columns: shown.map { column($0, style, of: model, width: rect.width) }, rows: [],
      selection: selection, gutter: 2,
      placeholder: StyledText(rows.isEmpty ? placeholder(of: model) : ""),
      headerStyle: theme[.header],
      sortedHeaderStyle: theme[.headerSorted],
      selectionStyle: model.focus == id ? theme[.selection] : theme[.muted],
      noteStyle: theme[.muted])
    table.fill(rows.count, in: rect) { row(rows[$0], shown, style, model) }
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

  private func placeholder(of model: Model) -> String {
    if model.filter != nil, model.figures.endpointCount > 0 {
      return "no endpoint passes the filter; Esc clears it"
    }
    if model.history.sources.allSatisfy({ $0.health == .waiting }) { return "reading ..." }
    let told = Layout.visiblePanes(of: model).contains(.sources)
    return "no requests in this window" + (told ? "" : "; 9 shows what the sources say")
  }
}
