import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

struct AnnouncementsTests {
  private typealias Measure = Observation.Measure

  private func measure(
    _ value: Double?, _ severity: Severity = .fine, step: Measure.Step = .severity
  ) -> Measure {
    Measure(
      name: "p95", value: value, text: value.map { Units.duration($0) } ?? "-",
      severity: severity, step: step)
  }

  @Test func `a figure is told when it is far from what was said, or of another severity`() {
    let far = Measure.Step.factor(1.5, atLeast: 0.02)
    let table: [(before: Double?, Severity, now: Double?, Severity, Measure.Step, String)] = [
      (0.34, .fine, 1.2, .critical, far, "p95 340 ms to 1.20 s, now critical"),
      (0.34, .fine, 0.36, .fine, far, ""),
      (0.34, .fine, 0.52, .high, far, "p95 340 ms to 520 ms, now high"),
      (0.49, .fine, 0.51, .high, far, "p95 490 ms to 510 ms, now high"),
      (0.51, .high, 0.49, .fine, far, "p95 510 ms to 490 ms, normal again"),
      (1.2, .critical, 0.8, .high, far, "p95 1.20 s to 800 ms, now high"),
      (0.1, .fine, 0.2, .fine, far, "p95 100 ms to 200 ms"),
      (0.2, .fine, 0.1, .fine, far, "p95 200 ms to 100 ms"),
      (0.001, .fine, 0.005, .fine, far, ""),
      (0.1, .fine, 0.2, .fine, .severity, ""),
      (0.1, .fine, 0.2, .fine, .distance(0.1), "p95 100 ms to 200 ms"),
      (0.1, .fine, 0.19, .fine, .distance(0.1), ""),
      // What is not known is not told, neither its coming nor its going.
      (0.34, .fine, nil, .fine, far, ""),
      (1.2, .critical, nil, .fine, far, ""),
      (nil, .fine, 0.34, .fine, far, ""),
      (nil, .fine, 1.2, .critical, far, "p95 1.20 s, now critical"),
    ]
    for (before, old, now, new, step, text) in table {
      let observation = Observation(
        subject: .source(0), label: "x", measures: [measure(now, new, step: step)])
      let said = observation.sentence(after: [measure(before, old, step: step)])
      #expect(said == text, "\(before ?? -1) to \(now ?? -1)")
    }
  }

  @Test func `who is new is only told of when something is wrong`() {
    func sentence(_ value: Double?, _ severity: Severity) -> String {
      Observation(subject: .source(0), label: "x", measures: [measure(value, severity)])
        .sentence(after: nil)
    }
    #expect(sentence(0.1, .fine) == "")
    #expect(sentence(2, .critical) == "p95 2.00 s, now critical")
    #expect(sentence(nil, .critical) == "")
  }

  @Test func `nothing changed says nothing`() {
    let model = ShopFixture.troubled.model()
    var announcements = Announcements()
    announcements.begin(with: model.figures, sources: model.history.sources)
    let lines = announcements.changes(
      to: model.figures, sources: model.history.sources, at: ShopFixture.now)
    #expect(lines == [])
  }

