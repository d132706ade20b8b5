/// The vocabulary in which logs and metrics meet: what a number is about.
///
/// Units are fixed: seconds, bytes, counts; ratios are 0 to 1. Requests and latencies of
/// endpoints, outbound calls and tasks travel as `TrafficDelta`, not as a signal.
package enum Signal: UInt8, CaseIterable, Sendable {
  /// Requests being served at the moment; subject: endpoint or process.
  case inFlight
  /// Connections of a pool that callers hold; subject: pool.
  case poolInUse
  case poolIdle
  case poolLimit
  /// Callers that wait for a connection at the moment.
  case poolWaiting
  /// Callers that gave up waiting (counter).
  case poolTimeouts
  /// Seconds callers waited for a connection in all (counter).
  case poolWaitSeconds
  /// Connections handed out (counter); with `poolWaitSeconds` it gives the mean wait.
  case poolAcquired
  /// Look-ups that a cache answered (counter); subject: cache.
  case cacheHits
  case cacheMisses
  case cacheEvictions
  case cacheEntries
  case cacheBytes
  case cacheLimitBytes
  case cacheLimitEntries
  /// Memory that the operating system gave to a process; subject: process.
  case residentBytes
  case heapBytes
  /// Most memory that the process may have, and its heap.
  case memoryLimitBytes
  case heapLimitBytes
  case cpuSeconds
  case openFiles
  case loopLagSeconds
  /// Seconds spent in garbage collection pauses (counter).
  case gcPauseSeconds
  /// Garbage collections (counter).
  case gcCount
  case threads
  /// 0 closed, 0.5 half open, 1 open; subject: breaker.
  case breakerState
  case breakerFailureRate
  /// Jobs waiting to be run; subject: queue.
  case taskBacklog
  /// Unix time at which the process started.
  case processStart

  /// Whether readings only grow and increases are what counts.
  package var isCounter: Bool {
    switch self {
    case .poolTimeouts, .poolWaitSeconds, .poolAcquired, .cacheHits, .cacheMisses,
      .cacheEvictions, .cpuSeconds, .gcPauseSeconds, .gcCount:
      true
    default: false
    }
  }
}
