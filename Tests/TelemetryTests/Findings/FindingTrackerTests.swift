import Testing

@testable import Telemetry

@Suite struct FindingTrackerTests {
  private func history(slow: Bool, at: Double, _ history: History? = nil) -> History {
    var fixture = FindingFixture(.log)
    if let history { fixture.history = history }
    fixture.requests("GET /a", at: at, took: Array(repeating: slow ? 2 : 0.01, count: 60))
    return fixture.history
  }

  private func moment(_ seconds: Double) -> Timestamp {
    Timestamp(seconds: FindingFixture.start + seconds)
  }

  @Test func `tells at once what the past shows, and later only what lasts`() {
    var tracker = FindingTracker()
    let bad = history(slow: true, at: 0)
    #expect(tracker.update(history: bad, window: .last(60), now: moment(5)).count == 1)
    var later = FindingTracker()
    var calm = history(slow: false, at: 0)
    #expect(later.update(history: calm, window: .last(60), now: moment(5)).isEmpty)
    calm = history(slow: true, at: 30, calm)
    #expect(later.update(history: calm, window: .last(60), now: moment(35)).isEmpty)
    #expect(later.update(history: calm, window: .last(60), now: moment(40)).isEmpty)
    #expect(later.update(history: calm, window: .last(60), now: moment(45)).count == 1)
  }

  @Test func `keeps telling for a while after it is gone`() {
    var tracker = FindingTracker()
    let bad = history(slow: true, at: 0)
    _ = tracker.update(history: bad, window: .last(60), now: moment(5))
    #expect(tracker.update(history: bad, window: .last(60), now: moment(60)).count == 1)
    // The slow requests have slid out of the window.
    #expect(tracker.update(history: bad, window: .last(60), now: moment(75)).count == 1)
    #expect(tracker.update(history: bad, window: .last(60), now: moment(82)).isEmpty)
  }

  @Test func `looks again at once when the window or the moment changes`() {
    var tracker = FindingTracker()
    let bad = history(slow: true, at: 0)
    #expect(tracker.update(history: bad, window: .last(60), now: moment(200)).isEmpty)
    #expect(tracker.update(history: bad, window: .last(900), now: moment(201)).count == 1)
    #expect(tracker.update(history: bad, window: .last(60), now: moment(30)).count == 1)
  }

  @Test func `puts what more of the service is about before what is as bad, frame after frame`() {
    var tracker = FindingTracker()
    var fixture = FindingFixture(.log)
    fixture.requests("GET /rare", at: 0, took: Array(repeating: 2, count: 10))
    fixture.requests("GET /usual", at: 0, took: Array(repeating: 2, count: 90))
    let subjects = { (findings: [Finding]) in findings.map { "\($0.subject)" } }
    let first = tracker.update(history: fixture.history, window: .last(600), now: moment(5))
    #expect(first.count == 2 && first[0].severity == first[1].severity)
    #expect(first[0].summary.string.hasPrefix("GET /usual"))
    // The other one is a little more of it now: they stay where they are.
    fixture.requests("GET /rare", at: 10, took: Array(repeating: 2, count: 85))
    let then = tracker.update(history: fixture.history, window: .last(600), now: moment(15))
    #expect(subjects(then) == subjects(first))
    // And now it is most of it.
    fixture.requests("GET /rare", at: 20, took: Array(repeating: 2, count: 900))
    let last = tracker.update(history: fixture.history, window: .last(600), now: moment(25))
    #expect(subjects(last) == subjects(first).reversed())
  }

  @Test func `remembers since when`() {
    var tracker = FindingTracker()
    let bad = history(slow: true, at: 0, history(slow: false, at: -100))
    let since = tracker.update(history: bad, window: .all, now: moment(5)).first?.since
    #expect(since != nil)
    #expect(tracker.update(history: bad, window: .all, now: moment(50)).first?.since == since)
  }

  @Test func `what was so from the first stays without a beginning, also when it is seen late`() {
    var tracker = FindingTracker()
    let calm = history(slow: false, at: 0)
    _ = tracker.update(history: calm, window: .last(60), now: moment(1))
    let bad = history(slow: true, at: 2)
    for second in stride(from: 15.0, through: 30, by: 5) {
      _ = tracker.update(history: bad, window: .last(60), now: moment(second))
    }
    let finding = tracker.diagnosis.findings.first
    #expect(finding?.kind == .slowEndpoint)
    #expect(finding?.since == nil && finding?.isOpen == true)
  }

