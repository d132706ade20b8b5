import Testing

@testable import Telemetry

@Suite struct ClickHouseFormatTests {
  /// Summaries of lines of one query, each without the time that all begin with.
  private func read(_ lines: [String]) -> [String?] {
    var parser = ClickHouseFormat()
    return lines.map { line in
      let entry = "2022.09.08 05:09:25.696359 [ 46 ] {add4a8af-c695} \(line)"
      return summary(of: entry, by: &parser).map {
        $0.replacing(" 2022-09-08T05:09:25.696359Z", with: "")
      }
    }
  }

  @Test func `joins a statement with its end`() {
    #expect(
      read([
        "<Debug> executeQuery: (from 127.0.0.1:57216) select * from system.tables; (stage: Complete)",
        "<Trace> ContextAccess (default): Access granted",
        "<Debug> executeQuery: Read 65 rows, 105.59 KiB in 0.016169625 sec., 4019 rows/sec., 6.38 MiB/sec.",
        "<Debug> TCPHandler: Processed in 0.017 sec.",
      ]) == [
        "message debug | executeQuery: (from 127.0.0.1:57216) select * from system.tables; (stage: Complete)",
        "message trace | ContextAccess (default): Access granted",
        "query debug 0.016169625s examined=65 sql=select * from system.tables",
        "message debug | TCPHandler: Processed in 0.017 sec.",
      ])
  }

  @Test func `takes the time of the handler where nothing was read`() {
    let results = read([
      "<Debug> executeQuery: (from [::1]:50056, user: app) (comment: a.sql) CREATE TABLE t (a Int8)",
      "<Debug> TCPHandler: Processed in 0.25 sec.",
    ])
    #expect(results.last == "query debug 0.25s sql=CREATE TABLE t (a Int8)")
  }

  @Test(arguments: [
    "", " (query 1, line 1)", " (comment: a (b) c)", " (comment: :-)", " (comment: ()",
    " (TID: (1, 2, 00000000-0000-0000-0000-000000000000), TIDH: 7) (comment: x) (query 2, line 4)",
  ])
  func `leaves out what stands before a statement`(aside: String) {
    let results = read([
      "<Debug> executeQuery: (from 1.2.3.4:1, user: app)\(aside) SELECT count() (stage: Complete)",
      "<Debug> TCPHandler: Processed in 0.25 sec.",
    ])
    #expect(results.last == "query debug 0.25s sql=SELECT count()")
  }

  @Test func `keeps apart statements that run at once`() {
    var parser = ClickHouseFormat()
    func tell(_ id: Int, _ text: String) -> String {
      let entry = "2022.09.08 05:09:25.696359 [ 46 ] {q\(id)} <Debug> \(text)"
      return summary(of: entry, by: &parser) ?? ""
    }
    for id in 0..<20 { _ = tell(id, "executeQuery: (from 1.2.3.4:1) SELECT \(id)") }
    for id in 0..<20 {
      #expect(tell(id, "TCPHandler: Processed in 0.25 sec.").hasSuffix("sql=SELECT \(id)"))
    }
  }

  @Test func `knows no statement of an end that follows an error`() {
    let results = read([
      "<Information> executeQuery: (from 127.0.0.1:57216) SELECT x (stage: Complete)",
      "<Error> executeQuery: Code: 47. DB::Exception: Missing columns, Stack trace:\n\n0. DB::a()",
      "<Debug> TCPHandler: Processed in 0.25 sec.",
    ])
    #expect(results[1]?.hasPrefix("message error | executeQuery: Code: 47.") == true)
    #expect(results[2] == "message debug | TCPHandler: Processed in 0.25 sec.")
  }

  @Test func `keeps a stack trace with its line`() {
    let format = ClickHouseFormat()
    let lines = [
      "2021.08.30 15:25:14.170792 [ 213608 ] {} <Error> executeQuery: x": true,
      "2021.08.30 15:25:14 [ 1 ] {} <Information> Application: x": true,
      "0. DB::Exception::Exception() @ 0xf9c17f3 in /usr/bin/clickhouse": false, "": false,
      "2021-08-30 15:25:14.170792 [ 213608 ] {} <Error> x": false,
    ]
    for (line, begins) in lines {
      #expect(withBytes(line) { format.beginsEntry($0) } == begins, "\(line)")
    }
  }
}
