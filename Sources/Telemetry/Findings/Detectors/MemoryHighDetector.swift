/// Processes close to the limit of their memory.
struct MemoryHighDetector: Detector {
  let kinds = [FindingKind.memoryHigh]

  func findings(in scene: Scene) -> [Finding] {
    scene.memory.compactMap { row in
      var typical = row
      typical.residentBytes =
        scene.recent(.residentBytes, of: row.name, row.source).median ?? row.residentBytes
      typical.heapBytes = scene.recent(.heapBytes, of: row.name, row.source).median ?? row.heapBytes
      guard let nearest = typical.nearestLimit else { return nil }
      let limits = scene.thresholds
      let share = nearest.share
      let memory = nearest.isHeap ? "heap" : "memory"
      guard let passed = limits.memory(share: share) else { return nil }
      return Finding(
        .memoryHigh, passed.severity, of: .process(row.name, source: row.source),
        summary: DisplayText(
          "\(row.name) uses \(Phrase.percent(share)) of its \(memory): "
            + "\(Phrase.bytes(nearest.usedBytes)) of \(Phrase.bytes(nearest.limitBytes))")
      )
      .showing(
        "share of the limit", value: share, threshold: passed.limit, in: .share,
        source: row.source, range: scene.range
      )
      .advising(
        nearest.isHeap
          ? "Raise the limit of the heap above "
            + "\(Phrase.bytes(nearest.usedBytes / limits.memoryShare)), before collections take all "
            + "the time and an allocation fails."
          : "Raise the limit above \(Phrase.bytes(nearest.usedBytes / limits.memoryShare)) or run "
            + "fewer workers, before the kernel ends the process.")
    }
  }
}
