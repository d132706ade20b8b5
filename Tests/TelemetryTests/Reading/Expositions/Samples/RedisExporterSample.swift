/// Two consecutive scrapes of a real target: redis_exporter, trimmed to what matters.
enum RedisExporterSample {
  static let first = #"""
    # TYPE go_goroutines gauge
    go_goroutines 6
    # TYPE go_memstats_heap_alloc_bytes gauge
    go_memstats_heap_alloc_bytes 275424
    # TYPE go_threads gauge
    go_threads 6
    # TYPE process_resident_memory_bytes gauge
    process_resident_memory_bytes 1.019904e+07
    # TYPE process_start_time_seconds gauge
    process_start_time_seconds 1.79522964862e+09
    # TYPE redis_connected_clients gauge
    redis_connected_clients 1
    # TYPE redis_db_keys gauge
    redis_db_keys{db="db0"} 1
    redis_db_keys{db="db1"} 0
    redis_db_keys{db="db10"} 0
    redis_db_keys{db="db11"} 0
    redis_db_keys{db="db12"} 0
    redis_db_keys{db="db13"} 0
    redis_db_keys{db="db14"} 0
    redis_db_keys{db="db15"} 0
    redis_db_keys{db="db2"} 0
    redis_db_keys{db="db3"} 0
    redis_db_keys{db="db4"} 0
    redis_db_keys{db="db5"} 0
    redis_db_keys{db="db6"} 0
    redis_db_keys{db="db7"} 0
    redis_db_keys{db="db8"} 0
    redis_db_keys{db="db9"} 0
    # TYPE redis_evicted_keys_total counter
    redis_evicted_keys_total 0
    # TYPE redis_keyspace_hits_total counter
    redis_keyspace_hits_total 0
    # TYPE redis_keyspace_misses_total counter
    redis_keyspace_misses_total 0
    # TYPE redis_memory_max_bytes gauge
    redis_memory_max_bytes 0
    # TYPE redis_memory_used_bytes gauge
    redis_memory_used_bytes 990536
    # TYPE redis_memory_used_rss_bytes gauge
    redis_memory_used_rss_bytes 1.2029952e+07
    # TYPE redis_up gauge
    redis_up 1
    # TYPE redis_uptime_in_seconds gauge
    redis_uptime_in_seconds 8

    """#

  static let second = #"""
    # TYPE go_goroutines gauge
    go_goroutines 6
    # TYPE go_memstats_heap_alloc_bytes gauge
    go_memstats_heap_alloc_bytes 504504
    # TYPE go_threads gauge
    go_threads 6
    # TYPE process_resident_memory_bytes gauge
    process_resident_memory_bytes 1.0723328e+07
    # TYPE process_start_time_seconds gauge
    process_start_time_seconds 1.79522964862e+09
    # TYPE redis_connected_clients gauge
    redis_connected_clients 1
    # TYPE redis_db_keys gauge
    redis_db_keys{db="db0"} 1
    redis_db_keys{db="db1"} 0
    redis_db_keys{db="db10"} 0
    redis_db_keys{db="db11"} 0
    redis_db_keys{db="db12"} 0
    redis_db_keys{db="db13"} 0
    redis_db_keys{db="db14"} 0
    redis_db_keys{db="db15"} 0
    redis_db_keys{db="db2"} 0
    redis_db_keys{db="db3"} 0
    redis_db_keys{db="db4"} 0
    redis_db_keys{db="db5"} 0
    redis_db_keys{db="db6"} 0
    redis_db_keys{db="db7"} 0
    redis_db_keys{db="db8"} 0
    redis_db_keys{db="db9"} 0
    # TYPE redis_evicted_keys_total counter
    redis_evicted_keys_total 0
    # TYPE redis_keyspace_hits_total counter
    redis_keyspace_hits_total 3
    # TYPE redis_keyspace_misses_total counter
    redis_keyspace_misses_total 3
    # TYPE redis_memory_max_bytes gauge
    redis_memory_max_bytes 0
    # TYPE redis_memory_used_bytes gauge
    redis_memory_used_bytes 1.113912e+06
    # TYPE redis_memory_used_rss_bytes gauge
    redis_memory_used_rss_bytes 1.2423168e+07
    # TYPE redis_up gauge
    redis_up 1
    # TYPE redis_uptime_in_seconds gauge
    redis_uptime_in_seconds 9

    """#
}
