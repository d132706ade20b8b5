import Testing
import TextUI

@Suite struct BufferTests {
  private let origin = Point(x: 0, y: 0)

  private func written(
    _ text: String, width: Int = 8, at x: Int = 0, maxWidth: Int? = nil, ellipsis: Bool = true,
    symbols: Symbols = .unicode
  ) -> (text: String, used: Int) {
    var buffer = Buffer(
      size: Size(width: width, height: 1), fill: Cell("x"), symbols: symbols)
    let used = buffer.write(
      text, at: Point(x: x, y: 0), maxWidth: maxWidth, ellipsis: ellipsis)
    return (buffer.text, used)
  }

  @Test func `writes a text and says how many cells it took`() {
    #expect(written("abc") == ("abcxxxxx", 3))
    #expect(written("日本") == ("日本xxxx", 4))
    #expect(written("") == ("xxxxxxxx", 0))
  }

  @Test func `ends a text that does not fit with an ellipsis`() {
    #expect(written("abcdefghij") == ("abcdefg…", 8))
    #expect(written("abcdef", maxWidth: 4) == ("abc…xxxx", 4))
    #expect(written("abcdef", maxWidth: 1) == ("…xxxxxxx", 1))
    #expect(written("abcdef", maxWidth: 0) == ("xxxxxxxx", 0))
    #expect(written("abcdef", maxWidth: -3) == ("xxxxxxxx", 0))
    #expect(written("abcdef", maxWidth: 4, ellipsis: false) == ("abcdxxxx", 4))
    #expect(written("abcdef", maxWidth: 4, symbols: .ascii) == ("abc~xxxx", 4))
  }

  @Test func `never cuts a wide character in half`() {
    #expect(written("日本語", maxWidth: 5) == ("日本…xxx", 5))
    #expect(written("日本語", maxWidth: 4) == ("日…xxxxx", 3))
    #expect(written("a日", width: 2, ellipsis: false) == ("ax", 1))
    #expect(written("日", at: -1) == (" xxxxxxx", 2))
    #expect(written("日", at: 7, ellipsis: false) == ("xxxxxxxx", 0))
  }

  @Test func `blanks the half of a wide character that is left over`() {
    for (x, expected) in [(0, "z 本"), (1, " z本"), (2, "日z"), (3, "日 z")] {
      var buffer = Buffer(size: Size(width: 4, height: 1))
      buffer.write("日本", at: origin)
      buffer.write("z", at: Point(x: x, y: 0))
      #expect(buffer.text == expected)
      let cells = buffer.cells.reduce(0) { $0 + Int($1.width) }
      #expect(cells == 4)
    }
  }

  @Test func `blanks the halves of wide characters at the ends of what is filled`() {
    for (x, width, expected) in [(1, 2, " ##"), (0, 2, "##本"), (1, 1, " #本"), (2, 1, "日#")] {
      var buffer = Buffer(size: Size(width: 4, height: 1))
      buffer.write("日本", at: origin)
      buffer.fill(Rect(x: x, y: 0, width: width, height: 1), with: "#")
      #expect(buffer.text == expected)
      #expect(buffer.cells.reduce(0) { $0 + Int($1.width) } == 4)
    }
  }

  @Test func `shows control characters as pictures and stores none`() {
    #expect(written("a\u{1B}[2J\u{7F}\n").text == "a␛[2J␡␊x")
    #expect(written("\u{9B}31m").text == "\u{FFFD}31mxxxx")
    #expect(written("a\tb", symbols: .ascii).text == "a?bxxxxx")
    #expect(written("cafe\u{301}s", symbols: .ascii).text == "cafesxxx")
  }

  @Test func `drops combining and invisible characters`() {
    #expect(written("e\u{301}a\u{200B}\u{202E}b") == ("eabxxxxx", 3))
    #expect(written("👩\u{200D}💻") == ("👩💻xxxx", 4))
  }

  @Test func `clips what is outside on every side`() {
    var buffer = Buffer(size: Size(width: 3, height: 2), fill: Cell("x"))
    buffer.write("abc", at: Point(x: -2, y: 0))
    buffer.write("abc", at: Point(x: 0, y: -1))
    buffer.write("abc", at: Point(x: 0, y: 2))
    buffer.write("abc", at: Point(x: 3, y: 1))
    buffer.put("z", at: Point(x: 9, y: 9))
    buffer.fill(Rect(x: 2, y: 1, width: 9, height: 9), with: "#")
    #expect(buffer.text == "cxx\nxx#")
  }

  @Test func `lays styles over each other`() {
    var buffer = Buffer(size: Size(width: 4, height: 1))
    buffer.write(
      StyledText("ab") + StyledText("cd", style: Style(foreground: .ansi(1))), at: origin,
      style: .bold)
    buffer.restyle(
      Rect(x: 1, y: 0, width: 9, height: 9), over: Style(background: .ansi(4)))
    #expect(buffer[origin]?.style == .bold)
    #expect(
      buffer[Point(x: 2, y: 0)]?.style
        == Style(foreground: .ansi(1), background: .ansi(4), attributes: .bold))
  }

  @Test func `markup names the runs of a style`() {
    var buffer = Buffer(size: Size(width: 12, height: 2))
    buffer.write("p95", at: origin, style: .bold)
    buffer.write(" 412 ms ", at: Point(x: 3, y: 0))
    buffer.write("!", at: Point(x: 11, y: 1), style: .dim)
    #expect(buffer.markup([.bold: "b"]) == "{b:p95} 412 ms\n           {?:!}")
    let titles = buffer.markup { $0 == .bold ? "title" : nil }
    #expect(titles == "{title:p95} 412 ms\n           !")
  }

  @Test func `a cell is sixteen bytes`() {
    #expect(MemoryLayout<Cell>.stride <= 16)
  }
}
