/// The server access log of Amazon S3.
///
///     owner bucket [06/Feb/2019:00:00:38 +0000] 192.0.2.3 requester 3E57427F3EXAMPLE REST.GET.OBJECT key "GET /b/key HTTP/1.1" 200 - 113 - 7 - "-" "agent" ...
///     request id and operation, then status, error, bytes, size, milliseconds in all and of S3
///
/// The operation stands for the route: keys are as many as there are objects.
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html
package struct S3Format: LogFormat {
  package static let name = "s3"
  package static let vantage = "s3"
  package static let samples = [
    #"79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be awsexamplebucket1 [06/Feb/2019:00:00:38 +0000] 192.0.2.3 79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be 3E57427F3EXAMPLE REST.GET.VERSIONING - "GET /awsexamplebucket1?versioning HTTP/1.1" 200 - 113 - 7 - "-" "S3Console/0.4" - s9lzHYrFp76ZVxRcpX9+5cjAnEH2ROuNkd2BHfIa6UkFVdtjf5mKR3/eTPFvsiP/XV/VLi31234= SigV4 ECDHE-RSA-AES128-GCM-SHA256 AuthHeader awsexamplebucket1.s3.us-west-1.amazonaws.com TLSV1.1"#,
    "36c1f05b76016b78528454e6e0c60e2b7ff7aa20c0a5e4c748276e5b0a2debd2 jsoriano-s3-test [10/Sep/2019:15:11:07 +0000] 77.227.156.41 arn:aws:iam::627959692251:user/jaime.soriano@elastic.co 8CD7A4A71E2E5C9E BATCH.DELETE.OBJECT jolokia-war-1.5.0.war - 204 - - 344017 - - - - - IeDW5I3wefFxU8iHOcAzi5qr+O+1bdRlcQ0AO2WGjFh7JwYM6qCoKq+1TrUshrXMlBxPFtg97Vk= SigV4 ECDHE-RSA-AES128-SHA AuthHeader s3.eu-central-1.amazonaws.com TLSv1.2",
  ]

  private var stamps = StampScanner()

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    guard let bracket = entry.find(" ["), bracket > 64, bracket < 200 else { return false }
    var scanner = ByteScanner(entry, at: bracket &+ 2)
    guard let stamp = stamps.commonLog(&scanner), scanner.take("] ") else { return false }
    record.client = Self.dashless(scanner.word())
    guard scanner.take(UInt8(ascii: " ")) else { return false }
    record.user = Self.dashless(scanner.word())
    guard scanner.take(UInt8(ascii: " ")) else { return false }
    record.requestID = scanner.word()
    guard scanner.take(UInt8(ascii: " ")) else { return false }
    let operation = scanner.word()
    guard let point = operation.find(UInt8(ascii: ".")), scanner.take(UInt8(ascii: " ")),
      !scanner.word().isEmpty, scanner.take(UInt8(ascii: " "))
    else { return false }
    if scanner.take(UInt8(ascii: "\"")) {
      guard let end = RequestText.read(entry, from: scanner.position, into: &record) else {
        return false
      }
      scanner.position = end
    } else if !scanner.word().equals("-") {
      return false
    }
    if record.method.isEmpty { record.method = Self.method(operation, after: point) }
    record.route = operation
    record.time = stamp.time
    record.timeResolution = 1
    record.message = entry
    return answer(&scanner, &record)
  }

  /// Reads the status, the bytes and the milliseconds of ` 200 - 113 - 7 -`.
  private func answer(_ scanner: inout ByteScanner, _ record: inout LogRecord) -> Bool {
    guard scanner.take(UInt8(ascii: " ")) else { return false }
    let status = scanner.word()
    guard scanner.take(UInt8(ascii: " ")), !scanner.word().isEmpty, scanner.take(UInt8(ascii: " "))
    else { return false }
    let bytes = scanner.word()
    guard scanner.take(UInt8(ascii: " ")), !scanner.word().isEmpty, scanner.take(UInt8(ascii: " "))
    else { return false }
    let milliseconds = scanner.word()
    // Deeds of S3 itself, such as expiry, have no status.
    if status.equals("-") { return true }
    guard status.count == 3, let status = status.unsigned else { return false }
    record.kind = .request
    record.status = status
    record.failed = status == 0
    record.bytesSent = Int64(bytes.unsigned ?? -1)
    if let milliseconds = milliseconds.unsigned {
      record.seconds = Double(milliseconds) / 1000
      record.time = record.time.map { $0 + record.seconds }
    }
    return true
  }

  /// `DELETE` of `BATCH.DELETE.OBJECT`.
  private static func method(_ operation: Bytes, after point: Int) -> Bytes {
    let end = operation.find(UInt8(ascii: "."), from: point &+ 1) ?? operation.count
    return operation.part(point &+ 1, end)
  }

  private static func dashless(_ word: Bytes) -> Bytes { word.equals("-") ? .none : word }
}
