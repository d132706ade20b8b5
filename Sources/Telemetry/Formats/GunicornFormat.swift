/// gunicorn's access log with `%(L)s`, the seconds with six decimals, and the lines of its arbiter.
///
/// Its own layout is the combined one, which `nginx-combined` reads; a whole number at the end is
/// `%(D)s` to `apache-timed` or `%(M)s` to `apache-milliseconds`.
/// Source: https://docs.gunicorn.org/en/stable/settings.html#access-log-format
package struct GunicornFormat: LaidOutFormat {
  package static let name = "gunicorn"
  package static let vantage = GunicornServer.vantage
  package static let samples = [
    #"127.0.0.1 - - [01/Jan/2026:10:00:00 +0000] "GET /items/42 HTTP/1.1" 200 14 "-" "curl/8.14.1" 0.102133"#,
    #"127.0.0.1 - - [01/Jan/2026:10:00:00 +0000] "GET /items/42 HTTP/1.1" 200 14 0.102133"#,
    #"127.0.0.1 - - [01/Jan/2026:10:00:00 +0000] "GET /items/42 HTTP/1.1" 200 14 "-" "curl/8.14.1" <4711> 0.102133"#,
    "[2026-01-01 10:00:00 +0000] [4711] [INFO] Booting worker with pid: 4711",
  ]
  package static let layout: String? =
    #"$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "#
    + #""$http_referer" "$http_user_agent" $request_time"#

  private static let head = #"%(h)s %(l)s %(u)s %(t)s "%(r)s" %(s)s %(b)s"#
  private static let agent = #" "%(f)s" "%(a)s""#

  private static let known =
    [head + agent + " %(L)s", head + " %(L)s", head + agent + " %(p)s %(L)s"]
    .map { GunicornLayout.pattern($0) } + [arbiter]

  /// `[2026-01-01 10:00:00 +0000] [4711] [INFO] text`.
  private static let arbiter = LayoutPattern([
    ("[", .time), ("] [", .processID), ("] [", .level), ("] ", .message),
  ])

  var patterns: [LayoutPattern] { variants.patterns }

  private var variants = LayoutVariants(known)

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    variants.parse(entry, into: &record)
      && (record.kind == .request || record.level != .unknown)
  }
}
