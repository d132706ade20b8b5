import Testing

@testable import Telemetry

/// Lines that nginx 1.22.1, Apache 2.4.71, lighttpd 1.4.69 and gunicorn 27.0.1 wrote in layouts of
/// their notations, for requests of which it is known how long they took.
@Suite struct LayoutServerTests {
  private static let id = "4609db11a73f7067e9de2f6fb325edd7"

  @Test(arguments: [
    (
      "log_format n1 '$remote_addr - $remote_user [$time_local] \"$request\" '\n"
        + "               '$status $body_bytes_sent $request_time $upstream_response_time '\n"
        + "               '\"$http_referer\" \"$http_user_agent\"';",
      #"127.0.0.1 - - [21/Nov/2026:05:54:12 +0000] "GET /bad/sleep/50 HTTP/1.1" 200 12 0.052 0.000, 0.052 "-" "curl/7.88.1""#,
      "request 2026-11-21T05:54:12Z GET /bad/sleep/50 200 0.052s up=0.052s bytes=12 client=127.0.0.1"
    ),
    (
      #"$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent" $request_length $request_time [$proxy_host] [] $upstream_addr $upstream_response_length $upstream_response_time $upstream_status $request_id"#,
      #"127.0.0.1 - - [21/Nov/2026:05:54:12 +0000] "GET /bad/sleep/50 HTTP/1.1" 200 12 "-" "odd \x22agent\x22 \x5C x" 90 0.052 [bad] [] 127.0.0.1:9499, 127.0.0.1:9500 0, 12 0.000, 0.052 502, 200 \#(id)"#,
      "request 2026-11-21T05:54:12Z GET /bad/sleep/50 200 0.052s up=0.052s bytes=12 req=\(id) client=127.0.0.1"
    ),
    (
      "$msec $request_method ${request_uri} $status rt=$request_time urt=$upstream_response_time us=$upstream_status cs=$upstream_cache_status id=$request_id",
      "1795240441.630 GET /sleep/120?x=1 200 rt=0.128 urt=0.128 us=200 cs=- id=\(id)",
      "request 2026-11-21T05:54:01.63Z GET /sleep/120?x=1 200 0.128s up=0.128s req=\(id)"
    ),
    (
      "$msec $request_method ${request_uri} $status rt=$request_time urt=$upstream_response_time us=$upstream_status cs=$upstream_cache_status id=$request_id",
      "1795240449.618 - - 400 rt=0.200 urt=- us=- cs=- id=\(id)",
      "request 2026-11-21T05:54:09.618Z 400 0.2s req=\(id)"
    ),
    (
      "[$time_iso8601] $scheme://$host$request_uri $status $request_time",
      "[2026-11-21T05:54:02+00:00] http://127.0.0.1/sleep/1250 200 1.251",
      "request 2026-11-21T05:54:02Z /sleep/1250 200 1.251s"
    ),
    (
      "[$time_iso8601] $scheme://$host$request_uri $status $request_time",
      "[2026-11-21T05:54:09+00:00] http://- 400 0.200",
      "request 2026-11-21T05:54:09Z 400 0.2s"
    ),
    (  // nginx writes a dash for `$args` when there are none; the upstream's time is all there is
      #"log_format n5 "$remote_addr\t$time_iso8601\t$request_method\t$uri$is_args$args\t$status\t$upstream_response_time";"#,
      "127.0.0.1\t2026-11-21T05:54:12+00:00\tGET\t/bad/sleep/50-\t200\t0.000, 0.052",
      "request 2026-11-21T05:54:12Z GET /bad/sleep/50 200 0.052s up=0.052s client=127.0.0.1"
    ),
    (
      #"log_format n5 "$remote_addr\t$time_iso8601\t$request_method\t$uri$is_args$args\t$status\t$upstream_response_time";"#,
      "127.0.0.1\t2026-11-21T05:54:01+00:00\tGET\t/sleep/0?q=a%20b\t200\t-",
      "request 2026-11-21T05:54:01Z GET /sleep/0?q=a%20b 200 client=127.0.0.1"
    ),
    (
      #"log_format n6 escape=json '{"time":"$time_iso8601","method":"$request_method","uri":"$request_uri","status":$status,"request_time":$request_time}';"#,
      #"{"time":"2026-11-21T05:54:01+00:00","method":"POST","uri":"/boom/7","status":500,"request_time":0.001,"upstream_response_time":"0.001"}"#,
      "request 2026-11-21T05:54:01Z POST /boom/7 500 0.001s up=0.001s"
    ),
    (  // keys that say nothing
      #"log_format main escape=json '{"a":"$time_iso8601","b":"$request","c":$status,"d":$request_time}';"#,
      #"{"a":"2025-10-10T13:55:36+00:00","b":"GET /a/5 HTTP/1.1","c":200,"d":0.125}"#,
      "request 2025-10-10T13:55:36Z GET /a/5 200 0.125s"
    ),
    (  // what no quotes enclose: requests with their blanks, stamps with their zones
      "log_format upstreamlog '[$time_local] $remote_addr - $remote_user - $server_name $host to: $upstream_addr: $request $status upstream_response_time $upstream_response_time msec $msec request_time $request_time';",
      "[10/Oct/2025:13:55:36 +0000] 10.0.0.1 - - - a.io a.io to: 127.0.0.1:8000, 10.0.0.7:80 : b:1: GET /api/a b HTTP/1.1 200 upstream_response_time 0.100, 0.025 msec 1760104536.123 request_time 0.130",
      "request 2025-10-10T13:55:36.123Z GET /api/a b 200 0.13s up=0.125s client=10.0.0.1"
    ),
    (
      "$remote_addr $time_local $request $status $request_time",
      "10.0.0.1 10/Oct/2025:13:55:36 +0200 GET /a?b=1 HTTP/2.0 200 0.130",
      "request 2025-10-10T11:55:36Z GET /a?b=1 200 0.13s client=10.0.0.1"
    ),
    (
      "$remote_addr $time_local $request $status $request_time",
      "10.0.0.1 10/Oct/2025:13:55:36 +0200 - 400 0.000",
      "request 2025-10-10T11:55:36Z 400 0.0s client=10.0.0.1"
    ),
    (
      "$remote_addr $time_local $request $status $request_time",
      "10.0.0.1 10/Oct/2025:13:55:36 +0200 GET /old 200 0.130",
      "request 2025-10-10T11:55:36Z GET /old 200 0.13s client=10.0.0.1"
    ),
    (
      #"nginx:$remote_addr - $upstream_cache_status [$time_local] "$request" $status $body_bytes_sent $request_time"#,
      #"127.0.0.1 - HIT [21/Nov/2026:05:54:12 +0000] "GET /cached HTTP/1.1" 200 12 0.000"#,
      "request 2026-11-21T05:54:12Z GET /cached 200 0.0s bytes=12 client=127.0.0.1"
    ),
  ])
  func `reads what nginx wrote`(layout: String, line: String, expected: String) {
    #expect(summary(of: line, described: layout) == expected)
  }

