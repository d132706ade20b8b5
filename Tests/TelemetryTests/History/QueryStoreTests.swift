import Testing

@testable import Telemetry

@Suite struct QueryStoreTests {
  private let now = Timestamp(seconds: 1000)

  private func delta(
    _ id: UInt64, at seconds: Double, took: [Double], text: DisplayText? = "select ?"
  ) -> QueryDelta {
    var delta = QueryDelta(
      id: id, fingerprint: text, time: Timestamp(seconds: (seconds / 5).rounded(.down) * 5),
      calls: UInt64(took.count), latency: LatencyDelta(took))
    if !took.isEmpty { delta.seen = Timestamp(seconds: seconds)...Timestamp(seconds: seconds) }
    delta.examples = took.sorted(by: >).prefix(3).map {
      QueryExample(
        statement: "", seconds: $0, time: Timestamp(seconds: seconds), line: 0, source: 0)
    }
    return delta
  }

  private func history(_ deltas: [QueryDelta], capacity: Int = 500) -> History {
    var configuration = History.Configuration()
    configuration.queryCapacity = capacity
    var history = History(.log, configuration: configuration)
    for delta in deltas {
      var batch = Batch(0, covered: 0...1000)
      batch.queries = [delta]
      history.fold(batch)
    }
    return history
  }

  @Test func `adds the calls of a statement over the window`() {
    let history = history([
      delta(1, at: 10, took: [0.5, 0.5]), delta(1, at: 901, took: [1]),
      delta(2, at: 999, took: [2, 2, 2]), delta(1, at: 11, took: [0.25]),
    ])
    let all = history.queryRows(.all, now: now).sorted { $0.id < $1.id }
    #expect(all.map(\.calls) == [4, 3] && all.map(\.totalSeconds) == [2.25, 6])
    #expect(all.map(\.share) == [2.25 / 8.25, 6 / 8.25] && all[0].rate == 0.004)
    #expect((all[0].latency?.minSeconds, all[0].latency?.maxSeconds) == (0.25, 1))
    let last = history.queryRows(.last(300), now: now).sorted { $0.id < $1.id }
    #expect(last.map(\.calls) == [1, 3] && last.map(\.totalSeconds) == [1, 6])
    #expect(last[1].rate.map { abs($0 - 0.01) < 1e-6 } == true)
    #expect(history.queryRows(.last(60), now: now).map(\.id) == [2])
    #expect(history.queryHistogram(of: 1, .all, now: now)?.count == 4)
    #expect(history.queryHistogram(of: 1, .last(300), now: now)?.count == 1)
    #expect(history.queryHistogram(of: 1, .last(60), now: now) == nil)
    #expect(history.queryHistogram(of: 9, .all, now: now) == nil)
  }

  @Test func `keeps the five slowest examples, slowest first`() {
    let history = history(
      (0..<20).map { delta(1, at: Double($0 * 7), took: [Double(($0 * 7) % 20)]) })
    let examples = history.queryRows(.all, now: now)[0].examples
    #expect(examples.map(\.seconds) == [19, 18, 17, 16, 15])
    let equal = self.history([delta(1, at: 50, took: [1]), delta(1, at: 20, took: [1])])
    #expect(equal.queryRows(.all, now: now)[0].examples.map(\.time.seconds) == [20, 50])
  }

  @Test func `knows when a statement was seen first and last`() {
    let history = history([
      delta(1, at: 102.25, took: [1]), delta(1, at: 777.5, took: [1]),
      delta(1, at: 503.5, took: [1]),
    ])
    let row = history.queryRows(.all, now: now)[0]
    #expect((row.firstSeen.seconds, row.lastSeen.seconds) == (102.25, 777.5))
    var bare = delta(2, at: 33, took: [])
    bare.calls = 5
    let unknown = self.history([bare]).queryRows(.all, now: now)[0]
    #expect((unknown.firstSeen.seconds, unknown.lastSeen.seconds) == (30, 30))
    #expect(unknown.calls == 5 && unknown.latency == nil)
  }

  @Test func `gives rows per call of the calls that said how many`() {
    var first = delta(1, at: 1, took: [1, 1, 1])
    first.rowsSent = 30
    first.rowsSentCalls = 2
    var second = delta(1, at: 9, took: [1])
    second.rowsSent = 0
    second.rowsSentCalls = 1
    second.rowsExamined = 700
    second.rowsExaminedCalls = 1
    let row = history([first, second]).queryRows(.all, now: now)[0]
    #expect((row.rowsSentPerCall, row.rowsSent, row.rowsExamined) == (10, 30, 700))
    let silent = history([delta(1, at: 1, took: [1])]).queryRows(.all, now: now)[0]
    #expect(silent.rowsSentPerCall == nil && silent.rowsSent == nil && silent.rowsExamined == nil)
  }

  @Test func `takes the text of a fingerprint whenever it comes`() {
    let history = history([
      delta(1, at: 1, took: [1], text: nil), delta(1, at: 2, took: [1], text: "select a"),
      delta(1, at: 3, took: [1], text: "select b"),
    ])
    #expect(history.queryRows(.all, now: now).map(\.fingerprint.string) == ["select a"])
  }

  @Test func `counts what does not fit as other`() {
    let history = history(
      (1...10).map { delta(UInt64($0), at: 1, took: [Double($0)]) }
        + [delta(0, at: 1, took: [100], text: "(other)")], capacity: 3)
    let rows = history.queryRows(.all, now: now).sorted { $0.id < $1.id }
    #expect(rows.map(\.id) == [0, 1, 2, 3])
    #expect(rows[0].fingerprint == "(other)" && rows[0].calls == 8)
    #expect(rows[0].totalSeconds == 100 + 4 + 5 + 6 + 7 + 8 + 9 + 10)
  }

  @Test func `shows an id as sixteen digits`() {
    #expect(QueryRow.hex(0) == "0000000000000000")
    #expect(QueryRow.hex(.max) == "ffffffffffffffff")
    #expect(QueryRow.hex(0xAB_CDEF) == "0000000000abcdef")
  }
}
