import Telemetry

/// The metrics page of the shop: prometheus-fastapi-instrumentator and what people add to it.
struct ShopExposition: Sendable {
  /// `handler="/api/search",method="GET"` of each endpoint, in the order of `ShopRoute`.
  private let endpointLabels: [String]
  /// `handler="/api/search",le="0.005",method="GET"` of each bucket of each endpoint.
  private let bucketLabels: [[String]]
  private let fineLabels: [String]

  init() {
    endpointLabels = ShopRoute.allCases.map {
      "handler=\"\($0.script.template)\",method=\"\($0.script.method)\""
    }
    let counters = ShopCounters()
    let bounds = ShopExposition.bounds(of: counters.endpoints[0].durations)
    bucketLabels = ShopRoute.allCases.map { route in
      bounds.map { bound in
        "handler=\"\(route.script.template)\",le=\"\(bound)\",method=\"\(route.script.method)\""
      }
    }
    fineLabels = ShopExposition.bounds(of: counters.all).map { "le=\"\($0)\"" }
  }

  /// The page as it is at `time`, which must be the time the simulation has advanced to.
  func page(of shop: ShopSimulation, at time: Timestamp) -> [UInt8] {
    var text = ExpositionText()
    process(shop, time, &text)
    requests(shop, &text)
    pools(shop, time, &text)
    caches(shop, &text)
    return text.bytes
  }

  private func process(_ shop: ShopSimulation, _ time: Timestamp, _ text: inout ExpositionText) {
    text.family(
      "python_gc_collections_total", .counter, "Number of times this generation was collected")
    // CPython collects the young generation after 2,000 allocations, each older one 10 times less.
    var collections = shop.counters.requests * 7 / 10
    for generation in 0...2 {
      text.sample("python_gc_collections_total", collections, "generation=\"\(generation)\"")
      collections /= 10
    }
    text.family("python_info", .gauge, "Python platform information")
    text.sample(
      "python_info", 1,
      "implementation=\"CPython\",major=\"3\",minor=\"13\",patchlevel=\"5\",version=\"3.13.5\"")
    let resident = shop.story.residentBytes(time)
    text.family("process_virtual_memory_bytes", .gauge, "Virtual memory size in bytes.")
    text.sample("process_virtual_memory_bytes", resident + 1_310_720_000)
    text.family("process_resident_memory_bytes", .gauge, "Resident memory size in bytes.")
    text.sample("process_resident_memory_bytes", resident)
    text.family(
      "process_start_time_seconds", .gauge,
      "Start time of the process since unix epoch in seconds.")
    text.sample(
      "process_start_time_seconds", microseconds: shop.story.processStart.microseconds)
    text.family(
      "process_cpu_seconds_total", .counter, "Total user and system CPU time spent in seconds.")
    text.sample("process_cpu_seconds_total", microseconds: shop.counters.cpuMicroseconds)
    text.family("process_open_fds", .gauge, "Number of open file descriptors.")
    text.sample("process_open_fds", UInt64(41 + shop.inFlight.count))
    text.family("process_max_fds", .gauge, "Maximum number of open file descriptors.")
    text.sample("process_max_fds", 1024)
  }

  private func requests(_ shop: ShopSimulation, _ text: inout ExpositionText) {
    let endpoints = shop.counters.endpoints
    text.family(
      "http_requests_total", .counter, "Total number of requests by method, status and handler.")
    for (endpoint, labels) in zip(endpoints, endpointLabels) {
      for (status, count) in endpoint.statuses {
        text.sample("http_requests_total", count, "\(labels),status=\"\(status)\"")
      }
    }
    text.family(
      "http_request_duration_highr_seconds", .histogram,
      "Latency with many buckets but no API specific labels.")
    histogram(
      (
        "http_request_duration_highr_seconds_bucket", "http_request_duration_highr_seconds_count",
        "http_request_duration_highr_seconds_sum"
      ), shop.counters.all, fineLabels, "", &text)
    text.family("http_request_duration_seconds", .histogram, "Latency by handler and method.")
    for (place, endpoint) in endpoints.enumerated() where !endpoint.statuses.isEmpty {
      histogram(
        (
          "http_request_duration_seconds_bucket", "http_request_duration_seconds_count",
          "http_request_duration_seconds_sum"
        ), endpoint.durations, bucketLabels[place], endpointLabels[place], &text)
    }
    text.family("http_requests_inprogress", .gauge, "Number of HTTP requests in progress.")
    for (route, labels) in zip(ShopRoute.allCases, endpointLabels) {
      let count = shop.inFlight.count { $0.route == route }
      text.sample("http_requests_inprogress", UInt64(count), labels)
    }
  }

