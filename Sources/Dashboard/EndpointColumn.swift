import Telemetry

/// A column that the endpoint table may have.
package enum EndpointColumn: String, CaseIterable, TableColumn {
  /// In the order in which the table has them, as all cases are.
  case method, route, rate, p50, p90, p95, p99, mean, max, errors, trend, time, queries, requests
  /// Known only where a source tells how many requests it is serving.
  case inFlight = "in-flight"
  /// From 0 to 1, with T = 500 ms whatever the thresholds are.
  case apdex

  package static let usual: [EndpointColumn] = [
    .method, .route, .rate, .p50, .p95, .p99, .errors, .trend, .queries, .requests,
  ]

  package static let essential = EndpointColumn.route

  package var explanation: String {
    switch self {
    case .method: "HTTP method"
    case .route: "route template"
    case .rate: "requests per second, minute or hour"
    case .p50, .p90, .p95, .p99: "latency percentile"
    case .mean: "mean latency"
    case .max: "longest request"
    case .errors: "share of 5xx and of requests without an answer"
    case .trend: "p95 over time"
    case .time: "share of the time of all requests"
    case .queries: "SQL statements per request"
    case .requests: "requests in the window"
    case .inFlight: "requests being served"
    case .apdex: "Apdex with T = 500 ms"
    }
  }

  /// What the table can be sorted by with it.
  package var sort: SortColumn? { SortColumn(rawValue: rawValue) }
}
