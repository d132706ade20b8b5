import Testing

@testable import Telemetry

@Suite struct AppLineFormatTests {
  @Test(arguments: [
    (
      "2026-01-01 10:00:00,123 WARNING app.db: cache cold",
      "warning 2026-01-01T10:00:00.123Z | cache cold"
    ),
    ("2026-01-01 10:00:00,123 - app.db - ERROR - boom", "error 2026-01-01T10:00:00.123Z | boom"),
    ("[WARNING] cache cold", "warning | cache cold"),
    ("WARNING:root:cache cold", "warning | cache cold"),
    ("ERROR: boom", "error | boom"),
    (
      "2026-01-01 10:00:00.123 | WARNING  | app.db:run:12 - cache cold",
      "warning 2026-01-01T10:00:00.123Z | cache cold"
    ),
    (
      "\u{1B}[32m2026-01-01 10:00:00.123\u{1B}[0m | \u{1B}[1mINFO    \u{1B}[0m | \u{1B}[36mm\u{1B}[0m:\u{1B}[36mf\u{1B}[0m:\u{1B}[36m3\u{1B}[0m - hi",
      "info 2026-01-01T10:00:00.123Z | hi"
    ),
    (
      "2026-01-01 10:00:00,123 [main] INFO  com.foo.Bar - started",
      "info 2026-01-01T10:00:00.123Z | started"
    ),
    (
      "2026-01-01T10:00:00.123+01:00  INFO 4711 --- [app] [nio-8080-exec-1] c.e.Foo   : hi",
      "info 2026-01-01T09:00:00.123Z pid=4711 | [app] [nio-8080-exec-1] c.e.Foo   : hi"
    ),
    ("10:00:00.123 [main] WARN com.foo.Bar - hi", "warning | hi"),
    ("2026/01/01 10:00:00 listening on :8080", "2026-01-01T10:00:00Z | listening on :8080"),
    ("Jan  1 10:00:00 web-1 api[123]: ERROR boom", "error pid=123 | boom"),
    ("<11>Jan  1 10:00:00 web-1 api[123]: boom", "error pid=123 | boom"),
    (
      "Jan  1 10:00:00 web-1 api[123]: 2026-01-01T10:00:00.5Z WARN boom",
      "warning 2026-01-01T10:00:00.5Z pid=123 | boom"
    ),
    (
      "I, [2026-01-01T17:00:04.497736 #126554]  INFO -- : [4eebb5e2-0d2c-4b5c-9f43-1c7a3c0e8f11] hello",
      "info 2026-01-01T17:00:04.497736Z req=4eebb5e2-0d2c-4b5c-9f43-1c7a3c0e8f11 pid=126554 | hello"
    ),
    (
      "time=\"2026-01-01T10:00:00Z\" level=error msg=\"it broke\" request_id=r-1",
      "error 2026-01-01T10:00:00Z req=r-1 | time=\"2026-01-01T10:00:00Z\" level=error msg=\"it broke\" request_id=r-1"
    ),
    (
      "2026-01-01T10:00:00.123456789Z stdout F hello", "2026-01-01T10:00:00.123456Z | hello"
    ),
    (
      "2026-01-01 10:00:00 INFO handling request_id=3f1c trace_id=abc done",
      "info 2026-01-01T10:00:00Z req=3f1c trace=abc | handling request_id=3f1c trace_id=abc done"
    ),
    ("2026-01-01 10:00:00 INFO [req-77ab01] hi", "info 2026-01-01T10:00:00Z req=req-77ab01 | hi"),
    ("2026-01-01 10:00:00 the INFO desk", "info 2026-01-01T10:00:00Z | the INFO desk"),
    (
      "2026-01-01 10:00:00,123 INFO sqlalchemy.engine.Engine [generated in 0.00011s] (None,)",
      "info 2026-01-01T10:00:00.123Z | sqlalchemy.engine.Engine [generated in 0.00011s] (None,)"
    ),
    (
      "2026-01-01 10:00:00,123 INFO sqlalchemy.engine.Engine [cached since 9.3s ago] (1,)",
      "info 2026-01-01T10:00:00.123Z | sqlalchemy.engine.Engine [cached since 9.3s ago] (1,)"
    ),
  ])
  func `reads the heads of many loggers`(line: String, expected: String) {
    #expect(summary(of: line, as: AppLineFormat.self) == "message \(expected)")
  }

  @Test(arguments: [
    (
      "2026-01-01 10:00:00,123 WARNING app.db: SLOW QUERY (0.7007s): SELECT * FROM users WHERE id = 1",
      "query warning 2026-01-01T10:00:00.123Z 0.7007s sql=SELECT * FROM users WHERE id = 1"
    ),
    (
      "[WARNING] SLOW QUERY (0.7007s): SELECT * FROM users",
      "query warning 0.7007s sql=SELECT * FROM users"
    ),
    ("SLOW QUERY (0.7007s): SELECT 1", "query 0.7007s sql=SELECT 1"),
    (
      #"2026-01-01 10:00:00 INFO req=1 "GET /x?a=1 HTTP/1.1" 200 in 12ms"#,
      "request info 2026-01-01T10:00:00Z GET /x?a=1 200 0.012s"
    ),
    (
      "2026-01-01 10:00:00 INFO worker generate_image took 1.2s",
      "task info 2026-01-01T10:00:00Z 1.2s name=worker generate_image"
    ),
  ])
  func `finds what counts behind the head`(line: String, expected: String) {
    #expect(summary(of: line, as: AppLineFormat.self) == expected)
  }

  @Test(arguments: [
    "", " ", "hello world", "the quick brown fox", "information is power", "error of judgement",
    "  indented text", "[tag] text", "Usage: x", "12 monkeys", "fatal attraction",
    #"{"level":"info","msg":"SLOW QUERY (0.7s): SELECT 1","n":1}"#,
  ])
  func `refuses lines that show no stamp and no level`(line: String) {
    #expect(summary(of: line, as: AppLineFormat.self) == nil)
  }

  @Test func `knows the statements that Hibernate prints, which took no one says how long`() {
    let line = "Hibernate: select u1_0.id from users u1_0 where u1_0.id=?"
    #expect(summary(of: line, as: AppLineFormat.self) == "message | \(line)")
  }

  @Test func `takes the zone and the year that a stamp lacks from outside`() {
    var parser = AppLineFormat()
    parser.stampContext = StampContext(
      offsetSeconds: 3600, now: Timestamp(seconds: 1_767_261_600))
    #expect(
      summary(of: "2026-01-01 10:00:00 INFO hi", by: &parser)
        == "message info 2026-01-01T09:00:00Z | hi")
    #expect(
      summary(of: "Jan  1 10:00:00 web api: hi", by: &parser) == "message 2026-01-01T09:00:00Z | hi"
    )
    #expect(
      summary(of: "Dec 31 10:00:00 web api: hi", by: &parser) == "message 2025-12-31T09:00:00Z | hi"
    )
  }

  @Test func `gives the lines of a stack trace the level of their first line`() {
    var parser = AppLineFormat()
    #expect(summary(of: "2026-01-01 10:00:00 ERROR boom", by: &parser) != nil)
    #expect(
      summary(of: "  File \"a.py\", line 1", by: &parser) == "message error | File \"a.py\", line 1"
    )
    #expect(
      summary(of: "app.NotFoundError: x", by: &parser) == "message error | app.NotFoundError: x")
    #expect(summary(of: "loose text", by: &parser) == nil)
  }
}