  /// Apache's stamps say when a request came, so that it ended so much later.
  @Test(arguments: [
    (
      #"LogFormat "%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\" %D" a1"#,
      #"127.0.0.1 - - [21/Nov/2026:05:55:11 +0000] "HEAD /sleep/1250 HTTP/1.1" 200 - "-" "odd \"agent\" \\ x" 1251765"#,
      "request 2026-11-21T05:55:12.251765Z HEAD /sleep/1250 200 1.251765s bytes=0 client=127.0.0.1"
    ),
    (
      #"%h %l %u %t \"%r\" %>s %O %D \"%{Referer}i\" \"%{User-Agent}i\""#,
      #"127.0.0.1 - - [21/Nov/2026:05:55:12 +0000] "\x16\x03\x01\x02" 400 448 43 "-" "-""#,
      "request 2026-11-21T05:55:12.000043Z 400 4.3e-05s bytes=448 client=127.0.0.1"
    ),
    (
      "%{%Y-%m-%dT%H:%M:%S}t.%{usec_frac}t%{%z}t %a %m %U%q %>s %{ms}T %{UNIQUE_ID}e",
      "2026-11-21T05:55:10.853945+0000 127.0.0.1 GET /sleep/120?x=1 200 122 awEyPg4OVggyZT6qyU0qwgAAAFY",
      "request 2026-11-21T05:55:10.975945Z GET /sleep/120?x=1 200 0.122s req=awEyPg4OVggyZT6qyU0qwgAAAFY client=127.0.0.1"
    ),
    (
      #"apache:%{sec}t.%{msec_frac}t "%r" %>s %T/%D %{us}T %{cookie}C"#,
      #"1795240511.014 "HEAD /sleep/1250 HTTP/1.1" 200 1/1251765 1251765 -"#,
      "request 2026-11-21T05:55:12.265765Z HEAD /sleep/1250 200 1.251765s"
    ),
    (
      #"%t %H %!200,304{Referer}i %v \"%m %U%q\" %s %{ms}T"#,
      #"[21/Nov/2026:05:55:12 +0000] HTTP/1.0 - shop.example "- -" 400 0"#,
      "request 2026-11-21T05:55:12Z 400 0.0s"
    ),
    (
      #"[%{end:%d/%b/%Y %T}t.%{end:msec_frac}t %{%z}t] [%{X-Request-Id}i] %h "%r" %>s %B %{s}T"#,
      #"[21/Nov/2026 05:55:10.986 +0000] [rid-77] 127.0.0.1 "GET /sleep/0?q=a%20b HTTP/1.1" 200 12 0"#,
      "request 2026-11-21T05:55:10.986Z GET /sleep/0?q=a%20b 200 0.0s bytes=12 req=rid-77 client=127.0.0.1"
    ),
    (  // as JSON, in microseconds whatever the key is called
      #"LogFormat "{\"time\":\"%t\",\"request\":\"%r\",\"code\":\"%>s\",\"responseTime\":\"%D\"}" json"#,
      #"{"time":"[10/Oct/2025:13:55:36 +0000]","request":"GET /a/5 HTTP/1.1","code":"200","responseTime":"250000"}"#,
      "request 2025-10-10T13:55:36.25Z GET /a/5 200 0.25s"
    ),
    (
      #"%h %l %u [%{%d/%b/%Y:%T}t.%{msec_frac}t %{%z}t] "%r" %>s %b %D"#,
      #"10.0.0.1 - - [10/Oct/2025:13:55:36.123 +0200] "GET /x/5 HTTP/1.1" 200 5 250000"#,
      "request 2025-10-10T11:55:36.373Z GET /x/5 200 0.25s bytes=5 client=10.0.0.1"
    ),
    (
      "%h %t %r %>s %D", "10.0.0.1 [10/Oct/2025:13:55:36 +0000] GET /x/5 HTTP/1.1 200 250000",
      "request 2025-10-10T13:55:36.25Z GET /x/5 200 0.25s client=10.0.0.1"
    ),
  ])
  func `reads what Apache wrote`(layout: String, line: String, expected: String) {
    #expect(summary(of: line, described: layout) == expected)
  }

