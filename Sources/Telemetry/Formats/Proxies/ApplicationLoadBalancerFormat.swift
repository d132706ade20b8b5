/// The access log of an AWS Application Load Balancer.
///
///     https 2018-07-02T22:23:00.186641Z app/my-loadbalancer/50dc 192.168.131.39:2817 ... "Root=1-58337281-1d84" ...
///     kind  end of the answer           balancer
///
/// Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html
package struct ApplicationLoadBalancerFormat: LogFormat {
  package static let name = "alb"
  package static let vantage = "alb"
  package static let samples = [
    #"https 2018-07-02T22:23:00.186641Z app/my-loadbalancer/50dc6c495c0c9188 192.168.131.39:2817 10.0.0.1:80 0.086 0.048 0.037 200 200 0 57 "GET https://www.example.com:443/ HTTP/1.1" "curl/7.46.0" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/my-targets/73e2d6bc24d8a067 "Root=1-58337281-1d84f3d73c47ec4e58577259" "www.example.com" "arn:aws:acm:us-east-2:123456789012:certificate/12345678-1234-1234-1234-123456789012" 1 2018-07-02T22:22:48.364000Z "authenticate,forward" "-" "-""#,
    #"http 2018-11-30T22:23:00.186641Z app/my-loadbalancer/50dc6c495c0c9188 192.168.131.39:2817 - -1 -1 -1 400 - 0 0 "- http://www.example.com:80- -" "-" - - - "-" "-" "-" 0 2018-11-30T22:22:48.364000Z "-" "-" "-""#,
  ]

  private var stamps = StampScanner()

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    var scanner = ByteScanner(entry)
    guard Self.isKind(scanner.word()), scanner.take(UInt8(ascii: " ")), scanner.next.isDigit,
      let stamp = stamps.stamp(&scanner), scanner.take(UInt8(ascii: " ")),
      !scanner.word().isEmpty, scanner.take(UInt8(ascii: " ")),
      LoadBalancerLine.read(&scanner, into: &record)
    else { return false }
    record.time = stamp.time
    record.timeResolution = stamp.resolution
    record.message = entry
    // Cipher, protocol and target group, then the trace.
    for _ in 0..<3 {
      guard scanner.take(UInt8(ascii: " ")) else { return true }
      _ = scanner.word()
    }
    if scanner.take(UInt8(ascii: " ")), let trace = scanner.quoted() {
      record.traceID = Self.root(of: trace)
    }
    return true
  }

  private static func isKind(_ word: Bytes) -> Bool {
    word.equals("https") || word.equals("http") || word.equals("h2") || word.equals("grpcs")
      || word.equals("ws") || word.equals("wss")
  }

  /// `1-67891233-abcd` of `Self=1-67891234-1234;Root=1-67891233-abcd`.
  private static func root(of trace: Bytes) -> Bytes {
    guard let start = trace.find("Root=") else { return .none }
    return trace.part(start &+ 5, trace.find(UInt8(ascii: ";"), from: start) ?? trace.count)
  }
}
