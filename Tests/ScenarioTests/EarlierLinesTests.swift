import ArgumentParser
import Dashboard
import Telemetry
import TestSupport
import Testing

@testable import svctop

/// The lines of a moment of the past, from all files of a command line.
struct EarlierLinesTests {
  @Test func `are those of every file up to the moment`() throws {
    let folder = try PTYFolder()
    func log(_ name: String, _ word: String) throws -> String {
      let lines = (10..<60).map { "2025-10-10T10:00:\($0)Z INFO \(word) line \($0)\n" }
      return try folder.write(name, lines.joined())
    }
    let plan = try SourcePlan(
      CommonOptions.parse(
        [try log("a.log", "first"), "http://127.0.0.1:1/metrics", try log("b.log", "second")]),
      Configuration())
    let moment = Timestamp(seconds: 1_760_090_400 + 30)
    let read = plan.lines(until: moment)
    #expect(read.until == moment)
    #expect(read.lines.count == 42)
    for (source, word) in [(0, "first"), (2, "second")] {
      let last = read.lines.last { $0.source == source }
      #expect(last?.time == moment)
      #expect(last?.text.string.hasSuffix("\(word) line 30") == true)
    }
  }
}
