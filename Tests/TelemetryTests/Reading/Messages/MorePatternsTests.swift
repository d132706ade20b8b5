import Testing

@testable import Telemetry

/// Messages of products, as their sources or their users show them.
@Suite struct MorePatternsTests {
  private func read(_ text: String) -> String? {
    withBytes(text) { bytes in
      var record = LogRecord()
      return MessagePatterns.read(bytes, into: &record) ? summary(of: record) : nil
    }
  }

  @Test(arguments: [
    (
      "[210.123ms] [rows:3] SELECT * FROM `users`",
      "query 0.210123s rows=3 sql=SELECT * FROM `users`"
    ),
    ("[0.5ms] [rows:-] CREATE TABLE t (a int)", "query 0.0005s sql=CREATE TABLE t (a int)"),
    (
      "Executed (default): SELECT 1+1 AS result; Elapsed time: 2ms",
      "query 0.002s sql=SELECT 1+1 AS result;"
    ),
    (
      "Executed DbCommand (12ms) [Parameters=[], CommandType='Text', CommandTimeout='30'] SELECT 1",
      "query 0.012s sql=SELECT 1"
    ),
    (
      "Query: SELECT \"id\" FROM t WHERE a = $1 Params: [1] Duration: 2ms",
      "query 0.002s sql=SELECT \"id\" FROM t WHERE a = $1"
    ),
    (
      "slow statement: execution time exceeded alert threshold summary=\"SELECT 1\" db.statement=\"\" rows_affected=0 rows_returned=1 elapsed=1.2s elapsed_secs=1.2",
      "query 1.2s rows=1 sql=SELECT 1"
    ),
    (
      "ASYNC User Load (0.0ms) (db time 0.9ms)  SELECT 1", "query 0.0009s sql=SELECT 1"
    ),
    ("django.db.backends (0.012) SELECT 1; args=(); alias=default", "query 0.012s sql=SELECT 1"),
    ("TRANSACTION (0.1ms)  COMMIT", "query 0.0001s sql=COMMIT"),
  ])
  func `finds statements of object-relational mappers`(text: String, expected: String) {
    #expect(read(text) == expected)
  }

