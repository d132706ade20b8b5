import Testing

@testable import Telemetry

/// Runs `body` over the bytes of `text`.
func withBytes<Result>(_ text: String, _ body: (Bytes) -> Result) -> Result {
  var text = text
  return text.withUTF8 { body(Bytes($0)) }
}

@Suite struct ByteScannerTests {
  @Test(arguments: [
    ("0", 0.0, ""), ("0.057", 0.057, ""), ("12.5ms", 12.5, "ms"), ("-3.25,", -3.25, ","),
    ("1e3", 1000, ""), ("1.5E-3x", 0.0015, "x"),
    ("1.7167237726014807e+09", 1_716_723_772.6014807, ""),
    ("3.", 3, "."), (".5", 0.5, ""), ("1ex", 1, "ex"),
    ("123456789012345678901234567890", 1.2345678901234568e29, ""),
    ("0.000000000000000000000000001", 1e-27, ""), ("1e-999", 0, ""), ("1.2.3", 1.2, ".3"),
  ])
  func `reads decimal numbers`(text: String, value: Double, rest: String) {
    withBytes(text) { bytes in
      var scanner = ByteScanner(bytes)
      let read = scanner.decimal() ?? .nan
      #expect(abs(read - value) <= abs(value) * 1e-15)
      #expect(String(decoding: scanner.rest, as: UTF8.self) == rest)
    }
  }

  @Test(arguments: ["", "x", "-", ".", "1e999", "-1e400", "+"])
  func `refuses what is no number and moves nothing`(text: String) {
    withBytes(text) { bytes in
      var scanner = ByteScanner(bytes)
      let value = scanner.decimal()
      #expect(value == nil)
      #expect(scanner.position == 0)
    }
  }

  @Test func `keeps integers that are too long at a limit`() {
    withBytes("999999999999999999 1000000000000000000") { bytes in
      var scanner = ByteScanner(bytes)
      let first = scanner.number()
      scanner.skipBlanks()
      let second = scanner.number()
      let third = scanner.number()
      #expect(first == 999_999_999_999_999_999)
      #expect(second == first)
      #expect(third == nil)
      #expect(scanner.isAtEnd)
    }
  }

  @Test(arguments: [
    (#""a" b"#, "a", " b"), (#""a\"b" c"#, #"a\"b"#, " c"), (#""a\\" c"#, #"a\\"#, " c"),
    (#""a\\\"b" c"#, #"a\\\"b"#, " c"), (#""""#, "", ""),
  ])
  func `ends a string at the first quote that is not escaped`(
    text: String, value: String, rest: String
  ) {
    withBytes(text) { bytes in
      var scanner = ByteScanner(bytes)
      let text = scanner.quoted().map { String(decoding: $0, as: UTF8.self) }
      #expect(text == value)
      #expect(String(decoding: scanner.rest, as: UTF8.self) == rest)
    }
    withBytes(#""open \""#) { bytes in
      var scanner = ByteScanner(bytes)
      let text = scanner.quoted()
      #expect(text == nil)
      #expect(scanner.position == 0)
    }
  }

  @Test func `finds texts wherever they stand`() {
    withBytes("aab aabc ") { bytes in
      #expect(bytes.find("aabc") == 4)
      #expect(bytes.find("aab", from: 1) == 4)
      #expect(bytes.find("c ") == 7)
      #expect(bytes.find("x") == nil)
      #expect(bytes.find("c  ") == nil)
      #expect(bytes.find("aab", from: 99) == nil)
    }
    #expect(Bytes.none.find("a") == nil)
    #expect(Bytes.none.trimmed.isEmpty)
  }
}
