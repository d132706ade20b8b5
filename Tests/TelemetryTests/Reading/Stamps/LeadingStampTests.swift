import Testing

@testable import Telemetry

struct LeadingStampTests {
  /// 2026-01-01 14:05:30.101 UTC.
  private let time = Timestamp(microseconds: 1_767_276_330_101_000)

  private func said(_ text: DisplayText) -> String {
    String(LogLine(time: time, level: .info, text: text, source: 0).textAfterStamp)
  }

  @Test func `leaves out the time that is shown beside the line`() {
    for stamp: DisplayText in [
      "2026-01-01 14:05:30.101 UTC", "2026-01-01T14:05:30.101Z", "[2026-01-01T14:05:30+00:00]",
      "2026-01-01 15:05:30,101 CET", "2026-01-01 15:05:30", "[2026/01/01 - 14:05:30]",
      "01/Jan/2026:19:50:30 +0545", "1767276330.101",
    ] {
      for text in ["[2164] LOG:  duration", "日本"] {
        #expect(said(DisplayText("\(stamp)  \(text)")) == text, "\(stamp)")
      }
    }
  }

  @Test func `keeps what is another time, or part of what is said`() {
    for text: DisplayText in [
      "2026-01-01 14:05:31.200 UTC later", "2026-01-01 13:00:00 UTC due since", "",
      "203.0.113.7 - - [01/Jan/2026:14:05:30 +0000] \"GET /\"", "2026-01-01 14:05:30",
      "2026-01-01 14:05:30.101:msg", "[2026-01-01 14:05:30 msg", "GET / 200",
      "2026-01-02 14:05:30 UTC tomorrow", "{\"time\":\"2026-01-01T14:05:30Z\"}",
    ] {
      #expect(said(text) == text.string)
    }
  }

  @Test func `takes no word for a zone that is none`() {
    #expect(said("2026-01-01 14:05:30 POST /api 200") == "POST /api 200")
    #expect(said("2026-01-01 14:05:30 INFO ready") == "INFO ready")
  }
}
