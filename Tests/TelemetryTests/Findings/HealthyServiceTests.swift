import TestSupport
import Testing

@testable import Telemetry

/// A service in good order: noise, a slow request now and then, cold caches, collections of
/// garbage, load that comes and goes, and a restart in the middle.
private struct HealthyService {
  static func fixture(seed: UInt64) -> FindingFixture {
    var dice = Dice(seed)
    var fixture = FindingFixture(.log, .metrics)
    let endpoints = (0..<(4 + dice.roll(12))).map { place in
      (name: "GET /e\(place)", base: dice.magnitude(0.004..<0.12), rate: dice.magnitude(0.3..<30))
    }
    let hasRestart = dice.roll(2) == 0
    let restart = 30 + dice.roll(60)
    let memoryBase = dice.magnitude(80..<900) * 1_048_576
    var pool = 3.0
    for slot in 0..<180 {
      let at = Double(slot * 5)
      let isDown = hasRestart && (slot == restart || slot == restart + 1)
      let isCold = hasRestart && slot > restart + 1 && slot < restart + 8
      let load = 1 + 0.5 * Double((slot / 20) % 3)
      for endpoint in endpoints {
        var took = (0..<dice.poisson(endpoint.rate * load)).map { _ in
          endpoint.base * dice.magnitude(0.6..<1.8) * (dice.roll(300) == 0 ? 12 : 1)
        }
        if isCold, !took.isEmpty { took[0] += dice.number(0.1..<0.7) }
        guard !took.isEmpty else { continue }
        let errors = isDown ? took.count : dice.roll(400) == 0 ? 1 : 0
        fixture.requests(endpoint.name, at: at, took: took, errors: min(errors, took.count))
      }
      statements(&fixture, at: at, load: load, &dice)
      pool = max(0, min(6, pool + dice.number(-1.5..<1.5)))
      let age = Double(slot > restart && hasRestart ? slot - restart : slot)
      let memory = memoryBase * (0.7 + 0.25 * min(1, age / 30)) + dice.number(0..<6e6)
      fixture.readings(
        at: at, source: 1, (.poolInUse, "main", isCold ? 10 : pool.rounded()),
        (.poolLimit, "main", 10), (.poolWaiting, "main", isCold && dice.roll(3) == 0 ? 1 : 0),
        (.cacheHits, "c", isCold ? 30 : 190 * load), (.cacheMisses, "c", isCold ? 60 : 8 * load),
        (.cacheEntries, "c", min(500, age * 20)), (.residentBytes, "app", memory),
        (.memoryLimitBytes, "app", memoryBase * 1.5),
        (.loopLagSeconds, "app", dice.roll(60) == 0 ? 0.15 : dice.magnitude(0.0005..<0.008)),
        (.taskBacklog, "mail", Double(dice.poisson(4))), (.breakerState, "api", 0))
    }
    return fixture
  }

  private static func statements(
    _ fixture: inout FindingFixture, at: Double, load: Double, _ dice: inout Dice
  ) {
    for (id, base) in [(1, 0.002), (2, 0.004), (3, 0.03)] as [(UInt64, Double)] {
      let took = (0..<dice.poisson(8 * load)).map { _ in
        base * dice.magnitude(0.5..<2) * (dice.roll(500) == 0 ? 20 : 1)
      }
      if !took.isEmpty {
        fixture.calls(
          "SELECT a, b FROM t\(id) WHERE owner = 5", id: id, at: at, took: took, source: 0)
      }
    }
  }
}

@Suite struct HealthyServiceTests {
  @Test func `yields nothing over fifty seeds, restarts included`() {
    for seed in 1...50 {
      let fixture = HealthyService.fixture(seed: UInt64(seed))
      for window in [Window.all, .last(300)] {
        let findings = fixture.findings(window)
        #expect(findings.isEmpty, "seed \(seed) \(window): \(findings.map(\.summary.string))")
      }
    }
  }

  @Test func `yields nothing where nothing is known`() {
    #expect(FindingFixture(.log, .metrics).findings().isEmpty)
    #expect(FindingFixture(.log, .metrics).findings(.last(300)).isEmpty)
  }
}
