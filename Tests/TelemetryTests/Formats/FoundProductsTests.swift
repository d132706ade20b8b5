import Testing

@testable import Telemetry

/// Lines of products as they write them, read by whatever format detection finds for them.
@Suite struct FoundProductsTests {
  /// Each with where its layout is from.
  private static let found: [(source: String, text: String, picture: [String])] = [
    (
      "java.util.logging",
      """
      Mar 15, 2024 10:23:45 AM org.foo.Bar run
      INFO: started
      Mar 15, 2024 1:23:46 PM org.foo.Bar run
      WARNING: import took 300 ms
      """, ["import 2xx 300.0 ms"]
    ),
    (
      "Tomcat, https://github.com/apache/tomcat/blob/main/java/org/apache/juli/OneLineFormatter.java",
      "15-Mar-2024 10:23:46.123 SEVERE [http-nio-8080-exec-1] org.foo.Bar.run import took 300 ms",
      ["import 2xx 300.0 ms"]
    ),
    (
      "Nest, https://github.com/nestjs/nest",
      """
      [Nest] 12345  - 03/15/2024, 10:23:45 AM     LOG [RouterExplorer] Mapped {/, GET} route +2ms
      [Nest] 12345  - 03/15/2024, 1:23:47 PM    WARN [Http] GET /users/1 200 12ms
      """, ["GET /users/{id} 2xx 12.0 ms"]
    ),
    (
      "GORM, https://github.com/go-gorm/gorm/blob/master/logger/logger.go",
      "\r\n2024/03/15 10:23:45 /app/main.go:32 SLOW SQL >= 200ms\n[245.123ms] [rows:1] SELECT * FROM `users` WHERE id = 1",
      ["select * from `users` where id = ? 245.123 ms"]
    ),
    (
      "PostgreSQL in German",
      """
      2024-03-15 10:23:45.123 UTC [7] LOG:  Dauer: 12.345 ms  Anweisung: SELECT * FROM users WHERE id = 1
      2024-03-15 10:23:46.123 UTC [7] FEHLER:  Division durch Null
      2024-03-15 10:23:46.123 UTC [7] ANWEISUNG:  select 1/0;
      """, ["select * from users where id = ? 12.345 ms"]
    ),
    (
      "PostgreSQL in French",
      """
      2024-03-15 10:23:45.123 UTC [7] LOG:  durée : 12.345 ms, instruction : SELECT * FROM users WHERE id = 1
      2024-03-15 10:23:46.123 UTC [7] ERREUR:  division par zéro
      2024-03-15 10:23:46.123 UTC [7] INSTRUCTION :  select 1/0;
      """, ["select * from users where id = ? 12.345 ms"]
    ),
    (
      "Nginx Proxy Manager",
      #"[31/Jul/2026:17:53:30 +0000] - 200 200 - GET https a.io "/users/1" [Client 172.68.4.221] [Length 14908] [Gzip -] [Sent-to 172.18.0.1] "Mozilla/5.0" "-""#,
      ["GET /users/{id} 2xx"]
    ),
    (
      "Reactor Netty behind Spring's logger",
      #"2024-03-15T10:23:45.123Z  INFO 1 --- [reactor-http-nio-2] reactor.netty.http.server.AccessLog     : 127.0.0.1:51234 - - [15/Mar/2024:10:23:45 +0000] "GET /users/1 HTTP/1.1" 200 123 12 ms"#,
      ["GET /users/{id} 2xx 12.0 ms"]
    ),
    (
      "pino-pretty, https://github.com/pinojs/pino-pretty",
      """
      [10:23:44.000] INFO (12345): Server listening at http://127.0.0.1:3000
      [10:23:45.123] INFO (12345): request completed
          req: {
            "method": "GET",
            "url": "/users/1"
          }
          res: {
            "statusCode": 200
          }
          responseTime: 12
      """, ["GET /users/{id} 2xx 12.0 ms"]
    ),
    (
      "AWS Lambda, https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html",
      """
      INIT_START Runtime Version: python:3.12.v18\tRuntime Version ARN: arn:aws:lambda:eu-west-1::runtime:1
      START RequestId: 3604209a-e9a3-11e6-939a-754dd98c7be3 Version: $LATEST
      END RequestId: 3604209a-e9a3-11e6-939a-754dd98c7be3
      REPORT RequestId: 3604209a-e9a3-11e6-939a-754dd98c7be3\tDuration: 12.34 ms\tBilled Duration: 13 ms\tMemory Size: 128 MB\tMax Memory Used: 18 MB\tInit Duration: 245.67 ms\t
      REPORT RequestId: f8400400-dd9e-4025-b644-4c78df3287c7\tDuration: 8.34 ms\tBilled Duration: 9 ms\tMemory Size: 128 MB\tMax Memory Used: 71 MB\tStatus: error\tError Type: Runtime.UserCodeSyntaxError
      """, ["lambda invocation 2xx 5xx 12.34 ms"]
    ),
    (
      "ClickHouse",
      """
      2022.09.08 05:09:25.696359 [ 46 ] {add4a8af} <Debug> executeQuery: (from 127.0.0.1:57216) SELECT * FROM events WHERE id = 7 (stage: Complete)
      2022.09.08 05:09:25.712529 [ 46 ] {add4a8af} <Debug> executeQuery: Read 65 rows, 105.59 KiB in 0.0161 sec., 4019 rows/sec., 6.38 MiB/sec.
      """, ["select * from events where id = ? 16.1 ms"]
    ),
    (
      "go-grpc-middleware with zap on a terminal",
      "2021-11-13T16:09:44.053+0800\tINFO\tserver\tzap/options.go:212\tfinished unary call with code OK\t{\"grpc.start_time\": \"2021-11-13T16:09:44+08:00\", \"system\": \"grpc\", \"span.kind\": \"server\", \"grpc.service\": \"log.v1.Log\", \"grpc.method\": \"Produce\", \"peer.address\": \"127.0.0.1:42768\", \"grpc.code\": \"OK\", \"grpc.time_ns\": 686930}",
      ["log.v1.Log/Produce 2xx 0.687 ms"]
    ),
    (
      "go-grpc-middleware with logrus on a terminal",
      #"ERRO[6186] finished unary call with code Internal        grpc.code=Internal grpc.method=Create grpc.service=api.contacts.Contacts grpc.start_time="2018-10-23T14:44:24-07:00" grpc.time_ms=2.06 span.kind=server system=grpc"#,
      ["api.contacts.Contacts/Create 5xx 2.06 ms"]
    ),
    (
      "Envoy as JSON, a TCP connection",
      #"{"authority":null,"bytes_received":1234,"bytes_sent":5678,"downstream_remote_address":"10.0.0.2:1","duration":60000,"method":null,"path":null,"protocol":null,"request_id":null,"response_code":0,"response_flags":"-","start_time":"2024-03-15T10:23:45.123Z","upstream_cluster":"outbound|5432||pg","upstream_host":"10.0.0.1:5432","user_agent":null}"#,
      []
    ),
  ]

  @Test(arguments: found.map(\.source))
  func `reads what products write`(source: String) throws {
    let line = try #require(Self.found.first { $0.source == source })
    #expect(try Batch(detecting: line.text).picture == line.picture)
  }
}
