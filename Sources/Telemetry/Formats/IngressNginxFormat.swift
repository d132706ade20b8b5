/// The access log of Kubernetes' ingress-nginx controller, now and in its older layouts.
///
/// Source: https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/log-format/
package struct IngressNginxFormat: LaidOutFormat {
  package static let name = "ingress-nginx"
  package static let vantage = "nginx"
  package static let samples = [
    #"192.168.64.14 - - [07/Feb/2020:12:02:42 +0000] "GET /v2/some HTTP/1.1" 200 61 "-" "Mozilla/5.0" 348 0.105 [default-web2-8080] [] 172.17.0.6:8080, 172.17.0.7:8080 61, 100 0.100, 0.004 200, 203 835136ae24486dd4156fba05ba4d5b04"#,
    #"192.168.64.1 - - [07/Feb/2020:11:48:51 +0000] "GET /hello HTTP/1.1" 503 198 "-" "curl/7.54.0" 84 0.000 [default-web-8080] [] - - - - 0fb0ddd7fbd40fc8c1b3b2bb4ab8dc60"#,
    #"10.0.0.5 - [10.0.0.5] - bob [07/Feb/2020:12:02:42 +0000] "GET /v2 HTTP/2.0" 200 61 "-" "UA" 348 0.001 [default-web2-8080] 172.17.0.6:8080 61 0.001 200 835136ae24486dd4156fba05ba4d5b04"#,
  ]
  package static let layout: String? =
    client + request + upstream + " [$proxy_alternative_upstream_name]" + tail + " $req_id"

  private static let client = "$remote_addr - $remote_user"
  private static let request =
    #" [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent""#
  private static let upstream = " $request_length $request_time [$proxy_upstream_name]"
  private static let tail =
    " $upstream_addr $upstream_response_length $upstream_response_time $upstream_status"

  private static let known = [
    client + request + upstream + " [$proxy_alternative_upstream_name]" + tail + " $req_id",
    client + request + upstream + tail + " $req_id",
    "$the_real_ip - [$real_ip] - $remote_user" + request + upstream + tail + " $req_id",
    "$the_real_ip - [$real_ip] - $remote_user" + request + upstream + tail,
  ].map { NginxLayout.pattern($0) }

  var patterns: [LayoutPattern] { variants.patterns }

  private var variants = LayoutVariants(known)

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    variants.parse(entry, into: &record)
  }
}
