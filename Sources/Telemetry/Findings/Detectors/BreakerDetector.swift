/// Circuit breakers that are open, or that open and close again and again.
struct BreakerDetector: Detector {
  let kinds = [FindingKind.breakerOpen]

  /// Openings and closings of the window from which it flaps: two rounds.
  private static let fewestChanges = 4

  func findings(in scene: Scene) -> [Finding] {
    scene.breakers.compactMap { row in
      let points = scene.points(.breakerState, of: row.name, row.source, in: scene.range)
      let changes = zip(points, points.dropFirst()).filter { ($0.value >= 1) != ($1.value >= 1) }
        .count
      let isOpen = row.state >= 1
      guard isOpen || changes >= Self.fewestChanges else { return nil }
      let failing = row.failureRate.map { ", \(Phrase.percent($0)) of its calls fail" } ?? ""
      let begun = points.last { $0.value < 1 }.flatMap { closed in
        points.first { $0.time > closed.time }?.time
      }
      return Finding(
        .breakerOpen, changes >= Self.fewestChanges ? .high : .critical,
        of: .breaker(row.name, source: row.source),
        summary: DisplayText(
          changes >= Self.fewestChanges
            ? "Breaker \(row.name) flaps: it changed \(changes) times in this window\(failing)"
            : "Breaker \(row.name) is open: calls are refused without being tried\(failing)")
      )
      .showing("state", value: row.state, threshold: 1, source: row.source, range: scene.range)
      .advising(
        changes >= Self.fewestChanges
          ? "What \(row.name) guards comes back half: let it rest longer before trying again, and "
            + "try with few calls."
          : "Look at what \(row.name) guards; until it is back answer with what is cached."
      )
      .since(begun ?? points.first?.time)
    }
  }
}
