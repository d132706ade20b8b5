/// What go-grpc-middleware says of a call that ended, version 1 and 2.
///
///     msg="finished unary call with code OK" grpc.code=OK grpc.method=List grpc.service=a.v1.Jobs grpc.time_ms=4.7 span.kind=server
///     {"msg":"finished call","grpc.component":"server","grpc.service":"a.v1.Jobs","grpc.method":"List","grpc.code":"OK","grpc.time_ms":"4.7"}
///
/// A line without a code is about a call that goes on. The endpoint is called as metrics call it,
/// `a.v1.Jobs/List`; a status of HTTP stands for the code.
/// Source: https://github.com/grpc-ecosystem/go-grpc-middleware (interceptors/logging)
struct GRPCCall {
  private var service = Bytes.none
  private var method = Bytes.none
  private var status = 0
  private var isOutbound = false

  /// Whether service, method and code are known.
  var hasEnded: Bool { status > 0 && !service.isEmpty && !method.isEmpty }

  /// Notes the value of a key.
  mutating func note(_ field: LogField, _ value: Bytes) {
    switch field {
    case .grpcService: service = value
    case .grpcMethod: method = value
    case .grpcCode: status = Self.status(ofCode: value)
    case .grpcSide: isOutbound = value.equals("client")
    default: break
    }
  }

  /// Makes `record`, whose duration is set, the request or the call; the name is kept in `texts`.
  func settle(_ record: inout LogRecord, _ texts: inout TextArena) -> Bool {
    guard hasEnded, record.seconds >= 0 else { return false }
    let name = texts.joined(service, UInt8(ascii: "/"), method)
    guard !name.isEmpty else { return false }
    record.kind = isOutbound ? .outbound : .request
    if isOutbound { record.name = name } else { record.route = name }
    record.status = status
    return true
  }

  /// The status of HTTP that a code is mapped to; 0 for what is no code.
  ///
  /// Source: https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto
  private static func status(ofCode word: Bytes) -> Int {
    for (code, status) in statuses where word.equals(code) { return status }
    return 0
  }

  private static let statuses: [(StaticString, Int)] = [
    ("OK", 200), ("Canceled", 499), ("Unknown", 500), ("InvalidArgument", 400),
    ("DeadlineExceeded", 504), ("NotFound", 404), ("AlreadyExists", 409),
    ("PermissionDenied", 403), ("ResourceExhausted", 429), ("FailedPrecondition", 400),
    ("Aborted", 409), ("OutOfRange", 400), ("Unimplemented", 501), ("Internal", 500),
    ("Unavailable", 503), ("DataLoss", 500), ("Unauthenticated", 401),
  ]
}
