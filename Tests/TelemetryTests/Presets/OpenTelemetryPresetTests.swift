import Telemetry
import Testing

/// OpenTelemetry's metrics as its Prometheus exporters write them, and pools of SQLAlchemy; `@` stands
/// for 10, then for 15.
struct OpenTelemetryPresetTests {
  private func second(_ body: String) -> Batch {
    var target = ScrapeTarget()
    target.scrape(body.replacing("@", with: "10"))
    return target.scrape(body.replacing("@", with: "15"))
  }

  @Test(arguments: [
    (
      "opentelemetry-db-pools",
      """
      db_client_connection_count{db_client_connection_pool_name="a",db_client_connection_state="used"} 3
      db_client_connection_count{db_client_connection_pool_name="a",db_client_connection_state="idle"} 1
      db_client_connection_max{db_client_connection_pool_name="a"} 5
      db_client_connection_pending_requests{db_client_connection_pool_name="a"} 2
      """,
      "poolIdle [a] 1\npoolInUse [a] 3\npoolLimit [a] 5\npoolWaiting [a] 2"
    ),
    (
      "opentelemetry-db-pools",
      """
      db_client_connection_count{pool_name="a",state="used"} 3
      db_client_connection_count{pool_name="a",state="idle"} 1
      db_client_connection_max{pool_name="a"} 5
      """,
      "poolIdle [a] 1\npoolInUse [a] 3\npoolLimit [a] 5"
    ),
    (
      "opentelemetry-db-pools",
      """
      db_client_connections_usage_connections{pool_name="sqlite",state="idle"} 1
      db_client_connections_usage_connections{pool_name="sqlite",state="used"} 0
      """,
      "poolIdle [sqlite] 1\npoolInUse [sqlite] 0"
    ),
    (
      "process",
      """
      process_memory_usage_bytes 1000
      process_cpu_time_seconds_total{type="user"} @
      process_cpu_time_seconds_total{type="system"} 2
      process_thread_count 4
      process_open_file_descriptor_count 7
      process_runtime_cpython_memory_bytes{type="rss"} 999
      process_runtime_cpython_cpu_time_seconds_total{type="user"} @
      """,
      "cpuSeconds 5\nopenFiles 7\nresidentBytes 1000\nthreads 4"
    ),
    (
      "python-runtime",
      """
      process_runtime_cpython_memory_bytes{type="rss"} 999
      process_runtime_cpython_memory_bytes{type="vms"} 99999
      process_runtime_cpython_cpu_time_seconds_total{type="user"} @
      """,
      "cpuSeconds 5\nresidentBytes 999"
    ),
    (
      "go-runtime",
      """
      go_memory_used_bytes{go_memory_type="other"} 700
      go_memory_used_bytes{go_memory_type="stack"} 300
      go_memory_limit_bytes 5000
      """,
      "heapBytes 1000\nmemoryLimitBytes 5000"
    ),
    (
      "jvm-runtime",
      """
      process_runtime_jvm_memory_usage_bytes{type="heap",pool="Eden"} 700
      process_runtime_jvm_memory_usage_bytes{type="non_heap",pool="Meta"} 300
      process_runtime_jvm_memory_limit_bytes{type="heap",pool="Eden"} -1
      process_runtime_jvm_memory_limit_bytes{type="heap",pool="Old"} 5000
      """,
      "heapBytes 700\nheapLimitBytes 5000"
    ),
    (
      "sqlalchemy-pool",
      """
      sqlalchemy_pool_size{pool="main"} 3
      sqlalchemy_pool_checked_out{pool="main"} 1
      sqlalchemy_pool_overflow{pool="main"} -2
      """,
      "poolInUse [main] 1\npoolLeastLimit [main] 3"
    ),
    (
      "generic",
      """
      # TYPE db_pool_size gauge
      db_pool_size 3
      # TYPE db_pool_checked_out gauge
      db_pool_checked_out 4
      # TYPE db_pool_overflow gauge
      db_pool_overflow 1
      """,
      "poolInUse [db_pool] 4\npoolLeastLimit [db_pool] 4"
    ),
    (
      "generic",
      """
      # TYPE db_pool_size gauge
      db_pool_size 3
      # TYPE db_pool_checked_out gauge
      db_pool_checked_out 4
      # TYPE db_pool_overflow gauge
      db_pool_overflow 1
      # TYPE db_pool_max_overflow gauge
      db_pool_max_overflow 10
      """,
      "poolInUse [db_pool] 4\npoolLimit [db_pool] 13"
    ),
    (
      "generic",
      """
      # TYPE db_pool_max_overflow gauge
      db_pool_max_overflow -1
      # TYPE db_pool_size gauge
      db_pool_size 3
      # TYPE db_pool_checked_out gauge
      db_pool_checked_out 4
      """,
      "poolInUse [db_pool] 4"
    ),
  ])
  func `reads what processes, runtimes and pools say`(
    preset: String, body: String, expected: String
  ) {
    let batch = second(body + "\n")
    #expect(batch.readingsPicture == expected)
    #expect(batch.recognised.map(\.string).contains(preset))
  }

