import TestSupport
import Testing

@testable import Telemetry

/// What the recorded screens look at is what sources could have sent, and says one thing everywhere.
struct ShopFixtureTests {
  private let now = ShopFixture.now

  @Test(arguments: ShopFixture.all)
  func `metrics speak for no time twice`(fixture: ShopFixture) {
    for (source, identity) in fixture.identities.enumerated() where identity.kind == .metrics {
      let covered = fixture.batches.filter { $0.source == source }.compactMap(\.covered)
      for (before, after) in zip(covered, covered.dropFirst()) {
        #expect(before.upperBound <= after.lowerBound, "\(fixture)")
      }
    }
  }

  @Test func `all that one scrape tells is divided by the same time`() throws {
    let history = ShopFixture.busy.history
    let seconds = history.range(of: .last(300), now: now).seconds
    let rows =
      history.endpointRows(.last(300), now: now) + history.outboundRows(.last(300), now: now)
      + history.taskRows(.last(300), now: now)
    #expect(rows.count == 16)
    for row in rows {
      let rate = try #require(row.rate)
      #expect(abs(rate * seconds / Double(row.requests) - 1) < 0.02, "\(row.name)")
    }
  }

  @Test(arguments: ShopFixture.all)
  func `logs tell of no failure that the figures do not have`(fixture: ShopFixture) throws {
    let rows = fixture.history.endpointRows(.last(300), now: now)
    let errors = fixture.history.tail.filter { $0.level >= .error }
    for line in errors {
      guard let said = line.text.string.firstMatch(of: #/^([A-Z]+ \S+) 5\d\d /#) else { continue }
      let row = try #require(rows.first { $0.name == EndpointName(String(said.1)) })
      #expect(row.statuses.errors > 0, "\(fixture): \(line.text)")
    }
    let failed = rows.contains { $0.statuses.errors > 0 }
    #expect(errors.isEmpty || rows.isEmpty || failed, "\(fixture)")
  }

  @Test func `detectors see the loop in the statements of one request`() throws {
    let loops = ShopFixture.findings.filter { $0.kind == .nPlusOne }
    let loop = try #require(loops.first)
    #expect(loops.count == 1 && loop.severity == .medium)
    #expect(
      loop.summary
        == "GET /api/users/{id}/feed runs SELECT on posts 5 times in one request, 13 ms in all")
  }

  @Test func `detectors call no statement slow that is not`() {
    let slow = ShopFixture.findings.filter { $0.kind == .slowQuery }
    #expect(!slow.isEmpty)
    for finding in slow {
      #expect((finding.evidence.first?.value ?? 0) > Thresholds().slowQuerySeconds)
    }
  }
}
