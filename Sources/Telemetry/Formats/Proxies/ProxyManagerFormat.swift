/// The access logs of Nginx Proxy Manager: of its hosts, and of redirections and pages not found.
///
/// They have no times of requests.
/// Source: https://github.com/NginxProxyManager/nginx-proxy-manager/blob/develop/docker/rootfs/etc/nginx/conf.d/include/log-proxy.conf
package struct ProxyManagerFormat: LaidOutFormat {
  package static let name = "proxy-manager"
  package static let vantage = "nginx"
  package static let samples = [
    #"[31/Jul/2026:17:53:30 +0000] - 200 200 - GET https a.example.com "/favicon.ico" [Client 172.68.4.221] [Length 14908] [Gzip -] [Sent-to 172.18.0.1] "Mozilla/5.0" "-""#,
    #"[10/Jan/2026:10:30:45 +0000] HIT - 304 - GET https example.com "/a?b=1" [Client 192.168.1.100] [Length 0] [Gzip 2.50] [Sent-to 10.0.0.5] [SSL TLSv1.3/TLS_AES_256_GCM_SHA384] "Mozilla/5.0" "-""#,
    #"[10/Jan/2026:10:30:45 +0000] 404 - GET http example.com "/nope" [Client 192.168.1.100] [Length 150] [Gzip -] "curl/8.5.0" "-""#,
  ]
  package static let layout: String? =
    "[$time_local] $upstream_cache_status $upstream_status $status - $request_method $scheme "
    + #"$host "$request_uri" [Client $remote_addr] [Length $body_bytes_sent] [Gzip $gzip_ratio] "#
    + #"[Sent-to $server] "$http_user_agent" "$http_referer""#

  private static let request =
    #"$status - $request_method $scheme $host "$request_uri" [Client $remote_addr]"#
    + " [Length $body_bytes_sent] [Gzip $gzip_ratio]"
  private static let agent = #" "$http_user_agent" "$http_referer""#

  private static let known = [
    "[$time_local] $upstream_cache_status $upstream_status " + request + " [Sent-to $server]"
      + agent,
    "[$time_local] " + request + agent,
  ].map { NginxLayout.pattern($0) }

  var patterns: [LayoutPattern] { variants.patterns }

  private var variants = LayoutVariants(known)

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    variants.parse(entry, into: &record)
  }
}
