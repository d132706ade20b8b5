import Telemetry
import Testing

struct MetricUseTests {
  @Test(arguments: [
    (MetricUse.durations(hasBuckets: true), "request duration", true),
    (MetricUse.durations(hasBuckets: false), "request duration without buckets", true),
    (MetricUse.durationSum, "sum of request durations", false),
    (MetricUse.count, "request count", true), (MetricUse.failures, "failures", false),
    (MetricUse.inFlight, "requests in flight", false),
    (MetricUse.signals([.poolIdle, .poolLimit]), "poolIdle, poolLimit", false),
    (MetricUse.statement(.calls), "calls of statements", false),
    (MetricUse.repeats(of: "x"), "not counted: same requests as x", false),
    (MetricUse.repeats(of: "x", how: "finer"), "not counted: same requests as x, finer", false),
    (MetricUse.covered(by: "x"), "not counted: x says the same", false),
    (MetricUse.unread("too old"), "not counted: too old", false),
    (MetricUse.reachability, "whether the exporter reaches its target", false),
  ])
  func `is told in words, and decided by kind`(use: MetricUse, phrase: String, counts: Bool) {
    #expect(use.phrase.string == phrase)
    #expect(use.countsRequests == counts)
  }

  @Test func `gives the signals that it names`() {
    let use = MetricUse.signals([.residentBytes, .processStart])
    #expect(use.gives(.residentBytes) && use.gives(.processStart) && !use.gives(.heapBytes))
    #expect(!MetricUse.count.gives(.residentBytes))
  }
}
