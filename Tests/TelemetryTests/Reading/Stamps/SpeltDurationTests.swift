import Testing

@testable import Telemetry

@Suite struct SpeltDurationTests {
  @Test(arguments: [
    ("00:00:00.012", 0.012), ("0:01:02", 62), ("PT0.012S", 0.012), ("PT1H2M3.5S", 3723.5),
    ("P1DT1S", 86_401), ("PT2M", 120), ("1m 5s", 65),
  ])
  func `reads time spans of .NET and of ISO 8601`(text: String, seconds: Double) {
    let read = withBytes(text) { DurationScanner.seconds($0, plainUnit: 1) } ?? .nan
    #expect(abs(read - seconds) < 1e-9)
  }

  @Test(arguments: ["P", "PT", "PTS", "P1M", "P1Y", "PT-1S", "1:2", "00:61:00", "PT1H2", "PTT1S"])
  func `refuses what is none`(text: String) {
    #expect(withBytes(text) { DurationScanner.seconds($0, plainUnit: 1) } == nil)
  }
}
