/// Apache's `vhost_combined`, the log of all virtual hosts on Debian: host and port come first.
///
/// Source: https://httpd.apache.org/docs/2.4/logs.html#virtualhosts
package struct VhostCombinedFormat: LaidOutFormat {
  package static let name = "vhost-combined"
  package static let vantage = "nginx"
  package static let samples = [
    #"vhost.io:80 8.8.4.4 - - [02/Mar/2016:08:14:04 -0600] "GET /shop HTTP/1.1" 200 615 "-" "Googlebot-Image/1.0""#,
    #"bing.com:80 142.250.190.142 - - [01/Jul/2013:06:41:31 -0500] "-" 408 0 "-" "-""#,
    #"[2001:db8::2]:8080 2001:db8::7 - bob [02/Mar/2016:08:14:04 +0000] "GET / HTTP/2.0" 304 - "-" "curl/8.5.0""#,
    #"bing.com:80 142.250.190.142 - - [01/Jul/2013:06:41:31 -0500] "-" 408 -"#,
  ]
  package static let layout: String? =
    #"$server_name:$server_port $remote_addr - $remote_user [$time_local] "$request" $status "#
    + #"$body_bytes_sent "$http_referer" "$http_user_agent""#

  private static let known = [
    ApacheLayout.pattern(#"%v:%p %h %l %u %t "%r" %>s %O "%{Referer}i" "%{User-Agent}i""#),
    ApacheLayout.pattern(#"%v:%p %h %l %u %t "%r" %>s %O"#),
  ]

  var patterns: [LayoutPattern] { variants.patterns }

  private var variants = LayoutVariants(known)

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    variants.parse(entry, into: &record)
  }
}
