import Telemetry

/// A column that the endpoint table may have.
///
/// The raw value is its name in `:columns` and in the configuration.
package enum EndpointColumn: String, CaseIterable, Sendable {
  /// In the order in which the table has them, as all cases are.
  case method, route, rate, p50, p90, p95, p99, mean, max, errors, trend, time, queries, requests
  /// Known only where a source tells how many requests it is serving.
  case inFlight = "in-flight"
  /// From 0 to 1, with T = 500 ms whatever the thresholds are.
  case apdex

  /// Those that are shown unless the user chooses others.
  package static let usual: [EndpointColumn] = [
    .method, .route, .rate, .p50, .p95, .p99, .errors, .trend, .queries, .requests,
  ]

  /// What the chooser says about it.
  package var explanation: String {
    switch self {
    case .method: "HTTP method"
    case .route: "route template"
    case .rate: "requests per second"
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

  /// The columns that a text asks for, the route always among them.
  ///
  /// `p50 p99` are those alone, `+max -p50` changes the ones at hand, `default` are the usual ones.
  ///
  /// Fails with the word that is no column.
  package static func chosen(
    by text: String, from columns: [EndpointColumn]
  ) -> Result<[EndpointColumn], UnknownColumn> {
    var chosen: [EndpointColumn] = []
    var isChange = false
    for word in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
      if word == "default" {
        chosen = usual
        continue
      }
      let sign = word.first
      let name = sign == "+" || sign == "-" ? word.dropFirst() : word
      guard let column = EndpointColumn(rawValue: String(name)) else {
        return .failure(UnknownColumn(name: String(name)))
      }
      if sign == "+" || sign == "-" {
        if chosen.isEmpty, !isChange { chosen = columns }
        isChange = true
        chosen.removeAll { $0 == column }
      }
      if sign != "-" { chosen.append(column) }
    }
    return .success(chosen.contains(.route) ? inOrder(chosen) : inOrder(chosen + [.route]))
  }

  /// Each once, in the order in which the table has them.
  static func inOrder(_ columns: [EndpointColumn]) -> [EndpointColumn] {
    allCases.filter(columns.contains)
  }

  /// A word that names no column.
  package struct UnknownColumn: Error {
    /// The word without the sign before it.
    package let name: String
  }
}
