import Telemetry
import Testing

@testable import svctop

struct FailureLimitTests {
  @Test func `takes severities and targets, the lowest severity of several`() throws {
    let table: [(names: String?, severity: Severity?, countsTargets: Bool)] = [
      (nil, nil, false), ("high", .high, false), ("target", nil, true),
      ("critical,target", .critical, true), ("high,low", .low, false), ("low,high", .low, false),
    ]
    for (names, severity, countsTargets) in table {
      let limit = try Picture.Limit(names)
      #expect(limit.severity == severity && limit.countsTargets == countsTargets, "\(names ?? "")")
    }
  }

  @Test(arguments: ["", "hihg", "high,", "fine", "targets"])
  func `refuses what is no limit`(names: String) {
    #expect(throws: Failure.self) { try Picture.Limit(names) }
  }
}
