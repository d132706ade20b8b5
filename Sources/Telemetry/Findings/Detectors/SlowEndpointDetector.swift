/// Endpoints whose 95th percentile is over the limit, with where their time goes.
struct SlowEndpointDetector: Detector {
  let kinds = [FindingKind.slowEndpoint]

  /// Requests in a row, in columns under the limit, that end a slow stretch.
  ///
  /// Chosen: where one of twenty is slow, chance gives so many once in twenty times.
  private static let fewestToEnd: UInt64 = 60

  func findings(in scene: Scene) -> [Finding] {
    scene.endpoints.compactMap { row in finding(row, in: scene) }
  }

  private func finding(_ row: EndpointRow, in scene: Scene) -> Finding? {
    let limits = scene.thresholds
    let severity = limits.latency(of: row)
    guard severity > .fine, let p95 = row.latency?.p95, isCredible(row, in: scene) else {
      return nil
    }
    let limit = severity == .critical ? limits.criticalSeconds : limits.slowSeconds
    let beyond = p95.isBeyondLastBound ? "more than " : ""
    var finding = Finding(
      .slowEndpoint, severity, of: .endpoint(row.name),
      summary: DisplayText(
        "\(row.name) is slow: p95 \(beyond)\(Phrase.duration(p95.seconds)) over "
          + "\(Phrase.count(row.requests, "request")), limit \(Phrase.duration(limits.slowSeconds))"
      ))
    finding = finding.showing(
      "p95", value: p95.seconds, threshold: limit, in: .seconds, source: row.sources.first,
      range: scene.range)
    if let worst = row.latency?.maxSeconds {
      finding = finding.showing("slowest", value: worst, in: .seconds, source: row.sources.first)
    }
    let begun = scene.beginning(of: row.name, endedBy: Self.fewestToEnd) {
      ($0.p95 ?? 0) > limits.slowSeconds
    }
    return advise(finding, row, in: scene).since(
      begun, likely: row.requests < 20 ? "\(row.requests) requests only" : nil)
  }

  /// Whether the slow requests are more than one unlucky request in few.
  private func isCredible(_ row: EndpointRow, in scene: Scene) -> Bool {
    guard
      let histogram = scene.history.histogram(of: row.name, scene.window, now: scene.now),
      histogram.count > 0
    else { return true }
    let slow = (1 - histogram.share(upTo: scene.thresholds.slowSeconds)) * Double(histogram.count)
    return Chance.tellsSlow(slow, among: histogram.count)
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
    return finding.advising(
      "Give svctop the log of its database or of its calls to other services beside this source: "
        + "then it says where the \(Phrase.duration(mean)) a request go.")
  }
}

extension Scene {
  /// Calls to other services that an endpoint makes many of in one request.
  func outboundBursts(of endpoint: EndpointName) -> [(name: EndpointName, summary: BurstSummary)] {
    outbound.compactMap { row in
      guard let all = history.bursts.summary(of: .outbound(row.name), in: range) else { return nil }
      let own = all.bursts.filter { $0.owner?.joinKey == endpoint.joinKey }
      return own.isEmpty ? nil : (row.name, all.about(own))
    }
  }
}
