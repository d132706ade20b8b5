import Dashboard
import Telemetry
import Testing

struct TimeTextTests {
  @Test func `splits instants into the fields of the calendar`() {
    let table: [(Double, String)] = [
      (0, "1970-01-01T00:00:00.000Z"),
      (-5, "1970-01-01T00:00:00.000Z"),
      (68_169_599.999, "1972-02-28T23:59:59.999Z"),
      (68_169_600, "1972-02-29T00:00:00.000Z"),
      (951_782_400, "2000-02-29T00:00:00.000Z"),
      (951_868_800, "2000-03-01T00:00:00.000Z"),
      (1_709_251_199, "2024-02-29T23:59:59.000Z"),
      (1_735_689_599, "2024-12-31T23:59:59.000Z"),
      (1_767_276_332, "2026-01-01T14:05:32.000Z"),
      (4_107_542_400, "2100-03-01T00:00:00.000Z"),
      (253_402_300_799, "9999-12-31T23:59:59.000Z"),
    ]
    for (seconds, text) in table {
      #expect(CalendarTime(Timestamp(seconds: seconds)).rfc3339 == text)
    }
  }

  @Test func `writes an instant for screens and file names`() {
    let time = CalendarTime(Timestamp(seconds: 1_767_225_600 + 3 * 3600 + 4 * 60 + 5))
    #expect(time.clock == "03:04:05")
    #expect(time.shortClock == "03:04")
    #expect(time.date == "2026-01-01")
    #expect(time.fileStamp == "20260101-030405")
  }

  @Test func `takes the last instant there is`() {
    #expect(CalendarTime(Timestamp(microseconds: .max)).year > 200_000)
  }

  @Test func `reads durations as people type them`() {
    let table: [(String, Double?)] = [
      ("5m", 300), ("90s", 90), ("500ms", 0.5), ("20us", 0.000_02), ("1h30m", 5400),
      ("2d", 172_800), ("1.5h", 5400), ("10", 10), ("0.5", 0.5), ("0", 0),
      ("", nil), ("m", nil), ("5x", nil), ("5m3", nil), ("-5", nil), ("5 m", nil), ("nan", nil),
      ("inf", nil), ("1..5s", nil), ("٣s", nil),
    ]
    for (text, seconds) in table {
      let read = DurationText.seconds(of: text)
      #expect((read == nil) == (seconds == nil), "\(text)")
      if let read, let seconds { #expect(abs(read - seconds) < 1e-9, "\(text)") }
    }
  }
}
