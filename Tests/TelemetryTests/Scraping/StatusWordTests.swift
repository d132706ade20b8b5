import Testing

@testable import Telemetry

struct StatusWordTests {
  @Test(arguments: [
    ("status", "200", 2), ("status", "5xx", 5), ("code", "4", 4), ("status", "unknown", 0),
    ("grpc_code", "OK", 2), ("grpc_code", "Unknown", 5), ("grpc_code", "2", 5),
    ("grpc_code", "ResourceExhausted", 4), ("rpc_grpc_status_code", "8", 4),
    ("grpc_code", "Aborted", 4), ("grpc_code", "10", 4), ("grpc_code", "DeadlineExceeded", 5),
    ("grpc_code", "4", 5), ("grpc_code", "NotFound", 4), ("grpc_code", "Canceled", 4),
    ("type", "task-succeeded", 2), ("type", "task-failed", 5), ("type", "task-received", 0),
    ("outcome", "CLIENT_ERROR", 4), ("exception", "CLIENT_ERROR", StatusWord.noAnswer),
  ])
  func `knows the class of a word`(label: String, value: String, lane: Int) {
    #expect(StatusWord.lane(value, label: label) == lane)
  }
}
