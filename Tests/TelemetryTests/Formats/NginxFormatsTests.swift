import Testing

@testable import Telemetry

@Suite struct NginxFormatsTests {
  @Test(arguments: [
    (
      #"203.0.113.9 - - [01/Jan/2026:00:00:00 +0000] "GET /api/v1/items/42?x=1 HTTP/1.1" 200 512 "-" "curl/8.5.0" 0.057"#,
      "request 2026-01-01T00:00:00Z GET /api/v1/items/42?x=1 200 0.057s bytes=512 client=203.0.113.9"
    ),
    (  // alp: an extra quoted field before the time
      #"127.0.0.1 - - [06/Sep/2015:05:58:05 +0900] "POST /foo/bar?token=xxx&uuid=1234 HTTP/1.1" 200 12 "-" "curl/7.54.0" "-" 0.057"#,
      "request 2015-09-05T20:58:05Z POST /foo/bar?token=xxx&uuid=1234 200 0.057s bytes=12 client=127.0.0.1"
    ),
    (
      #"127.0.0.1 - - [06/Sep/2015:05:58:05 +0900] "POST /a HTTP/1.1" 200 12 "-" "c" - 0.321"#,
      "request 2015-09-05T20:58:05Z POST /a 200 0.321s bytes=12 client=127.0.0.1"
    ),
    (  // request time, then upstream time
      #"1.1.1.1 - - [06/Sep/2015:05:58:05 +0000] "GET /a HTTP/1.1" 200 12 "-" "c" 0.321 0.320"#,
      "request 2015-09-06T05:58:05Z GET /a 200 0.321s up=0.32s bytes=12 client=1.1.1.1"
    ),
    (  // upstream time, then request time
      #"1.1.1.1 - - [06/Sep/2015:05:58:05 +0000] "GET /a HTTP/1.1" 200 12 "-" "c" 0.320 0.321"#,
      "request 2015-09-06T05:58:05Z GET /a 200 0.321s up=0.32s bytes=12 client=1.1.1.1"
    ),
    (  // upstreams of two groups
      #"1.1.1.1 - - [06/Sep/2015:05:58:05 +0000] "GET /a HTTP/1.1" 502 12 "-" "c" 0.650 0.100, 0.200 : 0.300"#,
      "request 2015-09-06T05:58:05Z GET /a 502 0.65s up=0.6s bytes=12 client=1.1.1.1"
    ),
    (
      #"1.1.1.1 - - [06/Sep/2015:05:58:05 +0000] "GET /a HTTP/1.1" 502 12 "-" "c" 0.650 0.100 : 0.300"#,
      "request 2015-09-06T05:58:05Z GET /a 502 0.65s up=0.4s bytes=12 client=1.1.1.1"
    ),
    (
      #"1.1.1.1 - - [06/Sep/2015:05:58:05 +0000] "GET /a HTTP/1.1" 200 1 "-" "c" rt=0.700 urt=0.100, 0.200 : 0.300 us=502, 502 : 200"#,
      "request 2015-09-06T05:58:05Z GET /a 200 0.7s up=0.6s bytes=1 client=1.1.1.1"
    ),
    (  // nginxlog-exporter: a quoted list of upstream times
      #"www.example.com 10.0.0.1 - - [27/Oct/2021:06:00:14 +0200] "GET /websocket HTTP/1.1" 200 552 "-" "Some" 4.010 "1.000, 0.250, 2.000, 0.750" . TLSv1.3/X 1234567890 www.example.com"#,
      "request 2021-10-27T04:00:14Z GET /websocket 200 4.01s up=4.0s bytes=552 client=10.0.0.1"
    ),
    (  // goaccess issue 885: keys, and the epoch is no duration
      #"10.0.0.7 - - [09/Sep/2017:23:00:02 +0200] "GET /x HTTP/1.1" 200 1 "-" "python-requests/2.13.0" "-" "-" 1505682002.133 adfr="-" rt=0.151 ut="0.140" cs=MISS ua="10.16.20.25:8084" us="200""#,
      "request 2017-09-09T21:00:02Z GET /x 200 0.151s up=0.14s bytes=1 client=10.0.0.7"
    ),
    (
      #"10.0.0.7 - bob [09/Sep/2017:23:00:02 +0000] "GET /x HTTP/2.0" 200 1 "-" "ua" rt=0.151 uct="0.000" urt="0.100, 0.050" request_id=abc traceparent=00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"#,
      "request 2017-09-09T23:00:02Z GET /x 200 0.151s up=0.15s bytes=1 req=abc trace=0af7651916cd43dd8448eb211c80319c client=10.0.0.7 user=bob"
    ),
    (  // keys with colons, with and without a blank
      #"1.1.1.1 - - [06/Sep/2015:05:58:05 +0000] "GET /a HTTP/1.1" 200 1 "-" "c" request_time:0.321 upstream_response_time:0.200, 0.100"#,
      "request 2015-09-06T05:58:05Z GET /a 200 0.321s up=0.3s bytes=1 client=1.1.1.1"
    ),
    (
      #"1.1.1.1 - - [06/Sep/2015:05:58:05 +0000] "GET /a HTTP/1.1" 200 1 "-" "c" upstream: "10.0.0.2:80" uct: 0.900 upstream_status: 200 request_time: 0.321 upstream_response_time: 0.300"#,
      "request 2015-09-06T05:58:05Z GET /a 200 0.321s up=0.3s bytes=1 client=1.1.1.1"
    ),
    (
      #"1.1.1.1 - - [06/Sep/2015:05:58:05 +0000] "GET /a HTTP/1.1" 200 1 "-" "c" "-" rt: 0.321 upstream: 0.300 to: 10.0.0.2:80 unix:/run/a.sock"#,
      "request 2015-09-06T05:58:05Z GET /a 200 0.321s up=0.3s bytes=1 client=1.1.1.1"
    ),
    (  // keys and values with a blank alone between them
      #"1.1.1.1 - - [06/Sep/2015:05:58:05 +0000] "GET /a HTTP/1.1" 200 1 "-" "c" upstream_response_time 0.300 msec 1505682002.133 request_time 0.321"#,
      "request 2015-09-06T05:58:05Z GET /a 200 0.321s up=0.3s bytes=1 client=1.1.1.1"
    ),
    (  // keys in capitals
      #"1.1.1.1 - - [06/Sep/2015:05:58:05 +0000] "GET /a HTTP/1.1" 200 1 "-" "c" RT=0.321 URT=0.300 UCS=HIT"#,
      "request 2015-09-06T05:58:05Z GET /a 200 0.321s up=0.3s bytes=1 client=1.1.1.1"
    ),
    (  // commas between pairs, and no blank before them
      #"1.1.1.1 - - [06/Sep/2015:05:58:05 +0000] "GET /a HTTP/1.1" 200 1 "-" "c"rt=0.321, uct=0.900, urt=0.200, 0.100, us=502, 200"#,
      "request 2015-09-06T05:58:05Z GET /a 200 0.321s up=0.3s bytes=1 client=1.1.1.1"
    ),
    (
      #"1.1.1.1 - - [06/Sep/2015:05:58:05 +0000] "GET /a HTTP/1.1" 200 1 "-" "c" request_time="0.321"; upstream_time="0.300"; req_time=0.321"#,
      "request 2015-09-06T05:58:05Z GET /a 200 0.321s up=0.3s bytes=1 client=1.1.1.1"
    ),
    (
      #"1.1.1.1 - - [06/Sep/2015:05:58:05 +0000] "GET /a HTTP/1.1" 499 1 "-" "c" request_time:0.321 upstream_response_time:- "-" HIT"#,
      "request 2015-09-06T05:58:05Z GET /a 499 0.321s bytes=1 client=1.1.1.1"
    ),
    (
      #"1.1.1.1 - - [06/Sep/2015:05:58:05 +0000] "GET /a HTTP/1.1" 200 1 "-" "c" duration_ms=321.5 upstream_response_time_ms=300"#,
      "request 2015-09-06T05:58:05Z GET /a 200 0.3215s up=0.3s bytes=1 client=1.1.1.1"
    ),
    (  // ingress-nginx: request length first, unquoted lists, the request id last
      #"192.168.64.14 - - [07/Feb/2020:12:02:42 +0000] "GET /v2/some HTTP/1.1" 200 61 "-" "Mozilla/5.0" 348 0.105 [default-web2-8080] [] 172.17.0.6:8080, 172.17.0.7:8080 61, 100 0.100, 0.004 200, 203 835136ae24486dd4156fba05ba4d5b04"#,
      "request 2020-02-07T12:02:42Z GET /v2/some 200 0.105s up=0.104s bytes=61 req=835136ae24486dd4156fba05ba4d5b04 client=192.168.64.14"
    ),
    (  // gunicorn's %(L)s
      #"1.1.1.1 - - [06/Sep/2015:05:58:05 +0000] "GET /a HTTP/1.1" 200 12 "-" "c" 0.012345"#,
      "request 2015-09-06T05:58:05Z GET /a 200 0.012345s bytes=12 client=1.1.1.1"
    ),
    (  // Apache's escaped quotes
      #"1.1.1.1 - - [06/Sep/2015:05:58:05 +0000] "GET /a?q=\"x\" HTTP/1.1" 200 12 "ref \" \\" "say \"hi\"" 1.500"#,
      #"request 2015-09-06T05:58:05Z GET /a?q=\"x\" 200 1.5s bytes=12 client=1.1.1.1"#
    ),
  ])
  func `reads the time of a request from the end of a line`(line: String, expected: String) {
    #expect(summary(of: line, as: NginxTimedFormat.self) == expected)
    #expect(summary(of: line, as: NginxCombinedFormat.self) == expected)
    #expect(summary(of: line, as: CommonLogFormat.self) == expected)
  }

