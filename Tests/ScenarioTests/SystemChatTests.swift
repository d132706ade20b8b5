import Demo
import Telemetry
import TestSupport
import Testing

/// The facts of the chat service, as its JSON page and its log tell them.
struct SystemChatTests {
  /// What most tests look at, played once.
  private static let broken = PlayedScenario("chat")
  private static let repaired = PlayedScenario("chat", isRepaired: true)

  @Test(arguments: [
    ("responses", 0.41), ("embeddings", 0.85), ("profiles", 0.72), ("search_results", 0.48),
    ("request_deduplication", 0.12),
  ])
  func `shows the hit rate of each cache and of the de-duplication`(
    name: String, rate: Double
  ) throws {
    let play = SystemChatTests.broken
    let rows = play.history.cacheRows(.all, now: play.now)
    #expect(rows.count == 5)
    let row = try #require(rows.first { $0.name.string == name })
    #expect(abs((row.hitRate ?? 0) - rate) < 0.04)
  }

  @Test(arguments: [(false, 4.28), (true, 0.34)])
  func `shows how long a web search takes, before and after`(
    isRepaired: Bool, seconds: Double
  ) throws {
    let play = isRepaired ? SystemChatTests.repaired : SystemChatTests.broken
    let rows = play.history.outboundRows(.all, now: play.now)
    #expect(rows.count == 2)
    let search = try #require(rows.first { $0.name.description.contains("api.search.example") })
    #expect(abs((search.latency?.meanSeconds ?? 0) - seconds) < 0.03 * seconds)
    #expect(search.latency?.p95 != nil)
    let task = try #require(play.task("web_search"))
    #expect(abs((task.latency?.meanSeconds ?? 0) - seconds) < 0.03 * seconds)
    #expect(task.requests == search.requests)
  }

  @Test func `shows what its own numbers leave out: percentiles and statements`() throws {
    let play = SystemChatTests.broken
    let chat = try #require(play.endpoint("POST /api/chat"))
    #expect(chat.latency?.p99 != nil)
    #expect((chat.latency?.p95?.seconds ?? 0) > 4)
    let calls = play.queries()
    #expect(calls.count == 3)
    #expect(calls.allSatisfy { ($0.latency?.maxSeconds ?? 1) < 0.1 })
    #expect(play.history.sources.allSatisfy { $0.tally.unparsed == 0 })
  }

  @Test func `shows breakers, tasks that pile up and memory that grows`() {
    var play = ScenarioPlay("chat")
    play.play(seconds: 600)
    let memory = play.history.memoryRows(.last(60), now: play.now).first?.residentBytes ?? 0
    let backlog = SystemChatTests.backlog(play)
    play.play()
    let breakers = play.history.breakerRows(.all, now: play.now)
    #expect(breakers.map(\.name).sorted() == ["openai", "web_search"])
    #expect(breakers.allSatisfy { $0.state == 0 && ($0.failureRate ?? 1) < 0.05 })
    #expect(SystemChatTests.backlog(play) > 3 * backlog && backlog > 10)
    let grown = play.history.memoryRows(.last(60), now: play.now).first?.residentBytes ?? 0
    #expect(grown - memory > 30_000_000)
  }

  @Test func `repaired, caches answer nine of ten and nothing piles up`() {
    let play = SystemChatTests.repaired
    let caches = play.history.cacheRows(.all, now: play.now)
      .filter { $0.name != "request_deduplication" }
    #expect(caches.count == 4 && caches.allSatisfy { ($0.hitRate ?? 0) > 0.9 })
    #expect(SystemChatTests.backlog(play) < 10)
  }

  private static func backlog(_ play: some ScenarioReading) -> Double {
    let key = SeriesKey(signal: .taskBacklog, subject: "background_tasks", source: 0)
    let range = play.history.range(of: .last(60), now: play.now)
    return play.history.columns(of: key, in: range, count: 1, now: play.now)
      .compactMap { $0 }.last ?? 0
  }
}
