import Testing

@testable import Telemetry

@Suite struct JSONAccessFormatTests {
  @Test(arguments: [
    (  // alp
      #"{"time":"2015-09-06T05:58:05+09:00","method":"POST","uri":"/foo/bar?token=xxx&uuid=1234","status":200,"body_bytes":12,"response_time":0.057,"ua":"UA1"}"#,
      "request 2015-09-05T20:58:05Z POST /foo/bar?token=xxx&uuid=1234 200 0.057s bytes=12"
    ),
    (
      #"{"time":"2015-09-06T05:58:05+09:00","method":"POST","uri":"/foo","status":200,"response_time":"-", "request_time":0.321}"#,
      "request 2015-09-05T20:58:05Z POST /foo 200 0.321s"
    ),
    (  // nginx with quoted numbers
      #"{"time_local":"01/Jan/2026:00:00:00 +0000","msec":"1767225600.125","remote_addr":"1.2.3.4","request":"GET /x?a=1 HTTP/1.1","status":"200","body_bytes_sent":"99","request_time":"0.125","upstream_response_time":"0.100, 0.020","request_id":"f0"}"#,
      "request 2026-01-01T00:00:00.125Z GET /x?a=1 200 0.125s up=0.12s bytes=99 req=f0 client=1.2.3.4"
    ),
    (  // Caddy: a nested request, headers are not looked into
      #"{"level":"info","ts":1716723772.6014807,"logger":"http.log.access.log17","msg":"handled request","request":{"client_ip":"10.10.10.117","proto":"HTTP/2.0","method":"GET","host":"a","uri":"/a/b","headers":{"User-Agent":["x"],"Status":"999"}},"user_id":"","duration":0.017557019,"size":3768,"status":200,"resp_headers":{"Server":["Caddy"]}}"#,
      "request info 2024-05-26T11:42:52.60148Z GET /a/b 200 0.017557019s bytes=3768 client=10.10.10.117"
    ),
    (  // the same behind the prefix of docker compose
      #"caddy  | {"level":"error","ts":1.7167237726e9,"request":{"method":"GET","uri":"/a"},"duration":0,"status":502}"#,
      "request error 2024-05-26T11:42:52.6Z GET /a 502 0.0s"
    ),
    (  // Traefik: nanoseconds
      #"{"ClientHost":"10.10.10.20","DownstreamContentSize":4,"DownstreamStatus":200,"Duration":100000,"OriginDuration":2155389,"RequestMethod":"GET","RequestPath":"/","RouterName":"r","level":"info","msg":"","time":"2026-01-01T00:00:00Z"}"#,
      "request info 2026-01-01T00:00:00Z GET / 200 0.0001s up=0.002155389s bytes=4 client=10.10.10.20"
    ),
    (  // GitLab: milliseconds although there is a fraction
      #"{"time":"2018-10-29T12:49:42.123Z","severity":"INFO","duration":709.08,"db":14.59,"view":694.49,"status":200,"method":"GET","path":"/api/v4/projects","params":[],"host":"localhost","route":"/api/:version/projects","user_id":1,"username":"root","queue_duration":100.31}"#,
      "request info 2018-10-29T12:49:42.123Z GET /api/v4/projects route=/api/:version/projects 200 0.70908s user=1"
    ),
    (  // pino-http
      #"{"level":30,"time":1531171082399,"pid":657,"hostname":"h","req":{"id":1,"method":"GET","url":"/","headers":{"host":"h"},"remoteAddress":"::1"},"res":{"statusCode":200,"headers":{}},"responseTime":5,"msg":"request completed"}"#,
      "request info 2018-07-09T21:18:02.399Z GET / 200 0.005s req=1 pid=657 client=::1"
    ),
    (  // Echo: the human figure says its unit
      #"{"time":"2026-01-01T10:00:00.5Z","id":"","remote_ip":"::1","host":"h","method":"GET","uri":"/","status":200,"error":"","latency":31000,"latency_human":"31µs","bytes_in":0,"bytes_out":12}"#,
      "request 2026-01-01T10:00:00.5Z GET / 200 3.1e-05s bytes=12 client=::1"
    ),
    (  // Google Cloud
      #"{"severity":"INFO","timestamp":"2026-01-01T10:00:00Z","httpRequest":{"requestMethod":"GET","requestUrl":"https://a/b","status":200,"latency":"0.120s","responseSize":"10","remoteIp":"1.1.1.1"},"logging.googleapis.com/trace":"projects/p/traces/t"}"#,
      "request info 2026-01-01T10:00:00Z GET https://a/b 200 0.12s bytes=10 trace=projects/p/traces/t client=1.1.1.1"
    ),
    (  // ECS, dotted and nested
      #"{"@timestamp":"2026-01-01T10:00:00.000Z","log.level":"warn","http.request.method":"GET","url.path":"/a","http.response.status_code":404,"event.duration":2000000,"trace.id":"abc"}"#,
      "request warning 2026-01-01T10:00:00Z GET /a 404 0.002s trace=abc"
    ),
    (
      #"{"@timestamp":"2026-01-01T10:00:00.000Z","log":{"level":"warn"},"http":{"request":{"method":"GET"},"response":{"status_code":404}},"url":{"path":"/a"},"event":{"duration":2000000},"trace":{"id":"abc"}}"#,
      "request warning 2026-01-01T10:00:00Z GET /a 404 0.002s trace=abc"
    ),
    (  // an application's own access line with a template
      #"{"ts":"2026-01-01 10:00:00,123","level":"INFO","event":"request","method":"GET","endpoint":"/users/{id}","path":"/users/7","status_code":200,"duration_ms":12.5,"traceparent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}"#,
      "request info 2026-01-01T10:00:00.123Z GET /users/7 route=/users/{id} 200 0.0125s trace=0af7651916cd43dd8448eb211c80319c"
    ),
    (
      #"{"time":"2026-01-01T10:00:00Z","method":"GET","path":"/a","status":200,"elapsed":"1m2.5s"}"#,
      "request 2026-01-01T10:00:00Z GET /a 200 62.5s"
    ),
    (
      #"{"time":"2026-01-01T10:00:00Z","method":"GET","path":"/a","status":200,"latency_microseconds":12500}"#,
      "request 2026-01-01T10:00:00Z GET /a 200 0.0125s"
    ),
    (
      #"{"time":"2026-01-01T10:00:00Z","method":"GET","path":"/a","status":200,"response_time_micros":12500}"#,
      "request 2026-01-01T10:00:00Z GET /a 200 0.0125s"
    ),
    (
      #"{"time":"2026-01-01T10:00:00Z","method":"GET","path":"/a","status":200,"process_time_taken_microseconds":"12500"}"#,
      "request 2026-01-01T10:00:00Z GET /a 200 0.0125s"
    ),
    (  // a duration of protobuf, whose parts are left out where they are zero
      #"{"time":"2026-01-01T10:00:00Z","method":"GET","path":"/a","status":200,"latency":{"seconds":2,"nanos":12500000}}"#,
      "request 2026-01-01T10:00:00Z GET /a 200 2.0125s"
    ),
    (
      #"{"latency":{"nanos":12500000},"time":"2026-01-01T10:00:00Z","method":"GET","path":"/a","status":200}"#,
      "request 2026-01-01T10:00:00Z GET /a 200 0.0125s"
    ),
    (  // no duration, but a distribution
      #"{"time":"2026-01-01T10:00:00Z","method":"GET","path":"/a","status":200,"latency":{"p50":1,"p99":2}}"#,
      "request 2026-01-01T10:00:00Z GET /a 200"
    ),
    (  // a path where others have the request line
      #"{"time":"2026-01-01T10:00:00Z","method":"GET","request":"/a/5","status":200}"#,
      "request 2026-01-01T10:00:00Z GET /a/5 200"
    ),
    (
      #"{"time":"2026-01-01T10:00:00Z","method":"GET","request":"/a/5","path":"/b","status":200}"#,
      "request 2026-01-01T10:00:00Z GET /b 200"
    ),
    (  // when the request came, wherever the key stands
      #"{"requestTime":"09/Jun/2023:12:54:08 +0000","method":"GET","path":"/a","status":200,"duration_ms":12}"#,
      "request 2023-06-09T12:54:08.012Z GET /a 200 0.012s"
    ),
    (
      #"{"method":"GET","path":"/a","status":200,"duration_ms":12,"requestTime":"2023-06-09T12:54:08Z"}"#,
      "request 2023-06-09T12:54:08.012Z GET /a 200 0.012s"
    ),
    (
      #"{"time":1767261600000000,"method":"GET","path":"/a","status":200,"latency":180}"#,
      "request 2026-01-01T10:00:00Z GET /a 200 0.18s"
    ),
    (
      #"{"time":1767261600000000001,"method":"GET","path":"/a","status":200,"latency":"180ms"}"#,
      "request 2026-01-01T10:00:00Z GET /a 200 0.18s"
    ),
  ])
  func `reads access logs of many writers`(line: String, expected: String) {
    #expect(summary(of: line, as: JSONAccessFormat.self) == expected)
  }

