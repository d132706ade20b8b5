/// What tables can be sorted by.
package enum SortColumn: String, CaseIterable, Sendable {
  /// The raw values are those of `EndpointColumn`, which they are found by, and words of `:sort`.
  case route, rate, p50, p90, p95, p99, mean, max, errors, time, queries, requests
  /// Rows per call of a statement.
  case rows

  /// What requests can be sorted by.
  static let ofRequests: [SortColumn] = [
    .route, .rate, .p50, .p90, .p95, .p99, .mean, .max, .errors, .time, .queries, .requests,
  ]

  /// What statements can be sorted by.
  static let ofStatements: [SortColumn] = [
    .time, .requests, .p50, .p95, .p99, .mean, .max, .rows, .route,
  ]

  /// What outbound calls and tasks can be sorted by.
  static let ofWork: [SortColumn] = [
    .route, .requests, .rate, .p50, .p95, .p99, .mean, .max, .errors, .time,
  ]

  /// How captions and the menu call it in a pane.
  func title(in pane: PaneID) -> String {
    switch (self, pane) {
    case (.errors, .outbound), (.errors, .tasks): "share that failed"
    case (.errors, _): "error rate"
    case (.time, _): "share of time"
    case (.queries, _): "SQL per request"
    case (.rows, _): "rows per call"
    case (.requests, .queries), (.requests, .outbound): "calls"
    case (.requests, .tasks): "runs"
    case (.route, .queries): "statement"
    case (.route, .outbound), (.route, .tasks): "name"
    default: rawValue
    }
  }

  /// Whether a few requests tell little about it.
  var isLatency: Bool {
    switch self {
    case .p50, .p90, .p95, .p99, .mean: true
    case .route, .rate, .max, .errors, .time, .queries, .requests, .rows: false
    }
  }
}
