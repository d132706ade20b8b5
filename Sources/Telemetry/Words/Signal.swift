/// The vocabulary in which logs and metrics meet: what a number is about.
///
/// Units are fixed: seconds, bytes, counts; ratios are 0 to 1. Requests and latencies of
/// endpoints, outbound calls and tasks travel as `TrafficDelta`, not as a signal.
package enum Signal: UInt8, CaseIterable, Sendable {
  /// Requests being served at the moment; subject: endpoint or process.
  case inFlight
  /// Connections of a pool that callers hold; subject: pool.
  case poolInUse
  /// Connections that are open and free.
  case poolIdle
  /// Most connections the pool may open.
  case poolLimit
  /// What a pool may open at least, where no more is told than what it has had open.
  case poolLeastLimit
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
  /// Look-ups that a cache could not answer (counter).
  case cacheMisses
  /// Entries that a cache threw out, mostly to make room (counter).
  case cacheEvictions
  /// Entries in a cache at the moment.
  case cacheEntries
  /// Memory that its entries take up.
  case cacheBytes
  /// Most bytes it may hold; 0 stands for no limit.
  case cacheLimitBytes
  /// Most entries it may hold; 0 stands for no limit.
  case cacheLimitEntries
  /// Memory that the operating system gave to a process; subject: process.
  case residentBytes
  /// Memory in use on the heap of a runtime; subject: process.
  case heapBytes
  /// Most memory that the process may have.
  case memoryLimitBytes
  /// Most memory that the heap may have.
  case heapLimitBytes
  /// Processor time of a process, of all its threads (counter).
  case cpuSeconds
  /// Descriptors that a process holds open.
  case openFiles
  /// How late an event loop runs its timers, or how long it was blocked; subject: process.
  case loopLagSeconds
  /// Seconds spent in garbage collection pauses (counter).
  case gcPauseSeconds
  /// Garbage collections (counter).
  case gcCount
  /// Threads of a process at the moment.
  case threads
  /// 0 closed, 0.5 half open, 1 open; subject: breaker.
  case breakerState
  /// Share of the guarded calls that failed, 0 to 1; subject: breaker.
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
