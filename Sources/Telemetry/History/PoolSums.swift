/// Several pools on one database, added up.
package struct PoolSum: Hashable, Sendable {
  /// What the pools share: the database or instance that has them, the part of their names before a
  /// slash or an at sign, else the source.
  package var name: DisplayText
  /// The figures added up; `nil` where one of the pools does not know its own.
  package var row: PoolRow
  package var count: Int
}

extension History {
  /// Sums of the pools that are known to share a database.
  ///
  /// Pools that are told to be of one share it, and so do those whose names begin alike
  /// (`shop-db/main`, `shop-db/jobs`); of the others those of one source, which is one service, are
  /// taken to. A single pool has no sum.
  package func poolSums(_ pools: [PoolRow]) -> [PoolSum] {
    var groups: [(key: DisplayText, source: SourceID, pools: [PoolRow])] = []
    for pool in pools {
      let key = sharedName(of: pool)
      if let known = groups.firstIndex(where: { $0.key == key && $0.source == pool.source }) {
        groups[known].pools.append(pool)
      } else {
        groups.append((key, pool.source, [pool]))
      }
    }
    return groups.filter { $0.pools.count > 1 }.map { group in
      func sum(_ figure: (PoolRow) -> Double?) -> Double? {
        group.pools.reduce(0) { sum, pool in figure(pool).flatMap { more in sum.map { $0 + more } }
        }
      }
      var row = PoolRow(name: group.key, source: group.source)
      row.inUse = sum(\.inUse)
      row.idle = sum(\.idle)
      row.limit = sum(\.limit)
      row.waiting = group.pools.compactMap(\.waiting).reduce(nil) { ($0 ?? 0) + $1 }
      row.timeouts = group.pools.compactMap(\.timeouts).reduce(nil) { ($0 ?? 0) + $1 }
      return PoolSum(name: group.key, row: row, count: group.pools.count)
    }
  }

  private func sharedName(of pool: PoolRow) -> DisplayText {
    if let owner = pool.database ?? pool.instance { return owner }
    let name = pool.name.string
    guard let end = name.firstIndex(where: { $0 == "/" || $0 == "@" }), end > name.startIndex
    else { return sources[pool.source].identity.name }
    return DisplayText(name[..<end])
  }
}
