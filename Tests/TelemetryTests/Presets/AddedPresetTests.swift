import Telemetry
import Testing

/// Each preset with the lines that its library writes; `@` stands for 10, then for 15.
struct AddedPresetTests {
  private func second(_ body: String) -> Batch {
    var target = ScrapeTarget()
    target.scrape(body.replacing("@", with: "10"))
    return target.scrape(body.replacing("@", with: "15"))
  }

  @Test(arguments: [
    (
      "puma",
      """
      puma_backlog{index="0"} 2
      puma_busy_threads{index="0"} 4
      puma_max_threads{index="0"} 5
      """,
      "poolInUse [puma] 4\npoolLimit [puma] 5\npoolWaiting [puma] 2"
    ),
    (
      "puma",
      """
      ruby_puma_request_backlog{phase="0"} 2
      ruby_puma_busy_threads{phase="0"} 4
      ruby_puma_max_threads{phase="0"} 5
      ruby_puma_thread_pool_capacity{phase="0"} 1
      """,
      "poolIdle [puma] 1\npoolInUse [puma] 4\npoolLimit [puma] 5\npoolWaiting [puma] 2"
    ),
    (
      "micrometer-threads",
      """
      tomcat_threads_busy_threads{name="http-nio-8080"} 3
      tomcat_threads_config_max_threads{name="http-nio-8080"} -1
      executor_active_threads{name="tasks"} 1
      executor_queued_tasks{name="tasks"} 9
      """,
      "poolInUse [http-nio-8080] 3\npoolInUse [tasks] 1\npoolWaiting [tasks] 9"
    ),
    (
      "go-sql-stats",
      """
      go_sql_stats_connections_in_use{db_name="main"} 9
      go_sql_stats_connections_idle{db_name="main"} 1
      go_sql_stats_connections_max_open{db_name="main"} 10
      """,
      "poolIdle [main] 1\npoolInUse [main] 9\npoolLimit [main] 10"
    ),
    (
      "r2dbc-pool",
      """
      r2dbc_pool_acquired_connections{name="db"} 3
      r2dbc_pool_idle_connections{name="db"} 1
      r2dbc_pool_pending_connections{name="db"} 2
      r2dbc_pool_max_allocated_connections{name="db"} 10
      """,
      "poolIdle [db] 1\npoolInUse [db] 3\npoolLimit [db] 10\npoolWaiting [db] 2"
    ),
    (
      "agroal",
      """
      vendor_agroal_active_count{datasource="default"} 3
      vendor_agroal_available_count{datasource="default"} 2
      vendor_agroal_awaiting_count{datasource="default"} 1
      """,
      "poolIdle [default] 2\npoolInUse [default] 3\npoolWaiting [default] 1"
    ),
    (
      "c3p0",
      """
      c3p0_num_busy_connections{database="app"} 3
      c3p0_num_idle_connections{database="app"} 2
      c3p0_max_pool_size{database="app"} 15
      c3p0_num_threads_awaiting_checkout_default_user{database="app"} 1
      """,
      "poolIdle [app] 2\npoolInUse [app] 3\npoolLimit [app] 15\npoolWaiting [app] 1"
    ),
    (
      "activerecord-pool",
      """
      ruby_active_record_connection_pool_busy{pool_name="primary",pid="1"} 2
      ruby_active_record_connection_pool_busy{pool_name="primary",pid="2"} 1
      ruby_active_record_connection_pool_size{pool_name="primary",pid="1"} 5
      ruby_active_record_connection_pool_waiting{pool_name="primary",pid="1"} 1
      """,
      "poolInUse [primary] 3\npoolLimit [primary] 5\npoolWaiting [primary] 1"
    ),
    (
      "activerecord-pool",
      "activerecord_connection_pool_busy{config=\"main\"} 2",
      "poolInUse [main] 2"
    ),
    (
      "prisma",
      """
      prisma_pool_connections_busy 2
      prisma_pool_connections_idle 7
      prisma_client_queries_wait 1
      # TYPE prisma_client_queries_wait_histogram_ms histogram
      prisma_client_queries_wait_histogram_ms_bucket{le="1"} @
      prisma_client_queries_wait_histogram_ms_bucket{le="+Inf"} @
      prisma_client_queries_wait_histogram_ms_sum @
      prisma_client_queries_wait_histogram_ms_count @
      """,
      "poolAcquired [prisma] 5\npoolIdle [prisma] 7\npoolInUse [prisma] 2\n"
        + "poolWaitSeconds [prisma] 0.005\npoolWaiting [prisma] 1"
    ),
    (
      "node-postgres",
      """
      pg_pool_active_connections{host="h",database="app"} 2
      pg_pool_idle_connections{host="h",database="app"} 3
      pg_pool_max{host="h",database="app"} 10
      pg_pool_waiting_connections{host="h",database="app"} 0
      """,
      "poolIdle [app] 3\npoolInUse [app] 2\npoolLimit [app] 10\npoolWaiting [app] 0"
    ),
    (
      "generic-pool",
      """
      pool_size_total{type="borrowed",name="x"} 2
      pool_size_total{type="available",name="x"} 3
      pool_size_total{type="max",name="x"} 5
      """,
      "poolIdle [x] 3\npoolInUse [x] 2\npoolLimit [x] 5"
    ),
    (
      "mongodb-driver",
      """
      mongodb_driver_pool_checkedout{cluster_id="1",server_address="db:27017"} 4
      mongodb_driver_pool_size{cluster_id="1",server_address="db:27017"} 6
      mongodb_driver_pool_waitqueuesize{cluster_id="1",server_address="db:27017"} 1
      """,
      "poolIdle [db:27017] 2\npoolInUse [db:27017] 4\npoolWaiting [db:27017] 1"
    ),
    (
      "go-redis",
      "app_pool_conn_total_current 9\napp_pool_conn_idle_current 4\napp_pool_timeout_total @",
      "poolIdle [redis] 4\npoolInUse [redis] 5\npoolTimeouts [redis] 5"
    ),
    (
      "cadvisor",
      """
      container_memory_working_set_bytes{container="api",id="/a"} 100
      container_spec_memory_limit_bytes{container="api",id="/a"} 0
      """,
      "residentBytes [api] 100"
    ),
    ("ruby-runtime", "ruby_rss{type=\"web\",pid=\"1\"} 100", "residentBytes [web] 100"),
    ("beam-runtime", "shop_prom_ex_beam_memory_allocated_bytes 100", "residentBytes 100"),
    (
      "envoy",
      """
      # TYPE envoy_cluster_upstream_rq_time histogram
      envoy_cluster_upstream_rq_time_bucket{envoy_cluster_name="api",le="1"} 1
      envoy_cluster_upstream_rq_time_bucket{envoy_cluster_name="api",le="+Inf"} 1
      envoy_cluster_upstream_rq_time_sum{envoy_cluster_name="api"} 1
      envoy_cluster_upstream_rq_time_count{envoy_cluster_name="api"} 1
      envoy_cluster_circuit_breakers_default_rq_open{envoy_cluster_name="api"} 1
      envoy_cluster_circuit_breakers_default_cx_open{envoy_cluster_name="api"} 0
      """,
      "breakerState [api] 1"
    ),
    (
      "haproxy",
      """
      haproxy_frontend_http_responses_total{proxy="www",code="2xx"} 1
      haproxy_backend_current_sessions{proxy="api"} 3
      haproxy_backend_limit_sessions{proxy="api"} 0
      haproxy_backend_current_queue{proxy="api"} 2
      """,
      "poolInUse [api] 3\npoolWaiting [api] 2"
    ),
  ]) func `reads what libraries say of their pools and processes`(
    preset: String, body: String, expected: String
  ) {
    let batch = second(body + "\n")
    #expect(batch.readingsPicture == expected)
    #expect(batch.recognised.map(\.string).contains(preset))
  }