  @Test func `remembers what was told, as long as the window stays`() {
    var tracker = FindingTracker()
    let bad = history(slow: true, at: 0)
    for second in stride(from: 5.0, through: 90, by: 5) {
      _ = tracker.update(history: bad, window: .last(60), now: moment(second))
    }
    #expect(tracker.diagnosis.findings.isEmpty)
    // One look sees it for a minute, and it is told for as long as it may come back.
    for (second, count) in [(0.0, 0), (5, 1), (63, 1), (75, 1), (90, 0), (200, 0)] {
      let told = tracker.told(at: moment(second), in: .last(60))
      #expect(told.count == count, "\(second)")
      var seen = Diagnosis(of: bad, window: .last(60), now: moment(75))
      #expect(seen.findings.isEmpty)
      seen.add(told: told)
      #expect(seen.findings.map(\.id) == told.map(\.id))
      #expect(seen.score.value == (count == 0 ? 100 : 75))
    }
    #expect(tracker.told(at: moment(63), in: .last(300)).isEmpty)
  }

  @Test func `a log that has ended is told of as all of it shows, whatever was read first`() {
    let parts: [(name: String, took: [Double])] = [
      ("GET /a", Array(repeating: 2, count: 20)), ("GET /b", Array(repeating: 0.8, count: 60)),
      ("GET /a", Array(repeating: 0.01, count: 900)), ("GET /c", Array(repeating: 1.5, count: 9)),
    ]
    var pictures: Set<[String]> = []
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] {
      var tracker = FindingTracker()
      var fixture = FindingFixture(.log)
      fixture.requests("GET /d", at: 0, took: [0.01])
      // The clock goes on while the log is read, and the moment that is shown stands still.
      for (second, part) in order.enumerated() {
        fixture.requests(parts[part].name, at: 0, took: parts[part].took)
        _ = tracker.update(
          history: fixture.history, window: .all, now: moment(5),
          clock: moment(100_000 + 10 * Double(second)))
      }
      let told = tracker.diagnosis.findings
      #expect(told == Diagnosis(of: fixture.history, window: .all, now: moment(5)).findings)
      pictures.insert(told.map(\.summary.string))
    }
    #expect(pictures.count == 1 && pictures.first?.count == 2)
  }

  @Test func `a log that ends later than the one before is told of at once, too`() {
    var tracker = FindingTracker()
    var fixture = FindingFixture(.log, .log)
    fixture.requests("GET /a", at: 0, took: Array(repeating: 0.01, count: 20))
    func told(_ now: Double, clock: Double) -> Int {
      tracker.update(
        history: fixture.history, window: .all, now: moment(now), clock: moment(clock)
      )
      .count { $0.kind == .slowEndpoint }
    }
    #expect(told(5, clock: 100_000) == 0)
    fixture.requests("GET /b", at: 3600, took: Array(repeating: 2, count: 20), source: 1)
    #expect(told(3605, clock: 100_010) == 1)
    // Nothing more was read, and no time has passed.
    #expect(told(3605, clock: 100_020) == 1)
  }

  @Test func `a log by a clock that is behind goes on, and what comes must last`() {
    var tracker = FindingTracker()
    var calm = history(slow: false, at: 0)
    func told(_ now: Double) -> Int {
      tracker.update(
        history: calm, window: .last(60), now: moment(now), clock: moment(now + 7200)
      ).count
    }
    #expect(told(5) == 0)
    calm = history(slow: true, at: 30, calm)
    for (second, count) in [(35.0, 0), (40, 0), (45, 1)] { #expect(told(second) == count) }
  }

  @Test func `tells of a moment in the words of then`() throws {
    var tracker = FindingTracker()
    var bad = history(slow: true, at: 0)
    let first = tracker.update(history: bad, window: .last(600), now: moment(5))
    bad = history(slow: true, at: 20, bad)
    let later = tracker.update(history: bad, window: .last(600), now: moment(25))
    #expect(first.map(\.id) == later.map(\.id) && first != later)
    #expect(tracker.told(at: moment(10), in: .last(600)) == first)
  }
}
