import Testing

@testable import Telemetry

/// Requests as applications word them, and what only sounds like one.
@Suite struct RequestPatternsTests {
  private func read(_ text: String) -> String? {
    withBytes(text) { bytes in
      var record = LogRecord()
      return MessagePatterns.read(bytes, into: &record) ? summary(of: record) : nil
    }
  }

  @Test(arguments: [
    ("GET /x/7 took 0.0123s", "request GET /x/7 0.0123s"),
    ("GET /x/7 completed in 12 ms", "request GET /x/7 0.012s"),
    ("GET /x/7 finished in 12ms", "request GET /x/7 0.012s"),
    ("GET /x/7 - took 12ms", "request GET /x/7 0.012s"),
    ("POST /x/7 failed after 2s", "request POST /x/7 2.0s failed"),
    ("Completed GET /x/7 in 12ms", "request GET /x/7 0.012s"),
    ("GET /x/7 250 ms", "request GET /x/7 0.25s"),
    ("GET https://a.io/x took 12ms", "outbound GET https://a.io/x 0.012s name=a.io"),
  ])
  func `finds requests that show a time and no status`(text: String, expected: String) {
    #expect(read(text) == expected)
  }

  @Test(arguments: [
    ("Request: GET /x - Status: 200 - Time: 0.0123s", "request GET /x 200 0.0123s"),
    ("GET /x, status_code=404, duration=5ms", "request GET /x 404 0.005s"),
    ("Method: GET, URL: /x/5, Status: 200, Duration: 12ms", "request GET /x/5 200 0.012s"),
    (
      "Method: POST | Path: \"/x\" | Status code: 503 | Response time: 1.5 s",
      "request POST /x 503 1.5s"
    ),
    ("[GET] /x 200 12ms", "request GET /x 200 0.012s"),
    ("200 GET /x 12ms", "request GET /x 200 0.012s"),
    ("app: 200 GET /x 123 ms", "request GET /x 200 0.123s"),
    ("Handled GET /x in 12ms, status=200", "request GET /x 200 0.012s"),
    ("GET /x status 200 in 5ms", "request GET /x 200 0.005s"),
    (
      #""HTTP" verb="LIST" URI="/api/v1/pods?limit=5" latency="12.345ms" srcIP="10.0.0.1:4" resp=200"#,
      "request GET /api/v1/pods?limit=5 200 0.012345s"
    ),
  ])
  func `finds the parts of requests wherever they stand`(text: String, expected: String) {
    #expect(read(text) == expected)
  }

  @Test(arguments: [
    "GET /x in 5 s", "Retrying GET /x in 5 s", "GET /x started 5 s ago", "GET /x 5 minutes ago",
    "use GET /x, then wait 5 s", "GET it now", "[GET] x 200 12ms", "1200 GET /x started",
    "Method: GET is not allowed", "Method: GET, URL: https://a.io/x, Status: 200",
    "Method: GET, URL: /x", "Method: step, URL: /x, Status: 200", #"verb="GET" URI="/x""#,
    #"verb="WATCH" URI="/x" resp=200"#, "foo (1.234) SELECT 1",
  ])
  func `takes no prose for a request`(text: String) {
    let read = read(text)
    #expect(read == nil, "\(read ?? "")")
  }

  @Test(
    arguments: [
      ("Sent email to bob@example.com took 12 ms", nil),
      ("mail to bob@example.com completed in 12 ms", nil),
      ("https://example.com/a took 12 ms", nil),
      ("mailer bob@example.com cleanup took 5 ms", "task 0.005s name=cleanup"),
      ("app.tasks.Mailer.send took 12 ms", "task 0.012s name=app.tasks.Mailer.send"),
    ] as [(String, String?)])
  func `names no task by an address or a piece of one`(text: String, expected: String?) {
    #expect(read(text) == expected)
  }

  @Test func `finds Django's statements behind any head`() {
    let sql = #"SELECT "a"."b" FROM "a" WHERE "a"."name" = 'x' LIMIT 21"#
    #expect(
      summary(
        of:
          "DEBUG 2025-10-10 13:55:36,123 utils 7 140 (0.120) \(sql); args=('x',); alias=default",
        as: AppLineFormat.self) == "query debug 2025-10-10T13:55:36.123Z 0.12s sql=\(sql)")
  }
}
