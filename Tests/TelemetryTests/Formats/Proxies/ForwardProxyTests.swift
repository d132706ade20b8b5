import Testing

@testable import Telemetry

/// Lines of Envoy, Traefik (both of their test data) and Squid 5.7 (run; curl saw the same times).
@Suite struct ForwardProxyTests {
  @Test func `reads the log of Envoy and of Istio`() {
    var parser = EnvoyFormat()
    let lines: [(String, String?)] = [
      (
        #"[2019-04-10T03:49:34.451Z] "GET /httpbin/status/501 HTTP/1.1" 501 - 0 0 180 179 "172.17.0.3" "curl/7.59.0" "413bf460-bd56-4515-ada4-2a69c5e78e54" "httpbin.org" "52.71.234.219:80""#,
        "request 2019-04-10T03:49:34.631Z GET /httpbin/status/501 501 0.18s up=0.179s bytes=0 req=413bf460-bd56-4515-ada4-2a69c5e78e54 client=172.17.0.3"
      ),
      (
        #"ACCESS [2019-04-06T06:20:05.972Z] "- - -" 0 UF,URX 0 0 0 - "-" "-" "-" "-" "127.0.0.1:9200""#,
        "request 2019-04-06T06:20:05.972Z 0.0s bytes=0 failed"
      ),
      (
        #"[2016-04-15T20:17:00.310Z] "POST /api/v1/locations HTTP/2" 204 - 154 0 226 100 "10.0.35.28" "nsq2http" "cc21d9b0-cf5c-432b-8c7e-98aeb7988cd2" "locations" "tcp://10.0.2.1:80""#,
        "request 2016-04-15T20:17:00.536Z POST /api/v1/locations 204 0.226s up=0.1s bytes=0 req=cc21d9b0-cf5c-432b-8c7e-98aeb7988cd2 client=10.0.35.28"
      ),
      (
        #"[2024-11-14T21:30:15.488Z] "POST /grpc.health.v1.Health/Check HTTP/2" 200 - via_upstream - "-" 5 0 7 6 "-" "tonic/0.12.3" "51104f80-0f47-43c1-8319-c2e4f9c52041" "172.30.28.139:80" "10.128.2.65:8081" outbound|80||knative-local-gateway.istio-system.svc.cluster.local 10.129.2.103:59438 172.30.28.139:80 10.129.2.103:32832 - default"#,
        "request 2024-11-14T21:30:15.495Z POST /grpc.health.v1.Health/Check 200 0.007s up=0.006s bytes=0 req=51104f80-0f47-43c1-8319-c2e4f9c52041"
      ),
    ]
    for (line, expected) in lines {
      #expect(proxyRecord(line, by: &parser) == expected, "\(line)")
    }
  }

  @Test func `reads the common log of Traefik`() {
    var parser = TraefikFormat()
    let lines: [(String, String?)] = [
      (
        #"127.0.0.1 - - [09/Mar/2018:10:51:32 +0000] "GET / HTTP/1.1" 401 17 "-" "Go-http-client/1.1" 1 "testRouter with space" - 0ms"#,
        "request 2018-03-09T10:51:32Z GET / 401 0.0s bytes=17 client=127.0.0.1"
      ),
      (
        #"89.160.20.156 - - [28/Feb/2018:17:30:33 +0000] "GET /en/ HTTP/2.0" 200 2814 - "Mozilla/5.0 (iPhone; CPU iPhone OS 11_2_5 like Mac OS X)" 13 "Host-host1-com-0" "http://172.19.0.6:14008" 247ms"#,
        "request 2018-02-28T17:30:33.247Z GET /en/ 200 0.247s bytes=2814 client=89.160.20.156"
      ),
      (
        #"85.181.35.98 - - [02/Oct/2017:20:22:08 +0000] "GET /ui/favicons/favicon.ico HTTP/1.1" 304 0 "http://example.com/login" "Mozilla/5.0 (X11; Linux x86_64)" 271 "Host-host1 "http://172.19.0.3:5601" 3ms"#,
        "request 2017-10-02T20:22:08.003Z GET /ui/favicons/favicon.ico 304 0.003s bytes=0 client=85.181.35.98"
      ),
      (
        #"::1 - - [15/Apr/2024:13:04:10 +0000] "GET / HTTP/1.1" - - "-" "-" 27 "-" "-" 0ms"#,
        "request 2024-04-15T13:04:10Z GET / 0.0s failed client=::1"
      ),
      (
        #"127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] "GET /apache_pb.gif HTTP/1.0" 200 2326"#,
        nil
      ),
    ]
    for (line, expected) in lines {
      #expect(proxyRecord(line, by: &parser) == expected, "\(line)")
    }
  }

