import Demo
import Telemetry
import TestSupport
import Testing

/// The facts of the ECS back end, as its JSON pages and its database's log tell them.
struct SystemECSTests {
  /// What most tests look at, played once.
  private static let broken = PlayedScenario("ecs")
  private static let repaired = PlayedScenario("ecs", isRepaired: true)

  @Test func `shows every one of 143 requests, and which of them fail`() {
    let play = SystemECSTests.broken
    #expect(play.history.totals(.all, now: play.now).requests == 143)
    for (name, rate) in [
      ("GET /agents/invalid/mates", 0.5), ("GET /naming/animal-spirits/invalid", 0.3),
      ("GET /agents/nonexistent/position", 0.2), ("GET /health", 0),
    ] {
      #expect(play.endpoint(name)?.errorRate == rate, "\(name)")
    }
  }

  @Test(
    arguments: [
      ("GET /agents/agent1/mates", 12, 200.5), ("GET /agents/agent1/lineage", 10, 150.3),
      ("GET /naming/animal-spirits/wolf", 10, 120.4), ("GET /agents/agent1/position", 10, 100.6),
      ("GET /health", 5, 20.3),
    ] as [(String, UInt64, Double)])
  func `shows how long endpoints take on average`(
    name: String, requests: UInt64, milliseconds: Double
  ) throws {
    let row = try #require(SystemECSTests.broken.endpoint(name))
    #expect(row.requests == requests)
    let mean = try #require(row.latency?.meanSeconds)
    #expect(abs(mean * 1000 - milliseconds) < 0.01 * milliseconds)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `shows 113 slow queries of 199, five statements run 15 to 30 times each`(seed: UInt64) {
    let rows = PlayedScenario("ecs", seed: seed).queries()
    #expect(rows.reduce(0) { $0 + $1.calls } == 199)
    let slow = rows.filter { ($0.latency?.meanSeconds ?? 0) > 0.05 }
    #expect(slow.map(\.calls).sorted() == [15, 20, 22, 26, 30])
    let seconds = slow.reduce(0) { $0 + $1.totalSeconds }
    #expect(abs(seconds / 113 - 0.11) < 0.002)
    #expect(rows.contains { $0.fingerprint.string.contains("recursive") && $0.calls == 22 })
  }

  @Test func `the memory of the process is the one that is told`() throws {
    let play = SystemECSTests.broken
    let row = try #require(play.history.memoryRows(.all, now: play.now).first)
    #expect(abs((row.residentBytes ?? 0) / 73_600_000 - 1) < 0.03)
    #expect(play.history.sources.allSatisfy { $0.health == .ok })
    #expect(play.history.sources.allSatisfy { $0.tally.unparsed == 0 })
  }

  @Test func `rates come from differences: a round of 143 requests in five minutes`() {
    var play = ScenarioPlay("ecs")
    play.play()
    play.play(seconds: 300)
    let totals = play.history.totals(.last(300), now: play.now)
    #expect((138...148).contains(totals.requests))
    #expect(play.history.totals(.all, now: play.now).requests == 286)
  }

  @Test func `repaired, nothing fails and nothing is slow`() {
    let play = SystemECSTests.repaired
    let rows = play.history.endpointRows(.all, now: play.now)
    #expect(rows.count == 17)
    #expect(rows.allSatisfy { $0.errorRate == 0 && ($0.latency?.meanSeconds ?? 1) < 0.05 })
    let calls = play.queries().reduce(0) { $0 + $1.calls }
    #expect(calls < 80)
    #expect(play.queries().allSatisfy { ($0.latency?.maxSeconds ?? 1) < 0.05 })
  }
}
