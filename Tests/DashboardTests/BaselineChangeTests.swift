import Dashboard
import Testing
import TextUI

struct BaselineChangeTests {
  @Test func `says how much and which way, with a sign and a glyph`() {
    let changes: [(now: Double?, before: Double?, text: String, ascii: String)] = [
      (2.2, 1, "↑ +120 %", "+120 %"), (0.5, 1, "↓ -50 %", "-50 %"), (1.004, 1, "=", "="),
      (20, 1, "↑ +>999 %", "+>999 %"), (1, nil, "new", "new"), (nil, 1, "-", "-"),
      (.nan, 1, "-", "-"), (0, 0, "=", "="), (1, 0, "new", "new"),
    ]
    for (now, before, text, ascii) in changes {
      #expect(BaselineChange.relative(now, since: before, .unicode).text == text)
      #expect(BaselineChange.relative(now, since: before, .ascii).text == ascii)
    }
  }

  @Test func `compares shares in percentage points`() {
    #expect(BaselineChange.points(0.03, since: 0.01, .unicode).text == "↑ +2.0")
    #expect(BaselineChange.points(0, since: 0.5, .ascii).text == "-50.0")
    #expect(BaselineChange.points(0.0001, since: 0, .unicode).text == "=")
    #expect(BaselineChange.points(0.1, since: nil, .unicode).text == "new")
  }

  @Test(arguments: [Symbols.unicode, .blocks, .ascii])
  func `has no glyph that stands for a severity`(symbols: Symbols) {
    let marks = [symbols.critical, symbols.high, symbols.medium].map { Character($0) }
    for (now, before) in [(2.0, 1.0), (1.0, 2.0), (0.3, 0.2)] {
      let texts = [
        BaselineChange.relative(now, since: before, symbols).text,
        BaselineChange.points(now, since: before, symbols).text,
      ]
      for text in texts { #expect(!text.contains { marks.contains($0) }, "\(text)") }
    }
  }

  @Test func `colours what is worth it`() {
    #expect(BaselineChange.relative(1.05, since: 1, .unicode).role == .text)
    #expect(BaselineChange.relative(1.2, since: 1, .unicode).role == .high)
    #expect(BaselineChange.relative(0.8, since: 1, .unicode).role == .ok)
  }
}
