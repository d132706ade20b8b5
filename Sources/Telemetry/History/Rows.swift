/// The latencies of one row over a window, as far as they are known.
package struct LatencySummary: Hashable, Sendable {
  package var count: UInt64
  package var meanSeconds: Double?
  package var p50: Quantile?
  package var p90: Quantile?
  package var p95: Quantile?
  package var p99: Quantile?
  /// Longest duration, where it is known exactly.
  package var maxSeconds: Double?
  /// Shortest duration, where it is known exactly.
  package var minSeconds: Double?
  /// Whether the application computed the figures itself, over a window of its own.
  package var isReported = false
  package var sumSeconds: Double?

  /// Whether anything at all is known.
  package var isKnown: Bool { count > 0 || p50 != nil || p95 != nil || maxSeconds != nil }
}

/// One endpoint over a window: a row of the table.
package struct EndpointRow: Hashable, Sendable, Identifiable {
  package var name: EndpointName
  package var requests: UInt64
  /// Requests per second; `nil` until a second of observation has passed.
  package var rate: Double?
  package var statuses: StatusCounts
  package var latency: LatencySummary?
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
  package var id: UInt64
  package var fingerprint: DisplayText
  package var calls: UInt64
  package var rate: Double?
  package var latency: LatencySummary?
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
  package var firstSeen: Timestamp
  package var lastSeen: Timestamp
  package var examples: [QueryExample]
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
  package var endpoint: EndpointName
  package var calls: Double
  /// Whether the link was inferred from times alone.
  package var isGuess: Bool
}

/// One connection pool.
package struct PoolRow: Hashable, Sendable {
  package var name: DisplayText
  package var source: SourceID
  package var inUse: Double?
  package var idle: Double?
  package var limit: Double?
  package var waiting: Double?
  /// Callers that gave up in the window.
  package var timeouts: Double?
  /// Connections handed out in the window; some drivers count only those that were waited for.
  package var acquired: Double?
  /// How long all callers of the window together waited for them.
  package var waitedSeconds: Double?

  /// How long a caller of the window waited for a connection, on average, where that is counted.
  package var meanWaitSeconds: Double? {
    guard let acquired, acquired > 0 else { return nil }
    return waitedSeconds.map { $0 / acquired }
  }

  /// Share of the limit (or of what is open, where no limit is known) in use.
  package var saturation: Double? {
    guard let inUse else { return nil }
    if let limit, limit > 0 { return inUse / limit }
    guard let idle, inUse + idle > 0 else { return nil }
    return inUse / (inUse + idle)
  }
}

/// One cache over a window.
package struct CacheRow: Hashable, Sendable {
  package var name: DisplayText
  package var source: SourceID
  package var hits: Double?
  package var misses: Double?
  package var entries: Double?
  package var bytes: Double?
  package var limitBytes: Double?
  package var limitEntries: Double?
  package var evictions: Double?

  /// Look-ups answered from the cache (0...1); `nil` in a window without look-ups.
  package var hitRate: Double? {
    guard let hits, let misses, hits + misses > 0 else { return nil }
    return hits / (hits + misses)
  }
}

/// The memory of one process.
package struct MemoryRow: Hashable, Sendable {
  package var name: DisplayText
  package var source: SourceID
  package var residentBytes: Double?
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
    package var usedBytes: Double
    package var limitBytes: Double
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
  package var name: DisplayText
  package var source: SourceID
  package var loopLagSeconds: Double?
  /// Time spent in garbage collection pauses in the window, in seconds.
  package var gcPauseSeconds: Double?
}

/// One circuit breaker.
package struct BreakerRow: Hashable, Sendable {
  package var name: DisplayText
  package var source: SourceID
  /// 0 closed, 0.5 half open, 1 open.
  package var state: Double
  package var failureRate: Double?
}

/// All requests of a window.
package struct TotalsRow: Hashable, Sendable {
  package var requests: UInt64 = 0
  package var rate: Double?
  package var statuses = StatusCounts()
  package var latency: LatencySummary?
  /// Requests under way, where gauges tell.
  package var inFlight: Double?

  /// No requests.
  package init() {}

  package var errorRate: Double? {
    requests > 0 && statuses.isKnown ? Double(statuses.errors) / Double(requests) : nil
  }
}

/// One column of a chart over time.
package struct TimelinePoint: Hashable, Sendable {
  package var start: Timestamp
  package var requests: UInt64
  package var p50: Double?
  package var p95: Double?
  package var p99: Double?
  package var statuses: StatusCounts
}

extension [EndpointRow] {
  /// Enters the statements per request, where statements are tied to endpoints.
  package mutating func countStatements(_ queries: [QueryRow]) {
    var calls: [EndpointName: Double] = [:]
    for query in queries {
      for caller in query.callers { calls[caller.endpoint, default: 0] += caller.calls }
    }
    for place in indices where self[place].requests > 0 {
      self[place].queriesPerRequest = calls[self[place].name].map {
        $0 / Double(self[place].requests)
      }
    }
  }
}
