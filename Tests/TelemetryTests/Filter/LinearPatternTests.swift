import Testing

@testable import Telemetry

@Suite struct LinearPatternTests {
  @Test(arguments: [
    ("abc", "xxABCxx", true), ("abc", "ab", false), ("", "x", true), ("^a", "ab", true),
    ("^b", "ab", false), ("b$", "ab", true), ("a$", "ab", false), ("^$", "", true),
    ("a.c", "abc", true), ("a*b", "b", true), ("^a+b$", "aaab", true), ("^a+b$", "b", false),
    ("^ab?c$", "ac", true), ("^ab?c$", "abbc", false), ("^a{2}$", "aa", true),
    ("^a{2}$", "aaa", false),
    ("^a{2,}$", "aaaa", true), ("^a{2,}$", "a", false), ("^a{1,2}$", "aa", true),
    ("^a{1,2}$", "aaa", false), ("a{x", "a{x", true), ("^(ab|cd)+$", "abcdab", true),
    ("^(ab|cd)+$", "abc", false), ("^(?:a|b|c)$", "c", true), ("^(a|)$", "", true),
    ("[a-c]x", "bx", true), ("[a-c]x", "dx", false), ("[^a-c]x", "dx", true),
    ("[^a-c]x", "bx", false),
    ("[]x]", "]", true), ("[a\\]]", "]", true), ("[a-]", "-", true), ("[A-C]", "b", true),
    ("\\d+", "a1", true), ("\\d", "a", false), ("\\D", "1", false), ("\\w\\s\\w", "a b", true),
    ("[\\d_]", "_", true), ("[\\D]", "1", false), ("[\\D]", "a", true), ("\\.", "x", false),
    ("\\bget\\b", "a get b", true), ("\\bget\\b", "target", false), ("\\Bget", "target", true),
    ("É", "é", true), ("\\/api", "/API", true), ("a+?b", "aab", true), ("(a*)*b", "b", true),
  ])
  func `matches like other engines`(pattern: String, text: String, expected: Bool) throws {
    #expect(try LinearPattern(pattern).isContained(in: text) == expected)
  }

  @Test(arguments: [
    "(", ")", "a)", "[", "[a", "*a", "a|*", "\\", "\\q", "(?=a)", "[z-a]", "a{3,2}", "a{5000}",
    "((a{1000}){1000}){1000}",
  ])
  func `refuses what it does not know`(pattern: String) {
    #expect(throws: FilterError.self) { try LinearPattern(pattern) }
  }

  @Test func `takes linear time where backtracking takes for ever`() throws {
    let pattern = try LinearPattern("^(a+)+$")
    #expect(!pattern.isContained(in: String(repeating: "a", count: 2000) + "b"))
  }
}
