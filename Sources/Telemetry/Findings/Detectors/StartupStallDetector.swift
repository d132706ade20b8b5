/// Services that serve nothing for a while after they began, busy with something else.
struct StartupStallDetector: Detector {
  let kinds = [FindingKind.startupStall]

  /// A start that takes less is normal.
  private static let leastSeconds = 10.0
  /// A start that takes as long is high.
  private static let highSeconds = 30.0
  /// Longer than this apart two messages are not about one start.
  private static let mostSeconds = 900.0

  func findings(in scene: Scene) -> [Finding] {
    if let said = fromMessages(in: scene) { return [said] }
    guard let silence = ServiceSilence(in: scene), silence.isAtStart,
      silence.seconds >= Self.leastSeconds
    else { return [] }
    return [
      finding(
        silence.start, silence.seconds, source: scene.endpoints.first?.sources.first ?? 0,
        "the first requests had waited up to \(Phrase.duration(silence.waited))", between: [],
        in: scene)
    ]
  }

  private func fromMessages(in scene: Scene) -> Finding? {
    let lines = scene.history.startUps
    var begun: [SourceID: Int] = [:]
    var longest: (start: Int, end: Int, seconds: Double)?
    for (place, start) in lines.enumerated() {
      let source = start.line.source
      switch start.phase {
      case .beginning:
        // Several messages may speak of one beginning; a start that came to nothing is over.
        let isKnown =
          begun[source].map { start.line.time - lines[$0].line.time <= Self.mostSeconds } ?? false
        if !isKnown { begun[source] = place }
      case .between: continue
      case .ready:
        guard let first = begun[source] else { continue }
        begun[source] = nil
        let seconds = start.line.time - lines[first].line.time
        let isSeen = start.line.time >= scene.range.from && lines[first].line.time < scene.range.to
        if isSeen, seconds >= Self.leastSeconds, seconds <= Self.mostSeconds,
          seconds > longest?.seconds ?? 0
        {
          longest = (first, place, seconds)
        }
      }
    }
    guard let longest else { return nil }
    let first = lines[longest.start].line
    let between = lines[longest.start..<longest.end].map(\.line).filter {
      $0.source == first.source
    }
    return finding(
      first.time, longest.seconds, source: first.source, "by its own messages", between: between,
      in: scene)
  }

  private func finding(
    _ start: Timestamp, _ seconds: Double, source: SourceID, _ how: String, between: [LogLine],
    in scene: Scene
  ) -> Finding {
    // The line before the longest pause says what was being done.
    let pauses = zip(between, between.dropFirst()).max {
      $0.1.time - $0.0.time < $1.1.time - $1.0.time
    }
    let busy = pauses.map { "; around \"\(Phrase.short($0.0.text, 70))\"" } ?? ""
    return Finding(
      .startupStall, seconds >= Self.highSeconds ? .high : .medium, of: .source(source),
      summary: DisplayText(
        "\(scene.name(of: source)) served nothing for \(Phrase.duration(seconds)) after it "
          + "began\(busy)")
    )
    .showing(
      "time to serve, \(how)", value: seconds, threshold: Self.leastSeconds, in: .seconds,
      source: source,
      range: TimeRange(from: start, to: start + seconds), sample: between.first?.text
    )
    .advising(
      "Serve first: let back-ups, migrations and warming of caches run in the background, or "
        + "before the old process ends."
    )
    .since(start)
  }
}
