import Telemetry

/// Two snapshots side by side: what got better, what got worse, what came and went.
package struct Comparison: Sendable {
  let before: SnapshotRecord
  let after: SnapshotRecord
  /// Of all requests together; empty where one of the two does not know them.
  package let totals: [Change]
  /// In the order of the later snapshot, then those that are gone.
  package let endpoints: [Change]
  /// Latencies of statements, and how often they are called.
  package let queries: [Change]
  /// Hit rates.
  package let caches: [Change]
  /// Pools, then memory.
  package let resources: [Change]
  /// Empty where one of the two knows of none, or where their gaps differ.
  package let sessions: [Change]
  /// Outbound calls, then tasks.
  package let work: [Change]
  let newFindings: [SnapshotRecord.FindingRecord]
  let goneFindings: [SnapshotRecord.FindingRecord]
  let keptFindings: [SnapshotRecord.FindingRecord]

  /// Compares an earlier with a later snapshot.
  package init(before: SnapshotRecord, after: SnapshotRecord) {
    self.before = before
    self.after = after
    totals = Comparison.traffic(before.totals, after.totals, named: "all requests")
    endpoints = Comparison.traffic(before.endpoints ?? [], after.endpoints ?? [])
    work =
      Comparison.traffic(before.outbound ?? [], after.outbound ?? [])
      + Comparison.traffic(before.tasks ?? [], after.tasks ?? [])
    queries = Comparison.queries(before, after)
    sessions = Comparison.sessions(before, after)
    caches = Comparison.caches(before.caches ?? [], after.caches ?? [])
    resources = Comparison.resources(before, after)
    let old = before.findings ?? []
    let new = after.findings ?? []
    func key(_ finding: SnapshotRecord.FindingRecord) -> [String] {
      [finding.id.string, finding.subject?.string ?? ""]
    }
    let oldKeys = Set(old.map(key))
    let newKeys = Set(new.map(key))
    newFindings = new.filter { !oldKeys.contains(key($0)) }
    goneFindings = old.filter { !newKeys.contains(key($0)) }
    keptFindings = new.filter { oldKeys.contains(key($0)) }
  }

  /// Every change of a figure.
  package var changes: [Change] {
    totals + endpoints + work + queries + caches + resources + sessions
  }

  /// Whether anything got worse beyond noise, or a finding came.
  package var hasRegression: Bool {
    changes.contains { $0.verdict == .worse } || !newFindings.isEmpty
  }

  private static func traffic(
    _ before: SnapshotRecord.Traffic?, _ after: SnapshotRecord.Traffic?, named name: String
  ) -> [Change] {
    guard let before, let after else { return [] }
    var changes = ["p50", "p95", "p99"].compactMap {
      Change.quantile($0, of: name, before.latency, after.latency)
    }
    if changes.isEmpty, let mean = Change.mean(of: name, before.latency, after.latency) {
      changes.append(mean)
    }
    if let old = before.failed, let new = after.failed,
      let errors = Change.share(
        "errors", of: name, before: (old, before.count), after: (new, after.count),
        isMoreWorse: true)
    {
      changes.append(errors)
    }
    return changes
  }

  private static func traffic(
    _ before: [SnapshotRecord.Traffic], _ after: [SnapshotRecord.Traffic]
  ) -> [Change] {
    matched(before, after, by: \.title) { old, new in
      traffic(old, new, named: new.title)
    } alone: { row, isNew in
      Change.presence(
        of: row.title, figure: "p95", value: row.latency?.p95, isNew: isNew, unit: .milliseconds,
        samples: row.count)
    }
  }

  private static func queries(_ before: SnapshotRecord, _ after: SnapshotRecord) -> [Change] {
    matched(before.queries ?? [], after.queries ?? [], by: \.id.string) { old, new in
      let name = (new.fingerprint ?? new.id).string
      let rate = calls(old, new, before, after, named: name)
      return ["p50", "p95"].compactMap { Change.quantile($0, of: name, old.latency, new.latency) }
        + [rate].compactMap { $0 }
    } alone: { row, isNew in
      Change.presence(
        of: (row.fingerprint ?? row.id).string, figure: "p95", value: row.latency?.p95,
        isNew: isNew,
        unit: .milliseconds, samples: row.calls ?? 0)
    }
  }

  /// How often a statement is called: for one request where requests are known, else in an hour.
  private static func calls(
    _ old: SnapshotRecord.Query, _ new: SnapshotRecord.Query, _ before: SnapshotRecord,
    _ after: SnapshotRecord, named name: String
  ) -> Change? {
    guard let first = old.calls, let second = new.calls else { return nil }
    let requests = (before.totals?.count ?? 0, after.totals?.count ?? 0)
    if requests.0 > 0, requests.1 > 0 {
      return Change.rate(
        "calls per request", of: name, before: (first, requests.0), after: (second, requests.1),
        unit: .perRequest)
    }
    guard let hours = before.window?.hours, let later = after.window?.hours else { return nil }
    return Change.rate(
      "calls per hour", of: name, before: (first, hours), after: (second, later), unit: .perHour)
  }

  private static func caches(
    _ before: [SnapshotRecord.Cache], _ after: [SnapshotRecord.Cache]
  ) -> [Change] {
    let title = titles(before, after)
    return matched(before, after, by: title) { old, new in
      guard let oldHits = old.hits, let oldMisses = old.misses, let newHits = new.hits,
        let newMisses = new.misses
      else { return [] }
      return [
        Change.share(
          "hit rate", of: title(new), before: (oldHits, oldHits + oldMisses),
          after: (newHits, newHits + newMisses), isMoreWorse: false)
      ].compactMap { $0 }
    } alone: { row, isNew in
      Change.presence(
        of: title(row), figure: "hits", value: row.hits, isNew: isNew, unit: .count,
        samples: (row.hits ?? 0) + (row.misses ?? 0))
    }
  }

  private static func resources(_ before: SnapshotRecord, _ after: SnapshotRecord) -> [Change] {
    func known(_ pools: [SnapshotRecord.Pool]?) -> [SnapshotRecord.Pool] {
      (pools ?? []).filter { $0.saturation != nil || $0.waiting != nil }
    }
    return pools(known(before.pools), known(after.pools))
      + memory(before.memory ?? [], after.memory ?? [])
  }

  private static func pools(
    _ before: [SnapshotRecord.Pool], _ after: [SnapshotRecord.Pool]
  ) -> [Change] {
    let title = titles(before, after)
    return matched(before, after, by: title) { old, new in
      [
        Change.level("saturation", of: title(new), old.saturation, new.saturation, unit: .share),
        Change.level("waiting", of: title(new), old.waiting, new.waiting, unit: .count),
      ].compactMap { $0 }
    } alone: { row, isNew in
      Change.presence(
        of: title(row), figure: "saturation", value: row.saturation, isNew: isNew, unit: .share,
        samples: 1)
    }
  }

  private static func memory(
    _ before: [SnapshotRecord.Memory], _ after: [SnapshotRecord.Memory]
  ) -> [Change] {
    let title = titles(before, after)
    return matched(before, after, by: title) { old, new in
      [
        Change.level(
          "memory", of: title(new), old.residentBytes, new.residentBytes, unit: .bytes)
      ].compactMap { $0 }
    } alone: { row, isNew in
      Change.presence(
        of: title(row), figure: "memory", value: row.residentBytes, isNew: isNew, unit: .bytes,
        samples: 1)
    }
  }

  /// What rows are called and matched by: their names, with the source where several sources of a
  /// snapshot have one of that name.
  ///
  /// Not with the source of every row: the logs of two days are compared, and have two names.
  private static func titles<Row: SourcedRow>(_ before: [Row], _ after: [Row]) -> (Row) -> String {
    var repeated: Set<DisplayText> = []
    for rows in [before, after] {
      var seen: Set<DisplayText> = []
      repeated.formUnion(rows.map(\.name).filter { !seen.insert($0).inserted })
    }
    return { row in
      guard let source = row.source, repeated.contains(row.name) else { return row.name.string }
      return "\(row.name) (\(source))"
    }
  }

  /// Changes of what both have, then what is new, then what is gone.
  private static func matched<Row>(
    _ before: [Row], _ after: [Row], by key: (Row) -> String, both: (Row, Row) -> [Change],
    alone: (_ row: Row, _ isNew: Bool) -> Change
  ) -> [Change] {
    let old = Dictionary(before.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    let new = Set(after.map(key))
    return after.flatMap { row in old[key(row)].map { both($0, row) } ?? [alone(row, true)] }
      + before.filter { !new.contains(key($0)) }.map { alone($0, false) }
  }
}
