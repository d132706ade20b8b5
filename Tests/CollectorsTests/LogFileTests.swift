import Telemetry
import Testing

@testable import Collectors

@Suite struct `A log file` {
  private let files = TemporaryFiles()

  private func open(_ name: String, _ text: String) throws -> LogFile {
    try LogFile(path: files.file(name, text))
  }

  private func lines(_ file: LogFile, _ range: Range<Int64>? = nil) throws -> [String] {
    var lines: [String] = []
    _ = try file.read(range) { lines += TailReader.lines($0) }
    return lines
  }

  /// The file cut into about equal parts.
  private func parts(of file: LogFile, _ count: Int64) -> [Range<Int64>] {
    (0..<count).map { $0 * file.size / count..<($0 + 1) * file.size / count }
  }

  @Test func `gives every line once, however it is cut into two parts`() throws {
    let texts = [
      "one\ntwo\n\nthree", "one\ntwo\nthree\n", "\n\n\n", "abc", "", "\0\0\0\0a\n\0\0b\nc\n",
    ]
    for (number, text) in texts.enumerated() {
      let file = try open("app\(number).log", text)
      let whole = try lines(file)
      for cut in 0...file.size {
        let first = try lines(file, 0..<cut)
        let second = try lines(file, cut..<file.size)
        #expect(first + second == whole, "cut at \(cut) of \(text)")
      }
    }
  }

  @Test func `gives every line once in parts for several tasks`() throws {
    let text = (0..<50_000).map { "line \($0) \(String(repeating: "x", count: $0 % 97))\n" }
      .joined()
    let file = try open("app.log", text)
    for count: Int64 in [1, 2, 3, 7] {
      var bytes: [UInt8] = []
      var sum: Int64 = 0
      for part in parts(of: file, count) { sum += try file.read(part) { bytes += $0 }.bytesRead }
      #expect(bytes == Array(text.utf8))
      #expect(sum == file.size)
    }
  }

  @Test func `drops a long line that reaches over parts, once`() throws {
    let long = String(repeating: "x", count: 3 << 20)
    let file = try open("app.log", "one\n\(long)\ntwo\n")
    var found: [String] = []
    var dropped = 0
    for part in parts(of: file, 5) {
      dropped += try file.read(part) { found += TailReader.lines($0) }.droppedLines
    }
    #expect(found == ["one", "two"])
    #expect(dropped == 1)
  }

  @Test func `hands over to a tail without loss or repetition`() throws {
    let world = TemporaryFiles()
    let writer = world.create("app.log")
    writer.append("one\ntw")
    let file = try LogFile(path: world.path)
    var found: [String] = []
    let summary = try file.read(includesIncompleteLine: false) { found += TailReader.lines($0) }
    writer.append("o\n")
    world.rename("app.log", to: "app.log.1")
    writer.append("three\n")
    world.create("app.log").append("four\n")
    let reader = TailReader(FileTail(continuing: file, at: summary.end))
    #expect(found + reader.poll() == ["one", "two", "three", "four"])
  }

  @Test(arguments: [
    ("1\n2\n3\n", 1, 3), ("1\n2", 1, 2), ("1", 1, 1), ("", nil, nil), ("\nx\n", nil, nil),
    ("x\n2\n3\nx\nx\n", 2, 3),
    ("1\n" + String(repeating: "x\n", count: 30_000), 1, 1),
    ("1\n" + String(repeating: "x\n", count: 300_000), 1, nil),
  ])
  func `knows its first and last stamp`(text: String, first: Double?, last: Double?) throws {
    let found = try open("app.log", text).firstAndLastStamps(EntryLayout()) { line in
      Double(String(decoding: line, as: UTF8.self)).map { Timestamp(seconds: $0) }
    }
    #expect(found.first?.seconds == first && found.last?.seconds == last)
  }

  @Test func `finds where lines start`() throws {
    let file = try open("app.log", "one\ntwo\nthree")
    #expect(
      (0...13).map { Int(file.lineStart(atOrAfter: $0)) } == [
        0, 4, 4, 4, 4, 8, 8, 8, 8, 13, 13, 13, 13, 13,
      ])
  }

  @Test func `finds a time among lines with and without a stamp`() throws {
    // Every third line is stamped with its number; the others are continuations.
    let text = (0..<30_000).map { number in
      number % 3 == 0 ? "\(number) stamped\n" : "  continued \(number)\n"
    }.joined()
    let file = try open("app.log", text)
    var looks = 0
    let stamp = { (line: Bytes) -> Timestamp? in
      looks += 1
      let digits = String(decoding: line.prefix { $0 != 0x20 }, as: UTF8.self)
      return Int64(digits).map { Timestamp(microseconds: $0) }
    }
    for (time, expected) in [
      (-5, "0 "), (0, "0 "), (1, "3 "), (15_000, "15000 "), (29_997, "29997 "),
    ] {
      looks = 0
      let offset = file.seek(to: Timestamp(microseconds: Int64(time)), stampOf: stamp)
      let found = file.descriptor.bytes(at: offset, count: expected.utf8.count)
      #expect(String(decoding: found, as: UTF8.self) == expected)
      #expect(looks < 6000)
    }
    #expect(file.seek(to: Timestamp(microseconds: 29_998), stampOf: stamp) == file.size)
    #expect(file.seek(to: Timestamp(microseconds: 0)) { _ in nil } == file.size)
  }

  @Test func `is not searched for a time when its end has no stamp`() throws {
    let text = String(repeating: "a line without any stamp in it\n", count: 100_000)
    let file = try open("app.log", text)
    var looks = 0
    let start = file.start(ofLast: 3600, EntryLayout()) { _ in
      looks += 1
      return nil
    }
    #expect(start == file.size)
    #expect(looks < 20_000)
  }

  @Test func `says why it cannot be opened`() {
    #expect(throws: FileTailError.isDirectory(path: "/tmp")) { try LogFile(path: "/tmp") }
    #expect(throws: FileTailError.missing(path: "/none")) { try LogFile(path: "/none") }
  }
}