  @Test(arguments: [
    (
      "opentelemetry-messaging",
      #"""
      # TYPE messaging_process_duration_seconds histogram
      messaging_process_duration_seconds_sum{messaging_system="kafka",messaging_destination_name="orders"} @
      messaging_process_duration_seconds_count{messaging_system="kafka",messaging_destination_name="orders"} @
      # TYPE messaging_client_operation_duration_seconds histogram
      messaging_client_operation_duration_seconds_sum{messaging_system="kafka",messaging_destination_name="orders",messaging_operation_name="send",messaging_operation_type="send"} @
      messaging_client_operation_duration_seconds_count{messaging_system="kafka",messaging_destination_name="orders",messaging_operation_name="send",messaging_operation_type="send"} @
      messaging_client_operation_duration_seconds_sum{messaging_system="kafka",messaging_destination_name="orders",messaging_operation_name="poll",messaging_operation_type="receive"} @
      messaging_client_operation_duration_seconds_count{messaging_system="kafka",messaging_destination_name="orders",messaging_operation_name="poll",messaging_operation_type="receive"} @
      """#,
      "SEND kafka:orders other:5 n:5 sum:5\norders other:5 n:5 sum:5"
    ),
    (
      "opentelemetry-gen-ai",
      #"""
      # TYPE gen_ai_client_operation_duration_seconds histogram
      gen_ai_client_operation_duration_seconds_sum{gen_ai_operation_name="chat",gen_ai_provider_name="openai",gen_ai_request_model="gpt-4o"} @
      gen_ai_client_operation_duration_seconds_count{gen_ai_operation_name="chat",gen_ai_provider_name="openai",gen_ai_request_model="gpt-4o"} @
      """#,
      "CHAT openai:gpt-4o other:5 n:5 sum:5"
    ),
  ])
  func `reads messages and calls to models`(preset: String, body: String, expected: String) {
    let batch = second(body + "\n")
    #expect(batch.trafficPicture == expected)
    #expect(batch.recognised.map(\.string).contains(preset))
  }

  @Test func `a pool that only tells what is open keeps the most of it as its limit`() {
    var target = ScrapeTarget()
    func limit(_ overflow: Int, start: Int = 1) -> String? {
      let page = """
        sqlalchemy_pool_size 3
        sqlalchemy_pool_checked_out \(3 + overflow)
        sqlalchemy_pool_overflow \(overflow)
        process_start_time_seconds \(start)

        """
      return target.scrape(page).readingsPicture.split(separator: "\n")
        .first { $0.hasPrefix("poolLeastLimit") }.map(String.init)
    }
    #expect(limit(-2) == "poolLeastLimit [sqlalchemy] 3")
    #expect(limit(2) == "poolLeastLimit [sqlalchemy] 5")
    #expect(limit(0) == "poolLeastLimit [sqlalchemy] 5")
    // Another process may have another setting.
    #expect(limit(-1, start: 1_790_000_000) == "poolLeastLimit [sqlalchemy] 3")
  }
}
