import Testing

@testable import Dashboard

struct JSONValueTests {
  private func text(_ value: JSONValue) -> String { String(value.text.dropLast()) }

  @Test func `writes scalars`() {
    let table: [(JSONValue, String)] = [
      (.null, "null"), (.bool(true), "true"), (.bool(false), "false"), (.integer(-4), "-4"),
      (.number(0.1), "0.1"), (.number(2), "2.0"), (.number(-0.0), "0.0"),
      (.number(1e300), "1e+300"),
      (.number(1e15), "1000000000000000.0"), (.number(.nan), "null"), (.number(.infinity), "null"),
      (.string("route"), "\"route\""), (.array([]), "[]"),
    ]
    for (value, expected) in table { #expect(text(value) == expected) }
  }

  @Test func `escapes what JSON does not allow in strings`() {
    #expect(text(.string("a\"b\\c\n\u{1B}\u{00}é日")) == "\"a\\\"b\\\\c\\u000a\\u001b\\u0000é日\"")
  }

  @Test func `writes null for what is not known`() {
    #expect(text(.optional(nil as Double?)) == "null")
    #expect(text(.optional(Double.nan)) == "null")
    #expect(text(.optional(nil as UInt64?)) == "null")
    #expect(text(.optional(UInt64.max)) == "9223372036854775807")
    #expect(text(.milliseconds(nil)) == "null")
    #expect(text(.text(nil)) == "null")
  }

  @Test func `writes seconds as milliseconds with three decimals`() {
    #expect(text(.milliseconds(0.123_456_7)) == "123.457")
    #expect(text(.milliseconds(0.5)) == "500.0")
  }

  @Test func `keeps the order of keys and gives nested objects lines of their own`() {
    let document = JSONValue.object([
      ("z", .integer(1)),
      ("a", .array([.object([("k", .null), ("b", .array([.integer(1), .integer(2)]))])])),
    ])
    #expect(
      document.text == """
        {
         "z": 1,
         "a": [
          {"k": null, "b": [1, 2]}
         ]
        }

        """)
  }
}
