/// Every kind of trouble that svctop knows; the raw value is its name in JSON and on the screen.
package enum FindingKind: String, CaseIterable, Sendable {
  case slowEndpoint = "slow-endpoint"
  case errorRate = "error-rate"
  case latencyRegression = "latency-regression"
  case slowQuery = "slow-query"
  case nPlusOne = "n-plus-one"
  case repeatedQuery = "repeated-query"
  case heavyRows = "heavy-rows"
  case frequentQuery = "frequent-query"
  case poolSaturation = "pool-saturation"
  case poolWaiting = "pool-waiting"
  case poolFragmentation = "pool-fragmentation"
  case poolTimeoutCascade = "pool-timeout-cascade"
  case cacheHitRate = "cache-hit-rate"
  case cacheGrowth = "cache-growth"
  case memoryGrowth = "memory-growth"
  case memoryHigh = "memory-high"
  case eventLoopStall = "event-loop-stall"
  case startupStall = "startup-stall"
  case rateLimitGateway = "rate-limit-gateway"
  case payloadLimit = "payload-limit"
  case outboundNPlusOne = "outbound-n-plus-one"
  case outboundSlow = "outbound-slow"
  case breakerOpen = "breaker-open"
  case taskSlow = "task-slow"
  case taskFailures = "task-failures"
  case taskBacklog = "task-backlog"
  case sourceStale = "source-stale"
  case unparsedLines = "unparsed-lines"
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
  case endpoint, database, pool, cache, memory, runtime, outbound, task, source
}
