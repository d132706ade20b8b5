extension MetricPreset {
  /// Micrometer's cache binders (Caffeine, Guava, EhCache, JCache, Redis ...).
  ///
  /// `result="pending"` is neither a hit nor a miss.
  static let micrometerCache = MetricPreset(
    name: "micrometer-cache", detection: ["cache_gets_total"],
    signals: [
      SignalRule(
        "cache_gets_total", .cacheHits, by: ["cache", "name"], named: "cache",
        where: LabelCondition("result", "hit")),
      SignalRule(
        "cache_gets_total", .cacheMisses, by: ["cache", "name"], named: "cache",
        where: LabelCondition("result", "miss")),
      SignalRule("cache_evictions_total", .cacheEvictions, by: ["cache", "name"], named: "cache"),
      SignalRule("cache_size", .cacheEntries, by: ["cache", "name"], named: "cache"),
    ])

  /// Caffeine and Guava through client_java.
  static let clientJavaCache = MetricPreset(
    name: "client_java-cache", detection: ["caffeine_cache_hit_total", "guava_cache_hit_total"],
    signals: [
      SignalRule("caffeine_cache_hit_total", .cacheHits, by: ["cache"], named: "caffeine"),
      SignalRule("caffeine_cache_miss_total", .cacheMisses, by: ["cache"], named: "caffeine"),
      SignalRule(
        "caffeine_cache_eviction_total", .cacheEvictions, by: ["cache"], named: "caffeine"),
      SignalRule(
        "caffeine_cache_estimated_size", .cacheEntries, by: ["cache"], named: "caffeine"),
      SignalRule("guava_cache_hit_total", .cacheHits, by: ["cache"], named: "guava"),
      SignalRule("guava_cache_miss_total", .cacheMisses, by: ["cache"], named: "guava"),
      SignalRule("guava_cache_eviction_total", .cacheEvictions, by: ["cache"], named: "guava"),
      SignalRule("guava_cache_size", .cacheEntries, by: ["cache"], named: "guava"),
    ])

  /// Metrics of `redis_exporter`.
  ///
  /// https://github.com/oliver006/redis_exporter ; a memory limit of 0 means none.
  static let redis = MetricPreset(
    name: "redis_exporter",
    detection: ["redis_keyspace_hits_total", "redis_up", "redis_memory_used_bytes"],
    vantage: "redis", isExporter: true, reachable: "redis_up",
    signals: [
      SignalRule("redis_keyspace_hits_total", .cacheHits, named: "redis"),
      SignalRule("redis_keyspace_misses_total", .cacheMisses, named: "redis"),
      SignalRule("redis_evicted_keys_total", .cacheEvictions, named: "redis"),
      SignalRule("redis_db_keys", .cacheEntries, named: "redis"),
      SignalRule("redis_memory_used_bytes", .cacheBytes, named: "redis"),
      SignalRule("redis_memory_max_bytes", .cacheLimitBytes, named: "redis", undefined: 0),
      SignalRule("redis_memory_used_rss_bytes", .residentBytes, named: "redis"),
    ],
    statements: [
      StatementRule(
        families: [
          .calls: "redis_commands_total", .seconds: "redis_commands_duration_seconds_total",
        ], idLabel: "cmd", textLabel: "cmd", dialect: .redis)
    ])

  /// Metrics of `memcached_exporter`.
  ///
  /// https://github.com/prometheus/memcached_exporter ; a delete or a touch that finds its key is a
  /// hit too, but no look-up.
  static let memcached = MetricPreset(
    name: "memcached_exporter", detection: ["memcached_commands_total", "memcached_up"],
    vantage: "memcached", isExporter: true, reachable: "memcached_up",
    signals: [
      SignalRule(
        "memcached_commands_total", .cacheHits, named: "memcached",
        where: LabelCondition("command", "get").and(LabelCondition("status", "hit"))),
      SignalRule(
        "memcached_commands_total", .cacheMisses, named: "memcached",
        where: LabelCondition("command", "get").and(LabelCondition("status", "miss"))),
      SignalRule("memcached_items_evicted_total", .cacheEvictions, named: "memcached"),
      SignalRule("memcached_current_items", .cacheEntries, named: "memcached"),
      SignalRule("memcached_current_bytes", .cacheBytes, named: "memcached"),
      SignalRule("memcached_limit_bytes", .cacheLimitBytes, named: "memcached", undefined: 0),
    ])

  /// Metrics of `varnish`.
  ///
  /// https://github.com/jonnenauha/prometheus_varnish_exporter
  static let varnish = MetricPreset(
    name: "varnish", detection: ["varnish_main_cache_hit", "varnish_up"], vantage: "varnish",
    isExporter: true, reachable: "varnish_up",
    signals: [
      SignalRule("varnish_main_cache_hit", .cacheHits, named: "varnish"),
      SignalRule("varnish_main_cache_miss", .cacheMisses, named: "varnish"),
      SignalRule("varnish_main_n_lru_nuked", .cacheEvictions, named: "varnish"),
    ])
}
