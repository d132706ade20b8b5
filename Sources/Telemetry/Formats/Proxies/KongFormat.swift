/// What Kong's logging plugins write about a request: the whole of it in one JSON object.
///
/// `latencies` are milliseconds: of the request as a whole, of the upstream (`proxy`), and of Kong.
/// Source: https://developer.konghq.com/plugins/file-log/#log-format
package struct KongFormat: JSONLineFormat {
  package static let name = "kong"
  package static let vantage = "kong"
  package static let samples = [
    #"{"latencies":{"request":515,"kong":58,"proxy":457},"service":{"host":"httpbin.org","created_at":1614232642,"id":"167290ee","protocol":"http","port":80,"path":null,"updated_at":1614232642},"request":{"querystring":{},"size":138,"uri":"/log","url":"http://localhost:8000/log","headers":{"host":"localhost:8000","user-agent":"HTTPie/2.4.0"},"method":"GET"},"client_ip":"127.0.0.1","upstream_uri":"/","response":{"headers":{"content-type":"text/html"},"status":200,"size":9936},"route":{"id":"78f79740","paths":["/log"]},"started_at":1614232668342}"#
  ]

  package var line = JSONLine(KongFormat.names)

  package init() {}

  private static let names = FieldNames(
    marks: ["latencies", "startedat", "request"],
    own: [(FieldMeaning(field: .startTime), "startedat")])
}
