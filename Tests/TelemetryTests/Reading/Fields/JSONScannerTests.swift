import Testing

@testable import Telemetry

@Suite struct JSONScannerTests {
  /// Keys and values of an object on its top level, or `broken`.
  private func walk(_ text: String) -> String {
    withBytes(text) { bytes in
      var json = JSONScanner(bytes.from(1))
      var words: [String] = []
      while let key = json.nextKey() {
        guard let value = json.value() else { break }
        let name = String(decoding: key, as: UTF8.self)
        switch value {
        case .string(let raw): words.append("\(name)='\(String(decoding: raw, as: UTF8.self))'")
        case .number(let raw): words.append("\(name)=\(String(decoding: raw, as: UTF8.self))")
        case .bool(let isTrue): words.append("\(name)=\(isTrue)")
        case .null: words.append("\(name)=null")
        case .object, .array:
          json.skipRest()
          words.append("\(name)=...")
        }
      }
      return json.isBroken || !json.isAtEnd ? "broken" : words.joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("{}", ""), ("{ }", ""), (#"{"a":1}"#, "a=1"),
    (#"{ "a" : "b\"c" , "d" : -1.5e+3 }"#, #"a='b\"c' d=-1.5e+3"#),
    (
      #"{"a":true,"b":false,"c":null,"d":NaN,"e":-Infinity}"#, "a=true b=false c=null d=null e=null"
    ),
    (#"{"a":{"b":[1,"}]",{"c":"\""}]},"d":[[],{}],"e":2}"#, "a=... d=... e=2"),
    ("{\"a\":\n\t1\r\n}\n", "a=1"),
  ])
  func `hands out keys and values`(text: String, expected: String) {
    #expect(walk(text) == expected)
  }

  @Test func `finds the closing quote wherever it is`() {
    for length in 0...80 {
      for rest in ["", "}", ",\"b\":\"c\"", String(repeating: "x", count: 40)] {
        let text = String(repeating: "a", count: length) + "\"" + rest
        #expect(withBytes(text) { $0.closingQuote(from: 0) } == length, "\(text)")
        let escaped = String(repeating: "a", count: length) + "\\\"a\"" + rest
        #expect(withBytes(escaped) { $0.closingQuote(from: 0) } == length + 3, "\(escaped)")
      }
      #expect(withBytes(String(repeating: "a", count: length)) { $0.closingQuote(from: 0) } == nil)
    }
  }

  @Test(arguments: [
    "{", #"{"a"}"#, #"{"a":}"#, #"{"a":1"#, #"{"a":"b}"#, #"{"a":[1}"#, #"{"a":{"b":"c}"#,
    #"{"a":tru}"#, #"{a:1}"#, #"{"a":1}}"#, #"{"a":1} x"#, "{\"a\":\u{0}1}",
  ])
  func `notices broken texts`(text: String) {
    #expect(walk(text) == "broken")
  }

  @Test(arguments: [
    (#"plain"#, "plain"), (#"a\"b\\c\/d"#, #"a"b\c/d"#), (#"\b\f\n\r\t"#, "\u{8}\u{C}\n\r\t"),
    (#"\u0041\u00e9\u20AC"#, "Aé€"), (#"\ud83d\ude00"#, "😀"), (#"\ud83d"#, "\u{FFFD}"),
    (#"\ud83dx"#, "\u{FFFD}x"), (#"\ude00"#, "\u{FFFD}"), (#"\ud83d\u0041"#, "\u{FFFD}A"),
    (#"\u12"#, "u12"), (#"\u"#, "u"), (#"\x"#, "x"), ("a\\", "a\0"),
  ])
  func `removes escapes`(raw: String, expected: String) {
    withBytes(raw) { bytes in
      var texts = TextArena()
      texts.begin(bytes)
      let text = texts.unescaped(bytes)
      #expect(String(decoding: text, as: UTF8.self) == expected)
    }
  }

  @Test func `removes colours and keeps the text`() {
    withBytes("\u{1B}[1;32mINFO\u{1B}[0m: \u{1B}x \u{1B}[") { bytes in
      var texts = TextArena()
      texts.begin(bytes)
      let text = texts.withoutColours(bytes)
      #expect(String(decoding: text, as: UTF8.self) == "INFO: \u{1B}x ")
    }
  }
}
