import TestSupport
import Testing

@testable import Telemetry

/// Lines of up to a megabyte, in which a word that means something may stand very often.
@Suite struct LongLineTests {
  private func read(_ text: String) -> String? {
    withBytes(text) { bytes in
      var record = LogRecord()
      return MessagePatterns.read(bytes, into: &record) ? summary(of: record) : nil
    }
  }

  @Test(arguments: [
    "done ", "slow query ", "slow query select ", "slow query summary=\"x\" ", "jid a=b ", "jid-",
    "Step 3/7: x ", "executing <", "summary=\"x\" ", "[].retry", "x] retry ",
    "successfully completed x ", "exception raised while executing ( ",
    "an executed successfully ", "performed x (Job ID: ", "Pool stats (total=1, ", "(total=",
    "Pool size: 5  ", "Pool size: 5  Connections in pool: ", "GET /x ",
    "method: x, ", "verb=\"x\" ", " (1.234) SELECT ", "completed GET /x in ",
  ])
  func `reads a megabyte of the same and finds nothing`(piece: String) {
    #expect(read(String(repeating: piece, count: 1_000_000 / piece.utf8.count)) == nil)
  }

  @Test func `finds the state of a pool behind words that are like it`() {
    let gap = String(repeating: "(total= Pool size: ", count: 50_000)
    func readings(_ text: String) -> [LogReading] {
      var readings: [LogReading] = []
      var limit = PoolLimit()
      withBytes(text) {
        PoolReadings.read($0, countsTimeouts: true, limit: &limit, into: &readings)
      }
      return readings
    }
    #expect(
      readings("\(gap)main - Pool stats (total=10/12, idle=0/10, active=10, waiting=2)").map(
        \.value)
        == [12, 0, 10, 2])
    #expect(readings(gap).isEmpty)
  }

  @Test(arguments: [0, 100, 2000])
  func `finds a statement behind what announces it, and its time at the end`(distance: Int) {
    let gap = String(repeating: " ", count: distance)
    let columns = String(repeating: "a, ", count: 5000) + "b"
    let announced = read("slow query 5ms\(gap) SELECT \(columns)")
    #expect(announced == "query 0.005s sql=SELECT \(columns)")
    #expect(
      read("slow query\(gap) SELECT \(columns) (5 ms)") == "query 0.005s sql=SELECT \(columns)")
    #expect(
      read("\(gap)Query: SELECT \(columns) Params: [] Duration: 5ms")
        == "query 0.005s sql=SELECT \(columns)")
  }

  @Test func `takes no word for an announcement far behind the start of a line`() {
    let gap = String(repeating: "1 ", count: 2000)
    #expect(read("\(gap)slow query 5ms SELECT 1") == nil)
    #expect(read("slow query 5ms \(gap)SELECT 1") == nil)
    #expect(read("\(gap)load took 5ms") == "task 0.005s name=load")
  }

  @Test func `knows names of up to eighty bytes`() {
    for (count, isName) in [(80, true), (81, false)] {
      let name = String(repeating: "n", count: count)
      let task = isName ? "task 1.5s name=\(name)" : nil
      #expect(read("Finished \(name) in 1.5s") == task)
      #expect(read("Step 3/7: \(name) took 1.5s") == task)
      #expect(read("\(name) took 1.5s") == task)
    }
    let id = String(repeating: "i", count: 200)
    #expect(read("Task app.add[\(id)] succeeded in 1.5s: None") == "task 1.5s name=app.add")
    #expect(read("Task app.add[\(id)] raised x") == "task failed name=app.add")
  }

  @Test func `knows callbacks whose description is long`() {
    let stack = String(repeating: "f() ", count: 1000)
    #expect(
      read("Executing <Task coro=<work() at a.py> cb=[\(stack)]> took 0.2 seconds")
        == "stall 0.2s name=work")
  }
}
