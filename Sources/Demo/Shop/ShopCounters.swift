/// Durations as a metrics library counts them: in buckets with fixed upper bounds.
struct DurationBuckets: Sendable {
  let boundsMicroseconds: [Int64]
  /// Durations per bucket, not yet added up; the last one is past all bounds.
  private(set) var counts: [UInt64]
  private(set) var sumMicroseconds: Int64 = 0

  init(boundsMicroseconds: [Int64]) {
    self.boundsMicroseconds = boundsMicroseconds
    counts = Array(repeating: 0, count: boundsMicroseconds.count + 1)
  }

  var count: UInt64 { counts.reduce(0, +) }

  mutating func add(_ microseconds: Int64) {
    var place = 0
    while place < boundsMicroseconds.count, microseconds > boundsMicroseconds[place] { place += 1 }
    counts[place] += 1
    sumMicroseconds += microseconds
  }
}

/// What the metrics page of the shop counts, added up from finished requests.
struct ShopCounters: Sendable {
  struct Endpoint: Sendable {
    /// Requests by status, in the order in which the statuses first occurred.
    var statuses: [(status: UInt16, count: UInt64)] = []
    var durations = DurationBuckets(boundsMicroseconds: ShopCounters.bounds)

    mutating func count(_ status: UInt16) {
      if let place = statuses.firstIndex(where: { $0.status == status }) {
        statuses[place].count += 1
      } else {
        statuses.append((status, 1))
      }
    }
  }

  struct Cache: Sendable {
    var hits: UInt64 = 0
    var misses: UInt64 = 0
    var evictions: UInt64 = 0
    var entries: UInt64

    mutating func miss(capacity: UInt64) {
      misses += 1
      if entries < capacity { entries += 1 } else { evictions += 1 }
    }
  }

  /// 5 ms to 10 s, as many libraries have them.
  static let bounds: [Int64] = [
    5000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000,
    10_000_000,
  ]

  /// Bounds of the histogram of all requests in prometheus-fastapi-instrumentator.
  private static let fineBounds: [Int64] = [
    10_000, 25_000, 50_000, 75_000, 100_000, 250_000, 500_000, 750_000, 1_000_000, 1_500_000,
    2_000_000, 2_500_000, 3_000_000, 3_500_000, 4_000_000, 4_500_000, 5_000_000, 7_500_000,
    10_000_000, 30_000_000, 60_000_000,
  ]

  /// In the order of `ShopRoute`.
  private(set) var endpoints = ShopRoute.allCases.map { _ in Endpoint() }
  private(set) var all = DurationBuckets(boundsMicroseconds: ShopCounters.fineBounds)
  /// In the order of `ShopCache`.
  private(set) var caches = ShopCache.allCases.map { Cache(entries: $0.preloaded) }
  /// In the order of `ShopPool`.
  private(set) var poolTimeouts = ShopPool.allCases.map { _ in UInt64(0) }
  private(set) var statements: UInt64 = 0

  var requests: UInt64 { all.count }

  /// Processor time: a little for each request and for each statement.
  var cpuMicroseconds: Int64 { Int64(requests) * 2600 + Int64(statements) * 420 }

  mutating func count(_ request: SimulatedRequest) {
    endpoints[request.route.rawValue].count(request.status)
    endpoints[request.route.rawValue].durations.add(request.microseconds)
    all.add(request.microseconds)
    statements += UInt64(request.statements.count)
    if let pool = request.pool, request.gaveUpWaiting { poolTimeouts[pool.rawValue] += 1 }
    guard !request.lookups.isEmpty else { return }
    for cache in ShopCache.allCases {
      guard let isHit = request.lookups.isHit(cache) else { continue }
      if isHit {
        caches[cache.rawValue].hits += 1
      } else {
        caches[cache.rawValue].miss(capacity: cache.capacity)
      }
    }
  }
}
