import Testing

@testable import Telemetry

/// What findings say: beginnings, gains and advice that hold.
@Suite struct FindingWordsTests {
  private func finding(_ fixture: FindingFixture, _ kind: FindingKind) throws -> Finding {
    try #require(fixture.findings().first { $0.kind == kind })
  }

  @Test func `errors began with the first from which on more failed than may`() throws {
    var fixture = FindingFixture(.log)
    for slot in 0..<24 {
      // One stray failure early on is not the beginning.
      let errors = slot == 2 ? 1 : slot >= 16 && slot % 2 == 0 ? 12 : 0
      fixture.requests(
        "GET /a", at: Double(slot * 5), took: Array(repeating: 0.02, count: 20), errors: errors)
    }
    let since = try #require(finding(fixture, .errorRate).since)
    #expect(abs(since.seconds - FindingFixture.start - 80) < 6, "\(since.seconds)")
  }

  @Test func `a cache is cold since its hit rate fell, and is told what it lacks`() throws {
    let table: [(entries: Double?, limit: Double?, evictions: Double?, advice: String)] = [
      (500, 500, nil, "It is full (500 of 500 entries)"), (20, 500, nil, "It has room left"),
      (nil, nil, 40, "It threw out"), (20, nil, 0, "It throws nothing out"),
    ]
    for (entries, limit, evictions, advice) in table {
      var fixture = FindingFixture(.metrics)
      for step in 0..<24 {
        let hits = step < 8 ? 19.0 : 4
        fixture.readings(
          at: Double(step * 5), (.cacheHits, "users", hits), (.cacheMisses, "users", 20 - hits))
        if let entries { fixture.readings(at: Double(step * 5), (.cacheEntries, "users", entries)) }
        if let limit {
          fixture.readings(at: Double(step * 5), (.cacheLimitEntries, "users", limit))
        }
        if let evictions {
          fixture.readings(at: Double(step * 5), (.cacheEvictions, "users", evictions))
        }
      }
      let finding = try finding(fixture, .cacheHitRate)
      #expect(finding.advice.first?.string.hasPrefix(advice) == true, "\(finding.advice)")
      let since = try #require(finding.since)
      #expect(abs(since.seconds - FindingFixture.start - 40) < 6)
    }
  }

  @Test func `a beginning that one look cannot know stays open`() {
    var fixture = FindingFixture(.metrics)
    for step in 0..<24 {
      fixture.readings(
        at: Double(step * 5), (.poolInUse, "main", 4), (.poolLimit, "main", 10),
        (.poolWaiting, "main", 2))
    }
    var tracker = FindingTracker()
    let told = tracker.update(
      history: fixture.history, window: .all, now: Timestamp(seconds: fixture.end))
    #expect(told.map(\.kind) == [.poolWaiting])
    #expect(told.first?.since == nil)
  }

  @Test func `a comparison inside of a function asks for an index on the expression`() throws {
    var fixture = FindingFixture(.log)
    fixture.calls(
      "SELECT * FROM agents WHERE lower(agents.name) = 'x'", at: 0,
      took: Array(repeating: 0.2, count: 20))
    let advice = try finding(fixture, .slowQuery).advice.map(\.string).joined(separator: " ")
    #expect(advice.contains("an index on the expression lower(name)"), "\(advice)")
    #expect(!advice.contains("a page at a time"))
    #expect(try finding(fixture, .slowQuery).gain?.seconds.rounded() == 2)
  }

  @Test func `time-outs are counted by the steps that wait, not by the job around them`() throws {
    var fixture = FindingFixture(.log)
    for run in 0..<12 {
      let at = Double(run * 5)
      fixture.requests("load", at: at, took: [154.6], kind: .task)
      fixture.requests("save", at: at, took: [153.9], kind: .task)
      fixture.requests("publish", at: at, took: [5.1], kind: .task)
      fixture.requests("job", at: at, took: [356], kind: .task)
      fixture.readings(at: at, (.poolTimeouts, "main", 30), (.poolInUse, "main", 10))
      fixture.readings(at: at, (.poolLimit, "main", 10))
    }
    let found = try finding(fixture, .poolTimeoutCascade)
    #expect(
      found.summary.string.hasPrefix("load takes up to 155 s: 15 time-outs of pool main, 10 s"))
    #expect(found.gain?.seconds == 3600)
    // How long each takes says more than that it waits.
    let waiting = found.symptoms.filter { $0.kind == .waitsForTimeout }
    #expect(waiting.isEmpty, "\(waiting)")
    let slow = found.symptoms.filter { $0.kind == .explained(.taskSlow) }.map(\.subject)
    #expect(slow.contains(.task(EndpointName(method: "", route: "load"))))
    let symptoms = found.symptoms.map(\.string)
    #expect(!symptoms.contains { $0.hasPrefix("publish") }, "\(symptoms)")
    #expect(symptoms.filter { $0.hasPrefix("load ") }.count == 1, "\(symptoms)")
    #expect(symptoms.contains { $0.hasPrefix("job ") })
  }

  @Test func `one long duration alone is no row of time-outs`() {
    var fixture = FindingFixture(.log)
    fixture.requests("GET /a", at: 0, took: [30.01])
    fixture.readings(
      at: 0, (.poolTimeouts, "main", 1), (.poolInUse, "main", 9), (.poolLimit, "main", 10))
    #expect(!fixture.findings().contains { $0.kind == .poolTimeoutCascade })
    fixture.readings(at: 5, (.poolTimeouts, "main", 2))
    #expect(fixture.findings().contains { $0.kind == .poolTimeoutCascade })
  }

  @Test func `one pool in place of several stays under the database's limit`() throws {
    var fixture = FindingFixture(.metrics)
    for step in 0..<24 {
      let at = Double(step * 5)
      for name in ["a", "b", "c"] as [DisplayText] {
        fixture.readings(at: at, (.poolInUse, name, 10), (.poolLimit, name, 10))
      }
      fixture.readings(at: at, (.poolInUse, "database", 29), (.poolLimit, "database", 28))
    }
    let finding = try finding(fixture, .poolFragmentation)
    #expect(
      finding.summary.string.hasSuffix(
        "30 connections in all, where it allows 28, 30 in use, and each of them runs short"))
    #expect(finding.advice.first?.string.contains("one pool of 25 serves") == true)
  }
}
