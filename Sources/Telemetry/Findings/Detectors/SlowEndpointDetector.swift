import Glibc

/// Endpoints whose 95th percentile is over the limit, with where their time goes.
struct SlowEndpointDetector: Detector {
  let kinds = [FindingKind.slowEndpoint]

  /// Where one of twenty requests is slow, so many quick ones in a row are chance once in twenty times:
  /// what is slow more seldom has no p95 over the limit.
  private static let mostToEnd = 60.0
  /// How seldom quick requests in a row may be chance.
  private static let chance = 0.05

  func findings(in scene: Scene) -> [Finding] {
    scene.endpoints.compactMap { row in finding(row, in: scene) }
  }

  private func finding(_ row: EndpointRow, in scene: Scene) -> Finding? {
    let limits = scene.thresholds
    let severity = limits.latency(of: row)
    guard severity > .fine, let p95 = row.latency?.p95 else { return nil }
    let slow = slow(row, in: scene)
    // More than one unlucky request in few.
    if let slow, !Chance.tellsSlow(slow.slow, among: slow.count) { return nil }
    let beyond = p95.isBeyondLastBound ? "more than " : ""
    var finding = Finding(
      .slowEndpoint, severity, of: .endpoint(row.name),
      summary: DisplayText(
        "\(row.name) is slow: p95 \(beyond)\(Phrase.duration(p95.seconds)) over "
          + "\(Phrase.count(row.requests, "request")), limit \(Phrase.duration(limits.slowSeconds))"
      ))
    // The limit that was passed first, as in the summary and beside the endpoint's p95.
    finding = finding.showing(
      "p95", value: p95.seconds, threshold: limits.slowSeconds, in: .seconds,
      source: row.sources.first, range: scene.range)
    if let worst = row.latency?.maxSeconds {
      finding = finding.showing("slowest", value: worst, in: .seconds, source: row.sources.first)
    }
    let begun = scene.beginning(
      .slowEndpoint, of: row.name, endedBy: quickToEnd(slow)
    ) { ($0.p95 ?? 0) > limits.slowSeconds }
    return advise(finding, row, in: scene).lasting(
      since: begun, likely: row.requests < 20 ? "\(row.requests) requests only" : nil)
  }

  /// Quick requests in a row, in columns under the limit, that end a slow stretch: so many that among
  /// requests of which as many are slow as in the window they would hardly come by chance.
  private func quickToEnd(_ known: (slow: Double, count: UInt64)?) -> UInt64 {
    guard let (slow, count) = known, slow < Double(count) else { return 1 }
    let wanted = log(Self.chance) / log(1 - slow / Double(count))
    return UInt64(min(max(1, wanted.rounded(.up)), Self.mostToEnd))
  }

  /// Requests of the window over the limit, and those whose duration is known; `nil` where that is not
  /// known.
  private func slow(_ row: EndpointRow, in scene: Scene) -> (slow: Double, count: UInt64)? {
    guard
      let histogram = scene.history.histogram(of: row.name, scene.window, now: scene.now),
      histogram.count > 0
    else { return nil }
    let share = 1 - histogram.share(upTo: scene.thresholds.slowSeconds)
    return (share * Double(histogram.count), histogram.count)
  }

  private func advise(_ finding: Finding, _ row: EndpointRow, in scene: Scene) -> Finding {
    guard let mean = row.latency?.meanSeconds, mean > 0 else {
      return finding.advising(
        "Log the time of each step of \(row.name): nothing here says where it goes.")
    }
    let statements = scene.statements(of: row).prefix(3)
    let inDatabase = statements.reduce(0) { $0 + $1.seconds }
    if inDatabase >= 0.3 * mean, let most = statements.first {
      let share = min(1, most.seconds / mean)
      return finding.advising(
        "About \(Phrase.percent(share)) of its time is \(Phrase.short(most.row.fingerprint)): "
          + "mend that first, it would save up to \(Phrase.duration(min(most.seconds, mean))) of "
          + "\(Phrase.duration(mean)) a request.")
    }
    if let call = scene.calls(of: row).first, call.seconds >= 0.3 * mean {
      return finding.advising(
        "About \(Phrase.percent(min(1, call.seconds / mean))) of its time it waits for "
          + "\(call.row.name): \(Phrase.duration(min(call.seconds, mean))) of "
          + "\(Phrase.duration(mean)) a request\(call.isGuess ? ", as the times tell" : ""). Cache "
          + "the answers, ask in the background, or at the same time as others.")
    }
    if let burst = scene.outboundBursts(of: row.name).first {
      return finding.advising(
        "It calls \(burst.name) \(burst.summary.medianCalls) times a request, "
          + "\(Phrase.duration(burst.summary.seconds / Double(burst.summary.bursts.count))) in all: "
          + "ask once for all, or at the same time.")
    }
    if !statements.isEmpty {
      return finding.advising(
        "Its statements take \(Phrase.duration(inDatabase)) of \(Phrase.duration(mean)) a request: "
          + "look at what it does outside of the database.")
    }
    return finding.advising(unknown(row.name, mean, in: scene))
  }

  /// What would tell where the time of an endpoint goes that nothing is tied to: not what is there.
  private func unknown(_ name: EndpointName, _ mean: Double, in scene: Scene) -> String {
    let goal = "where the \(Phrase.duration(mean)) a request go"
    if scene.hasOwnedStatements {
      return
        "Log the time of each step of \(name): none of the statements in the logs is known to be "
        + "its own, and nothing else says \(goal)."
    }
    if scene.hasLoggedStatements {
      return "No statement in the logs could be tied to \(name): an id of the request in both logs "
        + "(request id or traceparent), or a comment in the statements that names the route "
        + "(sqlcommenter), would tell \(goal)."
    }
    guard scene.outbound.isEmpty else {
      return "No call in the logs could be tied to \(name): an id of the request in both lines "
        + "(request id or traceparent), or the log of its database beside this source, would tell "
        + "\(goal)."
    }
    return "Give svctop the log of its database or of its calls to other services beside this "
      + "source: then it says \(goal)."
  }
}

extension Scene {
  /// Whether a log tells of statements, and not only counters of a database.
  fileprivate var hasLoggedStatements: Bool {
    queries.contains { row in
      row.sources.contains { history.sources[$0].identity.kind == .log }
    }
  }

  /// Whether ids or comments say of some statements which endpoint runs them.
  fileprivate var hasOwnedStatements: Bool {
    queries.contains { row in !row.callers.allSatisfy(\.isGuess) }
  }

  /// Calls to other services that an endpoint makes many of in one request.
  func outboundBursts(of endpoint: EndpointName) -> [(name: EndpointName, summary: BurstSummary)] {
    outbound.compactMap { row in
      guard let all = history.bursts.summary(of: .outbound(row.name), in: range) else { return nil }
      let own = all.bursts.filter { $0.owner?.joinKey == endpoint.joinKey }
      return own.isEmpty ? nil : (row.name, all.about(own))
    }
  }
}
