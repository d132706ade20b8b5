import Testing

@testable import Telemetry

/// What stands before the label of a PostgreSQL line, and what only looks like one.
@Suite struct PostgreSQLPrefixTests {
  @Test(arguments: [
    "2024-01-01 10:00:00,123 INFO: hi", "2024-01-01 10:00:00 ERROR: boom",
    "[2024-01-01 10:00:00] production.INFO: hi", "[2024-01-01 10:00:00] app.ERROR:  boom",
    "[2024-01-01T10:00:00.123456+00:00] app.ERROR: boom [] []",
    "2024-01-01 10:00:00 WARNING: careful", "2024-01-01 10:00:00 [7] FATAL: stop",
    "2024-01-01 10:00:00 DEBUG: x", "2024-01-01 10:00:00 NOTICE: x",
    "2024-01-01 10:00:00 INFO:     127.0.0.1", "2024-01-01 10:00:00 ERROR:",
  ])
  func `leaves the lines of other loggers`(line: String) {
    #expect(summary(of: line, as: PostgreSQLFormat.self) == nil)
    let text = line + "\n"
    #expect(withBytes(text) { FormatDetection($0).primary?.label.string } != "postgresql")
  }

  @Test(arguments: [
    ("2024-01-01 10:00:00 UTC [7] ERROR:  boom", "error"),
    ("2024-01-01 10:00:00 UTC [7] STATEMENT: select 1", "notice"),
    ("2024-01-01 10:00:00 UTC [7] DETAIL: x", "notice"),
    ("2024-01-01 10:00:00 UTC [7] DEBUG1:  x", "debug"),
  ])
  func `keeps PostgreSQL's own`(line: String, level: String) {
    let read = summary(of: line, as: PostgreSQLFormat.self)
    #expect(read?.hasPrefix("message \(level) 2024-01-01T10:00:00Z pid=7") == true)
  }

  @Test(arguments: [
    (  // %p-%s-%c-%l-%h-%u-%d-%m
      "24743-2021-05-27 17:00:00 UTC-60af5d2e.60a7-1-10.1.2.3-user-db-2021-05-27 17:00:09.123 UTC",
      "2021-05-27T17:00:09.123Z 0.004959s pid=24743"
    ),
    (  // %Q %m [%p]
      "4266247047529477710 2021-05-27 17:00:09.123 UTC [123]",
      "2021-05-27T17:00:09.123Z 0.004959s pid=123"
    ),
    (
      "-426624704752947771 2021-05-27 17:00:09.123 UTC [123]",
      "2021-05-27T17:00:09.123Z 0.004959s pid=123"
    ),
    ("00000:2021-05-27 17:00:09 UTC:", "2021-05-27T17:00:09Z 0.004959s"),  // %e:%t:
    (  // %h %m [%p]
      "10.1.2.3 2021-05-27 17:00:09.123 CEST [123]",
      "2021-05-27T15:00:09.123Z 0.004959s pid=123 client=10.1.2.3"
    ),
    (
      "[local] 2021-05-27 17:00:09.123 UTC [123]",
      "2021-05-27T17:00:09.123Z 0.004959s pid=123"
    ),
    (
      "db-1.example.com 2021-05-27 17:00:09.123 UTC [123] app@shop",
      "2021-05-27T17:00:09.123Z 0.004959s pid=123 user=app"
    ),
  ])
  func `finds a stamp that stands later`(prefix: String, expected: String) {
    let line = prefix + " LOG:  duration: 4.959 ms  statement: select 1"
    #expect(
      summary(of: line, as: PostgreSQLFormat.self) == "query info \(expected) sql=select 1")
    #expect(withBytes(line) { PostgreSQLFormat().beginsEntry($0) })
  }
}