  @Test func `reads the native log of Squid`() {
    var parser = SquidFormat()
    let lines: [(String, String?)] = [
      (
        "1795240245.058      2 127.0.0.1 TCP_MISS/200 400 GET http://127.0.0.1/cache/1 - FIRSTUP_PARENT/127.0.0.1 -",
        "request 2026-11-21T05:50:45.058Z GET http://127.0.0.1/cache/1 200 0.002s bytes=400 client=127.0.0.1 miss"
      ),
      (
        "1795240245.064      0 127.0.0.1 TCP_MEM_HIT/200 406 GET http://127.0.0.1/cache/1 - HIER_NONE/- -",
        "request 2026-11-21T05:50:45.064Z GET http://127.0.0.1/cache/1 200 0.0s bytes=406 client=127.0.0.1 hit"
      ),
      (
        "1795240245.363    292 127.0.0.1 TCP_MISS/200 318 GET http://127.0.0.1/slow/2 - FIRSTUP_PARENT/127.0.0.1 -",
        "request 2026-11-21T05:50:45.363Z GET http://127.0.0.1/slow/2 200 0.292s bytes=318 client=127.0.0.1 miss"
      ),
      (
        "1795240245.415     45 127.0.0.1 TCP_MISS/404 325 GET http://127.0.0.1/missing - FIRSTUP_PARENT/127.0.0.1 -",
        "request 2026-11-21T05:50:45.415Z GET http://127.0.0.1/missing 404 0.045s bytes=325 client=127.0.0.1 miss"
      ),
      (
        "1795240245.463     41 127.0.0.1 TCP_MISS/500 337 GET http://127.0.0.1/boom - FIRSTUP_PARENT/127.0.0.1 -",
        "request 2026-11-21T05:50:45.463Z GET http://127.0.0.1/boom 500 0.041s bytes=337 client=127.0.0.1 miss"
      ),
      (
        "1795240245.470      0 127.0.0.1 TCP_DENIED/403 3411 GET http://127.0.0.1/denied - HIER_NONE/- text/html",
        "request 2026-11-21T05:50:45.47Z GET http://127.0.0.1/denied 403 0.0s bytes=3411 client=127.0.0.1"
      ),
      (
        "1795240245.727    251 127.0.0.1 TCP_MISS/200 318 GET http://127.0.0.1:18800/slow/fwd - HIER_DIRECT/127.0.0.1 -",
        "request 2026-11-21T05:50:45.727Z GET http://127.0.0.1:18800/slow/fwd 200 0.251s bytes=318 client=127.0.0.1 miss"
      ),
      (
        "1795240246.550      0 127.0.0.1 NONE_NONE/000 0 - error:transaction-end-before-headers - HIER_NONE/- -",
        "message 2026-11-21T05:50:46.55Z 0.0s bytes=0 client=127.0.0.1 | 1795240246.550      0 127.0.0.1 NONE_NONE/000 0 - error:transaction-end-before-headers - HIER_NONE/- -"
      ),
      (
        "1157689320.327   2864 10.105.21.199 TCP_MISS/200 10182 GET http://www.goonernews.com/ badeyek DIRECT/175.16.199.61 text/html",
        "request 2006-09-08T04:22:00.327Z GET http://www.goonernews.com/ 200 2.864s bytes=10182 client=10.105.21.199 user=badeyek miss"
      ),
      (
        #"1773416922.391    104 10.105.21.199 58938 TCP_MISS/200 904 123 364 123 528 GET http://example.com/ 1.1 badeyek HIER_DIRECT/203.0.113.10 80 text/html - - "-" "curl/8.14.1" "example.com" "-" 53 -"#,
        "request 2026-03-13T15:48:42.391Z GET http://example.com/ 200 0.104s bytes=904 client=10.105.21.199 user=badeyek miss"
      ),
      (
        #"1773416922.568    158 10.105.21.199 58948 TCP_TUNNEL/200 28854 2051 39 120 - CONNECT www.google.com:443 1.1 badeyek HIER_DIRECT/198.51.100.20 443 - - - "-" "curl/8.14.1" "www.google.com:443" "-" 37 -"#,
        "request 2026-03-13T15:48:42.568Z CONNECT www.google.com:443 200 0.158s bytes=28854 client=10.105.21.199 user=badeyek"
      ),
      (
        "1157689320.343   1357 10.105.21.199 TCP_REFRESH_HIT/304 214 GET http://www.goonernews.com/styles.css badeyek DIRECT/207.58.145.61 -",
        "request 2006-09-08T04:22:00.343Z GET http://www.goonernews.com/styles.css 304 1.357s bytes=214 client=10.105.21.199 user=badeyek hit"
      ),
    ]
    for (line, expected) in lines {
      #expect(proxyRecord(line, by: &parser) == expected, "\(line)")
    }
  }

