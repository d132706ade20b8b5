/// Processes close to the limit of their memory.
struct MemoryHighDetector: Detector {
  let kinds = [FindingKind.memoryHigh]

  func findings(in scene: Scene) -> [Finding] {
    scene.memory.compactMap { row in
      guard let limit = row.limitBytes, limit > 0, limit < 1e15 else { return nil }
      let resident = scene.recent(.residentBytes, of: row.name, row.source).median
      let heap = scene.recent(.heapBytes, of: row.name, row.source).median
      guard let used = resident ?? row.residentBytes ?? heap ?? row.heapBytes else { return nil }
      let limits = scene.thresholds
      let share = used / limit
      guard share >= limits.memoryShare else { return nil }
      let severity: Severity =
        share >= limits.criticalMemoryShare
        ? .critical : share >= limits.highMemoryShare ? .high : .medium
      return Finding(
        .memoryHigh, severity, of: .process(row.name, source: row.source),
        summary: DisplayText(
          "\(row.name) uses \(Phrase.percent(share)) of its memory: \(Phrase.bytes(used)) of "
            + Phrase.bytes(limit))
      )
      .showing(
        "share of the limit", value: share, threshold: limits.memoryShare, in: .share,
        source: row.source,
        range: scene.range
      )
      .advising(
        "Raise the limit above \(Phrase.bytes(used / limits.memoryShare)) or run fewer workers, "
          + "before the kernel ends the process.")
    }
  }
}
