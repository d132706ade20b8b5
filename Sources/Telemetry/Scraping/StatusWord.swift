/// The status class that a label value stands for.
enum StatusWord {
  /// Lane of a request without an answer, beside the classes 1 to 5 and 0 for unknown.
  static let noAnswer = 6
  /// Lane of failures that the class 2xx counts too, until a batch is made.
  static let failedAmong = 7
  /// Lanes of all requests and of those that failed, where durations leave out some that failed.
  static let all = 8
  static let failedBeside = 9
  static let laneCount = 10

  /// 1 to 5 for a class, `noAnswer`, or 0 when the value does not say.
  ///
  /// Reads `200`, `2xx`, `2`, Micrometer outcomes, gRPC codes (words, and numbers and `Unknown` when
  /// the label is a gRPC one), Celery's events and plain words such as `success`. The gRPC classes are
  /// those of https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto.
  static func lane(_ value: String, label: String) -> Int {
    let isGRPC = label.hasPrefix("grpc") || label.hasPrefix("rpc")
    if isGRPC, let code = Int(value) { return grpcLane(code: code) }
    let digits = value.utf8
    if let first = digits.first, (0x31...0x35).contains(first),
      digits.count == 1 || digits.count == 3
    {
      return Int(first) - 0x30
    }
    let word = value.filter { $0 != "_" && $0 != "-" && $0 != " " }.lowercased()
    if label != "outcome", word == "clienterror" { return noAnswer }
    // What an error without a code of its own becomes.
    if isGRPC, word == "unknown" { return 5 }
    return lanes[word] ?? 0
  }

  private static func grpcLane(code: Int) -> Int {
    switch code {
    case 0: 2
    case 1, 3, 5, 6, 7, 8, 9, 10, 11, 16: 4
    default: 5
    }
  }

  private static let lanes: [String: Int] = [
    "informational": 1, "success": 2, "redirection": 3, "clienterror": 4, "servererror": 5,
    "tasksucceeded": 2, "taskfailed": 5,
    "ok": 2, "succeeded": 2, "successful": 2, "true": 2, "fail": 5, "failed": 5, "failure": 5,
    "error": 5, "exception": 5, "false": 5, "ioerror": noAnswer, "timeout": noAnswer,
    "canceled": 4, "cancelled": 4, "invalidargument": 4, "notfound": 4, "alreadyexists": 4,
    "permissiondenied": 4, "unauthenticated": 4, "failedprecondition": 4, "outofrange": 4,
    "resourceexhausted": 4, "aborted": 4, "deadlineexceeded": 5, "unimplemented": 5,
    "internal": 5, "unavailable": 5, "dataloss": 5,
  ]
}
