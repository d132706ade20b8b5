import Dashboard
import Telemetry
import Testing

struct MomentTextTests {
  /// 2026-01-01T14:05:32Z.
  private let now = Timestamp(seconds: 1_767_276_332)

  private func read(_ text: String) -> String? {
    MomentText.moment(of: text, now: now).map { CalendarTime($0).rfc3339 }
  }

  @Test func `reads times as people type them`() {
    let texts: [(String, String)] = [
      ("14:05", "2026-01-01T14:05:00.000Z"), ("14:05:30", "2026-01-01T14:05:30.000Z"),
      (" 9:07 ", "2026-01-01T09:07:00.000Z"), ("-10m", "2026-01-01T13:55:32.000Z"),
      ("10m", "2026-01-01T13:55:32.000Z"), ("-1h30m", "2026-01-01T12:35:32.000Z"),
      ("now", "2026-01-01T14:05:32.000Z"), ("14:05:30.250", "2026-01-01T14:05:30.250Z"),
      ("2026-01-01T14:05:00Z", "2026-01-01T14:05:00.000Z"),
      ("2026-01-01t15:05:00+01:00", "2026-01-01T14:05:00.000Z"),
      ("2026-01-01T09:05-05:00", "2026-01-01T14:05:00.000Z"),
      ("2025-12-31 23:00", "2025-12-31T23:00:00.000Z"), ("2025-12-31", "2025-12-31T00:00:00.000Z"),
    ]
    for (text, instant) in texts { #expect(read(text) == instant, "\(text)") }
  }

  @Test func `takes a time of day that has not come for yesterday's`() {
    #expect(read("14:06") == "2025-12-31T14:06:00.000Z")
  }

  @Test(arguments: [
    "", " ", "14", "25:00", "14:60", "14:05:99", "-", "-m", "10x", "2026-13-01", "soon",
    "2026-01-01T25:00Z", "14:05:30:1", "1e9s:", "-10", "٣m",
  ])
  func `knows what is no time`(text: String) {
    #expect(MomentText.moment(of: text, now: now) == nil)
  }
}
