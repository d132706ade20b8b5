import Telemetry
import Testing

/// Hand-made metrics, alone and beside those of libraries.
struct GenericRuleTests {
  /// The second of two scrapes; `@` in the body stands for 0, then for 1.
  private func second(_ body: String) -> (batch: Batch, uses: [String]) {
    var target = ScrapeTarget()
    target.scrape(body.replacing("@", with: "0") + "\n")
    let batch = target.scrape(body.replacing("@", with: "1") + "\n")
    return (batch, target.session.decisions.map { "\($0.family): \($0.use.phrase)" })
  }

  @Test(arguments: ["http_errors_total", "http_request_errors_total"])
  func `takes a counter of errors for the failures among what durations count`(errors: String) {
    let labels = #"endpoint="/a",method="GET""#
    let (batch, uses) = second(
      """
      # TYPE http_requests_total counter
      http_requests_total{\(labels)} @0
      # TYPE \(errors) counter
      \(errors){\(labels)} @
      # TYPE http_request_duration_seconds histogram
      http_request_duration_seconds_bucket{\(labels),le="0.1"} @0
      http_request_duration_seconds_bucket{\(labels),le="+Inf"} @0
      http_request_duration_seconds_sum{\(labels)} @
      http_request_duration_seconds_count{\(labels)} @0
      """)
    #expect(batch.trafficPicture == "GET /a 2xx:9 5xx:1 n:10 sum:1 p95:0.095")
    #expect(batch.notes.isEmpty)
    #expect(uses.contains("\(errors): failures"))
    #expect(
      uses.contains(
        "http_requests_total: not counted: same requests as http_request_duration_seconds"))
  }

  @Test func `names the family that has no status`() {
    let (batch, _) = second(
      """
      # TYPE http_requests_total counter
      http_requests_total{path="/a"} @
      # TYPE http_request_duration_seconds histogram
      http_request_duration_seconds_bucket{path="/a",le="0.1"} @
      http_request_duration_seconds_bucket{path="/a",le="+Inf"} @
      http_request_duration_seconds_sum{path="/a"} @
      http_request_duration_seconds_count{path="/a"} @
      """)
    #expect(
      batch.notes == ["http_request_duration_seconds exposes no status: errors are not known"])
  }

  @Test(arguments: [
    (
      "redis_pool_connections_in_use 9\nredis_pool_connections_max 10\nworker_pool_queue_size 3",
      "poolInUse [m] 1\npoolInUse [redis_pool_connections] 9\n"
        + "poolLimit [redis_pool_connections] 10\ntaskBacklog [worker_pool] 3"
    ),
    (
      "app_db_pool_connections{state=\"active\"} 3\napp_db_pool_connections{state=\"idle\"} 7",
      "poolIdle [app_db_pool] 7\npoolInUse [app_db_pool] 3\npoolInUse [m] 1"
    ),
    (
      "pgxpool_acquired_conns{db_name=\"x\"} 4\npgxpool_active_conns 2",
      "poolInUse [m] 1\npoolInUse [x] 4"
    ),
  ])
  func `reads hand-made pools beside those of a library`(body: String, expected: String) {
    let (batch, _) = second("go_sql_in_use_connections{db_name=\"m\"} 1\n" + body)
    #expect(batch.readingsPicture == expected)
  }

  @Test(arguments: [
    ("# TYPE mail_queue_length gauge\nmail_queue_length 4", "taskBacklog [mail] 4"),
    (#"app_queue_depth{queue="images"} 9"#, "taskBacklog [images] 9"),
    (#"workqueue_depth{name="pods"} 2"#, "taskBacklog [pods] 2"),
    ("queue_size 3", "taskBacklog [queue] 3"),
    (
      #"""
      job_queue_size{queue="q",state="waiting"} 3
      job_queue_size{queue="q",state="done"} 90
      """#,
      "taskBacklog [q] 3"
    ),
    // What a queue may hold, and what has been put into it so far.
    (
      "otelcol_exporter_queue_size 5\notelcol_exporter_queue_capacity 9\nmail_max_queue_size 9",
      "taskBacklog [otelcol_exporter] 5"
    ),
    ("# TYPE mail_queue_length counter\nmail_queue_length 4", ""),
    (
      "worker_pool_active 3\nworker_pool_size 8\nworker_pool_queue_size 12",
      "poolInUse [worker_pool] 3\npoolLimit [worker_pool] 8\npoolWaiting [worker_pool] 12"
    ),
    // A setting of the socket.
    ("phpfpm_up 1\nphpfpm_listen_queue_length 128", ""),
  ])
  func `reads hand-made gauges of what waits`(body: String, expected: String) {
    #expect(second(body).batch.readingsPicture == expected)
  }

  @Test(arguments: [
    ("cache_hit_ratio 0.9", "cache_hit_ratio", "cache_hits_total and cache_misses_total"),
    (
      "user_cache_hit_rate_percent 93", "user_cache_hit_rate_percent",
      "user_cache_hits_total and user_cache_misses_total"
    ),
    (
      #"users_hit_ratio{cache="u"} 0.9"#, "users_hit_ratio",
      "users_cache_hits_total and users_cache_misses_total"
    ),
  ])
  func `says what to export in place of a share of hits`(
    body: String, family: String, counters: String
  ) {
    let use = "\(family): not counted: a share without its counts"
    let (batch, uses) = second(body)
    #expect(uses == [use])
    #expect(
      batch.notes.map(\.string) == [
        "\(family): a share alone is the mean of all time; export \(counters)"
      ])
    let counted = second(body + "\na_cache_hits_total @\na_cache_misses_total @")
    #expect(counted.batch.notes.isEmpty)
    #expect(counted.uses.contains(use))
  }

  @Test func `reads the limit of a gauge of memory`() {
    let (batch, _) = second(
      """
      # TYPE app_memory_bytes gauge
      app_memory_bytes 100
      app_memory_limit_bytes 105
      """)
    #expect(batch.readingsPicture == "memoryLimitBytes 105\nresidentBytes 100")
  }

  @Test func `says of a pool without its true limit that it may be higher`() {
    let (batch, _) = second(
      "sqlalchemy_pool_size 5\nsqlalchemy_pool_checkedout 6\nsqlalchemy_pool_overflow 1")
    #expect(batch.readingsPicture == "poolInUse [sqlalchemy] 6\npoolLeastLimit [sqlalchemy] 6")
    #expect(
      batch.notes == [
        "sqlalchemy_pool_overflow: max_overflow is not exposed: its limit is at least what is shown"
      ])
  }

  @Test func `says how Quarkus is given buckets, and how Spring is`() {
    let summary = """
      http_server_requests_seconds_count{method="GET",status="200",uri="/a"} @
      http_server_requests_seconds_sum{method="GET",status="200",uri="/a"} @

      """
    let quarkus = second(summary + "http_server_active_requests 2").batch
    #expect(quarkus.notes.contains { $0.string.contains("MeterFilter") })
    #expect(second(summary).batch.notes.contains { $0.string.contains("management.metrics") })
  }

  @Test func `says which sample tells what is left out`() {
    let (_, uses) = second("jdbc_connections_active 1\nhikaricp_connections_active{pool=\"p\"} 1")
    #expect(
      uses.contains(
        "jdbc_connections_active: not counted: hikaricp_connections_active says the same"))
  }
}
