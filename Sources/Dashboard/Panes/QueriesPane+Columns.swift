import Telemetry
import TextUI

/// The columns of the table, and what stands in them.
extension QueriesPane {
  /// A column of the table: one of the user's, or the change of one since the baseline.
  enum Shown: Hashable {
    case figure(QueryColumn)
    case change(QueryColumn)
  }

  /// What the shares at an endpoint are of.
  struct Request {
    /// Requests in the window, 1 or more.
    var count: Double
    var totalSeconds: Double?

    init?(_ name: EndpointName, _ model: Model) {
      guard let row = model.figures.endpoint(name), row.requests > 0 else { return nil }
      count = Double(row.requests)
      // Calls side by side share the time of the request.
      let tied = model.tiedQueries(of: name).reduce(0) { $0 + ($1.figure(of: .time) ?? 0) }
      totalSeconds = row.totalSeconds.map { max($0, tied) }
    }
  }

  /// What is known of some statement, whatever the filter: of the usual columns, one that none has
  /// anything for gives its room to the others.
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
      hasCallers = isAny { !$0.callers.isEmpty }
      hasMeans = isAny { $0.latency?.loneMean != nil }
      hasPercentiles = !hasMeans || isAny { $0.latency?.hasPercentiles == true }
    }
  }

  /// The columns, with the changes since the baseline behind what has changed.
  func shown(_ model: Model) -> [Shown] {
    let columns = columns(of: model)
    guard model.baseline != nil else { return columns.map { Shown.figure($0) } }
    let compared: Set<QueryColumn> = [.calls, columns.contains(.p95) ? .p95 : .mean]
    return columns.flatMap { column -> [Shown] in
      compared.contains(column) ? [.figure(column), .change(column)] : [.figure(column)]
    }
  }

  private func columns(of model: Model) -> [QueryColumn] {
    QueriesPane.chosenColumns(of: model).filter { $0 != .from || model.place == .overview }
  }

  /// The columns that the user has chosen; of the usual ones those that some row has a value for,
  /// and the mean where it is all that is known of a row.
  static func chosenColumns(of model: Model) -> [QueryColumn] {
    let chosen = model.settings.queryColumns
    guard chosen == QueryColumn.usual else { return chosen }
    let known = Known(model)
    let shown = chosen.filter { column in
      switch column {
      case .p50, .p95: known.hasPercentiles
      case .rows: known.hasRows
      case .from: known.hasCallers
      default: true
      }
    }
    return known.hasMeans ? QueryColumn.inOrder(shown + [.mean]) : shown
  }

  func column(_ shown: Shown, of model: Model, width: Int) -> Table.Column {
    switch shown {
    case .figure(let column):
      let result = figureColumn(column, of: model, width: width)
      return column.sort.map { result.showing(model.orders[id], ifBy: $0) } ?? result
    case .change(let column): return .change(priority: column == .calls ? 4 : 2)
    }
  }

  private func figureColumn(
    _ column: QueryColumn, of model: Model, width: Int
  ) -> Table.Column {
    switch column {
    case .share: .number("SHARE", 5, priority: 2)
    case .time: .number("TIME", 7, priority: 4)
    case .calls: .number("CALLS", 6, priority: 3)
    case .rate: .number("RATE/s", 6, priority: 6)
    case .mean: .number("MEAN", 7, priority: Known(model).hasMeans ? 1 : 5)
    case .p50: .number("P50", 7, priority: 5)
    case .p90: .number("P90", 7, priority: 6)
    case .p95: .number("P95", 7, priority: 1)
    case .p99: .number("P99", 7, priority: 4)
    case .max: .number("MAX", 7, priority: 6)
    case .rows: .number("ROWS", 5, priority: 6)
    case .read: .number("READ/ROW", 8, priority: 8)
    case .from: Table.Column("FROM", minWidth: width >= 100 ? 28 : 20, maxWidth: 32, priority: 7)
    case .statement:
      // On the narrowest screens what a statement takes of the time is worth two letters of it.
      Table.Column("STATEMENT", minWidth: width < 40 ? 22 : 24, flex: 1, priority: 1)
    }
  }

  /// A row of the table; at an endpoint of the calls that fall to it.
  func row(
    _ query: QueryRow, _ caller: QueryCaller?, of request: Request?, _ shown: [Shown],
    _ model: Model
  ) -> Table.Row {
    let severity = model.severity(of: query)
    let style = model.theme[severity.role]
    return Table.Row(
      shown.map { column in
        switch column {
        case .figure(let column):
          field(column, of: query, caller, of: request, style, model)
        case .change(let column): change(column, of: query, model)
        }
      }, mark: severity.mark, markStyle: style)
  }

  private func field(
    _ column: QueryColumn, of query: QueryRow, _ caller: QueryCaller?, of request: Request?,
    _ style: Style, _ model: Model
  ) -> Table.Field {
    let latency = query.latency
    // On the overview all of its calls.
    let part = caller.map { query.calls > 0 ? $0.calls / Double(query.calls) : 0 } ?? 1
    switch column {
    case .share: return Table.Field(share(of: query, by: caller, request))
    case .time: return Table.Field(Units.duration(query.totalSeconds * part))
    case .calls: return Table.Field(calls(of: query, by: caller))
    case .rate: return Table.Field(Units.rate(query.rate.map { $0 * part }))
    case .mean:
      return Table.Field(
        latency?.meanSeconds.map(Units.duration) ?? "-",
        style: latency?.loneMean != nil ? style : .plain)
    case .p50: return Table.Field(Units.quantile(latency?.p50))
    case .p90: return Table.Field(Units.quantile(latency?.p90))
    case .p95: return Table.Field(Units.quantile(latency?.p95), style: style)
    case .p99: return Table.Field(Units.quantile(latency?.p99))
    case .max: return Table.Field(latency?.maxSeconds.map(Units.duration) ?? "-")
    case .rows: return Table.Field(Units.number(query.rowsSentPerCall))
    case .read: return Table.Field(Units.number(query.readPerRow))
    case .from: return Table.Field(from(query), style: model.theme[.muted])
    case .statement: return model.field(query.fingerprint.string, of: .query(query.id))
    }
  }

  private func change(_ column: QueryColumn, of query: QueryRow, _ model: Model) -> Table.Field {
    let change =
      switch column {
      case .calls: model.change(of: query, better: .neither) { Double($0.calls) }
      case .mean: model.change(of: query) { $0.latency?.meanSeconds }
      default: model.change(of: query) { $0.latency?.p95?.seconds ?? $0.latency?.loneMean }
      }
    return change?.field(model.theme) ?? Table.Field("")
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

extension QueryRow {
  /// Rows that its calls looked at for each that they returned; `nil` where that is not known or
  /// none was returned.
  var readPerRow: Double? {
    guard let rowsExamined, let rowsSent, rowsSent > 0 else { return nil }
    return Double(rowsExamined) / Double(rowsSent)
  }
}
