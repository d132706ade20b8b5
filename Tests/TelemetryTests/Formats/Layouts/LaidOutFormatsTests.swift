import Testing

@testable import Telemetry

/// Formats of the catalogue that are read by layouts.
@Suite struct LaidOutFormatsTests {
  @Test(arguments: [
    (
      #"vhost.io:80 8.8.4.4 - - [02/Mar/2016:08:14:04 -0600] "GET /shop HTTP/1.1" 200 615 "-" "Googlebot-Image/1.0""#,
      "request 2016-03-02T14:14:04Z GET /shop 200 bytes=615 client=8.8.4.4"
    ),
    (
      #"bing.com:80 142.250.190.142 - - [01/Jul/2013:06:41:31 -0500] "-" 408 0 "-" "-""#,
      "request 2013-07-01T11:41:31Z 408 bytes=0 client=142.250.190.142"
    ),
    (
      #"[2001:db8::2]:8080 2001:db8::7 - bob [02/Mar/2016:08:14:04 +0000] "GET / HTTP/2.0" 304 - "-" "curl""#,
      "request 2016-03-02T08:14:04Z GET / 304 bytes=0 client=2001:db8::7 user=bob"
    ),
    (
      #"shop.example:80 127.0.0.1 - - [21/Nov/2026:05:55:10 +0000] "GET /sleep/0?q=a%20b HTTP/1.1" 200 132 "http://r.io/a b" "odd \"agent\" \\ x""#,
      "request 2026-11-21T05:55:10Z GET /sleep/0?q=a%20b 200 bytes=132 client=127.0.0.1"
    ),
  ])
  func `vhost-combined reads the virtual host first`(line: String, expected: String) {
    #expect(summary(of: line, as: VhostCombinedFormat.self) == expected)
  }

  @Test func `vhost-combined wants a port after the host`() {
    let line = #"2001:db8::1 - - [02/Mar/2016:08:14:04 +0000] "GET / HTTP/1.1" 200 1 "-" "-""#
    #expect(summary(of: line, as: VhostCombinedFormat.self) == nil)
    #expect(summary(of: "a " + line, as: VhostCombinedFormat.self) == nil)
    let common = #"a 2001:db8::1 - - [02/Mar/2016:08:14:04 +0000] "GET / HTTP/1.1" 200 1"#
    #expect(summary(of: common, as: VhostCombinedFormat.self) == nil)
    #expect(summary(of: "a.io:1" + common.dropFirst(), as: VhostCombinedFormat.self) != nil)
  }

  @Test(arguments: [
    (
      #"127.0.0.1 - - [21/Nov/2026:05:54:12 +0000] "GET /bad/sleep/50 HTTP/1.1" 200 12 0.052 0.000, 0.052 "-" "curl/7.88.1""#,
      "request 2026-11-21T05:54:12Z GET /bad/sleep/50 200 0.052s up=0.052s bytes=12 client=127.0.0.1"
    ),
    (
      #"127.0.0.1 - - [21/Nov/2026:05:54:09 +0000] "\x16\x03\x01\x02\x00\x01" 400 157 0.200 - "-" "-""#,
      "request 2026-11-21T05:54:09Z 400 0.2s bytes=157 client=127.0.0.1"
    ),
    (
      #"127.0.0.1 - bob [21/Nov/2026:05:54:12 +0000] "GET /a HTTP/1.1" 200 12 0.128"#,
      "request 2026-11-21T05:54:12Z GET /a 200 0.128s bytes=12 client=127.0.0.1 user=bob"
    ),
    (
      "[10/Oct/2025:13:55:36 +0000] 10.0.0.1 - bob - a.io  to: 127.0.0.1:8000: POST /api HTTP/1.1 upstream_response_time - msec 1760104536.123 request_time 0.130",
      "request 2025-10-10T13:55:36.123Z POST /api 0.13s client=10.0.0.1 user=bob"
    ),
    (
      "[10/Oct/2025:13:55:36 +0000] 10.0.0.1 - - - a.io a.io to: 127.0.0.1:8000: GET /api/users HTTP/1.1 200 upstream_response_time 0.125 msec 1760104536.123 request_time 0.130",
      "request 2025-10-10T13:55:36.123Z GET /api/users 200 0.13s up=0.125s client=10.0.0.1"
    ),
  ])
  func `nginx-upstream reads times before the referer`(line: String, expected: String) {
    #expect(summary(of: line, as: NginxUpstreamFormat.self) == expected)
    #expect(summary(of: line, as: NginxTimedFormat.self) == nil)
  }

