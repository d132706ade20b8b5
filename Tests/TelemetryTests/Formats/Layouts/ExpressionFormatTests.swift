import TestSupport
import Testing

@testable import Telemetry

@Suite struct ExpressionFormatTests {
  @Test(arguments: [
    (
      #"regex:^(?<time>\S+ \S+) (?<level>\w+) (?<method>[A-Z]+) (?<path>/\S*) -> (?<status>\d{3}) in (?<duration_ms>[\d.]+)ms$"#,
      "2026-01-01 10:00:00,123 INFO GET /users/42?x=1 -> 200 in 12.5ms",
      "request info 2026-01-01T10:00:00.123Z GET /users/42?x=1 200 0.0125s"
    ),
    (
      #"(?P<client>\S+) "(?P<request>[^"]*)" (?P<status>\d+) (?P<request_time>\S+) (?P<request_id>\S+) (?P<user>\S+)"#,
      #"10.0.0.1 "GET /a HTTP/1.1" 200 0.057 abc-1 -"#,
      "request GET /a 200 0.057s req=abc-1 client=10.0.0.1"
    ),
    (
      #"took (?<seconds>[\d.]+)s rows=(?<rows>\d+): (?<sql>SELECT .*)"#,
      "db took 0.25s rows=3: SELECT * FROM t", "query 0.25s rows=3 sql=SELECT * FROM t"
    ),
    (
      #"job (?<name>\w+) done in (?<duration>\S+)"#, "job mail done in 1.5s", "task 1.5s name=mail"
    ),
    (
      #"(?<level>[A-Z]+)(?: (?<user>\w+))?: (?<message>.*)"#, "WARN: disk is full",
      "message warning | disk is full"
    ),
    (  // a query beside a path is that of the target
      #"(?<path>/[^? ]*)\??(?<query>\S*) (?<status>\d+)"#, "/a?b=1 200", "request /a 200"
    ),
  ])
  func `reads groups by their names`(expression: String, line: String, expected: String) {
    #expect(summary(of: line, described: expression) == expected)
  }

  @Test func `a line without a match is not understood`() {
    #expect(summary(of: "POST", described: "(?<method>GET) (?<path>/.*)") == nil)
    #expect(summary(of: "get /a", described: "(?<method>GET) (?<path>/.*)") == nil)
    #expect(summary(of: "x 2000", described: #"(?<path>\S+) (?<status>\d+)"#) == nil)
  }
}

@Suite struct CapturePatternTests {
  private func groups(_ pattern: String, _ text: String) throws -> [String]? {
    let pattern = try CapturePattern(pattern)
    var scratch = CapturePattern.Scratch()
    var text = text
    return text.withUTF8 { bytes in
      guard pattern.match(Bytes(bytes), &scratch) else { return nil }
      return pattern.groups.indices.map {
        String(decoding: pattern.group($0, of: Bytes(bytes), scratch), as: UTF8.self)
      }
    }
  }

  @Test(arguments: [
    ("(?<a>a+)(?<b>a*)", "xaaa", ["aaa", ""]), ("(?<a>a+?)(?<b>a*)", "aaa", ["a", "aa"]),
    ("(?<a>a|ab)(?<b>c|bcd)(?<c>d*)", "abcd", ["a", "bcd", ""]),
    ("(?:(?<a>x)|(?<b>y))+", "xyx", ["x", "y"]), ("(?<a>a)?b", "b", [""]),
    ("^(?<a>.*)-(?<b>.*)$", "a-b-c", ["a-b", "c"]),
    ("^(?<a>.*?)-(?<b>.*)$", "a-b-c", ["a", "b-c"]),
    ("(?<a>é+)", "caféé", ["éé"]),
    (#"\b(?<a>\w{3})\b"#, "no yes", ["yes"]), ("(?<a>.)$", "a€", ["€"]),
    ("(?<a>(?:ab){2,3})", "abababab", ["ababab"]),
  ])
  func `captures what other engines capture`(pattern: String, text: String, expected: [String])
    throws
  {
    #expect(try groups(pattern, text) == expected)
  }

  @Test func `one scratch serves many lines`() throws {
    let pattern = try CapturePattern("(?<a>b)?c")
    var scratch = CapturePattern.Scratch()
    for (text, expected) in [("bc", "b"), ("c", ""), ("xxxxbc", "b"), ("x", nil)] {
      var text = text
      let found = text.withUTF8 { bytes -> String? in
        guard pattern.match(Bytes(bytes), &scratch) else { return nil }
        return String(decoding: pattern.group(0, of: Bytes(bytes), scratch), as: UTF8.self)
      }
      #expect(found == expected)
    }
  }

  @Test(arguments: [#"(?<a>[^\x5d]+)"#, "(?<a>", "(?<>a)", "(?<=a)b", "(?<!a)b", "(?i)a"])
  func `refuses what it does not know`(pattern: String) {
    #expect(throws: FilterError.self) { try CapturePattern(pattern) }
  }

  @Test func `takes linear time where backtracking takes for ever`() throws {
    #expect(try groups("^(?<a>(a+)+)$", String(repeating: "a", count: 2000) + "b") == nil)
    #expect(try groups("(?<a>(x*)*(y|x)*z)", String(repeating: "x", count: 2000)) == nil)
  }

  @Test func `bytes that are no text match as unknown characters`() throws {
    let pattern = try CapturePattern("a(?<x>.{2})b")
    var scratch = CapturePattern.Scratch()
    let line: [UInt8] = [0x61, 0xFF, 0xE2, 0x62]
    #expect(line.withUnsafeBytes { pattern.match($0, &scratch) })
  }

  @Test func `agrees with Swift's own engine on random expressions`() throws {
    var dice = Dice(7)
    let pieces = ["a", "b", "[ab]", ".", "a*", "b+?", "(?:ab)*", "(a|b)?", "c", "(?:a|bc)+", "$"]
    for _ in 0..<300 {
      let text = (0..<12).map { _ in ["a", "b", "c"].randomElement(using: &dice) ?? "" }.joined()
      let body = (0..<4).map { _ in pieces.randomElement(using: &dice) ?? "" }
      let expression = body[0] + "(?<g>" + body[1] + body[2] + ")" + body[3]
      let regex = try Regex(expression)
      let expected = text.firstMatch(of: regex).map { [String($0["g"]?.substring ?? "")] }
      #expect(try groups(expression, text) == expected, "\(expression) in \(text)")
    }
  }
}
