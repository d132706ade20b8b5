/// The common log format: client, user, stamp, request, status, bytes.
///
/// Further fields after the bytes are allowed, referer and agent among them, and a time is read, so
/// that a log whose lines say more from some day on loses nothing. Rack appends the seconds with four
/// decimals, as no other server does.
/// Sources: https://httpd.apache.org/docs/2.4/logs.html#common,
/// https://github.com/rack/rack/blob/main/lib/rack/common_logger.rb
package struct CommonLogFormat: LocalStampFormat {
  package static let name = "common"
  package static let vantage = "nginx"
  package static let leavesNumbers = true
  package static let samples = [
    #"127.0.0.1 bob frank [10/Oct/2000:13:55:36 -0700] "GET /apache_pb.gif HTTP/1.0" 200 2326"#,
    #"202.32.92.47 - - [01/Jun/1995:00:00:59 -0600] "GET /~scottp/publish.html" 200 271"#,
    #"198.51.100.4 - - [01/Jul/2013:06:41:31 -0500] "-" 408 -"#,
    #"127.0.0.1 - - [01/Jan/2026:10:00:01 +0000] "GET /users/2 HTTP/1.1" 200 123 1.5012"#,
    #"10.0.0.1 - - [10/Oct/2025:13:55:36 +0000] "GET /api/5 HTTP/1.1" 200 12 rt=0.250"#,
  ]

  package static let layout: String? =
    #"$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent"#

  package var stampContext: StampContext {
    get { line.stampContext }
    set { line.stampContext = newValue }
  }

  private var line = AccessLine()

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    guard line.parse(entry, tail: .any, into: &record) else { return false }
    // What stands after the bytes is kept as the agent.
    if record.agent.count >= 7, let seconds = Self.rackSeconds(record.agent) {
      record.seconds = seconds
      record.agent = .none
    }
    return true
  }

  /// Seconds of ` 1.5012`.
  private static func rackSeconds(_ tail: Bytes) -> Double? {
    guard tail[tail.count &- 5] == UInt8(ascii: "."), tail.first == UInt8(ascii: " ") else {
      return nil
    }
    var scanner = ByteScanner(tail, at: 1)
    guard scanner.next.isDigit, let seconds = scanner.decimal(), scanner.isAtEnd else { return nil }
    return seconds
  }
}
