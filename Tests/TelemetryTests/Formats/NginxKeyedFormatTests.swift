import Testing

@testable import Telemetry

@Suite struct NginxKeyedFormatTests {
  @Test(arguments: [
    (
      #"10.0.0.1 "GET /a HTTP/1.1" 200 5 upstream=10.1.2.3:8000 us=200 rt=0.250"#,
      "request GET /a 200 0.25s bytes=5 client=10.0.0.1"
    ),
    (
      #"10.0.0.1 "GET /api HTTP/1.1" 200 512 rt=0.250"#,
      "request GET /api 200 0.25s bytes=512 client=10.0.0.1"
    ),
    (
      #"10.0.0.1:5000 - "GET /api HTTP/1.1" 499 request_time:0.250 upstream_response_time:0.100, 0.150"#,
      "request GET /api 499 0.25s up=0.25s client=10.0.0.1"
    ),
    (
      #"10.0.0.1 a.io "GET /api HTTP/1.1" 200 - rt=0.250 uct=0.001 urt=0.249 ua=10.1.2.3:80 us=200 rid=4609db11a73f7067"#,
      "request GET /api 200 0.25s up=0.249s bytes=0 req=4609db11a73f7067 client=10.0.0.1"
    ),
    (
      #"2025-10-10T13:55:36+02:00 rid=46f1 10.0.0.1 "GET /api HTTP/1.1" 200 5 rt=0.250 "Mozilla/5.0 (X11, like Gecko)""#,
      "request 2025-10-10T11:55:36Z GET /api 200 0.25s bytes=5 client=10.0.0.1"
    ),
    (
      #"10.0.0.1 shop [10/Oct/2025:13:55:36 +0000] "GET /api HTTP/1.1" 200 5 rt=0.250 cls=a"#,
      "request 2025-10-10T13:55:36Z GET /api 200 0.25s bytes=5 client=10.0.0.1"
    ),
    (
      #"10.0.0.1 "\x16\x03\x01" 400 157 rt=0.250"#, "request 400 0.25s bytes=157 client=10.0.0.1"
    ),
    (  // Cloud Foundry's router: the host first
      #"a.io - [2025-10-10T13:55:36.123456789Z] "GET /api HTTP/1.1" 200 0 60 "-" "curl/8" "10.0.0.1:1" "10.0.0.2:6" x_forwarded_for:"10.0.0.7" response_time:0.250 app_index:"0""#,
      "request 2025-10-10T13:55:36.123456Z GET /api 200 0.25s bytes=0"
    ),
  ])
  func `reads requests whose time has a name`(line: String, expected: String) {
    #expect(summary(of: line, as: NginxKeyedFormat.self) == expected)
  }

  @Test(arguments: [
    // No name, no answer, no request, nobody who asked.
    #"10.0.0.1 "GET /api HTTP/1.1" 200 512 0.250"#, #"10.0.0.1 "GET /api HTTP/1.1" rt=0.250"#,
    #"10.0.0.1 "-" 200 0 rt=0.250"#, #"a.io "GET /api HTTP/1.1" 200 512 rt=0.250"#,
    // Lines of loggers, which count in other units.
    #"INFO: 10.0.0.1 "GET /api HTTP/1.1" 200 512 duration=12"#,
    #"2026-01-01 10:00:00 INFO 10.0.0.1 "GET /api HTTP/1.1" 200 512 duration=12"#,
    #"[2026-01-01 10:00:00] [7] 10.0.0.1 "GET /api HTTP/1.1" 200 512 duration=12"#,
    #"10.0.0.1 a b c d e f g h i "GET /api HTTP/1.1" 200 512 rt=0.250"#, "", "\"", "10.0.0.1 \"",
  ])
  func `refuses other lines`(line: String) {
    #expect(summary(of: line, as: NginxKeyedFormat.self) == nil)
  }
}
