/// The access log of Reactor Netty, on which Spring WebFlux and Spring Cloud Gateway run.
///
///     127.0.0.1:51234 - - [15/Mar/2024:10:23:45 +0000] "GET /a HTTP/1.1" 200 123 12 ms
///
/// Durations are whole milliseconds; older versions write the server's port before them. The stamp is
/// when the request came, so its duration is added to it.
/// Source: https://github.com/reactor/reactor-netty (BaseAccessLogHandler.java, AccessLog.java)
package struct ReactorNettyFormat: LaidOutFormat {
  package static let name = "reactor-netty"
  package static let vantage = "reactor-netty"
  package static let samples = [
    #"127.0.0.1:51234 - - [15/Mar/2024:10:23:45 +0000] "GET /users/42 HTTP/1.1" 200 123 12 ms"#,
    #"0:0:0:0:0:0:0:1:51235 - - [15/Mar/2024:10:23:46 +0100] "POST /orders HTTP/2.0" 500 - 1212 ms"#,
    #"172.17.0.1 - - [25/Sep/2019:10:23:45 +0000] "GET /users/42 HTTP/1.1" 200 123 8080 7 ms"#,
  ]
  package static let layout: String? =
    #"$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "#
    + "$milliseconds ms"

  private static let client = #"%h %l %u %t "%r" %>s %b"#

  private static let known = [client + " %{ms}T ms", client + " %p %{ms}T ms"]
    .map { ApacheLayout.pattern($0) }

  var patterns: [LayoutPattern] { variants.patterns }

  private var variants = LayoutVariants(known)

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    // morgan's lines end like this too, but for their decimals, and are stamped at the end.
    guard Self.endsInWholeMilliseconds(entry), variants.parse(entry, into: &record) else {
      return false
    }
    if variants.latest == 0 { record.client = PeerAddress.beforePort(record.client) }
    return true
  }

  private static func endsInWholeMilliseconds(_ entry: Bytes) -> Bool {
    guard entry.count > 60, entry.has(" ms", at: entry.count &- 3) else { return false }
    var start = entry.count &- 3
    while start > 0, entry[start &- 1].isDigit { start &-= 1 }
    return start < entry.count &- 3 && entry[start &- 1] == UInt8(ascii: " ")
  }
}
