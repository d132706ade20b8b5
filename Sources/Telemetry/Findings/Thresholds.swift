/// Limits past which something is marked; each is a line of the configuration.
package struct Thresholds: Hashable, Sendable {
  /// p95 of an endpoint over which it is slow, in seconds: 0.5 is the usual T of Apdex.
  ///
  /// https://www.apdex.org/
  package var slowSeconds = 0.5
  /// p95 of an endpoint over which it is critical, in seconds.
  ///
  /// Chosen: twice the slow one; also the time of alike calls in one request that makes it so.
  package var criticalSeconds = 1.0
  /// Requests below which an endpoint is not judged.
  ///
  /// Chosen: of fewer, one request alone is a quarter of all or more.
  package var fewestRequests: UInt64 = 5
  /// Share of errors (0...1) over which an endpoint, or a job, is medium.
  ///
  /// https://samber.github.io/awesome-prometheus-alerts/
  package var errorShare = 0.05
  /// Share of errors (0...1) over which it is high.
  ///
  /// Chosen: twice as many.
  package var highErrorShare = 0.10
  /// Share of errors (0...1) over which it is critical.
  ///
  /// Chosen: one of four fails.
  package var criticalErrorShare = 0.25
  /// p95 of a statement over which it is slow, in seconds; ten times as much is critical, and less
  /// than half of it more is medium for a statement that takes hardly any of all statement time.
  ///
  /// 100 ms as `slowms` of MongoDB:
  /// https://www.mongodb.com/docs/manual/reference/command/profile/
  package var slowQuerySeconds = 0.1
  /// Share of a pool in use (0...1) from which it is high.
  ///
  /// 80 and 90 %: https://samber.github.io/awesome-prometheus-alerts/
  package var poolShare = 0.8
  /// Share of a pool in use (0...1) from which it is critical.
  package var criticalPoolShare = 0.9
  /// Share of look-ups answered (0...1) under which a cache is medium.
  ///
  /// Chosen: between the 80 % (Memcached) and the 98 % (PostgreSQL) of
  /// https://samber.github.io/awesome-prometheus-alerts/
  package var cacheHitShare = 0.9
  /// Share of look-ups answered (0...1) under which it is high.
  ///
  /// Chosen: most miss.
  package var lowCacheHitShare = 0.5
  /// Look-ups below which a cache is not judged.
  ///
  /// Chosen: of fewer, one miss alone is more than a twentieth.
  package var fewestLookups = 20.0
  /// Alike statements, or calls to one service, in one request: n-plus-one from here.
  ///
  /// https://docs.sentry.io/product/issues/issue-details/performance-issues/n-one-queries/
  package var alikeCalls = 5
  /// p95 of calls to another service over which it is slow, in seconds; three times is high.
  package var slowOutboundSeconds = 1.0
  /// p95 of a background job or a step over which it is slow, in seconds; twice is high.
  package var slowTaskSeconds = 60.0
  /// Memory in use as a share of its limit (0...1) from which it is medium.
  ///
  /// https://samber.github.io/awesome-prometheus-alerts/
  package var memoryShare = 0.8
  /// The same from which it is high; in that list the limit of Redis.
  package var highMemoryShare = 0.9
  /// The same from which it is critical.
  ///
  /// Chosen: hardly anything is left.
  package var criticalMemoryShare = 0.97
  /// Time for which an event loop may be blocked, in seconds.
  ///
  /// https://docs.python.org/3/library/asyncio-eventloop.html (`slow_callback_duration`)
  package var loopLagSeconds = 0.1
  /// Share of the lines of a log (0...1) that may remain not understood.
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

  /// The share of errors that was passed for so bad a judgement by `errors(of:)`.
  func errorLimit(passedAt severity: Severity) -> Double {
    switch severity {
    case .critical: criticalErrorShare
    case .high: highErrorShare
    case .medium, .low, .fine: errorShare
    }
  }

  /// How bad it is that a process uses such a share of its memory, and the limit that this passed;
  /// `nil` under all limits.
  func memory(share: Double) -> (severity: Severity, limit: Double)? {
    if share >= criticalMemoryShare { return (.critical, criticalMemoryShare) }
    if share >= highMemoryShare { return (.high, highMemoryShare) }
    guard share >= memoryShare else { return nil }
    return (.medium, memoryShare)
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
    guard !CacheName.isDeduplicator(row.name), let share = row.hitRate,
      (row.hits ?? 0) + (row.misses ?? 0) >= fewestLookups
    else { return .fine }
    return share < lowCacheHitShare ? .high : share < cacheHitShare ? .medium : .fine
  }

  /// How slow a statement is, by its p95; one that is hardly over the limit and takes hardly any of
  /// the time can wait.
  package func query(_ row: QueryRow) -> Severity {
    guard let p95 = row.latency?.p95?.seconds, p95 > slowQuerySeconds else { return .fine }
    if p95 > 10 * slowQuerySeconds { return .critical }
    return p95 < Thresholds.hardlyOver * slowQuerySeconds && row.share < Thresholds.hardlyAny
      ? .medium : .high
  }

  /// A p95 of less than so many times the limit is hardly over it.
  ///
  /// Chosen: half of it more.
  private static let hardlyOver = 1.5
  /// A smaller share of all statement time is hardly any.
  ///
  /// Chosen: what tables show as less than a hundredth.
  private static let hardlyAny = 0.01
}
