extension MetricPreset {
  /// RabbitMQ through its own plugin, and through `rabbitmq_exporter`.
  ///
  /// https://www.rabbitmq.com/docs/prometheus and
  /// https://github.com/rabbitmq/rabbitmq-server/blob/main/deps/rabbitmq_prometheus/metrics.md ;
  /// https://github.com/kbudde/rabbitmq_exporter/blob/main/metrics.md (node memory)
  ///
  /// The plugin has one number for all queues on `/metrics`, and one for each on
  /// `/metrics/per-object` and `/metrics/detailed`. What was handed to a consumer waits no longer, so
  /// that messages not yet acknowledged are no backlog.
  static let rabbitMQ = MetricPreset(
    name: "rabbitmq",
    detection: [
      "rabbitmq_queue_messages_ready", "rabbitmq_detailed_queue_messages_ready",
      "rabbitmq_identity_info", "rabbitmq_up",
    ],
    vantage: "rabbitmq", isExporter: true, reachable: "rabbitmq_up",
    signals: [
      SignalRule(
        "rabbitmq_queue_messages_ready", .taskBacklog, by: ["queue"], named: "rabbitmq",
        unless: ["rabbitmq_detailed_queue_messages_ready"]),
      SignalRule(
        "rabbitmq_detailed_queue_messages_ready", .taskBacklog, by: ["queue"], named: "rabbitmq"),
      SignalRule("rabbitmq_process_resident_memory_bytes", .residentBytes, named: "rabbitmq"),
      SignalRule("rabbitmq_node_mem_used", .residentBytes, by: ["node"], named: "rabbitmq"),
      SignalRule("rabbitmq_process_open_fds", .openFiles, named: "rabbitmq"),
    ])

  /// Metrics of `kafka_exporter`: what the groups of consumers have not read yet of each topic.
  ///
  /// https://github.com/danielqsj/kafka_exporter
  ///
  /// The lag is -1 for a partition of which a group has read nothing; the sum leaves such ones out.
  static let kafkaExporter = MetricPreset(
    name: "kafka_exporter",
    detection: ["kafka_consumergroup_lag_sum", "kafka_consumergroup_lag", "kafka_brokers"],
    vantage: "kafka", isExporter: true,
    signals: [
      SignalRule(
        "kafka_consumergroup_lag_sum", .taskBacklog, by: ["consumergroup/topic"], named: "kafka",
        least: 0),
      SignalRule(
        "kafka_consumergroup_lag", .taskBacklog, by: ["consumergroup/topic"], named: "kafka",
        unless: ["kafka_consumergroup_lag_sum"], least: 0),
    ])
}
