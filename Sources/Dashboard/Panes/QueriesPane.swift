import Telemetry
import TextUI

/// Statements by their share of the database time; at an endpoint, those that it runs.
struct QueriesPane: Pane {
  let id = PaneID.queries

  func isFed(by model: Model) -> Bool { !model.figures.queries.isEmpty }

  func title(of model: Model) -> String {
    if case .endpoint = model.place { return "queries of this endpoint" }
    return "queries"
  }

  func caption(of model: Model) -> StyledText {
    switch model.place {
    case .endpoint(let name):
      let rows = model.history.queries(of: name, among: model.figures.queries)
      return rows.contains { $0.caller.isGuess } ? "~ tied by time" : "\(rows.count)"
    default:
      let seconds = model.figures.queries.reduce(0) { $0 + $1.totalSeconds }
      return
        "\(model.figures.queries.count) · \(Units.duration(seconds)) in \(model.settings.window.name)"
    }
  }

  func contentHeight(of model: Model) -> Int { model.rowCount(of: .queries) + 1 }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let theme = model.theme
    let rows = entries(of: model)
    let selection = model.focus == id ? model.selectedRow(of: id, count: rows.count) : nil
    var table = Table(
      columns: columns(of: model, rows, width: rect.width),
      rows: rows.map { _ in Table.Row([]) }, selection: selection,
      placeholder: StyledText(placeholder(of: model)),
      headerStyle: theme[.header], selectionStyle: theme[.selection], noteStyle: theme[.muted])
    for place in table.layout(in: rect).rows {
      table.rows[place] = row(rows[place], model)
    }
    table.draw(into: &buffer, in: rect)
  }

  private func placeholder(of model: Model) -> String {
    model.figures.queries.isEmpty
      ? "no statements seen yet; point svctop at the database's slow log"
      : "no statement could be tied to this endpoint; 7 on the overview has them all"
  }

  private struct Entry {
    var row: QueryRow
    /// Set at an endpoint: the calls that fall to it.
    var caller: QueryCaller?
  }

  private func entries(of model: Model) -> [Entry] {
    guard case .endpoint(let name) = model.place else {
      return model.figures.queries.map { Entry(row: $0, caller: nil) }
    }
    return model.history.queries(of: name, among: model.figures.queries)
      .map { Entry(row: $0.row, caller: $0.caller) }
  }

  private func columns(of model: Model, _ rows: [Entry], width: Int) -> [Table.Column] {
    let hasRows = rows.contains { $0.row.rowsSentPerCall != nil }
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

  private func row(_ entry: Entry, _ model: Model) -> Table.Row {
    let theme = model.theme
    let query = entry.row
    let severity = model.severity(of: query)
    var fields = [
      Table.Field(Units.wholePercent(query.share)),
      Table.Field(calls(entry)),
      Table.Field(Units.quantile(query.latency?.p50)),
      Table.Field(Units.quantile(query.latency?.p95), style: theme[severity.role]),
    ]
    if model.baseline != nil {
      let calls = model.change(of: query, better: .neither) { Double($0.calls) }
      let p95 = model.change(of: query) { $0.latency?.p95?.seconds }
      fields.insert(calls?.field(theme) ?? Table.Field(""), at: 2)
      fields.append(p95?.field(theme) ?? Table.Field(""))
    }
    if entriesHaveRows(model) { fields.append(Table.Field(Units.number(query.rowsSentPerCall))) }
    if model.place == .overview { fields.append(Table.Field(from(query), style: theme[.muted])) }
    fields.append(Table.Field(model.marking(query.fingerprint.string, .query(query.id))))
    return Table.Row(fields, mark: severity.mark, markStyle: theme[severity.role])
  }

  private func entriesHaveRows(_ model: Model) -> Bool {
    entries(of: model).contains { $0.row.rowsSentPerCall != nil }
  }

  private func calls(_ entry: Entry) -> String {
    guard let caller = entry.caller else { return Units.count(entry.row.calls) }
    return (caller.isGuess ? "~" : "") + Units.count(UInt64(max(0, caller.calls.rounded())))
  }

  private func from(_ query: QueryRow) -> String {
    guard let first = query.callers.first else { return "-" }
    return (first.isGuess ? "~" : "") + first.endpoint.description
  }
}
