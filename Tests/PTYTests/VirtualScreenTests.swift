import TestSupport
import Testing
import TextUI

/// What the emulator makes of bytes: each case is a screen of 10 by 3 cells, and its picture.
struct VirtualScreenTests {
  private static let cases: [(name: String, bytes: String, picture: String)] = [
    ("text wraps at the edge, not before", "0123456789ab", "0123456789|ab|"),
    ("the last column waits with wrapping", "0123456789\rX", "X123456789||"),
    ("carriage return and line feed", "ab\r\ncd", "ab|cd|"),
    ("a line feed at the bottom scrolls", "a\r\nb\r\nc\r\nd", "b|c|d"),
    ("the cursor is placed from 1", "\u{1B}[2;4Hx\u{1B}[Hy", "y|   x|"),
    ("the cursor stays on the screen", "\u{1B}[99;99Hx\u{1B}[99A\u{1B}[99Dy", "y||         x"),
    ("rows and columns of their own", "\u{1B}[3dx\u{1B}[5Gy", "||x   y"),
    ("the line is erased to its end", "abcdef\u{1B}[3D\u{1B}[K", "abc||"),
    ("the line is erased from its start", "abcdef\u{1B}[3D\u{1B}[1K", "    ef||"),
    ("cells are erased where they are", "abcdef\u{1B}[4D\u{1B}[2X", "ab  ef||"),
    ("the screen is erased downwards", "ab\r\ncd\r\nef\u{1B}[2;2H\u{1B}[J", "ab|c|"),
    ("cells are inserted", "abc\u{1B}[1;2H\u{1B}[2@", "a  bc||"),
    ("cells are deleted", "abcdef\u{1B}[1;2H\u{1B}[2P", "adef||"),
    ("insert mode moves the rest", "abc\u{1B}[1;2H\u{1B}[4hX\u{1B}[4lY", "aXYc||"),
    ("lines are inserted", "a\r\nb\r\nc\u{1B}[2;1H\u{1B}[L", "a||b"),
    ("lines are deleted", "a\r\nb\r\nc\u{1B}[1;1H\u{1B}[M", "b|c|"),
    ("only the region scrolls", "a\r\nb\r\nc\u{1B}[1;2r\u{1B}[2;1H\n", "b||c"),
    ("a reverse line feed at the top", "a\r\nb\u{1B}[H\u{1B}Mx", "x|a|b"),
    ("the last character is repeated", "a-\u{1B}[3bz", "a----z||"),
    ("tabs stop every eight columns", "a\tb\u{1B}[Zc", "a       c||"),
    ("wide characters take two cells", "日本x\u{1B}[1;5Hy", "日本y||"),
    ("half a wide character is none", "日本\u{1B}[1;2Hx", " x本||"),
    ("a wide character never is cut", "012345678日", "012345678|日|"),
    ("combining marks take no cell", "e\u{301}x", "e\u{301}x||"),
    ("line drawing with G0 and G1", "\u{1B}(0lqk\u{1B}(B\u{1B})0\u{0E}x\u{0F}x", "┌─┐│x||"),
    ("titles are not shown", "a\u{1B}]2;title\u{07}b\u{1B}]0;t\u{1B}\\c", "abc||"),
    ("colours are not text", "\u{1B}[1;38;5;9ma\u{1B}[0;48;2;1;2;3mb\u{1B}(B\u{1B}[m", "ab||"),
  ]

  @Test(arguments: cases.indices)
  func `draws what a terminal draws`(_ index: Int) {
    let (name, bytes, picture) = Self.cases[index]
    var screen = VirtualScreen(size: Size(width: 10, height: 3))
    screen.feed(bytes.utf8)
    #expect(screen.lines.joined(separator: "|") == picture, "\(name)")
    #expect(screen.unknown == [], "\(name)")
    // The same when every byte comes alone.
    var slow = VirtualScreen(size: Size(width: 10, height: 3))
    for byte in bytes.utf8 { slow.feed([byte]) }
    #expect(slow.lines == screen.lines, "\(name), byte by byte")
  }

  @Test func `the alternate screen leaves the main one as it was`() {
    var screen = VirtualScreen(size: Size(width: 10, height: 3))
    screen.feed("main\u{1B}[?1049h\u{1B}[Hother".utf8)
    #expect(screen.lines == ["other", "", ""])
    #expect(screen.isAlternate)
    screen.feed("\u{1B}[?1049l!".utf8)
    #expect(screen.lines == ["main!", "", ""])
    #expect(screen.alternateSwitches == (entered: 1, left: 1))
  }

  @Test func `colours and attributes stay with their cells`() {
    var screen = VirtualScreen(size: Size(width: 10, height: 3))
    screen.feed("\u{1B}[1;7ma\u{1B}[0mb".utf8)
    #expect(
      screen.cell(x: 0, y: 0).rendition.isBold && screen.cell(x: 0, y: 0).rendition.isReversed)
    #expect(screen.cell(x: 1, y: 0).rendition == VirtualCell.Rendition())
    #expect(!screen.hasShownColor)
    screen.feed("\u{1B}[38;5;208;44mc\u{1B}[39;49md".utf8)
    #expect(screen.hasShownColor)
    #expect(screen.cell(x: 2, y: 0).rendition.foreground == .indexed(208))
    #expect(screen.cell(x: 2, y: 0).rendition.background == .indexed(4))
    #expect(screen.cell(x: 3, y: 0).rendition == VirtualCell.Rendition())
  }

  @Test func `what is not understood is told`() {
    var screen = VirtualScreen(size: Size(width: 10, height: 3))
    screen.feed("a\u{1B}[?77hb\u{1B}[5yc".utf8)
    #expect(screen.lines == ["abc", "", ""])
    #expect(screen.unknown == ["<27>[?77h", "<27>[5y"])
  }

  @Test func `a smaller window cuts and a larger one adds blanks`() {
    var screen = VirtualScreen(size: Size(width: 6, height: 2))
    screen.feed("abcdef\r\nghi".utf8)
    screen.resize(to: Size(width: 3, height: 3))
    #expect(screen.lines == ["abc", "ghi", ""])
    #expect((screen.x, screen.y) == (2, 1))
  }
}
