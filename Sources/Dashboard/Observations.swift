import Telemetry

extension Observation {
  /// Everything that is spoken of, in the order of the screen.
  static func all(
    _ figures: Figures, _ sources: [SourceState], _ thresholds: Thresholds
  ) -> [Observation] {
    sources.enumerated().map { Observation(source: $1, number: $0) }
      + figures.endpoints.map { Observation($0, thresholds) }
      + figures.pools.map { Observation($0, thresholds) }
      + figures.caches.map { Observation($0, thresholds) }
      + figures.breakers.map { Observation($0) }
      + figures.memory.map { Observation($0) }
      + figures.findings.map { Observation($0) }
  }

  private init(source: SourceState, number: Int) {
    let severity = SourcesPane.severity(of: source)
    let text =
      switch source.health {
      case .failing(let reason):
        "failing: \(SourcesPane.reason(reason, of: source.identity))"
      case .waiting: "waiting"
      case .ok, .ended: severity == .fine ? "is read again" : "gives no line that is understood"
      }
    self.init(
      subject: .source(number), label: "source \(source.identity.name)",
      measures: [
        Measure(
          name: "source", value: source.health == .waiting ? nil : 1, text: text,
          severity: severity, isSentence: true)
      ])
  }

  private init(_ row: EndpointRow, _ thresholds: Thresholds) {
    let isJudged = row.requests >= thresholds.fewestRequests
    let p95 = isJudged ? row.latency?.p95 : nil
    let errors = isJudged ? row.errorRate : nil
    self.init(
      subject: .endpoint(row.name), label: row.name.description,
      measures: [
        Measure(
          name: "p95", value: p95?.seconds, text: Units.quantile(p95),
          severity: thresholds.latency(of: row), step: .factor(1.5, atLeast: 0.02)),
        Measure(
          name: "errors", value: errors, text: Units.percent(errors) + " %",
          severity: thresholds.errors(of: row), step: .distance(0.05)),
      ])
  }

  private init(_ row: PoolRow, _ thresholds: Thresholds) {
    var text = Units.number(row.inUse)
    if let limit = row.limit { text += " of \(Units.number(limit))" }
    if let waiting = row.waiting, waiting > 0 { text += " and \(Units.number(waiting)) waiting" }
    self.init(
      subject: .pool(row.name, row.source), label: "pool \(row.name)",
      measures: [
        Measure(
          name: "in use", value: row.inUse, text: text, severity: thresholds.pool(row))
      ])
  }

  private init(_ row: CacheRow, _ thresholds: Thresholds) {
    let isJudged = (row.hits ?? 0) + (row.misses ?? 0) >= thresholds.fewestLookups
    self.init(
      subject: .cache(row.name, row.source), label: "cache \(row.name)",
      measures: [
        Measure(
          name: "hit rate", value: isJudged ? row.hitRate : nil,
          text: Units.percent(row.hitRate) + " %", severity: thresholds.cache(row),
          step: .distance(0.1))
      ])
  }

  private init(_ row: BreakerRow) {
    let isOpen = row.state >= 1
    self.init(
      subject: .breaker(row.name, row.source), label: "breaker \(row.name)",
      measures: [
        Measure(
          name: "breaker", value: row.state,
          text: isOpen ? "open" : row.state > 0 ? "half open" : "closed",
          severity: isOpen ? .critical : row.state > 0 ? .high : .fine, isSentence: true)
      ])
  }

  private init(_ finding: Finding) {
    self.init(
      subject: .finding(finding.id), label: "finding:",
      measures: [
        Measure(
          name: "finding", value: 1, text: "\(finding.summary) (\(finding.severity))",
          severity: finding.severity, isSentence: true)
      ])
  }

  private init(_ row: MemoryRow) {
    self.init(
      subject: .memory(row.name, row.source), label: "memory \(row.name)",
      measures: [
        Measure(
          name: "resident", value: row.residentBytes, text: Units.bytes(row.residentBytes),
          step: .factor(1.25, atLeast: 16 * 1024 * 1024))
      ])
  }
}
