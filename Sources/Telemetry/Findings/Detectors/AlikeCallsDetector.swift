/// Many alike statements in one request: n-plus-one, or the very same statement again and again.
struct AlikeCallsDetector: Detector {
  let kinds = [FindingKind.nPlusOne, .repeatedQuery]

  /// Writes come in loops for good reasons more often; they need to be so many times as many.
  private static let writeFactor = 2
  /// Bursts below this take no time that anybody would notice, in seconds a request.
  private static let leastSeconds = 0.002

  func findings(in scene: Scene) -> [Finding] {
    scene.queries.flatMap { row -> [Finding] in
      guard let all = scene.bursts(of: row), !scene.shape(of: row).isHousekeeping else { return [] }
      return judge(row, all, in: scene)
    }
  }

  private func judge(_ row: QueryRow, _ all: BurstSummary, in scene: Scene) -> [Finding] {
    let shape = scene.shape(of: row)
    let fewest =
      shape.verb == .select
      ? scene.thresholds.alikeCalls : Self.writeFactor * scene.thresholds.alikeCalls
    let large = all.bursts.filter { $0.calls >= fewest }
    let hidesValues = Self.hidesValues(row)
    let identical = large.filter { $0.distinct > 0 && $0.distinct * 5 <= $0.calls && !hidesValues }
    let alike = large.filter { !($0.distinct > 0 && $0.distinct * 5 <= $0.calls) || hidesValues }
    var findings: [Finding] = []
    if !identical.isEmpty, isCredible(identical, row, in: scene) {
      findings.append(repeated(row, BurstSummary(bursts: identical), shape, in: scene))
    }
    if !alike.isEmpty, isCredible(alike, row, in: scene) {
      findings.append(nPlusOne(row, BurstSummary(bursts: alike), shape, in: scene))
    }
    return findings
  }

