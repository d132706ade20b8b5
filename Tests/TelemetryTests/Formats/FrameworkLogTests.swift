import Testing

@testable import Telemetry

/// Access lines that web frameworks write by themselves.
@Suite struct FrameworkLogTests {
  @Test(arguments: [
    (
      #"[GIN] 2024/01/01 - 10:00:00 | 200 |     123.456µs |       127.0.0.1 | GET      "/x/1""#,
      "request 2024-01-01T10:00:00Z GET /x/1 200 0.000123456s client=127.0.0.1"
    ),
    (
      #"[GIN] 2024/01/01 - 10:00:01 | 500 |          1m2s |             ::1 | POST     "/x?a=\"b\"""#,
      #"request 2024-01-01T10:00:01Z POST /x?a="b" 500 62.0s client=::1"#
    ),
    (  // before 1.6
      "[GIN] 2019/12/01 - 10:00:00 | 404 |       1.5ms |       127.0.0.1 | GET      /x/1",
      "request 2019-12-01T10:00:00Z GET /x/1 404 0.0015s client=127.0.0.1"
    ),
  ])
  func `reads gin`(line: String, expected: String) {
    #expect(summary(of: line, as: GinFormat.self) == expected)
  }

  @Test func `gin's messages are no requests`() {
    let line = "[GIN-debug] GET    /x                        --> main.main.func1 (3 handlers)"
    #expect(summary(of: line, as: GinFormat.self) == nil)
    #expect(summary(of: "[GIN] 2024/01/01 - 10:00:00 | 200 |", as: GinFormat.self) == nil)
  }

  @Test func `joins the ends of Phoenix's requests with their starts`() {
    var parser = PhoenixFormat()
    let lines: [(String, String?)] = [
      (
        "10:00:00.123 request_id=F3kQ-a [info] GET /users/42",
        "message info req=F3kQ-a | GET /users/42"
      ),
      (
        "2024-01-01T10:00:00.124Z request_id=F3kQ-b [info] POST /orders",
        "message info 2024-01-01T10:00:00.124Z req=F3kQ-b | POST /orders"
      ),
      (
        "10:00:00.135 request_id=F3kQ-a [info] Sent 200 in 12ms",
        "request info GET /users/42 200 0.012s req=F3kQ-a"
      ),
      (
        "2024-01-01T10:00:00.125Z request_id=F3kQ-b [info] Chunked 201 in 812µs",
        "request info 2024-01-01T10:00:00.125Z POST /orders 201 0.000812s req=F3kQ-b"
      ),
      (
        "10:00:00.135 request_id=F3kQ-a [info] Sent 200 in 12ms",
        "message info req=F3kQ-a | Sent 200 in 12ms"
      ),
      ("10:00:00.135 request_id=F3kQ-a [debug] Processing with App.UserController.show/2", nil),
      ("10:00:00.135 [info] Sent 200 in 12ms", nil),
    ]
    for (line, expected) in lines {
      #expect(summary(of: line, by: &parser) == expected, "\(line)")
    }
  }

  @Test(arguments: [
    (  // ASP.NET Core's own line tells of a request that it answered
      "info: Request finished HTTP/1.1 GET http://localhost:5000/x/1 - 200 - text/html 82.5413ms",
      "request info GET /x/1 200 0.0825413s"
    ),
    (
      "      Request finished HTTP/2 POST https://a.io/x?a=b - 201 512 application/problem+json; charset=utf-8 2.5413ms",
      "request POST /x?a=b 201 0.0025413s"
    ),
    (  // Serilog's middleware
      "[10:00:00 INF] HTTP GET /x/1 responded 500 in 12.3000 ms",
      "request info GET /x/1 500 0.0123s"
    ),
    (  // chi
      #"2024/01/01 10:00:00 "GET http://host/x/1 HTTP/1.1" from 1.2.3.4:5 - 200 0B in 12.3µs"#,
      "request 2024-01-01T10:00:00Z GET /x/1 200 1.23e-05s client=1.2.3.4"
    ),
    (
      #"2024/01/01 10:00:00 [host/abc-000001] "GET http://host/x HTTP/2.0" from [::1]:51 - 404 19B in 1.5ms"#,
      "request 2024-01-01T10:00:00Z GET /x 404 0.0015s client=::1"
    ),
    (  // a call stays a call
      "2024-01-01 10:00:00 INFO GET https://api.io/x 200 123ms",
      "outbound info 2024-01-01T10:00:00Z GET https://api.io/x 200 0.123s name=api.io"
    ),
    (
      "info: Request starting HTTP/1.1 POST http://localhost:5000/x/1 - - 150",
      "message info | Request starting HTTP/1.1 POST http://localhost:5000/x/1 - - 150"
    ),
  ])
  func `tells requests that were answered from calls that were made`(
    line: String, expected: String
  ) {
    #expect(summary(of: line, as: AppLineFormat.self) == expected)
  }

  @Test(arguments: [
    ("GET /users/42 1.1", "/users/42"), ("GET /users/42 2", "/users/42"), ("GET /ws ws", "/ws"),
    ("GET /a b 1.1", "/a b"), ("GET /a b HTTP/1.1", "/a b"), ("GET /users/42", "/users/42"),
    ("GET /a 1.1 HTTP/1.1", "/a 1.1"), ("GET /users 42", "/users 42"),
  ])
  func `a target ends before the version that hypercorn writes`(text: String, target: String) {
    withBytes(text) { bytes in
      var record = LogRecord()
      #expect(RequestText.read(text: bytes, into: &record))
      #expect(String(decoding: record.target, as: UTF8.self) == target)
    }
  }
}
