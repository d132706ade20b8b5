import Telemetry
import Testing

/// Exporters of servers, of queues and of those who work them off, with the lines that they write;
/// `@` alone stands for 10, then for 15.
struct BrokerPresetTests {
  private func second(_ body: String) -> Batch {
    var target = ScrapeTarget()
    target.scrape(body.replacing(" @", with: " 10") + "\n")
    return target.scrape(body.replacing(" @", with: " 15") + "\n")
  }

  @Test(arguments: [
    (
      "rabbitmq",
      """
      # TYPE rabbitmq_identity_info untyped
      rabbitmq_identity_info{rabbitmq_node="rabbit@a",rabbitmq_cluster="rabbit@a"} 1
      # TYPE rabbitmq_process_resident_memory_bytes gauge
      rabbitmq_process_resident_memory_bytes 1000
      # TYPE rabbitmq_process_open_fds gauge
      rabbitmq_process_open_fds 40
      # TYPE rabbitmq_queue_messages_ready gauge
      rabbitmq_queue_messages_ready 12
      # TYPE rabbitmq_queue_messages_unacked gauge
      rabbitmq_queue_messages_unacked 3
      """,
      "openFiles [rabbitmq] 40\nresidentBytes [rabbitmq] 1000\ntaskBacklog [rabbitmq] 12"
    ),
    (
      "rabbitmq",
      """
      # TYPE rabbitmq_queue_messages_ready gauge
      rabbitmq_queue_messages_ready{vhost="/",queue="mails"} 9
      rabbitmq_queue_messages_ready{vhost="/",queue="images"} 0
      # TYPE rabbitmq_queue_messages_unacked gauge
      rabbitmq_queue_messages_unacked{vhost="/",queue="mails"} 3
      """,
      "taskBacklog [images] 0\ntaskBacklog [mails] 9"
    ),
    (
      "rabbitmq",
      """
      # TYPE rabbitmq_detailed_queue_messages_ready gauge
      rabbitmq_detailed_queue_messages_ready{vhost="/",queue="mails"} 9
      # TYPE rabbitmq_queue_messages_ready gauge
      rabbitmq_queue_messages_ready 9
      """,
      "taskBacklog [mails] 9"
    ),
    (
      "rabbitmq",
      """
      # TYPE rabbitmq_node_mem_used gauge
      rabbitmq_node_mem_used{cluster="c",node="rabbit@a",self="1"} 1000
      # TYPE rabbitmq_queue_messages_ready gauge
      rabbitmq_queue_messages_ready{cluster="c",durable="true",policy="",queue="mails",self="1",vhost="/"} 9
      # TYPE rabbitmq_queue_messages_unacknowledged gauge
      rabbitmq_queue_messages_unacknowledged{cluster="c",durable="true",policy="",queue="mails",self="1",vhost="/"} 3
      # TYPE process_resident_memory_bytes gauge
      process_resident_memory_bytes 7
      """,
      "residentBytes [rabbit@a] 1000\ntaskBacklog [mails] 9"
    ),
    (
      "kafka_exporter",
      """
      # TYPE kafka_consumergroup_lag gauge
      kafka_consumergroup_lag{consumergroup="shop",partition="0",topic="orders"} 7
      kafka_consumergroup_lag{consumergroup="shop",partition="1",topic="orders"} -1
      # TYPE kafka_consumergroup_lag_sum gauge
      kafka_consumergroup_lag_sum{consumergroup="shop",topic="orders"} 7
      """,
      "taskBacklog [shop/orders] 7"
    ),
    (
      "kafka_exporter",
      """
      # TYPE kafka_consumergroup_lag gauge
      kafka_consumergroup_lag{consumergroup="shop",partition="0",topic="orders"} 7
      kafka_consumergroup_lag{consumergroup="shop",partition="1",topic="orders"} -1
      """,
      "taskBacklog [shop/orders] 7"
    ),
    (
      "apache_exporter",
      """
      # TYPE apache_scoreboard gauge
      apache_scoreboard{state="idle"} 9
      apache_scoreboard{state="open_slot"} 140
      apache_scoreboard{state="reply"} 1
      # TYPE apache_workers gauge
      apache_workers{state="busy"} 1
      apache_workers{state="idle"} 9
      """,
      "poolIdle [apache] 9\npoolInUse [apache] 1"
    ),
    (
      "flower",
      """
      # TYPE flower_events_total counter
      flower_events_total{task="shop.mail",type="task-succeeded",worker="celery@a"} 1
      # TYPE flower_worker_number_of_currently_executing_tasks gauge
      flower_worker_number_of_currently_executing_tasks{worker="celery@a"} 3
      # TYPE flower_task_prefetch_time_seconds gauge
      flower_task_prefetch_time_seconds{task="shop.mail",worker="celery@a"} 0.5
      """,
      "poolInUse [celery@a] 3"
    ),
    (
      "bentoml",
      """
      # TYPE bentoml_service_request_duration_seconds histogram
      bentoml_service_request_duration_seconds_bucket{endpoint="/encode",http_response_code="200",le="+Inf"} 1
      bentoml_service_request_duration_seconds_sum{endpoint="/encode",http_response_code="200"} 1
      bentoml_service_request_duration_seconds_count{endpoint="/encode",http_response_code="200"} 1
      # TYPE bentoml_service_request_in_progress gauge
      bentoml_service_request_in_progress{endpoint="/encode",service_name="Encoder"} 2
      """,
      "inFlight [/encode] 2"
    ),
  ]) func `reads queues, workers and memory`(preset: String, body: String, expected: String) {
    let batch = second(body)
    #expect(batch.readingsPicture == expected)
    #expect(batch.recognised.map(\.string) == [preset])
  }

