import Telemetry

/// A finding with what mending it would gain, as far as the data tells.
package struct Priority: Sendable {
  /// What is wrong.
  package let finding: Finding
  /// Time in the window that mending it would save, in seconds; `nil` where that is not known.
  package let savedSeconds: Double?
  /// What would be saved, in words with numbers; `nil` where that is not known.
  package let gain: RichText?

  /// The findings of a model: by severity, then by the time that mending them saves.
  static func ordered(of model: Model) -> [Priority] {
    let priorities = model.figures.findings.map { finding -> Priority in
      if let gain = finding.gain {
        return Priority(
          finding: finding, savedSeconds: gain.seconds, gain: RichText(gain.text.string))
      }
      let gain = Gain(of: finding, model)
      return Priority(finding: finding, savedSeconds: gain?.seconds, gain: gain?.words)
    }
    return priorities.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.finding.severity != b.finding.severity {
        return a.finding.severity > b.finding.severity
      }
      let (x, y) = (a.savedSeconds ?? 0, b.savedSeconds ?? 0)
      return x != y ? x > y : left.offset < right.offset
    }.map(\.element)
  }
}

/// What mending a finding would gain, from the calls, the times and the limits of the window.
private struct Gain {
  var seconds: Double?
  var words: RichText

  init?(of finding: Finding, _ model: Model) {
    switch finding.subject {
    case .query(let id):
      guard let row = model.figures.query(id),
        let gain = Gain.query(row, finding.kind, model)
      else { return nil }
      self = gain
    case .endpoint(let name):
      guard let row = model.figures.endpoint(name),
        let gain = Gain.endpoint(row, finding.kind, model)
      else { return nil }
      self = gain
    case .cache(let name, let source):
      guard
        let row = model.figures.caches.first(where: { $0.name == name && $0.source == source }),
        let gain = Gain.cache(row, finding.kind, model.settings.thresholds)
      else { return nil }
      self = gain
    case .outbound, .pool, .process, .task, .breaker, .queue, .source, .service: return nil
    }
  }

  private init(seconds: Double?, words: RichText) {
    self.seconds = seconds
    self.words = words
  }

  /// A statement at its limit, or run once where it is run many times.
  private static func query(_ row: QueryRow, _ kind: FindingKind, _ model: Model) -> Gain? {
    let total = row.totalSeconds
    switch kind {
    case .nPlusOne, .repeatedQuery:
      guard let caller = row.callers.first,
        let endpoint = model.figures.endpoint(caller.endpoint),
        endpoint.requests > 0
      else { return nil }
      let perRequest = caller.calls / Double(endpoint.requests)
      guard perRequest > 1.5 else { return nil }
      let share = 1 - 1 / perRequest
      let saved = total * share * (caller.calls / Double(max(1, row.calls)))
      return Gain(
        seconds: saved,
        words:
          "one call per request in place of \(Units.fixed(perRequest, 1)) saves \(Units.count(UInt64(max(0, caller.calls * share)))) calls and up to \(Units.duration(saved)) of \(Units.duration(total))"
      )
    case .slowQuery, .heavyRows:
      let limit = model.settings.thresholds.slowQuerySeconds
      let saved = total - Double(row.calls) * limit
      guard saved > 0 else { return nil }
      return Gain(
        seconds: saved,
        words:
          "at \(Units.duration(limit)) a call saves \(Units.duration(saved)) of the \(Units.duration(total)) spent in it (\(Units.wholePercent(row.share)) of all statement time)"
      )
    default:
      return Gain(
        seconds: nil,
        words:
          "\(Units.count(row.calls)) calls take \(Units.duration(total)) (\(Units.wholePercent(row.share)) of all statement time)"
      )
    }
  }

  /// An endpoint's part of all the time, or of all the failures.
  private static func endpoint(
    _ row: EndpointRow, _ kind: FindingKind, _ model: Model
  ) -> Gain? {
    let rows = model.figures.everyEndpoint
    switch kind {
    case .errorRate:
      let all = rows.reduce(UInt64(0)) { $0 &+ $1.statuses.errors }
      guard all > 0 else { return nil }
      let part = Double(row.statuses.errors) / Double(all)
      return Gain(
        seconds: nil,
        words:
          "\(Units.count(row.statuses.errors)) of the \(Units.count(all)) failed requests are here (\(Units.wholePercent(part)))"
      )
    default:
      guard let own = row.totalSeconds, own > 0 else { return nil }
      let all = rows.reduce(0) { $0 + ($1.totalSeconds ?? 0) }
      let limit = model.settings.thresholds.slowSeconds
      let saved = own - Double(row.requests) * limit
      let part = Units.wholePercent(own / max(own, all))
      guard saved > 0 else {
        return Gain(
          seconds: nil,
          words: "\(Units.duration(own)) of request time are spent here (\(part) of all)")
      }
      return Gain(
        seconds: saved,
        words:
          "at \(Units.duration(limit)) a request saves \(Units.duration(saved)) of the \(Units.duration(own)) spent here (\(part) of all request time)"
      )
    }
  }

  /// Look-ups that would no longer miss.
  private static func cache(
    _ row: CacheRow, _ kind: FindingKind, _ limits: Thresholds
  ) -> Gain? {
    guard kind == .cacheHitRate, let hits = row.hits, let misses = row.misses else { return nil }
    let lookups = hits + misses
    let saved = misses - lookups * (1 - limits.cacheHitShare)
    guard saved > 0 else { return nil }
    return Gain(
      seconds: nil,
      words:
        "at \(Units.wholePercent(limits.cacheHitShare)) hits \(Units.number(saved.rounded())) of \(Units.number(misses)) misses go away"
    )
  }
}
