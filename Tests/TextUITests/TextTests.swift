import Testing
import TextUI

@Suite struct TextTests {
  @Test func `characters are as wide as the C library says`() {
    let widths: [(Unicode.Scalar, Int)] = [
      ("a", 1), (" ", 1), ("~", 1), ("é", 1), ("ß", 1), ("…", 1), ("│", 1), ("█", 1), ("⣿", 1),
      ("✖", 1), ("▲", 1), ("●", 1), ("▶", 1), ("›", 1), ("⏎", 1), ("¹", 1), ("Σ", 1), ("€", 1),
      ("\u{301}", 0), ("\u{200B}", 0), ("\u{200D}", 0), ("\u{202E}", 0), ("\u{2028}", 0),
      ("\u{FE0F}", 0), ("\u{FEFF}", 0), ("\u{1160}", 0), ("\u{E0001}", 0), ("\u{0}", 0),
      ("\u{1100}", 2), ("日", 2), ("한", 2), ("ア", 2), ("ｱ", 1), ("Ａ", 2), ("　", 2),
      ("🚀", 2), ("👩", 2), ("⌚", 2), ("✅", 2), ("\u{20000}", 2), ("\u{3FFFD}", 1),
    ]
    for (scalar, width) in widths {
      #expect(CellWidth.of(scalar) == width, "U+\(String(scalar.value, radix: 16))")
    }
    #expect(CellWidth.of("p95 日本 e\u{301}") == 10)
  }

  @Test(arguments: [Symbols.unicode, .blocks, .ascii])
  func `every symbol is one cell wide`(symbols: Symbols) {
    let lists = symbols.levels + symbols.barSteps + symbols.shades + symbols.layers
    let single = [
      symbols.critical, symbols.high, symbols.ok, symbols.unknown, symbols.selected,
      symbols.ellipsis, symbols.sortUp, symbols.sortDown, symbols.breadcrumb, symbols.separator,
      symbols.gap, symbols.limit, symbols.sum, symbols.frame.topLeft, symbols.frame.tick,
    ]
    for symbol in lists + single { #expect(CellWidth.of(symbol) == 1) }
    #expect(symbols.levels.count == 8)
    let foreign = (lists + single).filter { !$0.isASCII }
    #expect(!symbols.isASCII || foreign.isEmpty)
  }

  @Test func `superscripts number the panes`() {
    #expect(Symbols.unicode.superscript(12) == "¹²")
    #expect(Symbols.ascii.superscript(7) == "7")
  }

  @Test func `a long text is shortened at its end`() {
    #expect("abcdef".truncated(to: 6) == "abcdef")
    #expect("abcdef".truncated(to: 4) == "abc…")
    #expect("abcdef".truncated(to: 1) == "…")
    #expect("abcdef".truncated(to: 0) == "")
    #expect("日本語".truncated(to: 4) == "日…")
    #expect("abcdef".truncated(to: 4, symbols: .ascii) == "abc~")
  }

  @Test func `a short text is padded on the side it needs`() {
    #expect("日".padded(to: 4) == "日  ")
    #expect("9".padded(to: 3, alignment: .right) == "  9")
    #expect("9".padded(to: 4, alignment: .center) == " 9  ")
    #expect("1234".padded(to: 2) == "1234")
  }

  @Test func `keys are named as help shows them`() {
    let names: [(Key, String)] = [
      (.character("a"), "a"), (.character(" "), "space"), (.control("d"), "ctrl-d"),
      (.enter, "⏎"), (.escape, "esc"), (.pageDown, "pgdn"), (.function(5), "F5"),
      (.backTab, "shift-tab"), (.up, "↑"),
    ]
    for (key, name) in names { #expect(key.description == name) }
    #expect(Key.enter.name(symbols: .ascii) == "enter")
  }
}