  @Test func `reads the combined log of Squid`() {
    var parser = SquidCombinedFormat()
    let lines: [(String, String?)] = [
      (
        #"127.0.0.1 - - [21/Nov/2026:05:50:45 +0000] "GET http://127.0.0.1/cache/1 HTTP/1.1" 200 400 "-" "curl/7.88.1" TCP_MISS:FIRSTUP_PARENT"#,
        "request 2026-11-21T05:50:45Z GET http://127.0.0.1/cache/1 200 bytes=400 client=127.0.0.1 miss"
      ),
      (
        #"127.0.0.1 - - [21/Nov/2026:05:50:45 +0000] "GET http://127.0.0.1/cache/1 HTTP/1.1" 200 406 "-" "curl/7.88.1" TCP_MEM_HIT:HIER_NONE"#,
        "request 2026-11-21T05:50:45Z GET http://127.0.0.1/cache/1 200 bytes=406 client=127.0.0.1 hit"
      ),
      (
        #"127.0.0.1 - - [21/Nov/2026:05:50:45 +0000] "GET http://127.0.0.1/denied HTTP/1.1" 403 3411 "-" "curl/7.88.1" TCP_DENIED:HIER_NONE"#,
        "request 2026-11-21T05:50:45Z GET http://127.0.0.1/denied 403 bytes=3411 client=127.0.0.1"
      ),
      (
        #"127.0.0.1 - - [21/Nov/2026:05:50:46 +0000] "- error:transaction-end-before-headers HTTP/0.0" 0 0 "-" "-" NONE_NONE:HIER_NONE"#,
        nil
      ),
    ]
    for (line, expected) in lines {
      #expect(proxyRecord(line, by: &parser) == expected, "\(line)")
    }
  }

  @Test(arguments: [
    ("TCP_MEM_HIT", "hit"), ("TCP_REFRESH_UNMODIFIED", "hit"), ("TCP_REFRESH_MODIFIED", "miss"),
    ("TCP_CLIENT_REFRESH_MISS_ABORTED", "miss"), ("TCP_REFRESH_FAIL_OLD", "hit"),
    ("TCP_DENIED", "unknown"), ("NONE", "unknown"), ("RefreshHit", "hit"), ("Error", "unknown"),
    ("OriginShieldHit", "hit"), ("EXPIRED", "miss"), ("STALE", "hit"), ("BYPASS", "unknown"),
    ("dynamic", "unknown"), ("revalidated", "hit"), ("stream_hit", "hit"), ("-", "unknown"),
  ])
  func `knows what caches say`(word: String, outcome: String) {
    var word = word
    #expect(word.withUTF8 { "\(CacheWords.outcome(of: Bytes($0)))" } == outcome)
  }

  @Test(arguments: [
    ("10.0.0.1:2817", "10.0.0.1"), ("10.0.0.1", "10.0.0.1"), ("[2001:db8::1]:443", "2001:db8::1"),
    ("2001:db8::1", "2001:db8::1"), ("192.0.2.1, 10.0.0.1", "192.0.2.1"), ("", ""), ("[::", "[::"),
  ])
  func `finds the host of a client`(text: String, host: String) {
    var text = text
    #expect(text.withUTF8 { String(decoding: PeerAddress.host(Bytes($0)), as: UTF8.self) } == host)
  }
}
