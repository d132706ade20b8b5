/// Apache's common and combined formats with `%{ms}T`, and gunicorn's with `%(M)s`.
///
/// The lines look like those with `%D`, which `apache-timed` reads; a log is one of milliseconds where
/// it has numbers that no request takes in microseconds, under 20. Under 5 a number may be whole
/// seconds (`%T`): a log that has mostly such ones is left to formats without a time.
/// Apache's stamp is when a request came, so its duration is added to it.
/// Sources: https://httpd.apache.org/docs/2.4/mod/mod_log_config.html#formats,
/// https://docs.gunicorn.org/en/stable/settings.html#access-log-format
package struct ApacheMillisecondsFormat: LaidOutFormat {
  package static let name = "apache-milliseconds"
  package static let vantage = "apache"
  package static let samples = [
    #"192.168.74.9 - - [04/Apr/2018:10:29:11 +0000] "GET /docs/ HTTP/1.1" 200 1880 "-" "Mozilla/5.0" 12"#,
    #"192.168.74.9 - frank [04/Apr/2018:10:29:11 +0000] "GET /docs/ HTTP/1.1" 304 - 7"#,
    #"vhost.io:443 192.168.74.9 - - [04/Apr/2018:10:29:11 +0000] "GET /docs/ HTTP/1.1" 200 1880 "-" "Mozilla/5.0" 9"#,
  ]
  package static let layout: String? =
    #"$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "#
    + #""$http_referer" "$http_user_agent" $milliseconds"#

  private static let client = #"%h %l %u %t "%r" %>s %b"#
  private static let agent = #" "%{Referer}i" "%{User-Agent}i""#

  private static let known = [
    client + agent + " %{ms}T", client + " %{ms}T", "%v:%p " + client + agent + " %{ms}T",
  ].map { ApacheLayout.pattern($0) }

  var patterns: [LayoutPattern] { variants.patterns }

  private var variants = LayoutVariants(known)

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    variants.parse(entry, into: &record) && record.seconds >= 5e-3
  }
}
