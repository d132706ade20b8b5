import Testing

@testable import Telemetry

@Suite struct PinoPrettyFormatTests {
  private static let request = """
    [10:23:45.123] INFO (12345): request completed
        req: {
          "id": "req-1",
          "method": "GET",
          "url": "/users/1"
        }
        res: {
          "statusCode": 200
        }
        responseTime: 12
    """

  @Test(arguments: [
    (request, "request info GET /users/1 200 0.012s req=req-1 pid=12345"),
    (
      "[2018-03-30 17:35:28.992 +0000] \u{1B}[32mINFO\u{1B}[39m (app/42 on web-1): \u{1B}[36mlistening\u{1B}[39m",
      "message info 2018-03-30T17:35:28.992Z pid=42 | listening"
    ),
    (
      "[1522431328992] \u{1B}[31mERROR\u{1B}[39m (42 on web-1): \u{1B}[36mit broke\u{1B}[39m\n    \u{1B}[35merr\u{1B}[39m: {\n      \"type\": \"Error\",\n      \"stack\":\n          Error: it broke\n              at a (b.js:1:2)\n    }\n    \u{1B}[35mreqId\u{1B}[39m: \"req-9\"",
      "message error 2018-03-30T17:35:28.992Z req=req-9 pid=42 | it broke"
    ),
    (
      "[10:23:45.123] WARN: slow\n    method: \"POST\"\n    path: \"/orders\"\n    status: 500\n    durationMs: 1212.5",
      "request warning POST /orders 500 1.2125s"
    ),
    ("[10:23:45.123] INFO (12345): import took 300 ms", "task info 0.3s name=import pid=12345"),
    ("[10:23:45.123] INFO (web on host): up", "message info | up"),
    (  // before version 4
      "[2018-03-30 17:35:28.992 +0000] \u{1B}[33mWARN \u{1B}[39m (42 on web-1): \u{1B}[36mslow\u{1B}[39m",
      "message warning 2018-03-30T17:35:28.992Z pid=42 | slow"
    ),
    (
      "[1522431328992] INFO  (42 on web-1): up",
      "message info 2018-03-30T17:35:28.992Z pid=42 | up"
    ),
  ])
  func `reads the fields behind a line`(entry: String, expected: String) {
    #expect(summary(of: entry, as: PinoPrettyFormat.self) == expected)
  }

  @Test(arguments: [
    "[10:23:45.123] INFO: hello", "[10:23:45.123] [INFO] hello", "INFO (12345): hello",
    "[10:23:45.123] INFO  hello",
    "[main] INFO (12345): hello", "[10:23:45.123] info (12345): hello",
    "[2024-03-15 10:23:45] ERROR: boom\n    at a.b.C.d(C.java:1)",
  ])
  func `leaves the lines of other loggers alone`(entry: String) {
    #expect(summary(of: entry, as: PinoPrettyFormat.self) == nil)
  }

  @Test func `joins what Fastify tells at the start and at the end`() {
    var parser = PinoPrettyFormat()
    let start =
      "[10:23:45.123] INFO: incoming request\n    reqId: \"req-1\"\n    req: {\n      \"method\": \"POST\",\n      \"url\": \"/orders\"\n    }"
    let end =
      "[10:23:47.135] INFO: request completed\n    reqId: \"req-1\"\n    res: {\n      \"statusCode\": 500\n    }\n    responseTime: 2011.73"
    #expect(summary(of: start, by: &parser)?.hasPrefix("message info") == true)
    #expect(
      summary(of: end, by: &parser) == "request info POST /orders 500 2.01173s req=req-1")
    #expect(summary(of: "[10:23:48.001] INFO: bye", by: &parser) == "message info | bye")
  }
}
