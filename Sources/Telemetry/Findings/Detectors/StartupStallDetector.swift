/// Services that serve nothing for a while after they began, busy with something else.
struct StartupStallDetector: Detector {
  let kinds = [FindingKind.startupStall]

  /// A start that takes less is normal.
  private static let leastSeconds = 10.0
  private static let highSeconds = 30.0
  /// Longer than this apart two messages are not about one start.
  private static let mostSeconds = 900.0
  private static let begins = [
    "started server process", "starting gunicorn", "booting worker",
    "waiting for application startup",
    "starting application", "starting service", "starting up", "booting puma", "initializing",
  ]
  private static let ends = [
    "application startup complete", "uvicorn running on", "startup complete", "ready to serve",
    "listening on", "server started", "now listening", "ready for connections", "ready in",
  ]

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
    var begun: [SourceID: (time: Timestamp, place: Int)] = [:]
    var longest: (start: Int, end: Int, seconds: Double)?
    for (place, line) in scene.history.tail.enumerated() where line.level < .error {
      let text = line.text.string
      guard text.utf8.count < 400 else { continue }
      let lower = text.lowercased()
      if Self.ends.contains(where: { lower.contains($0) }) {
        guard let start = begun[line.source] else { continue }
        let seconds = line.time - start.time
        begun[line.source] = nil
        if seconds >= Self.leastSeconds, seconds <= Self.mostSeconds,
          seconds > longest?.seconds ?? 0
        {
          longest = (start.place, place, seconds)
        }
      } else if begun[line.source] == nil, Self.begins.contains(where: { lower.contains($0) }) {
        begun[line.source] = (line.time, place)
      }
    }
    guard let longest else { return nil }
    let tail = scene.history.tail
    let source = tail[longest.start].source
    let between = tail[(longest.start + 1)..<longest.end].filter { $0.source == source }
    return finding(
      tail[longest.start].time, longest.seconds, source: source, "by its own messages",
      between: Array(between), in: scene)
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
      "time to serve, \(how)", value: seconds, threshold: Self.leastSeconds, source: source,
      range: TimeRange(from: start, to: start + seconds), sample: between.first?.text
    )
    .advising(
      "Serve first: let back-ups, migrations and warming of caches run in the background, or "
        + "before the old process ends."
    )
    .since(start)
  }
}