  @Test(arguments: [
    (
      "starlette-prometheus",
      """
      # TYPE starlette_requests_processing_time_seconds histogram
      starlette_requests_processing_time_seconds_bucket{method="GET",path_template="/a",le="1.0"} @
      starlette_requests_processing_time_seconds_bucket{method="GET",path_template="/a",le="+Inf"} @
      starlette_requests_processing_time_seconds_sum{method="GET",path_template="/a"} @
      starlette_requests_processing_time_seconds_count{method="GET",path_template="/a"} @
      # TYPE starlette_responses_total counter
      starlette_responses_total{method="GET",path_template="/a",status_code="404"} @
      """,
      "GET /a 4xx:5 n:5 sum:5 p95:0.95"
    ),
    (
      "linkerd",
      """
      # TYPE response_latency_ms histogram
      response_latency_ms_bucket{direction="inbound",authority="web:80",status_code="200",le="100"} @
      response_latency_ms_bucket{direction="inbound",authority="web:80",status_code="200",le="+Inf"} @
      response_latency_ms_sum{direction="inbound",authority="web:80",status_code="200"} @
      response_latency_ms_count{direction="inbound",authority="web:80",status_code="200"} @
      response_latency_ms_bucket{direction="outbound",authority="db:80",status_code="200",le="100"} @
      response_latency_ms_bucket{direction="outbound",authority="db:80",status_code="200",le="+Inf"} @
      response_latency_ms_sum{direction="outbound",authority="db:80",status_code="200"} @
      response_latency_ms_count{direction="outbound",authority="db:80",status_code="200"} @
      """,
      "web:80 2xx:5 n:5 sum:0.005 p95:0.095"
    ),
    (
      "nginx-plus",
      """
      nginxplus_server_zone_responses{server_zone="www",code="2xx"} @
      nginxplus_server_zone_responses{server_zone="www",code="5xx"} @
      """,
      "www 2xx:5 5xx:5"
    ),
    (
      "php-fpm",
      """
      phpfpm_active_processes{pool="www",scrape_uri="tcp://x"} 1
      phpfpm_accepted_connections{pool="www",scrape_uri="tcp://x"} @
      """,
      "www other:5"
    ),
    (
      "sidekiq",
      """
      # TYPE ruby_sidekiq_job_duration_seconds summary
      ruby_sidekiq_job_duration_seconds{job_name="Mail",queue="default",quantile="0.99"} 2
      ruby_sidekiq_job_duration_seconds_sum{job_name="Mail",queue="default"} @
      ruby_sidekiq_job_duration_seconds_count{job_name="Mail",queue="default"} @
      """,
      "Mail other:5 n:5 sum:5 q0.99:2"
    ),
    (
      "grpc-client",
      #"grpc_client_handled_total{grpc_service="s.A",grpc_method="Get",grpc_code="Unavailable"} @"#,
      "s.A/Get 5xx:5"
    ),
    (
      "opentelemetry-rpc",
      """
      # TYPE rpc_server_duration_milliseconds histogram
      rpc_server_duration_milliseconds_bucket{rpc_service="s.A",rpc_method="Get",\
      rpc_grpc_status_code="5",le="1000"} @
      rpc_server_duration_milliseconds_bucket{rpc_service="s.A",rpc_method="Get",\
      rpc_grpc_status_code="5",le="+Inf"} @
      rpc_server_duration_milliseconds_sum{rpc_service="s.A",rpc_method="Get",\
      rpc_grpc_status_code="5"} @
      rpc_server_duration_milliseconds_count{rpc_service="s.A",rpc_method="Get",\
      rpc_grpc_status_code="5"} @
      """,
      "s.A/Get 4xx:5 n:5 sum:0.005 p95:0.95"
    ),
    (
      "opentelemetry-db",
      """
      # TYPE db_client_operation_duration_seconds histogram
      db_client_operation_duration_seconds_bucket{db_system_name="postgresql",\
      db_operation_name="SELECT",db_collection_name="orders",le="1"} @
      db_client_operation_duration_seconds_bucket{db_system_name="postgresql",\
      db_operation_name="SELECT",db_collection_name="orders",le="+Inf"} @
      db_client_operation_duration_seconds_sum{db_system_name="postgresql",\
      db_operation_name="SELECT",db_collection_name="orders"} @
      db_client_operation_duration_seconds_count{db_system_name="postgresql",\
      db_operation_name="SELECT",db_collection_name="orders"} @
      """,
      "SELECT postgresql:orders other:5 n:5 sum:5 p95:0.95"
    ),
    (
      "django-db",
      """
      # TYPE django_db_query_duration_seconds histogram
      django_db_query_duration_seconds_bucket{alias="default",vendor="sqlite",le="1.0"} @
      django_db_query_duration_seconds_bucket{alias="default",vendor="sqlite",le="+Inf"} @
      django_db_query_duration_seconds_sum{alias="default",vendor="sqlite"} @
      django_db_query_duration_seconds_count{alias="default",vendor="sqlite"} @
      """,
      "default other:5 n:5 sum:5 p95:0.95"
    ),
    (
      "activerecord",
      """
      activerecord_query_duration_seconds_sum{config="main",kind="User Load"} @
      activerecord_query_duration_seconds_count{config="main",kind="User Load"} @
      """,
      "main other:5 n:5 sum:5"
    ),
    (
      "spring-data",
      """
      spring_data_repository_invocations_seconds_sum{repository="Users",method="find",\
      state="SUCCESS"} @
      spring_data_repository_invocations_seconds_count{repository="Users",method="find",\
      state="SUCCESS"} @
      """,
      "Users#find 2xx:5 n:5 sum:5"
    ),
    (
      "mongodb-commands",
      """
      mongodb_driver_commands_seconds_sum{command="find",server_address="db",status="FAILED"} @
      mongodb_driver_commands_seconds_count{command="find",server_address="db",status="FAILED"} @
      """,
      "FIND db 5xx:5 n:5 sum:5"
    ),
    (
      "pg-promise",
      """
      pg_command_duration_seconds_sum{command="SELECT",database="app"} @
      pg_command_duration_seconds_count{command="SELECT",database="app"} @
      """,
      "SELECT app other:5 n:5 sum:5"
    ),
    (
      "prisma-queries",
      """
      prisma_client_queries_duration_histogram_ms_sum @
      prisma_client_queries_duration_histogram_ms_count @
      """,
      "(all) other:5 n:5 sum:0.005"
    ),
    (
      "prom_ex-ecto",
      """
      shop_prom_ex_ecto_repo_query_execution_time_milliseconds_sum{repo="R",source="users",\
      command="select"} @
      shop_prom_ex_ecto_repo_query_execution_time_milliseconds_count{repo="R",source="users",\
      command="select"} @
      """,
      "SELECT R/users other:5 n:5 sum:0.005"
    ),
  ]) func `reads what libraries say of their requests and calls`(
    preset: String, body: String, expected: String
  ) {
    let batch = second(body + "\n")
    #expect(batch.trafficPicture == expected)
    #expect(batch.recognised.map(\.string).contains(preset))
  }
}
