/// Many alike statements in one request: n-plus-one, or the very same statement again and again.
struct AlikeCallsDetector: Detector {
  let kinds = [FindingKind.nPlusOne, .repeatedQuery]

  /// Writes come in loops for good reasons more often; they need to be so many times as many.
  private static let writeFactor = 2
  /// Share of the calls of the statement before that a burst must follow.
  private static let leastFollowed = 0.3
  /// The same where it was seen five times or more.
  private static let leastFollowedOften = 0.12
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
    let same = credible(identical, row, in: scene)
    if !same.isEmpty {
      findings.append(repeated(row, all.about(same), shape, in: scene))
    }
    let loops = credible(alike, row, in: scene)
    if !loops.isEmpty {
      findings.append(nPlusOne(row, all.about(loops), shape, in: scene))
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

  /// The bursts that are more than a neighbourhood of requests which make one such call each.
  ///
  /// Requests on pooled connections come one after the other, so that a chain of single calls
  /// looks like a loop. What tells a loop: an id or a comment; no other request at that time; or a
  /// statement (the list) most of whose calls are followed by a burst.
  private func credible(_ bursts: [CallBurst], _ row: QueryRow, in scene: Scene) -> [CallBurst] {
    let sure = bursts.filter { $0.link >= .comment || ($0.owner != nil && $0.rivals == 0) }
    if !sure.isEmpty { return sure }
    if let parent = scene.history.bursts.parent(of: .query(row.id)) {
      let own = bursts.filter { $0.predecessor == parent.id }
      let isUsual =
        (parent.bursts >= 2 && parent.share >= Self.leastFollowed)
        || (parent.bursts >= 5 && parent.share >= Self.leastFollowedOften)
      let isSingle =
        parent.share >= 0.5 && own.contains { $0.calls >= 8 && !$0.isExplainedBySingles }
      if !own.isEmpty, isUsual || isSingle { return own }
    }
    let unowned = bursts.filter { $0.owner == nil && $0.isUnbroken && !$0.isExplainedBySingles }
    let isLoop = unowned.contains { $0.seconds >= 0.5 || ($0.calls >= 10 && $0.rivals == 0) }
    if isLoop { return unowned }
    return consistent(bursts, in: scene)
  }

  /// Bursts without a list before them that nearly all lie in requests of one endpoint, and in a
  /// good part of these.
  private func consistent(_ bursts: [CallBurst], in scene: Scene) -> [CallBurst] {
    let unexplained = bursts.filter { !$0.isExplainedBySingles && $0.ownerShare >= 0.6 }
    guard unexplained.count >= 3, unexplained.count * 4 >= 3 * bursts.count,
      let owner = BurstSummary(bursts: unexplained).owners.first?.endpoint
    else { return [] }
    let own = unexplained.filter { $0.owner == owner }
    let requests = scene.endpoints.first { $0.name.joinKey == owner.joinKey }?.requests ?? 0
    let isMost = own.count * 5 >= 4 * unexplained.count
    return isMost && Double(own.count) >= 0.5 * Double(min(requests, 64)) ? own : []
  }

  private func nPlusOne(
    _ row: QueryRow, _ bursts: BurstSummary, _ shape: StatementShape, in scene: Scene
  ) -> Finding {
    let perRequest = bursts.medianCalls
    let seconds = bursts.seconds / Double(bursts.bursts.count)
    let whom = Self.whom(bursts, row)
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
    return gaining(
      saved, Self.evidence(finding, row, bursts, in: scene).advising(advice), bursts)
  }

  private func repeated(
    _ row: QueryRow, _ bursts: BurstSummary, _ shape: StatementShape, in scene: Scene
  ) -> Finding {
    let perRequest = bursts.medianCalls
    let seconds = bursts.seconds / Double(bursts.bursts.count)
    let where_ = bursts.owners.isEmpty ? "in a row" : "in one request of \(Self.whom(bursts, row))"
    let finding = Finding(
      .repeatedQuery, severity(perRequest, seconds, scene.thresholds), of: .query(row.id),
      summary: DisplayText(
        "The same \(shape.title) runs \(perRequest) times \(where_)"
          + (seconds > 0 ? ", \(Phrase.duration(seconds)) in all" : "")))
    let saved = seconds * Double(perRequest - 1) / Double(max(1, perRequest))
    let shown = Self.evidence(finding, row, bursts, in: scene)
      .advising(
        "Run it once before the loop and hand its result on: each time it returns the same from "
          + "\(shape.table ?? "the table")."
      )
    return gaining(saved, shown, bursts)
  }

  private func gaining(_ saved: Double, _ finding: Finding, _ bursts: BurstSummary) -> Finding {
    guard saved >= Self.leastSeconds else { return finding }
    return finding.gaining(
      saved * Double(bursts.count),
      "saves about \(Phrase.duration(saved)) and \(bursts.medianCalls - 1) statements each time, "
        + "\(Phrase.count(UInt64(bursts.count), "time")) in this window")
  }

  private func severity(_ calls: Int, _ seconds: Double, _ limits: Thresholds) -> Severity {
    if seconds >= limits.criticalSeconds { return .critical }
    if seconds >= limits.slowQuerySeconds || calls >= 4 * limits.alikeCalls { return .high }
    return .medium
  }

  /// Who makes the bursts.
  ///
  /// A single burst fits many requests of a log of whole seconds: where time alone ties them, an
  /// endpoint counts by how many of all calls of the statement are its own.
  private static func whom(_ bursts: BurstSummary, _ row: QueryRow) -> String {
    var owners = bursts.owners
    if bursts.surest < .comment, !owners.isEmpty, let usual = row.callers.first {
      let calls = Dictionary(
        row.callers.map { ($0.endpoint.joinKey, $0.calls) }, uniquingKeysWith: +)
      owners = owners.compactMap { owner in
        calls[owner.endpoint.joinKey].map { (owner.endpoint, owner.bursts * $0) }
      }
      .sorted { ($1.bursts, $0.endpoint) < ($0.bursts, $1.endpoint) }
      if owners.isEmpty { owners = [(usual.endpoint, 1)] }
    }
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
        "similar statements within \(Phrase.duration(worst.end - worst.start))"
          + (worst.lastLine > worst.firstLine && worst.firstLine > 0
            ? " (lines \(worst.firstLine) to \(worst.lastLine))" : ""),
        value: Double(worst.calls), threshold: Double(scene.thresholds.alikeCalls),
        source: worst.source, line: worst.firstLine,
        range: TimeRange(from: worst.start, to: worst.end), sample: row.fingerprint)
    }
    shown = shown.showing(
      bursts.owners.isEmpty ? "times it does so" : "requests that do so",
      value: Double(bursts.count))
    let reason: String? =
      switch bursts.surest {
      case .id, .comment: nil
      case .connection:
        bursts.owners.isEmpty
          ? "no request is known that it ran for" : "linked by connection and time"
      case .sequence: "linked by the order of the lines"
      }
    return shown.lasting(since: scene.beginning(of: bursts), likely: reason)
  }
}
