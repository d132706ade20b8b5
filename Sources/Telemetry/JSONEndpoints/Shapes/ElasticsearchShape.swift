/// `/_nodes/stats` of Elasticsearch and OpenSearch; nodes are added up, memory stays apart.
///
/// https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-nodes-stats
enum ElasticsearchShape: JSONShape {
  static let name = "elasticsearch"
  static let gives =
    "operations with their mean duration; caches, heap, garbage collection, queues of threads"
  static let paths = ["/_nodes/stats/jvm,indices,thread_pool,http,process"]

  /// Operations with the keys of their totals and their milliseconds.
  private static let operations: [(name: String, group: String, total: String, millis: String)] = [
    ("search query", "search", "query_total", "query_time_in_millis"),
    ("search fetch", "search", "fetch_total", "fetch_time_in_millis"),
    ("index", "indexing", "index_total", "index_time_in_millis"),
    ("delete", "indexing", "delete_total", "delete_time_in_millis"),
    ("get", "get", "total", "time_in_millis"),
  ]

  static func matches(_ body: EndpointBody, location: String) -> Bool {
    guard let object = body.object, let nodes = object["nodes"]?.object else { return false }
    return nodes.members.contains { $0.value["jvm"] != nil || $0.value["indices"] != nil }
  }

  static func read(_ body: EndpointBody, location: String, into findings: inout JSONFindings) {
    guard let nodes = body.object?["nodes"]?.object else { return }
    findings.vantage = "elasticsearch"
    var sums: [String: (total: Double, millis: Double)] = [:]
    var caches: [String: Double] = [:]
    for node in nodes.members.prefix(500) {
      guard let stats = node.value.object else { continue }
      let title = stats["name"]?.string ?? node.key
      readProcess(stats, title, &findings)
      guard let indices = stats["indices"]?.object else { continue }
      for operation in operations {
        guard let group = indices[operation.group]?.object,
          let total = group.number(operation.total), let millis = group.number(operation.millis)
        else { continue }
        let known = sums[operation.name] ?? (0, 0)
        sums[operation.name] = (known.total + total, known.millis + millis)
      }
      for cache in ["query_cache", "request_cache", "fielddata"] {
        for key in ["hit_count", "miss_count", "evictions", "memory_size_in_bytes"] {
          guard let value = indices[cache]?.object?.number(key) else { continue }
          caches["\(cache) \(key)", default: 0] += value
        }
      }
    }
    add(sums, &findings)
    add(caches, &findings)
  }

  private static func add(
    _ sums: [String: (total: Double, millis: Double)], _ findings: inout JSONFindings
  ) {
    for operation in operations {
      guard let sum = sums[operation.name] else { continue }
      var traffic = JSONTraffic()
      traffic.route = operation.name
      traffic.requests = sum.total
      traffic.isOfProcesses = true
      traffic.sumSeconds = sum.millis / 1000
      // Whole milliseconds per node are cut off, not rounded.
      findings.traffic.append(traffic)
      let path = "nodes.*.indices.\(operation.group)"
      findings.decide("\(path).\(operation.total)", "request count", name)
      findings.decide("\(path).\(operation.millis)", "sum of durations", name, unit: "ms")
    }
  }

  private static func add(_ caches: [String: Double], _ findings: inout JSONFindings) {
    for cache in ["query_cache", "request_cache", "fielddata"] {
      for (key, signal) in [
        ("hit_count", Signal.cacheHits), ("miss_count", .cacheMisses),
        ("evictions", .cacheEvictions), ("memory_size_in_bytes", .cacheBytes),
      ] {
        findings.add(
          signal, caches["\(cache) \(key)"], cache, at: "nodes.*.indices.\(cache).\(key)", name)
      }
    }
  }

  private static func readProcess(
    _ stats: JSONObject, _ title: String, _ findings: inout JSONFindings
  ) {
    let jvm = stats["jvm"]
    let memory = jvm?["mem"]?.object
    let path = "nodes.*.jvm.mem"
    findings.add(
      .heapBytes, memory?.number("heap_used_in_bytes"), title, at: "\(path).heap_used_in_bytes",
      name, unit: "bytes")
    findings.add(
      .heapLimitBytes, memory?.number("heap_max_in_bytes"), title,
      at: "\(path).heap_max_in_bytes", name, unit: "bytes")
    var pauses: Double?
    var collections: Double?
    for collector in jvm?["gc"]?["collectors"]?.object?.members ?? [] {
      guard let millis = collector.value["collection_time_in_millis"]?.number else { continue }
      pauses = (pauses ?? 0) + millis / 1000
      collections = (collections ?? 0) + (collector.value["collection_count"]?.number ?? 0)
    }
    let collectors = "nodes.*.jvm.gc.collectors.*"
    findings.add(
      .gcPauseSeconds, pauses, title, at: "\(collectors).collection_time_in_millis", name,
      unit: "ms")
    findings.add(.gcCount, collections, title, at: "\(collectors).collection_count", name)
    findings.add(
      .openFiles, stats["process"]?["open_file_descriptors"]?.number, title,
      at: "nodes.*.process.open_file_descriptors", name)
    for pool in stats["thread_pool"]?.object?.members ?? [] {
      guard let queue = pool.value["queue"]?.number, let active = pool.value["active"]?.number,
        queue + active > 0 || ["search", "write", "get"].contains(pool.key)
      else { continue }
      findings.add(
        .taskBacklog, queue, "\(title) \(pool.key)", at: "nodes.*.thread_pool.*.queue", name)
    }
  }
}
