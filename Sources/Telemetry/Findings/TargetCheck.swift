/// A target held against what was measured, for one thing that it is about.
package struct TargetCheck: Hashable, Sendable {
  /// One target has a check for each thing that it is about.
  package var target: Target
  /// The endpoint, pool, cache, process or task; `nil` for the service as a whole.
  package var subject: DisplayText?
  /// In the unit of the measure; `nil` where it is not known.
  package var value: Double?
  /// How fast its errors are used up, for targets of availability and of the error rate.
  package var budget: ErrorBudget?

  /// Whether the target is met; `nil` where the value is not known.
  package var isMet: Bool? { value.map { target.isMet(by: $0) } }

  /// Checks every target in a window; one that names no subject is checked for each thing there is.
  ///
  /// A target about something that is not there is checked once, with its value not known.
  package static func checks(
    _ targets: [Target], history: History, window: Window, now: Timestamp
  ) -> [TargetCheck] {
    guard !targets.isEmpty else { return [] }
    let measured = Measured(targets, history: history, window: window, now: now)
    return targets.flatMap { target -> [TargetCheck] in
      let values = measured.values(of: target.measure).filter { value in
        target.subject.map { Measured.isSame($0, value.subject) } ?? true
      }
      let asked = target.subject == nil && target.measure.isOfWhole ? values.prefix(1) : values[...]
      guard !asked.isEmpty else {
        return [TargetCheck(target: target, subject: target.subject, value: nil)]
      }
      return asked.map { value in
        TargetCheck(
          target: target, subject: value.subject, value: value.value,
          budget: ErrorBudget(of: target, subject: value.subject, history: history, now: now))
      }
    }
  }
}

extension Target.Measure {
  /// Whether without a subject it is about all requests together rather than about each endpoint.
  fileprivate var isOfWhole: Bool {
    switch self {
    case .p50, .p90, .p95, .p99, .mean, .max, .errorRate, .availability, .rate: true
    default: false
    }
  }

  /// Whether it is measured on requests.
  fileprivate var isOfRequests: Bool { isOfWhole || self == .apdex || self == .queriesPerRequest }
}

/// What there is to hold against targets; for measures of requests the whole service comes first.
private struct Measured {
  let history: History
  let window: Window
  let now: Timestamp
  /// Summed once for all targets that are about requests.
  private var endpoints: [EndpointRow] = []
  private var totals = TotalsRow()

  init(_ targets: [Target], history: History, window: Window, now: Timestamp) {
    self.history = history
    self.window = window
    self.now = now
    guard targets.contains(where: \.measure.isOfRequests) else { return }
    (endpoints, totals) = history.traffic(window, now: now)
    if targets.contains(where: { $0.measure == .queriesPerRequest }) {
      endpoints.countStatements(history.queryRows(window, now: now))
    }
  }

  typealias Value = (subject: DisplayText?, value: Double?)

  /// Whether a target's subject means a thing: endpoints may name their parameters otherwise.
  static func isSame(_ wanted: DisplayText, _ name: DisplayText?) -> Bool {
    guard let name else { return false }
    if wanted.string.lowercased() == name.string.lowercased() { return true }
    let (first, second) = (EndpointName(wanted.string), EndpointName(name.string))
    return !first.method.string.isEmpty && first.joinKey == second.joinKey
  }

  func values(of measure: Target.Measure) -> [Value] {
    switch measure {
    case .queryTime:
      history.queryRows(window, now: now).map { ($0.fingerprint, $0.latency?.p95?.seconds) }
    case .poolSaturation: history.poolRows(window, now: now).map { ($0.name, $0.saturation) }
    case .poolWaiting: history.poolRows(window, now: now).map { ($0.name, $0.waiting) }
    case .cacheHitRate: history.cacheRows(window, now: now).map { ($0.name, $0.hitRate) }
    case .memory: history.memoryRows(window, now: now).map { ($0.name, $0.residentBytes) }
    case .loopLag: history.runtimeRows(window, now: now).map { ($0.name, $0.loopLagSeconds) }
    case .taskTime:
      history.taskRows(window, now: now).map { row in
        (DisplayText(row.name.description), row.latency?.p95?.seconds ?? row.latency?.meanSeconds)
      }
    case .taskFailures:
      history.taskRows(window, now: now).map { (DisplayText($0.name.description), $0.errorRate) }
    default: requestValues(of: measure)
    }
  }

  private func requestValues(of measure: Target.Measure) -> [Value] {
    let whole = value(
      measure, totals.latency, errorRate: totals.errorRate, rate: totals.rate, apdex: nil,
      queries: nil)
    let each = endpoints.map { row -> Value in
      (
        DisplayText(row.name.description),
        value(
          measure, row.latency, errorRate: row.errorRate, rate: row.rate, apdex: row.apdex,
          queries: row.queriesPerRequest)
      )
    }
    guard let whole else { return each }
    return [(subject: nil, value: whole)] + each
  }

  private func value(
    _ measure: Target.Measure, _ latency: LatencySummary?, errorRate: Double?, rate: Double?,
    apdex: Double?, queries: Double?
  ) -> Double? {
    switch measure {
    case .p50: latency?.p50?.seconds
    case .p90: latency?.p90?.seconds
    case .p95: latency?.p95?.seconds
    case .p99: latency?.p99?.seconds
    case .mean: latency?.meanSeconds
    case .max: latency?.maxSeconds
    case .errorRate: errorRate
    case .availability: errorRate.map { 1 - $0 }
    case .rate: rate
    case .apdex: apdex
    case .queriesPerRequest: queries
    default: nil
    }
  }
}
