/// nginx `combined` with `$request_time` (and what else people add) after the user agent.
///
/// Variables: https://nginx.org/en/docs/http/ngx_http_log_module.html#log_format
package struct NginxTimedFormat: LocalStampFormat {
  package static let name = "nginx-timed"
  package static let vantage = "nginx"
  package static let samples = [
    #"203.0.113.9 - - [01/Jan/2026:00:00:00 +0000] "GET /api/v1/items/42?x=1 HTTP/1.1" 200 512 "-" "curl/8.5.0" 0.057"#,
    #"127.0.0.1 - - [06/Sep/2015:05:58:05 +0900] "POST /foo/bar?token=xxx&uuid=1234 HTTP/1.1" 200 12 "-" "curl/7.54.0" "-" 0.057"#,
    #"127.0.0.1 - - [06/Sep/2015:05:58:05 +0900] "POST /foo/bar HTTP/1.1" 200 12 "-" "curl/7.54.0" - 0.321"#,
    #"10.0.0.1 - - [27/Oct/2021:06:00:14 +0200] "GET /w HTTP/1.1" 200 552 "-" "UA" 4.001 "1.000, 0.250, 2.000, 0.750""#,
    #"10.0.0.7 - - [09/Sep/2017:23:00:02 +0200] "GET /x HTTP/1.1" 200 1 "-" "python-requests/2.13.0" rt=0.151 uct="0.000" urt="0.151" rid=f3c1"#,
  ]

  package static let layout: String? =
    #"$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "#
    + #""$http_referer" "$http_user_agent" $request_time"#

  package var stampContext: StampContext {
    get { line.stampContext }
    set { line.stampContext = newValue }
  }

  private var line = AccessLine()

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    line.parse(entry, tail: .timedAgent, into: &record)
  }
}
