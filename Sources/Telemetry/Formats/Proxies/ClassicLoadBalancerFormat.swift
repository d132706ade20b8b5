/// The access log of an AWS Classic Load Balancer.
///
///     2015-05-13T23:39:43.945958Z my-loadbalancer 192.168.131.39:2817 10.0.0.1:80 0.000073 ...
///     start of the request        balancer
///
/// Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/access-log-collection.html
package struct ClassicLoadBalancerFormat: LogFormat {
  package static let name = "elb"
  package static let vantage = "elb"
  package static let samples = [
    #"2015-05-13T23:39:43.945958Z my-loadbalancer 192.168.131.39:2817 10.0.0.1:80 0.000073 0.001048 0.000057 200 200 0 29 "GET http://www.example.com:80/ HTTP/1.1" "curl/7.38.0" - -"#,
    #"2019-10-14T12:01:49.543250Z filebeat-aws-elb-test 81.2.69.193:52406 10.0.1.185:80 0.000041 0.00079 0.000024 200 200 0 612 "GET http://filebeat-aws-elb-test-1703142762.eu-central-1.elb.amazonaws.com:80/ HTTP/1.1" "curl/7.58.0" - -"#,
  ]

  private var stamps = StampScanner()

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    var scanner = ByteScanner(entry)
    guard entry.count > 60, scanner.next.isDigit, entry[10] == UInt8(ascii: "T"),
      let stamp = stamps.stamp(&scanner), scanner.take(UInt8(ascii: " ")),
      !scanner.word().isEmpty, scanner.take(UInt8(ascii: " ")),
      LoadBalancerLine.read(&scanner, into: &record)
    else { return false }
    record.time = stamp.time.map { $0 + (record.seconds >= 0 ? record.seconds : 0) }
    record.timeResolution = stamp.resolution
    record.message = entry
    return true
  }
}
