/// How much of a service a finding is about, to tell what matters more among findings alike in
/// severity.
extension Scene {
  /// How much a finding is about: the part of its subject, less where it is hardly over a limit of
  /// time.
  func weight(of finding: Finding) -> Double {
    weight(of: finding.subject) * finding.excess
  }

  /// The part of the service's time, or of its requests, that a subject has, 0...1.
  ///
  /// Time is that of all requests. A pool has the time for which its connections are held; a
  /// process, and the service as a whole, have all of it; a source, a breaker and a queue have none of
  /// their own.
  private func weight(of subject: FindingSubject) -> Double {
    let requests = endpoints.reduce(0) { $0 + Double($1.requests) }
    switch subject {
    case .endpoint(let name):
      guard let row = endpoints.first(where: { $0.name == name }) else { return 0 }
      return max(share(of: row.totalSeconds), Scene.ratio(Double(row.requests), requests))
    case .query(let id):
      return share(of: queries.first { $0.id == id }?.totalSeconds)
    case .outbound(let name):
      return share(of: outbound.first { $0.name == name }?.totalSeconds)
    case .task(let name):
      return share(of: tasks.first { $0.name == name }?.totalSeconds)
    case .pool(let name, let source):
      let row = pools.first { $0.name == name && $0.source == source }
      return share(of: row?.inUse.map { $0 * seconds })
    case .cache(let name, let source):
      let row = caches.first { $0.name == name && $0.source == source }
      return Scene.ratio(row?.misses ?? 0, requests)
    case .process, .service: return 1
    case .breaker, .queue, .source: return 0
    }
  }

  /// The share of a time in that of all requests, where none is timed of all tasks; in that of all
  /// statements where these took longer, as those of other services on one database do.
  private func share(of time: Double?) -> Double {
    let served = endpoints.compactMap(\.totalSeconds).reduce(0, +)
    let worked = tasks.compactMap(\.totalSeconds).reduce(0, +)
    let asked = queries.reduce(0) { $0 + $1.totalSeconds }
    return Scene.ratio(time ?? 0, max(served > 0 ? served : worked, asked))
  }

  private static func ratio(_ part: Double, _ whole: Double) -> Double {
    guard whole > 0, part.isFinite else { return 0 }
    return min(1, max(0, part / whole))
  }
}

extension Finding {
  /// How far over its limit a time is that it tells of, 0...1: 1 from twice the limit on, and for what
  /// is no time.
  fileprivate var excess: Double {
    guard let shown = evidence.first, shown.unit == .seconds, let value = shown.value,
      let limit = shown.threshold, limit > 0
    else { return 1 }
    return min(1, max(0, value / limit - 1))
  }

  /// The weight to go on with: that of before unless the new one is half or double of it, so that
  /// findings of about the same weight do not change places from frame to frame.
  func steadyWeight(after known: Double) -> Double {
    weight <= known * 2 && weight * 2 >= known ? known : weight
  }
}
