import Telemetry
import Testing

struct MetricPresetTests {
  /// The batch of the second of two scrapes; `@` in the body stands for 10, then for 15.
  private func second(_ body: String) -> Batch {
    var target = ScrapeTarget()
    target.scrape(body.replacing("@", with: "10"))
    return target.scrape(body.replacing("@", with: "15"))
  }

  @Test func `tells Spring users which property gives buckets`() {
    let batch = second(
      """
      # TYPE http_server_requests_seconds summary
      http_server_requests_seconds_count{method="GET",outcome="SUCCESS",status="200",uri="/o/{id}"} @
      http_server_requests_seconds_sum{method="GET",outcome="SUCCESS",status="200",uri="/o/{id}"} @
      # TYPE http_server_requests_seconds_max gauge
      http_server_requests_seconds_max{method="GET",outcome="SUCCESS",status="200",uri="/o/{id}"} 2.5
      http_server_requests_seconds_count{method="GET",outcome="SUCCESS",status="200",uri="/actuator/prometheus"} @
      # TYPE http_server_requests_active_seconds summary
      http_server_requests_active_seconds_count{method="GET",uri="/o/{id}"} 3
      http_server_requests_active_seconds_sum{method="GET",uri="/o/{id}"} 0.1
      # TYPE jvm_memory_max_bytes gauge
      jvm_memory_max_bytes{area="heap",id="Eden"} -1.0
      jvm_memory_max_bytes{area="heap",id="Old"} 4096
      jvm_memory_used_bytes{area="heap",id="Eden"} 100
      jvm_memory_used_bytes{area="heap",id="Old"} 200
      jvm_memory_used_bytes{area="nonheap",id="Code"} 999

      """)
    #expect(batch.trafficPicture == "GET /o/{id} 2xx:5 n:5 sum:5 max:2.5")
    #expect(
      batch.notes.map(\.string) == [
        "http_server_requests_seconds has no buckets: p95 is not available; set "
          + "management.metrics.distribution.percentiles-histogram.http.server.requests=true"
      ])
    #expect(
      batch.readingsPicture == """
        heapBytes 300
        heapLimitBytes 4096
        inFlight [GET /o/{id}] 3
        """)
  }

  @Test func `shows quantiles of a summary as the application gave them`() {
    let batch = second(
      """
      # TYPE ktor_http_server_requests_seconds summary
      ktor_http_server_requests_seconds{method="GET",route="/a",status="200",quantile="0.5"} 0.02
      ktor_http_server_requests_seconds{method="GET",route="/a",status="200",quantile="0.95"} 0.3
      ktor_http_server_requests_seconds{method="GET",route="/a",status="200",quantile="0.99"} NaN
      ktor_http_server_requests_seconds_count{method="GET",route="/a",status="200"} @
      ktor_http_server_requests_seconds_sum{method="GET",route="/a",status="200"} @

      """)
    #expect(batch.trafficPicture == "GET /a 2xx:5 n:5 sum:5 q0.5:0.02 q0.95:0.3")
  }

  @Test func `reads HikariCP through Micrometer and through its own tracker`() {
    let micrometer = second(
      """
      hikaricp_connections_active{pool="main"} 9
      hikaricp_connections_idle{pool="main"} 1
      hikaricp_connections_max{pool="main"} 10
      hikaricp_connections_pending{pool="main"} 3
      hikaricp_connections_timeout_total{pool="main"} @
      hikaricp_connections_acquire_seconds_count{pool="main"} @
      hikaricp_connections_acquire_seconds_sum{pool="main"} @
      jdbc_connections_active{name="dataSource"} 9

      """)
    let expected = """
      poolAcquired [main] 5
      poolIdle [main] 1
      poolInUse [main] 9
      poolLimit [main] 10
      poolTimeouts [main] 5
      poolWaitSeconds [main] 5
      poolWaiting [main] 3
      """
    #expect(micrometer.readingsPicture == expected)
    let tracker = second(
      """
      hikaricp_active_connections{pool="main"} 9
      hikaricp_idle_connections{pool="main"} 1
      hikaricp_max_connections{pool="main"} 10
      hikaricp_pending_threads{pool="main"} 3
      hikaricp_connection_timeout_total{pool="main"} @
      hikaricp_connection_acquired_nanos_count{pool="main"} @
      hikaricp_connection_acquired_nanos_sum{pool="main"} @e9

      """)
    #expect(tracker.readingsPicture == expected)
  }

  @Test(arguments: [
    (
      "go_sql_in_use_connections{db_name=\"a\"} 4\ngo_sql_max_open_connections{db_name=\"a\"} 0\n",
      "poolInUse [a] 4"
    ),
    (
      "cache_gets_total{cache=\"c\",result=\"hit\"} @\n"
        + "cache_gets_total{cache=\"c\",result=\"pending\"} @\n", "cacheHits [c] 5"
    ),
    ("sqlalchemy_pool_checkedout 3\nsqlalchemy_pool_overflow -2\n", "poolInUse [sqlalchemy] 3"),
    (
      "# TYPE my_db_pool_connections gauge\nmy_db_pool_connections{state=\"used\"} 3\n"
        + "my_db_pool_connections{state=\"free\"} 1\n",
      "poolIdle [my_db_pool] 1\npoolInUse [my_db_pool] 3"
    ),
    (
      "user_cache_hits_total @\nuser_cache_misses_total 1\n",
      "cacheHits [user] 5\ncacheMisses [user] 0"
    ),
    ("nodejs_eventloop_lag_seconds 0.25\n", "loopLagSeconds 0.25"),
    (
      "resilience4j_circuitbreaker_state{name=\"b\",state=\"open\"} 0\n"
        + "resilience4j_circuitbreaker_state{name=\"b\",state=\"half_open\"} 1\n"
        + "resilience4j_circuitbreaker_state{name=\"b\",state=\"closed\"} 0\n"
        + "resilience4j_circuitbreaker_failure_rate{name=\"b\"} -1\n", "breakerState [b] 0.5"
    ),
    (
      "# TYPE a_breaker gauge\nmy_circuit_breaker_state{name=\"x\"} 2\n", "breakerState [x] 0.5"
    ),
  ]) func `reads signals of pools, caches and breakers`(body: String, expected: String) {
    #expect(second(body).readingsPicture == expected)
  }

  /// The names of the presets that take each body's `http_request_duration_seconds`.
  @Test(arguments: [
    (#"method="GET",ok="true",route="/a",status="200""#, "", "hono-prometheus"),
    (#"method="GET",route="/a",status_code="200""#, "", "fastify-metrics"),
    (#"code="200",handler="/a",method="GET",service="s""#, "", "go-http-metrics"),
    (#"method="GET",path="/a",status_code="200""#, "up 1", "express-prom-bundle"),
    (
      #"method="GET",path="/a",status_code="200""#, "http_requests_in_progress_total 1",
      "fiberprometheus"
    ),
    (
      #"method="GET",path="/a",status="200""#,
      #"http_request_errors_total{path="/a",status="500"} 1"#, "vapor"
    ),
    (
      #"code="200",endpoint="/a",method="GET""#,
      #"http_requests_received_total{code="200",endpoint="/a",method="GET"} 1"#, "prometheus-net"
    ),
    (#"code="200",handler="/a",method="get""#, "", "go-promhttp"),
    (#"method="GET",path="/a",status="200""#, "", "generic"),
  ]) func `tells libraries with one metric name apart`(
    labels: String, extra: String, expected: String
  ) {
    let batch = second(
      """
      http_request_duration_seconds_bucket{\(labels),le="1"} @
      http_request_duration_seconds_bucket{\(labels),le="+Inf"} @
      http_request_duration_seconds_sum{\(labels)} @
      http_request_duration_seconds_count{\(labels)} @
      \(extra)

      """)
    #expect(batch.recognised.map(\.string) == [expected])
    #expect(batch.trafficPicture == "GET /a 2xx:5 n:5 sum:5 p95:0.95")
  }

  @Test func `reads dotted names of Prometheus 3 like the translated ones`() {
    let labels =
      #""http.request.method"="GET","http.route"="/a","http.response.status_code"="200""#
    let batch = second(
      """
      {"http.server.request.duration_bucket",\(labels),le="1"} @
      {"http.server.request.duration_bucket",\(labels),le="+Inf"} @
      {"http.server.request.duration_sum",\(labels)} @
      {"http.server.request.duration_count",\(labels)} @

      """)
    #expect(batch.recognised == ["opentelemetry-http-server"])
    #expect(batch.trafficPicture == "GET /a 2xx:5 n:5 sum:5 p95:0.95")
  }

  @Test func `takes calls to other services as outbound`() {
    let labels =
      #"http_request_method="GET",server_address="api.example.com",http_response_status_code="500""#
    let batch = second(
      """
      http_client_request_duration_seconds_bucket{\(labels),le="1"} @
      http_client_request_duration_seconds_bucket{\(labels),le="+Inf"} @
      http_client_request_duration_seconds_count{\(labels)} @

      """)
    #expect(batch.traffic.first?.kind == .outbound)
    #expect(batch.trafficPicture == "GET api.example.com 5xx:5 n:5 sum:nan p95:0.95")
  }

  @Test func `keeps one of the views of Traefik and speaks as Traefik`() {
    let batch = second(
      """
      traefik_entrypoint_request_duration_seconds_count{code="200",entrypoint="web",method="GET"} @
      traefik_entrypoint_request_duration_seconds_bucket{code="200",entrypoint="web",method="GET",le="+Inf"} @
      traefik_service_request_duration_seconds_count{code="200",method="GET",service="shop@docker"} @
      traefik_service_request_duration_seconds_bucket{code="200",method="GET",service="shop",le="+Inf"} @

      """)
    #expect(batch.traffic.count == 1)
    #expect(batch.vantage == "traefik")
  }

  @Test func `matches names with prefixes and with or without a final total`() {
    let pattern: NamePattern = "*http_requests_total"
    #expect(pattern.matches("http_requests_total"))
    #expect(pattern.matches("http_requests"))
    #expect(pattern.matches("app_http_requests_total"))
    #expect(!pattern.matches("apphttp_requests_total"))
    #expect(!("http_requests_total" as NamePattern).matches("app_http_requests_total"))
  }

  @Test func `has presets with names of their own`() {
    let names = MetricPresetCatalog.all.map(\.name)
    #expect(Set(names).count == names.count)
  }
}
