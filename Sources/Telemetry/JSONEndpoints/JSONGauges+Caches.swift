extension JSONGauges {
  private typealias Found = (value: Double, key: String)

  /// A cache: hits and misses; or a de-duplicator: calls asked for and calls avoided.
  static func cache(_ place: Place, into findings: inout JSONFindings) -> Set<String> {
    let hits = place.number(["hits", "cache hits", "hit count", "total hits", "hitcount"])
    let isCache = !place.context.isDisjoint(with: ["cache", "caches", "cached", "lru", "memo"])
    let misses = hits.flatMap { unanswered(place, hits: $0) }
    let entries = place.number([
      "entries", "size", "entry count", "items", "keys", "cached items", "current size",
      "currsize", "cache size", "count",
    ])
    let evictions = place.number(["evictions", "evicted", "total evictions", "eviction count"])
    let subject = place.subject(kind: ["cache", "caches"])
    var used: Set<String> = []
    func add(_ signal: Signal, _ found: Found?) {
      guard let found else { return }
      findings.add(
        signal, found.value, subject, at: "\(place.path).\(found.key)", place.shape)
      used.insert(found.key)
    }
    let isCounted = hits != nil && (misses != nil || isCache)
    guard isCounted || (isCache && entries.map { JSONKey($0.key).joined != "count" } ?? false)
    else { return deduplication(place, into: &findings) }
    if isCounted {
      add(.cacheHits, hits)
      add(.cacheMisses, misses)
    }
    add(.cacheEntries, entries)
    add(.cacheEvictions, evictions)
    if entries != nil {
      add(
        .cacheLimitEntries,
        place.number(["max size", "maxsize", "max entries", "capacity", "limit", "max items"]))
    }
    return used
  }

  /// Misses as told, or the look-ups that were no hits.
  private static func unanswered(_ place: Place, hits: Found) -> Found? {
    if let told = place.number(["misses", "cache misses", "miss count", "total misses"]) {
      return told
    }
    guard let asked = place.number(["requests", "total requests", "lookups", "total", "gets"]),
      asked.value >= hits.value
    else { return nil }
    return (asked.value - hits.value, asked.key)
  }

  /// A de-duplicator, which is shown like a cache: calls avoided of calls asked.
  private static func deduplication(
    _ place: Place, into findings: inout JSONFindings
  ) -> Set<String> {
    let isDedup = place.keys.contains { key in
      ["dedup", "duplicat", "coalesc"].contains { key.lowercased().contains($0) }
    }
    let words: Set<String> = ["deduplicated", "deduped", "coalesced"]
    let weakWords: Set<String> = ["saved", "avoided", "joined", "duplicates", "shared"]
    let avoided = place.object.members.first { member in
      let key = JSONKey(member.key)
      return member.value.number != nil && !key.has("rate")
        && (key.hasAny(words) || (isDedup && key.hasAny(weakWords)))
    }
    guard let avoided, let saved = avoided.value.number,
      let asked = place.number([
        "total requests", "requests", "total", "calls", "total calls", "asked", "requests total",
      ])
    else { return [] }
    let subject = place.subject(kind: ["cache", "dedup", "deduplication"])
    let name = CacheName.ofDeduplicator(subject)
    findings.add(.cacheHits, saved, name, at: "\(place.path).\(avoided.key)", place.shape)
    findings.add(
      .cacheMisses, max(0, asked.value - saved), name, at: "\(place.path).\(asked.key)",
      place.shape)
    return [avoided.key, asked.key]
  }
}
