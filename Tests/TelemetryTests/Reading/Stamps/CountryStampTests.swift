import Testing

@testable import Telemetry

/// Dates as the people of a country write them.
@Suite struct CountryStampTests {
  /// The instant and the resolution of a stamp, with what is left of the text.
  private func read(_ text: String) -> String? {
    withBytes(text) { bytes in
      var stamps = StampScanner()
      var scanner = ByteScanner(bytes)
      guard let stamp = stamps.stamp(&scanner) else { return nil }
      let rest = String(decoding: scanner.rest, as: UTF8.self)
      return "\(stamp.time.map(iso) ?? "?") \(stamp.resolution)\(rest)"
    }
  }

  @Test(arguments: [
    ("15.03.2024 10:23:45 x", "2024-03-15T10:23:45Z 1.0 x"),
    ("15.03.2024 10:23:45,123", "2024-03-15T10:23:45.123Z 0.001"),
    ("15.03.2024, 10:23:45", "2024-03-15T10:23:45Z 1.0"),
    ("01.02.2024 10:23:45 +0100 x", "2024-02-01T09:23:45Z 1.0 x"),
    ("2022.09.08 05:09:25.696359 x", "2022-09-08T05:09:25.696359Z 1e-06 x"),
    // American English, as JavaScript and Java write it.
    ("03/15/2024, 10:23:45 AM x", "2024-03-15T10:23:45Z 1.0 x"),
    ("03/04/2024, 12:23:45 AM", "2024-03-04T00:23:45Z 1.0"),
    ("03/04/2024, 12:23:45 PM", "2024-03-04T12:23:45Z 1.0"),
    ("03/04/2024, 1:23:45\u{202F}PM x", "2024-03-04T13:23:45Z 1.0 x"),
    ("Mar 15, 2024 10:23:45 AM x", "2024-03-15T10:23:45Z 1.0 x"),
    ("Mar 5, 2024, 1:23:45 PM x", "2024-03-05T13:23:45Z 1.0 x"),
    ("Mar 05, 2024 22:23:45 x", "2024-03-05T22:23:45Z 1.0 x"),
    ("Mar 15, 2024 01:23:45.5 PM x", "2024-03-15T13:23:45.5Z 0.1 x"),
    ("03/15/2024 01:23:45.123 PM x", "2024-03-15T13:23:45.123Z 0.001 x"),
    // Half days in other dates; a word or the name of a logger is none.
    ("2024-03-15 10:23:45 PM x", "2024-03-15T22:23:45Z 1.0 x"),
    ("2024-03-15 12:23:45,123 AM x", "2024-03-15T00:23:45.123Z 0.001 x"),
    ("2024/03/15 12:23:45 PM", "2024-03-15T12:23:45Z 1.0"),
    ("15-Mar-2024 11:23:45 PM x", "2024-03-15T23:23:45Z 1.0 x"),
    ("2024-03-15 13:23:45 PM x", "2024-03-15T13:23:45Z 1.0 PM x"),
    ("2024-03-15 12:23:45 am Ende", "2024-03-15T12:23:45Z 1.0 am Ende"),
    ("2024-03-15 10:23:45 PM2 x", "2024-03-15T10:23:45Z 1.0 PM2 x"),
    ("2024-03-15 10:23:45 p.m.Shop - x", "2024-03-15T10:23:45Z 1.0 p.m.Shop - x"),
    ("15/03/2024, 10:23:45 p.m. x", "2024-03-15T22:23:45Z 1.0 x"),
    ("15/03/2024, 11:23:45\u{A0}p.\u{A0}m. x", "2024-03-15T23:23:45Z 1.0 x"),
    ("Mar 15, 2024 10:23:45 p.m. x", "2024-03-15T22:23:45Z 1.0 x"),
    // One of the numbers cannot be a month, or both are the same.
    ("25/06/2026, 4:59:22 PM", "2026-06-25T16:59:22Z 1.0"),
    ("15/03/2024, 10:23:45 x", "2024-03-15T10:23:45Z 1.0 x"),
    ("03/15/2024 10:23:45 x", "2024-03-15T10:23:45Z 1.0 x"),
    ("03/03/2024 10:23:45", "2024-03-03T10:23:45Z 1.0"),
    // Both may be one.
    ("03/04/2024, 10:23:45 x", "? 1.0 x"),
    ("03/04/2024 10:23:45.123", "? 0.001"),
    ("03/04/2024 10:23:45 AM", "? 1.0"),
    ("03/04/2024, 10:23:45 am", "? 1.0"), ("03/04/2024, 10:23:45 P. M.", "? 1.0"),
  ])
  func `reads dates of several countries`(text: String, expected: String) {
    #expect(read(text) == expected)
  }

  @Test(arguments: [
    "15.03.2024", "31.02.2024 10:23:45", "15.03.24 10:23:45", "15.3.2024 10:23:45",
    "15.03.2024T10:23:45", "10.0.0.7 10:23:45", "03/15/2024", "13/13/2024 10:23:45",
    "03/15/24, 10:23:45 AM", "Mar 15, 2024", "Mar 32, 2024 10:23:45 AM", "Mar 15,2024 10:23:45",
    "2022.09 05:09:25", "2022.13.08 05:09:25",
  ])
  func `refuses what is no date`(text: String) {
    #expect(read(text) == nil)
  }
}
