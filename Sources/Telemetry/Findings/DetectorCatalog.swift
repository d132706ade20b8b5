/// All detectors, in no order that matters.
enum DetectorCatalog {
  static let all: [any Detector] = [
    SlowEndpointDetector(), ErrorRateDetector(), LatencyRegressionDetector(),
    SlowQueryDetector(), AlikeCallsDetector(), RequestStatementsDetector(), HeavyRowsDetector(),
    FrequentQueryDetector(),
    PoolSaturationDetector(), PoolFragmentationDetector(), PoolTimeoutCascadeDetector(),
    CacheHitRateDetector(), CacheGrowthDetector(),
    MemoryGrowthDetector(), MemoryHighDetector(),
    EventLoopStallDetector(), StartupStallDetector(),
    RateLimitGatewayDetector(), PayloadLimitDetector(),
    OutboundCallsDetector(), BreakerDetector(),
    TaskDetector(), TaskBacklogDetector(),
    SourceDetector(),
  ]
}
