/// The JSON of performance middleware that keeps totals per endpoint under `/performance`.
///
///     /performance/endpoints    totals per endpoint since the start: what is counted
///     /performance/metrics      the same requests, or the last hundred of them: not counted
///     /performance/memory       memory of the process
///     /performance/report ...   its own judgement: shown by nobody, read for memory only
///
/// Durations without a unit are seconds.
enum PerformanceShape: JSONShape {
  static let name = "performance-json"
  static let gives = "requests, errors, mean and longest duration by endpoint; memory"
  static let paths = [
    "/performance/endpoints", "/performance/metrics", "/performance/memory",
  ]

  static func matches(_ body: EndpointBody, location: String) -> Bool {
    guard let object = body.object else { return false }
    if object["endpoints"]?.object != nil, object["total_endpoints"] != nil { return true }
    if object["summary"]?["avg_duration_ms"] != nil { return true }
    if object["current_memory_mb"] != nil { return true }
    if object["bottlenecks"]?.array != nil, object["total_count"] != nil { return true }
    return object["optimization_score"] != nil || object["health_score"] != nil
      || object["message"]?.string == "No performance data available"
  }

  static func read(_ body: EndpointBody, location: String, into findings: inout JSONFindings) {
    guard let object = body.object else { return }
    findings.isKnown = true
    findings.readProcess(object, shape: name)
    let walk = JSONWalk(shape: name)
    if let endpoints = object["endpoints"]?.object {
      let records = endpoints.members.compactMap { member in
        member.value.object.map { (name: Optional(member.key), object: $0) }
      }
      read(records, at: "endpoints.*", walk, &findings)
    }
    if object["summary"]?.object != nil {
      readSummary(object, walk, &findings)
    } else if object["current_memory_mb"] != nil {
      readMemory(object, at: "$", &findings)
    } else if let metrics = object["key_metrics"]?.object {
      readMemory(metrics, at: "key_metrics", &findings)
    }
    if object["bottlenecks"] != nil {
      findings.decide("bottlenecks[]", "not counted: the application's own findings", name)
    }
  }

  /// Reads totals per endpoint; their durations are seconds, whatever their size.
  private static func read(
    _ records: [(name: String?, object: JSONObject)], at path: String, _ walk: JSONWalk,
    _ findings: inout JSONFindings
  ) {
    // An empty list of records has no unit to guess, so plain keys count as seconds.
    let reader = JSONRecordReader([], shape: name, at: path)
    for (key, object) in records {
      guard let traffic = reader.traffic(object, name: key, at: path, into: &findings) else {
        continue
      }
      findings.traffic.append(traffic)
    }
  }

  /// Reads `/performance/metrics`: only records with totals since the start can be counted.
  private static func readSummary(
    _ object: JSONObject, _ walk: JSONWalk, _ findings: inout JSONFindings
  ) {
    findings.decide("summary.*", "not counted: covers the last 100 requests only", name)
    findings.decide(
      "slowest_endpoints[]", "not counted: describes the same requests", name)
    findings.note(
      "the summary covers the last 100 requests only: rates come from /performance/endpoints")
    guard let stats = object["endpoint_stats"]?.object else { return }
    let totals = stats.members.compactMap { member -> (name: String?, object: JSONObject)? in
      guard let record = member.value.object, record["total_requests"] != nil,
        record["total_duration"] != nil
      else { return nil }
      return (member.key, record)
    }
    read(totals, at: "endpoint_stats.*", walk, &findings)
  }

  private static func readMemory(
    _ object: JSONObject, at path: String, _ findings: inout JSONFindings
  ) {
    let key = object["current_memory_mb"] != nil ? "current_memory_mb" : "memory_mb"
    findings.add(
      .residentBytes, object[key]?.number.map { $0 * 1_048_576 }, "", at: "\(path).\(key)", name,
      unit: "MiB")
  }
}
