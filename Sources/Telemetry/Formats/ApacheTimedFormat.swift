/// Apache's common and combined formats with `%D`, the microseconds of a request.
///
/// A whole number after the bytes or at the end is taken for microseconds, which is also what
/// gunicorn's `%(D)s` means. Where the numbers of a log may be something else, such as the lengths
/// of requests, they are left (see `BareNumbers`). Nothing is served in under 20 µs, so smaller
/// numbers are no `%D` but seconds (`%T`) or milliseconds: such lines are left to other formats.
/// Where all numbers are larger only the user can tell milliseconds: `apache-milliseconds`,
/// `apache:... %{ms}T`, `gunicorn:... %(M)s`. Of two numbers at the end the first must be the
/// second's whole seconds: those of `combinedio` are bytes.
/// Apache's stamp is when a request came, so its duration is added to it.
/// Source: https://httpd.apache.org/docs/2.4/mod/mod_log_config.html#formats
package struct ApacheTimedFormat: LaidOutFormat, PlainNumberFormat {
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

  /// A virtual host would pass for a client, so layouts with one are tried first.
  private static let single = [
    "%v:%p " + client + agent + " %D",
    "%v:%p " + client + " %D" + agent,
    client + agent + " %D",
    client + " %D" + agent,
    client + " %D",
  ]

  /// Layouts that end with the seconds and the microseconds of a request.
  private static let paired = [
    "%v:%p " + client + agent + " %T/%D",
    "%v:%p " + client + agent + " %T %D",
    client + agent + " %T/%D",
    client + agent + " **%T/%D**",
    client + agent + " %T %D",
  ]

  private static let known = (single + paired).map { ApacheLayout.pattern($0) }

  var patterns: [LayoutPattern] { variants.patterns }

  var isSure = false
  var isDoubtful = false

  private var variants = LayoutVariants(known)

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    guard variants.parse(entry, into: &record), record.seconds >= (isSure ? 0 : 20e-6) else {
      return false
    }
    return variants.latest < Self.single.count ? !isDoubtful : Self.endsWithSeconds(entry)
  }

  /// Whether the last but one number is the whole seconds of the last one, in microseconds.
  private static func endsWithSeconds(_ entry: Bytes) -> Bool {
    var end = entry.count
    while end > 0, entry[end &- 1] == UInt8(ascii: "*") { end &-= 1 }
    var start = end
    while start > 0, entry[start &- 1].isDigit { start &-= 1 }
    guard start > 1, let microseconds = entry.part(start, end).unsigned else { return false }
    let secondsEnd = start &- 1
    var secondsStart = secondsEnd
    while secondsStart > 0, entry[secondsStart &- 1].isDigit { secondsStart &-= 1 }
    return entry.part(secondsStart, secondsEnd).unsigned == microseconds / 1_000_000
  }
}
