import Glibc
import Telemetry
import Testing

@testable import Collectors

/// Which line of its file an example is from.
@Suite struct LineNumberTests {
  private let files = TemporaryFiles()

  /// A slow statement whose literal is the number of its line.
  private static func statement(_ number: Int) -> String {
    let (minute, second) = (number / 60 % 60, number % 60)
    let digits = [10 + number / 3600, minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "2025-10-10T\(digits.joined(separator: ":"))Z WARN slow query (\(number) ms): "
      + "SELECT a FROM t WHERE id = \(number)\n"
  }

  private static func text(_ numbers: ClosedRange<Int>) -> String {
    numbers.map(statement).joined()
  }

  /// Literals of the examples with the lines that they are said to be from.
  private func examples(_ batches: [Batch]) -> [(literal: UInt64, line: UInt64)] {
    batches.flatMap(\.queries).flatMap(\.examples).compactMap { example in
      let digits = example.statement.string.split(separator: " ").last
      return digits.flatMap { UInt64($0) }.map { ($0, example.line) }
    }
  }

  @Test(arguments: [0, 32 << 20] as [Int64])
  func `is known of earlier and later lines, though the end is read first`(
    countedFirst: Int64
  ) async {
    let writer = files.create("app.log")
    writer.append(Self.text(1...4000))
    var configuration = LogCollector.Configuration()
    configuration.newestBytes = 5000
    configuration.pieceBytes = 100_000
    configuration.countedFirstBytes = countedFirst
    var isAppended = false
    let batches = await LogCollector.following(files.path, configuration) { batches in
      if batches.lineCount >= 3600, !isAppended {
        isAppended = true
        writer.append(Self.text(4001...4003))
      }
      return batches.last?.queries.contains { $0.examples.contains { $0.line == 4003 } } == true
    }
    let found = examples(batches)
    #expect(found.count > 20)
    #expect(found.filter { $0.line > 0 }.allSatisfy { $0.line == $0.literal })
    // The first picture of a large file is not kept waiting for it.
    #expect(examples([batches[0]]).allSatisfy { ($0.line == 0) == (countedFirst == 0) })
    #expect(examples(Array(batches.dropFirst())).allSatisfy { $0.line > 0 })
  }

  @Test func `begins anew with the file that takes the place of another`() async {
    let writer = files.create("app.log")
    writer.append(Self.text(1...3))
    var configuration = LogCollector.Configuration()
    configuration.graceSeconds = 0.02
    var step = 0
    var other: (any LogWriter)?
    let batches = await LogCollector.following(files.path, configuration) { batches in
      if step == 0, batches.lineCount == 3 {
        step = 1
        files.rename("app.log", to: "app.log.1")
        other = files.create("app.log")
        other?.append(Self.text(1...2))
      } else if step >= 1, batches.lineCount >= 5, step < 60 {
        step += 1
        other?.append(Self.statement(step + 1))
      }
      return batches.last?.queries.contains { $0.examples.contains { $0.line > 2 } } == true
        && step > 1
    }
    let found = examples(batches)
    #expect(found.filter { $0.line > 0 }.allSatisfy { $0.line == $0.literal }, "\(found)")
    #expect(found.contains { $0.line > 2 })
  }

  @Test(arguments: [0, 1, 63, 64, 65, 16_319, 16_320, 16_321, 40_000])
  func `counts line ends`(size: Int) {
    let bytes: [UInt8] = (0..<size).map { place in
      if place % 7 == 3 { return 0x0A }
      return UInt8(place % 200) | 0x10
    }
    let expected = bytes.count { $0 == 0x0A }
    #expect(bytes.withUnsafeBytes { LineEnds.count(in: $0) } == UInt64(expected))
  }
}
