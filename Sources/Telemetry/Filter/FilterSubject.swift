/// A number of a row that a filter can compare.
package enum FilterColumn: String, CaseIterable, Sendable {
  /// Durations, in seconds.
  case p50, p90, p95, p99, mean, max
  /// Share of requests that failed, 0 to 1.
  case errors
  /// Requests per second.
  case rate
  /// Number of requests.
  case requests
  /// Number of calls of a statement.
  case calls

  /// Whether values are durations, measured in seconds and written with a unit.
  package var isDuration: Bool {
    switch self {
    case .p50, .p90, .p95, .p99, .mean, .max: true
    case .errors, .rate, .requests, .calls: false
    }
  }
}

/// A row that a filter looks at.
package protocol FilterSubject {
  /// HTTP method in capitals; empty when there is none.
  var method: String { get }
  /// Route template, or the name of the row.
  var route: String { get }
  /// What else a bare word is looked for in: SQL, the names of pools and caches.
  var texts: [String] { get }
  /// Names of the sources that know the row.
  var sources: [String] { get }
  /// A number of the row: durations in seconds, shares 0 to 1; `nil` when it is not known.
  func measure(_ column: FilterColumn) -> Double?
  /// Number of answers with a status of a class, 1 to 5.
  func count(ofStatusClass statusClass: Int) -> UInt64
}