  @Test func `takes the whole statement of sqlx out of its escapes`() {
    #expect(
      summary(
        of:
          #"2026-01-01T10:00:00.5Z  WARN sqlx::query: slow statement: execution time exceeded alert threshold summary="SELECT a, b FROM …" db.statement="\n\nSELECT\n  a,\n  b\nFROM \"t\"\n" rows_affected=0 rows_returned=7 elapsed=1.5s"#,
        as: AppLineFormat.self)
        == "query warning 2026-01-01T10:00:00.5Z 1.5s rows=7 sql=SELECT\n  a,\n  b\nFROM \"t\"")
  }

  @Test(arguments: [
    (
      "GET https://api.x.io/v1 200 OK 123ms",
      "outbound GET https://api.x.io/v1 200 0.123s name=api.x.io"
    ),
    (
      "<-- 200 OK https://api.x.io/v1 (123ms, 45-byte body)",
      "outbound https://api.x.io/v1 200 0.123s name=api.x.io"
    ),
    (
      #"http://127.0.0.1:8472 "GET /users/1 HTTP/1.1" 200 9"#,
      "outbound GET /users/1 200 name=127.0.0.1"
    ),
    (
      #"HTTP Response: POST https://api.openai.com/v1/chat/completions "200 OK" Headers({})"#,
      "outbound POST https://api.openai.com/v1/chat/completions 200 name=api.openai.com"
    ),
  ])
  func `finds calls to others`(text: String, expected: String) {
    #expect(read(text) == expected)
  }

  @Test func `counts a call once that two libraries log`() {
    var parser = AppLineFormat()
    let kinds = [
      #"2026-01-01 10:00:00 INFO httpx HTTP Request: POST https://a.io/v1 "HTTP/1.1 200 OK""#,
      #"2026-01-01 10:00:00 DEBUG openai._base_client HTTP Response: POST https://a.io/v1 "200 OK" Headers({})"#,
      #"2026-01-01 10:00:00 DEBUG openai._base_client HTTP Response: POST https://a.io/v1 "200 OK" Headers({})"#,
    ].map { summary(of: $0, by: &parser)?.prefix(8) }
    #expect(kinds == ["outbound", "message ", "outbound"])
  }

  @Test(arguments: [
    (
      "Task app.bad[1b45e937-6181-4076-ace7-056927e414b0] raised unexpected: ValueError('x')",
      "task failed name=app.bad"
    ),
    (
      "Task app.again[d638e4cb-c65b-4414-8952-eca8d81241e9] retry: Retry in 0.5s: RuntimeError('flaky')",
      "task name=app.again"
    ),
    (
      "pid=82859 tid=119pz7z class=HardWorker jid=b7f805c545c78770d30dc1fd elapsed=0.089 INFO: done",
      "task 0.089s name=HardWorker"
    ),
    (
      "pid=1 tid=1k91 class=SampleJob jid=471563f0abb0633b58163bc9 args= elapsed=0.38 INFO: fail",
      "task 0.38s failed name=SampleJob"
    ),
    (
      "13176 TID-otszewf94 FooWorker JID-aca9134a8afe7d0a19344805 INFO: done: 1.5 sec",
      "task 1.5s name=FooWorker"
    ),
    (
      "Successfully completed tasks.rqjob(1) job in 0:00:00.242199s on worker df29aead",
      "task 0.242199s name=tasks.rqjob"
    ),
    (
      "Worker df29: job 26c10af6-ddf7-4a92-9d74-abfee59f5a42: exception raised while executing (tasks.rqjob)",
      "task failed name=tasks.rqjob"
    ),
    (
      #"Job "tick (trigger: interval[0:00:03], next run at: 2026-01-01 10:00:00 UTC)" executed successfully"#,
      "task name=tick"
    ),
    (
      #"Job "tick (trigger: interval[0:00:03], next run at: 2026-01-01 10:00:00 UTC)" raised an exception"#,
      "task failed name=tick"
    ),
    ("Step 3/7: resize images (4.5s)", "task 4.5s name=resize images"),
    ("Step 3 of 7: upload took 1m 5s", "task 65.0s name=upload"),
    ("backup took 5 m 54 s", "task 354.0s name=backup"),
    ("backup took 1m5s", "task 65.0s name=backup"),
    ("backup took 2 min", "task 120.0s name=backup"),
    ("backup took 31µs", "task 3.1e-05s name=backup"),
    ("backup completed in 1:02:03", "task 3723.0s name=backup"),
    ("backup took 2s 3 retries", "task 2.0s name=backup"),
  ])
  func `finds jobs and steps`(text: String, expected: String) {
    #expect(read(text) == expected)
  }

  @Test(arguments: [
    (
      "Executing <Handle sleep(0.21) created at /srv/app/main.py:45> took 0.210 seconds",
      "stall 0.21s"
    ),
    ("Blocked for 123.4ms, operation started here", "stall 0.1234s"),
    ("Event loop blocked for 123ms", "stall 0.123s"),
    ("event loop lag: 120ms", "stall 0.12s"),
  ])
  func `finds stalls of event loops`(text: String, expected: String) {
    #expect(read(text) == expected)
  }

  @Test(arguments: [
    "Saved 17 souls", "CACHE User Load (0.0ms)  SELECT 1", "Hibernate: select 1",
    "pid=1 tid=a class=HardWorker jid=b7f8 INFO: start", "Job OK (uuid)",
    "Task app.add[c0da76b2] received", "retry: later", "error raised",
    "Executed (default): SELECT 1",
    "Step one: done", "QUERY OK source=\"users\" db=1.2ms", "HTTP Response: POST 500",
    "client intended to send too large body: 2097152 bytes", "the loop lag is 3", "event loop lag",
    "PayloadTooLargeError: request entity too large", "backup took 10:00", "total=5",
    "prisma:query SELECT 1", "[1.5ms] SELECT 1", "[cached since 86400s ago] (1,)", "-->",
    "<-- https://a.io", "GET ftp://a.io 200",
  ])
  func `leaves other messages alone`(text: String) {
    #expect(read(text) == nil)
  }

  @Test func `knows a framework's lines about what went wrong`() {
    var parser = AppLineFormat()
    #expect(summary(of: "Not Found: /nope", by: &parser) == "message warning | Not Found: /nope")
    #expect(
      summary(of: "Internal Server Error: /boom", by: &parser)
        == "message error | Internal Server Error: /boom")
    #expect(summary(of: "Traceback (most recent call last):", by: &parser) != nil)
  }

  @Test(arguments: [
    (
      "[2026-11-21 05:35:12,204: ERROR/ForkPoolWorker-1] boom",
      "message error 2026-11-21T05:35:12.204Z | boom"
    ),
    ("[2026-01-01 10:00:00] local.ERROR: boom", "message error 2026-01-01T10:00:00Z | boom"),
    ("fail: boom", "message error | boom"),
    (
      #"127.0.0.1 - - [21/Nov/2026 05:33:51] "GET /a HTTP/1.1" 200 -"#,
      "request 2026-11-21T05:33:51Z GET /a 200"
    ),
    (
      #"[21/Nov/2026 05:33:51] "POST /a HTTP/1.1" 201 9"#,
      "request 2026-11-21T05:33:51Z POST /a 201"
    ),
    ("[10:00:00 WRN] boom", "message warning | boom"),
    ("1767261600 ERROR boom", "message error 2026-01-01T10:00:00Z | boom"),
    ("1767261600123 ERROR boom", "message error 2026-01-01T10:00:00.123Z | boom"),
  ])
  func `reads the heads of more loggers`(line: String, expected: String) {
    #expect(summary(of: line, as: AppLineFormat.self) == expected)
  }

  @Test func `takes what belongs to a trace or a statement as part of it, nothing else`() {
    var parser = AppLineFormat()
    func isTaken(_ line: String) -> Bool { summary(of: line, by: &parser) != nil }
    #expect(!isTaken("FROM users"))
    #expect(isTaken("2026-01-01 10:00:00 INFO sqlalchemy.engine.Engine SELECT a"))
    #expect(isTaken("FROM users"))
    #expect(isTaken("WHERE a = 1"))
    #expect(!isTaken("loose text"))
    #expect(isTaken("2026-01-01 10:00:00 ERROR boom"))
    #expect(!isTaken("requests.exceptions.ConnectTimeout: no answer"))
    #expect(isTaken("Traceback (most recent call last):"))
    #expect(isTaken("requests.exceptions.ConnectTimeout: no answer"))
    #expect(isTaken("main.main()"))
    #expect(isTaken("2026-01-01 10:00:00 INFO hi"))
    #expect(!isTaken("main.main()"))
  }
}
