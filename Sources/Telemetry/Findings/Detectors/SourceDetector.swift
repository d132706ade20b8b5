/// Sources that do not answer any more, that are not understood, or that speak for one process of
/// several: what is shown of the service may then be old or incomplete.
struct SourceDetector: Detector {
  let kinds = [FindingKind.sourceStale, .unparsedLines, .multiProcessEndpoint]

  /// Lines of a log below which a share of them says little.
  private static let fewestLines: UInt64 = 50
  /// Share of the lines not understood (0...1) over which it is medium.
  private static let mediumUnparsed = 0.5

  func findings(in scene: Scene) -> [Finding] {
    scene.history.sources.enumerated().flatMap { id, source in
      [stale(id, source, in: scene), unparsed(id, source, in: scene), processes(id, source)]
        .compactMap { $0 }
    }
  }

  private func stale(_ id: SourceID, _ source: SourceState, in scene: Scene) -> Finding? {
    guard case .failing(let reason) = source.health else { return nil }
    let age = source.lastSuccess.map { scene.now - $0 }
    // At a moment of the past it could be read, or would have been found to be stale since.
    if let age, age < scene.thresholds.staleSeconds { return nil }
    let ago = age.map { "for \(Phrase.duration($0))" } ?? "at all"
    return Finding(
      .sourceStale, .medium, of: .source(id),
      summary: DisplayText(
        "\(source.identity.name) could not be read \(ago): \(Phrase.short(reason, 100))")
    )
    .showing(
      "since it was read", value: age, threshold: scene.thresholds.staleSeconds, in: .seconds,
      source: id
    )
    .advising(
      "See that \(source.identity.location) can be reached and read; what is shown of it is as old "
        + "as that."
    )
    .since(source.lastSuccess)
  }

  private func unparsed(_ id: SourceID, _ source: SourceState, in scene: Scene) -> Finding? {
    let tally = source.tally
    guard source.identity.kind == .log, tally.lines >= Self.fewestLines else { return nil }
    let share = Double(tally.unparsed) / Double(tally.lines)
    guard share > scene.thresholds.unparsedShare else { return nil }
    return Finding(
      .unparsedLines, share > Self.mediumUnparsed ? .medium : .low, of: .source(id),
      summary: DisplayText(
        "\(Phrase.percent(share)) of the lines of \(source.identity.name) are not understood "
          + "(\(Phrase.count(Double(tally.unparsed))) of \(Phrase.count(Double(tally.lines))))")
    )
    .showing(
      "lines not understood", value: share, threshold: scene.thresholds.unparsedShare, in: .share,
      source: id,
      sample: tally.unparsedExample
    )
    .advising(
      "Run `svctop inspect` on \(source.identity.location): it says what each line lacks; --format "
        + "or a format of your own in the configuration helps.")
  }

  private func processes(_ id: SourceID, _ source: SourceState) -> Finding? {
    guard let note = source.processNote else { return nil }
    return Finding(
      .multiProcessEndpoint, .low, of: .source(id),
      summary: DisplayText(
        "\(source.identity.name) is answered by several processes in turn: gauges are those of one")
    )
    .showing("what it says", source: id, sample: note)
    .advising(
      "Expose one sum of all processes: PROMETHEUS_MULTIPROC_DIR in Python, an aggregating registry "
        + "in Node, or one port for each worker.")
  }
}