  @Test(arguments: [
    (
      "apache_exporter",
      """
      # TYPE apache_accesses_total counter
      apache_accesses_total @
      # TYPE apache_duration_ms_total counter
      apache_duration_ms_total @
      """,
      TrafficKind.endpoint, "(all) other:5 n:5 sum:0.005"
    ),
    (
      "flower",
      """
      # TYPE flower_events_total counter
      flower_events_total{task="shop.mail",type="task-received",worker="celery@a"} @
      flower_events_total{task="shop.mail",type="task-succeeded",worker="celery@a"} @
      flower_events_total{task="shop.mail",type="task-failed",worker="celery@a"} @
      # TYPE flower_task_runtime_seconds histogram
      flower_task_runtime_seconds_bucket{le="1.0",task="shop.mail",worker="celery@a"} @
      flower_task_runtime_seconds_bucket{le="+Inf",task="shop.mail",worker="celery@a"} @
      flower_task_runtime_seconds_count{task="shop.mail",worker="celery@a"} @
      flower_task_runtime_seconds_sum{task="shop.mail",worker="celery@a"} @
      """,
      TrafficKind.task, "shop.mail 2xx:5 5xx:5 n:5 sum:5 p95:0.95"
    ),
    (
      "bentoml",
      """
      # TYPE bentoml_api_server_request_duration_seconds histogram
      bentoml_api_server_request_duration_seconds_bucket{endpoint="/predict",http_response_code="503",le="1.0"} @
      bentoml_api_server_request_duration_seconds_bucket{endpoint="/predict",http_response_code="503",le="+Inf"} @
      bentoml_api_server_request_duration_seconds_sum{endpoint="/predict",http_response_code="503"} @
      bentoml_api_server_request_duration_seconds_count{endpoint="/predict",http_response_code="503"} @
      """,
      TrafficKind.endpoint, "/predict 5xx:5 n:5 sum:5 p95:0.95"
    ),
  ]) func `reads requests and runs`(
    preset: String, body: String, kind: TrafficKind, expected: String
  ) {
    let batch = second(body)
    #expect(batch.trafficPicture == expected)
    #expect(batch.traffic.map(\.kind) == [kind])
    #expect(batch.recognised.map(\.string) == [preset])
  }
}
