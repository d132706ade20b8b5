/// What a service has counted since it was started, and how it exposes that.
///
/// Each step adds 40 requests to `GET /users/{user_id}`, 4 of them failing, and 10 to `POST /orders`.
struct EndToEndService {
  /// Steps since the process was started.
  var steps = 0
  var startedAt = 1_704_190_000

  /// The metrics in the text format, as a client library writes them.
  var exposition: String {
    let users = 1000 + 40 * steps
    let failed = 100 + 4 * steps
    let orders = 10 * steps
    // Of 40 requests 20 are below 100 ms, 36 below 500 ms, 40 below 1 s; failing ones are slow.
    let good = [500 + 20 * steps, 850 + 34 * steps, 900 + 36 * steps]
    let bad = [0, 50 + 2 * steps, 100 + 4 * steps]
    return """
      # HELP process_start_time_seconds Start time of the process since unix epoch in seconds.
      # TYPE process_start_time_seconds gauge
      process_start_time_seconds \(startedAt)
      # TYPE process_resident_memory_bytes gauge
      process_resident_memory_bytes \(50_000_000 + 1_000_000 * steps)
      # TYPE starlette_requests_total counter
      starlette_requests_total{method="GET",path="/users/{user_id}",status_code="200"} \(users - failed)
      starlette_requests_total{method="GET",path="/users/{user_id}",status_code="500"} \(failed)
      starlette_requests_total{method="POST",path="/orders",status_code="201"} \(orders)
      # TYPE starlette_request_duration_seconds histogram
      \(histogram("GET", "/users/{user_id}", "200", good, sum: Double(users) / 5 - Double(failed) / 2))
      \(histogram("GET", "/users/{user_id}", "500", bad, sum: Double(failed) / 2))
      \(histogram("POST", "/orders", "201", [0, 0, orders], sum: Double(orders) * 0.8))
      # TYPE starlette_requests_in_progress gauge
      starlette_requests_in_progress{method="GET",path="/users/{user_id}"} 3.0
      # TYPE hikaricp_connections_active gauge
      hikaricp_connections_active{pool="main"} 9.0
      # TYPE hikaricp_connections_max gauge
      hikaricp_connections_max{pool="main"} 10.0
      # TYPE hikaricp_connections_pending gauge
      hikaricp_connections_pending{pool="main"} 4.0
      # TYPE cache_gets_total counter
      cache_gets_total{cache="users",result="hit"} \(100 + 30 * steps)
      cache_gets_total{cache="users",result="miss"} \(100 + 10 * steps)

      """
  }

  private func histogram(
    _ method: String, _ path: String, _ status: String, _ below: [Int], sum: Double
  ) -> String {
    let labels = "method=\"\(method)\",path=\"\(path)\",status_code=\"\(status)\""
    let name = "starlette_request_duration_seconds"
    let buckets = zip(["0.1", "0.5", "1.0", "+Inf"], below + [below[2]]).map { bound, count in
      "\(name)_bucket{le=\"\(bound)\",\(labels)} \(count)\n"
    }
    return buckets.joined()
      + "\(name)_sum{\(labels)} \(sum)\n\(name)_count{\(labels)} \(below[2])"
  }
}
