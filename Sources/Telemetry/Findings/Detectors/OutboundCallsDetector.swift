/// Calls to other services: many alike ones in one request, and slow ones.
struct OutboundCallsDetector: Detector {
  let kinds = [FindingKind.outboundNPlusOne, .outboundSlow]

  func findings(in scene: Scene) -> [Finding] {
    scene.outbound.flatMap { row in
      [nPlusOne(row, in: scene), slow(row, in: scene)].compactMap { $0 }
    }
  }

  private func nPlusOne(_ row: EndpointRow, in scene: Scene) -> Finding? {
    guard let all = scene.history.bursts.summary(of: .outbound(row.name), in: scene.range) else {
      return nil
    }
    let bursts = all.about(all.bursts.filter { $0.calls >= scene.thresholds.alikeCalls })
    guard let worst = bursts.bursts.max(by: { $0.calls < $1.calls }),
      bursts.surest == .id || bursts.bursts.contains(where: { $0.owner != nil })
        || bursts.bursts.count >= 2 || Self.seconds(of: worst) >= scene.thresholds.slowSeconds
    else { return nil }
    let seconds =
      bursts.bursts.reduce(0) { $0 + Self.seconds(of: $1) } / Double(bursts.bursts.count)
    let whom = owner(of: bursts)?.description ?? "One piece of work"
    let saved = seconds * Double(bursts.medianCalls - 1) / Double(max(1, bursts.medianCalls))
    return Finding(
      .outboundNPlusOne, seconds >= scene.thresholds.criticalSeconds ? .critical : .high,
      of: .outbound(row.name),
      summary: DisplayText(
        "\(whom) calls \(row.name) \(bursts.medianCalls) times, one after the other, in one request: "
          + "\(Phrase.duration(seconds)) in all")
    )
    .showing(
      "calls of one request within \(Phrase.duration(worst.end - worst.start))",
      value: Double(worst.calls), threshold: Double(scene.thresholds.alikeCalls),
      source: worst.source, line: worst.firstLine,
      range: TimeRange(from: worst.start, to: worst.end)
    )
    .showing("requests that do so", value: Double(bursts.count))
    .advising(
      "Ask \(row.name.place) once for all (a filter that takes a list), or make the calls at the "
        + "same time."
    )
    .gaining(
      saved * Double(bursts.count),
      "one call in place of \(bursts.medianCalls) saves about \(Phrase.duration(saved)) of "
        + "\(Phrase.duration(seconds)) in each of \(Phrase.count(UInt64(bursts.count), "request"))"
    )
    .lasting(since: scene.beginning(of: bursts), likely: doubt(bursts))
  }

  /// The endpoint that most of the bursts are for.
  private func owner(of bursts: BurstSummary) -> EndpointName? {
    let owners = bursts.owners
    let all = bursts.bursts.reduce(0) { $0 + max($1.ownerShare, 0.01) }
    return owners.first.flatMap { $0.bursts >= 0.5 * all ? $0.endpoint : nil }
  }

  private func doubt(_ bursts: BurstSummary) -> String? {
    guard bursts.surest == .id else { return "linked by the order of the lines" }
    let isTold = bursts.bursts.allSatisfy { $0.owner == nil || $0.ownerShare == 1 }
    return isTold ? nil : "the calls share an id; whose request it was is told by time"
  }

  /// Time that the calls took; where they are logged without it, the time between first and last.
  private static func seconds(of burst: CallBurst) -> Double {
    burst.seconds > 0 ? burst.seconds : burst.end - burst.start
  }

  private func slow(_ row: EndpointRow, in scene: Scene) -> Finding? {
    let limit = scene.thresholds.slowOutboundSeconds
    guard row.requests >= scene.thresholds.fewestRequests, let p95 = row.latency?.p95?.seconds,
      p95 > limit, let median = row.latency?.p50?.seconds ?? row.latency?.meanSeconds
    else { return nil }
    let histogram = scene.history.histogram(
      of: row.name, kind: .outbound, scene.window, now: scene.now)
    if let histogram {
      let slow = (1 - histogram.share(upTo: limit)) * Double(histogram.count)
      guard Chance.tellsSlow(slow, among: histogram.count) else { return nil }
    }
    let most = row.latency?.maxSeconds ?? p95
    let total = row.totalSeconds ?? 0
    let saved = total - limit * Double(row.requests)
    return Finding(
      .outboundSlow, p95 > 3 * limit ? .high : .medium, of: .outbound(row.name),
      summary: DisplayText(
        "Calls to \(row.name) are slow: p95 \(Phrase.duration(p95)), half take "
          + "\(Phrase.duration(median)) or more, \(Phrase.count(row.requests, "call"))")
    )
    .showing(
      "p95", value: p95, threshold: limit, in: .seconds, source: row.sources.first,
      range: scene.range
    )
    .showing("slowest", value: most, in: .seconds, source: row.sources.first)
    .advising(
      "Do not let users wait for \(row.name.route): cache its answers, ask it in the background, "
        + "and give the call a time-out near \(Phrase.count(max(limit, 2 * median).rounded(.up))) s."
    )
    .gaining(
      saved,
      "at \(Phrase.duration(limit)) a call saves \(Phrase.duration(saved)) of the "
        + "\(Phrase.duration(total)) that \(Phrase.count(row.requests, "call")) take"
    )
    .lasting(
      since: scene.beginning(.outboundSlow, of: row.name, .outbound) { ($0.p95 ?? 0) > limit })
  }
}
