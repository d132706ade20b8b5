/// Limits past which something is marked; each is a line of the configuration.
package struct Thresholds: Sendable {
  /// p95 of an endpoint, in seconds: slow, and critically slow.
  package var slowSeconds = 0.5
  package var criticalSeconds = 1.0
  /// Requests below which an endpoint is not judged.
  package var fewestRequests: UInt64 = 5
  /// Share of errors: medium, high, critical.
  package var errorShare = 0.05
  package var highErrorShare = 0.10
  package var criticalErrorShare = 0.25
  package var slowQuerySeconds = 0.1
  package var poolShare = 0.8
  package var criticalPoolShare = 0.9
  package var cacheHitShare = 0.9
  package var lowCacheHitShare = 0.5
  /// Look-ups below which a cache is not judged.
  package var fewestLookups = 20.0
  /// Alike statements, or calls to one service, in one request: n-plus-one.
  package var alikeCalls = 5
  /// p95 of calls to other services, in seconds.
  package var slowOutboundSeconds = 1.0
  /// p95 of background jobs and their steps, in seconds.
  package var slowTaskSeconds = 60.0
  /// Memory in use as a share of its limit: medium, high, critical.
  package var memoryShare = 0.8
  package var highMemoryShare = 0.9
  package var criticalMemoryShare = 0.97
  /// Time for which an event loop may be blocked, in seconds.
  package var loopLagSeconds = 0.1
  /// Lines of a log that may remain not understood.
  package var unparsedShare = 0.2
  /// Seconds without an answer after which a source is stale.
  package var staleSeconds = 30.0

  /// The defaults: p95 over 500 ms, errors over 5 %, statements over 100 ms, pools over 80 %.
  package init() {}
}

extension Thresholds {
  /// How bad the latency of an endpoint is.
  package func latency(of row: EndpointRow) -> Severity {
    guard row.requests >= fewestRequests, let p95 = row.latency?.p95?.seconds else { return .fine }
    let isBeyond = row.latency?.p95?.isBeyondLastBound == true
    if p95 > criticalSeconds || (isBeyond && p95 >= criticalSeconds) { return .critical }
    return p95 > slowSeconds || (isBeyond && p95 >= slowSeconds) ? .high : .fine
  }

  /// How bad the errors of an endpoint are.
  package func errors(of row: EndpointRow) -> Severity {
    guard row.requests >= fewestRequests, let share = row.errorRate else { return .fine }
    if share > criticalErrorShare { return .critical }
    return share > highErrorShare ? .high : share > errorShare ? .medium : .fine
  }

  /// How full a pool is.
  package func pool(_ row: PoolRow) -> Severity {
    if let waiting = row.waiting, waiting > 0, (row.saturation ?? 1) >= poolShare {
      return .critical
    }
    guard let share = row.saturation else { return .fine }
    // Pools without a limit open connections as they are asked for: none idle is nothing rare.
    if (row.limit ?? 0) <= 0, (row.idle ?? 0) <= 0 { return .fine }
    return share >= criticalPoolShare ? .critical : share >= poolShare ? .high : .fine
  }

  /// How cold a cache is.
  package func cache(_ row: CacheRow) -> Severity {
    // Sharing requests that are under way looks like a cache, but is not there to hit often.
    guard !row.name.string.lowercased().contains("dedup"), let share = row.hitRate,
      (row.hits ?? 0) + (row.misses ?? 0) >= fewestLookups
    else {
      return .fine
    }
    return share < lowCacheHitShare ? .high : share < cacheHitShare ? .medium : .fine
  }

  /// How slow a statement is, by its p95.
  package func query(_ row: QueryRow) -> Severity {
    guard let p95 = row.latency?.p95?.seconds, p95 > slowQuerySeconds else { return .fine }
    return p95 > 10 * slowQuerySeconds ? .critical : .high
  }
}
