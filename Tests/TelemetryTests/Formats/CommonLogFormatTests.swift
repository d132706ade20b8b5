import Testing

@testable import Telemetry

@Suite struct CommonLogFormatTests {
  @Test(arguments: [
    (  // Rack, as Puma writes it
      #"127.0.0.1 - - [01/Jan/2026:10:00:01 +0000] "GET /users/2 HTTP/1.1" 200 123 1.5012"#,
      "request 2026-01-01T10:00:01Z GET /users/2 200 1.5012s bytes=123 client=127.0.0.1"
    ),
    (
      #"127.0.0.1 - - [01/Jan/2026:10:00:00 +0000] "GET /users/1 HTTP/1.1" 200 - 0.0123"#,
      "request 2026-01-01T10:00:00Z GET /users/1 200 0.0123s bytes=0 client=127.0.0.1"
    ),
    (
      #"127.0.0.1 - - [01/Jan/2026:10:00:00 +0000] "GET /users/1 HTTP/1.1" 200 12 "-" 1.0123"#,
      "request 2026-01-01T10:00:00Z GET /users/1 200 bytes=12 client=127.0.0.1"
    ),
    (
      #"127.0.0.1 - - [01/Jan/2026:10:00:00 +0000] "GET /users/1 HTTP/1.1" 200 12 rt=0.250"#,
      "request 2026-01-01T10:00:00Z GET /users/1 200 0.25s bytes=12 client=127.0.0.1"
    ),
    (
      #"127.0.0.1 - - [01/Jan/2026:10:00:00 +0000] "GET /users/1 HTTP/1.1" 200 12 upstream=10.1.2.3:8000 us=200 rt=0.250 urt=0.240"#,
      "request 2026-01-01T10:00:00Z GET /users/1 200 0.25s up=0.24s bytes=12 client=127.0.0.1"
    ),
    (
      #"127.0.0.1 - - [01/Jan/2026:10:00:00 +0000] "GET /users/1 HTTP/1.1" 200 12 0.250"#,
      "request 2026-01-01T10:00:00Z GET /users/1 200 0.25s bytes=12 client=127.0.0.1"
    ),
    (  // a whole number may be in any unit
      #"127.0.0.1 - - [01/Jan/2026:10:00:00 +0000] "GET /users/1 HTTP/1.1" 200 12 250000"#,
      "request 2026-01-01T10:00:00Z GET /users/1 200 bytes=12 client=127.0.0.1"
    ),
    (
      #"127.0.0.1 - - [01/Jan/2026:10:00:00 +0000] "GET /users/1 HTTP/1.1" 200 12"#,
      "request 2026-01-01T10:00:00Z GET /users/1 200 bytes=12 client=127.0.0.1"
    ),
  ])
  func `takes a time from what Rack and nginx append`(line: String, expected: String) {
    #expect(summary(of: line, as: CommonLogFormat.self) == expected)
  }
}
