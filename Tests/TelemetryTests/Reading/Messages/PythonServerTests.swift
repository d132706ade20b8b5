import Testing

@testable import Telemetry

/// Requests as Python's servers log them, where they do so in a way of their own.
@Suite struct PythonServerTests {
  @Test(arguments: [
    (
      "[I 261127 21:26:21 web:2591] 200 GET /users/1?a=1 (127.0.0.1) 0.95ms",
      "request info 2026-11-27T21:26:21Z GET /users/1?a=1 200 0.00095s client=127.0.0.1"
    ),
    (
      "[E 261127 21:26:21 web:2591] 500 POST /orders (::1) 1201.50ms",
      "request error 2026-11-27T21:26:21Z POST /orders 500 1.2015s client=::1"
    ),
    (
      "[I 2026-11-27 21:26:21.250 ServerApp] 302 GET / (@127.0.0.1) 0.58ms",
      "message info 2026-11-27T21:26:21.25Z | 302 GET / (@127.0.0.1) 0.58ms"
    ),
    (
      "INFO:tornado.access:304 GET /a (10.0.0.7) 2.10ms",
      "request info GET /a 304 0.0021s client=10.0.0.7"
    ),
    (
      "Main |2026-11-27 21:26:21 +0000 INFO: 127.0.0.1:56140 GET http://127.0.0.1:18306/users/1 200 8  0.3ms",
      "request info 2026-11-27T21:26:21Z GET /users/1 200 0.0003s client=127.0.0.1"
    ),
    (
      "Srv 0 2026-11-27 21:26:21 +0000 INFO: Goin' Fast @ http://127.0.0.1:18306",
      "message info 2026-11-27T21:26:21Z | Goin\' Fast @ http://127.0.0.1:18306"
    ),
    (
      "[2026-11-27 21:26:21 +0000] - (sanic.access)[INFO][127.0.0.1:56140]: POST http://localhost:8000/orders  201 2",
      "request info 2026-11-27T21:26:21Z POST /orders 201 client=127.0.0.1"
    ),
    (  // a call, as no address stands before it
      "2026-11-27 21:26:21,000 INFO app: GET http://api.x/users/1 200 8ms",
      "outbound info 2026-11-27T21:26:21Z GET http://api.x/users/1 200 0.008s name=api.x"
    ),
  ])
  func `requests are told from calls, with their times`(line: String, expected: String) {
    let read = summary(of: line, as: AppLineFormat.self) ?? "nothing"
    #expect(read == expected, "\(read)")
  }
}
