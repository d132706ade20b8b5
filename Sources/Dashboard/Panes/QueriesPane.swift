import Telemetry
import TextUI

extension PaneID {
  /// See `QueriesPane`.
  package static let queries = PaneID("queries")
}

/// Statements by their share of the database time; at an endpoint, those that it runs.
struct QueriesPane: Pane {
  let id = PaneID.queries
  let title = "queries"
  let band = PaneBand.statements
  let listsRows = true
  let widthShare = 3
  let orders = SortColumn.ofStatements

  func places(_ model: Model, at place: Model.Place) -> [Model.Place] {
    switch place {
    case .overview: model.figures.queries.map { .query($0.id) }
    case .endpoint(let name): model.queries(of: name).map { .query($0.row.id) }
    case .query, .work, .finding: []
    }
  }

  func isFed(by model: Model) -> Bool {
    if case .endpoint = model.place { return !model.figures.everyQuery.isEmpty }
    return !model.figures.queries.isEmpty
  }

  func title(of model: Model) -> String {
    if case .endpoint = model.place { return "queries of this endpoint" }
    return "queries"
  }

  func caption(of model: Model) -> StyledText {
    let order = model.orders[id].map { " · " + $0.caption(in: id) } ?? ""
    switch model.place {
    case .endpoint(let name):
      let rows = model.queries(of: name)
      guard let request = Request(name, model), !rows.isEmpty else { return "" }
      let calls = rows.reduce(0) { $0 + $1.caller.calls } / request.count
      let guess = rows.contains { $0.caller.isGuess } ? "~ tied by time · " : ""
      return StyledText(guess + "\(Units.fixed(calls, calls < 9.95 ? 1 : 0)) per request" + order)
    default:
      let seconds = model.figures.queries.reduce(0) { $0 + $1.totalSeconds }
      return StyledText(
        "\(model.figures.queries.count) · \(Units.duration(seconds)) in "
          + model.settings.window.name + order)
    }
  }

  func contentHeight(of model: Model) -> Int { model.rowCount(of: .queries) + 1 }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let theme = model.theme
    let tied = tied(of: model)
    let rows = tied == nil ? model.figures.queries : model.figures.everyQuery
    let count = tied?.count ?? rows.count
    let known = Known(model)
    let request: Request? =
      if case .endpoint(let name) = model.place { Request(name, model) } else { nil }
    let selection = model.focus == id ? model.selectedRow(of: id, count: count) : nil
    var table = Table(
      columns: columns(of: model, known, width: rect.width), rows: [],
      selection: selection,
      placeholder: StyledText(placeholder(of: model)),
      headerStyle: theme[.header], selectionStyle: theme[.selection], noteStyle: theme[.muted])
    table.fill(count, in: rect) { place in
      let entry = tied?[place]
      return row(entry?.row ?? rows[place], entry?.caller, of: request, known, model)
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

  func absence(of model: Model) -> String {
    if model.figures.everyQuery.isEmpty {
      return "no statements seen yet; point svctop at the database's slow log"
    }
    return model.place == .overview
      ? "no statement passes the filter" : "no statement could be tied to this endpoint"
  }

  private func placeholder(of model: Model) -> String {
    guard !model.figures.everyQuery.isEmpty else { return absence(of: model) }
    return absence(of: model)
      + (model.place == .overview ? "; Esc clears it" : "; 7 on the overview has them all")
  }

  /// At an endpoint, the statements that it runs and the calls that fall to it.
  private func tied(of model: Model) -> [(row: QueryRow, caller: QueryCaller)]? {
    guard case .endpoint(let name) = model.place else { return nil }
    return model.queries(of: name)
  }

  /// What is known of some statement, whatever the filter: a column that none has anything for
  /// gives its room to the others.
  private struct Known {
    var hasRows: Bool
    var hasCallers: Bool
    /// Statements of which only the mean is known have a column for it.
    var hasMeans: Bool
    var hasPercentiles: Bool

    init(_ model: Model) {
      let rows = model.figures.everyQuery
      func isAny(_ isKnown: (QueryRow) -> Bool) -> Bool {
        rows.indices.contains { isKnown(rows[$0]) }
      }
      hasRows = isAny { $0.rowsSentPerCall != nil }
      hasCallers = model.place == .overview && isAny { !$0.callers.isEmpty }
      hasMeans = isAny { $0.latency?.loneMean != nil }
      hasPercentiles = !hasMeans || isAny { $0.latency?.hasPercentiles == true }
    }
  }

  private func columns(of model: Model, _ known: Known, width: Int) -> [Table.Column] {
    let order = model.orders[id]
    func mark(_ column: SortColumn, _ shown: Table.Column) -> Table.Column {
      shown.showing(order, ifBy: column)
    }
    var columns = [
      mark(.time, Table.Column("SHARE", alignment: .right, minWidth: 5, priority: 2)),
      mark(.requests, Table.Column("CALLS", alignment: .right, minWidth: 6, priority: 3)),
    ]
    if known.hasMeans { columns.append(mark(.mean, .number("MEAN", 7, priority: 1))) }
    if known.hasPercentiles {
      columns += [
        mark(.p50, .number("P50", 7, priority: 5)), mark(.p95, .number("P95", 7, priority: 1)),
      ]
    }
    if model.baseline != nil {
      columns.insert(.change(priority: 4), at: 2)
      columns.append(.change(priority: 2))
    }
    if known.hasRows {
      columns.append(
        mark(.rows, Table.Column("ROWS", alignment: .right, minWidth: 5, priority: 6)))
    }
    if known.hasCallers {
      columns.append(
        Table.Column("FROM", minWidth: width >= 100 ? 28 : 20, maxWidth: 32, priority: 7))
    }
    columns.append(mark(.route, Table.Column("STATEMENT", minWidth: 24, flex: 1, priority: 1)))
    return columns
  }

  private func row(
    _ query: QueryRow, _ caller: QueryCaller?, of request: Request?, _ known: Known,
    _ model: Model
  ) -> Table.Row {
    let theme = model.theme
    let severity = model.severity(of: query)
    var fields = [
      Table.Field(share(of: query, by: caller, request)),
      Table.Field(calls(of: query, by: caller)),
    ]
    if known.hasMeans {
      let mean = query.latency?.meanSeconds.map(Units.duration) ?? "-"
      let isDeciding = query.latency?.loneMean != nil
      fields.append(Table.Field(mean, style: isDeciding ? theme[severity.role] : .plain))
    }
    if known.hasPercentiles {
      fields += [
        Table.Field(Units.quantile(query.latency?.p50)),
        Table.Field(Units.quantile(query.latency?.p95), style: theme[severity.role]),
      ]
    }
    if model.baseline != nil {
      let calls = model.change(of: query, better: .neither) { Double($0.calls) }
      let p95 = model.change(of: query) { $0.latency?.p95?.seconds ?? $0.latency?.loneMean }
      fields.insert(calls?.field(theme) ?? Table.Field(""), at: 2)
      fields.append(p95?.field(theme) ?? Table.Field(""))
    }
    if known.hasRows { fields.append(Table.Field(Units.number(query.rowsSentPerCall))) }
    if known.hasCallers { fields.append(Table.Field(from(query), style: theme[.muted])) }
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
