import TestSupport
import Testing

@testable import Telemetry

/// Memory that grows, and memory near its limit.
@Suite struct MemoryDetectorTests {
  private func memory(_ bytes: (Int) -> Double, steps: Int = 120, limit: Double? = nil)
    -> FindingFixture
  {
    var fixture = FindingFixture(.metrics)
    for step in 0..<steps {
      fixture.readings(at: Double(step * 5), (.residentBytes, "app", bytes(step)))
      if let limit { fixture.readings(at: Double(step * 5), (.memoryLimitBytes, "app", limit)) }
    }
    return fixture
  }

  @Test func `sees memory that grows without end, through the saw-tooth of collections`() throws {
    let mega = 1_048_576.0
    var dice = Dice(4)
    let leak = memory { (200 + 0.3 * Double($0) + Double($0 % 10) * 4 + dice.number(0..<2)) * mega }
    let finding = try #require(leak.findings().first)
    #expect(finding.kind == .memoryGrowth)
    #expect(finding.summary.string.contains("The memory of app grows by"))
  }

  @Test func `keeps silent about memory that is steady, warms up, or began anew`() {
    let mega = 1_048_576.0
    for seed in 1...20 {
      var dice = Dice(UInt64(seed))
      var walk = 0.0
      #expect(memory { _ in (200 + dice.number(0..<20)) * mega }.picture().isEmpty, "\(seed)")
      #expect(
        memory { step in (120 + 80 * min(1, Double(step) / 40) + dice.number(0..<3)) * mega }
          .picture().isEmpty, "\(seed)")
      #expect(
        memory { step in
          (step < 60 ? 150 + Double(step) * 0.05 : 150 + Double(step - 60) * 0.05) * mega
        }.picture().isEmpty, "\(seed)")
      #expect(
        memory { _ in
          walk = walk * 0.9 + dice.number(-3..<3)
          return (200 + walk) * mega
        }.picture().isEmpty, "\(seed)")
    }
  }

  @Test func `sees memory near its limit`() {
    for (share, says, passed) in [
      (0.79, [String](), [Double]()), (0.81, ["memory-high medium"], [0.8]),
      (0.92, ["memory-high high"], [0.9]), (0.98, ["memory-high critical"], [0.97]),
    ] {
      let fixture = memory({ _ in share * 1e9 }, steps: 12, limit: 1e9)
      #expect(fixture.picture() == says, "\(share)")
      #expect(fixture.findings().compactMap { $0.evidence.first?.threshold } == passed, "\(share)")
    }
  }

  @Test func `holds a heap against the limit of the heap`() {
    func process(heap: Double) -> [String] {
      var fixture = FindingFixture(.metrics)
      for step in 0..<12 {
        fixture.readings(
          at: Double(step * 5), (.residentBytes, "app", 700e6), (.heapBytes, "app", heap),
          (.heapLimitBytes, "app", 512e6))
      }
      return fixture.findings().map(\.summary.string)
    }
    // What a virtual machine has beside its heap is no part of the heap's limit.
    #expect(process(heap: 200e6).isEmpty)
    #expect(process(heap: 480e6) == ["app uses 94 % of its heap: 458 MB of 488 MB"])
  }
}
