import Testing

@testable import Telemetry

/// Lines of go-grpc-middleware, as loggers of Go write them.
@Suite struct GRPCCallTests {
  @Test(arguments: [
    (  // version 1 with zap
      #"{"level":"info","ts":1500000000.1,"msg":"finished unary call with code OK","grpc.start_time":"2017-07-14T02:40:00Z","system":"grpc","span.kind":"server","grpc.service":"mwitkow.testproto.TestService","grpc.method":"Ping","grpc.code":"OK","grpc.time_ms":12.34}"#,
      "request info 2017-07-14T02:40:00.1Z route=mwitkow.testproto.TestService/Ping 200 0.01234s"
    ),
    (  // version 2 with zap
      #"{"level":"info","timestamp":"2025-03-25T11:04:37.772+0800","caller":"logging/logging.go:220","msg":"finished call","protocol":"grpc","grpc.component":"server","grpc.service":"users.UserService","grpc.method":"CreateUser","grpc.method_type":"unary","peer.address":"127.0.0.1:40030","grpc.start_time":"2025-03-25T11:04:37+08:00","grpc.code":"PermissionDenied","grpc.time_ms":"83.598"}"#,
      "request info 2025-03-25T03:04:37.772Z route=users.UserService/CreateUser 403 0.083598s client=127.0.0.1"
    ),
    (
      #"{"level":"info","ts":1500000000.1,"msg":"finished client unary call","span.kind":"client","grpc.service":"a.v1.Jobs","grpc.method":"List","grpc.code":"Unavailable","grpc.time_ns":686930}"#,
      "outbound info 2017-07-14T02:40:00.1Z 503 0.00068693s name=a.v1.Jobs/List"
    ),
    (  // a statement of which the logger says in what call it ran
      #"{"level":"info","ts":1500000000.1,"msg":"query","grpc.service":"a.v1.Jobs","grpc.method":"List","grpc.code":"OK","sql":"SELECT 1","duration_ms":5}"#,
      "query info 2017-07-14T02:40:00.1Z 0.005s sql=SELECT 1"
    ),
  ])
  func `reads calls in JSON`(line: String, expected: String) {
    #expect(summary(of: line, as: JSONAccessFormat.self) == expected)
  }

  @Test(arguments: [
    (
      #"time="2022-01-11T00:03:33Z" level=error msg="finished unary call with code Unknown" error="unknown error: x" grpc.code=Unknown grpc.method=GenerateManifest grpc.request.deadline="2022-01-11T00:04:31Z" grpc.service=repository.RepoServerService grpc.start_time="2022-01-11T00:03:31Z" grpc.time_ms=1359.753 span.kind=server system=grpc"#,
      "request error 2022-01-11T00:03:33Z route=repository.RepoServerService/GenerateManifest 500 1.359753s"
    ),
    (
      #"time=2024-03-15T10:23:45Z level=INFO msg="finished call" protocol=grpc grpc.component=client grpc.service=a.v1.Jobs grpc.method=List grpc.method_type=unary grpc.code=OK grpc.time_ms=3.5"#,
      "outbound info 2024-03-15T10:23:45Z 200 0.0035s name=a.v1.Jobs/List"
    ),
  ])
  func `reads calls in pairs`(line: String, expected: String) {
    #expect(summary(of: line, as: LogfmtFormat.self) == expected)
  }

  @Test func `takes a call that has begun for a message`() {
    let json =
      #"{"level":"info","ts":1500000000.1,"msg":"started call","grpc.component":"server","grpc.service":"a.v1.Jobs","grpc.method":"List","grpc.time_ms":"0.011"}"#
    #expect(summary(of: json, as: JSONAccessFormat.self)?.hasPrefix("message info") == true)
    let pairs =
      #"time=2024-03-15T10:23:45Z level=INFO msg="started call" grpc.service=a.v1.Jobs grpc.method=List grpc.time_ms=0.011"#
    #expect(summary(of: pairs, as: LogfmtFormat.self)?.hasPrefix("message info") == true)
  }
}
