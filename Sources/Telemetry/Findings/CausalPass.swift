/// Folds findings that another one explains into that one: one finding for one cause.
///
///     statement ─▶ pool ─▶ endpoints        a statement that keeps half of a pool busy
///     statement ─▶ endpoint                 half of the endpoint's time or more
///     pools     ─▶ pool                     several on one database, each too small
///     pool      ─▶ endpoints, jobs          callers wait for a connection
///     outbound  ─▶ endpoint                 it makes the calls in a loop, or waits for a slow one
///                                           half of its time or more
///     loop      ─▶ endpoint                 slow no longer and at no other times than it is blocked
///     cache     ─▶ memory                   both grow in one source
struct CausalPass {
  private let scene: Scene
  private let findings: [Finding]
  private var byKind: [FindingKind: [Finding]] = [:]
  /// Share of an endpoint's time, or of a pool, that a statement or a call must take to be the
  /// cause.
  ///
  /// With less, most of the time would still be unexplained when the cause is gone, and the endpoint
  /// is a finding of its own.
  private static let leastShare = 0.5

  init(_ findings: [Finding], in scene: Scene) {
    self.findings = findings
    self.scene = scene
    byKind = Dictionary(grouping: findings, by: \.kind)
  }

  /// The findings that are causes, each with what it explains, the worst first.
  func folded() -> [Finding] {
    var causeOf: [Finding.ID: Finding.ID] = [:]
    for finding in findings {
      if let cause = cause(of: finding), cause.id != finding.id { causeOf[finding.id] = cause.id }
    }
    var roots: [Finding.ID: Finding] = [:]
    for finding in findings where causeOf[finding.id] == nil {
      roots[finding.id] = finding
      roots[finding.id]?.weight = scene.weight(of: finding)
    }
    let byID = Dictionary(findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for finding in findings {
      guard let (root, path) = chain(from: finding.id, causeOf) else {
        if causeOf[finding.id] != nil {
          roots[finding.id] = finding
          roots[finding.id]?.weight = scene.weight(of: finding)
        }
        continue
      }
      let through = path.compactMap { byID[$0]?.kind.rawValue }
      let chain = through.isEmpty ? "" : " (by way of \(through.joined(separator: ", ")))"
      let cause = causeOf[finding.id].flatMap { byID[$0] }
      let share = cause.map { wait(of: finding, for: $0) } ?? ""
      // How long it takes says more than that it waits.
      if finding.kind == .taskSlow {
        roots[root]?.symptoms.removeAll {
          $0.kind == .waitsForTimeout && $0.subject == finding.subject
        }
      }
      roots[root]?.symptoms.append(
        FindingSymptom(
          .explained(finding.kind), of: finding.subject,
          DisplayText("\(finding.summary)\(share)\(chain)")))
      roots[root]?.symptoms += finding.symptoms
      let weight = max(scene.weight(of: finding), roots[root]?.weight ?? 0)
      roots[root]?.weight = weight
      if let severity = roots[root]?.severity {
        roots[root]?.severity = max(severity, finding.severity)
      }
    }
    let causes = findings.compactMap { roots.removeValue(forKey: $0.id) }
    return CausalPass.ordered(sharingGain(causes))
  }

  /// Too small pools are why callers run into time-outs: what these cost is what mending them gains.
  private func sharingGain(_ findings: [Finding]) -> [Finding] {
    let cascade = findings.first { $0.kind == .poolTimeoutCascade }
    return findings.map { finding in
      guard finding.kind == .poolFragmentation, finding.gain == nil else { return finding }
      var finding = finding
      finding.gain = cascade?.gain
      return finding
    }
  }

  /// The worst first; of equal ones what more of the service is about, then in the order of the
  /// kinds and of their words.
  static func ordered(_ findings: [Finding]) -> [Finding] {
    let order = Dictionary(
      uniqueKeysWithValues: FindingKind.allCases.enumerated().map { ($0.element, $0.offset) })
    return findings.sorted { left, right in
      if left.severity != right.severity { return left.severity > right.severity }
      if left.weight != right.weight { return left.weight > right.weight }
      let kinds = (order[left.kind] ?? 0, order[right.kind] ?? 0)
      if kinds.0 != kinds.1 { return kinds.0 < kinds.1 }
      if left.summary != right.summary { return left.summary < right.summary }
      return left.subject.rank < right.subject.rank
    }
  }

  /// The last cause of a finding and what lies between; `nil` for a cause, or where causes go round.
  private func chain(
    from id: Finding.ID, _ causeOf: [Finding.ID: Finding.ID]
  ) -> (root: Finding.ID, path: [Finding.ID])? {
    guard var cause = causeOf[id] else { return nil }
    var path: [Finding.ID] = []
    var seen: Set<Finding.ID> = [id]
    while let next = causeOf[cause] {
      guard seen.insert(cause).inserted else { return nil }
      path.append(cause)
      cause = next
    }
    return seen.contains(cause) ? nil : (cause, path)
  }

  private func cause(of finding: Finding) -> Finding? {
    switch (finding.kind, finding.subject) {
    case (.latencyRegression, .endpoint(let name)):
      return first(.slowEndpoint) { $0.subject == finding.subject } ?? causeOfSlowness(name)
    case (.slowEndpoint, .endpoint(let name)): return causeOfSlowness(name)
    case (.errorRate, .endpoint(let name)): return causeOfErrors(name)
    case (.poolSaturation, _), (.poolWaiting, _): return causeOfPressure(finding)
    case (.slowQuery, _): return first(.heavyRows) { $0.subject == finding.subject }
    case (.frequentQuery, _):
      return first(.nPlusOne) { $0.subject == finding.subject }
        ?? first(.repeatedQuery) { $0.subject == finding.subject }
    case (.nPlusOne, .endpoint(let name)):
      return (byKind[.nPlusOne] ?? []).first { other in
        if case .query(let id) = other.subject { return owns(name, query: id) }
        return false
      }
    case (.taskSlow, _):
      return first(.poolTimeoutCascade) { cascade in
        cascade.symptoms.contains {
          $0.kind == .waitsForTimeout && $0.subject == finding.subject
        }
      } ?? pressedPool()
    case (.memoryHigh, _): return first(.memoryGrowth) { $0.subject == finding.subject }
    case (.memoryGrowth, .process(_, let source)):
      return first(.cacheGrowth) { growth in
        if case .cache(_, source) = growth.subject { return true }
        return false
      }
    default: return nil
    }
  }

  private func first(_ kind: FindingKind, where fits: (Finding) -> Bool) -> Finding? {
    (byKind[kind] ?? []).first(where: fits)
  }

  private func owns(_ name: EndpointName, query: UInt64) -> Bool {
    scene.history.bursts.summary(ofQuery: query, in: scene.range)?.owners.first?.endpoint == name
  }

  /// A statement, calls to another service, a pool or a blocked loop that makes an endpoint slow.
  private func causeOfSlowness(_ name: EndpointName) -> Finding? {
    if let statement = costliestStatement(of: name) { return statement }
    let calls = first(.outboundNPlusOne) { finding in
      guard case .outbound(let called) = finding.subject else { return false }
      let bursts = scene.history.bursts.summary(of: .outbound(called), in: scene.range)?.bursts
      return (bursts ?? []).contains { $0.owner?.joinKey == name.joinKey }
    }
    return calls ?? slowCall(of: name) ?? pressedPool() ?? stall(of: name)
  }

  /// The slow call to another service for which the endpoint waits half of its time or more.
  private func slowCall(of name: EndpointName) -> Finding? {
    guard let row = scene.endpoints.first(where: { $0.name == name }),
      let mean = row.latency?.meanSeconds, mean > 0
    else { return nil }
    for (call, seconds, _) in scene.calls(of: row)
    where seconds >= CausalPass.leastShare * mean {
      if let found = first(.outboundSlow, where: { $0.subject == .outbound(call.name) }) {
        return found
      }
    }
    return nil
  }

  /// How long a slow endpoint waits for the call that makes it slow, as the end of a sentence.
  private func wait(of finding: Finding, for cause: Finding) -> String {
    guard cause.kind == .outboundSlow, case .endpoint(let name) = finding.subject,
      let row = scene.endpoints.first(where: { $0.name == name }),
      let mean = row.latency?.meanSeconds,
      let call = scene.calls(of: row).first(where: { .outbound($0.row.name) == cause.subject })
    else { return "" }
    return "; it waits for this call \(Phrase.duration(call.seconds)) of "
      + "\(Phrase.duration(mean)) a request" + (call.isGuess ? " (as the times tell)" : "")
  }

  /// The statement that takes half of the endpoint's time or more and is a finding itself.
  private func costliestStatement(of name: EndpointName) -> Finding? {
    guard let row = scene.endpoints.first(where: { $0.name == name }),
      let mean = row.latency?.meanSeconds, mean > 0
    else { return nil }
    for (query, seconds, _) in scene.statements(of: row) {
      let bursts =
        scene.bursts(of: query)?.bursts.filter { $0.owner?.joinKey == name.joinKey } ?? []
      let each =
        bursts.isEmpty
        ? 0 : bursts.reduce(0) { $0 + $1.seconds } / Double(bursts.count)
      guard max(seconds, each) >= CausalPass.leastShare * mean else { continue }
      for kind in [FindingKind.nPlusOne, .repeatedQuery, .heavyRows, .slowQuery, .frequentQuery] {
        if let found = first(kind, where: { $0.subject == .query(query.id) }) { return found }
      }
    }
    return nil
  }

  private func pressedPool() -> Finding? {
    for kind in [FindingKind.poolFragmentation, .poolTimeoutCascade, .poolSaturation] {
      let fitting = (byKind[kind] ?? []).filter {
        kind != .poolSaturation || $0.severity == .critical
      }
      if let worst = fitting.max(by: { $0.severity < $1.severity }) { return worst }
    }
    return nil
  }

  /// A blocked loop, where it makes most endpoints slow, and explains this one.
  private func stall(of name: EndpointName) -> Finding? {
    guard (byKind[.slowEndpoint] ?? []).count * 2 >= scene.endpoints.count,
      let row = scene.endpoints.first(where: { $0.name == name })
    else { return nil }
    let stalls = (byKind[.eventLoopStall] ?? []) + (byKind[.startupStall] ?? [])
    return stalls.first { StallOverlap($0, in: scene)?.explains(row) ?? false }
  }

  private func causeOfErrors(_ name: EndpointName) -> Finding? {
    let gaveUp = scene.pools.reduce(0) { $0 + ($1.timeouts ?? 0) }
    guard let row = scene.endpoints.first(where: { $0.name == name }),
      gaveUp >= CausalPass.leastShare * Double(row.statuses.errors)
    else { return nil }
    return pressedPool() ?? byKind[.poolWaiting]?.first
  }

  private func causeOfPressure(_ finding: Finding) -> Finding? {
    if let fragmentation = byKind[.poolFragmentation]?.first { return fragmentation }
    guard case .pool(let name, let source) = finding.subject,
      let pool = scene.pools.first(where: { $0.name == name && $0.source == source })
    else { return nil }
    if finding.kind == .poolWaiting, let cascade = byKind[.poolTimeoutCascade]?.first {
      return cascade
    }
    guard let limit = pool.limit, limit > 0 else { return nil }
    for query in scene.queries
    where query.totalSeconds / scene.seconds >= CausalPass.leastShare * limit {
      for kind in [FindingKind.nPlusOne, .repeatedQuery, .heavyRows, .slowQuery, .frequentQuery] {
        if let found = first(kind, where: { $0.subject == .query(query.id) }) { return found }
      }
    }
    return nil
  }
}

extension FindingSubject {
  /// Tells apart, of one kind, what the same can be said of: replicas call their pools alike.
  fileprivate var rank: (number: UInt64, name: String) {
    switch self {
    case .endpoint(let name), .outbound(let name), .task(let name): (0, name.description)
    case .query(let id): (id, "")
    case .pool(let name, let source), .cache(let name, let source),
      .process(let name, let source), .queue(let name, let source),
      .breaker(let name, let source):
      (UInt64(truncatingIfNeeded: source), name.string)
    case .source(let source): (UInt64(truncatingIfNeeded: source), "")
    case .service: (0, "")
    }
  }
}
