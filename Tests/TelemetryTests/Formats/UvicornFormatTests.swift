import Testing

@testable import Telemetry

@Suite struct UvicornFormatTests {
  @Test(arguments: [
    (
      #"INFO:     127.0.0.1:51234 - "GET /items/42 HTTP/1.1" 200 OK"#,
      "request info GET /items/42 200 client=127.0.0.1"
    ),
    (
      "\u{1B}[32mINFO\u{1B}[0m:     127.0.0.1:51234 - \"\u{1B}[1mGET /items/42?a=1 HTTP/1.1\u{1B}[0m\" \u{1B}[31m500 Internal Server Error\u{1B}[0m",
      "request info GET /items/42?a=1 500 client=127.0.0.1"
    ),
    (
      #"2026-01-01 10:00:00,123 - uvicorn.access - INFO - 127.0.0.1:51234 - "POST /items HTTP/1.1" 201"#,
      "request info 2026-01-01T10:00:00.123Z POST /items 201 client=127.0.0.1"
    ),
    (
      #"INFO 2026-01-01 10:00:00,123 uvicorn.access [::1]:80 - "GET / HTTP/1.1" 404"#,
      "request info 2026-01-01T10:00:00.123Z GET / 404 client=[::1]"
    ),
    (
      #"[2026-01-01 10:00:00 +0100] [7] [INFO] 127.0.0.1:51234 - "GET / HTTP/1.1" 200 OK"#,
      "request info 2026-01-01T09:00:00Z GET / 200 pid=7 client=127.0.0.1"
    ),
    (  // journalctl -o short-full
      #"Thu 2026-01-01 10:00:00 UTC web1 api.service[77]: INFO:     10.0.0.1:5 - "GET /a HTTP/1.1" 200 OK"#,
      "request info 2026-01-01T10:00:00Z GET /a 200 pid=77 client=10.0.0.1"
    ),
    (
      #"INFO:     ('10.0.0.1', 5) - "WebSocket /ws" [accepted]"#,
      #"message info | ('10.0.0.1', 5) - "WebSocket /ws" [accepted]"#
    ),
    (
      "INFO:     Application startup complete.", "message info | Application startup complete."
    ),
    (
      "WARNING:  StatReload detected changes in 'a.py'. Reloading...",
      "message warning | StatReload detected changes in 'a.py'. Reloading..."
    ),
    (
      "ERROR:    Exception in ASGI application", "message error | Exception in ASGI application"
    ),
    ("CRITICAL: stop", "message fatal | stop"),
    ("INFO: loose text", nil),
    (#"127.0.0.1 - - [01/Jan/2026:00:00:00 +0000] "GET / HTTP/1.1" 200 5"#, nil),
    (#"10.0.0.1:1 - "GET / HTTP/1.1" 200 1234"#, nil),
  ])
  func `reads access and server lines`(line: String, expected: String?) {
    #expect(summary(of: line, as: UvicornFormat.self) == expected)
  }

  @Test func `gives the lines of a stack trace the level of their first line`() {
    var parser = UvicornFormat()
    #expect(summary(of: "Traceback (most recent call last):", by: &parser) == nil)
    #expect(summary(of: "ERROR:    Exception in ASGI application", by: &parser) != nil)
    #expect(
      summary(of: "Traceback (most recent call last):", by: &parser)
        == "message error | Traceback (most recent call last):")
    #expect(
      summary(of: "  File \"a.py\", line 1, in f", by: &parser)
        == "message error | File \"a.py\", line 1, in f")
    #expect(summary(of: "ValueError: no", by: &parser) == "message error | ValueError: no")
    #expect(summary(of: "print output", by: &parser) == nil)
  }
}