  @Test(arguments: [
    (
      #"{"timestamp":"2026-01-01T10:00:00Z","level":"WARNING","message":"slow","sql":"SELECT \"a\"\n FROM t","duration_ms":12.5,"request_id":"r1","rows":3}"#,
      "query warning 2026-01-01T10:00:00Z 0.0125s rows=3 req=r1 sql=SELECT \"a\"\n FROM t"
    ),
    (  // an HTTP query string is no statement
      #"{"time":"2026-01-01T10:00:00Z","method":"GET","path":"/a","query":"select=1","status":200}"#,
      "request 2026-01-01T10:00:00Z GET /a 200"
    ),
    (  // Sidekiq's JSON formatter
      #"{"ts":"2026-01-01T10:00:01.357Z","pid":12,"tid":"abc","lvl":"INFO","msg":"done","ctx":{"class":"HardJob","jid":"b4a577edbccf1d805744efa9","elapsed":1.234}}"#,
      "task info 2026-01-01T10:00:01.357Z 1.234s name=HardJob pid=12"
    ),
    (
      #"{"ts":"2026-01-01T10:00:01.357Z","lvl":"INFO","msg":"fail","ctx":{"class":"HardJob","elapsed":0.5}}"#,
      "task info 2026-01-01T10:00:01.357Z 0.5s failed name=HardJob"
    ),
    (  // a class that is no job's
      #"{"ts":"2026-01-01T10:00:01.357Z","lvl":"INFO","msg":"flushed","ctx":{"class":"Cache","elapsed":0.5}}"#,
      "message info 2026-01-01T10:00:01.357Z 0.5s name=Cache | flushed"
    ),
    (
      #"{"time":"2026-01-01T10:00:00Z","level":"info","task":"generate_image","duration_ms":1200,"status":"failed"}"#,
      "task info 2026-01-01T10:00:00Z 1.2s failed name=generate_image"
    ),
    (
      #"{"time":"2026-01-01T10:00:00Z","level":"warn","msg":"SLOW QUERY (0.7007s): SELECT 1"}"#,
      "query warning 2026-01-01T10:00:00Z 0.7007s sql=SELECT 1"
    ),
    (  // loguru: `elapsed` is the age of the process
      #"{"text":"x\n","record":{"elapsed":{"repr":"0:00:09","seconds":9.1},"exception":null,"level":{"icon":"i","name":"ERROR","no":40},"message":"boom","time":{"repr":"2026-01-01","timestamp":1767261600.25}}}"#,
      "message error 2026-01-01T10:00:00.25Z | boom"
    ),
    (  // a request that has only begun is no request yet
      #"{"time":"2026-01-01T10:00:00Z","level":"info","msg":"started","method":"GET","path":"/a"}"#,
      "message info 2026-01-01T10:00:00Z GET /a | started"
    ),
    (
      #"{"level":"error","msg":"café \ud83d\ude00 \u00e9\t\/ \ud800"}"#,
      "message error | café 😀 é\t/ \u{FFFD}"
    ),
  ])
  func `reads structured application logs`(line: String, expected: String) {
    #expect(summary(of: line, as: JSONAccessFormat.self) == expected)
  }

