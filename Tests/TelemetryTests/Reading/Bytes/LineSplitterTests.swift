import Testing

@testable import Telemetry

@Suite struct LineSplitterTests {
  /// Feeds `bytes` in chunks of `size` and gives the lines.
  private func lines(_ bytes: [UInt8], chunk size: Int, limit: Int = 1 << 20) -> [String] {
    var splitter = LineSplitter(limit: limit)
    var lines: [String] = []
    var start = 0
    while start < bytes.count {
      let end = min(start + size, bytes.count)
      Array(bytes[start..<end]).withUnsafeBytes { chunk in
        splitter.feed(chunk) { lines.append(String(decoding: $0, as: UTF8.self)) }
      }
      start = end
    }
    splitter.flush { lines.append(String(decoding: $0, as: UTF8.self)) }
    return lines
  }

  @Test(arguments: 1...40)
  func `lines do not depend on the size of the chunks`(size: Int) {
    let text = "one\ntwo\r\n\nfoür\rx\n\u{FEFF}five\nno end"
    #expect(
      lines(Array(text.utf8), chunk: size) == ["one", "two", "", "foür\rx", "five", "no end"])
  }

  @Test(arguments: 1...20)
  func `drops the hole of a truncated file`(size: Int) {
    let bytes = Array("a\n".utf8) + [UInt8](repeating: 0, count: 13) + Array("b\nc\0d\n".utf8)
    #expect(lines(bytes, chunk: size) == ["a", "b", "c\0d"])
  }

  @Test(arguments: 1...20)
  func `cuts over-long lines and says so`(size: Int) {
    #expect(
      lines(Array("12345678901234\nshort\n12345".utf8), chunk: size, limit: 5) == [
        "12345", "short", "12345",
      ])
    var splitter = LineSplitter(limit: 5)
    withBytes("123456\n12345\n") { bytes in splitter.feed(bytes) { _ in } }
    withBytes("1234567") { bytes in splitter.feed(bytes) { _ in } }
    #expect(splitter.cut == 2)
    #expect(splitter.pendingBytes == 5)
  }

  @Test(arguments: 1...60)
  func `joins the lines of entries`(size: Int) {
    let text = "LOG:  a\n\tb\n\n\tc\nLOG:  d\r\nERROR:  e\n\tf"
    var splitter = LineSplitter()
    var format = PostgreSQLFormat()
    var entries: [String] = []
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: size) {
      Array(bytes[start..<min(start + size, bytes.count)]).withUnsafeBytes { chunk in
        splitter.feed(chunk, format: &format) {
          entries.append(String(decoding: $1, as: UTF8.self))
        }
      }
    }
    #expect(entries == ["LOG:  a\n\tb\n\n\tc", "LOG:  d"])
    splitter.flush(format: &format) { entries.append(String(decoding: $1, as: UTF8.self)) }
    #expect(entries == ["LOG:  a\n\tb\n\n\tc", "LOG:  d", "ERROR:  e\n\tf"])
    #expect(splitter.pendingBytes == 0)
  }

  @Test func `forgets what is unfinished`() {
    var splitter = LineSplitter()
    let hadNothing = !splitter.reset()
    withBytes("half") { bytes in splitter.feed(bytes) { _ in } }
    let hadHalf = splitter.reset()
    #expect(hadNothing && hadHalf)
    var lines: [String] = []
    withBytes("new\n") { bytes in
      splitter.feed(bytes) { lines.append(String(decoding: $0, as: UTF8.self)) }
    }
    #expect(lines == ["new"])
  }
}