  @Test(arguments: [
    (
      #"127.0.0.1 - - [21/Nov/2026:05:54:12 +0000] "GET /bad/sleep/50 HTTP/1.1" 200 12 "-" "curl/7.88.1" 90 0.052 [bad] [] 127.0.0.1:9499, 127.0.0.1:9500 0, 12 0.000, 0.052 502, 200 3ecf9d4a509b0825ddb7ac9ef2cd19cc"#,
      "request 2026-11-21T05:54:12Z GET /bad/sleep/50 200 0.052s up=0.052s bytes=12 req=3ecf9d4a509b0825ddb7ac9ef2cd19cc client=127.0.0.1"
    ),
    (
      #"10.0.0.5 - [10.0.0.5] - bob [07/Feb/2020:12:02:42 +0000] "GET /v2 HTTP/2.0" 200 61 "-" "UA" 348 0.001 [web-8080] - - - -"#,
      "request 2020-02-07T12:02:42Z GET /v2 200 0.001s bytes=61 client=10.0.0.5 user=bob"
    ),
  ])
  func `ingress-nginx reads its old and new layouts`(line: String, expected: String) {
    #expect(summary(of: line, as: IngressNginxFormat.self) == expected)
  }

  @Test(arguments: [
    (
      #"192.168.74.9 - - [04/Apr/2018:10:29:11 +0000] "GET /docs/ HTTP/1.1" 200 1880 8680 "-" "Mozilla/5.0""#,
      "request 2018-04-04T10:29:11.00868Z GET /docs/ 200 0.00868s bytes=1880 client=192.168.74.9"
    ),
    (
      #"127.0.0.1 - - [21/Nov/2026:05:55:11 +0000] "HEAD /sleep/1250 HTTP/1.1" 200 - "-" "odd \"agent\" \\ x" 1251765"#,
      "request 2026-11-21T05:55:12.251765Z HEAD /sleep/1250 200 1.251765s bytes=0 client=127.0.0.1"
    ),
    (
      #"127.0.0.1 - - [21/Nov/2026:05:55:11 +0000] "GET /a HTTP/1.1" 200 1 "-" "ua" 2/2000680"#,
      "request 2026-11-21T05:55:13.00068Z GET /a 200 2.00068s bytes=1 client=127.0.0.1"
    ),
  ])
  func `apache-timed counts microseconds from the stamp on`(line: String, expected: String) {
    #expect(summary(of: line, as: ApacheTimedFormat.self) == expected)
  }

  /// Microseconds of a server that is mostly fast.
  private static let microseconds = [
    340, 1200, 77, 21, 8870, 15_400, 260, 31_250, 905, 44, 12_100, 690, 2750, 118, 53_300, 430,
    9800, 61, 1530, 24_600,
  ]
  private static let milliseconds = [
    12, 340, 2, 1200, 77, 8, 45, 31, 9, 0, 150, 22, 640, 5, 3, 88, 17, 260, 33, 14,
  ]
  /// `$request_length`, one of a request with a large body.
  private static let lengths = [
    512, 110, 1204, 455, 701, 389, 640, 1190, 402, 977, 530, 388, 861, 445, 1333, 48_512, 690, 404,
    718, 599,
  ]
  /// Mostly fast, but no seconds: one would be more than ten minutes.
  private static let mostlyFast = [
    0, 1, 2, 3, 4, 650, 12, 30, 7, 9, 45, 0, 1, 3, 120, 18, 6, 2, 88, 25,
  ]

