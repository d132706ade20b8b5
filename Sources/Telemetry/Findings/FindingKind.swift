/// Every kind of trouble that svctop knows; the raw value is its name in JSON and on the screen.
package enum FindingKind: String, CaseIterable, Sendable {
  /// The p95 of an endpoint is over the limit.
  case slowEndpoint = "slow-endpoint"
  /// More requests of an endpoint end in 5xx, or without an answer, than may.
  case errorRate = "error-rate"
  /// An endpoint has lately become slower than it was before in the same window.
  case latencyRegression = "latency-regression"
  /// The p95 of a statement is over the limit.
  case slowQuery = "slow-query"
  /// One request runs many alike statements, or many by the application's own count.
  case nPlusOne = "n-plus-one"
  /// One request runs the very same statement, with the same values, many times.
  case repeatedQuery = "repeated-query"
  /// A slow statement looks at many rows, or takes along many columns, for few rows.
  case heavyRows = "heavy-rows"
  /// A cheap statement is asked so often, with the same values, that it adds up.
  case frequentQuery = "frequent-query"
  /// Nearly all connections of a pool were in use over the last minute.
  case poolSaturation = "pool-saturation"
  /// Callers wait for a connection, or gave up, though the pool does not seem full.
  case poolWaiting = "pool-waiting"
  /// Several pools of one program share a database, and one of them runs short.
  case poolFragmentation = "pool-fragmentation"
  /// Work waits for the time-out of a pool, often several times one after the other.
  case poolTimeoutCascade = "pool-timeout-cascade"
  /// A cache answers too few of its look-ups.
  case cacheHitRate = "cache-hit-rate"
  /// The entries of a cache without a limit only ever become more.
  case cacheGrowth = "cache-growth"
  /// What is left in memory after each collection rises steadily: a leak.
  case memoryGrowth = "memory-growth"
  /// A process, or its heap, is close to the limit of its memory.
  case memoryHigh = "memory-high"
  /// An event loop is blocked, so that nothing is answered for a while.
  case eventLoopStall = "event-loop-stall"
  /// A service answers nothing, or is not ready, long after it was started.
  case startupStall = "startup-stall"
  /// A rate limit counts all users as one: the 429s go to one private address.
  case rateLimitGateway = "rate-limit-gateway"
  /// Requests are turned away because their body is too large (413).
  case payloadLimit = "payload-limit"
  /// One request calls another service many times, one call after the other.
  case outboundNPlusOne = "outbound-n-plus-one"
  /// The p95 of calls to another service is over the limit.
  case outboundSlow = "outbound-slow"
  /// A circuit breaker is open, or opens and closes again and again.
  case breakerOpen = "breaker-open"
  /// The p95 of a background job or of a step is over the limit.
  case taskSlow = "task-slow"
  /// More runs of a background job fail than may.
  case taskFailures = "task-failures"
  /// Jobs come in faster than they are worked off.
  case taskBacklog = "task-backlog"
  /// A source cannot be read, so that what is shown of it is old.
  case sourceStale = "source-stale"
  /// Too many lines of a log are not understood.
  case unparsedLines = "unparsed-lines"
  /// Several processes with counters of their own answer in turn behind one address.
  case multiProcessEndpoint = "multi-process-endpoint"

  /// The area of a service that it belongs to, as reports group findings.
  package var category: FindingCategory {
    switch self {
    case .slowEndpoint, .errorRate, .latencyRegression, .payloadLimit, .rateLimitGateway: .endpoint
    case .slowQuery, .nPlusOne, .repeatedQuery, .heavyRows, .frequentQuery: .database
    case .poolSaturation, .poolWaiting, .poolFragmentation, .poolTimeoutCascade: .pool
    case .cacheHitRate, .cacheGrowth: .cache
    case .memoryGrowth, .memoryHigh: .memory
    case .eventLoopStall, .startupStall: .runtime
    case .outboundNPlusOne, .outboundSlow, .breakerOpen: .outbound
    case .taskSlow, .taskFailures, .taskBacklog: .task
    case .sourceStale, .unparsedLines, .multiProcessEndpoint: .source
    }
  }
}

/// Areas of a service.
package enum FindingCategory: String, CaseIterable, Sendable {
  /// `source` is about how svctop reads the service, and not about the service itself.
  case endpoint, database, pool, cache, memory, runtime, outbound, task, source
}
