import Testing

@testable import Telemetry

/// Durations whose key names no unit: what they mean depends on who wrote the line.
@Suite struct JSONDurationTests {
  @Test(arguments: [
    (  // Go's slog
      #"{"time":"2024-01-01T00:00:00.123456789Z","level":"INFO","msg":"request","method":"GET","path":"/x","status":200,"duration":12300000}"#,
      0.0123
    ),
    (  // logrus, which sorts its keys
      #"{"duration":12300000,"level":"info","method":"GET","msg":"request","path":"/x","status":200,"time":"2024-01-01T00:00:00Z"}"#,
      0.0123
    ),
    (  // GitLab Runner
      #"{"duration":10170885466,"job_status":"success","level":"info","msg":"Job succeeded","task":"build","time":"2024-01-01T00:00:00Z"}"#,
      10.170885466
    ),
    (  // too small for nanoseconds
      #"{"time":"2024-01-01T00:00:00Z","level":"INFO","msg":"request","method":"GET","path":"/x","status":200,"duration":45}"#,
      0.045
    ),
    (  // bunyan has the keys of slog, and a number for the level
      #"{"name":"a","level":30,"time":"2024-01-01T00:00:00Z","msg":"request","method":"GET","url":"/x","status":200,"duration":1500}"#,
      1.5
    ),
    (  // pino with words for levels, and a number for the time
      #"{"level":"info","time":1704067200123,"msg":"request","method":"GET","url":"/x","status":200,"duration":1500}"#,
      1.5
    ),
    (  // pino with words for levels and times
      #"{"level":"info","time":"2024-01-01T00:00:00.123Z","pid":7,"msg":"request","method":"GET","url":"/x","status":200,"duration":1500}"#,
      1.5
    ),
    (  // Go in another zone than UTC
      #"{"time":"2024-01-01T01:00:00.123456789+01:00","level":"INFO","source":{"line":1},"msg":"request","method":"GET","path":"/x","status":200,"duration":12300000}"#,
      0.0123
    ),
    (  // Python's isoformat, and the stamps of its logging module
      #"{"time":"2024-01-01T00:00:00.123456+00:00","level":"INFO","msg":"request","method":"GET","path":"/x","status":200,"duration":1500}"#,
      1.5
    ),
    (
      #"{"time":"2024-01-01 00:00:00,123","level":"INFO","msg":"request","method":"GET","path":"/x","status":200,"duration":1500}"#,
      1.5
    ),
    (
      #"{"time":"2024-01-01T00:00:00.123456","level":"INFO","msg":"request","method":"GET","path":"/x","status":200,"duration":1500}"#,
      1.5
    ),
    (  // Serilog's compact format
      #"{"@t":"2024-01-01T00:00:00.1Z","@mt":"HTTP {RequestMethod} {RequestPath} responded {StatusCode} in {Elapsed:0.0000} ms","RequestMethod":"GET","RequestPath":"/x","StatusCode":200,"Elapsed":12.3456}"#,
      0.0123456
    ),
    (  // Serilog's other one
      #"{"Timestamp":"2024-01-01T00:00:00.1Z","Level":"Information","MessageTemplate":"HTTP","Properties":{"RequestMethod":"GET","RequestPath":"/x","StatusCode":200,"Elapsed":12.3456}}"#,
      0.0123456
    ),
    (  // zerolog
      #"{"level":"info","method":"GET","path":"/x","status":200,"duration":12.5,"time":"2024-01-01T00:00:00Z","message":"http"}"#,
      0.0125
    ),
    (  // a Python logger
      #"{"time":"2024-01-01T00:00:00Z","level":"INFO","method":"GET","path":"/x","status":200,"duration":0.0125,"message":"http"}"#,
      0.0125
    ),
    (  // GitLab, whichever of the keys comes first
      #"{"duration":709.08,"method":"GET","path":"/x","status":200,"view":694.49}"#, 0.70908
    ),
    // Nobody waits for hours: nanoseconds.
    (#"{"method":"GET","path":"/x","status":200,"duration":12300000}"#, 0.0123),
    (#"{"method":"GET","path":"/x","status":200,"duration":3600000}"#, 3600),
    (#"{"method":"GET","path":"/x","status":200,"duration":4200.5}"#, 4200.5),
    (#"{"method":"GET","path":"/x","status":200,"duration":123000000000000}"#, .nan),
    // .NET and Java write time spans as text.
    (#"{"method":"GET","path":"/x","status":200,"elapsed":"00:00:00.0120000"}"#, 0.012),
    (#"{"method":"GET","path":"/x","status":200,"elapsed":"PT0.012S"}"#, 0.012),
    (#"{"method":"GET","path":"/x","status":200,"elapsed":"PT1M2.5S"}"#, 62.5),
    (#"{"method":"GET","path":"/x","status":200,"elapsed":"PTS"}"#, .nan),
  ])
  func `plain numbers are in the unit of their writer`(line: String, seconds: Double) {
    let read = withBytes(line) { bytes in
      var parser = JSONAccessFormat()
      var record = LogRecord()
      #expect(parser.parse(bytes, into: &record), "\(line)")
      return record.seconds
    }
    #expect(seconds.isNaN ? read.isNaN : abs(read - seconds) < 1e-12, "\(read): \(line)")
  }

  @Test func `pairs keep milliseconds, since Go writes units there`() {
    let line =
      "time=2024-01-01T00:00:00Z level=info msg=done method=GET path=/x status=200 duration=1500"
    #expect(summary(of: line, as: LogfmtFormat.self)?.contains(" 1.5s") == true)
  }
}