  private static func log(_ numbers: [Int]) -> String {
    numbers.enumerated().map { place, number in
      #"1.1.1.1 - - [21/Nov/2026:05:55:11 +0000] "GET / HTTP/1.1" 200 "#
        + "\(50_000 + place % 7) \"-\" \"ua\" \(number)\n"
    }.joined()
  }

  private static let someShort = microseconds.map { $0 == 21 ? 12 : $0 }
  private static let perhapsSeconds = mostlyFast.map { min($0, 120) }
  private static let tooFew = Array(microseconds.dropLast())

  /// Numbers at the ends of a log's lines, and what they are taken for.
  private static let found: [(numbers: [Int], format: String)] = [
    (microseconds, "apache-timed"), (someShort, "apache-milliseconds"),
    (milliseconds, "apache-milliseconds"), (mostlyFast, "apache-milliseconds"),
    (perhapsSeconds, "nginx-combined"), (tooFew, "nginx-combined"), ([8680], "nginx-combined"),
    (lengths, "nginx-combined"), (lengths + lengths + lengths, "nginx-combined"),
    // Later ones tell.
    (lengths + microseconds, "apache-timed"),
  ]

  @Test(arguments: found)
  func `whole numbers are times where twenty can be nothing else`(
    numbers: [Int], format: String
  ) {
    #expect(
      withBytes(Self.log(numbers)) { FormatDetection($0).primary?.label.string } == format)
  }

  @Test func `numbers that are not read are told of`() throws {
    func explanation(of text: String) -> String? {
      withBytes(text) { FormatDetection($0).explanation?.string }
    }
    func note(_ tails: [String]) -> String? {
      let lines = tails.map {
        #"1.1.1.1 - - [21/Nov/2026:05:55:11 +0000] "GET / HTTP/1.1" 200 1 "-" "ua""# + $0 + "\n"
      }
      return explanation(of: lines.joined())
    }
    #expect(
      note([" 0", " 3", " 1", ""])?.hasPrefix(
        "latency not read: the number behind 3 of 4 requests may be the time") == true)
    #expect(note([" 0", "", ""]) == nil)
    #expect(note([" 86 2201", " 90 110"]) == nil, "bytes in and out")
    #expect(note([" 340", " 1200"])?.contains("--format apache-timed") == true)
    #expect(explanation(of: Self.log(Self.lengths))?.contains("$request_length") == true)
    #expect(explanation(of: Self.log(Self.microseconds)) == nil)
  }

  @Test(arguments: [("apache-milliseconds", "0.003s"), ("apache-timed", "3e-06s")])
  func `a format that the user named takes every number`(name: String, time: String) throws {
    guard case .found(let format) = FormatDetection.lookUp(name: name) else {
      Issue.record("not found")
      return
    }
    func read(_ parser: some LogFormat) -> String? {
      var parser = parser
      let line = #"1.1.1.1 - - [21/Nov/2026:05:55:11 +0000] "GET /a HTTP/1.1" 200 1 "-" "ua" "#
      return summary(of: line + "3", by: &parser)
    }
    #expect(read(format)?.contains(" 200 \(time) ") == true)
  }

  @Test func `apache-milliseconds knows a virtual host, and numbers before the referer`() {
    let line = #"1.1.1.1 - - [21/Nov/2026:05:55:11 +0000] "GET /a HTTP/1.1" 200 1"#
    for text in ["a.io:443 \(line) \"-\" \"ua\" 12", "\(line) 12 \"-\" \"ua\""] {
      #expect(
        summary(of: text, as: ApacheMillisecondsFormat.self)
          == "request 2026-11-21T05:55:11.012Z GET /a 200 0.012s bytes=1 client=1.1.1.1")
    }
  }

  @Test func `apache-milliseconds counts them from the stamp on`() {
    let line =
      #"1.1.1.1 - - [21/Nov/2026:05:55:11 +0000] "GET /a HTTP/1.1" 200 1 "-" "ua" 1250"#
    #expect(
      summary(of: line, as: ApacheMillisecondsFormat.self)
        == "request 2026-11-21T05:55:12.25Z GET /a 200 1.25s bytes=1 client=1.1.1.1")
  }

  @Test(arguments: ["0", "3", "19", "0.057", "-", "1 2", ""])
  func `apache-timed leaves what cannot be microseconds`(time: String) {
    let line = #"1.1.1.1 - - [21/Nov/2026:05:55:11 +0000] "GET / HTTP/1.1" 200 1 "-" "ua" "#
    #expect(summary(of: line + time, as: ApacheTimedFormat.self) == nil)
  }

  @Test(arguments: [
    (
      #"127.0.0.1 127.0.0.1:9801 - [21/Nov/2026:05:54:03 +0000] "GET /sleep/0?q=a%20b HTTP/1.1" 200 12 "http://r.io/a b" "odd \"agent\" \\ x""#,
      "request 2026-11-21T05:54:03Z GET /sleep/0?q=a%20b 200 bytes=12 client=127.0.0.1"
    ),
    (
      #"127.0.0.1 127.0.0.1:9802 - [21/Nov/2026:05:54:05 +0000] "HEAD /sleep/1250 HTTP/1.1" 200 0 1253255 "-" "curl/7.88.1""#,
      "request 2026-11-21T05:54:05Z HEAD /sleep/1250 200 1.253255s bytes=0 client=127.0.0.1"
    ),
    (
      #"127.0.0.1 127.0.0.1:9803 - [21/Nov/2026:05:54:07 +0000] "HEAD /sleep/1250 HTTP/1.1" 200 0 89 142 1 "-" "curl/7.88.1""#,
      "request 2026-11-21T05:54:07Z HEAD /sleep/1250 200 1.0s bytes=0 client=127.0.0.1"
    ),
  ])
  func `lighttpd reads the host in the second place`(line: String, expected: String) {
    #expect(summary(of: line, as: LighttpdFormat.self) == expected)
  }

  @Test func `lighttpd wants a host in the second place`() {
    let line = #"127.0.0.1 - - [21/Nov/2026:05:54:09 +0000] "  " 400 345 "-" "-""#
    var parser = LighttpdFormat()
    #expect(summary(of: line, by: &parser) == nil)
    // Once others had one, a request that could not be read may lack it.
    _ = summary(of: LighttpdFormat.samples[1], by: &parser)
    #expect(
      summary(of: line, by: &parser)
        == "request 2026-11-21T05:54:09Z 400 bytes=345 client=127.0.0.1")
  }

  @Test(arguments: [
    (
      #"127.0.0.1 - - [21/Nov/2026:05:53:53 +0000] "HEAD /sleep/1250 HTTP/1.1" 200 0 "-" "curl/7.88.1" 1.250761"#,
      "request 2026-11-21T05:53:53Z HEAD /sleep/1250 200 1.250761s bytes=0 client=127.0.0.1"
    ),
    (
      #"127.0.0.1 - - [21/Nov/2026:05:53:52 +0000] "GET /sleep/0?q=a%20b HTTP/1.1" 200 12 "http://r.io/a b" "odd \"agent\" \ x" 0.000251"#,
      "request 2026-11-21T05:53:52Z GET /sleep/0?q=a%20b 200 0.000251s bytes=12 client=127.0.0.1"
    ),
    (
      "[2026-11-21 05:53:49 +0000] [9124] [INFO] Listening at: http://127.0.0.1:9501 (9124)",
      "message info 2026-11-21T05:53:49Z pid=9124 | Listening at: http://127.0.0.1:9501 (9124)"
    ),
  ])
  func `gunicorn reads its seconds and its arbiter`(line: String, expected: String) {
    #expect(summary(of: line, as: GunicornFormat.self) == expected)
  }

  @Test func `every layout that a format shows is a layout`() throws {
    for format in LogFormatCatalog.all {
      guard let layout = format.layout else { continue }
      #expect(throws: Never.self, "\(format.name)") {
        try NginxLayout.pattern(LayoutSource(layout))
      }
    }
  }
}
