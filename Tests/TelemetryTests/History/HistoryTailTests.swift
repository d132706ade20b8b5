import Testing

@testable import Telemetry

@Suite struct HistoryTailTests {
  private func batch(_ source: SourceID, _ lines: (Double, String)...) -> Batch {
    var batch = Batch(source: source, time: Timestamp(seconds: 100))
    batch.lines = lines.map {
      LogLine(
        time: Timestamp(seconds: $0.0), level: .info, text: DisplayText($0.1[...]), source: source)
    }
    return batch
  }

  private func texts(_ history: History) -> String {
    history.tail.map(\.text.string).joined(separator: " ")
  }

  @Test func `interleaves logs by time and keeps the order within each`() {
    var history = History(.log, .log)
    history.fold(batch(0, (1, "a1"), (5, "a5"), (5, "a5'"), (9, "a9")))
    history.fold(batch(1, (2, "b2"), (5, "b5"), (12, "b12")))
    #expect(texts(history) == "a1 b2 a5 a5' b5 a9 b12")
    history.fold(batch(0, (10, "a10"), (12, "a12"), (13, "a13")))
    #expect(texts(history) == "a1 b2 a5 a5' b5 a9 a10 b12 a12 a13")
    history.fold(batch(1))
    #expect(history.tail.count == 10)
  }

  @Test func `keeps the newest lines only`() {
    var configuration = History.Configuration()
    configuration.tailCapacity = 3
    var history = History(.log, .log, configuration: configuration)
    history.fold(batch(0, (1, "a"), (2, "b"), (3, "c"), (4, "d")))
    #expect(texts(history) == "b c d")
    history.fold(batch(1, (0, "old"), (5, "e")))
    #expect(texts(history) == "c d e")
  }

  @Test func `remembers how each source is doing`() {
    var history = History(.log, .metrics)
    #expect(history.sources.map(\.health) == [.waiting, .waiting])
    var batch = Batch(0, covered: 10...20, vantage: "nginx")
    batch.recognised = ["nginx-timed"]
    batch.notes = ["a", "b", "a"]
    batch.tally.lines = 10
    batch.tally.bytes = 1000
    batch.tally.parsed = 8
    batch.tally.unparsed = 2
    batch.tally.unparsedExample = "???"
    history.fold(batch)
    var failure = Batch(source: 0, time: Timestamp(seconds: 30))
    failure.health = .failing("no such file")
    history.fold(failure)
    history.fold(Batch(0, covered: 5...12))
    var last = Batch(source: 0, time: Timestamp(seconds: 15))
    last.health = .failing("gone")
    last.tally.lines = 1
    history.fold(last)
    let state = history.sources[0]
    #expect(state.health == .failing("gone") && state.lastSuccess == Timestamp(seconds: 20))
    #expect(state.recognised == ["nginx-timed"] && state.vantage == "nginx")
    #expect(state.notes == ["a", "b"] && state.tally.unparsedExample == "???")
    #expect((state.tally.lines, state.tally.bytes) == (11, 1000))
    #expect((state.tally.parsed, state.tally.unparsed) == (8, 2))
    #expect(state.extent == Timestamp(seconds: 5)...Timestamp(seconds: 20))
    #expect(history.sources[1].health == .waiting && history.version == 4)
  }

  @Test func `keeps twenty notes of a source`() {
    var history = History(.log)
    for number in 0..<100 {
      var batch = Batch(source: 0, time: Timestamp(seconds: 1))
      batch.notes = [DisplayText("note \(number)"[...])]
      history.fold(batch)
    }
    #expect(history.sources[0].notes.count == 20)
  }
}
