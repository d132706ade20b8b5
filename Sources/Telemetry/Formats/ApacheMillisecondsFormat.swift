/// Apache's common and combined formats with `%{ms}T`, gunicorn's with `%(M)s`, Tomcat's with `%D`.
///
/// The lines look like those with Apache's `%D`, which `apache-timed` reads; a log is one of
/// milliseconds where its numbers are times beyond doubt (see `BareNumbers`) and some are less than
/// any request takes in microseconds, under 20. Under 5 a number may be whole
/// seconds (`%T`): a log that has mostly such ones is left to formats without a time, unless its
/// longest number would be minutes (see `isShown`). Apache's stamp is when a request came, so its
/// duration is added to it.
/// Sources: https://httpd.apache.org/docs/2.4/mod/mod_log_config.html#formats,
/// https://docs.gunicorn.org/en/stable/settings.html#access-log-format,
/// https://tomcat.apache.org/tomcat-9.0-doc/config/valve.html#Access_Log_Valve
package struct ApacheMillisecondsFormat: LaidOutFormat, PlainNumberFormat {
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

  /// A virtual host would pass for a client, so layouts with one are tried first.
  private static let known = [
    "%v:%p " + client + agent + " %{ms}T", client + agent + " %{ms}T", client + " %{ms}T",
    client + " %{ms}T" + agent,
  ].map { ApacheLayout.pattern($0) }

  var patterns: [LayoutPattern] { variants.patterns }

  var isSure = false
  var isDoubtful = false

  private var variants = LayoutVariants(known)

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    guard !isDoubtful else { return false }
    return variants.parse(entry, into: &record) && record.seconds >= (isSure ? 0 : 5e-3)
  }

  /// Numbers that are needed to tell.
  private static let fewest = 10
  /// Longer than servers and proxies let a request wait.
  private static let tooLong = 300.0

  /// Whether the numbers are no seconds, because one of them would be more than five minutes while a
  /// tenth would be five seconds or more, and no microseconds.
  static func isShown(by lines: [[UInt8]]) -> Bool {
    var variants = LayoutVariants(known)
    var numbers: [Double] = []
    for line in lines {
      line.withUnsafeBytes { bytes in
        var record = LogRecord()
        if variants.parse(bytes, into: &record) { numbers.append(record.seconds * 1000) }
      }
    }
    guard numbers.count >= fewest, let longest = numbers.max(), longest > tooLong else {
      return false
    }
    return numbers.count { $0 >= 5 } * 10 >= numbers.count && numbers.contains { $0 < 20 }
  }
}
