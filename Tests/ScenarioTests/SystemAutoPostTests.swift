import Demo
import Telemetry
import TestSupport
import Testing

/// The facts of the auto-post pipeline, as its pool monitors and its log tell them.
struct SystemAutoPostTests {
  /// What most tests look at, played once.
  private static let broken = PlayedScenario("autopost")
  private static let repaired = PlayedScenario("autopost", isRepaired: true)

  @Test(arguments: [
    ("Load soul", 1.2), ("Load memories", 154.1), ("Choose topic", 4.5), ("Write post", 18.2),
    ("Generate image", 16.9), ("Save post", 154.0), ("Publish", 5.1), ("generate_post", 354),
  ])
  func `shows the steps of a post with their times`(name: String, seconds: Double) throws {
    let row = try #require(SystemAutoPostTests.broken.task(name))
    #expect(row.requests > 20)
    let mean = try #require(row.latency?.meanSeconds)
    #expect(abs(mean - seconds) < 0.02 * seconds + 0.05)
  }

  @Test func `shows three pools of ten connections and their sum against the limit`() throws {
    let play = SystemAutoPostTests.broken
    let rows = play.history.poolRows(.last(300), now: play.now)
    #expect(rows.filter { $0.inUse != nil }.map(\.source).sorted() == [0, 1, 2, 3])
    let pools = rows.filter { $0.source < 3 }
    #expect(pools.allSatisfy { ($0.limit ?? 0) >= 10 && ($0.saturation ?? 0) >= 0.7 })
    #expect(pools.allSatisfy { ($0.inUse ?? 0) + ($0.idle ?? 0) == $0.limit })
    #expect(pools.reduce(0) { $0 + ($1.inUse ?? 0) } >= 27)
    let database = try #require(rows.first { $0.source == 3 })
    #expect(database.limit == 30)
    #expect((database.saturation ?? 0) > 0.85)
  }

  @Test func `counts the attempts that gave up after ten seconds`() throws {
    let play = SystemAutoPostTests.broken
    let rows = play.history.poolRows(.all, now: play.now)
    let gaveUp = rows.compactMap(\.timeouts).reduce(0, +)
    #expect(rows.first { $0.timeouts ?? 0 > 0 }?.limit == 12)
    let posts = try #require(play.task("generate_post")).requests
    #expect(gaveUp >= Double(posts * 30))
  }

  @Test func `counts each slow query that a monitor lists once`() throws {
    let play = SystemAutoPostTests.broken
    let calls = play.queries().reduce(0) { $0 + $1.calls }
    let posts = try #require(play.task("generate_post")).requests
    #expect(abs(Int(calls) - Int(posts)) <= 1)
    #expect(play.queries().allSatisfy { ($0.latency?.meanSeconds ?? 0) > 1 })
  }

  @Test func `repaired, a post takes 45 s cold and 25 s warm, from one pool`() throws {
    let play = SystemAutoPostTests.repaired
    let row = try #require(play.task("generate_post"))
    #expect(abs((row.latency?.minSeconds ?? 0) - 25) < 0.5)
    #expect(abs((row.latency?.maxSeconds ?? 0) - 45) < 0.5)
    let pools = play.history.poolRows(.last(300), now: play.now)
    #expect(pools.count == 2)
    #expect(pools.allSatisfy { ($0.saturation ?? 1) < 0.5 })
    let cache = try #require(play.history.cacheRows(.all, now: play.now).first)
    #expect((cache.hitRate ?? 0) > 0.9)
    #expect(play.queries().isEmpty)
  }
}
