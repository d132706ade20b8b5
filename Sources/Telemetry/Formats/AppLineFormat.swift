/// Free lines of applications: whatever a logger puts before the message, in many layouts.
///
///     2026-01-01 10:00:00,123 WARNING name: msg         2026-01-01 10:00:00.123 | INFO | mod:fn:12 - msg
///     [WARNING] msg          WARNING:name:msg           I, [2026-01-01T10:00:00.1 #7]  INFO -- : msg
///     Jan  1 10:00:00 host app[123]: msg                2026/01/01 10:00:00 msg
///
/// A line counts only if it shows a stamp, a level, or a pattern of `MessagePatterns`; the lines of
/// a stack trace or of a statement count after such a line. Where statements with a time span lines,
/// `AppEntryFormat` reads them whole.
package struct AppLineFormat: LocalStampFormat {
  package static let name = "app-line"
  package static let vantage = "app"
  package static let isGeneral = true
  package static let samples = [
    "2026-01-01 10:00:00,123 WARNING app.db: SLOW QUERY (0.7007s): SELECT * FROM users WHERE id = 1",
    "[WARNING] SLOW QUERY (0.7007s): SELECT * FROM users WHERE id = 1",
    "2026-01-01 10:00:00.123 | WARNING  | app.db:run:12 - Query took 340 ms: SELECT 1",
    "WARNING:root:cache is cold",
    "2026-01-01 10:00:00,123 [main] INFO  com.foo.Bar - started",
    "2026-01-01T10:00:00.123+01:00  INFO 4711 --- [nio-8080-exec-1] c.e.Foo : generate_image took 1.2s",
    "2026/01/01 10:00:00 listening on :8080",
    "Jan  1 10:00:00 web-1 api[123]: ERROR request_id=3f1c boom",
    "I, [2026-01-01T17:00:04.497736 #126554]  INFO -- : [4eebb5e2-0d2c-4b5c-9f43-1c7a3c0e8f11] hello",
    "[2026-11-21 05:35:12,200: INFO/ForkPoolWorker-1] Task tasks.add[c0da76b2-d827-4609-9214-85695dca64b6] succeeded in 0.3050282129988773s: 3",
    "2020-12-28 08:23:35.766 DEBUG 28421 --- [Hikari housekeeper] com.zaxxer.hikari.pool.HikariPool        : Hikari - Pool stats (total=5, active=0, idle=5, waiting=0)",
    "[Nest] 12345  - 03/15/2024, 10:23:45 AM     LOG [RouterExplorer] Mapped {/, GET} route +2ms",
    "REPORT RequestId: 3604209a-e9a3-11e6-939a-754dd98c7be3\tDuration: 12.34 ms\tBilled Duration: 13 ms\tMemory Size: 128 MB\tMax Memory Used: 18 MB\t",
    #"[21/Nov/2026 05:33:51] "GET /users/1?a=1 HTTP/1.1" 200 9"#,
  ]

  package var stampContext: StampContext {
    get { line.head.stamps.context }
    set { line.head.stamps.context = newValue }
  }

  package var readings: [LogReading] { line.readings }

  private var line = MessageLine()

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    let text = line.uncoloured(entry)
    return line.read(text, into: &record)
  }
}
