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

/// A statement as filters see it: alone, or as a part of one endpoint that runs it.
///
/// Whoever filters by an endpoint looks for its slow SQL, so texts, method, sources, and what only
/// endpoints have, as errors and statuses, are those of both. What both have is either's.
struct QuerySubject: FilterSubject {
  let row: QueryRow
  let sourceNames: [String]
  /// The endpoint; `nil` where the statement could be tied to none.
  var caller: EndpointName?
  /// The figures of the endpoint; `nil` where it had no requests.
  var endpoint: EndpointRow?
  /// Whether latencies and rates are those of the endpoint.
  var measuresEndpoint = false

  var method: String { caller?.method.string ?? "" }
  var route: String { caller?.route.string ?? "" }
  var texts: [String] { [row.fingerprint.string] + (caller.map { [$0.description] } ?? []) }
  var sources: [String] {
    (row.sources + (endpoint?.sources ?? [])).map { sourceNames[$0] }
  }

  func measure(_ column: FilterColumn) -> Double? {
    switch column {
    case .calls: Double(row.calls)
    case .requests: endpoint.map { Double($0.requests) }
    case .errors: endpoint?.errorRate
    case .rate: measuresEndpoint ? endpoint?.rate : row.rate
    default: (measuresEndpoint ? endpoint?.latency : row.latency)?.measure(column)
    }
  }

  func count(ofStatusClass statusClass: Int) -> UInt64 { endpoint?.statuses[statusClass] ?? 0 }
}

extension FilterExpression {
  /// Whether a statement passes by itself or with an endpoint that runs it.
  ///
  /// `endpoint` answers with the figures of an endpoint.
  func matches(
    _ row: QueryRow, sourceNames: [String], endpoint: (EndpointName) -> EndpointRow?
  ) -> Bool {
    let callers = row.likelyCallers
    guard !callers.isEmpty else {
      return matches(QuerySubject(row: row, sourceNames: sourceNames))
    }
    return callers.contains { name in
      var subject = QuerySubject(
        row: row, sourceNames: sourceNames, caller: name, endpoint: endpoint(name))
      if matches(subject) { return true }
      subject.measuresEndpoint = true
      return matches(subject)
    }
  }
}

extension QueryRow {
  /// The endpoints that run it: the one that tables name, and others by more than chance.
  ///
  /// Less than a quarter of the calls, inferred from times alone, falls to any busy endpoint.
  fileprivate var likelyCallers: [EndpointName] {
    let all = callers.reduce(0) { $0 + $1.calls }
    return callers.enumerated().filter { place, caller in
      place == 0 || !caller.isGuess || caller.calls >= all / 4
    }.map(\.element.endpoint)
  }
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
