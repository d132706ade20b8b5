import Testing
import TextUI

struct ColorChoiceTests {
  @Test func `the option goes before NO_COLOR, TERM=dumb, COLORTERM and terminfo`() {
    let xterm = ColorChoice(term: "xterm-256color", terminfoColors: 256)
    let table: [(change: (inout ColorChoice) -> Void, depth: ColorDepth)] = [
      ({ _ in }, .indexed256),
      ({ $0.colorTerm = "truecolor" }, .truecolor),
      ({ $0.colorTerm = "24bit" }, .truecolor),
      ({ $0.colorTerm = "yes" }, .indexed256),
      ({ ($0.colorTerm, $0.noColor) = ("truecolor", "1") }, .none),
      ({ ($0.noColor, $0.asked) = ("1", .ansi16) }, .ansi16),
      ({ ($0.colorTerm, $0.asked) = ("truecolor", ColorDepth.none) }, .none),
      ({ $0.asked = .truecolor }, .truecolor),
      ({ ($0.term, $0.colorTerm) = ("dumb", "truecolor") }, .none),
      ({ ($0.term, $0.asked) = ("dumb", .ansi8) }, .ansi8),
      ({ ($0.colorTerm, $0.isInsideScreen) = ("truecolor", true) }, .indexed256),
      ({ ($0.colorTerm, $0.terminfoColors) = ("truecolor", -1) }, .none),
      ({ $0.terminfoColors = 0 }, .none),
      ({ $0.terminfoColors = 8 }, .ansi8),
      ({ $0.terminfoColors = 16 }, .ansi16),
      ({ $0.terminfoColors = 88 }, .ansi16),
      ({ $0.terminfoColors = 1 << 24 }, .truecolor),
    ]
    for (place, row) in table.enumerated() {
      var choice = xterm
      row.change(&choice)
      #expect(choice.depth == row.depth, "row \(place)")
    }
  }

  @Test func `a style becomes the sequence of its depth`() {
    let style = Style(
      foreground: .rgb(0x88, 0xC0, 0xD0), background: .ansi(9), attributes: [.bold, .reverse])
    let table: [(Style, ColorDepth, String)] = [
      (style, .truecolor, "\u{1B}[1;7;38;2;136;192;208;101m"),
      (style, .indexed256, "\u{1B}[1;7;38;5;110;101m"),
      (Style(foreground: .ansi(3), attributes: .underline), .ansi8, "\u{1B}[4;33m"),
      (Style(foreground: .ansi(3), attributes: .underline), .none, "\u{1B}[4m"),
      (.plain, .truecolor, ""),
    ]
    for (style, depth, text) in table { #expect(style.sequence(depth: depth) == text) }
  }
}
