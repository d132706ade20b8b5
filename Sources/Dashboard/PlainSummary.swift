import Telemetry

/// The state of everything in a few sentences of ASCII, for people who listen to the screen.
package enum PlainSummary {
  /// Endpoints that are named, the worst first.
  private static let mostEndpoints = 5

  /// The lines to begin with.
  package static func lines(of model: Model) -> [String] {
    let title = model.settings.title.isEmpty ? "svctop" : "svctop \(model.settings.title)"
    var lines = ["\(title), \(time(of: model)), window \(model.settings.window.name)"]
    for source in model.history.sources {
      let health = SourcesPane.health(of: source, at: model.clock)
      lines.append("source \(source.identity.name): \(health)")
    }
    lines.append(totals(of: model.figures))
    lines += findings(of: model.figures)
    for row in worst(of: model) { lines.append(endpoint(row)) }
    for row in model.figures.pools { lines.append(pool(row)) }
    for row in model.figures.caches where row.hitRate != nil {
      lines.append("cache \(row.name): \(Units.percent(row.hitRate)) % hits")
    }
    for row in model.figures.memory where row.residentBytes != nil {
      lines.append("memory \(row.name): \(Units.bytes(row.residentBytes))")
    }
    return lines
  }

  /// The moment that the lines are about, with its day where that is not today; of a log that ended
  /// long ago how long.
  private static func time(of model: Model) -> String {
    let moment = model.shownTime
    let time = (model.showsOtherDay ? moment.date + " " : "") + moment.clock + " UTC"
    // While it is being read, what was read last is not where the log ends.
    guard model.showsOldLog, model.reading == nil else { return time }
    return "\(time), log ends here, \(Units.age(model.clock - model.moment)) ago"
  }

  /// The score, and what is wrong, the worst first.
  private static func findings(of figures: Figures) -> [String] {
    guard let score = figures.score, score.isKnown else { return [] }
    let count = figures.findings.count
    let noun = count == 1 ? "finding" : "findings"
    let shown = figures.findings.prefix(mostFindings)
    return ["score \(score.short), \(count) \(noun)"]
      + shown.map { "\($0.severity.name): \($0.summary)" }
      + (count > shown.count ? ["and \(count - shown.count) more"] : [])
  }

  /// Findings that are named, the worst first.
  private static let mostFindings = 5

  private static func totals(of figures: Figures) -> String {
    let count = figures.endpointCount
    var parts = ["\(count) endpoint\(count == 1 ? "" : "s")"]
    if let rate = figures.totals.rate { parts.append("\(Units.rate(rate)) requests per second") }
    if let p95 = figures.totals.latency?.p95 { parts.append("p95 \(Units.quantile(p95))") }
    if let errors = figures.totals.errorRate { parts.append("\(Units.percent(errors)) % errors") }
    return parts.joined(separator: ", ")
  }

  /// The endpoints that something is wrong with, else the first as the user sorts them.
  private static func worst(of model: Model) -> ArraySlice<EndpointRow> {
    let limits = model.settings.thresholds
    let rows = model.figures.endpoints.enumerated().sorted { left, right in
      func rank(_ row: EndpointRow) -> Severity {
        max(limits.latency(of: row), limits.errors(of: row))
      }
      return (rank(right.element), left.offset) < (rank(left.element), right.offset)
    }
    return rows.map(\.element).prefix(mostEndpoints)
  }

  private static func endpoint(_ row: EndpointRow) -> String {
    var parts = ["p95 \(Units.quantile(row.latency?.p95))"]
    if let errors = row.errorRate { parts.append("\(Units.percent(errors)) % errors") }
    if let rate = row.rate { parts.append("\(Units.rate(rate)) per second") }
    return "\(row.name): \(parts.joined(separator: ", "))"
  }

  private static func pool(_ row: PoolRow) -> String {
    var text = "pool \(row.name): \(Units.number(row.inUse))"
    if let limit = row.limit { text += " of \(Units.number(limit))" }
    text += " in use"
    if let waiting = row.waiting, waiting > 0 { text += ", \(Units.number(waiting)) waiting" }
    return text
  }
}
