import Telemetry
import Testing

/// Targets on which one request, look-up or connection stands in several series or families.
struct CountedOnceTests {
  /// The batch of the second of two scrapes; `@` in the body stands for 10, then for 15.
  private func second(_ body: String) -> Batch {
    var target = ScrapeTarget()
    target.scrape(body.replacing("@", with: "10") + "\n")
    return target.scrape(body.replacing("@", with: "15") + "\n")
  }

  /// A histogram with one finite bound, of which every request is within it.
  private func histogram(_ family: String, _ labels: String) -> String {
    """
    # TYPE \(family) histogram
    \(family)_bucket{\(labels),le="1"} @
    \(family)_bucket{\(labels),le="+Inf"} @
    \(family)_sum{\(labels)} @
    \(family)_count{\(labels)} @

    """
  }

  @Test(arguments: [
    ("httpclient_request_duration_seconds", #"method="GET",host="h",code="200""#),
    ("outbound_http_request_duration_seconds", #"host="h",method="GET",code="200""#),
    ("external_api_request_duration_seconds", #"host="h",method="GET",status="200""#),
  ]) func `takes calls of a worker for calls, although it serves nothing`(
    family: String, labels: String
  ) {
    let batch = second(histogram(family, labels))
    #expect(batch.traffic.map(\.kind) == [.outbound])
    #expect(batch.trafficPicture == "GET h 2xx:5 n:5 sum:5 p95:0.95")
  }

  @Test func `counts a request that comes through several handlers of Caddy once`() {
    let family = "caddy_http_request_duration_seconds"
    func handler(_ name: String) -> String {
      histogram(family, #"server="s",handler="\#(name)",method="GET",code="200""#)
    }
    let both = second(handler("subroute") + handler("reverse_proxy"))
    #expect(both.recognised == ["caddy"])
    #expect(both.trafficPicture == "GET reverse_proxy 2xx:5 n:5 sum:5 p95:0.95")
    #expect(second(handler("subroute")).trafficPicture == "GET subroute 2xx:5 n:5 sum:5 p95:0.95")
  }

  @Test func `counts the gets of memcached and no other command`() {
    let batch = second(
      """
      memcached_commands_total{command="get",status="hit"} @
      memcached_commands_total{command="get",status="miss"} 1
      memcached_commands_total{command="delete",status="hit"} @
      memcached_commands_total{command="touch",status="miss"} @
      """)
    #expect(batch.readingsPicture == "cacheHits [memcached] 5\ncacheMisses [memcached] 0")
  }

  @Test func `keeps the pools of PgBouncer apart by database and user`() {
    let batch = second(
      """
      pgbouncer_pools_server_active_connections{database="d",user="a"} 9
      pgbouncer_pools_server_active_connections{database="d",user="b"} 8
      pgbouncer_pools_client_waiting_connections{database="d",user="b"} 3
      pgbouncer_databases_pool_size{name="d",database="real",host="h"} 20
      """)
    #expect(
      batch.readingsPicture == """
        poolInUse [d/a] 9
        poolInUse [d/b] 8
        poolLimit [d] 20
        poolWaiting [d/b] 3
        """)
  }

  @Test(arguments: [
    (
      "sqlalchemy_pool_checkedout 7\nsqlalchemy_pool_size 5\nsqlalchemy_pool_overflow 2",
      "poolInUse [sqlalchemy] 7\npoolLeastLimit [sqlalchemy] 7"
    ),
    (
      "sqlalchemy_pool_checkedout 3\nsqlalchemy_pool_size 5\nsqlalchemy_pool_overflow -2",
      "poolInUse [sqlalchemy] 3\npoolLeastLimit [sqlalchemy] 5"
    ),
    (
      "sqlalchemy_pool_checkedout 7\nsqlalchemy_pool_size 5\nsqlalchemy_pool_overflow 2\n"
        + "sqlalchemy_pool_max_overflow 10",
      "poolInUse [sqlalchemy] 7\npoolLimit [sqlalchemy] 15"
    ),
    // An overflow of -1 has no limit, and neither has the pool.
    (
      "sqlalchemy_pool_checkedout 7\nsqlalchemy_pool_size 5\nsqlalchemy_pool_overflow 2\n"
        + "sqlalchemy_pool_max_overflow -1",
      "poolInUse [sqlalchemy] 7"
    ),
  ]) func `takes what a pool of SQLAlchemy may grow to for its limit`(
    body: String, expected: String
  ) {
    #expect(second(body).readingsPicture == expected)
  }

  @Test(arguments: [
    (
      "nginx_vts_server_requests_total{host=\"*\",code=\"2xx\"} @\n"
        + "nginx_vts_server_cache_total{host=\"*\",status=\"hit\"} @\n"
        + "nginx_vts_server_cache_total{host=\"a\",status=\"hit\"} @", "cacheHits [a] 5"
    ),
    (
      "app_cache_hits_total{cache=\"u\"} @\napp_cache_requests_total{cache=\"u\"} @",
      "cacheHits [u] 5\ncacheMisses [u] 0"
    ),
    (
      "haproxy_frontend_http_responses_total{proxy=\"w\",code=\"2xx\"} 1\n"
        + "haproxy_frontend_http_cache_lookups_total{proxy=\"w\"} @0\n"
        + "haproxy_frontend_http_cache_hits_total{proxy=\"w\"} @",
      "cacheHits [w] 5\ncacheMisses [w] 45"
    ),
    (
      "grpc_server_started_total{grpc_service=\"S\",grpc_method=\"M\"} 18\n"
        + "grpc_server_handled_total{grpc_service=\"S\",grpc_method=\"M\",grpc_code=\"OK\"} @",
      "inFlight [S/M] 3"
    ),
  ]) func `takes the difference of two counters, and no totals of others`(
    body: String, expected: String
  ) {
    #expect(second(body).readingsPicture == expected)
  }

  @Test func `has the mean of nginx-module-vts where it has no histogram`() {
    let batch = second(
      """
      nginx_vts_server_requests_total{host="a",code="2xx"} @
      nginx_vts_server_requests_total{host="*",code="2xx"} @
      nginx_vts_server_request_seconds_total{host="a"} @
      nginx_vts_server_request_seconds_total{host="*"} @
      """)
    #expect(batch.trafficPicture == "a 2xx:5 n:5 sum:5")
    #expect(batch.notes == ["nginx-module-vts exposes mean durations only: p95 is not available"])
  }

  @Test func `takes failures of jobs out of what their durations count`() {
    let labels = #"queue="q",worker="Job""#
    let body = histogram("sidekiq_job_runtime_seconds", labels)
    let failed = "sidekiq_jobs_failed_total{\(labels)} "
    var target = ScrapeTarget()
    target.scrape(body.replacing("@", with: "10") + failed + "4\n")
    let batch = target.scrape(body.replacing("@", with: "15") + failed + "7\n")
    #expect(batch.trafficPicture == "Job 2xx:2 5xx:3 n:5 sum:5 p95:0.95")
    #expect(batch.notes.isEmpty)
  }
}
