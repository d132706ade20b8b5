/// The common log format: client, user, stamp, request, status, bytes.
///
/// Source: https://httpd.apache.org/docs/2.4/logs.html#common
package struct CommonLogFormat: LogFormat {
  package static let name = "common"
  package static let vantage = "nginx"
  package static let samples = [
    #"127.0.0.1 bob frank [10/Oct/2000:13:55:36 -0700] "GET /apache_pb.gif HTTP/1.0" 200 2326"#,
    #"202.32.92.47 - - [01/Jun/1995:00:00:59 -0600] "GET /~scottp/publish.html" 200 271"#,
    #"198.51.100.4 - - [01/Jul/2013:06:41:31 -0500] "-" 408 -"#,
  ]

  package static let layout: String? =
    #"$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent"#

  private var line = AccessLine()

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    line.parse(entry, tail: .any, into: &record)
  }
}
