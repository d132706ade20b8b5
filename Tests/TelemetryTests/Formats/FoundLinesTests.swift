import TestSupport
import Testing

@testable import Telemetry

/// Lines of common software as it writes them, read by whatever format detection finds for them.
@Suite struct FoundLinesTests {
  /// Each with where its layout is from.
  private static let found: [(source: String, text: String, picture: [String])] = [
    (
      "morgan, https://github.com/expressjs/morgan#response-time",
      """
      ::1 - - [15/Mar/2024:10:23:45 +0000] "GET /users/1 HTTP/1.1" 200 123 "-" "curl/8" - 12.345 ms
      ::1 - - [15/Mar/2024:10:23:45 +0000] "GET /users/1 HTTP/1.1" 200 123 "-" "curl/8" 8.1 ms
      """, ["GET /users/{id} 2xx 2xx 12.345 ms"]
    ),
    (
      "W3CLogger, https://learn.microsoft.com/aspnet/core/fundamentals/w3c-logger",
      """
      #Version: 1.0
      #Start-Date: 2021-09-29 22:18:28
      #Fields: date time c-ip s-computername s-ip s-port cs-method cs-uri-stem cs-uri-query sc-status time-taken cs-version cs-host cs(User-Agent) cs(Referer)
      2021-09-29 22:18:28 ::1 DESKTOP-LH3TLTA ::1 5000 GET / - 200 59.9171 HTTP/1.1 localhost:5000 Mozilla/5.0 -
      """, ["GET / 2xx 59.917 ms"]
    ),
    (
      "zerolog's hlog, https://pkg.go.dev/github.com/rs/zerolog/hlog",
      #"{"level":"info","role":"api","req_id":"bf2lq","method":"GET","url":"/a","status":200,"size":12,"duration":12.5,"time":"2024-01-01T00:00:00Z"}"#,
      ["GET /a 2xx 12.5 ms"]
    ),
    (
      "APISIX, https://apisix.apache.org/docs/apisix/plugins/http-logger/",
      #"{"client_ip":"127.0.0.1","route_id":"1","start_time":1603354412000,"apisix_latency":100.99999809265,"service_id":"","latency":103.99999809265,"upstream_latency":2,"request":{"uri":"/log_request","size":85,"url":"http://localhost:9080/log_request","method":"GET"},"response":{"size":123,"status":200}}"#,
      ["GET /log_request 2xx 104.0 ms"]
    ),
    (
      "koa-logger, https://github.com/koajs/logger",
      "  <-- GET /users/1\n  --> GET /users/1 200 12ms 123b\n  <-- POST /users\n  --> POST /users 500 1,234ms 1.2kb",
      ["GET /users/{id} 2xx 12.0 ms", "POST /users 5xx 1234.0 ms"]
    ),
    (
      "Next.js, https://nextjs.org/docs/app/api-reference/config/next-config-js/logging",
      " GET /users/1 200 in 12ms\n POST /api/users 500 in 1.2s\n GET /dashboard 200 in 1234ms",
      [
        "GET /dashboard 2xx 1234.0 ms", "GET /users/{id} 2xx 12.0 ms",
        "POST /api/users 5xx 1200.0 ms",
      ]
    ),
    (
      "Fastify, https://fastify.dev/docs/latest/Reference/Logging/",
      """
      {"level":30,"time":1710498225123,"pid":1,"hostname":"h","reqId":"req-1","req":{"method":"GET","url":"/users/1","host":"a"},"msg":"incoming request"}
      {"level":30,"time":1710498225124,"pid":1,"hostname":"h","reqId":"req-2","req":{"method":"GET","url":"/slow","host":"a"},"msg":"incoming request"}
      {"level":30,"time":1710498225135,"pid":1,"hostname":"h","reqId":"req-1","res":{"statusCode":200},"responseTime":11.73,"msg":"request completed"}
      {"level":30,"time":1710498227135,"pid":1,"hostname":"h","reqId":"req-2","res":{"statusCode":500},"responseTime":2011.73,"msg":"request completed"}
      """, ["GET /slow 5xx 2011.73 ms", "GET /users/{id} 2xx 11.73 ms"]
    ),
    (
      "ASP.NET Core 6, https://github.com/dotnet/aspnetcore",
      "info: Microsoft.AspNetCore.Hosting.Diagnostics[2]\n      Request finished HTTP/1.1 POST http://localhost:5000/orders application/json 62 - 500 0 - 1393.6161ms",
      ["POST /orders 5xx 1393.616 ms"]
    ),
    (
      "PostgreSQL, log_error_verbosity = verbose",
      """
      2024-03-15 10:23:45.123 UTC [1234] LOG:  00000: duration: 12.345 ms  statement: SELECT * FROM users WHERE id = 1
      2024-03-15 10:23:45.123 UTC [1234] LOCATION:  exec_simple_query, postgres.c:1341
      """, ["select * from users where id = ? 12.345 ms"]
    ),
    (
      "Istio, a TCP connection",
      """
      [2024-03-15T10:23:45.123Z] "GET /users/1 HTTP/1.1" 200 - via_upstream - "-" 0 12 12 11 "-" "curl/8" "id" "h:8000" "10.0.0.1:80" inbound|8000|| 127.0.0.6:1 10.0.0.1:80 10.0.0.2:1 - default
      [2024-03-15T10:23:45.123Z] "- - -" 0 - - - "-" 1234 5678 60000 - "-" "-" "-" "-" "10.0.0.1:5432" outbound|5432||pg.default.svc.cluster.local 10.0.0.2:1 10.0.0.1:5432 10.0.0.2:2 - -
      """, ["GET /users/{id} 2xx 12.0 ms"]
    ),
    (
      "Play, https://www.playframework.com/documentation/latest/ScalaHttpFilters",
      "2024-03-15 10:23:45 INFO  filters.LoggingFilter - GET /users/1 took 12ms and returned 200\n2024-03-15 10:23:46 INFO  api - GET /users/3 completed in 30ms with status 500",
      ["GET /users/{id} 2xx 5xx 30.0 ms"]
    ),
    (
      "a websocket",
      #"10.0.0.1 - - [15/Mar/2024:10:23:45 +0000] "GET /ws HTTP/1.1" 101 552 "-" "UA" 3600.001"#,
      ["GET /ws 1xx"]
    ),
    (
      "nginx as JSON, a connection without a request",
      #"{"time_iso8601":"2024-03-15T10:23:45+00:00","server_protocol":"","request_method":"","request_uri":"","status":"400","request_time":"0.000"}"#,
      ["(no request) 4xx 0.0 ms"]
    ),
    (
      "hypercorn behind its own logger",
      #"[2024-03-15 10:23:45 +0100] [123] [INFO] [::1]:54321 - - [15/Mar/2024:10:23:45 +0100] "GET /users/1 1.1" 500 12 "-" "curl/8""#,
      ["GET /users/{id} 5xx"]
    ),
    (
      "Phoenix while developing",
      "[info] GET /users/1\n[debug] Processing with MyAppWeb.UserController.show/2\n[info] Sent 200 in 12ms\n[info] GET /a\n[info] GET /b\n[info] Sent 200 in 1ms\n[info] Sent 200 in 2ms\n[info] POST /users\n[info] Sent 500 in 1212ms",
      ["GET /users/{id} 2xx 12.0 ms", "POST /users 5xx 1212.0 ms"]
    ),
    (
      "fluentd's parser of nginx, https://docs.fluentd.org/parser/nginx",
      #"{"date":1710498225.123,"remote":"10.0.0.1","host":"-","user":"-","method":"GET","path":"/users/1","code":"200","size":"12","referer":"-","agent":"curl/8"}"#,
      ["GET /users/{id} 2xx"]
    ),
    (
      "a code that is no status", #"{"method":"GET","path":"/users/1","code":42,"msg":"x"}"#, []
    ),
    (
      "slog, https://pkg.go.dev/log/slog",
      "2024/03/15 10:23:46 INFO request method=GET path=/users/1 status=200 duration=12ms",
      ["GET /users/{id} 2xx 12.0 ms"]
    ),
    (
      "structlog, https://www.structlog.org/en/stable/console-output.html",
      "2024-03-15T10:23:45.123456Z [info     ] request                        method=GET path=/users/1 status=200 duration_ms=12.3",
      ["GET /users/{id} 2xx 12.3 ms"]
    ),
    (
      "zerolog on a terminal",
      "2024-03-15T10:23:45Z ERR request error=\"boom\" duration=1200.5 method=POST path=/users status=500",
      ["POST /users 5xx 1200.5 ms"]
    ),
    (
      "logrus on a terminal",
      "INFO[0006] HTTP request   duration_ms=60 method=POST module=http remote_ip=127.0.0.1 status=200 uri=/users",
      ["POST /users 2xx 60.0 ms"]
    ),
    (
      "tower-http, https://docs.rs/tower-http/latest/tower_http/trace/",
      """
      2024-03-15T10:23:45.123456Z DEBUG request{method=GET uri=/users/1 version=HTTP/1.1}: tower_http::trace::on_request: started processing request
      2024-03-15T10:23:46.124456Z  INFO http_request{method=GET uri="/users/2" version=HTTP/2.0 request_id=abc}: tower_http::trace::on_response: finished processing request latency=1520 ms status=500
      """, ["GET /users/{id} 5xx 1520.0 ms"]
    ),
    (
      "Ktor, https://ktor.io/docs/server-call-logging.html",
      "2024-03-15 10:23:45.123 [eventLoopGroupProxy-4-1] TRACE ktor.application - 500 Internal Server Error: POST - /users in 1212ms",
      ["POST /users 5xx 1212.0 ms"]
    ),
    (
      "actix, https://docs.rs/actix-web/latest/actix_web/middleware/struct.Logger.html",
      #"[2024-03-15T10:23:46Z INFO  actix_web::middleware::logger] 127.0.0.1 "GET /users/2 HTTP/2.0" 500 12 "-" "curl/8" 2.500123"#,
      ["GET /users/{id} 5xx 2500.123 ms"]
    ),
    (
      "Granian, https://github.com/emmett-framework/granian#access-log-format",
      #"[2024-03-15 10:23:46 +0100] ::1 - "POST /users HTTP/2" 500 1212.345"#,
      ["POST /users 5xx 1212.345 ms"]
    ),
    (
      "Daphne, https://github.com/django/daphne",
      "HTTP POST /users 500 [1.25, 127.0.0.1:54321]", ["POST /users 5xx 1250.0 ms"]
    ),
    (
      "Filebeat around nginx",
      #"{"@timestamp":"2024-03-15T10:23:45.123Z","message":"10.0.0.1 - - [15/Mar/2024:10:23:45 +0000] \"GET /users/1 HTTP/1.1\" 200 12 \"-\" \"curl/8\" 0.012","input":{"type":"log"}}"#,
      ["GET /users/{id} 2xx 12.0 ms"]
    ),
    (
      "Laravel's queue, https://laravel.com/docs/queues",
      "  2024-03-15 10:23:46 App\\Jobs\\Mail .......................... 1.23s DONE",
      ["App\\Jobs\\Mail 2xx 1230.0 ms"]
    ),
    (
      "Spring Batch",
      "2024-03-15 10:23:45.123  INFO 1 --- [main] o.s.batch.core.step.AbstractStep         : Step: [importStep] executed in 1s234ms",
      ["importStep 2xx 1234.0 ms"]
    ),
    (
      "Rails with a tag of one's own",
      """
      [c0ffee12] Started GET "/users/1" for ::1 at 2024-03-15 10:23:45 +0100
      [c0ffee129] Started POST "/users" for ::1 at 2024-03-15 10:23:45 +0100
      [c0ffee12] Completed 200 OK in 1180ms (Views: 0.4ms | ActiveRecord: 143.3ms)
      [c0ffee129] Completed 500 Internal Server Error in 3ms (ActiveRecord: 0.0ms)
      """, ["GET /users/{id} 2xx 1180.0 ms", "POST /users 5xx 3.0 ms"]
    ),
    (
      "a logger with a word for the level that begins like one of zerolog's",
      "2024-01-01 10:00:00 INFO request method=GET path=/x status=200 duration=0.012\n2024-01-01 10:00:01 ERROR request method=GET path=/y status=500 duration=1.5",
      ["GET /x 2xx 12.0 ms", "GET /y 5xx 1500.0 ms"]
    ),
    (
      "WebLogic, whose time-taken is seconds",
      """
      #Version: 1.0
      #Fields: date time cs-method cs-uri sc-status time-taken
      #Software: WebLogic
      #Start-Date: 2021-09-29 22:18:28
      2021-09-29 22:18:28 GET /a 200 0.016
      """, ["GET /a 2xx 16.0 ms"]
    ),
    (
      "the code of a process", #"{"level":"error","msg":"exited","path":"/usr/bin/x","code":127}"#,
      []
    ),
    (
      "nginx with a format of one's own that looks like Granian's",
      #"127.0.0.1 - "GET /users/1 HTTP/1.1" 200 0.012"#, ["GET /users/{id} 2xx"]
    ),
    (
      "Phoenix after a request that crashed",
      (["[info] GET /crash", "[debug] Processing with A.B.c/2"]
        + (1...9).flatMap { ["[info] GET /a", "[info] Sent 200 in \($0)ms"] })
        .joined(separator: "\n"), ["GET /a 2xx 9.0 ms"]
    ),
    (
      "Fiber, https://docs.gofiber.io/api/middleware/logger",
      """
      15:04:05 | 200 |     45.21µs |       127.0.0.1 | GET     | /x       | -
      [10:23:46] 500 -      2.5s POST     /users
      """, ["GET /x 2xx 0.045 ms", "POST /users 5xx 2500.0 ms"]
    ),
    (
      "docker logs -t of a program in another zone",
      "2024-03-15T10:00:00.548+01:00  INFO 1 --- [demo] [main] org.hibernate.SQL_SLOW : Slow query took 1200 milliseconds [select a from t where b='Bob']\n2024-03-15T10:00:00.685+01:00  INFO 1 --- [demo] [main] com.foo.Bar : import took 300 ms",
      ["import 2xx 300.0 ms", "select a from t where b = ? 1200.0 ms"]
    ),
    (
      "a value that is no task",
      "2024-01-01 10:00:00 INFO started\nINFO[0012] completed handling request   method=GET request=/users/1 text_status=OK took=1.234567ms",
      []
    ),
  ]

  @Test(arguments: found.map(\.source))
  func `reads what common software writes`(source: String) throws {
    let line = try #require(Self.found.first { $0.source == source })
    #expect(try Batch(detecting: line.text).picture == line.picture)
  }
}
