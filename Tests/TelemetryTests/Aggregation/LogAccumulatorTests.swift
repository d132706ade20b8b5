import Telemetry
import TestSupport
import Testing

@Suite struct LogAccumulatorTests {
  private let now = Timestamp(seconds: 1_000)

  private func accumulator(
    _ change: (inout LogAccumulator.Configuration) -> Void = { _ in }
  ) -> LogAccumulator {
    var configuration = LogAccumulator.Configuration()
    change(&configuration)
    return LogAccumulator(source: 3, arrival: now, configuration: configuration)
  }

  private func batch(
    _ records: [RecordLiteral], _ change: (inout LogAccumulator.Configuration) -> Void = { _ in }
  ) -> Batch {
    var accumulator = accumulator(change)
    for record in records { accumulator.add(record) }
    return accumulator.takeBatch(at: now)
  }

  /// Records of all kinds over ten minutes with durations whose sums are exact.
  private func randomRecords(_ count: Int, _ dice: inout Dice) -> [RecordLiteral] {
    (0..<count).map { _ in
      let time = dice.number(-100..<500)
      let seconds = dice.number(0..<1) < 0.1 ? Double.nan : (dice.number(0..<4096)).rounded() / 1024
      switch Int.random(in: 0..<5, using: &dice) {
      case 0:
        let table = ["a", "b", "c"].randomElement(using: &dice) ?? ""
        return .query("SELECT x FROM \(table) WHERE id = 7", at: time, took: seconds, rows: 2)
      case 1:
        return RecordLiteral(
          kind: .task, time: Timestamp(seconds: time), seconds: seconds, name: "rebuild",
          failed: Bool.random(using: &dice))
      case 2:
        return RecordLiteral(
          kind: .outbound, time: Timestamp(seconds: time), status: 0, seconds: seconds,
          name: "api.example.com", failed: true)
      default:
        let path = ["/a", "/b/1", "/b/2"].randomElement(using: &dice) ?? ""
        let status = [200, 404, 500, 0].randomElement(using: &dice) ?? 0
        return .request(path, at: time, status: status, took: seconds)
      }
    }
  }

  @Test func `a log with statements of its own remembers its requests without being told`() {
    let requests = (0..<3).map { RecordLiteral.request("/a", at: Double($0), took: 0.5) }
    let query = RecordLiteral.query("SELECT 1", at: 1, took: 0.25)
    func spans(_ records: [RecordLiteral], expecting: Bool) -> [Int] {
      let batch = batch(records) { $0.expectsStatements = expecting }
      return [batch.requestSpans.count, batch.querySpans.count]
    }
    #expect(spans(requests, expecting: true) == [3, 0])
    #expect(spans(requests, expecting: false) == [0, 0])
    #expect(spans([query] + requests, expecting: false) == [3, 1])
  }

  @Test func `gives the same sums for any order of lines`() {
    var dice = Dice(13)
    let records = randomRecords(3000, &dice)
    let sorted = records.sorted { ($0.time?.microseconds ?? 0) < ($1.time?.microseconds ?? 0) }
    let expected = BatchSums([batch(sorted)])
    #expect(expected.work["endpoint GET /b/{id}"]?.statuses.total ?? 0 > 500)
    #expect(expected.slots.values.reduce(0, +) == 3000)
    for _ in 0..<5 {
      let shuffled = records.shuffled(using: &dice)
      #expect(BatchSums([batch(shuffled)]) == expected)
    }
    #expect(BatchSums([batch(sorted.reversed())]) == expected)
  }

  @Test func `gives the same sums wherever batches are cut`() {
    var dice = Dice(14)
    let records = randomRecords(2000, &dice)
    let expected = BatchSums([batch(records)])
    for size in [1, 3, 100, 1999] {
      var accumulator = accumulator()
      var batches: [Batch] = []
      for (place, record) in records.enumerated() {
        accumulator.add(record)
        if place % size == 0 { batches.append(accumulator.takeBatch(at: now)) }
      }
      batches.append(accumulator.takeBatch(at: now))
      #expect(BatchSums(batches) == expected, "batches of \(size)")
    }
  }

