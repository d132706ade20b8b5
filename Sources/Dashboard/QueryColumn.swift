/// A column that the table of statements may have.
package enum QueryColumn: String, CaseIterable, TableColumn {
  /// In the order in which the table has them, as all cases are.
  case share, time, calls, rate, mean, p50, p90, p95, p99, max, rows, read
  /// Only on the overview: at an endpoint that one calls them all.
  case from
  case statement

  package static let usual: [QueryColumn] = [
    .share, .calls, .p50, .p95, .rows, .from, .statement,
  ]

  package static let essential = QueryColumn.statement

  package var explanation: String {
    switch self {
    case .share: "share of the time of all statements, at an endpoint of its requests"
    case .time: "time that its calls took in all"
    case .calls: "calls in the window"
    case .rate: "calls per second"
    case .mean: "mean time of a call"
    case .p50, .p90, .p95, .p99: "percentile of the time of a call"
    case .max: "longest call"
    case .rows: "rows per call"
    case .read: "rows looked at for each that was returned"
    case .from: "the endpoint that calls it most"
    case .statement: "text without its literals"
    }
  }

  /// What the table can be sorted by with it; the time in all orders rows as their shares do, which
  /// have the arrow.
  package var sort: SortColumn? {
    switch self {
    case .share: .time
    case .calls: .requests
    case .statement: .route
    case .mean, .p50, .p95, .p99, .max, .rows: SortColumn(rawValue: rawValue)
    case .time, .rate, .p90, .read, .from: nil
    }
  }
}
