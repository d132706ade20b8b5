import Testing

@testable import Telemetry

/// Structured lines of libraries that have keys of their own.
@Suite struct JSONWriterTests {
  @Test(arguments: [
    (  // tower-http through tracing, whose `target` is a module
      #"{"timestamp":"2024-01-01T00:00:00.1Z","level":"INFO","fields":{"message":"finished processing request","latency":"12 ms","status":200},"target":"tower_http::trace::on_response","span":{"method":"GET","uri":"/x/1","name":"request"}}"#,
      "request info 2024-01-01T00:00:00.1Z GET /x/1 200 0.012s"
    ),
    (  // what happens within a request is not the request
      #"{"timestamp":"2024-01-01T00:00:00.1Z","level":"DEBUG","fields":{"message":"rendered","elapsed":"1.2ms"},"target":"app::views","span":{"method":"GET","uri":"/x/1","name":"request"}}"#,
      "message debug 2024-01-01T00:00:00.1Z GET /x/1 0.0012s | rendered"
    ),
    (  // sqlx through tracing
      #"{"timestamp":"2024-01-01T00:00:00.1Z","level":"DEBUG","target":"sqlx::query","fields":{"summary":"SELECT 1","db.statement":"SELECT 1","rows_returned":1,"elapsed":"1.2ms"},"span":{"method":"GET","uri":"/x/1"}}"#,
      "query debug 2024-01-01T00:00:00.1Z GET /x/1 0.0012s rows=1 sql=SELECT 1"
    ),
    (  // a target that is one
      #"{"target":"/x/7?a=1","method":"GET","status":200,"level":"info"}"#,
      "request info GET /x/7?a=1 200"
    ),
    (  // Serilog's compact format
      #"{"@t":"2024-01-01T00:00:00.1Z","@m":"cache is cold","@i":"a1","@l":"Warning"}"#,
      "message warning 2024-01-01T00:00:00.1Z | cache is cold"
    ),
    (
      #"{"@t":"2024-01-01T00:00:00.1Z","@mt":"Hello, {Name}","@l":"Error","Name":"x"}"#,
      "message error 2024-01-01T00:00:00.1Z | Hello, {Name}"
    ),
    (  // Monolog
      #"{"message":"boom","context":{},"level":400,"level_name":"ERROR","channel":"app","datetime":"2024-01-01T10:00:00.123+00:00","extra":{}}"#,
      "message error 2024-01-01T10:00:00.123Z | boom"
    ),
    (#"{"message":"boom","level":250,"channel":"app"}"#, "message notice | boom"),
    (#"{"message":"boom","level":"550"}"#, "message fatal | boom"),
    (  // Log4j
      #"{"instant":{"epochSecond":1493121664,"nanoOfSecond":118000000},"thread":"main","level":"INFO","loggerName":"a.B","message":"hi"}"#,
      "message info 2017-04-25T12:01:04.118Z | hi"
    ),
    (
      #"{"timeMillis":1493121664118,"thread":"main","level":"INFO","message":"hi"}"#,
      "message info 2017-04-25T12:01:04.118Z | hi"
    ),
    (  // OpenTelemetry
      #"{"timeUnixNano":"1704103200123456789","severityNumber":9,"severityText":"INFO","body":{"stringValue":"hi"},"attributes":[{"key":"a","value":{"stringValue":"b"}}],"traceId":"5b8efff798038103d269b633813fc60c"}"#,
      "message info 2024-01-01T10:00:00.123456Z trace=5b8efff798038103d269b633813fc60c | hi"
    ),
  ])
  func `reads the keys of many libraries`(line: String, expected: String) {
    #expect(summary(of: line, as: JSONAccessFormat.self) == expected)
  }

  @Test(arguments: [
    (
      #"2024-01-01T10:00:00.123Z INFO {"method":"GET","path":"/x","status":200,"duration":0.012}"#,
      "request info 2024-01-01T10:00:00.123Z GET /x 200 0.012s"
    ),
    (  // zap's console encoder
      "2024-01-01T10:00:00.123+0100\tWARN\tserver/http.go:123\trequest completed\t{\"method\": \"GET\", \"path\": \"/x\", \"status\": 200, \"latency\": 0.012}",
      "request warning 2024-01-01T09:00:00.123Z GET /x 200 0.012s"
    ),
    (  // what the object says itself goes before
      #"2024-01-01T10:00:00Z INFO {"time":"2024-01-01T09:59:59.5Z","level":"error","msg":"boom"}"#,
      "message error 2024-01-01T09:59:59.5Z | boom"
    ),
    (#"web-1  | {"level":"error","msg":"boom"}"#, "message error | boom"),
  ])
  func `completes an object by what stands before it`(line: String, expected: String) {
    #expect(summary(of: line, as: JSONAccessFormat.self) == expected)
  }

  @Test func `an object at the end of a message does not make a line structured`() {
    let line = #"2024-01-01 10:00:00,123 INFO app.orders: saved {"id":1,"kind":"b"}"#
    #expect(summary(of: line, as: JSONAccessFormat.self) == nil)
  }

  @Test func `reads Caddy's console`() {
    let line =
      "2024/01/01 10:00:00.123\tinfo\thttp.log.access.log0\thandled request\t{\"request\": {\"remote_ip\": \"127.0.0.1\", \"method\": \"GET\", \"host\": \"a\", \"uri\": \"/a/b\"}, \"bytes_read\": 0, \"duration\": 0.0123, \"size\": 12, \"status\": 200, \"resp_headers\": {}}"
    #expect(
      summary(of: line, as: CaddyFormat.self)
        == "request info 2024-01-01T10:00:00.123Z GET /a/b 200 0.0123s bytes=12 client=127.0.0.1")
  }

  @Test func `reads Kong's milliseconds`() {
    #expect(
      summary(of: KongFormat.samples[0], as: KongFormat.self)
        == "request 2021-02-25T05:57:48.857Z GET /log 200 0.515s up=0.457s bytes=9936 client=127.0.0.1"
    )
  }
}
