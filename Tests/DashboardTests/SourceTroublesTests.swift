import Dashboard
import Telemetry
import Testing

struct SourceTroublesTests {
  private func troubles(
    parsed: UInt64, unparsed: UInt64 = 0, _ fill: (inout Batch) -> Void = { _ in }
  ) -> [String] {
    let identity = SourceIdentity(name: "app.log", kind: .log, location: "app.log")
    var history = History(sources: [identity])
    var batch = Batch(source: 0, time: Timestamp(microseconds: 1_000_000))
    batch.tally.lines = parsed + unparsed
    batch.tally.parsed = parsed
    batch.tally.unparsed = unparsed
    fill(&batch)
    history.fold(batch)
    return history.sources[0].troubles
  }

  @Test func `a log that is understood and tells of nothing is no silent zero`() {
    #expect(
      troubles(parsed: 1204) == [
        "1,204 lines understood, none tells of a request, a statement or a task; svctop inspect says what to log"
      ])
    #expect(troubles(parsed: 1).first?.hasPrefix("1 line understood, ") == true)
    #expect(troubles(parsed: 0).isEmpty)
  }

  @Test func `what tells of something is no trouble`() {
    let told = troubles(parsed: 3) {
      $0.readings.append(
        SignalReading(
          signal: .poolInUse, subject: "db", time: Timestamp(microseconds: 1_000_000), value: 2))
    }
    #expect(told.isEmpty)
  }

  @Test func `lines that are not understood are told first`() {
    let told = troubles(parsed: 1, unparsed: 2) { $0.tally.unparsedExample = "what?" }
    #expect(told == ["2 of 3 lines not understood, for example: what?"])
  }
}
