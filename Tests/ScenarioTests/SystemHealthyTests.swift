import Demo
import Telemetry
import TestSupport
import Testing

/// A service that is well stays so on the screen, with noise and a restart.
struct SystemHealthyTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `has few errors, quick answers and caches that work`(seed: UInt64) throws {
    var play = ScenarioPlay("healthy", seed: seed)
    play.play()
    let totals = play.history.totals(.all, now: play.now)
    #expect(totals.requests > 12_000)
    #expect((totals.errorRate ?? 1) < 0.005)
    #expect((totals.latency?.p99?.seconds ?? 1) < 0.3)
    let rows = play.history.endpointRows(.all, now: play.now)
    #expect(Set(rows.map(\.name.description)).count == 5)
    let cache = try #require(play.history.cacheRows(.all, now: play.now).first)
    #expect((cache.hitRate ?? 0) > 0.9)
    let pool = try #require(play.history.poolRows(.last(300), now: play.now).first)
    #expect((pool.saturation ?? 1) < 0.5)
    #expect(play.history.sources.allSatisfy { $0.health == .ok && $0.tally.unparsed == 0 })
  }
}
