import Telemetry

/// An endpoint as filters see it.
struct EndpointSubject: FilterSubject {
  let row: EndpointRow
  let sourceNames: [String]

  var method: String { row.name.method.string }
  var route: String { row.name.route.string }
  var texts: [String] { row.name.service.string.isEmpty ? [] : [row.name.description] }
  var sources: [String] { row.sources.map { sourceNames[$0] } }

  func measure(_ column: FilterColumn) -> Double? {
    switch column {
    case .rate: row.rate
    case .requests: Double(row.requests)
    case .errors: row.errorRate
    case .calls: nil
    default: row.latency.flatMap { $0.measure(column) }
    }
  }

  func count(ofStatusClass statusClass: Int) -> UInt64 { row.statuses[statusClass] }
}

/// A statement as filters see it: it matches by its text and by the endpoints that call it.
struct QuerySubject: FilterSubject {
  let row: QueryRow
  let sourceNames: [String]

  var method: String { row.callers.first?.endpoint.method.string ?? "" }
  var route: String { row.callers.first?.endpoint.route.string ?? "" }
  var texts: [String] {
    [row.fingerprint.string] + row.callers.map(\.endpoint.description)
  }
  var sources: [String] { row.sources.map { sourceNames[$0] } }

  func measure(_ column: FilterColumn) -> Double? {
    switch column {
    case .rate: row.rate
    case .calls: Double(row.calls)
    case .requests, .errors: nil
    default: row.latency.flatMap { $0.measure(column) }
    }
  }

  func count(ofStatusClass statusClass: Int) -> UInt64 { 0 }
}

extension LatencySummary {
  /// A latency column in seconds; `nil` when it is not known or no latency.
  func measure(_ column: FilterColumn) -> Double? {
    switch column {
    case .p50: p50?.seconds
    case .p90: p90?.seconds
    case .p95: p95?.seconds
    case .p99: p99?.seconds
    case .mean: meanSeconds
    case .max: maxSeconds
    default: nil
    }
  }
}
