/// Several pools for one database, of which some are exhausted while others have room.
struct PoolFragmentationDetector: Detector {
  let kinds = [FindingKind.poolFragmentation]

  /// Words in names of pools that are of something else than a database.
  private static let others = [
    "redis", "http", "thread", "executor", "worker", "celery", "smtp", "ldap", "kafka", "amqp",
  ]

  func findings(in scene: Scene) -> [Finding] {
    let pools = scene.pools.filter { row in
      let name = row.name.string.lowercased()
      return (row.limit ?? 0) > 1 && row.inUse != nil
        && !Self.others.contains { name.contains($0) }
    }
    let services = Dictionary(grouping: pools) { scene.history.sources[$0.source].identity.service }
    return services.sorted { $0.key < $1.key }.flatMap { _, all in
      let whole = database(among: all)
      let pools = all.filter { $0.name != whole?.name || $0.source != whole?.source }
      return processes(of: pools).compactMap { finding($0, under: whole, in: scene) }
    }
  }

  /// Pools that may have been made by one process, for one database.
  ///
  /// Sources that have pools of the same name are replicas, each of which needs pools of its own; so
  /// are the instances that one page tells of (`web-1/main`, `web-2/main`). A bouncer says which
  /// database each of its pools is for: those of another one (`shop/app`, `logs/app`) are apart.
  private func processes(of pools: [PoolRow]) -> [[PoolRow]] {
    let own = pools.filter { $0.database == nil }
    let areSeveral = Set(own.map(\.plainName)).count < own.count
    let groups = Dictionary(grouping: pools) { (pool: PoolRow) -> String in
      if let database = pool.database { return "\(pool.source) database \(database)" }
      return areSeveral ? "\(pool.source) instance \(pool.instance?.string ?? "")" : ""
    }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  private func finding(
    _ pools: [PoolRow], under whole: PoolRow?, in scene: Scene
  ) -> Finding? {
    guard pools.count >= 2, areAlike(pools) else { return nil }
    let pressures = pools.map { PoolPressure($0, in: scene) }
    let pressed = zip(pools, pressures).filter { pair in
      pair.1.isSaturated || pair.1.isWaiting || pair.1.timeouts > 0
    }
    let limit = pools.reduce(0) { $0 + ($1.limit ?? 0) }
    let used = pools.reduce(0) { $0 + ($1.inUse ?? 0) }
    let roomy = zip(pools, pressures).filter { !$0.1.isSaturated && ($0.1.saturation ?? 1) < 0.5 }
    guard let first = pressed.first, !roomy.isEmpty || pools.count >= 3 else { return nil }
    let names = Phrase.list(pools.map(\.name.string), most: 4)
    var finding = Finding(
      .poolFragmentation, .high, of: .pool(first.0.name, source: first.0.source),
      summary: DisplayText(
        "\(pools.count) pools for one database (\(names)): \(Phrase.count(limit)) connections in "
          + "all\(whole.map { ", where it allows \(Phrase.count($0.limit ?? 0))" } ?? ""), "
          + "\(Phrase.count(used)) in use, and " + shortage(pressed.map(\.0.name.string), pools)))
    for row in pools {
      finding = finding.showing(
        "connections in use of \(row.name)", value: row.inUse, threshold: row.limit,
        source: row.source)
    }
    return finding.advising(
      "Create one engine for the whole process and share it: one pool of "
        + "\(Phrase.count(room(for: limit, under: whole?.limit))) serves whoever needs a connection, "
        + "and the sum stays under the database's own limit."
    )
    .since(nil, likely: "the pools look alike; that they share a database is not told")
  }

  private func shortage(_ pressed: [String], _ pools: [PoolRow]) -> String {
    if pressed.count == pools.count { return "each of them runs short" }
    return "\(Phrase.list(pressed)) \(pressed.count == 1 ? "runs" : "run") short"
  }

  /// Connections that one pool may have: a tenth of what the database allows is left to others.
  private func room(for limit: Double, under allowed: Double?) -> Double {
    min(limit, allowed.map { max(1, ($0 * 0.9).rounded(.down)) } ?? limit)
  }

  /// What tells of the database itself: its limit is about what all the pools together have.
  private func database(among rows: [PoolRow]) -> PoolRow? {
    guard rows.count >= 3, let largest = rows.max(by: { ($0.limit ?? 0) < ($1.limit ?? 0) }),
      let limit = largest.limit
    else { return nil }
    let rest = rows.reduce(0) { $0 + ($1.limit ?? 0) } - limit
    return (0.75...1.34).contains(limit / max(1, rest)) ? largest : nil
  }

  /// Whether the pools look as if each part of a program had made its own: most of equal size, or
  /// all of them but for what overflows.
  private func areAlike(_ pools: [PoolRow]) -> Bool {
    let sizes = pools.compactMap(\.limit)
    let counts = Dictionary(sizes.map { ($0, 1) }, uniquingKeysWith: +)
    if counts.values.contains(where: { $0 * 2 > sizes.count }) { return true }
    guard let usual = sizes.median else { return false }
    return sizes.allSatisfy { abs($0 - usual) <= 0.25 * usual }
  }
}

extension PoolRow {
  /// What it is called among the pools of its instance.
  fileprivate var plainName: Substring {
    guard let instance else { return name.string[...] }
    return name.string.dropFirst(instance.string.count + 1)
  }
}
