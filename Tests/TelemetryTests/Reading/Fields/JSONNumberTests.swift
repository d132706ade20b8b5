import Testing

@testable import Telemetry

@Suite struct JSONNumberTests {
  private func plain(_ text: String) -> String? {
    withBytes(text) { bytes in
      var json = JSONScanner(bytes)
      guard let number = json.plainNumber() else { return nil }
      let any = JSONNumber(number.digits)
      #expect(number.unsigned == any.unsigned && number.decimal == any.decimal, "\(text)")
      #expect(number.isWhole == any.isWhole, "\(text)")
      #expect(json.position == number.digits.count)
      return "\(number.unsigned.map { "\($0)" } ?? "-") \(number.decimal ?? .nan)"
    }
  }

  @Test(arguments: [
    ("0,", "0 0.0"), ("200}", "200 200.0"), ("0.109,", "- 0.109"), ("007,", "7 7.0"),
    ("1790000000.123,", "- 1790000000.123"), ("12.50}", "- 12.5"),
    ("123456789012345678,", "123456789012345678 1.2345678901234568e+17"),
    ("0.1234567890123456,", "- 0.1234567890123456"),
  ])
  func `reads what is written plainly as it reads any number`(text: String, expected: String) {
    #expect(plain(text) == expected)
  }

  @Test(arguments: [
    "", "1", "1 ,", "-1,", ".5,", "5.,", "1.2.3,", "1e3,", "+1,", "x,", ",", "}", "true,",
    "1234567890123456789,", "0.12345678901234567,", "1]",
  ])
  func `leaves other spellings and lets the scanner stand`(text: String) {
    withBytes(text) { bytes in
      var json = JSONScanner(bytes)
      #expect(json.plainNumber() == nil)
      #expect(json.position == 0)
    }
  }

  @Test(
    arguments: [
      ("1e3", nil, 1000, false), ("-2.5", nil, -2.5, false), ("1.7e+09", nil, 1.7e9, false),
      ("12abc", nil, nil, true), ("1e999", nil, nil, false),
      ("1234567890123456789", nil, 1_234_567_890_123_456_768, true),
    ] as [(String, Int?, Double?, Bool)])
  func `reads other spellings`(text: String, unsigned: Int?, decimal: Double?, isWhole: Bool) {
    withBytes(text) { bytes in
      let number = JSONNumber(bytes)
      #expect(number.unsigned == unsigned && number.decimal == decimal)
      #expect(number.isWhole == isWhole)
    }
  }
}
