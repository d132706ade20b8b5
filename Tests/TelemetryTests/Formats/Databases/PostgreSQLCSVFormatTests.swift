import Testing

@testable import Telemetry

/// Entries of the csvlog and the jsonlog of PostgreSQL 15.
@Suite struct PostgreSQLStructuredLogTests {
  private func csv(_ message: String, tail: String = ",,,,,,,,,\"psql\",\"client backend\",,0")
    -> String
  {
    "2026-11-21 05:59:35.002 UTC,\"postgres\",\"shop\",26121,\"127.0.0.1:53674\",6b013346.6609,5,\"SELECT\",2026-11-21 05:59:34 UTC,3/0,0,LOG,00000,\"\(message)\"\(tail)"
  }

  private let head =
    "query info 2026-11-21T05:59:35.002Z 0.000609s conn=6b013346.6609 pid=26121 client=127.0.0.1 user=postgres sql="

  @Test(arguments: [
    ",,,,,,,,", ",,,,,,,,,\"psql\"", ",,,,,,,,,\"psql\",\"client backend\"",
    ",,,,,,,,,\"\",\"x\",,-28",
  ])
  func `reads statements whatever the number of columns`(tail: String) {
    let entry = csv("duration: 0.609 ms  statement: select \"\"a\"\", 'x,\ny'", tail: tail)
    #expect(summary(of: entry, as: PostgreSQLCSVFormat.self) == head + "select \"a\", 'x,\ny'")
  }

  @Test func `finds where entries of a csvlog begin`() {
    let format = PostgreSQLCSVFormat()
    func begins(_ line: String) -> Bool {
      var line = line
      return line.withUTF8 { format.beginsEntry(Bytes($0)) }
    }
    #expect(begins(csv("x")))
    #expect(
      begins("2026-11-21 05:45:47.342 UTC,,,2522,,6b01300b.9da,1,,2026-11-21 05:45:47 UTC,,0,LOG"))
    for line in [
      "", "from pgbench_accounts", "2026-11-21 05:59:35", "2026-11-21 05:59:35,1,2,x,", ",,,,1",
    ] {
      #expect(!begins(line), "\(line)")
    }
  }

  @Test func `joins the lines of an entry`() {
    let text =
      [
        csv("duration: 1.000 ms  statement: select 1,\n2\nfrom t"),
        csv("duration: 3.000 ms  statement: select 3, 4\nfrom t"),
      ]
      .joined(separator: "\n") + "\n"
    for chunkSize in [1, 100, 10_000] {
      let batch = databaseBatch(of: text, as: PostgreSQLCSVFormat(), chunkSize: chunkSize)
      #expect(batch.queries.map(\.calls) == [2] && batch.tally.unparsed == 0)
    }
  }

  @Test func `pairs a duration with the statement of its process, and only with that`() {
    var parser = PostgreSQLCSVFormat()
    let other = csv("duration: 0.609 ms").replacing("26121", with: "26122")
    #expect(summary(of: csv("statement: select 1"), by: &parser)?.hasPrefix("message") == true)
    #expect(summary(of: other, by: &parser)?.hasPrefix("message") == true)
    #expect(summary(of: csv("duration: 0.609 ms"), by: &parser) == head + "select 1")
    #expect(summary(of: csv("duration: 0.609 ms"), by: &parser)?.hasPrefix("message") == true)
  }

  @Test(arguments: [
    "2026-11-21 05:59:35.002 UTC,\"postgres\",\"shop\",26121,\"127.0.0.1:53674\",6b0,5,\"SELECT\",2026,3/0,0,LOG,00000",
    "2026-11-21 05:59:35.002 UTC,\"postgres\",\"shop\",26121,\"127.0.0.1:53674\",6b0,5,\"SELECT\",2026,3/0,0,LOUD,00000,\"x\"",
    "2026-11-21 05:59:35.002 UTC,\"postgres,26121", "a,b,c,1,e,f", "",
  ])
  func `refuses other rows`(line: String) {
    #expect(summary(of: line, as: PostgreSQLCSVFormat.self) == nil)
  }

  @Test func `reads the jsonlog, plain and wrapped`() {
    let wanted = [
      "query info 2024-06-26T22:00:07.369Z 0.000751s conn=667c8e07.e327 pid=58151 client=10.0.0.7 user=postgres sql=SELECT \"id\"\nFROM users",
      "query info 2026-11-21T09:12:00.123Z 0.0125s conn=6b015fe0.83c pid=2108 user=app sql=select 1",
      "query info 2026-11-21T09:12:00.123Z 0.0125s pid=2108 user=app sql=select 1",
    ]
    #expect(
      PostgreSQLJSONFormat.samples.map { summary(of: $0, as: PostgreSQLJSONFormat.self) } == wanted)
  }

  @Test func `takes the statement that was cancelled from the column beside its error`() {
    let row =
      "2026-11-21 05:59:35.002 UTC,\"postgres\",\"shop\",26121,\"127.0.0.1:53674\",6b013346.6609,5,\"SELECT\",2026-11-21 05:59:34 UTC,3/0,0,ERROR,57014,\"canceling statement due to statement timeout\",,,,,,\"select \"\"a\"\", pg_sleep(9)\",,,\"psql\",\"client backend\",,0"
    #expect(
      summary(of: row, as: PostgreSQLCSVFormat.self)
        == "query error 2026-11-21T05:59:35.002Z failed conn=6b013346.6609 pid=26121 client=127.0.0.1 user=postgres sql=select \"a\", pg_sleep(9)"
    )
    let other = row.replacing("canceling statement due to statement timeout", with: "boom")
    #expect(summary(of: other, as: PostgreSQLCSVFormat.self)?.hasPrefix("message error") == true)
    for key in ["statement", "query"] {
      let entry =
        "{\"timestamp\":\"2024-06-27 00:00:07.369 UTC\",\"pid\":5,\"error_severity\":\"ERROR\",\"message\":\"canceling statement due to statement timeout\",\"\(key)\":\"select \\\"a\\\"\"}"
      #expect(
        summary(of: entry, as: PostgreSQLJSONFormat.self)
          == "query error 2024-06-27T00:00:07.369Z failed pid=5 sql=select \"a\"")
    }
  }

  @Test func `reads levels of the jsonlog`() {
    func entry(_ level: String, _ message: String) -> String {
      "{\"timestamp\":\"2024-06-27 00:00:07.369 UTC\",\"pid\":5,\"error_severity\":\"\(level)\",\"message\":\"\(message)\"}"
    }
    for (level, message) in [
      ("LOG", "process 2078 still waiting for ShareLock on transaction 1 after 1000.100 ms"),
      ("FATAL", "sorry, too many clients already"),
      ("LOG", "temporary file: path base/pgsql_tmp/pgsql_tmp1.0, size 200204288"),
    ] {
      let name = level == "LOG" ? "info" : "fatal"
      #expect(
        summary(of: entry(level, message), as: PostgreSQLJSONFormat.self)
          == "message \(name) 2024-06-27T00:00:07.369Z pid=5 | \(message)")
    }
    for line in [
      "{}", "{\"message\":\"x\"}", "{\"error_severity\":\"LOG\"}", entry("loud", "x"), "[1]",
    ] {
      #expect(summary(of: line, as: PostgreSQLJSONFormat.self) == nil)
    }
  }
}
