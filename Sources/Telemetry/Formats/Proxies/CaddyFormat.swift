/// The access log of Caddy, whose durations are seconds even where they are whole.
///
/// Its error log tells of the same requests once more; those lines are messages.
/// Source: https://caddyserver.com/docs/caddyfile/directives/log
package struct CaddyFormat: JSONLineFormat {
  package static let name = "caddy"
  package static let vantage = "caddy"
  package static let samples = [
    #"{"level":"info","ts":1795240244.9263432,"logger":"http.log.access.log0","msg":"handled request","request":{"remote_ip":"127.0.0.1","remote_port":"50006","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:18811","uri":"/slow/2","headers":{"User-Agent":["curl/7.88.1"],"Accept":["*/*"]}},"user_id":"","duration":0.293072021,"size":100,"status":200,"resp_headers":{"Server":["Caddy","BaseHTTP/0.6 Python/3.11.7"],"Date":["Sat, 21 Nov 2026 05:50:44 GMT"],"Content-Length":["100"]}}"#,
    #"{"level":"error","ts":1795240245.0425792,"logger":"http.log.error.log0","msg":"dial tcp 127.0.0.1:18999: connect: connection refused","request":{"remote_ip":"127.0.0.1","remote_port":"50028","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:18811","uri":"/dead/x","headers":{"User-Agent":["curl/7.88.1"],"Accept":["*/*"]}},"duration":0.000221599,"status":502,"err_id":"qydh05ssb","err_trace":"reverseproxy.statusError (reverseproxy.go:1272)"}"#,
    #"{"level":"info","ts":1716723772.6014807,"logger":"http.log.access.log17","msg":"handled request","request":{"client_ip":"10.10.10.117","proto":"HTTP/2.0","method":"GET","host":"a","uri":"/a/b","headers":{"User-Agent":["x"]}},"user_id":"","duration":0.017557019,"size":3768,"status":200,"resp_headers":{"Server":["Caddy"]}}"#,
  ]

  package var line = JSONLine(CaddyFormat.names)

  package init() {}

  private static let names = FieldNames(
    marks: ["request", "respheaders bytesread commonlog errid"],
    own: [
      (FieldMeaning(field: .seconds, unit: 1), "duration")
    ])
}
