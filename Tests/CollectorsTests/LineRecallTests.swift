import Telemetry
import Testing

@testable import Collectors

@Suite struct `Lines that are read once more` {
  private let files = TemporaryFiles()

  /// 10:00 of 10 October 2025.
  private static let start = Timestamp(seconds: 1_760_090_400)

  /// A line stamped so many seconds after 10:00.
  private static func line(_ second: Int) -> String {
    let (minute, rest) = (second / 60 % 60, second % 60)
    let digits = [10 + second / 3600, minute, rest].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "2025-10-10T\(digits.joined(separator: ":"))Z INFO request line \(second)\n"
  }

  private func recalled(_ path: String, until second: Int, most: Int = 200) -> [LogLine] {
    LineRecall(source: 3).lines(of: path, until: Self.start + Double(second), most: most)
  }

  @Test(arguments: [0, 10, 1800, 3598, 9000])
  func `end with the moment that is asked for`(second: Int) {
    let path = files.file("app.log", (0..<3600).map(Self.line).joined())
    let lines = recalled(path, until: second)
    let last = min(second, 3599)
    let first = max(0, last - 199)
    #expect(lines.map(\.time) == (first...last).map { Self.start + Double($0) })
    #expect(lines.last?.text.string.hasSuffix("line \(last)") == true)
    #expect(lines.allSatisfy { $0.source == 3 })
  }

  @Test func `have the time of the line before where they bear none`() {
    let text = (0..<2000).map { Self.line($0) + "cart of \($0) was saved\n" }.joined()
    let lines = recalled(files.file("app.log", text), until: 1000, most: 4)
    #expect(lines.map { $0.time - Self.start } == [999, 999, 1000, 1000])
    #expect(lines.last?.text == "cart of 1000 was saved")
  }

  @Test func `are as many as a look back over 256 KiB finds`() {
    let text = (0..<20_000).map(Self.line).joined()
    let lines = recalled(files.file("app.log", text), until: 15_000, most: .max)
    let size = Self.line(15_000).utf8.count
    #expect(abs(lines.count - (256 << 10) / size) < 100, "\(lines.count)")
    #expect(zip(lines, lines.dropFirst()).allSatisfy { $1.time - $0.time == 1 })
  }

  @Test func `are none where the file does not tell which they are`() {
    #expect(recalled("/no/such.log", until: 10).isEmpty)
    let later = (100..<200).map(Self.line).joined()
    #expect(recalled(files.file("rotated.log", later), until: 99).isEmpty)
    let plain = (0..<1000).map { "cart of \($0) was saved\n" }.joined()
    #expect(recalled(files.file("plain.log", plain), until: 99).isEmpty)
    #expect(recalled(files.file("empty.log", ""), until: 99).isEmpty)
    let packed = Pack.gzip((0..<200).map(Self.line).joined())
    #expect(recalled(files.file("a.gz", packed), until: 99).isEmpty)
  }
}
