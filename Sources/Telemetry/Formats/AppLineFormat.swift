/// Free lines of applications: whatever a logger puts before the message, in many layouts.
///
///     2026-01-01 10:00:00,123 WARNING name: msg         2026-01-01 10:00:00.123 | INFO | mod:fn:12 - msg
///     [WARNING] msg          WARNING:name:msg           I, [2026-01-01T10:00:00.1 #7]  INFO -- : msg
///     Jan  1 10:00:00 host app[123]: msg                2026/01/01 10:00:00 msg
///
/// A line counts only if it shows a stamp, a level, or a pattern of `MessagePatterns`; the lines of
/// a stack trace count after such a line.
package struct AppLineFormat: LocalStampFormat {
  package static let name = "app-line"
  package static let vantage = "app"
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
  ]

  package var stampContext: StampContext {
    get { head.stamps.context }
    set { head.stamps.context = newValue }
  }

  private var head = LineHead()
  private var texts = TextArena()
  /// Level of the last line that stood by itself; `nil` before the first.
  private var lastLevel: LogLevel?

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    texts.begin(entry)
    let line = texts.withoutColours(entry)
    // Patterns inside a JSON string would run on into the next key.
    if line.first == UInt8(ascii: "{") { return false }
    let start = head.read(line, into: &record)
    record.message = line.from(start ?? 0).trimmed
    if start == nil, let lastLevel, StackTrace.continues(line) {
      record.level = lastLevel
      return true
    }
    let isMore = MessagePatterns.read(record.message, into: &record)
    if start == nil, !isMore { return false }
    RequestIDs.read(line, into: &record)
    lastLevel = record.level
    return true
  }
}
