/// lighttpd's access log: the host that was asked for stands where others have the identity.
///
/// Its own layout shows no time; microseconds (`%D`) after the bytes or at the end are read, and
/// whole seconds (`%T`, which may be one too many) after the counts of bytes in and out.
/// Source: https://redmine.lighttpd.net/projects/lighttpd/wiki/Mod_accesslog
package struct LighttpdFormat: LaidOutFormat {
  package static let name = "lighttpd"
  package static let vantage = "lighttpd"
  package static let samples = [
    #"198.51.100.71 192.0.2.5 - [08/Apr/2010:20:43:02 -0700] "GET /group.cache.asc HTTP/1.0" 200 191 367 464 1 "-" "nsscache_0.12""#,
    #"127.0.0.1 shop.example - [08/Apr/2010:20:43:02 -0700] "GET / HTTP/1.1" 200 345 "-" "curl/8.14.1""#,
    #"127.0.0.1 shop.example - [08/Apr/2010:20:43:02 -0700] "GET / HTTP/1.1" 200 345 1520 "-" "curl/8.14.1""#,
    #"127.0.0.1 localhost:8080 - [08/Apr/2010:20:43:02 -0700] "GET / HTTP/1.1" 404 345 "-" "curl/8.14.1" 1520"#,
  ]
  package static let layout: String? =
    #"$remote_addr $host $remote_user [$time_local] "$request" $status $body_bytes_sent "#
    + #""$http_referer" "$http_user_agent""#

  private static let head = #"%h %V %u %t "%r" %>s %b"#
  private static let agent = #" "%{Referer}i" "%{User-Agent}i""#

  private static let known = [
    head + agent,
    head + " %D" + agent,
    head + agent + " %D",
    head + " %I %O %T" + agent,
    head + " %D",
  ].map { ApacheLayout.pattern($0, isStampedAtStart: false) }

  var patterns: [LayoutPattern] { variants.patterns }

  private var variants = LayoutVariants(known)
  private var hasSeenHost = false

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    // A request that could not be read has no host, which only shows after others had one.
    let hasHost = Self.hasHost(entry)
    guard hasHost || hasSeenHost, variants.parse(entry, into: &record) else { return false }
    if hasHost { hasSeenHost = true }
    let seconds = record.seconds
    return seconds != seconds || seconds == 0 || 20e-6...3600 ~= seconds
  }

  /// Whether the second of three words before the stamp is the name or the address of a host.
  private static func hasHost(_ entry: Bytes) -> Bool {
    var scanner = ByteScanner(entry)
    _ = scanner.word()
    guard scanner.take(UInt8(ascii: " ")) else { return false }
    let host = scanner.word()
    guard scanner.take(UInt8(ascii: " ")), !scanner.word().isEmpty, scanner.take(" [") else {
      return false
    }
    return host.equals("localhost") || host.find(UInt8(ascii: ".")) != nil
      || host.find(UInt8(ascii: ":")) != nil
  }
}
