import Testing
import TextUI

struct ColorContrastTests {
  @Test func `contrast is that of WCAG`() {
    // Ratios of the WebAIM contrast checker: https://webaim.org/resources/contrastchecker/
    let table: [(one: Color, two: Color, ratio: Double)] = [
      (.rgb(0, 0, 0), .rgb(255, 255, 255), 21),
      (.rgb(255, 255, 255), .rgb(255, 255, 255), 1),
      (.rgb(0x77, 0x77, 0x77), .rgb(255, 255, 255), 4.48),
      (.rgb(0x76, 0x76, 0x76), .rgb(255, 255, 255), 4.54),
      (.rgb(0xFF, 0, 0), .rgb(255, 255, 255), 4.00),
      (.rgb(0, 0, 0xFF), .rgb(255, 255, 255), 8.59),
      (.indexed(231), .indexed(16), 21),
    ]
    for (one, two, ratio) in table {
      let found = one.contrast(with: two)
      #expect(found.map { abs($0 - ratio) < 0.01 } == true, "\(one) \(two): \(found ?? 0)")
      #expect(two.contrast(with: one) == found)
    }
  }

  @Test func `colours of the user's own are not judged`() {
    for color in [Color.terminal, .ansi(1), .ansi(15), .indexed(7)] {
      #expect(color.contrast(with: .rgb(0, 0, 0)) == nil)
      #expect(Color.rgb(0, 0, 0).contrast(with: color) == nil)
    }
  }

  @Test func `a colour is written as it is read`() {
    for text in ["default", "ansi:0", "ansi:15", "idx:208", "#00ff0a", "#000001"] {
      #expect(Color(text)?.description == text)
    }
  }
}