  /// Whether the log shows placeholders where the values would be, so that all texts are the same.
  private static func hidesValues(_ row: QueryRow) -> Bool {
    guard let text = row.examples.first?.statement.string.utf8 else { return false }
    var last: UInt8 = 0
    var quote: UInt8 = 0
    for byte in text {
      defer { last = byte }
      if quote != 0 {
        if byte == quote { quote = 0 }
        continue
      }
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
      case UInt8(ascii: "?"): return true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): if last == UInt8(ascii: "$") { return true }
      case UInt8(ascii: "s"), UInt8(ascii: "("): if last == UInt8(ascii: "%") { return true }
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        if last == UInt8(ascii: "@") || last == UInt8(ascii: ":") { return true }
      default: break
      }
    }
    return false
  }

  /// Whether bursts are more than the neighbourhood of requests that make one such call each.
  private func isCredible(_ bursts: [CallBurst], _ row: QueryRow, in scene: Scene) -> Bool {
    let summary = BurstSummary(bursts: bursts)
    guard summary.surest < .comment else { return true }
    let known = bursts.filter { $0.owner != nil }
    if known.isEmpty {
      // Nobody's request: the statement before must be the same each time, or the loop be long.
      let before = bursts.map(\.predecessor).filter { $0 != 0 }
      let usual = Dictionary(before.map { ($0, 1) }, uniquingKeysWith: +).values.max() ?? 0
      let isConsistent = bursts.count >= 2 && usual * 10 >= 7 * bursts.count
      let isSlow = bursts.contains { $0.seconds >= 0.5 && $0.isUnbroken }
      return isConsistent || isSlow || bursts.contains { $0.calls >= 10 && $0.isUnbroken }
    }
    return !isOnePerRequest(row, summary, in: scene)
  }

  /// Whether some endpoint had about as many requests as there were calls, where times are too
  /// coarse to tell one request with many from many requests with one.
  private func isOnePerRequest(
    _ row: QueryRow, _ summary: BurstSummary, in scene: Scene
  ) -> Bool {
    guard let owner = summary.owners.first?.endpoint,
      let busiest = scene.endpoints.first(where: { $0.name == owner })
    else { return false }
    let calls = Double(row.calls)
    return calls < 1.5 * Double(busiest.requests) && summary.calls * 2 < Int(row.calls)
  }

  private func nPlusOne(
    _ row: QueryRow, _ bursts: BurstSummary, _ shape: StatementShape, in scene: Scene
  ) -> Finding {
    let perRequest = bursts.medianCalls
    let seconds = bursts.seconds / Double(bursts.bursts.count)
    let whom = Self.whom(bursts)
    let finding = Finding(
      .nPlusOne, severity(perRequest, seconds, scene.thresholds), of: .query(row.id),
      summary: DisplayText(
        "\(whom) runs \(shape.title) \(perRequest) times in one request"
          + (seconds > 0 ? ", \(Phrase.duration(seconds)) in all" : "")))
    let saved = seconds * Double(perRequest - 1) / Double(max(1, perRequest))
    let column = shape.filters.first
    let advice: String
    switch (shape.verb, column) {
    case (.select, let column?):
      advice =
        "Load the rows of \(shape.table ?? "the table") for all at once: WHERE \(column) IN (...) "
        + "or a JOIN (eager loading in an ORM)."
    case (.insert, _):
      advice =
        "Insert the rows of \(shape.table ?? "the table") with one statement (a list of VALUES, or "
        + "executemany of the driver)."
    case (.update, _), (.delete, _):
      advice =
        "Change the rows of \(shape.table ?? "the table") with one statement: WHERE "
        + "\(column ?? "key") IN (...)."
    default: advice = "Load what the loop needs with one statement before it."
    }
    return Self.evidence(finding, row, bursts, in: scene).advising(advice)
      .advising(gain(bursts, saved))
  }

  private func repeated(
    _ row: QueryRow, _ bursts: BurstSummary, _ shape: StatementShape, in scene: Scene
  ) -> Finding {
    let perRequest = bursts.medianCalls
    let seconds = bursts.seconds / Double(bursts.bursts.count)
    let where_ = bursts.owners.isEmpty ? "in a row" : "in one request of \(Self.whom(bursts))"
    let finding = Finding(
      .repeatedQuery, severity(perRequest, seconds, scene.thresholds), of: .query(row.id),
      summary: DisplayText(
        "The same \(shape.title) runs \(perRequest) times \(where_)"
          + (seconds > 0 ? ", \(Phrase.duration(seconds)) in all" : "")))
    let saved = seconds * Double(perRequest - 1) / Double(max(1, perRequest))
    return Self.evidence(finding, row, bursts, in: scene)
      .advising(
        "Run it once before the loop and hand its result on: each time it returns the same from "
          + "\(shape.table ?? "the table").")
      .advising(gain(bursts, saved))
  }

  private func gain(_ bursts: BurstSummary, _ saved: Double) -> String? {
    guard saved >= Self.leastSeconds else { return nil }
    return "That saves about \(Phrase.duration(saved)) and \(bursts.medianCalls - 1) statements "
      + "each time."
  }

  private func severity(_ calls: Int, _ seconds: Double, _ limits: Thresholds) -> Severity {
    if seconds >= limits.criticalSeconds { return .critical }
    if seconds >= limits.slowQuerySeconds || calls >= 4 * limits.alikeCalls { return .high }
    return .medium
  }

  private static func whom(_ bursts: BurstSummary) -> String {
    let owners = bursts.owners
    let all = owners.reduce(0) { $0 + $1.bursts }
    let names = owners.filter { $0.bursts >= 0.25 * all }.map(\.endpoint.description)
    return names.isEmpty ? "One piece of work" : Phrase.list(names)
  }

  private static func evidence(
    _ finding: Finding, _ row: QueryRow, _ bursts: BurstSummary, in scene: Scene
  ) -> Finding {
    var shown = finding
    let worst = bursts.bursts.max { $0.calls < $1.calls }
    if let worst {
      shown = shown.showing(
        "\(worst.calls) alike statements in \(Phrase.duration(worst.end - worst.start))"
          + (worst.lastLine > worst.firstLine && worst.firstLine > 0
            ? " (lines \(worst.firstLine) to \(worst.lastLine))" : ""),
        value: Double(worst.calls), threshold: Double(scene.thresholds.alikeCalls),
        source: worst.source, line: worst.firstLine,
        range: TimeRange(from: worst.start, to: worst.end), sample: row.fingerprint)
    }
    shown = shown.showing("requests that do so", value: Double(bursts.bursts.count))
    let reason: String? =
      switch bursts.surest {
      case .id, .comment: nil
      case .connection:
        bursts.owners.isEmpty
          ? "no request is known that it ran for" : "linked by connection and time"
      case .sequence: "linked by the order of the lines"
      }
    return shown.since(bursts.bursts.first?.start, likely: reason)
  }
}