  @Test func `puts work into the slot in which it ended, before 1970 too`() {
    let times = [0, 4.999_999, 5, 9, 10, -0.000_001, -5, -5.1, 12]
    let sums = BatchSums([batch(times.map { .request("/", at: $0) })])
    #expect(sums.slots == [0: 2, 5: 2, 10: 2, -5: 2, -10: 1])
    let wide = BatchSums([
      batch(times.map { .request("/", at: $0) }) { $0.slotSeconds = 60 }
    ])
    #expect(wide.slots == [0: 6, -60: 3])
  }

  @Test func `adds late records to a slot that was closed before`() {
    let records = [0, 6, 1, 7, 2].map { RecordLiteral.request("/late", at: Double($0), took: 0.5) }
    let batch = batch(records)
    #expect(batch.traffic.count == 5)
    let sums = BatchSums([batch])
    #expect(sums.slots == [0: 3, 5: 2])
    #expect(sums.work["endpoint GET /late"]?.sumSeconds == 2.5)
    #expect(batch.covered == Timestamp(seconds: 0)...Timestamp(seconds: 7))
  }

  @Test func `reads but does not count what ended before the start`() {
    let records = [99.9, 100, 100.1].map { RecordLiteral.request("/", at: $0) }
    let batch = batch(records) { $0.since = Timestamp(seconds: 100) }
    #expect(batch.requests("GET /") == 2)
    #expect((batch.tally.lines, batch.tally.parsed) == (3, 3))
    #expect(batch.covered?.lowerBound == Timestamp(seconds: 100))
  }

  @Test func `uses the arrival time for records without a stamp`() {
    let batch = batch([RecordLiteral(time: nil, target: "/x", seconds: 1)])
    #expect(batch.traffic.first?.time == now)
    #expect(batch.covered == now...now)
  }

  @Test func `counts messages as read and as nothing else`() {
    let batch = batch([RecordLiteral(kind: .message, time: now)])
    #expect(batch.traffic.isEmpty && batch.queries.isEmpty && batch.covered == nil)
    #expect((batch.tally.parsed, batch.tally.bytes) == (1, 100))
  }

  @Test func `tells failures and missing answers apart`() {
    let time = Timestamp(seconds: 1)
    let batch = batch([
      RecordLiteral(time: time, target: "/a", status: 0, failed: true),
      RecordLiteral(time: time, target: "/a", status: 499, failed: true),
      RecordLiteral(time: time, target: "/a", status: 0, failed: false),
      RecordLiteral(kind: .task, time: time, seconds: 1, name: "t", failed: true),
      RecordLiteral(kind: .outbound, time: time, status: 503, name: "h", failed: false),
      RecordLiteral(kind: .outbound, time: time, status: 0, name: "h", failed: true),
    ])
    let work = BatchSums([batch]).work
    let endpoint = work["endpoint GET /a"]?.statuses
    #expect((endpoint?.noAnswer, endpoint?[4], endpoint?[0]) == (1, 1, 1))
    #expect(work["task t"]?.statuses.errors == 1)
    let outbound = work["outbound GET h"]?.statuses
    #expect((outbound?[5], outbound?.noAnswer) == (1, 1))
  }

  @Test func `turns a stall into a reading`() {
    let stall = RecordLiteral(kind: .stall, time: Timestamp(seconds: 5), seconds: 0.25)
    #expect(
      batch([stall]).readings == [
        SignalReading(
          signal: .loopLagSeconds, subject: "", time: Timestamp(seconds: 5), value: 0.25)
      ])
  }

  @Test func `is empty after a batch was taken`() {
    var accumulator = accumulator()
    accumulator.add(.request("/", at: 1, took: 1))
    accumulator.add(.query("SELECT 1", at: 1, took: 1))
    accumulator.addUnparsed("?")
    _ = accumulator.takeBatch(at: now)
    let next = accumulator.takeBatch(at: now)
    #expect(BatchSums([next]) == BatchSums([]))
    #expect(next.tally == SourceTally() && next.covered == nil && next.source == 3)
    #expect(accumulator.extent == nil)
  }
}