  @Test(arguments: [
    (
      #"10.112.81.15 - - [15/Feb/2013:06:00:31 +0000] "-" 400 0 "-" "-""#,
      "request 2013-02-15T06:00:31Z 400 bytes=0 client=10.112.81.15"
    ),
    (
      #"192.0.2.7 - - [01/Jan/2026:10:00:00 +0000] "\x16\x03\x01\x02\x00" 400 157 "-" "-""#,
      "request 2026-01-01T10:00:00Z 400 bytes=157 client=192.0.2.7"
    ),
    (
      #"192.0.2.7 - - [01/Jan/2026:10:00:00 +0000] "" 400 157 "-" "-""#,
      "request 2026-01-01T10:00:00Z 400 bytes=157 client=192.0.2.7"
    ),
    (
      #"vhost.io:80 8.8.4.4 - - [02/Mar/2016:08:14:04 -0600] "GET /shop HTTP/1.1" 200 615 "-" "Google""#,
      "request 2016-03-02T14:14:04Z GET /shop 200 bytes=615 client=8.8.4.4"
    ),
    (
      #"2001:db8::1 - - [02/Mar/2016:08:14:04 +0000] "GET /a\x22b HTTP/1.1" 200 615 "-" "G" "10.0.0.1, 10.0.0.2""#,
      #"request 2016-03-02T08:14:04Z GET /a\x22b 200 bytes=615 client=2001:db8::1"#
    ),
    (
      #"1.1.1.1 - - [02/Mar/2016:08:14:04 +0000] "GET /a b c HTTP/2" 499 0 "-" "-""#,
      "request 2016-03-02T08:14:04Z GET /a b c 499 bytes=0 client=1.1.1.1"
    ),
    (
      #"1.1.1.1 - - [02/Mar/2016:08:14:04 +0000] "M-SEARCH * HTTP/1.1" 405 0 "-" "-""#,
      "request 2016-03-02T08:14:04Z M-SEARCH * 405 bytes=0 client=1.1.1.1"
    ),
  ])
  func `reads combined lines, broken requests too`(line: String, expected: String) {
    #expect(summary(of: line, as: NginxCombinedFormat.self) == expected)
    #expect(summary(of: line, as: NginxTimedFormat.self) == nil)
  }

