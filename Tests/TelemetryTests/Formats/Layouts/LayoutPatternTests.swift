import Testing

@testable import Telemetry

@Suite struct LayoutPatternTests {
  private let timed =
    #"$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent $request_time"#

  private func difference(_ layout: String, _ line: String) throws -> String? {
    let pattern = try NginxLayout.pattern(LayoutSource(layout))
    var line = line
    return line.withUTF8 { pattern.firstDifference(in: Bytes($0)) }.map {
      "\($0.column) \($0.expected)"
    }
  }

  @Test(arguments: [
    (#"1.1.1.1 - - [01/Jan/2026:00:00:00 +0000] "GET / HTTP/1.1" 200 5 0.057"#, nil),
    (#"1.1.1.1 - - [01/Jan/2026:00:00:00 +0000] "GET / HTTP/1.1" 200 5 abc"#, "65 a number"),
    (
      #"1.1.1.1 - - [01/Jan/2026:00:00:00 +0000] "GET / HTTP/1.1" 2000 5 0.057"#,
      "59 a status of three digits"
    ),
    (#"1.1.1.1 - - [01/Jan/2026:00:00:00 +0000] "GET / HTTP/1.1" 200"#, "62 a blank"),
    (
      #"1.1.1.1 - - [yesterday] "GET / HTTP/1.1" 200 5 0.057"#,
      "14 a time such as 01/Jan/2026:00:00:00 +0000"
    ),
    (#"1.1.1.1 - - 01/Jan/2026"#, "12 ` [`"),
    (#"1.1.1.1 - - [01/Jan/2026:00:00:00 +0000] GET / HTTP/1.1 200 5 0.057"#, "40 `] \"`"),
    ("é - - [01/Jan/2026:00:00:00 +0000] \"é\" 2x0 5 0.057", "40 a status of three digits"),
    ("", "1 ` - `"),
  ])
  func `says where a line differs and what was expected`(line: String, expected: String?) throws {
    #expect(try difference(timed, line) == expected)
  }

  @Test func `a line must end where its layout ends`() throws {
    #expect(try difference("$uri [$status]", "/a [200] x") == "9 the end of the line")
    #expect(try difference("<$uri $status", "/a 200") == "1 `<`")
  }

  @Test func `a quote ends a field unless it is escaped`() throws {
    let layout = #""$http_user_agent" $status"#
    #expect(try difference(layout, #""a\"b" 200"#) == nil)
    #expect(try difference(layout, #""a"b" 200"#) == nil)
    #expect(try difference(layout, #""a\\" 200"#) == nil)
  }

  @Test(arguments: [
    ("0.100", 0.1), ("0.100, 0.200", 0.3), ("0.1 : 0.2", 0.3), ("-, 0.2", 0.2),
    ("0.1, 0.2 : 0.4, -", 0.7),
  ])
  func `sums the times of several upstreams`(value: String, sum: Double) throws {
    let pattern = try NginxLayout.pattern(
      LayoutSource("$upstream_addr $upstream_response_time $upstream_status $status"))
    var line = "a:1, b:2 : c:3 \(value) 502, 200 200"
    line.withUTF8 { text in
      var values = LayoutValues()
      var record = LogRecord()
      #expect(pattern.read(Bytes(text), &values, into: &record) == nil)
      #expect(abs(record.upstreamSeconds - sum) < 1e-9)
      #expect(record.status == 200)
    }
  }

  @Test func `of several times the finest counts, wherever it stands`() {
    for (layout, line) in [
      ("%T %{ms}T %D %s", "1 1250 1250700 200"), ("%D %T %{ms}T %s", "1250700 1 1250 200"),
    ] {
      #expect(summary(of: line, described: layout) == "request 200 1.2507s")
    }
  }

  @Test(arguments: ["-", "", "-1"])
  func `an absent time is not zero`(absent: String) {
    #expect(summary(of: "\(absent)|200", described: "$request_time|$status") == "request 200")
  }

  @Test(arguments: [
    ("%{%d/%b/%Y:%H:%M:%S %z}t %s", "21/Nov/2026:05:55:10 +0200 200", "2026-11-21T03:55:10Z"),
    ("%{%s}t %s", "1795240510 200", "2026-11-21T05:55:10Z"),
    ("%{msec}t %s", "1795240510853 200", "2026-11-21T05:55:10.853Z"),
    ("%{usec}t %s", "1795240510853945 200", "2026-11-21T05:55:10.853945Z"),
    ("%{%F %T}t %s", "2026-11-21 05:55:10 200", "2026-11-21T05:55:10Z"),
    ("%{%D %r}t %s", "11/21/26 05:55:10 PM 200", "2026-11-21T17:55:10Z"),
    ("%{%c}t %s", "Sat Nov 21 05:55:10 2026 200", "2026-11-21T05:55:10Z"),
    ("%{%Y%m%d%H%M%S}t %s", "20261121055510 200", "2026-11-21T05:55:10Z"),
    (
      "%{%a, %e %b %Y %H:%M:%S %Z}t %s", "Sat,  1 Nov 2026 05:55:10 GMT 200", "2026-11-01T05:55:10Z"
    ),
  ])
  func `reads stamps as strftime writes them`(layout: String, line: String, time: String) {
    #expect(summary(of: line, described: layout) == "request \(time) 200")
  }

  @Test func `a day that does not exist is no stamp`() {
    #expect(summary(of: "2026-02-30 200", described: "%{%F}t %s") == nil)
  }
}
