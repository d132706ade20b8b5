/// The default access log of Envoy, and Istio's, which names the answer's origin before the counts.
///
///     [2019-04-10T03:49:34.451Z] "GET /a HTTP/1.1" 501 - 0 0 180 179 "xff" "agent" "id" "host" "upstream"
///     start                                      status flags received sent ms upstream-ms
///
/// Source: https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage
package struct EnvoyFormat: LogFormat {
  package static let name = "envoy"
  package static let vantage = "envoy"
  package static let samples = [
    #"[2019-04-10T03:49:34.451Z] "GET /httpbin/status/501 HTTP/1.1" 501 - 0 0 180 179 "172.17.0.3" "curl/7.59.0" "413bf460-bd56-4515-ada4-2a69c5e78e54" "httpbin.org" "52.71.234.219:80""#,
    #"ACCESS [2019-04-06T06:20:05.972Z] "- - -" 0 UF,URX 0 0 0 - "-" "-" "-" "-" "127.0.0.1:9200""#,
    #"[2024-11-14T21:30:15.488Z] "POST /grpc.health.v1.Health/Check HTTP/2" 200 - via_upstream - "-" 5 0 7 6 "-" "tonic/0.12.3" "51104f80-0f47-43c1-8319-c2e4f9c52041" "172.30.28.139:80" "10.128.2.65:8081" outbound|80||knative-local-gateway.istio-system.svc.cluster.local 10.129.2.103:59438 172.30.28.139:80 10.129.2.103:32832 - default"#,
  ]

  private var stamps = StampScanner()

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    var scanner = ByteScanner(entry)
    _ = scanner.take("ACCESS ")
    guard scanner.take(UInt8(ascii: "[")), scanner.next.isDigit,
      let stamp = stamps.stamp(&scanner), scanner.take("] \""),
      let afterText = RequestText.read(entry, from: scanner.position, into: &record)
    else { return false }
    scanner.position = afterText
    guard scanner.take(UInt8(ascii: " ")), let status = scanner.number(), status < 1000,
      scanner.take(UInt8(ascii: " "))
    else { return false }
    let flags = scanner.word()
    guard !flags.isEmpty, skipDetails(&scanner), counts(&scanner, &record) else { return false }
    // A connection without any request, which nothing was wrong with.
    let isConnection = record.method.isEmpty && status == 0 && flags.equals("-")
    record.kind = isConnection ? .message : .request
    record.status = status
    record.failed = status == 0
    record.time = stamp.time.map { $0 + (record.seconds >= 0 ? record.seconds : 0) }
    record.timeResolution = stamp.resolution
    record.message = entry
    names(&scanner, &record)
    return true
  }

  /// Istio's details of answer, connection and upstream failure, up to the first count.
  private func skipDetails(_ scanner: inout ByteScanner) -> Bool {
    for _ in 0..<4 {
      guard scanner.take(UInt8(ascii: " ")) else { return false }
      if scanner.next.isDigit { return true }
      if scanner.quoted() == nil { _ = scanner.word() }
    }
    return false
  }

  /// `0 4 20 19`: bytes received and sent, milliseconds in all and of the upstream.
  private func counts(_ scanner: inout ByteScanner, _ record: inout LogRecord) -> Bool {
    guard scanner.number() != nil, scanner.take(UInt8(ascii: " ")), let sent = scanner.number(),
      scanner.take(UInt8(ascii: " "))
    else { return false }
    record.bytesSent = Int64(sent)
    if let milliseconds = scanner.number() {
      record.seconds = Double(milliseconds) / 1000
    } else if !scanner.take(UInt8(ascii: "-")) {
      return false
    }
    guard scanner.take(UInt8(ascii: " ")) else { return true }
    if let milliseconds = scanner.number() {
      record.upstreamSeconds = Double(milliseconds) / 1000
    } else {
      _ = scanner.take(UInt8(ascii: "-"))
    }
    return true
  }

  /// `"xff" "agent" "id"`: where the request came from and what it is called.
  private func names(_ scanner: inout ByteScanner, _ record: inout LogRecord) {
    guard scanner.take(UInt8(ascii: " ")), let forwarded = scanner.quoted(),
      scanner.take(UInt8(ascii: " ")), scanner.quoted() != nil, scanner.take(UInt8(ascii: " ")),
      let id = scanner.quoted()
    else { return }
    if !forwarded.equals("-") { record.client = PeerAddress.host(forwarded) }
    if !id.equals("-") { record.requestID = id }
  }
}
