import TestSupport
import Testing

@testable import Telemetry

@Suite struct QueryTableTests {
  private func id(_ table: inout QueryTable, _ hash: UInt64, _ text: String = "select ?") -> Int {
    Array(text.utf8).withUnsafeBytes { table.id(hash: hash, fingerprint: $0) }
  }

  private func example(_ seconds: Double, at time: Double = 0) -> QueryExample {
    QueryExample(
      statement: "", seconds: seconds, time: Timestamp(seconds: time), line: 0, source: 0)
  }

  @Test func `numbers fingerprints in the order they come`() {
    var table = QueryTable(capacity: 10)
    #expect([7, 8, 7, 9, 8].map { id(&table, $0) } == [1, 2, 1, 3, 2])
    #expect(table.hashes == [0, 7, 8, 9])
    #expect(table.fingerprints.map(\.string) == ["(other)", "select ?", "select ?", "select ?"])
  }

  @Test func `gives what does not fit to other, and knows what came before`() {
    var table = QueryTable(capacity: 3)
    #expect((1...5).map { id(&table, UInt64($0)) } == [1, 2, 0, 0, 0])
    #expect([2, 1, 4].map { id(&table, $0) } == [2, 1, 0])
    #expect(table.hashes.count == 3 && table.rows.count == 3)
    var none = QueryTable(capacity: 0)
    #expect(id(&none, 1) == 0)
  }

  @Test func `cleans a fingerprint`() {
    var table = QueryTable(capacity: 3)
    #expect(id(&table, 1, "a\u{1B}[2J") == 1)
    #expect(table.fingerprints[1].string == "a␛[2J")
  }

  @Test func `adds rows only of calls that said how many`() {
    var table = QueryTable(capacity: 3)
    _ = id(&table, 1)
    table.addRows(id: 1, sent: 5, examined: -1)
    table.addRows(id: 1, sent: 0, examined: 100)
    table.addRows(id: 1, sent: -1, examined: -1)
    let row = table.takeRow(id: 1)
    #expect((row.rowsSent, row.rowsSentCalls) == (5, 2))
    #expect((row.rowsExamined, row.rowsExaminedCalls) == (100, 1))
    #expect(table.takeRow(id: 1).rowsSentCalls == 0)
  }

  @Test func `keeps the five slowest examples, slowest first`() {
    var dice = Dice(12)
    for _ in 0..<200 {
      var table = QueryTable(capacity: 3)
      let durations = (0..<Int.random(in: 0...20, using: &dice)).map { _ in
        Double(Int.random(in: 0...5, using: &dice))
      }
      for (place, seconds) in durations.enumerated()
      where table.wantsExample(id: 0, seconds: seconds) {
        table.addExample(id: 0, example(seconds, at: Double(place)))
      }
      let kept = table.rows[0].examples
      // Of equal ones the first stays: a stable sort says the same.
      let expected = durations.enumerated().sorted {
        ($1.element, $0.offset) < ($0.element, $1.offset)
      }
      // One as slow as the last of five is not worth making a text of.
      if kept.count == 5 { #expect(!table.wantsExample(id: 0, seconds: kept[4].seconds)) }
      #expect(kept.map(\.seconds) == expected.prefix(5).map(\.element))
      #expect(kept.map(\.time.seconds) == expected.prefix(5).map { Double($0.offset) })
    }
  }

  @Test func `gives no example of a slot that five of slots before were slower than`() {
    var table = QueryTable(capacity: 3)
    for seconds in [9.0, 1, 8, 7, 6, 5] where table.wantsExample(id: 0, seconds: seconds) {
      table.addExample(id: 0, example(seconds))
    }
    #expect(table.takeRow(id: 0).examples.map(\.seconds) == [9, 8, 7, 6, 5])
    #expect(!table.wantsExample(id: 0, seconds: 5) && table.wantsExample(id: 0, seconds: 5.5))
    table.addExample(id: 0, example(5.5))
    #expect(table.takeRow(id: 0).examples.map(\.seconds) == [5.5])
  }

  @Test func `knows when the first and the last call of a slot ended`() {
    var table = QueryTable(capacity: 3)
    for time in [30.0, 12, 47, 20] { table.see(id: 0, at: Timestamp(seconds: time)) }
    let row = table.takeRow(id: 0)
    #expect((row.firstSeen.seconds, row.lastSeen.seconds) == (12, 47))
    #expect(table.takeRow(id: 0).firstSeen == Timestamp(microseconds: .max))
  }
}
