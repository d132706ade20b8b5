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

  @Test(arguments: [
    ("8000 us=200", nil), ("0.125 msec 1760104536.123 request_time", nil), ("8000 us", 0.008),
    ("0.125 msec 3", 0.000125), ("12 ms status=200", 0.012),
  ])
  func `takes the name of the value behind it for no unit`(text: String, seconds: Double?) {
    let read = withBytes(text) { bytes in
      var scanner = ByteScanner(bytes)
      return DurationScanner.duration(&scanner)
    }
    #expect(read == seconds)
  }

  @Test(arguments: ["P", "PT", "PTS", "P1M", "P1Y", "PT-1S", "1:2", "00:61:00", "PT1H2", "PTT1S"])
  func `refuses what is none`(text: String) {
    #expect(withBytes(text) { DurationScanner.seconds($0, plainUnit: 1) } == nil)
  }
}
