/// Apache's common and combined formats with `%D`, the microseconds of a request.
///
/// A whole number after the bytes or at the end is taken for microseconds, which is also what
/// gunicorn's `%(D)s` means. Nothing is served in under 20 µs, so smaller numbers are no `%D` but
/// seconds (`%T`) or milliseconds: such lines are left to other formats. Where all numbers are larger
/// only a layout given by the user tells milliseconds: `apache:... %{ms}T`, `gunicorn:... %(M)s`.
/// Apache's stamp is when a request came, so its duration is added to it.
/// Source: https://httpd.apache.org/docs/2.4/mod/mod_log_config.html#formats
package struct ApacheTimedFormat: LaidOutFormat {
  package static let name = "apache-timed"
  package static let vantage = "apache"
  package static let samples = [
    #"192.168.74.9 - - [04/Apr/2018:10:29:11 +0000] "GET /docs/ HTTP/1.1" 200 1880 8680 "-" "Mozilla/5.0""#,
    #"192.168.74.9 - - [04/Apr/2018:10:29:11 +0000] "GET /docs/?a=\"b\" HTTP/1.1" 200 1880 "-" "Mozilla/5.0" 8680"#,
    #"192.168.74.9 - frank [04/Apr/2018:10:29:11 +0000] "GET /docs/ HTTP/1.1" 304 - 1251"#,
    #"vhost.io:443 192.168.74.9 - - [04/Apr/2018:10:29:11 +0000] "GET /docs/ HTTP/1.1" 200 1880 "-" "Mozilla/5.0" 8680"#,
    #"192.168.74.9 - - [04/Apr/2018:10:29:11 +0000] "GET /docs/ HTTP/1.1" 200 1880 "-" "Mozilla/5.0" 2/2000680"#,
  ]
  package static let layout: String? =
    #"$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "#
    + #""$http_referer" "$http_user_agent" $microseconds"#

  private static let agent = #" "%{Referer}i" "%{User-Agent}i""#
  private static let client = #"%h %l %u %t "%r" %>s %b"#

  private static let known = [
    client + agent + " %D",
    client + " %D" + agent,
    client + " %D",
    "%v:%p " + client + agent + " %D",
    "%v:%p " + client + " %D" + agent,
    client + agent + " %T/%D",
    client + agent + " **%T/%D**",
    client + agent + " %T %D",
  ].map { ApacheLayout.pattern($0) }

  var patterns: [LayoutPattern] { variants.patterns }

  private var variants = LayoutVariants(known)

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    variants.parse(entry, into: &record) && record.seconds >= 20e-6
  }
}
