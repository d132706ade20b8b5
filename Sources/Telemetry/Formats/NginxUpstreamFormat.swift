/// nginx with `$request_time` and the time of the upstream before the referer, or without one; also
/// the widespread `upstreamlog`, whose lines say which upstream a request went to.
///
/// Times after the user agent are those of `nginx-timed`. Times need three decimals, which tells
/// them from the whole microseconds that Apache writes in the same place; several upstreams make
/// a list, which is summed.
/// Source: https://nginx.org/en/docs/http/ngx_http_upstream_module.html#var_upstream_response_time
package struct NginxUpstreamFormat: LaidOutFormat {
  package static let name = "nginx-upstream"
  package static let vantage = "nginx"
  package static let samples = [
    #"203.0.113.9 - - [01/Jan/2026:00:00:00 +0000] "GET /api/items/42 HTTP/1.1" 200 512 0.057 0.055 "-" "curl/8.5.0""#,
    #"203.0.113.9 - bob [01/Jan/2026:00:00:00 +0000] "POST /api/items HTTP/1.1" 502 157 1.250 1.000, 0.250 "https://x.io/" "Mozilla/5.0 (X11)""#,
    #"203.0.113.9 - - [01/Jan/2026:00:00:00 +0000] "GET /a HTTP/1.1" 200 512 0.057 "-" "curl/8.5.0""#,
    #"203.0.113.9 - - [2026-01-01T00:00:00+00:00] "GET /a HTTP/1.1" 200 512 0.057 -"#,
    #"203.0.113.9 - - [01/Jan/2026:00:00:00 +0000] "GET /a HTTP/1.1" 200 512 0.057"#,
    #"[10/Oct/2025:13:55:36 +0000] 10.0.0.1 - - - example.com example.com to: 127.0.0.1:8000: GET /api/users HTTP/1.1 200 upstream_response_time 0.125 msec 1760104536.123 request_time 0.130"#,
  ]
  package static let layout: String? = head + #" $request_time $upstream_response_time"# + agent

  private static let head =
    #"$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent"#
  private static let agent = #" "$http_referer" "$http_user_agent""#
  private static let times = " $request_time $upstream_response_time"

  private static let named =
    "[$time_local] $remote_addr - $remote_user - $server_name to: $upstream_addr: $request"
  private static let namedTimes =
    " upstream_response_time $upstream_response_time msec $msec request_time $request_time"

  private static let known = [
    head + times + agent,
    head + " $request_time" + agent,
    head + times,
    head + " $request_time",
    head + " $request_time $upstream_connect_time $upstream_header_time $upstream_response_time"
      + agent,
    head + times + agent + #" "$http_x_forwarded_for""#,
    head + " $request_time" + agent + #" "$http_x_forwarded_for""#,
    // Stamps of another layout, which the faster formats do not look for.
    head + agent + " $request_time",
    head + agent + times,
    named + " $status" + namedTimes,
    named + namedTimes,
  ].map { NginxLayout.pattern($0) }

  var patterns: [LayoutPattern] { variants.patterns }

  private var variants = LayoutVariants(known)

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    variants.parse(entry, into: &record)
  }
}
