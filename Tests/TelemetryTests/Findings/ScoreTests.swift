import Testing

@testable import Telemetry

@Suite struct ScoreTests {
  private func score(_ severities: [Severity]) -> Score {
    Score(
      severities.map { Finding(.slowEndpoint, $0, of: .service, summary: "slow") },
      unknown: ["memory"])
  }

  @Test func `takes 25, 15, 8 and 3 from a hundred`() {
    let table: [([Severity], Int, String)] = [
      ([], 100, "A"), ([.low], 97, "A"), ([.medium], 92, "A"), ([.high], 85, "B"),
      ([.critical], 75, "C"), ([.critical, .medium, .low], 64, "D"), ([.critical, .high], 60, "D"),
      ([.critical, .critical], 50, "F"), (Array(repeating: .critical, count: 5), 0, "F"),
    ]
    for (severities, value, grade) in table {
      #expect(score(severities).value == value)
      #expect(score(severities).grade == grade)
    }
  }

  @Test func `shows its arithmetic, which adds up`() {
    let score = score([.critical, .critical, .low])
    #expect(
      score.lines.map { "\($0.text) \($0.points)" } == [
        "to begin with 100", "2 critical findings, 25 each -50", "1 low finding, 3 each -3",
      ])
    for severities in [[Severity](), [.high], Array(repeating: .critical, count: 9)] {
      let score = self.score(severities)
      #expect(score.lines.reduce(0) { $0 + $1.points } == score.value)
    }
  }

  @Test func `is not known where all that is told is that a source cannot be read`() {
    let unread = Finding(.sourceStale, .medium, of: .source(0), summary: "no such file")
    let slow = Finding(.slowEndpoint, .medium, of: .service, summary: "slow")
    #expect(!Score([unread], unknown: Score.areas).isKnown)
    #expect(Score([unread, slow], unknown: Score.areas).isKnown)
    #expect(Score([unread], unknown: ["memory"]).isKnown)
  }

  @Test func `names what is not known and does not count it`() {
    let diagnosis = Diagnosis(
      of: FindingFixture(.log).history, window: .all, now: Timestamp(seconds: 0))
    #expect(diagnosis.score.value == 100)
    #expect(
      diagnosis.score.unknown == [
        "latency", "errors", "queries", "pools", "caches", "memory", "outbound", "tasks", "runtime",
      ])
  }

  @Test func `has a detector for every kind of finding`() {
    let kinds = Set(DetectorCatalog.all.flatMap(\.kinds))
    #expect(kinds == Set(FindingKind.allCases))
  }
}
