import Testing

@testable import Telemetry

@Suite struct StampScannerTests {
  /// The instant and the resolution of a stamp, with what is left of the text.
  private func read(_ text: String, _ context: StampContext = StampContext()) -> String? {
    var text = text
    return text.withUTF8 { bytes in
      var stamps = StampScanner()
      stamps.context = context
      var scanner = ByteScanner(Bytes(bytes))
      guard let stamp = stamps.stamp(&scanner) else { return nil }
      let rest = String(decoding: scanner.rest, as: UTF8.self)
      return [stamp.time.map(iso) ?? "?", "\(stamp.resolution)", rest]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("2026-01-01T10:00:00Z", "2026-01-01T10:00:00Z 1.0"),
    // Tomcat's catalina.out and BIND.
    ("17-Nov-2025 10:21:33.123 INFO x", "2025-11-17T10:21:33.123Z 0.001  INFO x"),
    ("2026-01-01T10:00:00.123Z", "2026-01-01T10:00:00.123Z 0.001"),
    ("2026-01-01T10:00:00.123456+05:30", "2026-01-01T04:30:00.123456Z 1e-06"),
    ("2026-01-01T10:00:00.123456789-0230", "2026-01-01T12:30:00.123456Z 1e-06"),
    ("2026-01-01 10:00:00.5+02", "2026-01-01T08:00:00.5Z 0.1"),
    ("2026-01-01 10:00:00,12 x", "2026-01-01T10:00:00.12Z 0.01  x"),
    ("2026-01-01 10:00:00 +0100 x", "2026-01-01T09:00:00Z 1.0  x"),
    ("2026-01-01 10:00:00 - x", "2026-01-01T10:00:00Z 1.0  - x"),
    ("2026-01-01 10:00:00 CET x", "2026-01-01T09:00:00Z 1.0  x"),
    ("2026-01-01 10:00:00 INFO x", "2026-01-01T10:00:00Z 1.0  INFO x"),
    ("2026-01-01 10:00:00 -03] x", "2026-01-01T13:00:00Z 1.0 ] x"),
    ("2026/01/01 10:00:00 x", "2026-01-01T10:00:00Z 1.0  x"),
    ("2026/01/01 10:00:00.123456 x", "2026-01-01T10:00:00.123456Z 1e-06  x"),
    ("10/Oct/2000:13:55:36 -0700 x", "2000-10-10T20:55:36Z 1.0  x"),
    ("Sun Mar 13 22:49:12 2016 x", "2016-03-13T22:49:12Z 1.0  x"),
    ("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z 1.0"),
    ("10/Oct/2025:13:55:36.123 +0200 x", "2025-10-10T11:55:36.123Z 0.001  x"),
    ("Thu 2026-01-01 10:00:00 UTC web1", "2026-01-01T10:00:00Z 1.0  web1"),
    ("Fri 10 Oct 2025 01:55:36 PM UTC x", "2025-10-10T13:55:36Z 1.0  x"),
    ("Fri 10 Oct 2025 13:55:36 x", "2025-10-10T13:55:36Z 1.0  x"),
    ("20251010T135536Z x", "2025-10-10T13:55:36Z 1.0  x"),
    ("20251010T135536.250+0200", "2025-10-10T11:55:36.25Z 0.001"),
    ("Jan  1 10:00:00 web", "? 1.0  web"),
    ("10:00:00.123 x", "? 0.001  x"),
    ("1767261600", "2026-01-01T10:00:00Z 1.0"),
    ("1767261600.25", "2026-01-01T10:00:00.25Z 0.01"),
    ("1767261600123", "2026-01-01T10:00:00.123Z 0.001"),
    ("1767261600123456", "2026-01-01T10:00:00.123456Z 1e-06"),
    ("1767261600123456789", "2026-01-01T10:00:00.123456Z 1e-06"),
    // Leap days, the ends of years, leap seconds.
    ("2024-02-29T23:59:59Z", "2024-02-29T23:59:59Z 1.0"),
    ("2000-02-29T00:00:00Z", "2000-02-29T00:00:00Z 1.0"),
    ("2024-12-31T23:59:60Z", "2025-01-01T00:00:00Z 1.0"),
    ("2024-03-01T00:30:00+01:00", "2024-02-29T23:30:00Z 1.0"),
    ("2025-12-31T23:30:00-01:00", "2026-01-01T00:30:00Z 1.0"),
    ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z 1.0"),
    ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z 1.0"),
  ])
  func `reads stamps of every layout`(text: String, expected: String) {
    #expect(read(text) == expected)
  }