  @Test(arguments: [
    (
      "127.0.0.1 bob frank [10/Oct/2000:13:55:36 -0700] \"GET /apache_pb.gif HTTP/1.0\" 200 2326",
      "request 2000-10-10T20:55:36Z GET /apache_pb.gif 200 bytes=2326 client=127.0.0.1 user=frank"
    ),
    (
      "202.32.92.47 - - [01/Jun/1995:00:00:59 -0600] \"GET /~scottp/publish.html\" 200 271",
      "request 1995-06-01T06:00:59Z GET /~scottp/publish.html 200 bytes=271 client=202.32.92.47"
    ),
    (
      "bing.com:80 142.250.190.142 - - [01/Jul/2013:06:41:31 -0500] \"-\" 408 -",
      "request 2013-07-01T11:41:31Z 408 bytes=0 client=142.250.190.142"
    ),
    (
      "2001:db8::7 - - [29/Feb/2024:23:59:60 +0530] \"HEAD / HTTP/1.1\" 000 0",
      "request 2024-02-29T18:30:00Z HEAD / bytes=0 client=2001:db8::7"
    ),
  ])
  func `reads common log lines`(line: String, expected: String) {
    #expect(summary(of: line, as: CommonLogFormat.self) == expected)
    #expect(summary(of: line, as: NginxCombinedFormat.self) == nil)
  }

