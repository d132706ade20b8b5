import Testing

@testable import Telemetry

/// Lines of uWSGI 2.0.21 in front of a small application (curl saw the same times).
@Suite struct UWSGIFormatTests {
  @Test func `takes what uWSGI prints while it starts for its own words`() {
    var parser = UWSGIFormat()
    let request =
      "[pid: 1|app: 0|req: 1/1] 127.0.0.1 () {24 vars in 259 bytes} [Sat Nov 21 05:50:45 2026] GET /a => generated 5 bytes in 1 msecs (HTTP/1.1 200) 1 headers in 45 bytes (1 switches on core 0)"
    let read = [
      "os: Linux-6.1 #1 SMP", "*** Starting uWSGI 2.0.31 (64bit) on [Sat Nov 21 07:09:45 2026] ***",
      "os: Linux-6.1 #1 SMP", "your mercy for graceful operations on workers is 60 seconds",
      request,
      "ValueError: boom",
    ].map { line in
      withBytes(line) { bytes in
        var record = LogRecord()
        return parser.parse(bytes, into: &record)
      }
    }
    #expect(read == [false, true, true, true, true, false])
  }

  @Test func `reads requests and what uWSGI says of itself`() {
    var parser = UWSGIFormat()
    let lines: [(String, String?)] = [
      (
        "spawned uWSGI worker 1 (pid: 5395, cores: 1)",
        "message info | spawned uWSGI worker 1 (pid: 5395, cores: 1)"
      ),
      (
        "[pid: 5395|app: 0|req: 1/1] 127.0.0.1 () {24 vars in 259 bytes} [Sat Nov 21 05:50:45 2026] GET /a/1?x=1 => generated 50 bytes in 0 msecs (HTTP/1.1 200) 1 headers in 45 bytes (1 switches on core 0)",
        "request 2026-11-21T05:50:45Z GET /a/1?x=1 200 0.0s bytes=50 pid=5395 client=127.0.0.1"
      ),
      (
        "[pid: 5395|app: 0|req: 2/2] 127.0.0.1 () {24 vars in 258 bytes} [Sat Nov 21 05:50:45 2026] GET /slow/2 => generated 50 bytes in 200 msecs (HTTP/1.1 200) 1 headers in 45 bytes (1 switches on core 0)",
        "request 2026-11-21T05:50:45.2Z GET /slow/2 200 0.2s bytes=50 pid=5395 client=127.0.0.1"
      ),
      (
        "[pid: 5395|app: 0|req: 3/3] 127.0.0.1 () {24 vars in 260 bytes} [Sat Nov 21 05:50:45 2026] GET /missing => generated 50 bytes in 0 msecs (HTTP/1.1 404) 1 headers in 52 bytes (1 switches on core 0)",
        "request 2026-11-21T05:50:45Z GET /missing 404 0.0s bytes=50 pid=5395 client=127.0.0.1"
      ),
      (
        "Traceback (most recent call last):",
        nil
      ),
      (
        "ValueError: boom",
        nil
      ),
      (
        "[pid: 5395|app: 0|req: 4/4] 127.0.0.1 () {24 vars in 254 bytes} [Sat Nov 21 05:50:45 2026] GET /boom => generated 0 bytes in 0 msecs (HTTP/1.1 500) 0 headers in 0 bytes (0 switches on core 0)",
        "request 2026-11-21T05:50:45Z GET /boom 500 0.0s bytes=0 pid=5395 client=127.0.0.1"
      ),
      (
        "[pid: 5395|app: 0|req: 5/5] 127.0.0.1 () {28 vars in 323 bytes} [Sat Nov 21 05:50:45 2026] POST /post => generated 50 bytes in 0 msecs (HTTP/1.1 200) 1 headers in 45 bytes (1 switches on core 0)",
        "request 2026-11-21T05:50:45Z POST /post 200 0.0s bytes=50 pid=5395 client=127.0.0.1"
      ),
      (
        "[pid: 5395|app: 0|req: 6/6] 127.0.0.1 () {20 vars in 204 bytes} [Sat Nov 21 05:50:46 2026] GET /slow/abort => generated 50 bytes in 200 msecs (HTTP/1.1 200) 1 headers in 45 bytes (1 switches on core 0)",
        "request 2026-11-21T05:50:46.2Z GET /slow/abort 200 0.2s bytes=50 pid=5395 client=127.0.0.1"
      ),
      (
        "Sat Nov 21 05:50:47 2026 - uWSGI worker 1 screams: UAAAAAAH my master disconnected: i will kill myself !!!",
        "message error 2026-11-21T05:50:47Z | uWSGI worker 1 screams: UAAAAAAH my master disconnected: i will kill myself !!!"
      ),
      (
        "[pid: 88185|app: 0|req: 3/3] 127.0.0.1 () {34 vars in 617 bytes} [Sun Mar 13 22:49:15 2016] POST /endpoint2 => generated 215 bytes in 68 micros (HTTP/1.1 200) 9 headers in 373 bytes (1 switches on core 8)",
        "request 2016-03-13T22:49:15.000068Z POST /endpoint2 200 6.8e-05s bytes=215 pid=88185 client=127.0.0.1"
      ),
      (
        "SIGPIPE: writing to a closed pipe/socket/fd (probably the client disconnected) on request /foo (ip 127.0.0.1) !!!",
        "message warning | SIGPIPE: writing to a closed pipe/socket/fd (probably the client disconnected) on request /foo (ip 127.0.0.1) !!!"
      ),
      (
        "{address space usage: 124256256 bytes/118MB} {rss usage: 12566528 bytes/11MB} [pid: 5395|app: 0|req: 1/1] 127.0.0.1 (bob) {24 vars in 259 bytes} [Sat Nov 21 05:50:45 2026] GET /a?x=1 => generated 50 bytes in 12 msecs via sendfile() (HTTP/1.1 200) 1 headers in 45 bytes (1 switches on core 0)",
        "request 2026-11-21T05:50:45.012Z GET /a?x=1 200 0.012s bytes=50 pid=5395 client=127.0.0.1 user=bob"
      ),
    ]
    for (line, expected) in lines {
      #expect(proxyRecord(line, by: &parser) == expected, "\(line)")
    }
  }

  @Test func `reads stamps in the zone of the server`() {
    var parser = UWSGIFormat()
    parser.stampContext.offsetSeconds = 3600
    let line =
      "[pid: 1|app: 0|req: 1/1] ::1 () {1 vars in 1 bytes} [Sun Mar  6 22:49:12 2016] GET /a => generated 4 bytes in 2 msecs (HTTP/1.1 200) 1 headers in 1 bytes (1 switches on core 0)"
    #expect(
      proxyRecord(line, by: &parser)
        == "request 2016-03-06T21:49:12.002Z GET /a 200 0.002s bytes=4 pid=1 client=::1")
  }
}
