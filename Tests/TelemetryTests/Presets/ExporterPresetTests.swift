import Telemetry
import Testing

/// Exporters that speak of containers and databases.
struct ExporterPresetTests {
  /// The batch of the second of two scrapes; `@` in the body stands for 10, then for 15.
  private func second(_ body: String) -> Batch {
    var target = ScrapeTarget()
    target.scrape(body.replacing("@", with: "10") + "\n")
    return target.scrape(body.replacing("@", with: "15") + "\n")
  }

  @Test func `keeps containers of one name apart, and leaves out what holds them`() {
    let batch = second(
      """
      container_memory_working_set_bytes{container="",id="/",namespace="",pod="",name=""} 900
      container_memory_working_set_bytes{container="",id="/kubepods/p1",namespace="d",pod="a"} 110
      container_memory_working_set_bytes{container="POD",id="/kubepods/p1/p",namespace="d",pod="a"} 10
      container_memory_working_set_bytes{container="app",id="/kubepods/p1/c",namespace="d",pod="a"} 100
      container_memory_working_set_bytes{container="app",id="/kubepods/p2/c",namespace="d",pod="b"} 400
      container_spec_memory_limit_bytes{container="app",id="/kubepods/p1/c",namespace="d",pod="a"} 250
      container_spec_memory_limit_bytes{container="app",id="/kubepods/p2/c",namespace="d",pod="b"} 0
      """)
    #expect(
      batch.readingsPicture == """
        memoryLimitBytes [d/a/app] 250
        residentBytes [d/a/app] 100
        residentBytes [d/b/app] 400
        """)
  }

  @Test func `reads containers of Docker by their names`() {
    let batch = second(
      """
      container_memory_working_set_bytes{id="/"} 900
      container_memory_working_set_bytes{id="/docker/1",name="web"} 100
      """)
    #expect(batch.readingsPicture == "residentBytes [web] 100")
  }

  @Test func `takes every connection of PostgreSQL for a slot in use`() {
    let batch = second(
      """
      pg_stat_activity_count{datname="app",state="active"} 5
      pg_stat_activity_count{datname="app",state="idle"} 92
      pg_settings_max_connections 100
      pg_stat_database_blks_hit{datid="0",datname=""} @
      pg_stat_database_blks_hit{datid="5",datname="app"} @
      """)
    #expect(
      batch.readingsPicture == """
        cacheHits [app] 5
        poolInUse [postgresql] 97
        poolLimit [postgresql] 100
        """)
  }

  @Test func `counts callers that MySQL refused for want of connections, and no other failures`() {
    let body = """
      # HELP mysql_global_status_aborted_clients Generic metric from SHOW GLOBAL STATUS.
      # TYPE mysql_global_status_aborted_clients untyped
      mysql_global_status_aborted_clients @
      # HELP mysql_global_status_aborted_connects Generic metric from SHOW GLOBAL STATUS.
      # TYPE mysql_global_status_aborted_connects untyped
      mysql_global_status_aborted_connects @00
      # HELP mysql_global_status_connection_errors_total Total number of MySQL connection errors.
      # TYPE mysql_global_status_connection_errors_total counter
      mysql_global_status_connection_errors_total{error="accept"} 0
      mysql_global_status_connection_errors_total{error="internal"} @0
      mysql_global_status_connection_errors_total{error="max_connections"} @
      mysql_global_status_connection_errors_total{error="peer_address"} 0
      mysql_global_status_connection_errors_total{error="select"} 0
      mysql_global_status_connection_errors_total{error="tcpwrap"} 0
      # HELP mysql_global_status_threads_connected Generic metric from SHOW GLOBAL STATUS.
      # TYPE mysql_global_status_threads_connected untyped
      mysql_global_status_threads_connected 151
      # HELP mysql_global_variables_max_connections Generic gauge metric from SHOW GLOBAL VARIABLES.
      # TYPE mysql_global_variables_max_connections gauge
      mysql_global_variables_max_connections 151
      # HELP mysql_up Whether the MySQL server is up.
      # TYPE mysql_up gauge
      mysql_up 1
      """
    #expect(
      second(body).readingsPicture == """
        poolInUse [mysql] 151
        poolLimit [mysql] 151
        poolTimeouts [mysql] 5
        """)
    var target = ScrapeTarget()
    target.scrape(body.replacing("@", with: "10") + "\n")
    let unread = target.session.decisions.map { "\($0.family): \($0.use.phrase)" }
      .filter { $0.contains("not counted") }
    #expect(unread.count == 2)
    #expect(
      unread.contains(
        "mysql_global_status_aborted_connects: not counted: wrong passwords are among them; those "
          + "that found no connection free are counted"))
  }

  @Test(arguments: [
    ("pg_up", "postgresql"), ("redis_up", "redis"), ("mysql_up", "mysql"),
    ("memcached_up", "memcached"), ("nginx_up", "nginx"), ("pgbouncer_up", "pgbouncer"),
    ("phpfpm_up", "php-fpm"),
  ])
  func `says that an exporter does not reach what it speaks of`(family: String, target: String) {
    #expect(
      second("\(family) 0").notes.map(\.string) == [
        "\(family) is 0: the exporter cannot reach its target, \(target)"
      ])
    var healthy = ScrapeTarget()
    #expect(healthy.scrape("\(family) 1\n").notes.isEmpty)
    #expect(healthy.session.decisions.map(\.use) == [.reachability])
  }

  @Test func `takes threads of Puma that can take no more for busy`() {
    let batch = second(
      """
      puma_backlog{index="0"} 3
      puma_pool_capacity{index="0"} 0
      puma_max_threads{index="0"} 5
      """)
    #expect(
      batch.readingsPicture == """
        poolIdle [puma] 0
        poolInUse [puma] 5
        poolLimit [puma] 5
        poolWaiting [puma] 3
        """)
  }

  @Test func `reads what PgBouncer counts of queries`() {
    let batch = second(
      """
      pgbouncer_pools_server_active_connections{database="app",user="app"} 5
      pgbouncer_stats_totals_queries_pooled_total{database="app"} @
      pgbouncer_stats_totals_queries_duration_seconds_total{database="app"} @
      """)
    #expect(batch.trafficPicture == "app other:5 n:5 sum:5")
    #expect(batch.traffic.map(\.kind) == [.outbound])
  }

  @Test func `says why the wait of PgBouncer's oldest client is not read`() {
    var bouncer = ScrapeTarget()
    let pool = #"{database="app",user="app"}"#
    let batch = bouncer.scrape(
      """
      pgbouncer_pools_server_active_connections\(pool) 20
      pgbouncer_pools_client_waiting_connections\(pool) 3
      pgbouncer_pools_client_maxwait_seconds\(pool) 1.5

      """)
    #expect(batch.readingsPicture == "poolInUse [app/app] 20\npoolWaiting [app/app] 3")
    let uses = bouncer.session.decisions.map { "\($0.family): \($0.use.phrase)" }
    #expect(
      uses.contains(
        "pgbouncer_pools_client_maxwait_seconds: not counted: how long the oldest caller has waited "
          + "so far; those that wait are counted"))
  }

  @Test func `reads commands of Redis, and says why quantiles of MySQL are not read`() {
    let redis = second(
      """
      redis_up 1
      redis_commands_total{cmd="get"} @
      redis_commands_duration_seconds_total{cmd="get"} @
      """)
    #expect(redis.queries.map(\.calls) == [5])
    #expect(redis.queries.first?.latency?.sumSeconds == 5)
    var mysql = ScrapeTarget()
    let family = "mysql_perf_schema_events_statements"
    mysql.scrape(
      """
      \(family)_total{digest="a",digest_text="SELECT ?"} 1
      \(family)_errors_total{digest="a",digest_text="SELECT ?"} 1
      \(family)_warnings_total{digest="a",digest_text="SELECT ?"} 1
      \(family)_latency{digest="a",digest_text="SELECT ?",quantile="95"} 0.6

      """)
    let uses = mysql.session.decisions.map { "\($0.family): \($0.use.phrase)" }
    #expect(
      uses.filter { $0.contains("not counted") } == [
        "\(family)_latency: not counted: quantiles since the statistics began, not of a window",
        "\(family)_errors_total: not counted: statements have no share of failures",
        "\(family)_warnings_total: not counted: a statement that warns has done its work",
      ])
  }
}