  private func histogram(
    _ names: (bucket: StaticString, count: StaticString, sum: StaticString),
    _ durations: DurationBuckets, _ bucketLabels: [String], _ labels: String,
    _ text: inout ExpositionText
  ) {
    var running: UInt64 = 0
    for (count, label) in zip(durations.counts, bucketLabels) {
      running += count
      text.sample(names.bucket, running, label)
    }
    text.sample(names.count, running, labels)
    text.sample(names.sum, labels, microseconds: durations.sumMicroseconds)
  }

  private func pools(_ shop: ShopSimulation, _ time: Timestamp, _ text: inout ExpositionText) {
    func gauge(
      _ name: StaticString, _ help: StaticString, _ type: ExpositionText.FamilyType = .gauge,
      _ value: (ShopPool) -> Int
    ) {
      text.family(name, type, help)
      for pool in ShopPool.allCases {
        text.sample(name, UInt64(max(0, value(pool))), "pool=\"\(pool.name)\"")
      }
    }
    let loads = ShopPool.allCases.map { shop.load(of: $0, at: time) }
    gauge("sqlalchemy_pool_size", "Connections the pool keeps open.") { $0.size }
    gauge("sqlalchemy_pool_max_overflow", "Connections it may open beyond its size.") {
      $0.maxOverflow
    }
    gauge("sqlalchemy_pool_checkedout", "Connections in use.") { loads[$0.rawValue].inUse }
    gauge("sqlalchemy_pool_checkedin", "Connections not in use.") {
      $0.size - loads[$0.rawValue].inUse
    }
    gauge("sqlalchemy_pool_waiting", "Callers waiting for a connection.") {
      loads[$0.rawValue].waiting
    }
    gauge("sqlalchemy_pool_timeouts_total", "Callers that gave up waiting.", .counter) {
      Int(shop.counters.poolTimeouts[$0.rawValue])
    }
  }

  private func caches(_ shop: ShopSimulation, _ text: inout ExpositionText) {
    let caches = zip(ShopCache.allCases, shop.counters.caches)
    text.family("cache_gets_total", .counter, "Look-ups by result.")
    for (cache, counts) in caches {
      text.sample("cache_gets_total", counts.hits, "cache=\"\(cache.name)\",result=\"hit\"")
      text.sample("cache_gets_total", counts.misses, "cache=\"\(cache.name)\",result=\"miss\"")
    }
    text.family("cache_evictions_total", .counter, "Entries put out to make room.")
    for (cache, counts) in caches {
      text.sample("cache_evictions_total", counts.evictions, "cache=\"\(cache.name)\"")
    }
    text.family("cache_size", .gauge, "Entries at the moment.")
    for (cache, counts) in caches {
      text.sample("cache_size", counts.entries, "cache=\"\(cache.name)\"")
    }
  }

  /// `0.005` to `10.0`, and `+Inf`, as client_python writes bounds.
  private static func bounds(of durations: DurationBuckets) -> [String] {
    durations.boundsMicroseconds.map { "\(Double($0) / 1_000_000)" } + ["+Inf"]
  }
}

extension ShopSimulation {
  /// The metrics page as text (Prometheus format 0.0.4) at the time the shop has advanced to.
  func exposition(at time: Timestamp) -> String {
    String(decoding: ShopExposition().page(of: self, at: time), as: UTF8.self)
  }
}
