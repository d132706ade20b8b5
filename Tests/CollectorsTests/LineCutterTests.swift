import Telemetry
import Testing

@testable import Collectors

@Suite struct `A line cutter` {
  /// Feeds `text` in pieces of `size` and gives the lines, the tally and all bytes passed on.
  private func cut(_ bytes: [UInt8], _ size: Int) -> (lines: [String], tally: PollResult) {
    var cutter = LineCutter()
    var result = PollResult()
    var lines: [String] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let input = cutter.partial + rest.prefix(size)
      rest = rest.dropFirst(size)
      input.withUnsafeBytes { cutter.cut($0, into: &result) { lines += TailReader.lines($0) } }
    }
    cutter.flush { lines += TailReader.lines($0) }
    return (lines, result)
  }

  @Test(arguments: [1, 2, 3, 4, 5, 7, 11, 64, 1000])
  func `gives the same lines however the reads end`(size: Int) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let table: [([UInt8], [String])] = [
      (Array("one\ntwo\n".utf8), ["one", "two"]),
      (Array("one\n\n\ntwo".utf8), ["one", "", "", "two¶"]),
      (Array("one\r\ntwo\rthree\r\n".utf8), ["one\r", "two\rthree\r"]),
      (Array("grüße 日本\n🙂\n".utf8), ["grüße 日本", "🙂"]),
      (mark + Array("one\n".utf8) + mark + Array("two\n".utf8), ["one", "\u{FEFF}two"]),
      (mark + Array("one".utf8), ["one¶"]),
      (mark, []),
      ([], []),
      ([0x66, 0xFF, 0xFE, 0x0A], ["f\u{FFFD}\u{FFFD}"]),
      ([0, 0, 0] + Array("one\n".utf8) + [0, 0] + Array("two\n".utf8), ["one", "two"]),
      (Array("a".utf8) + [0] + Array("b\n".utf8), ["a\0b"]),
    ]
    for (bytes, lines) in table {
      #expect(cut(bytes, size).lines == lines)
    }
  }

  @Test func `counts the NULs it leaves out`() {
    #expect(
      cut([0, 0, 0] + Array("one\n".utf8) + [0, 0] + Array("a\n".utf8), 4).tally.skippedNULs == 5)
    #expect(cut(Array("a".utf8) + [0, 0] + Array("b\n".utf8), 3).tally.skippedNULs == 0)
  }

  @Test(arguments: [1 << 20, 1 << 18, 65_521])
  func `passes on a line of a mebibyte and drops a longer one`(size: Int) {
    let longest = [UInt8](repeating: 0x78, count: LineCutter.longestLine)
    let kept = cut(longest + Array("\nend\n".utf8), size)
    #expect(kept.lines.map(\.utf8.count) == [LineCutter.longestLine, 3])
    #expect(kept.tally.droppedLines == 0)
    let dropped = cut(Array("start\n".utf8) + longest + Array("x\nend\n".utf8), size)
    #expect(dropped.lines == ["start", "end"])
    #expect(dropped.tally.droppedLines == 1)
  }
}
