import Telemetry
import Testing

/// Expositions written as JSON, and the text they stand for.
struct JSONExpositionTests {
  private func text(_ body: String) -> String? {
    Array(body.utf8).withUnsafeBytes { JSONExposition.text($0) }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    (
      #"""
      [{"name": "http_requests_total", "help": "x", "type": "COUNTER",
        "metrics": [{"labels": {"path": "/\"a\""}, "value": "3"}]},
       {"name": "t_seconds", "type": "HISTOGRAM",
        "metrics": [{"buckets": {"0.5": "1", "+Inf": "2"}, "count": "2", "sum": "1e+00"}]}]
      """#,
      #"""
      # TYPE http_requests_total counter
      http_requests_total{path="/\"a\""} 3
      # TYPE t_seconds histogram
      t_seconds_bucket{le="0.5"} 1
      t_seconds_bucket{le="+Inf"} 2
      t_seconds_sum 1e+00
      t_seconds_count 2

      """#
    ),
    (
      #"""
      {"status": "success", "data": {"resultType": "vector", "result": [
        {"metric": {"__name__": "up", "job": "a"}, "value": [1700000000.1, "1"]}]}}
      """#, "up{job=\"a\"} 1\n"
    ),
    (
      #"""
      {"counters": [], "gauges": [{"key": "prisma_pool_connections_busy", "labels": {}, "value": 9}],
       "histograms": [{"key": "h_ms", "labels": {"a": "b"},
         "value": {"buckets": [[0, 0], [1, 3], [5, 2]], "sum": 7.5, "count": 6}}]}
      """#,
      """
      # TYPE prisma_pool_connections_busy gauge
      prisma_pool_connections_busy 9.0
      # TYPE h_ms histogram
      h_ms_bucket{a="b",le="0.0"} 0.0
      h_ms_bucket{a="b",le="1.0"} 3.0
      h_ms_bucket{a="b",le="5.0"} 5.0
      h_ms_bucket{a="b",le="+Inf"} 6.0
      h_ms_sum{a="b"} 7.5
      h_ms_count{a="b"} 6.0

      """
    ),
  ]) func `stand for text`(body: String, expected: String) {
    #expect(text(body) == expected)
    var service = JSONPoll()
    #expect(service.poll(body).recognised == ["prometheus-json"])
  }

  @Test(arguments: [
    #"{"metrics": {"requests": 5}}"#, #"[{"name": "a", "metrics": "none"}]"#, "[]",
    #"{"histograms": [{"key": "a", "value": "1\n injected 2"}]}"#,
    #"{"data": {"resultType": "vector", "result": [{"metric": {}, "value": [1, "1"]}]}}"#, "{",
  ]) func `leaves other JSON alone`(body: String) {
    #expect(text(body) == nil)
  }

  /// Health pages, and what is said of them.
  @Test(arguments: [
    (
      "/healthz",
      #"{"status": "ok", "uptime": 1, "checks": {"db": {"status": "ok"}, "cache": "degraded"}}"#,
      ["health: cache is degraded"]
    ),
    (
      "/ready", #"{"status": "DOWN", "checks": [{"name": "db", "status": "fail"}]}"#,
      ["health: the service says DOWN", "health: db is fail"]
    ),
    ("/api/health", #"{"state": "Healthy"}"#, []),
    ("/x", #"{"status": "up", "components": {"db": "up"}}"#, []),
  ]) func `says how a service and its parts are`(
    location: String, body: String, expected: [String]
  ) {
    var service = JSONPoll()
    let batch = service.poll((location, body))
    #expect(batch.health == .ok && batch.recognised == ["generic-json"])
    let last = "a health page: requests and durations are told by a page of metrics"
    #expect(batch.notes.map(\.string) == expected + [last])
  }

  @Test func `a page with figures beside its status is one of figures`() {
    var service = JSONPoll()
    let batch = service.poll(
      (
        "/health",
        #"{"status": "ok", "pool": {"active": 3, "idle": 2, "max": 10}}"#
      ))
    #expect(batch.readings(of: .poolInUse) == "poolInUse 3")
    #expect(batch.notes.isEmpty)
  }
}
