import Testing

@testable import Telemetry

/// Times, levels and messages behind the heads of loggers.
@Suite struct LoggerHeadTests {
  @Test(arguments: [
    (
      "[Nest] 12345  - 03/15/2024, 10:23:45 AM     LOG [RouterExplorer] Mapped {/, GET} route +2ms",
      "message info 2024-03-15T10:23:45Z pid=12345 | [RouterExplorer] Mapped {/, GET} route +2ms"
    ),
    (
      "\u{1B}[32m[Nest] 7  - \u{1B}[39m03/15/2024, 1:23:46 PM \u{1B}[31m  ERROR\u{1B}[39m \u{1B}[38;5;3m[ExceptionsHandler] \u{1B}[39m\u{1B}[31mboom\u{1B}[39m",
      "message error 2024-03-15T13:23:46Z pid=7 | [ExceptionsHandler] boom"
    ),
    (
      // Which of the numbers is the month nobody knows.
      "[Nest] 7  - 03/04/2024, 10:23:45     WARN [Http] slow", "message warning pid=7 | [Http] slow"
    ),
    (
      "1/5/2025 12:23:46 AM INFO import took 300 ms",
      "task info 2025-01-05T00:23:46Z 0.3s name=import"
    ),
    (
      "15.03.2024 10:23:45 INFO import took 300 ms",
      "task info 2024-03-15T10:23:45Z 0.3s name=import"
    ),
    (
      "15.03.2024 10:23:46,123 ERROR [main] export took 400 ms",
      "task error 2024-03-15T10:23:46.123Z 0.4s name=export"
    ),
    (
      "15-Mar-2024 10:23:46.123 SEVERE [http-nio-8080-exec-1] org.foo.Bar.run import took 300 ms",
      "task error 2024-03-15T10:23:46.123Z 0.3s name=import"
    ),
    (
      "2024-03-15 10:23:45.123 INFO [worker-1] app.tasks.Mailer.send took 12 ms",
      "task info 2024-03-15T10:23:45.123Z 0.012s name=app.tasks.Mailer.send"
    ),
    (
      "2024-03-15 10:23:45.123 ERROR [worker-1] app.tasks.Mailer.send failed after 2 s",
      "task error 2024-03-15T10:23:45.123Z 2.0s failed name=app.tasks.Mailer.send"
    ),
    (
      #"I1010 13:55:36.123456    1234 httplog.go:132] "HTTP" verb="GET" URI="/api/v1/pods/5" latency="12.345ms" resp=200"#,
      "request info GET /api/v1/pods/5 200 0.012345s pid=1234"
    ),
    (
      "E20231010 13:55:36.123456  1234 server.cc:12] boom",
      "message error 2023-10-10T13:55:36.123456Z pid=1234 | boom"
    ),
    (
      "REPORT RequestId: 3604209a-e9a3-11e6-939a-754dd98c7be3\tDuration: 12.34 ms\tBilled Duration: 13 ms",
      "task 0.01234s name=lambda invocation req=3604209a-e9a3-11e6-939a-754dd98c7be3"
    ),
    (  // Starting it failed, so that nothing was run.
      "REPORT RequestId: 3604209a-e9a3-11e6-939a-754dd98c7be3\tInit Duration: 10000.12 ms\tPhase: init\tStatus: timeout",
      "message info req=3604209a-e9a3-11e6-939a-754dd98c7be3 | REPORT RequestId: 3604209a-e9a3-11e6-939a-754dd98c7be3\tInit Duration: 10000.12 ms\tPhase: init\tStatus: timeout"
    ),
    (
      "START RequestId: 3604209a-e9a3-11e6-939a-754dd98c7be3 Version: $LATEST",
      "message info req=3604209a-e9a3-11e6-939a-754dd98c7be3 | START RequestId: 3604209a-e9a3-11e6-939a-754dd98c7be3 Version: $LATEST"
    ),
  ])
  func `reads lines`(line: String, expected: String) {
    #expect(summary(of: line, as: AppLineFormat.self) == expected)
  }

  @Test(arguments: [
    (
      "2024/03/15 10:23:45 /app/main.go:32 SLOW SQL >= 200ms\n[245.123ms] [rows:1] SELECT * FROM `users` WHERE id = 1",
      "query 2024-03-15T10:23:45Z 0.245123s rows=1 sql=SELECT * FROM `users` WHERE id = 1"
    ),
    (
      "2024/03/15 10:23:45 \u{1B}[32m/app/main.go:32 \u{1B}[33mSLOW SQL >= 200ms\n\u{1B}[0m\u{1B}[31;1m[245.123ms] \u{1B}[33m[rows:1]\u{1B}[35m SELECT * FROM `users` WHERE id = 1\u{1B}[0m",
      "query 2024-03-15T10:23:45Z 0.245123s rows=1 sql=SELECT * FROM `users` WHERE id = 1"
    ),
    (
      "2024/03/15 10:23:46 /app/main.go:40\n[1.234ms] [rows:-] UPDATE `orders` SET a = 2",
      "query 2024-03-15T10:23:46Z 0.001234s sql=UPDATE `orders` SET a = 2"
    ),
  ])
  func `gives a statement of GORM the time before it`(entry: String, expected: String) {
    #expect(summary(of: entry, as: AppEntryFormat.self) == expected)
    var parser = AppLineFormat()
    let lines = entry.split(separator: "\n").map { summary(of: String($0), by: &parser) }
    #expect(lines.last == expected)
  }

  @Test(arguments: [
    ("[1.234ms] [rows:1] SELECT 1", false),
    ("\u{1B}[0m\u{1B}[33m[1.234ms] \u{1B}[34;1m[rows:1]\u{1B}[0m SELECT 1", false),
    ("[1.234ms] SELECT 1", true), ("[INFO] [rows:1] x", true),
  ])
  func `knows the second line of GORM`(line: String, begins: Bool) {
    #expect(withBytes(line) { AppEntryFormat().beginsEntry($0) } == begins)
  }
}
