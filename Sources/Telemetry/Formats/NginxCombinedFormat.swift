/// The combined log format of nginx, Apache and gunicorn: referer and user agent, no time.
///
/// Further fields after the user agent are allowed, and a time among them is read. Apache's stamp may
/// show a part of the second, which `%{%d/%b/%Y:%T}t.%{msec_frac}t %{%z}t` writes.
/// Sources: https://nginx.org/en/docs/http/ngx_http_log_module.html#access_log,
/// https://httpd.apache.org/docs/2.4/mod/mod_log_config.html#formats
package struct NginxCombinedFormat: LocalStampFormat {
  package static let name = "nginx-combined"
  package static let vantage = "nginx"
  package static let leavesNumbers = true
  package static let samples = [
    #"10.112.72.172 - - [11/Feb/2013:06:43:36 +0000] "GET /client/ HTTP/1.1" 200 5778 "-" "Mozilla/5.0 (X11)""#,
    #"10.112.81.15 - - [15/Feb/2013:06:00:31 +0000] "-" 400 0 "-" "-""#,
    #"192.0.2.7 - - [01/Jan/2026:10:00:00 +0000] "\x16\x03\x01\x02\x00\x01" 400 157 "-" "-""#,
    #"10.0.0.1 - - [10/Oct/2025:13:55:36.123 +0200] "GET /users/5 HTTP/1.1" 200 5 "-" "curl/8.5.0""#,
  ]

  package static let layout: String? =
    #"$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "#
    + #""$http_referer" "$http_user_agent""#

  package var stampContext: StampContext {
    get { line.stampContext }
    set { line.stampContext = newValue }
  }

  private var line = AccessLine()

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    line.parse(entry, tail: .agent, into: &record)
  }
}
