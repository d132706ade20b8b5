import Demo
import Telemetry
import TestSupport
import Testing

/// The facts of MobilityOne's assistant, as its logs and its one JSON page tell them.
struct SystemMobilityTests {
  /// What most tests look at, played once.
  private static let broken = PlayedScenario("mobility")
  private static let repaired = PlayedScenario("mobility", isRepaired: true)

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `shows 10 to 12 calls to one upstream for each onboarding`(seed: UInt64) throws {
    let play = PlayedScenario("mobility", seed: seed)
    let onboarding = try #require(play.endpoint("POST /api/onboarding"))
    let calls = play.history.outboundRows(.all, now: play.now)
    #expect(calls.count == 1)
    let upstream = try #require(calls.first)
    #expect(upstream.name.description.contains("api.mobilityone.example"))
    let each = Double(upstream.requests) / Double(onboarding.requests)
    #expect((10...12).contains(each))
    #expect((1...7).contains(onboarding.latency?.meanSeconds ?? 0))
  }

  @Test func `shows how long the event loop was blocked`() throws {
    let play = SystemMobilityTests.broken
    let rows = play.history.runtimeRows(.last(60), now: play.now)
    #expect(rows.contains { ($0.loopLagSeconds ?? 0) >= 0.9 })
  }

  @Test func `shows caches that only grow, and memory with them`() throws {
    var play = ScenarioPlay("mobility")
    play.play(seconds: 600)
    let early = play.history.cacheRows(.last(60), now: play.now)
    let memory = play.history.memoryRows(.last(60), now: play.now).first?.residentBytes ?? 0
    play.play()
    let late = play.history.cacheRows(.last(60), now: play.now)
    #expect(early.map(\.name).sorted() == ["person_cache", "tenant_cache"])
    for row in early {
      let after = late.first { $0.name == row.name }
      #expect((after?.entries ?? 0) > 3 * (row.entries ?? .infinity))
    }
    let grown = (play.history.memoryRows(.last(60), now: play.now).first?.residentBytes ?? 0)
    #expect(grown - memory > 50_000_000)
  }

  @Test func `shows filters without an index at 100 to 500 ms`() throws {
    let play = SystemMobilityTests.broken
    let row = try #require(play.queries("external_ref").first)
    #expect((row.latency?.minSeconds ?? 0) >= 0.1 && (row.latency?.maxSeconds ?? 1) < 0.56)
    #expect(row.calls > 1000)
    #expect(play.queries("tenant_id").first?.calls ?? 0 > 100)
    #expect(play.history.sources.allSatisfy { $0.tally.unparsed == 0 })
  }

  @Test func `repaired, there is one call for each onboarding and nothing grows`() throws {
    let play = SystemMobilityTests.repaired
    let onboarding = try #require(play.endpoint("POST /api/onboarding"))
    let calls = try #require(play.history.outboundRows(.all, now: play.now).first)
    #expect(calls.requests == onboarding.requests)
    #expect((onboarding.latency?.maxSeconds ?? 1) < 0.5)
    #expect(play.queries().isEmpty)
    #expect(play.history.runtimeRows(.all, now: play.now).allSatisfy { $0.loopLagSeconds == nil })
    let caches = play.history.cacheRows(.all, now: play.now)
    #expect(caches.allSatisfy { $0.entries == 200 && ($0.evictions ?? 0) > 0 })
  }
}
