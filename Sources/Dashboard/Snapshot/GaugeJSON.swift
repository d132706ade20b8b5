import Telemetry

extension Model {
  /// A connection pool as JSON.
  func json(_ row: PoolRow) -> JSONValue {
    .object([
      ("name", .text(row.name)), ("source", sourceName(row.source)),
      ("in_use", .optional(row.inUse)), ("idle", .optional(row.idle)),
      ("limit", .optional(row.limit)), ("waiting", .optional(row.waiting)),
      ("timeouts", .optional(row.timeouts)),
      ("mean_wait_ms", .milliseconds(row.meanWaitSeconds)),
      ("saturation", .optional(row.saturation)),
    ])
  }

  /// A cache as JSON; a limit of its bytes that is none is not known.
  func json(_ row: CacheRow) -> JSONValue {
    .object([
      ("name", .text(row.name)), ("source", sourceName(row.source)),
      ("hits", .optional(row.hits)), ("misses", .optional(row.misses)),
      ("hit_rate", .optional(row.hitRate)), ("entries", .optional(row.entries)),
      ("bytes", .optional(row.bytes)),
      ("limit_bytes", .optional(row.limitBytes.flatMap { $0 > 0 ? $0 : nil })),
      ("limit_entries", .optional(row.limitEntries)), ("evictions", .optional(row.evictions)),
    ])
  }

  /// The memory of a process as JSON, with how fast it grows.
  func json(_ row: MemoryRow) -> JSONValue {
    let key = history.memoryKey(
      of: row, signal: row.residentBytes == nil ? .heapBytes : .residentBytes)
    let trend = history.trend(of: key, in: figures.range, now: moment)
    return .object([
      ("name", .text(row.name)), ("source", sourceName(row.source)),
      ("resident_bytes", .optional(row.residentBytes)), ("heap_bytes", .optional(row.heapBytes)),
      ("limit_bytes", .optional(row.limitBytes)),
      ("heap_limit_bytes", .optional(row.heapLimitBytes)),
      ("trend_bytes_per_hour", .optional(trend.map { $0.slope * 3600 })),
    ])
  }

  /// A circuit breaker as JSON.
  func json(_ row: BreakerRow) -> JSONValue {
    let state = row.state >= 1 ? "open" : row.state > 0 ? "half-open" : "closed"
    return .object([
      ("name", .text(row.name)), ("source", sourceName(row.source)), ("state", .string(state)),
      ("failure_rate", .optional(row.failureRate)),
    ])
  }

  /// A queue as JSON.
  func json(_ row: QueueRow) -> JSONValue {
    .object([
      ("name", .text(row.name)), ("source", sourceName(row.source)),
      ("waiting", .number(row.waiting)), ("most_waiting", .number(row.mostWaiting)),
    ])
  }

  /// The event loop and the garbage collector of a process as JSON.
  func json(_ row: RuntimeRow) -> JSONValue {
    .object([
      ("name", .text(row.name)), ("source", sourceName(row.source)),
      ("loop_lag_ms", .milliseconds(row.loopLagSeconds)),
      ("gc_pause_ms", .milliseconds(row.gcPauseSeconds)),
    ])
  }
}
