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

  @Test(arguments: [
    ("[1234] ", " pid=1234"), ("1234: ", " pid=1234"), ("1235 ", " pid=1235"),
    ("app 1234 ", " pid=1234"), ("00000 ", ""), ("00000 1234 ", " pid=1234"),
    ("[1234-1] ", " pid=1234"), ("app ", ""), ("shop client backend ", ""),
    ("[1234] ann@shop ", " pid=1234 user=ann"),
  ])
  func `needs no stamp`(prefix: String, expected: String) {
    let line = prefix + "LOG:  duration: 1000.5 ms  statement: SELECT 1 FROM a"
    #expect(
      summary(of: line, as: PostgreSQLFormat.self)
        == "query info 1.0005s\(expected) sql=SELECT 1 FROM a")
    #expect(withBytes(line) { PostgreSQLFormat().beginsEntry($0) })
    let text = line + "\n" + line + "\n"
    #expect(withBytes(text) { FormatDetection($0).primary?.label.string } == "postgresql")
  }

  @Test func `takes any few words for a prefix once one had no stamp`() {
    var parser = PostgreSQLFormat()
    #expect(summary(of: "app ERROR:  boom", by: &parser) == nil)
    #expect(summary(of: "app LOG:  checkpoint starting: time", by: &parser) == nil)
    #expect(summary(of: "app LOG:  statement: select 1", by: &parser) != nil)
    #expect(summary(of: "app ERROR:  boom", by: &parser) == "message error | boom")
    #expect(summary(of: "app ERROR: boom", by: &parser) == nil)
    #expect(summary(of: "so this is what it says in the ERROR:  boom", by: &parser) == nil)
    parser = PostgreSQLFormat()
    #expect(
      summary(of: "[7] FATAL:  sorry, too many clients already", by: &parser)
        == "message fatal pid=7 | sorry, too many clients already")
    #expect(summary(of: "[7] ERROR:  boom", by: &parser) == "message error pid=7 | boom")
  }

  @Test(arguments: [
    "worker 3 ERROR:  boom", "worker 3 INFO:  hi", "foo 12 LOG: x", "[7] WARNING:  x",
  ])
  func `takes no other logger's words for a prefix`(line: String) {
    let read = summary(of: line, as: PostgreSQLFormat.self)
    #expect(read == nil, "\(read ?? "")")
  }
}
