import Testing

@testable import Telemetry

/// Lines of HAProxy 2.6 in front of a small server (curl saw the same times), and of its manual.
@Suite struct HAProxyFormatTests {
  @Test func `reads the HTTP log, bare and behind syslog`() {
    var parser = HAProxyFormat()
    let lines: [(String, String?)] = [
      (
        #"127.0.0.1:41476 [21/Nov/2026:05:49:51.721] http_in app/s1 0/0/0/1/1 200 216 - - ---- 1/1/0/0/0 0/0 {127.0.0.1:18801|curl/7.88.1} {100} "GET /a/1?x=1 HTTP/1.1""#,
        "request 2026-11-21T05:49:51.722Z GET /a/1?x=1 200 0.001s up=0.001s bytes=216 client=127.0.0.1"
      ),
      (
        #"127.0.0.1:41490 [21/Nov/2026:05:49:51.728] http_in app/s1 0/0/0/250/250 200 216 - - ---- 1/1/0/0/0 0/0 {127.0.0.1:18801|curl/7.88.1} {100} "GET /slow/2 HTTP/1.1""#,
        "request 2026-11-21T05:49:51.978Z GET /slow/2 200 0.25s up=0.25s bytes=216 client=127.0.0.1"
      ),
      (
        #"127.0.0.1:41506 [21/Nov/2026:05:49:51.988] http_in app/s1 0/0/0/0/0 404 223 - - ---- 1/1/0/0/0 0/0 {127.0.0.1:18801|curl/7.88.1} {100} "GET /missing HTTP/1.1""#,
        "request 2026-11-21T05:49:51.988Z GET /missing 404 0.0s up=0.0s bytes=223 client=127.0.0.1"
      ),
      (
        #"127.0.0.1:41522 [21/Nov/2026:05:49:51.997] http_in app/s1 0/0/0/1/1 500 235 - - ---- 1/1/0/0/0 0/0 {127.0.0.1:18801|curl/7.88.1} {100} "GET /boom HTTP/1.1""#,
        "request 2026-11-21T05:49:51.998Z GET /boom 500 0.001s up=0.001s bytes=235 client=127.0.0.1"
      ),
      (
        #"127.0.0.1:41526 [21/Nov/2026:05:49:52.005] http_in dead/d1 0/0/-1/-1/1001 503 217 - - SC-- 1/1/0/0/1 0/0 {127.0.0.1:18801|curl/7.88.1} {} "GET /dead/x HTTP/1.1""#,
        "request 2026-11-21T05:49:53.006Z GET /dead/x 503 1.001s bytes=217 client=127.0.0.1"
      ),
      (
        #"127.0.0.1:41530 [21/Nov/2026:05:49:53.014] http_in app/s1 0/0/0/-1/1000 504 198 - - sH-- 1/1/0/0/0 0/0 {127.0.0.1:18801|curl/7.88.1} {} "GET /die HTTP/1.1""#,
        "request 2026-11-21T05:49:54.014Z GET /die 504 1.0s bytes=198 client=127.0.0.1"
      ),
      (
        #"127.0.0.1:41536 [21/Nov/2026:05:49:54.023] http_in app/s1 0/0/0/0/0 200 216 - - ---- 1/1/0/0/0 0/0 {127.0.0.1:18801|curl/7.88.1} {100} "POST /post/77 HTTP/1.1""#,
        "request 2026-11-21T05:49:54.023Z POST /post/77 200 0.0s up=0.0s bytes=216 client=127.0.0.1"
      ),
      (
        #"127.0.0.1:41560 [21/Nov/2026:05:49:54.037] http_in app/s1 0/0/0/254/255 200 216 - - ---- 6/6/5/1/0 0/0 {127.0.0.1:18801|curl/7.88.1} {100} "GET /slow/q5 HTTP/1.1""#,
        "request 2026-11-21T05:49:54.292Z GET /slow/q5 200 0.255s up=0.254s bytes=216 client=127.0.0.1"
      ),
      (
        #"127.0.0.1:41550 [21/Nov/2026:05:49:54.037] http_in app/s1 0/0/0/256/256 200 216 - - ---- 5/5/4/1/0 0/0 {127.0.0.1:18801|curl/7.88.1} {100} "GET /slow/q1 HTTP/1.1""#,
        "request 2026-11-21T05:49:54.293Z GET /slow/q1 200 0.256s up=0.256s bytes=216 client=127.0.0.1"
      ),
      (
        #"127.0.0.1:41576 [21/Nov/2026:05:49:54.040] http_in app/s1 0/252/0/251/503 200 216 - - ---- 4/4/2/0/0 0/2 {127.0.0.1:18801|curl/7.88.1} {100} "GET /slow/q3 HTTP/1.1""#,
        "request 2026-11-21T05:49:54.543Z GET /slow/q3 200 0.503s up=0.251s bytes=216 client=127.0.0.1"
      ),
      (
        #"127.0.0.1:41566 [21/Nov/2026:05:49:54.039] http_in app/s1 0/253/0/252/505 200 216 - - ---- 4/4/2/0/0 0/1 {127.0.0.1:18801|curl/7.88.1} {100} "GET /slow/q4 HTTP/1.1""#,
        "request 2026-11-21T05:49:54.544Z GET /slow/q4 200 0.505s up=0.252s bytes=216 client=127.0.0.1"
      ),
      (
        #"127.0.0.1:41588 [21/Nov/2026:05:49:54.042] http_in app/s1 0/501/0/252/753 200 216 - - ---- 2/2/1/1/0 0/4 {127.0.0.1:18801|curl/7.88.1} {100} "GET /slow/q6 HTTP/1.1""#,
        "request 2026-11-21T05:49:54.795Z GET /slow/q6 200 0.753s up=0.252s bytes=216 client=127.0.0.1"
      ),
      (
        #"127.0.0.1:41580 [21/Nov/2026:05:49:54.042] http_in app/s1 0/502/1/252/755 200 216 - - ---- 1/1/0/0/0 0/3 {127.0.0.1:18801|curl/7.88.1} {100} "GET /slow/q2 HTTP/1.1""#,
        "request 2026-11-21T05:49:54.797Z GET /slow/q2 200 0.755s up=0.253s bytes=216 client=127.0.0.1"
      ),
      (
        "127.0.0.1:37296 [21/Nov/2026:05:49:55.543] tcp_in tcpapp/s1 1/0/1 213 -- 1/1/0/0/0 0/0",
        "message 2026-11-21T05:49:55.543Z client=127.0.0.1 | 127.0.0.1:37296 [21/Nov/2026:05:49:55.543] tcp_in tcpapp/s1 1/0/1 213 -- 1/1/0/0/0 0/0"
      ),
      (
        #"127.0.0.1:41594 [21/Nov/2026:05:49:55.636] http_in http_in/<NOSRV> -1/-1/-1/-1/0 400 0 - - PR-- 1/1/0/0/0 0/0 "<BADREQ>""#,
        "request 2026-11-21T05:49:55.636Z 400 0.0s bytes=0 client=127.0.0.1"
      ),
      (
        #"127.0.0.1:41610 [21/Nov/2026:05:49:55.636] http_in http_in/<NOSRV> -1/-1/-1/-1/0 400 0 - - CR-- 2/2/0/0/0 0/0 "<BADREQ>""#,
        "request 2026-11-21T05:49:55.636Z 400 0.0s bytes=0 client=127.0.0.1"
      ),
      (
        #"127.0.0.1:41620 [21/Nov/2026:05:49:55.637] http_in app/s1 0/0/0/251/251 200 216 - - ---- 1/1/0/0/0 0/0 {x|} {100} "GET /slow/abort HTTP/1.1""#,
        "request 2026-11-21T05:49:55.888Z GET /slow/abort 200 0.251s up=0.251s bytes=216 client=127.0.0.1"
      ),
      (
        #"<134>Nov 21 05:49:55 haproxy[4660]: 127.0.0.1:36094 [21/Nov/2026:05:49:55.534] https_in app/s1 0/0/0/0/0 200 216 - - ---- 1/1/0/0/0 0/0 "GET /b/1 HTTP/1.1" 0/-/-/-/0 -/-/-"#,
        "request 2026-11-21T05:49:55.534Z GET /b/1 200 0.0s up=0.0s bytes=216 pid=4660 client=127.0.0.1"
      ),
      (
        "Feb 25 16:19:38 192.168.4.2 haproxy[1]: Proxy prod_http_in started.",
        "message info pid=1 | Proxy prod_http_in started."
      ),
      (
        "Feb 25 16:20:12 192.168.4.2 haproxy[7]: 95.216.197.33:56224 [25/Feb/2019:16:20:10.111] prod_http_in/sktst2: SSL handshake failure",
        "message warning 2019-02-25T16:20:10.111Z pid=7 client=95.216.197.33 | 95.216.197.33:56224 [25/Feb/2019:16:20:10.111] prod_http_in/sktst2: SSL handshake failure"
      ),
      (
        #"Feb 25 16:20:09 192.168.4.2 haproxy[7]: 89.247.124.65:15564 [25/Feb/2019:16:20:06.321] prod_http_in~ bk_ktest_kt/nginx_sonst 0/0/1/43/2707 200 26170 - - ---- 3/3/1/1/0 0/0 {Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:65.0) Gecko/20100101 Firefox/65.0} {} "GET /portal/?Script=934&onlinetest=korrektur&anm=13915&currentPage=0 HTTP/1.1""#,
        "request 2019-02-25T16:20:09.028Z GET /portal/?Script=934&onlinetest=korrektur&anm=13915&currentPage=0 200 2.707s up=0.044s bytes=26170 pid=7 client=89.247.124.65"
      ),
      (
        #"May 22 02:22:22 server1 haproxy[5089]: -:22222 [22/May/2021:02:22:22.222] www-https~ myapp/node2 site.domain.com 0/0/0/18/18 200 200 - - ---- 222/222/2/0/0 0/0 "OPTIONS /api/v2/app/ HTTP/1.1""#,
        "request 2021-05-22T02:22:22.24Z OPTIONS /api/v2/app/ 200 0.018s up=0.018s bytes=200 pid=5089"
      ),
      (
        #"Jul 30 09:03:52 localhost haproxy[32450]: 1.2.3.4:38862 [30/Jul/2018:09:03:52.726] incoming~ docs_microservice/docs 0/0/1/0/2 304 168 - - ---- 6/6/0/0/0 0/0 {docs.example.internal||} {|||} "GET /component---src-pages-index-js-4b15624544f97cf0bb8f.js HTTP/1.1""#,
        "request 2018-07-30T09:03:52.728Z GET /component---src-pages-index-js-4b15624544f97cf0bb8f.js 304 0.002s up=0.001s bytes=168 pid=32450 client=1.2.3.4"
      ),
      (
        "Sep 20 15:42:59 1.128.3.4 haproxy[24551]: Connect from 1.128.3.4:40780 to 1.128.3.4:5000 (main/HTTP)",
        "message info pid=24551 | Connect from 1.128.3.4:40780 to 1.128.3.4:5000 (main/HTTP)"
      ),
      (
        #"Feb  6 12:12:56 localhost haproxy[14389]: 10.0.1.2:33317 [06/Feb/2009:12:14:14.655] http-in static/srv1 10/0/30/69/+109 -1 +2750 - - CR-- 1/1/1/1/+3 0/0 {1wt.eu} {} "GET /index.html HT"#,
        "request 2009-02-06T12:14:14.764Z GET /index.html HT 0.109s up=0.099s bytes=2750 failed pid=14389 client=10.0.1.2"
      ),
    ]
    for (line, expected) in lines {
      #expect(proxyRecord(line, by: &parser) == expected, "\(line)")
    }
  }

