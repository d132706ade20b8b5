import Testing

@testable import Telemetry

struct ThresholdsTests {
  private let limits = Thresholds()

  private func endpoint(_ requests: UInt64, errors: UInt64 = 0, p95: Quantile? = nil)
    -> EndpointRow
  {
    var statuses = StatusCounts()
    statuses[2] = requests - errors
    statuses[5] = errors
    var latency = LatencySummary(count: requests)
    latency.p95 = p95
    return EndpointRow(
      name: EndpointName(method: "GET", route: "/"), requests: requests, statuses: statuses,
      latency: latency, sources: [])
  }

  @Test func `judges latencies by the 95th percentile`() {
    let table: [(Double, Severity)] = [
      (0.5, .fine), (0.501, .high), (1, .high), (1.001, .critical),
    ]
    for (seconds, severity) in table {
      #expect(limits.latency(of: endpoint(5, p95: Quantile(seconds: seconds))) == severity)
      #expect(limits.latency(of: endpoint(4, p95: Quantile(seconds: seconds))) == .fine)
    }
    #expect(limits.latency(of: endpoint(100)) == .fine)
  }

  @Test func `knows that past the last bucket means more than its bound`() {
    let table: [(Double, Severity)] = [(0.25, .fine), (0.5, .high), (1, .critical)]
    for (bound, severity) in table {
      let quantile = Quantile(seconds: bound, isBeyondLastBound: true)
      #expect(limits.latency(of: endpoint(5, p95: quantile)) == severity)
    }
  }

  @Test func `judges errors by their share`() {
    let table: [(UInt64, Severity)] = [
      (0, .fine), (5, .fine), (6, .medium), (10, .medium), (11, .high), (25, .high),
      (26, .critical), (100, .critical),
    ]
    for (errors, severity) in table {
      #expect(limits.errors(of: endpoint(100, errors: errors)) == severity)
    }
    #expect(limits.errors(of: endpoint(4, errors: 4)) == .fine)
  }

  @Test func `judges pools by what is in use and who waits`() {
    func pool(_ inUse: Double?, _ limit: Double?, waiting: Double? = nil, idle: Double? = nil)
      -> Severity
    {
      var row = PoolRow(name: "main", source: 0)
      (row.inUse, row.limit, row.waiting, row.idle) = (inUse, limit, waiting, idle)
      return limits.pool(row)
    }
    #expect(pool(7.9, 10) == .fine)
    #expect(pool(8, 10) == .high)
    #expect(pool(9, 10) == .critical)
    #expect(pool(8, 10, waiting: 1) == .critical)
    #expect(pool(5, 10, waiting: 1) == .fine)
    #expect(pool(nil, nil, waiting: 1) == .critical)
    #expect(pool(nil, 10) == .fine)
    #expect(pool(9, nil, idle: 1) == .critical)
    #expect(pool(3, nil, idle: 0) == .fine && pool(3, 0, idle: 0) == .fine)
  }

  @Test func `judges caches by their hit rate once they were asked often enough`() {
    func cache(_ hits: Double?, _ misses: Double?) -> Severity {
      var row = CacheRow(name: "sessions", source: 0)
      (row.hits, row.misses) = (hits, misses)
      return limits.cache(row)
    }
    #expect(cache(90, 10) == .fine)
    #expect(cache(89, 11) == .medium)
    #expect(cache(50, 50) == .medium)
    #expect(cache(49, 51) == .high)
    #expect(cache(0, 19) == .fine)
    #expect(cache(0, 20) == .high)
    #expect(cache(nil, 100) == .fine)
  }

  @Test(
    arguments: [
      ("sessions", Severity.high), ("duplicates_seen", .high), ("request_deduplication", .fine),
      ("DedupLayer", .fine), ("de-duplication", .fine), ("search de-duplication", .fine),
      ("coalesced_calls", .fine),
    ] as [(DisplayText, Severity)])
  func `expects nothing of what shares calls that are under way`(
    name: DisplayText, severity: Severity
  ) {
    #expect(limits.cache(CacheRow(name: name, source: 0, hits: 1, misses: 99)) == severity)
  }

  @Test(
    arguments: [
      (0.79, Severity.fine, 0.0), (0.8, .medium, 0.8), (0.9, .high, 0.9), (0.97, .critical, 0.97),
    ] as [(Double, Severity, Double)])
  func `tells the limit of memory that was passed`(
    share: Double, severity: Severity, limit: Double
  ) {
    let passed = limits.memory(share: share)
    #expect(passed?.severity ?? .fine == severity)
    #expect(passed?.limit ?? 0 == limit)
  }

  @Test func `judges statements by the 95th percentile`() {
    func query(_ p95: Double?, share: Double = 1) -> Severity {
      var latency = LatencySummary(count: 1)
      latency.p95 = p95.map { Quantile(seconds: $0) }
      return limits.query(
        QueryRow(
          id: 1, fingerprint: "select ?", calls: 1, latency: latency, totalSeconds: 1,
          share: share, callers: [], firstSeen: Timestamp(seconds: 0),
          lastSeen: Timestamp(seconds: 0), examples: [], sources: []))
    }
    #expect(query(nil) == .fine)
    #expect(query(0.1) == .fine)
    #expect(query(0.101) == .high)
    #expect(query(1.001) == .critical)
    // What is hardly over it, and hardly takes any time, can wait.
    #expect(query(0.101, share: 0.007) == .medium && query(0.101, share: 0.02) == .high)
    #expect(query(0.16, share: 0.007) == .high && query(1.001, share: 0.007) == .critical)
    #expect(query(0.1, share: 0.007) == .fine)
  }
}
