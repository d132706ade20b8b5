/// Lines that are one JSON object each: access logs and structured application logs.
///
/// Products whose lines have marks of their own have formats of their own, see `JSONLineFormat`.
package struct JSONAccessFormat: JSONLineFormat {
  package static let name = "json-access"
  package static let vantage = "json"
  package static let samples = [
    #"{"time":"2015-09-06T05:58:05+09:00","method":"POST","uri":"/foo/bar?token=xxx","status":200,"body_bytes":12,"response_time":0.057,"ua":"UA1"}"#,
    #"{"time_local":"01/Jan/2026:00:00:00 +0000","remote_addr":"1.2.3.4","request":"GET /x HTTP/1.1","status":"200","request_time":"0.125","upstream_response_time":"0.100, 0.020"}"#,
    #"{"timestamp":"2026-01-01 10:00:00,123","level":"WARNING","message":"slow query","sql":"SELECT 1","duration_ms":12.5}"#,
  ]

  package var line = JSONLine()

  package init() {}
}