  @Test(arguments: [
    ("10/Oct/2025:13:55:36.123 +0200", "2025-10-10T11:55:36.123Z"),
    ("10/Oct/2025:13:55:36.123456 +0000", "2025-10-10T13:55:36.123456Z"),
    ("10/Oct/2025:13:55:36.5", "2025-10-10T12:55:36.5Z"),
    ("10/Oct/2025:13:55:36.", nil), ("10/Oct/2025:13:55:61.123 +0200", nil),
    ("10/Oct/2025 13:55:36.123 +0200", nil),
  ])
  func `reads stamps with a part of the second`(stamp: String, time: String?) {
    func read<Format: LocalStampFormat>(_ format: Format.Type, _ tail: String) -> String? {
      var parser = Format()
      parser.stampContext = StampContext(offsetSeconds: 3600)
      return summary(of: "a - - [\(stamp)] \"GET /x HTTP/1.1\" 200 5\(tail)", by: &parser)
    }
    let expected = time.map { "request \($0) GET /x 200 bytes=5 client=a" }
    #expect(read(CommonLogFormat.self, "") == expected)
    #expect(read(NginxCombinedFormat.self, #" "-" "c""#) == expected)
    #expect(
      read(NginxTimedFormat.self, #" "-" "c" 0.250"#)
        == time.map { "request \($0) GET /x 200 0.25s bytes=5 client=a" })
  }

  @Test(arguments: [
    "", " ", "-", "hello world",
    "1.1.1.1 - - [02/Foo/2016:08:14:04 +0000] \"GET / HTTP/1.1\" 200 1",
    "1.1.1.1 - - [30/Feb/2016:08:14:04 +0000] \"GET / HTTP/1.1\" 200 1",
    "1.1.1.1 - - [02/Mar/2016:08:14:04 +0000] \"GET / HTTP/1.1\" 20",
    "1.1.1.1 - - [02/Mar/2016:08:14:04 +0000] \"GET / HTTP/1.1",
    "1.1.1.1 - - [02/Mar/2016:08:14:04 +0000] \"GET / HTTP/1.1\" 2000 1",
  ])
  func `refuses lines that are no access log`(line: String) {
    #expect(summary(of: line, as: CommonLogFormat.self) == nil)
  }

  @Test func `keeps the minute of the last stamp without mixing up neighbours`() {
    var parser = CommonLogFormat()
    func time(_ stamp: String) -> String? {
      summary(of: "a - - [\(stamp)] \"-\" 400 0", by: &parser)?.split(separator: " ").dropFirst()
        .first.map(String.init)
    }
    #expect(time("01/Jan/2026:00:00:58 +0000") == "2026-01-01T00:00:58Z")
    #expect(time("01/Jan/2026:00:00:59 +0000") == "2026-01-01T00:00:59Z")
    #expect(time("01/Jan/2026:00:01:00 +0000") == "2026-01-01T00:01:00Z")
    #expect(time("01/Jan/2026:00:01:00 +0100") == "2025-12-31T23:01:00Z")
    #expect(time("01/Jan/2026:00:01:00 -0100") == "2026-01-01T01:01:00Z")
    #expect(time("02/Jan/2026:00:01:00 -0100") == "2026-01-02T01:01:00Z")
    #expect(time("02/Jan/2027:10:01:00 -0100") == "2027-01-02T11:01:00Z")
    #expect(time("02/Jan/2027:10:01:0x -0100") == nil)
    #expect(time("02/Jan/2027:10:01:00 -0100") == "2027-01-02T11:01:00Z")
  }
}
