/// Endpoints that run many statements a request by the application's own count (Rails and others).
struct RequestStatementsDetector: Detector {
  let kinds = [FindingKind.nPlusOne]

  /// A request with more statements than this is called chatty by nest-profiler.
  ///
  /// https://github.com/eleven-labs/nest-profiler
  private static let chatty = 20.0
  /// Chosen: as few as `Thresholds.fewestRequests` asks for.
  private static let fewestRequests: UInt64 = 5

  func findings(in scene: Scene) -> [Finding] {
    scene.history.bursts.figures.sorted { $0.key < $1.key }.compactMap { endpoint, figures in
      let mean = Double(figures.statements) / Double(max(1, figures.requests))
      guard figures.requests >= Self.fewestRequests, mean >= Self.chatty,
        scene.endpoints.contains(where: { $0.name == endpoint })
      else { return nil }
      return Finding(
        .nPlusOne, mean >= 100 ? .high : .medium, of: .endpoint(endpoint),
        summary: DisplayText(
          "\(endpoint) runs \(Phrase.count(mean)) statements a request, up to "
            + "\(Phrase.count(Double(figures.most))), as the application counts them")
      )
      .showing("statements per request", value: mean, threshold: Self.chatty)
      .advising(
        "Log the statements of \(endpoint) for a moment: similar ones belong in one statement "
          + "(eager loading)."
      )
      .since(nil, likely: "the statements themselves are not in the log")
    }
  }
}
