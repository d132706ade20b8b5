import Testing

@testable import Telemetry

/// Lines of Apache 2.4 with alp's LTSV layout (run; curl saw the same times), of alp and of lograge.
@Suite struct LabelledLogTests {
  @Test func `reads labelled tab-separated values`() {
    var parser = LTSVFormat()
    let lines: [(String, String?)] = [
      (
        "time:[21/Nov/2026:05:50:45 +0000]\tforwardedfor:-\thost:127.0.0.1\treq:GET /a/1?x=1 HTTP/1.1\tstatus:200\tmethod:GET\turi:/a/1?x=1\tsize:100\treferer:-\tua:curl/7.88.1\treqtime_microsec:4365\tapptime:4365\tcache:-\truntime:-\tvhost:127.0.0.1:18815",
        "request 2026-11-21T05:50:45Z GET /a/1?x=1 200 0.004365s up=0.004365s bytes=100 client=127.0.0.1"
      ),
      (
        "time:[21/Nov/2026:05:50:45 +0000]\tforwardedfor:-\thost:127.0.0.1\treq:GET /slow/2 HTTP/1.1\tstatus:200\tmethod:GET\turi:/slow/2\tsize:100\treferer:-\tua:curl/7.88.1\treqtime_microsec:293480\tapptime:293480\tcache:-\truntime:-\tvhost:127.0.0.1:18815",
        "request 2026-11-21T05:50:45Z GET /slow/2 200 0.29348s up=0.29348s bytes=100 client=127.0.0.1"
      ),
      (
        "time:[21/Nov/2026:05:50:46 +0000]\tforwardedfor:-\thost:127.0.0.1\treq:GET /missing HTTP/1.1\tstatus:404\tmethod:GET\turi:/missing\tsize:100\treferer:-\tua:curl/7.88.1\treqtime_microsec:48031\tapptime:48031\tcache:-\truntime:-\tvhost:127.0.0.1:18815",
        "request 2026-11-21T05:50:46Z GET /missing 404 0.048031s up=0.048031s bytes=100 client=127.0.0.1"
      ),
      (
        "time:[21/Nov/2026:05:50:46 +0000]\tforwardedfor:-\thost:127.0.0.1\treq:GET /boom HTTP/1.1\tstatus:500\tmethod:GET\turi:/boom\tsize:100\treferer:-\tua:curl/7.88.1\treqtime_microsec:41861\tapptime:41861\tcache:-\truntime:-\tvhost:127.0.0.1:18815",
        "request 2026-11-21T05:50:46Z GET /boom 500 0.041861s up=0.041861s bytes=100 client=127.0.0.1"
      ),
      (
        "time:2015-09-06T05:58:05+09:00\tmethod:POST\turi:/foo/bar?token=xxx&uuid=1234\tstatus:200\tsize:12\tapptime:0.057\tua:UA1",
        "request 2015-09-05T20:58:05Z POST /foo/bar?token=xxx&uuid=1234 200 0.057s bytes=12"
      ),
      (
        "status:200\tmethod:GET\tpath:/keyword\treqtime_microsec:819146",
        "request GET /keyword 200 0.819146s"
      ),
      (
        "time:06/Sep/2015:05:58:05 +0900\thost:10.0.0.7\tforwardedfor:-\treq:GET /x HTTP/1.1\tstatus:200\tsize:10\treqtime:0.321\tcache:HIT\truntime:0.123\tapptime:0.250, 0.050\tvhost:a",
        "request 2015-09-05T20:58:05Z GET /x 200 0.321s up=0.3s bytes=10 client=10.0.0.7 hit"
      ),
      (
        "time_ngx:10/Oct/2025:13:55:36 +0000\tremote_addr:10.0.0.1\tstatus:200\tmethod:GET\turi:/x\treqtime:0.250",
        "request 2025-10-10T13:55:36Z GET /x 200 0.25s client=10.0.0.1"
      ),
      (
        "time:2015-09-06T05:58:05+09:00\tlevel:error\tmsg:boom",
        "message error 2015-09-05T20:58:05Z | boom"
      ),
      (
        "this is no\tltsv",
        nil
      ),
    ]
    for (line, expected) in lines {
      #expect(proxyRecord(line, by: &parser) == expected, "\(line)")
    }
  }

  @Test func `reads the lines of lograge`() {
    var parser = LogrageFormat()
    let lines: [(String, String?)] = [
      (
        "method=GET path=/jobs/833552.json format=json controller=JobsController  action=show status=200 duration=58.33 view=40.43 db=15.26",
        "request GET /jobs/833552.json 200 0.05833s db=0.01526s"
      ),
      (
        "I, [2024-06-26T17:00:04.497736 #126554]  INFO -- : [4eebb5e2-0d2c-4b5c-9f43-1c7a3c0e8f11] method=GET path=/ format=html controller=HomeController action=index status=200 duration=128.00 view=120.04 db=0.00",
        "request info 2024-06-26T17:00:04.497736Z GET / 200 0.128s req=4eebb5e2-0d2c-4b5c-9f43-1c7a3c0e8f11 pid=126554 db=0.0s"
      ),
      (
        "method=GET path=/a status=200 duration=3",
        nil
      ),
    ]
    for (line, expected) in lines {
      #expect(proxyRecord(line, by: &parser) == expected, "\(line)")
    }
  }

  @Test(arguments: [
    ("reqtime:0.5", "0.5s"), ("reqtime:500000", "0.5s"), ("apptime:0.5", "0.5s"),
    ("apptime:500000", "0.5s"), ("taken_sec:2", "2.0s"), ("reqtime_microsec:2", "2e-06s"),
    ("runtime:0.25", "0.25s"), ("reqtime:0.5\tapptime:0.4", "0.5s up=0.4s"),
    ("apptime:0.4\treqtime:0.5", "0.5s up=0.4s"), ("response_time:0.5", "0.5s"),
    ("request_time_ms:500", "0.5s"), ("reqtime:-", nil), ("apptime:-\treqtime:0.1", "0.1s"),
  ])
  func `knows the unit of a label`(field: String, seconds: String?) {
    let line = "method:GET\turi:/a\tstatus:200\t\(field)"
    let expected = "request GET /a 200" + (seconds.map { " " + $0 } ?? "")
    #expect(proxyRecord(line, as: LTSVFormat.self) == expected)
  }
}