  @Test(arguments: [
    "", "2", "2026", "2026-01-01", "2026-01-01T", "2026-01-01T10:00", "2026-01-01T10:00:0",
    "2026-13-01T10:00:00Z", "2026-00-01T10:00:00Z", "2026-01-32T10:00:00Z", "2026-01-00T10:00:00Z",
    "2023-02-29T10:00:00Z", "1900-02-29T10:00:00Z", "2026-04-31T10:00:00Z", "2026-01-01T24:00:00Z",
    "2026-01-01T10:60:00Z", "2026-01-01T10:00:61Z", "2026-01-01x10:00:00Z", "0000-01-01T10:00:00Z",
    "12345", "99999999999999999999", "123456789012x", "January", "Jan", "Jan 1",
    "Jan 41 10:00:00 x y",
    "Foo  1 10:00:00", "32/Jan/2026:00:00:00 +0000", "29/Feb/2026:00:00:00 +0000",
    "20251310T135536Z", "20251010T1355", "20251010T135561Z", "20251010T1355361", "20251010t135536Z",
    "Thu 2026-13-01 10:00:00", "Fri 32 Oct 2025 01:55:36 PM", "Fri 10 apples",
    "01/Jan/2026:00:00:00", "01/Jan/2026:00:00:00 +00", "01/Jan/2026:00:00:70 +0000",
  ])
  func `refuses what is no stamp`(text: String) {
    #expect(read(text) == nil)
  }

  @Test func `gives a stamp without a year the last year it fits`() {
    let newYear = StampContext(now: Timestamp(seconds: 1_767_261_600))
    #expect(read("Jan  1 09:00:00 x", newYear) == "2026-01-01T09:00:00Z 1.0  x")
    #expect(read("Dec 31 23:00:00 x", newYear) == "2025-12-31T23:00:00Z 1.0  x")
    #expect(read("Jan  2 09:00:00 x", newYear) == "2026-01-02T09:00:00Z 1.0  x")
    #expect(read("Jan  3 09:00:00 x", newYear) == "2025-01-03T09:00:00Z 1.0  x")
    #expect(read("Feb 29 09:00:00 x", newYear) == "2024-02-29T09:00:00Z 1.0  x")
  }

  @Test(arguments: [
    ("20231010 13:55:36.123456 x", "2023-10-10T13:55:36.123456Z"),
    ("261127 21:26:21 web:2591", "2026-11-27T21:26:21Z"),
    ("0101   09:00:00.000001", "2026-01-01T09:00:00.000001Z"),
    ("1231 23:00:00", "2025-12-31T23:00:00Z"), ("1310 13:55:36", nil), ("0230 13:55:36", nil),
    ("20231310 13:55:36", nil), ("2026-11-27 21:26:21", nil), ("10:00:00 10:00:00", nil),
    ("1010", nil), ("10101 10:00:00", nil), ("1010 24:00:00", nil), ("", nil),
  ])
  func `reads a date of digits where one is expected`(text: String, expected: String?) {
    let stamp = withBytes(text) { text -> Stamp? in
      var stamps = StampScanner()
      stamps.context = StampContext(now: Timestamp(seconds: 1_767_261_600))
      var scanner = ByteScanner(text)
      let stamp = stamps.unmarked(&scanner)
      #expect((scanner.position == 0) == (stamp == nil))
      return stamp
    }
    #expect(stamp?.time.map(iso) == expected)
  }

  @Test func `gives a stamp without a zone the zone of the log`() {
    let berlin = StampContext(offsetSeconds: 3600)
    #expect(read("2026-01-01 10:00:00", berlin) == "2026-01-01T09:00:00Z 1.0")
    #expect(read("2026-01-01 10:00:00Z", berlin) == "2026-01-01T10:00:00Z 1.0")
    #expect(read("1767261600", berlin) == "2026-01-01T10:00:00Z 1.0")
  }

  @Test func `counts the days of all months and years`() {
    var expected = CivilDate.days(year: 1970, month: 1, day: 1)
    #expect(expected == 0)
    for year in 1970...2400 {
      for month in 1...12 {
        for day in 1...31 {
          guard let days = CivilDate.days(year: year, month: month, day: day) else { continue }
          #expect(days == expected, "\(year)-\(month)-\(day)")
          expected = days + 1
        }
      }
    }
    #expect(expected == 157_420)
    #expect(CivilDate.days(year: 1899, month: 1, day: 1) == nil)
    #expect(CivilDate.days(year: 10_000, month: 1, day: 1) == nil)
  }

  @Test func `turns days into the dates they came from`() {
    for days in -30_000..<60_000 {
      let date = CivilDate.date(daysSince1970: days)
      guard date.year >= 1900 else { continue }
      #expect(CivilDate.days(year: date.year, month: date.month, day: date.day) == days)
    }
    #expect(CivilDate.date(daysSince1970: -1) == (1969, 12, 31))
    #expect(CivilDate.date(daysSince1970: -719_469) == (0, 2, 29))
  }
}
