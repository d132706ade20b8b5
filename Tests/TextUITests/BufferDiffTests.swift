import Testing
import TextUI

@Suite struct BufferDiffTests {
  private func buffer(_ lines: String...) -> Buffer {
    var buffer = Buffer(size: Size(width: 12, height: lines.count))
    for (row, line) in lines.enumerated() { buffer.write(line, at: Point(x: 0, y: row)) }
    return buffer
  }

  /// Runs written as `row,column:text`.
  private func runs(from old: Buffer?, to new: Buffer) -> [String] {
    BufferDiff(from: old, to: new).runs.map { run in
      let text = run.cells.map { $0.width == 0 ? "" : String($0.scalar) }.joined()
      return "\(run.row),\(run.column):\(text)"
    }
  }

  @Test func `nothing changed yields nothing`() {
    let picture = buffer("p95  412 ms", "日本")
    #expect(runs(from: picture, to: picture).isEmpty)
  }

  @Test func `everything is new without a previous picture of that size`() {
    #expect(runs(from: nil, to: buffer("a", "b")).count == 2)
    #expect(runs(from: buffer("a"), to: buffer("a", "b")).count == 2)
    #expect(runs(from: nil, to: Buffer(size: Size(width: 0, height: 4))).isEmpty)
  }

  @Test func `only changed cells are drawn`() {
    #expect(runs(from: buffer("p95  412 ms", "x"), to: buffer("p95  418 ms", "x")) == ["0,7:8"])
  }

  @Test func `short gaps are drawn over and long ones left out`() {
    #expect(runs(from: buffer("a...b"), to: buffer("A...B")) == ["0,0:A...B"])
    #expect(runs(from: buffer("a....b"), to: buffer("A....B")) == ["0,0:A", "0,5:B"])
  }

  @Test func `a gap of another style is left out`() {
    var old = buffer("a.b")
    old.restyle(Rect(x: 1, y: 0, width: 1, height: 1), over: .bold)
    var new = old
    new.write("A", at: Point(x: 0, y: 0))
    new.write("B", at: Point(x: 2, y: 0))
    #expect(runs(from: old, to: new) == ["0,0:A", "0,2:B"])
  }

  @Test func `a change of style alone is a change`() {
    let old = buffer("abc")
    var new = old
    new.restyle(Rect(x: 1, y: 0, width: 1, height: 1), over: .bold)
    #expect(runs(from: old, to: new) == ["0,1:b"])
  }

  @Test func `wide characters are drawn whole`() {
    #expect(runs(from: buffer("a日b"), to: buffer("a本b")) == ["0,1:本"])
    #expect(runs(from: buffer("ab cd"), to: buffer("a日cd")) == ["0,1:日"])
    #expect(runs(from: buffer("a日cd"), to: buffer("ab cd")) == ["0,1:b "])
  }

  @Test func `applying the runs gives the next picture`() {
    let pictures = [
      buffer("p95  412 ms", "日本語 text"), buffer("p95   98 ms", "日 本 text"),
      buffer("", "x日本語"), buffer("p9", "            "),
    ]
    for old in pictures {
      for new in pictures {
        var cells = old.cells
        for run in BufferDiff(from: old, to: new).runs {
          let start = run.row * 12 + run.column
          cells.replaceSubrange(start..<start + run.cells.count, with: run.cells)
        }
        #expect(cells == new.cells)
      }
    }
  }
}
