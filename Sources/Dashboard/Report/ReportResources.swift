import Telemetry

extension Report {
  /// Pools with how full they are.
  var pools: [Document.Block] {
    guard !figures.pools.isEmpty else { return [] }
    return [
      .table(
        Document.Table(
          [
            .words("Pool"), .number("In use"), .number("Limit"), .number("Saturation"),
            .number("Waiting"), .number("Timed out"), .words("Limit kept"),
          ],
          figures.pools.map { row in
            let severity = limits.pool(row)
            return [
              "\(row.name)", "\(Units.number(row.inUse))", "\(Units.number(row.limit))",
              RichText(row.saturation.map { Units.percent($0) + " %" } ?? "-"),
              "\(Units.number(row.waiting))", "\(Units.number(row.timeouts))",
              RichText(
                severity > .fine
                  ? severity.name
                  : row.timeouts ?? 0 > 0
                    ? "ran out"
                    : row.saturation == nil
                      ? "not known" : "met"),
            ]
          }))
    ]
  }

  /// Caches with how often they answer.
  var caches: [Document.Block] {
    guard !figures.caches.isEmpty else { return [] }
    return [
      .table(
        Document.Table(
          [
            .words("Cache"), .number("Look-ups"), .number("Hits"), .number("Entries"),
            .number("Size"), .number("Evicted"), .words("Target"),
          ],
          figures.caches.map { row in
            let severity = limits.cache(row)
            let lookups = row.hits.flatMap { hits in row.misses.map { hits + $0 } }
            return [
              "\(row.name)", "\(Units.number(lookups))",
              RichText(row.hitRate.map { Units.percent($0) + " %" } ?? "-"),
              "\(Units.number(row.entries))", "\(Units.bytes(row.bytes))",
              "\(Units.number(row.evictions))",
              RichText(severity == .fine ? "met" : severity.name),
            ]
          }))
    ]
  }

  /// Memory by process, and what its runtime did.
  var memory: [Document.Block] {
    guard !figures.memory.isEmpty || !figures.runtime.isEmpty else { return [] }
    var blocks: [Document.Block] = []
    if !figures.memory.isEmpty {
      blocks.append(
        .table(
          Document.Table(
            [.words("Process"), .number("Resident"), .number("Heap"), .number("Limit")],
            figures.memory.map { row in
              let limit = row.nearestLimit
              return [
                "\(row.name)", "\(Units.bytes(row.residentBytes))",
                "\(Units.bytes(row.heapBytes))",
                "\(limit?.isHeap == true ? "heap " : "")\(Units.bytes(limit?.limitBytes))",
              ]
            })))
    }
    if !figures.runtime.isEmpty {
      blocks.append(
        .table(
          Document.Table(
            [.words("Process"), .number("Loop lag"), .number("Collecting garbage")],
            figures.runtime.map { row in
              [
                "\(row.name)", RichText(row.loopLagSeconds.map(Units.duration) ?? "-"),
                RichText(row.gcPauseSeconds.map(Units.duration) ?? "-"),
              ]
            })))
    }
    return blocks
  }

  /// Circuit breakers with their states.
  var breakers: [Document.Block] {
    guard !figures.breakers.isEmpty else { return [] }
    return [
      .table(
        Document.Table(
          [.words("Breaker"), .words("State"), .number("Failed"), .words("Source")],
          figures.breakers.map { row in
            [
              "\(row.name)", RichText(BreakersPane.word(for: row.state)),
              RichText(row.failureRate.map { Units.percent($0) + " %" } ?? "-"),
              "\(history.sources[row.source].identity.name)",
            ]
          }))
    ]
  }

  /// Queues with what waits in them.
  var queues: [Document.Block] {
    guard !figures.queues.isEmpty else { return [] }
    return [
      .table(
        Document.Table(
          [.words("Queue"), .number("Waiting"), .number("At most"), .words("Source")],
          figures.queues.map { row in
            [
              "\(row.name)", "\(Units.number(row.waiting))", "\(Units.number(row.mostWaiting))",
              "\(history.sources[row.source].identity.name)",
            ]
          }))
    ]
  }

  /// Areas that nothing was said about, each with what would make it visible.
  var notJudged: [Document.Block] {
    var items: [RichText] = []
    func missing(_ isMissing: Bool, _ text: RichText) {
      if isMissing { items.append(text) }
    }
    missing(
      figures.totals.requests == 0,
      "\(strong: "Requests"): no source shows any. Add the access log of the proxy, or the metrics endpoint of the service."
    )
    missing(
      figures.totals.requests > 0 && figures.totals.latency == nil,
      "\(strong: "Latency"): no source has durations. With nginx add \(code: "$request_time") to the log format, with Apache \(code: "%D"), or expose a histogram."
    )
    missing(
      figures.everyQuery.isEmpty,
      "\(strong: "Statements"): none were seen. With PostgreSQL set \(code: "log_min_duration_statement"), with MySQL \(code: "slow_query_log"), and add that log."
    )
    missing(
      !figures.everyQuery.isEmpty && figures.everyQuery.allSatisfy { $0.rowsSentPerCall == nil },
      "\(strong: "Rows per statement"): the log does not say. \(code: "auto_explain.log_analyze") or the slow log of MySQL does."
    )
    missing(
      figures.pools.isEmpty,
      "\(strong: "Connection pools"): expose in use, idle, limit and waiting, as HikariCP and PgBouncer's exporter do."
    )
    missing(
      figures.caches.isEmpty,
      "\(strong: "Caches"): expose hits and misses as counters, by cache.")
    missing(
      figures.memory.isEmpty,
      "\(strong: "Memory"): expose \(code: "process_resident_memory_bytes"), which most client libraries do by themselves."
    )
    missing(
      figures.outbound.isEmpty,
      "\(strong: "Outbound calls"): add a log with the client's lines (httpx, requests) or a client histogram."
    )
    items += history.sources.flatMap { source in
      source.troubles.map { "\(strong: source.identity.name): \($0)" }
    }
    return items.isEmpty ? [] : [.list(items)]
  }
}