  @Test func `a good day that turns bad is told, the worst first and not all at once`() {
    let good = ShopFixture.healthy.model()
    let bad = ShopFixture.troubled.model()
    var announcements = Announcements()
    announcements.begin(with: good.figures, sources: good.history.sources)
    let first = announcements.changes(
      to: bad.figures, sources: bad.history.sources, at: ShopFixture.now)
    #expect(first.count == Announcements.mostLines)
    #expect(first.allSatisfy { $0.hasPrefix("14:05:32 ") })
    #expect(first.first?.contains("now critical") == true, "\(first)")
    #expect(
      first.contains("14:05:32 GET /api/users/{id}/feed p95 241 ms to 1.18 s, now critical"),
      "\(first)")
    let subjects = first.map { $0.split(separator: " ").prefix(3) }
    #expect(Set(subjects).count == subjects.count, "a subject has one line")
    // What had to wait comes next; who has spoken is silent for a while.
    let second = announcements.changes(
      to: bad.figures, sources: bad.history.sources, at: ShopFixture.now + 1)
    #expect(Set(second.map { $0.dropFirst(9) }).isDisjoint(with: first.map { $0.dropFirst(9) }))
    var rest = second
    while !rest.isEmpty {
      rest = announcements.changes(
        to: bad.figures, sources: bad.history.sources, at: ShopFixture.now + 2)
    }
  }

  @Test func `a subject speaks once in an interval`() {
    let good = ShopFixture.healthy.model()
    let bad = ShopFixture.troubled.model()
    var announcements = Announcements()
    announcements.begin(with: good.figures, sources: good.history.sources)
    func lines(_ model: Model, after seconds: Double) -> [String] {
      announcements.changes(
        to: model.figures, sources: model.history.sources, at: ShopFixture.now + seconds
      ).filter { $0.contains("/api/users/{id}/feed") }
    }
    #expect(lines(bad, after: 0).count == 1)
    #expect(lines(good, after: 5) == [])
    let later = lines(good, after: Announcements.intervalSeconds)
    #expect(later.count == 1)
    #expect(later.first?.contains("normal again") == true, "\(later)")
  }

  @Test func `a source that fails is told before what it feeds, and so is its return`() {
    let good = ShopFixture.healthy.model()
    let failing = ShopFixture.failing.model()
    var announcements = Announcements()
    announcements.begin(with: good.figures, sources: good.history.sources)
    func lines(_ model: Model, after seconds: Double) -> [String] {
      announcements.changes(
        to: model.figures, sources: model.history.sources, at: ShopFixture.now + seconds)
    }
    #expect(
      lines(failing, after: 0).first
        == "14:05:32 source shop-api failing: connection refused (127.0.0.1:8000)")
    #expect(lines(good, after: 20).first == "14:05:52 source shop-api is read again")
  }

  @Test func `a finding is told when it is new`() {
    let model = ShopFixture.healthy.model()
    var figures = model.figures
    var announcements = Announcements()
    announcements.begin(with: figures, sources: model.history.sources)
    figures.findings = [
      Finding(
        .poolSaturation, .high, of: .pool("main", source: 0),
        summary: "Pool main is 84 % in use")
    ]
    for (seconds, lines) in [
      (0.0, ["14:05:32 finding: Pool main is 84 % in use (high)"]), (60, []),
    ] {
      let said = announcements.changes(
        to: figures, sources: model.history.sources, at: ShopFixture.now + seconds)
      #expect(said == lines)
    }
  }

  @Test func `the summary says it all in words of ASCII`() {
    for fixture in ShopFixture.all {
      let lines = PlainSummary.lines(of: fixture.model())
      #expect(lines.first?.contains("window 5m") == true)
      #expect(lines.count >= 2 + fixture.identities.count)
      #expect(lines.count < 60, "\(fixture)")
    }
    let lines = PlainSummary.lines(of: ShopFixture.troubled.model())
    #expect(lines.first == "svctop shop-api, 14:05:32 UTC, window 5m")
    #expect(lines.contains { $0.hasPrefix("POST /api/posts/generate: p95 ") })
    #expect(lines.contains { $0.hasPrefix("source nginx: ok") })
    #expect(lines.contains { $0.hasPrefix("pool ") && $0.contains("in use") })
    for line in lines { #expect(line.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "\(line)") }
  }

  @Test(arguments: [
    (0.0, "14:05:32 UTC"), (3600.0, "14:05:32 UTC, log ends here, 60 min ago"),
    (331.0 * 86_400.0, "2026-01-01 14:05:32 UTC, log ends here, 331 d ago"),
  ])
  func `the summary says of what day it is, and that a log has ended`(later: Double, time: String) {
    let model = Model(
      history: ShopFixture.logOnly.history, settings: Settings(), theme: .default,
      size: Size(width: 80, height: 24), clock: ShopFixture.now + later)
    #expect(PlainSummary.lines(of: model).first == "svctop, \(time), window 5m")
  }
}
