import Testing
import TextUI

@Suite struct StyleTests {
  @Test func `colours become the nearest a terminal has`() {
    let table: [(Color, indexed: Color, ansi16: Color, ansi8: Color)] = [
      (.terminal, .terminal, .terminal, .terminal),
      (.ansi(9), .ansi(9), .ansi(9), .ansi(1)),
      (.indexed(208), .indexed(208), .ansi(3), .ansi(3)),
      (.indexed(12), .indexed(12), .ansi(12), .ansi(4)),
      (.rgb(255, 0, 0), .indexed(196), .ansi(9), .ansi(1)),
      (.rgb(200, 10, 10), .indexed(160), .ansi(1), .ansi(1)),
      (.rgb(95, 135, 175), .indexed(67), .ansi(12), .ansi(6)),
      (.rgb(128, 128, 128), .indexed(244), .ansi(8), .ansi(7)),
      (.rgb(0, 0, 0), .indexed(16), .ansi(0), .ansi(0)),
      (.rgb(255, 255, 255), .indexed(231), .ansi(15), .ansi(7)),
    ]
    for (color, indexed, ansi16, ansi8) in table {
      #expect(color.quantised(to: .truecolor) == color)
      #expect(color.quantised(to: .indexed256) == indexed, "\(color)")
      #expect(color.quantised(to: .ansi16) == ansi16, "\(color)")
      #expect(color.quantised(to: .ansi8) == ansi8, "\(color)")
      #expect(color.quantised(to: .none) == .terminal)
    }
  }

  @Test func `what a colour meant survives where there are few`() {
    let bright = Style(foreground: .ansi(9)).quantised(to: .ansi8)
    #expect(bright == Style(foreground: .ansi(1), attributes: .bold))
    let grey = Style(foreground: .ansi(8)).quantised(to: .ansi8)
    #expect(grey == .dim)
    let selected = Style(foreground: .ansi(15), background: .rgb(0, 0, 90)).quantised(to: .none)
    #expect(selected == .reverse)
  }

  @Test func `colours are written as in a theme`() {
    #expect(Color("default") == .terminal)
    #expect(Color("ansi:15") == .ansi(15))
    #expect(Color("idx:255") == .indexed(255))
    #expect(Color("#ff8700") == .rgb(255, 0x87, 0))
    for wrong in ["", "red", "ansi:16", "ansi:", "idx:256", "#fff", "#ff870g", "#+f8700", "ff8700"]
    {
      #expect(Color(wrong) == nil, "\(wrong)")
    }
  }

  @Test func `a style takes from below what it does not set itself`() {
    let below = Style(foreground: .ansi(1), background: .ansi(2), attributes: .dim)
    #expect(Style.plain.over(below) == below)
    #expect(
      Style(foreground: .ansi(3), attributes: .bold).over(below)
        == Style(foreground: .ansi(3), background: .ansi(2), attributes: [.bold, .dim]))
  }
}
