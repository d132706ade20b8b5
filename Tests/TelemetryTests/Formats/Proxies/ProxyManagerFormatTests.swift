import Testing

@testable import Telemetry

/// Access logs of Nginx Proxy Manager and of Reactor Netty, and connections in that of Envoy.
@Suite struct ProxyManagerFormatTests {
  @Test func `reads the lines of hosts and of what no host answers`() {
    #expect(
      ProxyManagerFormat.samples.map { summary(of: $0, as: ProxyManagerFormat.self) } == [
        "request 2026-07-31T17:53:30Z GET /favicon.ico 200 bytes=14908 client=172.68.4.221",
        "request 2026-01-10T10:30:45Z GET /a?b=1 304 bytes=0 client=192.168.1.100",
        "request 2026-01-10T10:30:45Z GET /nope 404 bytes=150 client=192.168.1.100",
      ])
  }

  @Test func `adds the milliseconds of Reactor Netty to when a request came`() {
    #expect(
      ReactorNettyFormat.samples.map { summary(of: $0, as: ReactorNettyFormat.self) } == [
        "request 2024-03-15T10:23:45.012Z GET /users/42 200 0.012s bytes=123 client=127.0.0.1",
        "request 2024-03-15T09:23:47.212Z POST /orders 500 1.212s bytes=0 client=0:0:0:0:0:0:0:1",
        "request 2019-09-25T10:23:45.007Z GET /users/42 200 0.007s bytes=123 client=172.17.0.1",
      ])
  }

  @Test(arguments: [
    #"::1 - - [15/Mar/2024:10:23:45 +0000] "GET /users/1 HTTP/1.1" 200 123 8.1 ms"#,
    #"::1 - - [15/Mar/2024:10:23:45 +0000] "GET /users/1 HTTP/1.1" 200 123 ms"#,
    #"::1 - - [15/Mar/2024:10:23:45 +0000] "GET /users/1 HTTP/1.1" 200 123 "-" "curl/8" 12 ms"#,
    #"127.0.0.1 - - [null] "null null null" 200 40 1672143456978 ms"#,
  ])
  func `leaves lines of morgan to other formats`(line: String) {
    #expect(summary(of: line, as: ReactorNettyFormat.self) == nil)
  }

  @Test(arguments: [
    (#""response_code":0,"response_flags":"-""#, "message"),
    (#""response_code":"0","response_flags":null"#, "message"),
    (#""response_code":0,"response_flags":"UF,URX""#, "request"),
    (#""response_code":400,"response_flags":"-""#, "request"),
  ])
  func `takes a connection without HTTP for no request`(fields: String, kind: String) {
    let line =
      #"{"start_time":"2024-03-15T10:23:45.123Z","method":null,"path":null,\#(fields),"duration":60000,"bytes_sent":5678,"upstream_host":"10.0.0.1:5432"}"#
    let result = summary(of: line, as: EnvoyJSONFormat.self)
    #expect(result?.split(separator: " ").first.map(String.init) == kind)
    #expect(result?.contains(" failed") == (fields.contains("UF")))
  }
}
