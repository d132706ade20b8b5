import Demo
import Telemetry
import TestSupport
import Testing

/// The facts of SoulLink, as its only log tells them.
struct SystemSoulLinkTests {
  /// What most tests look at, played once.
  private static let broken = PlayedScenario("soullink")
  private static let repaired = PlayedScenario("soullink", isRepaired: true)

  @Test func `understands every line of the log`() {
    let play = SystemSoulLinkTests.broken
    #expect(play.history.sources[0].tally.lines > 5000)
    #expect(play.history.sources[0].tally.unparsed == 0)
  }

  @Test func `shows the wide statement five times for each start`() throws {
    let row = try #require(SystemSoulLinkTests.broken.queries("souls").first)
    // One start at the beginning of the past, one four minutes before the opening.
    #expect(row.calls == 10)
    #expect(abs((row.latency?.maxSeconds ?? 0) - 1.34) < 0.01)
    #expect(row.fingerprint.string.contains("backstory"))
  }

  @Test func `shows that one user by primary key takes 0.7 s`() throws {
    let play = SystemSoulLinkTests.broken
    let row = try #require(play.queries("users").first)
    #expect(row.fingerprint.string.contains("where"))
    #expect(row.calls > 200)
    #expect(abs((row.latency?.meanSeconds ?? 0) - 0.7007) < 0.02)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `shows that some requests are one too many and some bodies too large`(seed: UInt64) {
    let play = PlayedScenario("soullink", seed: seed)
    let totals = play.history.totals(.all, now: play.now)
    let share = Double(totals.statuses[4]) / Double(totals.requests)
    #expect((0.2...0.45).contains(share))
    #expect(totals.statuses[5] == 0)
    #expect(play.endpoint("POST /api/images")?.statuses[4] ?? 0 > 0)
  }

  @Test func `is silent while a backup is written at the start`() {
    let play = SystemSoulLinkTests.broken
    let range = play.history.range(of: .last(300), now: play.now)
    let points = play.history.timeline(of: nil, in: range, columns: 60, now: play.now)
    let silent = points.filter { $0.requests == 0 }
    #expect(silent.count >= 2)
    #expect(
      silent.allSatisfy {
        $0.start > ScenarioPlay.opening - 246 && $0.start < ScenarioPlay.opening - 220
      })
  }

  @Test func `repaired, no statement is slow and nobody is refused`() {
    let play = SystemSoulLinkTests.repaired
    #expect(play.queries().isEmpty)
    let totals = play.history.totals(.all, now: play.now)
    #expect(totals.statuses[4] == 0 && totals.requests > 5000)
  }
}
