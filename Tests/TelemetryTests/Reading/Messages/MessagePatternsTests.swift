import Testing

@testable import Telemetry

@Suite struct MessagePatternsTests {
  private func read(_ text: String) -> String? {
    withBytes(text) { bytes in
      var record = LogRecord()
      return MessagePatterns.read(bytes, into: &record) ? summary(of: record) : nil
    }
  }

  @Test(arguments: [
    ("SLOW QUERY (0.7007s): SELECT * FROM a", "query 0.7007s sql=SELECT * FROM a"),
    ("Slow query (12.3ms): select 1", "query 0.0123s sql=select 1"),
    ("slow query took 1.2s: UPDATE a SET b = 1", "query 1.2s sql=UPDATE a SET b = 1"),
    ("Query took 340 ms: SELECT 1", "query 0.34s sql=SELECT 1"),
    ("Slow query detected: SELECT 1 FROM t (1234ms)", "query 1.234s sql=SELECT 1 FROM t"),
    ("slow SQL 2.5 seconds - DELETE FROM t", "query 2.5s sql=DELETE FROM t"),
    (
      "Slow database query: 700 ms /* route='x' */ SELECT 1",
      "query 0.7s sql=/* route='x' */ SELECT 1"
    ),
    (
      "Slow query took 1200 milliseconds [select u from User u]",
      "query 1.2s sql=select u from User u"
    ),
    ("SlowQuery: 1200 milliseconds. SQL: 'HikariProxy select 1'", "query 1.2s sql=select 1"),
    (
      "Long query (5.1s): WITH a AS (SELECT 1) SELECT 2",
      "query 5.1s sql=WITH a AS (SELECT 1) SELECT 2"
    ),
    (
      "(0.001) SELECT \"a\" FROM t WHERE id = %s; args=(1,); alias=default",
      "query 0.001s sql=SELECT \"a\" FROM t WHERE id = %s"
    ),
    (
      "  User Load (0.3ms)  SELECT \"users\".* FROM \"users\"",
      "query 0.0003s sql=SELECT \"users\".* FROM \"users\""
    ),
  ])
  func `finds statements with their times`(text: String, expected: String) {
    #expect(read(text) == expected)
  }

  @Test(arguments: [
    (#"served "GET /x?a=1 HTTP/1.1" 200 in 12ms"#, "request GET /x?a=1 200 0.012s"),
    (#"10.0.0.1:1 "POST /y HTTP/2" 503"#, "request POST /y 503"),
    ("GET /users/7 200 12.345 ms - 51", "request GET /users/7 200 0.012345s"),
    ("[GIN] | 200 | 1ms | GET /a -> 404 took 3 ms", "request GET /a 404 0.003s"),
    (
      #"HTTP Request: POST https://api.example.com/v1/chat "HTTP/1.1 429 Too Many Requests""#,
      "outbound POST https://api.example.com/v1/chat 429 name=api.example.com"
    ),
    (
      #"https://api.example.com:443 "GET /v1 HTTP/1.1" 200 15"#,
      "outbound GET /v1 200 name=api.example.com"
    ),
  ])
  func `finds requests and calls`(text: String, expected: String) {
    #expect(read(text) == expected)
  }

  @Test(arguments: [
    ("generate_image took 1.2s", "task 1.2s name=generate_image"),
    ("Image generation completed in 340 ms", "task 0.34s name=Image generation"),
    ("job 17: resize_image finished in 2 s", "task 2.0s name=resize_image"),
    (
      "Task app.add[9c1f0a1e-0000-4000-8000-000000000000] succeeded in 0.5s: None",
      "task 0.5s name=app.add"
    ),
    ("Finished nightly-report in 3.5 seconds", "task 3.5s name=nightly-report"),
    ("send_mail failed after 2s", "task 2.0s failed name=send_mail"),
    (
      "Executing <Task pending name='Task-2' coro=<work() running at a.py:3>> took 0.208 seconds",
      "stall 0.208s name=work"
    ),
    (
      "Thread vert.x-eventloop-thread-0 has been blocked for 2155 ms, time limit is 2000 ms",
      "stall 2.155s"
    ),
  ])
  func `finds tasks and stalls`(text: String, expected: String) {
    #expect(read(text) == expected)
  }

  @Test(arguments: [
    "", "took", "it took a while", "took 5 apples", "took 3", "processed 500 items in 2.3s",
    "Completed 200 OK in 180ms (Views: 0.4ms | ActiveRecord: 143.3ms)",
    "[generated in 0.00011s] (None,)", "[cached since 0.0003533s ago] (1,)", "[no key 0.00012s] ()",
    "slow query", "slow query: no statement here", "SLOW QUERY: SELECT 1", "Retrying in 5 s",
    "GET /x started", "GET /x 2000", "GET /x 200.5", "HTTP Request: nothing",
    "HTTP Request: GET foo",
    "blocked for ever", "Executing <", "(1.2) apples", "Query took 3 ms",
    "it took 3 s", "request completed in 12 ms",
  ])
  func `leaves other messages alone`(text: String) {
    #expect(read(text) == nil)
  }
}
