import Telemetry

/// What the endpoint table can be sorted by.
package enum SortColumn: String, CaseIterable, Sendable {
  /// The raw values are those of `EndpointColumn`, which they are found by.
  case route, rate, p50, p90, p95, p99, mean, max, errors, time, queries, requests

  /// How captions and the menu call it.
  package var title: String {
    switch self {
    case .errors: "error rate"
    case .time: "share of time"
    case .queries: "SQL per request"
    default: rawValue
    }
  }

  /// Whether the order that a user expects first is from large to small.
  package var isDescendingAtFirst: Bool { self != .route }

  /// The rows in order; rows whose figure is not known come last, ties go by requests and name.
  ///
  /// The percentiles of fewer requests than are judged stand for no more than the limit: one slow
  /// request does not go before what is slow all the time.
  package func sorted(
    _ rows: [EndpointRow], descending: Bool, limits: Thresholds = Thresholds()
  ) -> [EndpointRow] {
    if self == .route {
      let sorted = rows.sorted { $0.name < $1.name }
      return descending ? sorted.reversed() : sorted
    }
    let keyed = rows.map { (row: $0, key: key(of: $0, limits)) }
    return keyed.sorted { left, right in
      switch (left.key, right.key) {
      case (let a?, let b?) where a != b: descending ? a > b : a < b
      case (.some, nil): true
      case (nil, .some): false
      default:
        left.row.requests != right.row.requests
          ? left.row.requests > right.row.requests : left.row.name < right.row.name
      }
    }.map(\.row)
  }

  /// The figure as far as it counts, and then the whole figure.
  private func key(of row: EndpointRow, _ limits: Thresholds) -> (Double, Double)? {
    guard let figure = figure(of: row) else { return nil }
    guard row.requests < limits.fewestRequests else { return (figure, figure) }
    return switch self {
    case .p50, .p90, .p95, .p99, .mean: (min(figure, limits.slowSeconds), figure)
    case .route, .rate, .max, .errors, .time, .queries, .requests: (figure, figure)
    }
  }

  private func figure(of row: EndpointRow) -> Double? {
    switch self {
    case .route: nil
    case .rate: row.rate ?? Double(row.requests)
    case .p50: row.latency?.p50?.seconds
    case .p90: row.latency?.p90?.seconds
    case .p95: row.latency?.p95?.seconds ?? row.latency?.meanSeconds
    case .p99: row.latency?.p99?.seconds ?? row.latency?.maxSeconds
    case .mean: row.latency?.meanSeconds
    case .max: row.latency?.maxSeconds
    case .errors: row.errorRate
    case .time: row.totalSeconds
    case .queries: row.queriesPerRequest
    case .requests: Double(row.requests)
    }
  }
}