  @Test func `gives the counts of a backend once a second, and at once when more wait`() {
    var parser = HAProxyFormat()
    func readings(_ line: String) -> [LogReading]? {
      var line = line
      return line.withUTF8 { text in
        var record = LogRecord()
        guard parser.parse(Bytes(text), into: &record), record.hasReadings else { return nil }
        return parser.readings
      }
    }
    let line = { (time: String, counts: String) in
      "1.1.1.1:1 [21/Nov/2026:05:49:\(time)] in app/s1 0/0/0/1/1 200 1 - - ---- \(counts) \"GET / HTTP/1.1\""
    }
    #expect(
      readings(line("10.000", "9/8/3/1/0 0/0"))
        == [LogReading(.poolInUse, 3, subject: "app"), LogReading(.poolWaiting, 0, subject: "app")])
    #expect(readings(line("10.500", "9/8/5/1/0 0/0")) == nil)
    #expect(
      readings(line("10.600", "9/8/5/1/0 1/2"))
        == [LogReading(.poolInUse, 5, subject: "app"), LogReading(.poolWaiting, 3, subject: "app")])
    #expect(readings(line("10.700", "9/8/5/1/0 0/2")) == nil)
    #expect(readings(line("11.700", "9/8/4/1/0 0/0"))?.map(\.value) == [4, 0])
  }

  @Test(arguments: [
    "", "[", "haproxy[1]", "1.1.1.1:1 [21/Nov/2026:05:49:10.000] in app/s1",
    "1.1.1.1:1 [21/Nov/2026:05:49:10.000] in app/s1 0/0/0/1/1 200",
    "1.1.1.1:1 [21/Nov/2026:05:49:10.000] in app/s1 0/0/0/1 200 1 - - ---- 1/1/1/1/0 0/0 \"GET / HTTP/1.1\"",
    "1.1.1.1:1 [99/Nov/2026:05:49:10.000] in app/s1 0/0/0/1/1 200 1 - - ---- 1/1/1/1/0 0/0 \"GET / HTTP/1.1\"",
    "Nov 21 05:49:10 web-1 nginx[7]: started",
  ])
  func `refuses other lines`(line: String) {
    #expect(proxyRecord(line, as: HAProxyFormat.self) == nil)
  }
}
