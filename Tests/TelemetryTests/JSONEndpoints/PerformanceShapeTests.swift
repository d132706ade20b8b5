import Telemetry
import Testing

struct PerformanceShapeTests {
  private static func endpoints(_ requests: Int, _ duration: Double, _ errors: Int) -> String {
    """
    {"endpoints": {"GET /agents/agent1/mates": {"total_requests": \(requests),
      "total_duration": \(duration), "avg_duration": 0.2005, "min_duration": 0.2004,
      "max_duration": 0.2007, "error_count": \(errors), "memory_usage": [63152128, 63152128],
      "db_queries": [], "async_tasks": []}}, "total_endpoints": 1,
     "timestamp": "2025-09-22T13:38:18.98"}
    """
  }

  private static func metrics(_ requests: Int) -> String {
    """
    {"summary": {"total_requests": 100, "avg_duration_ms": 73.27, "max_duration_ms": 200.66,
      "min_duration_ms": 20.2, "error_rate_percent": 10.0, "avg_memory_mb": 70.26,
      "total_db_queries": 136, "total_db_time_ms": 11880.0, "total_async_tasks": 0,
      "total_async_time_ms": 0.0},
     "slowest_endpoints": [["GET /agents/agent1/mates", {"requests": 12, "avg_duration": 0.2005,
       "max_duration": 0.2007, "error_rate": 0.0, "avg_memory": 63152128.0}]],
     "endpoint_stats": {"GET /agents/agent1/mates": {"total_requests": \(requests),
       "total_duration": 2.406, "error_count": 0}}, "timestamp": "x"}
    """
  }

  private static let memory = """
    {"current_memory_mb": 70.5, "avg_memory_mb": 70.26, "max_memory_mb": 71.0,
     "min_memory_mb": 60.0, "avg_memory_percent": 0.9, "memory_trend": "stable",
     "snapshots_count": 20, "timestamp": "x"}
    """

  @Test func `totals become rates by their differences`() {
    var service = JSONPoll()
    let first = service.poll(("/performance/endpoints", Self.endpoints(12, 2.406, 1)))
    #expect(first.trafficPicture == "GET /agents/agent1/mates max:0.201")
    #expect(first.covered == nil)
    let second = service.poll(("/performance/endpoints", Self.endpoints(20, 4.006, 3)))
    #expect(second.trafficPicture == "GET /agents/agent1/mates 2xx:6 5xx:2 n:8 sum:1.6 max:0.201")
    #expect(second.covered.map { $0.upperBound - $0.lowerBound } == 5)
    #expect(second.recognised == ["performance-json"])
  }

  @Test func `two bodies about the same requests count them once`() {
    var service = JSONPoll()
    for requests in [12, 20] {
      let batch = service.poll(
        ("/performance/endpoints", Self.endpoints(requests, 2.406, 0)),
        ("/performance/metrics", Self.metrics(requests)), ("/performance/memory", Self.memory))
      #expect(batch.readingsPicture == "residentBytes 73924608")
      #expect(batch.traffic.reduce(0) { $0 + $1.statuses.total } == (requests == 20 ? 8 : 0))
    }
  }

  @Test func `the summary of the last hundred requests never becomes a rate`() {
    var service = JSONPoll()
    let summary = #"{"summary": {"total_requests": 90, "avg_duration_ms": 73.27}}"#
    service.poll(("/performance/metrics", summary))
    let batch = service.poll(
      ("/performance/metrics", summary.replacing("90", with: "100")))
    #expect(batch.traffic.isEmpty)
    #expect(batch.notesPicture.contains("last 100 requests only"))
    #expect(batch.health == .ok)
  }

  @Test func `no data yet is no failure`() {
    var service = JSONPoll()
    let batch = service.poll(#"{"message": "No performance data available"}"#)
    #expect(batch.health == .ok)
  }

  @Test func `memory of the health page counts, judgements do not`() {
    var service = JSONPoll()
    let batch = service.poll(
      ("/performance/health", #"{"health_score": 0, "key_metrics": {"memory_mb": 1}}"#),
      ("/performance/report", #"{"bottlenecks": [{"type": "x"}], "total_count": 1}"#))
    #expect(batch.readingsPicture == "residentBytes 1048576")
    #expect(batch.traffic.isEmpty)
  }
}
