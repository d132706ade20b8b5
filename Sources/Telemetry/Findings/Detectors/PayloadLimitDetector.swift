/// Requests that are turned away because their body is too large.
struct PayloadLimitDetector: Detector {
  let kinds = [FindingKind.payloadLimit]

  /// Answers 413 of an endpoint below which nothing is told of it.
  private static let fewestRefusals: UInt64 = 3
  /// Share of an endpoint's requests from which it is its users' everyday trouble.
  private static let mediumShare = 0.1

  func findings(in scene: Scene) -> [Finding] {
    let refused = Dictionary(grouping: scene.refusals.filter { $0.status == 413 }, by: \.endpoint)
    return refused.sorted { $0.key < $1.key }.compactMap { endpoint, rows in
      guard let seen = scene.history.refusals(ofOneViewAmong: rows) else { return nil }
      let count = seen.rows.reduce(0) { $0 + $1.count }
      guard count >= Self.fewestRefusals else { return nil }
      // What a proxy turns away never comes to the application, which counts fewer requests.
      let views = scene.history.views(of: endpoint, scene.window, now: scene.now)
      let requests = views.first { $0.vantage == seen.vantage }?.row.requests ?? count
      let share = Double(count) / Double(max(1, requests, count))
      let last = seen.rows.max { $0.last < $1.last }
      return Finding(
        .payloadLimit, share >= Self.mediumShare ? .medium : .low, of: .endpoint(endpoint),
        summary: DisplayText(
          "\(endpoint) turned \(Phrase.count(count, "request")) away as too large (413), "
            + "\(Phrase.percent(share)) of all")
      )
      .showing(
        "requests answered with 413", value: Double(count), source: last?.source,
        line: last?.line ?? 0, range: scene.range
      )
      .advising(
        "Raise the limit for \(endpoint) where it is set first (client_max_body_size of nginx is "
          + "1 MB unless set), or let clients send in parts; say the limit in the answer.")
    }
  }
}
