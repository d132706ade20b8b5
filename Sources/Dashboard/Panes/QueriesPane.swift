import Telemetry
import TextUI

/// Statements by their share of the database time; at an endpoint, those that it runs.
struct QueriesPane: Pane {
  let id = PaneID.queries

  func isFed(by model: Model) -> Bool {
    if case .endpoint = model.place { return !model.figures.everyQuery.isEmpty }
    return !model.figures.queries.isEmpty
  }

  func title(of model: Model) -> String {
    if case .endpoint = model.place { return "queries of this endpoint" }
    return "queries"
  }

  func caption(of model: Model) -> StyledText {
    switch model.place {
    case .endpoint(let name):
      let rows = model.history.queries(of: name, among: model.figures.everyQuery)
      guard let request = Request(name, model), !rows.isEmpty else { return "" }
      let calls = rows.reduce(0) { $0 + $1.caller.calls } / request.count
      let guess = rows.contains { $0.caller.isGuess } ? "~ tied by time · " : ""
      return StyledText(guess + "\(Units.fixed(calls, calls < 9.95 ? 1 : 0)) per request")
    default:
      let seconds = model.figures.queries.reduce(0) { $0 + $1.totalSeconds }
      return
        "\(model.figures.queries.count) · \(Units.duration(seconds)) in \(model.settings.window.name)"
    }
  }

  func contentHeight(of model: Model) -> Int { model.rowCount(of: .queries) + 1 }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let theme = model.theme
    let tied = tied(of: model)
    let rows = tied == nil ? model.figures.queries : model.figures.everyQuery
    let count = tied?.count ?? rows.count
    let hasRows = rows.indices.contains { rows[$0].rowsSentPerCall != nil }
    let request: Request? =
      if case .endpoint(let name) = model.place { Request(name, model) } else { nil }
    let selection = model.focus == id ? model.selectedRow(of: id, count: count) : nil
    var table = Table(
      columns: columns(of: model, hasRows: hasRows, width: rect.width), rows: [],
      selection: selection,
      placeholder: StyledText(placeholder(of: model)),
      headerStyle: theme[.header], selectionStyle: theme[.selection], noteStyle: theme[.muted])
    table.fill(count, in: rect) { place in
      let entry = tied?[place]
      return row(entry?.row ?? rows[place], entry?.caller, of: request, hasRows: hasRows, model)
    }
    table.draw(into: &buffer, in: rect)
  }

  /// The table, and the selected statement where it leaves room for that.
  func drawZoomed(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let (top, below) = split(rect, model)
    drawFramed(model, into: &buffer, in: top)
    guard !below.isEmpty else { return }
    let places = model.places(in: id, at: model.place)
    guard let row = model.selectedRow(of: id, count: places.count),
      case .query(let statement) = places[row]
    else { return buffer.fill(below) }
    QueryDetail.draw(statement, model, into: &buffer, in: below)
  }

  func clickable(_ model: Model, in rect: Rect) -> ClickableTable? {
    let table = model.isZoomed ? split(rect, model).table : rect
    return ClickableTable(rect: Box.inner(of: table), rows: model.rowCount(of: id))
  }

  private func split(_ rect: Rect, _ model: Model) -> (table: Rect, below: Rect) {
    ZoomedRoom.split(rect, rows: model.rowCount(of: id), leastBelow: 18)
  }

  /// What the shares at an endpoint are of.
  private struct Request {
    /// Requests in the window, 1 or more.
    var count: Double
    var totalSeconds: Double?

    init?(_ name: EndpointName, _ model: Model) {
      guard let row = model.figures.endpoint(name), row.requests > 0 else { return nil }
      count = Double(row.requests)
      totalSeconds = row.totalSeconds
    }
  }

  private func placeholder(of model: Model) -> String {
    if model.figures.everyQuery.isEmpty {
      return "no statements seen yet; point svctop at the database's slow log"
    }
    return model.place == .overview
      ? "no statement passes the filter; Esc clears it"
      : "no statement could be tied to this endpoint; 7 on the overview has them all"
  }

  /// At an endpoint, the statements that it runs and the calls that fall to it.
  private func tied(of model: Model) -> [(row: QueryRow, caller: QueryCaller)]? {
    guard case .endpoint(let name) = model.place else { return nil }
    return model.history.queries(of: name, among: model.figures.everyQuery)
  }

  private func columns(of model: Model, hasRows: Bool, width: Int) -> [Table.Column] {
    var columns = [
      Table.Column("SHARE", alignment: .right, minWidth: 5, priority: 2),
      Table.Column("CALLS", alignment: .right, minWidth: 6, priority: 3),
      Table.Column("P50", alignment: .right, minWidth: 7, priority: 5),
      Table.Column("P95", alignment: .right, minWidth: 7, priority: 1),
    ]
    if model.baseline != nil {
      columns.insert(.change(priority: 4), at: 2)
      columns.append(.change(priority: 2))
    }
    if hasRows { columns.append(Table.Column("ROWS", alignment: .right, minWidth: 5, priority: 6)) }
    if model.place == .overview {
      columns.append(
        Table.Column("FROM", minWidth: width >= 100 ? 28 : 20, maxWidth: 32, priority: 7))
    }
    columns.append(Table.Column("STATEMENT", minWidth: 24, flex: 1, priority: 1))
    return columns
  }

  private func row(
    _ query: QueryRow, _ caller: QueryCaller?, of request: Request?, hasRows: Bool,
    _ model: Model
  ) -> Table.Row {
    let theme = model.theme
    let severity = model.severity(of: query)
    var fields = [
      Table.Field(share(of: query, by: caller, request)),
      Table.Field(calls(of: query, by: caller)),
      Table.Field(Units.quantile(query.latency?.p50)),
      Table.Field(Units.quantile(query.latency?.p95), style: theme[severity.role]),
    ]
    if model.baseline != nil {
      let calls = model.change(of: query, better: .neither) { Double($0.calls) }
      let p95 = model.change(of: query) { $0.latency?.p95?.seconds }
      fields.insert(calls?.field(theme) ?? Table.Field(""), at: 2)
      fields.append(p95?.field(theme) ?? Table.Field(""))
    }
    if hasRows { fields.append(Table.Field(Units.number(query.rowsSentPerCall))) }
    if model.place == .overview { fields.append(Table.Field(from(query), style: theme[.muted])) }
    fields.append(Table.Field(model.marking(query.fingerprint.string, .query(query.id))))
    return Table.Row(fields, mark: severity.mark, markStyle: theme[severity.role])
  }

  /// The share of the database's time; at an endpoint, of the time of its requests.
  private func share(of query: QueryRow, by caller: QueryCaller?, _ request: Request?) -> String {
    guard let caller else { return Units.wholePercent(query.share) }
    guard let total = request?.totalSeconds, total > 0, query.calls > 0 else { return "-" }
    let seconds = query.totalSeconds / Double(query.calls) * caller.calls
    return Units.wholePercent(min(1, seconds / total))
  }

  private func calls(of query: QueryRow, by caller: QueryCaller?) -> String {
    guard let caller else { return Units.count(query.calls) }
    return (caller.isGuess ? "~" : "") + Units.count(UInt64(max(0, caller.calls.rounded())))
  }

  private func from(_ query: QueryRow) -> String {
    guard let first = query.callers.first else { return "-" }
    return (first.isGuess ? "~" : "") + first.endpoint.description
  }
}
