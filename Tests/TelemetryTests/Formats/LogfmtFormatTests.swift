import Testing

@testable import Telemetry

@Suite struct LogfmtFormatTests {
  @Test(arguments: [
    (
      #"time=2026-01-01T10:00:00.5Z level=info msg="request done" method=GET path=/x?a=1 status=200 duration=12ms"#,
      "request info 2026-01-01T10:00:00.5Z GET /x?a=1 200 0.012s"
    ),
    (
      #"level=warn ts=2026-01-01T10:00:00Z request_id=r-1 trace_id=abc method=GET path=/x status=503 duration_ms=3.2 bytes=17"#,
      "request warning 2026-01-01T10:00:00Z GET /x 503 0.0032s bytes=17 req=r-1 trace=abc"
    ),
    (
      "method=GET path=/jobs/833552.json format=json controller=JobsController  action=show status=200 duration=58.33 view=40.43 db=15.26",
      "request GET /jobs/833552.json 200 0.05833s"
    ),
    (
      #"at=info method=GET path="/hello" host=a.io request_id=8f3a fwd="204.204.204.204" dyno=web.1 connect=1ms service=18ms status=200 bytes=13 protocol=https"#,
      "request GET /hello 200 0.019s up=0.018s bytes=13 req=8f3a"
    ),
    (
      #"at=error code=H12 desc="Request timeout" method=GET path="/" host=a.io connect=0ms service=30000ms status=503 bytes=0"#,
      "request GET / 503 30.0s up=30.0s bytes=0"
    ),
    (
      #"ts=2026-01-01T10:00:00Z level=warn msg="slow query" sql="SELECT \"a\" FROM t" duration=1.2s"#,
      "query warning 2026-01-01T10:00:00Z 1.2s sql=SELECT \"a\" FROM t"
    ),
    (
      "ts=2026-01-01T10:00:00Z level=info task=resize duration=1m5s",
      "task info 2026-01-01T10:00:00Z 65.0s name=resize"
    ),
    (
      #"time="2026-01-01T10:00:00Z" level=error msg="it broke""#,
      "message error 2026-01-01T10:00:00Z | it broke"
    ),
    (
      #"time="2026-01-01T10:00:00Z" level=info msg="resize_image took 2s""#,
      "task info 2026-01-01T10:00:00Z 2.0s name=resize_image"
    ),
    (  // nginx's `$time_local` without quotes, in NGINX's workshop even in brackets
      #"time=10/Oct/2025:13:55:36 +0200 request="GET /x HTTP/1.1" status=200 request_time=0.250"#,
      "request 2025-10-10T11:55:36Z GET /x 200 0.25s"
    ),
    (
      #"remote_addr="10.0.0.1", [time_local=10/Oct/2025:13:55:36 +0000], request="GET /x HTTP/1.1", status="200", request_time=0.250, sn="a""#,
      "request 2025-10-10T13:55:36Z GET /x 200 0.25s client=10.0.0.1"
    ),
    (
      "I, [2026-01-01T17:00:04.497736 #126554]  INFO -- : method=GET path=/a status=200 duration=5.12 view=1.0 db=0.3",
      "request info 2026-01-01T17:00:04.497736Z GET /a 200 0.00512s pid=126554"
    ),
  ])
  func `reads pairs whatever they are called`(line: String, expected: String) {
    #expect(summary(of: line, as: LogfmtFormat.self) == expected)
  }

  @Test func `takes the time of the database as lograge writes it`() {
    var parser = LogfmtFormat()
    withBytes("method=GET path=/a status=200 duration=58.33 view=40.43 db=15.26") { bytes in
      var record = LogRecord()
      #expect(parser.parse(bytes, into: &record))
      #expect(record.databaseSeconds == 0.01526)
    }
  }

  @Test(arguments: [
    "", "a=1", "hello world", "a=1 b=2", "x = 3", "2026-01-01 10:00:00 INFO started port=80",
    "=1 level=info", #"{"level":"info"}"#,
  ])
  func `refuses other lines`(line: String) {
    #expect(summary(of: line, as: LogfmtFormat.self) == nil)
  }
}
