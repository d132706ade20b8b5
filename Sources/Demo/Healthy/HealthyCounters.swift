import Telemetry

/// What the metrics page of the healthy service counts.
struct HealthyCounters: Sendable {
  private static let statuses = [200, 404, 500]

  private var durations = HealthyScenario.routes.map { _ in
    DurationBuckets(boundsMicroseconds: ShopCounters.bounds)
  }
  private var counts = HealthyScenario.routes.map { _ in [UInt64](repeating: 0, count: 3) }
  private var hits: UInt64 = 0
  private var misses: UInt64 = 0

  mutating func count(route: Int, status: Int, microseconds: Int64, isHit: Bool) {
    durations[route].add(microseconds)
    if let lane = HealthyCounters.statuses.firstIndex(of: status) { counts[route][lane] += 1 }
    if isHit { hits += 1 } else { misses += 1 }
  }

  /// The page; gauges are noise around a level and depend on `time` alone.
  func exposition(processStart: Timestamp, time: Timestamp, seed: UInt64) -> [UInt8] {
    var page = ExpositionText()
    page.family("http_requests_total", .counter, "Requests answered.")
    for (place, route) in HealthyScenario.routes.enumerated() {
      for (lane, status) in HealthyCounters.statuses.enumerated() where counts[place][lane] > 0 {
        page.sample(
          "http_requests_total", counts[place][lane],
          "method=\"\(route.method)\",handler=\"\(route.template)\",status=\"\(status)\"")
      }
    }
    page.family("http_request_duration_seconds", .histogram, "Time to answer.")
    for (place, route) in HealthyScenario.routes.enumerated() { durations(place, route, &page) }
    var noise = SeededRandom(seed: seed ^ UInt64(bitPattern: time.microseconds / 1_000_000))
    page.family("cache_hits_total", .counter, "Look-ups answered.")
    page.sample("cache_hits_total", hits, "cache=\"items\"")
    page.family("cache_misses_total", .counter, "Look-ups not answered.")
    page.sample("cache_misses_total", misses, "cache=\"items\"")
    page.family("db_pool_connections_in_use", .gauge, "Connections callers hold.")
    page.sample("db_pool_connections_in_use", UInt64(noise.pick(1...4)), "pool=\"main\"")
    page.family("db_pool_connections_max", .gauge, "Connections there may be.")
    page.sample("db_pool_connections_max", 20, "pool=\"main\"")
    page.family("process_resident_memory_bytes", .gauge, "Resident memory.")
    page.sample("process_resident_memory_bytes", 182_000_000 + UInt64(noise.pick(0...9_000_000)))
    page.family("process_start_time_seconds", .gauge, "Start of the process.")
    page.sample("process_start_time_seconds", microseconds: processStart.microseconds)
    return page.bytes
  }

  private func durations(
    _ place: Int, _ route: HealthyScenario.Route, _ page: inout ExpositionText
  ) {
    let labels = "method=\"\(route.method)\",handler=\"\(route.template)\""
    let buckets = durations[place]
    guard buckets.count > 0 else { return }
    var sum: UInt64 = 0
    for (bucket, count) in buckets.counts.enumerated() {
      sum += count
      let bound =
        bucket < buckets.boundsMicroseconds.count
        ? LineText.fixed(Double(buckets.boundsMicroseconds[bucket]) / 1_000_000, 3) : "+Inf"
      page.sample("http_request_duration_seconds_bucket", sum, "\(labels),le=\"\(bound)\"")
    }
    page.sample("http_request_duration_seconds_sum", labels, microseconds: buckets.sumMicroseconds)
    page.sample("http_request_duration_seconds_count", buckets.count, labels)
  }
}
