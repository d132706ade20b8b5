/// What the access logs of Amazon's load balancers share, from the client to the user agent.
///
///     192.168.131.39:2817 10.0.0.1:80 0.000 0.001 0.000 200 200 34 366 "GET http://host:80/ HTTP/1.1" "curl/7.46.0"
///     client              target      request target answer, s  statuses bytes
///
/// A time of -1 means that the target never got or never answered the request; how long the
/// client waited is then not known.
enum LoadBalancerLine {
  /// Reads the fields at the scanner; moves past the user agent.
  static func read(_ scanner: inout ByteScanner, into record: inout LogRecord) -> Bool {
    record.client = PeerAddress.host(scanner.word())
    guard scanner.take(UInt8(ascii: " ")), !scanner.word().isEmpty,
      let request = time(&scanner), let target = time(&scanner), let answer = time(&scanner),
      scanner.take(UInt8(ascii: " "))
    else { return false }
    let isTotal = request >= 0 && target >= 0 && answer >= 0
    record.seconds = isTotal ? request + target + answer : .nan
    if target >= 0 { record.upstreamSeconds = target }
    let status = scanner.word()
    guard scanner.take(UInt8(ascii: " ")), !scanner.word().isEmpty, scanner.take(UInt8(ascii: " ")),
      scanner.number() != nil, scanner.take(UInt8(ascii: " ")), let sent = scanner.number(),
      scanner.take(" \""),
      let afterText = RequestText.read(scanner.bytes, from: scanner.position, into: &record)
    else { return false }
    record.bytesSent = Int64(sent)
    scanner.position = afterText
    guard scanner.take(UInt8(ascii: " ")), let agent = scanner.quoted() else { return false }
    record.agent = agent
    // A listener for TCP has no status; its lines are no requests.
    if status.equals("-") { return true }
    guard status.count == 3, let status = status.unsigned else { return false }
    record.kind = .request
    record.status = status
    record.failed = status == 0
    return true
  }

  /// Takes a time such as ` 0.001` or ` -1`.
  private static func time(_ scanner: inout ByteScanner) -> Double? {
    guard scanner.take(UInt8(ascii: " ")), let value = scanner.decimal() else { return nil }
    return value
  }
}