  @Test(arguments: [
    (
      #"accesslog.format = "%h %V %u %t \"%r\" %>s %b %D \"%{Referer}i\" \"%{User-Agent}i\"""#,
      #"127.0.0.1 127.0.0.1:9802 - [21/Nov/2026:05:54:05 +0000] "HEAD /sleep/1250 HTTP/1.1" 200 0 1253255 "-" "curl/7.88.1""#,
      "request 2026-11-21T05:54:05Z HEAD /sleep/1250 200 1.253255s bytes=0 client=127.0.0.1"
    ),
    (
      "lighttpd:%{%Y-%m-%d %H:%M:%S}t %h %m %U?%q %>s %{ms}T %{us}T",
      "2026-11-21 05:54:07 127.0.0.1 POST /boom/7? 500 8 7277",
      "request 2026-11-21T05:54:07Z POST /boom/7 500 0.007277s client=127.0.0.1"
    ),
    (
      #"%(h)s %(l)s %(u)s %(t)s "%(r)s" %(s)s %(b)s "%(f)s" "%(a)s" %(M)s"#,
      #"127.0.0.1 - - [21/Nov/2026:05:53:56 +0000] "HEAD /sleep/1250 HTTP/1.1" 200 0 "-" "odd \"agent\" \ x" 1250"#,
      "request 2026-11-21T05:53:56Z HEAD /sleep/1250 200 1.25s bytes=0 client=127.0.0.1"
    ),
    (
      "gunicorn:%(p)s %(m)s %(U)s?%(q)s %(s)s %(B)s %(M)sms rid=%({x-request-id}i)s %(t)s",
      "<9168> GET /sleep/0?q=a%20b 200 12 1ms rid=rid-77 [21/Nov/2026:05:53:57 +0000]",
      "request 2026-11-21T05:53:57Z GET /sleep/0 200 0.001s bytes=12 req=rid-77 pid=9168"
    ),
    (
      #"access_log_format = '%(t)s %(h)s "%(r)s" status=%(s)s dur=%(T)s.%(D)s'"#,
      #"[21/Nov/2026:05:53:59 +0000] 127.0.0.1 "HEAD /sleep/1250 HTTP/1.1" status=200 dur=1.1251635"#,
      "request 2026-11-21T05:53:59Z HEAD /sleep/1250 200 1.251635s client=127.0.0.1"
    ),
    (  // GoAccess's combined layout with a time
      #"%h %^[%d:%t %^] "%r" %s %b "%R" "%u" %L"#,
      #"127.0.0.1 - - [21/Nov/2026:05:53:56 +0000] "HEAD /sleep/1250 HTTP/1.1" 200 0 "-" "curl/7.88.1" 1250"#,
      "request 2026-11-21T05:53:56Z HEAD /sleep/1250 200 1.25s bytes=0 client=127.0.0.1"
    ),
  ])
  func `reads what lighttpd and gunicorn wrote`(layout: String, line: String, expected: String) {
    #expect(summary(of: line, described: layout) == expected)
  }

  @Test func `reads the answer of a cache`() throws {
    let format = try LogFormatDescription.format(
      from: "$upstream_cache_status $request_uri $status")
    func outcome(_ line: String, _ format: some LogFormat) -> LogRecord.CacheOutcome? {
      var parser = format
      return Array(line.utf8).withUnsafeBytes { bytes in
        var record = LogRecord()
        return parser.parse(bytes, into: &record) ? record.cache : nil
      }
    }
    let words = ["HIT", "STALE", "UPDATING", "REVALIDATED", "MISS", "EXPIRED", "BYPASS", "-"]
    #expect(
      words.map { outcome("\($0) /a 200", format) }
        == [.hit, .hit, .hit, .hit, .miss, .miss, .unknown, .unknown])
    #expect(outcome(combined + "0.057 HIT", NginxTimedFormat()) == .hit)
    #expect(outcome(combined + #"rt=0.057 cs="MISS""#, NginxTimedFormat()) == .miss)
  }

  private let combined =
    #"1.1.1.1 - - [01/Jan/2026:00:00:00 +0000] "GET /a HTTP/1.1" 200 5 "-" "ua" "#
}
