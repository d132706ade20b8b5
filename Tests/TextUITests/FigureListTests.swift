import Testing
import TextUI

@Suite struct FigureListTests {
  private let list = FigureList(
    [
      .init("rate", "4.2 /s", note: "  2xx 97.8 %", priority: 5),
      .init("errors", "2.1 %", priority: 2),
      .init("p50", "43 ms", priority: 4),
      .init("p95", "1.18 s", note: "  ▲ over 500 ms", mark: .high, priority: 1),
      .init("p99", "2.28 s", priority: 3),
    ], labelWidth: 7)

  @Test func `gives each figure a line with its note`() {
    #expect(
      picture(list, width: 30, height: 6) == """
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        xrate     4.2 /s  2xx 97.8 %   x
        xerrors    2.1 %               x
        xp50       43 ms               x
        xp95      1.18 s  ▲ over 500 msx
        xp99      2.28 s               x
        x                              x
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        """)
  }

  @Test func `leaves out what matters least where lines are few`() {
    #expect(
      picture(list, width: 30, height: 3) == """
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        xerrors    2.1 %               x
        xp95      1.18 s  ▲ over 500 msx
        xp99      2.28 s               x
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        """)
    #expect(
      picture(list, width: 15, height: 1) == """
        xxxxxxxxxxxxxxxxx
        xp95      1.18 sx
        xxxxxxxxxxxxxxxxx
        """)
  }

  @Test func `puts figures side by side where most would have no line`() {
    #expect(
      picture(list, width: 36, height: 2) == """
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        xp95      1.18 s ▲ errors    2.1 %   x
        xp99      2.28 s   p50       43 ms   x
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        """)
  }

  @Test(arguments: [Symbols.unicode, .ascii])
  func `stays within any rectangle`(symbols: Symbols) {
    for width in 0...40 {
      for height in 0...6 {
        let buffer = drawn(list, width: width, height: height, symbols: symbols, fill: "Z")
        let inside = Rect(x: 1, y: 1, width: width, height: height)
        let wrong = (0..<height + 2).flatMap { y in
          (0..<width + 2).map { Point(x: $0, y: y) }
            .filter { (buffer[$0]?.scalar != "Z") != inside.contains($0) }
        }
        #expect(wrong.isEmpty, "\(width)x\(height) at \(wrong)")
      }
    }
  }
}
