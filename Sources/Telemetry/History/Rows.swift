/// The latencies of one row over a window, as far as they are known.
package struct LatencySummary: Hashable, Sendable {
  /// Durations that were counted, which may be fewer than the requests.
  package var count: UInt64
  /// `nil` where no sum of the durations is known.
  package var meanSeconds: Double?
  /// From the merged histograms of the window, or as reported; `nil` where neither tells.
  package var p50: Quantile?
  /// As `p50`, for 90 %.
  package var p90: Quantile?
  /// As `p50`, for 95 %.
  package var p95: Quantile?
  /// As `p50`, for 99 %.
  package var p99: Quantile?
  /// Longest duration, where it is known exactly.
  package var maxSeconds: Double?
  /// Shortest duration, where it is known exactly.
  package var minSeconds: Double?
  /// Whether the application computed the figures itself, over a window of its own.
  package var isReported = false
  /// Seconds of all counted durations together; `nil` where not known.
  package var sumSeconds: Double?

  /// Whether anything at all is known.
  package var isKnown: Bool { count > 0 || p50 != nil || p95 != nil || maxSeconds != nil }
}

/// One endpoint over a window: a row of the table.
package struct EndpointRow: Hashable, Sendable, Identifiable {
  /// Method and route template; for a task its name, without a method.
  package var name: EndpointName
  /// Requests (calls, runs) that ended in the window: the total of `statuses`.
  package var requests: UInt64
  /// Requests per second; `nil` until a second of observation has passed.
  package var rate: Double?
  /// How they ended; from another view where the one that counts does not tell.
  package var statuses: StatusCounts
  /// `nil` where no duration is known.
  package var latency: LatencySummary?
  /// Requests under way by the last readings of gauges; `nil` where none tells.
  package var inFlight: Double?
  /// Share of requests served to satisfaction, with T = 500 ms; errors count as frustrated.
  ///
  /// (satisfied + tolerating / 2) / all: https://www.apdex.org/
  package var apdex: Double?
  /// Statements per request, where they can be counted.
  package var queriesPerRequest: Double?
  /// Sources that know the endpoint, the one that the numbers come from first.
  package var sources: [SourceID]

  package var id: EndpointName { name }

  /// 5xx and requests without an answer as a share of all; `nil` without requests, or where it is
  /// known of none how it ended.
  package var errorRate: Double? {
    requests > 0 && statuses.isKnown ? Double(statuses.errors) / Double(requests) : nil
  }

  /// Time spent in the endpoint in the window, in seconds.
  package var totalSeconds: Double? {
    latency?.sumSeconds
  }
}

