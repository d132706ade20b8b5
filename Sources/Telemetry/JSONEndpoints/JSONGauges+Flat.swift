extension JSONGauges {
  private static let storeWords: Set<String> = [
    "db", "database", "pool", "postgres", "postgresql", "pg", "mysql", "redis", "mongo", "mongodb",
    "sql", "sqlalchemy", "hikari",
  ]
  private static let connectionWords: Set<String> = [
    "pool", "connection", "connections", "conn", "conns",
  ]

  /// Pools whose figures stand among others, told by the beginnings of their keys:
  /// `db_connections_active`, `db_connections_idle`, `db_connections_max`.
  static func flatPools(_ place: Place, into findings: inout JSONFindings) -> Set<String> {
    var heads: [[String]] = []
    var parts: [[String]: [(tail: String, member: JSONObject.Member)]] = [:]
    for member in place.object.members.prefix(200) where member.value.number != nil {
      let words = JSONKey(member.key).words
      guard let last = words.lastIndex(where: connectionWords.contains), last + 1 < words.count
      else { continue }
      let head = Array(words[...last])
      guard head.contains(where: storeWords.contains) else { continue }
      if parts[head] == nil { heads.append(head) }
      parts[head, default: []].append((words[(last + 1)...].joined(separator: "_"), member))
    }
    var used: Set<String> = []
    for head in heads {
      guard let members = parts[head], members.count > 1 else { continue }
      let name = head.filter { !connectionWords.contains($0) }.joined(separator: "_")
      var pool = Place(
        object: JSONObject(), keys: place.keys + (name.isEmpty ? [] : [name]) + ["pool"],
        path: place.path, shape: place.shape)
      for (tail, member) in members {
        pool.object.members.append(.init(key: tail, value: member.value))
        pool.spellings[tail] = member.key
      }
      used.formUnion(self.pool(pool, into: &findings).map { pool.spellings[$0] ?? $0 })
    }
    return used
  }

  /// Requests that are being served, which stand among the totals of requests.
  static func inFlight(_ place: Place, into findings: inout JSONFindings) -> Set<String> {
    let isAboutRequests =
      place.keys.isEmpty || !place.context.isDisjoint(with: ["requests", "http", "server"])
    let found =
      place.number([
        "requests in flight", "in flight requests", "inflight requests", "requests in progress",
        "active requests", "requests active", "concurrent requests",
      ]) ?? (isAboutRequests ? place.number(["in flight", "inflight"]) : nil)
    guard let found, found.value >= 0 else { return [] }
    findings.add(.inFlight, found.value, "", at: place.path(of: found.key), place.shape)
    return [found.key]
  }

  /// Shares of look-ups that a cache answered, of which no counts can be made.
  static func hitShares(_ place: Place, into findings: inout JSONFindings) -> Set<String> {
    let shares = place.object.members.map(\.key).filter { name in
      let key = JSONKey(name)
      let isAboutCaches = key.has("cache") || place.context.contains("cache")
      return isAboutCaches && key.hasAny(["hit", "hits"])
        && key.hasAny(["rate", "ratio", "percent", "pct"])
    }
    let tellsHits = place.object.members.contains {
      ["hits", "cache hits", "hit count", "total hits"].contains(JSONKey($0.key).joined)
    }
    for key in shares {
      findings.decide(place.path(of: key), "not counted: a share without its counts", place.shape)
      guard !tellsHits else { continue }
      findings.note(
        "\(place.path(of: key)): a share alone is the mean of all time: hits and misses are needed")
    }
    return Set(shares)
  }
}
