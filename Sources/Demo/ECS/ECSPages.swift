import Telemetry

/// The JSON pages of the ECS back end at one instant, key by key as its middleware writes them.
struct ECSPages {
  let statistics: ECSStatistics
  let time: Timestamp

  var all: [DemoPage] {
    [
      .json("/performance/endpoints", endpoints), .json("/performance/metrics", metrics),
      .json("/performance/memory", memory), .json("/performance/bottlenecks", bottlenecks),
      .json("/performance/report", report), .json("/performance/health", health),
    ]
  }

  /// `2025-09-22T13:38:18.98`, without a zone as Python's `isoformat` has it.
  private var stamp: JSONText { .text(String(LineText.stamp(time).dropLast())) }
  private var known: [ECSStatistics.Endpoint] { statistics.endpoints.filter { $0.requests > 0 } }
  private func mebibytes(_ bytes: Double) -> JSONText { .rounded(bytes / 1_048_576, 2) }

  private func record(_ endpoint: ECSStatistics.Endpoint) -> JSONText {
    [
      "total_requests": .whole(endpoint.requests), "total_duration": .rounded(endpoint.seconds, 6),
      "avg_duration": .rounded(endpoint.meanSeconds, 6),
      "min_duration": .rounded(endpoint.shortest, 6), "max_duration": .rounded(endpoint.longest, 6),
      "error_count": .whole(endpoint.errors),
      "memory_usage": .list(endpoint.memory.map { .whole(Int($0)) }), "db_queries": .list([]),
      "async_tasks": .list([]),
    ]
  }

  private var records: JSONText { .members(known.map { ($0.name, record($0)) }) }

  private var endpoints: JSONText {
    ["endpoints": records, "total_endpoints": .whole(known.count), "timestamp": stamp]
  }

  private var metrics: JSONText {
    let recent = statistics.recent
    guard !recent.isEmpty else { return ["message": "No performance data available"] }
    let durations = recent.map { $0.seconds * 1000 }
    let share = 1 / Double(recent.count)
    return [
      "summary": [
        "total_requests": .whole(recent.count),
        "avg_duration_ms": .rounded(durations.reduce(0, +) * share, 2),
        "max_duration_ms": .rounded(durations.max() ?? 0, 2),
        "min_duration_ms": .rounded(durations.min() ?? 0, 2),
        "error_rate_percent": .rounded(100 * share * Double(recent.count { $0.isError }), 2),
        "avg_memory_mb": mebibytes(recent.reduce(0) { $0 + $1.memory } * share),
        "total_db_queries": .whole(recent.reduce(0) { $0 + $1.statements }),
        "total_db_time_ms": .rounded(1000 * recent.reduce(0) { $0 + $1.statementSeconds }, 2),
        "total_async_tasks": 0, "total_async_time_ms": .number(0),
      ],
      "slowest_endpoints": .list(slowest.prefix(10).map { .list([.text($0.name), brief($0)]) }),
      "endpoint_stats": .members(known.map { ($0.name, brief($0)) }), "timestamp": stamp,
    ]
  }

  private var slowest: [ECSStatistics.Endpoint] {
    known.sorted { $0.meanSeconds > $1.meanSeconds }
  }

  private func brief(_ endpoint: ECSStatistics.Endpoint) -> JSONText {
    [
      "requests": .whole(endpoint.requests), "avg_duration": .rounded(endpoint.meanSeconds, 6),
      "max_duration": .rounded(endpoint.longest, 6),
      "error_rate": .rounded(endpoint.errorRate, 4), "avg_memory": .number(endpoint.meanMemory),
    ]
  }

  private var memory: JSONText {
    let current = statistics.memory(at: time)
    guard statistics.snapshots > 0 else { return ["message": "No performance data available"] }
    return [
      "current_memory_mb": mebibytes(current), "avg_memory_mb": mebibytes(statistics.meanMemory),
      "max_memory_mb": mebibytes(statistics.mostMemory),
      "min_memory_mb": mebibytes(statistics.leastMemory),
      "avg_memory_percent": .rounded(100 * statistics.meanMemory / 8_589_934_592, 2),
      "memory_trend": "stable", "snapshots_count": .whole(statistics.snapshots),
      "timestamp": stamp,
    ]
  }

  /// What the middleware itself takes for a problem, by its own rules.
  private var found: [(kind: String, severity: String, endpoint: ECSStatistics.Endpoint)] {
    var found: [(kind: String, severity: String, endpoint: ECSStatistics.Endpoint)] = []
    for endpoint in known {
      if endpoint.isSlow {
        found.append(
          ("slow_endpoint", endpoint.meanSeconds > 1 ? "critical" : "high", endpoint))
      }
      if endpoint.errorRate > 0.1 {
        found.append(
          ("high_error_rate", endpoint.errorRate > 0.25 ? "critical" : "high", endpoint))
      }
    }
    return found
  }

  private func count(_ severity: String) -> Int { found.count { $0.severity == severity } }

  private var bottlenecks: JSONText {
    [
      "bottlenecks": .list(found.map(bottleneck)), "total_count": .whole(found.count),
      "critical_count": .whole(count("critical")), "high_count": .whole(count("high")),
      "medium_count": 0, "low_count": 0, "timestamp": stamp,
    ]
  }

  private func bottleneck(
    _ found: (kind: String, severity: String, endpoint: ECSStatistics.Endpoint)
  ) -> JSONText {
    let isSlow = found.kind == "slow_endpoint"
    let milliseconds = LineText.fixed(found.endpoint.meanSeconds * 1000, 1)
    let percent = LineText.fixed(found.endpoint.errorRate * 100, 1)
    return [
      "type": .text(found.kind), "severity": .text(found.severity),
      "description": .text(
        isSlow
          ? "\(found.endpoint.name) takes \(milliseconds) ms on average"
          : "\(found.endpoint.name) fails in \(percent) % of requests"),
      "impact": .text(isSlow ? "Slow responses" : "Failed requests"),
      "recommendations": .list(
        isSlow ? ["Add database indexes", "Implement caching"] : ["Validate input early"]),
      "affected_endpoints": .list([.text(found.endpoint.name)]),
      "metrics": [
        "avg_duration": .rounded(found.endpoint.meanSeconds, 4),
        "error_rate": .rounded(found.endpoint.errorRate, 4),
      ],
    ]
  }

  private var score: Int { max(0, 100 - 25 * count("critical") - 15 * count("high")) }

  private var report: JSONText {
    let grade = score >= 90 ? "A" : score >= 80 ? "B" : score >= 70 ? "C" : score >= 60 ? "D" : "F"
    return [
      "optimization_score": ["score": .whole(score), "grade": .text(grade)],
      "bottlenecks": .list(found.map(bottleneck)), "trends": ["memory": "stable"],
      "recommendations": .list(
        score < 90
          ? ["Add indexes", "Cache repeated reads", "Validate input", "Pool connections"] : []),
      "timestamp": stamp,
    ]
  }

  private var health: JSONText {
    [
      "health_status": .text(score >= 80 ? "healthy" : score >= 50 ? "degraded" : "critical"),
      "health_score": .whole(score),
      "key_metrics": [
        "memory_mb": mebibytes(statistics.memory(at: time)),
        "total_requests": .whole(known.reduce(0) { $0 + $1.requests }),
        "bottlenecks": .whole(found.count),
      ], "timestamp": stamp,
    ]
  }
}