  @Test func `holds several rewritten strings at once`() {
    let line = #"{"msg":"a\"b","path":"\/x\/1","route":"\/x\/{id}","status":200,"time":1767261600}"#
    #expect(
      summary(of: line, as: JSONAccessFormat.self)
        == "request 2026-01-01T10:00:00Z /x/1 route=/x/{id} 200")
  }

  @Test(arguments: [
    "", "{", "{}", "[]", "[1]", "null", #"{"a":1}"#, #"{"level":"info""#, #"{"level":"info"} x"#,
    #"{"level":"info","msg":"x}"#, #"{"status":200}"#, #"{"time":"yesterday"}"#,
    #"{"level" "info"}"#, #"{"level":tru}"#,
  ])
  func `refuses what says nothing or is broken`(line: String) {
    #expect(summary(of: line, as: JSONAccessFormat.self) == nil)
  }

  @Test func `survives deep nesting and huge numbers`() {
    let deep =
      String(repeating: #"{"record":"#, count: 50_000) + "1" + String(repeating: "}", count: 50_000)
    #expect(
      summary(of: #"{"level":"info","x":\#(deep)}"#, as: JSONAccessFormat.self) == "message info")
    let line =
      #"{"level":"info","status":99999999999999999999,"duration":1e999,"bytes":123456789012345678901,"pid":1e5}"#
    #expect(summary(of: line, as: JSONAccessFormat.self) == "message info pid=1e5")
  }
}