/// One SQL fingerprint over a window.
package struct QueryRow: Hashable, Sendable, Identifiable {
  /// Hash of the fingerprint.
  package var id: UInt64
  /// The statement with `?` for its literals.
  package var fingerprint: DisplayText
  /// Calls of the window.
  package var calls: UInt64
  /// Calls per second; `nil` until a second of observation has passed.
  package var rate: Double?
  /// `nil` where no duration of the window is known.
  package var latency: LatencySummary?
  /// Time that its calls of the window took, in seconds.
  package var totalSeconds: Double
  /// Share of the time that all statements of the window took (0...1).
  package var share: Double
  /// Rows per call, where the log says.
  package var rowsSentPerCall: Double?
  /// Rows that the calls of the window returned, as far as the mean since the start tells.
  package var rowsSent: UInt64?
  /// Rows that they looked at.
  package var rowsExamined: UInt64?
  /// Endpoints that call it, with the estimated calls, most first.
  package var callers: [QueryCaller]
  /// When its first call ever read ended, also one before the window.
  package var firstSeen: Timestamp
  /// When its last call ever read ended.
  package var lastSeen: Timestamp
  /// The slowest calls as they were logged.
  package var examples: [QueryExample]
  /// Sources that tell of it, in the order in which they first did.
  package var sources: [SourceID]

  /// The id as it is shown: 16 hexadecimal digits.
  package var hexID: String { QueryRow.hex(id) }

  /// An id as 16 hexadecimal digits.
  package static func hex(_ id: UInt64) -> String {
    let digits = String(id, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// An endpoint that runs a statement, or calls another service.
package struct QueryCaller: Hashable, Sendable {
  /// The endpoint whose requests make the calls.
  package var endpoint: EndpointName
  /// Its part of the calls of the window; an estimate, so not a whole number.
  package var calls: Double
  /// Whether the link was inferred from times alone.
  package var isGuess: Bool
}

/// One connection pool.
package struct PoolRow: Hashable, Sendable {
  /// As the source calls it; the source's own name where it names no pool.
  package var name: DisplayText
  /// The source whose readings these are.
  package var source: SourceID
  /// Connections that callers hold, by the last reading of the window.
  package var inUse: Double?
  /// Connections that are open and free, by the last reading.
  package var idle: Double?
  /// Most connections it may have, else its database; 0 or `nil` where no limit is known.
  package var limit: Double?
  /// Whether `limit` is no more than what it has had open: the true one may be higher.
  package var isLeastLimit = false
  /// Callers that wait for a connection, by the last reading.
  package var waiting: Double?
  /// Callers that gave up in the window.
  package var timeouts: Double?
  /// Connections handed out in the window; some drivers count only those that were waited for.
  package var acquired: Double?
  /// How long all callers of the window together waited for them.
  package var waitedSeconds: Double?
  /// Which instance has it (`web-1` of `web-1/main`), and for which database a bouncer has it (`shop`
  /// of `shop/app`), as far as the name and what is told of the database say.
  package var instance, database: DisplayText?
}

/// One cache over a window.
package struct CacheRow: Hashable, Sendable {
  /// As the source calls it; the source's own name where it names no cache.
  package var name: DisplayText
  /// The source whose readings these are.
  package var source: SourceID
  /// Look-ups of the window that it answered.
  package var hits: Double?
  /// Look-ups of the window that it could not answer.
  package var misses: Double?
  /// Entries in it, by the last reading of the window.
  package var entries: Double?
  /// Memory of its entries, by the last reading.
  package var bytes: Double?
  /// Most bytes it may hold; 0 or `nil` where no limit is known.
  package var limitBytes: Double?
  /// Most entries it may hold; 0 or `nil` where no limit is known.
  package var limitEntries: Double?
  /// Entries thrown out in the window.
  package var evictions: Double?

  /// Look-ups answered from the cache (0...1); `nil` in a window without look-ups.
  package var hitRate: Double? {
    guard let hits, let misses, hits + misses > 0 else { return nil }
    return hits / (hits + misses)
  }
}

/// The memory of one process.
package struct MemoryRow: Hashable, Sendable {
  /// The process; the source's own name where it names none.
  package var name: DisplayText
  /// The source whose readings these are.
  package var source: SourceID
  /// What the operating system gave it, by the last reading of the window.
  package var residentBytes: Double?
  /// What its runtime's heap takes up, by the last reading.
  package var heapBytes: Double?
  /// Most that the whole process may have.
  package var limitBytes: Double?
  /// Most that its heap may have, which says nothing of what lies outside of it.
  package var heapLimitBytes: Double?

  /// Of the process and of its heap what is nearer to its limit; `nil` where no limit is known.
  package var nearestLimit: Limit? {
    let whole = Limit(usedBytes: residentBytes ?? heapBytes, limitBytes: limitBytes, isHeap: false)
    let heap = Limit(usedBytes: heapBytes, limitBytes: heapLimitBytes, isHeap: true)
    guard let whole, let heap else { return whole ?? heap }
    return heap.share > whole.share ? heap : whole
  }

  /// Memory in use beside the most there may be.
  package struct Limit: Hashable, Sendable {
    /// Bytes in use by the last reading.
    package var usedBytes: Double
    /// Most bytes there may be, above 0.
    package var limitBytes: Double
    /// Whether it is the heap's limit, and not that of the whole process.
    package var isHeap: Bool

    /// `nil` where one is not known, or where the limit is none: kernels write very large ones.
    init?(usedBytes: Double?, limitBytes: Double?, isHeap: Bool) {
      guard let usedBytes, let limitBytes, limitBytes > 0, limitBytes < 1e15 else { return nil }
      (self.usedBytes, self.limitBytes, self.isHeap) = (usedBytes, limitBytes, isHeap)
    }

    /// Used as a share of the limit.
    package var share: Double { usedBytes / limitBytes }
  }
}

/// The runtime of one process.
package struct RuntimeRow: Hashable, Sendable {
  /// The process; the source's own name where it names none.
  package var name: DisplayText
  /// The source whose readings these are.
  package var source: SourceID
  /// How late its event loop ran, or how long it was blocked, by the last reading.
  package var loopLagSeconds: Double?
  /// Time spent in garbage collection pauses in the window, in seconds.
  package var gcPauseSeconds: Double?
}

/// One circuit breaker.
package struct BreakerRow: Hashable, Sendable {
  /// As the source calls it; the source's own name where it names no breaker.
  package var name: DisplayText
  /// The source whose readings these are.
  package var source: SourceID
  /// 0 closed, 0.5 half open, 1 open.
  package var state: Double
  /// Share of the guarded calls that failed (0...1), by the last reading.
  package var failureRate: Double?
}

/// All requests of a window.
package struct TotalsRow: Hashable, Sendable {
  /// Requests to all endpoints, each counted once though several sources tell of it.
  package var requests: UInt64 = 0
  /// Requests per second; `nil` until a second of observation has passed.
  package var rate: Double?
  /// How they ended.
  package var statuses = StatusCounts()
  /// Of all requests together; `nil` where no duration is known.
  package var latency: LatencySummary?
  /// Requests under way, where gauges tell.
  package var inFlight: Double?

  /// No requests.
  package init() {}

  /// 5xx and requests without an answer as a share of all; `nil` as in `EndpointRow`.
  package var errorRate: Double? {
    requests > 0 && statuses.isKnown ? Double(statuses.errors) / Double(requests) : nil
  }
}

/// One column of a chart over time.
package struct TimelinePoint: Hashable, Sendable {
  /// When the column begins.
  package var start: Timestamp
  /// Requests that ended in the column; calls or runs where it is about those.
  package var requests: UInt64
  /// In seconds; `nil` where no duration is known, and for all endpoints together.
  package var p50: Double?
  /// In seconds; `nil` as `p50`.
  package var p95: Double?
  /// In seconds; `nil` as `p50`.
  package var p99: Double?
  /// How its requests ended.
  package var statuses: StatusCounts
}

extension [EndpointRow] {
  /// So many requests tell how many statements one of them runs.
  ///
  /// Chosen: with fewer, statements of which the request is not logged yet count for half of it.
  private static var fewestRequests: UInt64 { 5 }

  /// Enters the statements per request, where statements are tied to endpoints and there are enough
  /// requests; of links by time alone those that chance does not explain, as in details.
  package mutating func countStatements(_ queries: [QueryRow]) {
    var calls: [EndpointName: Double] = [:]
    for query in queries {
      let all = query.callers.reduce(0) { $0 + $1.calls }
      for caller in query.callers where !History.isChance(caller, of: all) {
        calls[caller.endpoint, default: 0] += caller.calls
      }
    }
    for place in indices where self[place].requests >= Self.fewestRequests {
      self[place].queriesPerRequest = calls[self[place].name].map {
        $0 / Double(self[place].requests)
      }
    }
  }
}
