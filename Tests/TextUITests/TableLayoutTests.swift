import Testing
import TextUI

@Suite struct TableLayoutTests {
  private func table(rows: Int = 9, selection: Int? = nil, offset: Int = 0) -> Table {
    Table(
      columns: [.init("NAME", flex: 1), .init("P95", alignment: .right, minWidth: 7)],
      rows: (0..<rows).map { .init([.init("row \($0)"), .init("9 ms")]) }, selection: selection,
      offset: offset)
  }

  private let rect = Rect(x: 2, y: 3, width: 30, height: 6)

  @Test func `finds the row and the column at a place`() {
    let layout = table().layout(in: rect)
    #expect(layout.row(at: Point(x: 5, y: 4)) == 0)
    #expect(layout.row(at: Point(x: 5, y: 7)) == 3)
    #expect(layout.row(at: Point(x: 5, y: 3)) == nil)
    #expect(layout.row(at: Point(x: 5, y: 8)) == nil)
    #expect(layout.column(at: Point(x: 3, y: 3)) == 0)
    #expect(layout.column(at: Point(x: 29, y: 3)) == 1)
    #expect(layout.column(at: Point(x: 2, y: 3)) == nil)
  }

  @Test func `scrolls no further than the selection demands`() {
    #expect(table(selection: 3).layout(in: rect).rows == 0..<4)
    #expect(table(selection: 4).layout(in: rect).rows == 1..<5)
    #expect(table(selection: 2, offset: 4).layout(in: rect).rows == 2..<6)
    #expect(table(selection: 8, offset: 99).layout(in: rect).rows == 5..<9)
    #expect(table(selection: 99, offset: 0).layout(in: rect).rows == 0..<4)
    #expect(table(rows: 5, offset: 3).layout(in: rect).rows == 0..<5)
  }

  @Test func `a column never takes more than its limit`() {
    let table = Table(
      columns: [
        .init("A", maxWidth: 8, flex: 1), .init("B", maxWidth: 4), .init("C", flex: 3),
      ], rows: [.init([.init("a"), .init("a long text"), .init("c")])])
    let widths = table.layout(in: Rect(x: 0, y: 0, width: 60, height: 3)).columns.map(\.width)
    #expect(widths == [8, 4, 44])
  }

  @Test(arguments: 19...40)
  func `a number never touches the right end`(width: Int) {
    let table = Table(
      columns: [
        .init("NAME", minWidth: 12, flex: 1), .init("P95", alignment: .right, minWidth: 5),
      ], rows: [.init([.init("a"), .init("1 ms")])])
    let places = table.layout(in: Rect(x: 0, y: 0, width: width, height: 3)).columns
    #expect(places.map { $0.x + $0.width }.last == width - 1)
    #expect(places.map(\.width) == [width - 8, 5])
  }

  @Test func `selection and marks have their styles`() {
    let alarm = Style(foreground: .ansi(1))
    let blue = Style(background: .ansi(4))
    let table = Table(
      columns: [.init("P95", alignment: .right)],
      rows: [.init([.init("1 s")], mark: .high, markStyle: alarm), .init([.init("2 s")])],
      selection: 1, headerStyle: .dim, selectionStyle: blue)
    let buffer = drawn(table, width: 6, height: 3)
    #expect(
      buffer.markup([.dim: "h", alarm: "a", blue: "s"]) == """
        xxxxxxxx
        x{h: P95  }x
        x{a:▲}1 s  x
        x{s:▶2 s  }x
        xxxxxxxx
        """)
  }
}
