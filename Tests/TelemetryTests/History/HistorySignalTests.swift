import Testing

@testable import Telemetry

@Suite struct HistorySignalTests {
  private let now = Timestamp(seconds: 1000)

  private func key(_ signal: Signal, _ subject: DisplayText = "") -> SeriesKey {
    SeriesKey(signal: signal, subject: subject, source: 0)
  }

  private func range(_ from: Double, _ to: Double) -> TimeRange {
    TimeRange(from: Timestamp(seconds: from), to: Timestamp(seconds: to))
  }

  @Test func `reads pools with what is in use, free and allowed`() {
    var history = History(.metrics)
    history.fold(
      Batch(
        0, at: 990, (.poolInUse, "orders", 5), (.poolIdle, "orders", 1), (.poolLimit, "orders", 10),
        (.poolWaiting, "orders", 2), (.poolTimeouts, "orders", 3), (.poolLimit, "unused", 7)))
    history.fold(
      Batch(
        0, at: 1000, (.poolInUse, "orders", 8), (.poolTimeouts, "orders", 4), (.poolIdle, "", 3)))
    let rows = history.poolRows(.last(300), now: now)
    #expect(rows.map(\.name.string) == ["orders", "s0"])
    #expect((rows[0].inUse, rows[0].idle, rows[0].limit, rows[0].waiting) == (8, 1, 10, 2))
    #expect((rows[0].timeouts, rows[0].saturation) == (7, 0.8))
    #expect((rows[1].idle, rows[1].inUse, rows[1].saturation) == (3, nil, nil))
    #expect(history.poolRows(.last(5), now: now)[0].timeouts == 4)
    #expect(history.poolRows(.last(300), now: now + 2000).isEmpty)
  }

  @Test func `has pools of which only waits are told, as a log of PgBouncer does`() {
    var history = History(.log, .metrics)
    history.fold(
      Batch(0, at: 990, (.poolAcquired, "pgbouncer", 100), (.poolWaitSeconds, "pgbouncer", 450)))
    history.fold(Batch(1, at: 990, (.poolAcquired, "idle", 0), (.poolLimit, "other", 5)))
    let rows = history.poolRows(.last(300), now: now)
    #expect(rows.map(\.name.string) == ["pgbouncer"])
    #expect(rows.first?.meanWaitSeconds == 4.5)
    #expect(rows.first?.saturation == nil && rows.first?.timeouts == nil)
  }

  @Test func `takes the limit of a database for that of each of its pools`() {
    var history = History(.metrics)
    history.fold(
      Batch(
        0, at: 990, (.poolInUse, "d/a", 9), (.poolInUse, "d/b", 8), (.poolInUse, "e/a", 1),
        (.poolLimit, "d", 20), (.poolLimit, "d/b", 10)))
    let rows = history.poolRows(.last(300), now: now)
    #expect(rows.map(\.name.string) == ["d/a", "d/b", "e/a"])
    #expect(rows.map(\.limit) == [20, 10, nil])
  }

  @Test func `a gauge that is told no longer has no value from then on`() {
    var history = History(.metrics)
    history.fold(
      Batch(
        0, at: 980, (.poolInUse, "p", 9), (.poolLimit, "p", 10), (.poolAcquired, "p", 4)))
    var gone = Batch(0, at: 990)
    gone.ended = [.poolInUse, .poolLimit].map { EndedGauge(signal: $0, subject: "p") }
    history.fold(gone)
    #expect(history.poolRows(.last(300), now: now).isEmpty)
    #expect(history.poolRows(.all, now: now).isEmpty)
    #expect(history.poolRows(.last(300), now: Timestamp(seconds: 985)).first?.inUse == 9)
    history.fold(Batch(0, at: 995, (.poolInUse, "p", 3)))
    let back = history.poolRows(.last(300), now: now)
    #expect(back.map(\.inUse) == [3] && back.map(\.limit) == [nil])
  }

  @Test func `does not know errors where no status is told`() {
    var row = EndpointRow(
      name: EndpointName("GET /a"), requests: 7, statuses: StatusCounts(), sources: [])
    row.statuses[0] = 7
    #expect(row.errorRate == nil)
    row.statuses[2] = 1
    #expect(row.errorRate == 0)
    var totals = TotalsRow()
    (totals.requests, totals.statuses[0]) = (7, 7)
    #expect(totals.errorRate == nil)
  }

  @Test func `derives shares of pools and caches`() {
    var pool = PoolRow(name: "p", source: 0, inUse: 3, idle: 1)
    #expect(pool.saturation == 0.75)
    pool.limit = 0
    #expect(pool.saturation == 0.75)
    pool.limit = 6
    #expect(pool.saturation == 0.5)
    pool.inUse = nil
    #expect(pool.saturation == nil)
    #expect(PoolRow(name: "p", source: 0, inUse: 0, idle: 0).saturation == nil)
    #expect(CacheRow(name: "c", source: 0, hits: 3, misses: 1).hitRate == 0.75)
    #expect(CacheRow(name: "c", source: 0, hits: 0, misses: 0).hitRate == nil)
    #expect(CacheRow(name: "c", source: 0, hits: 3).hitRate == nil)
  }

  @Test func `adds the increases of counters over the window`() {
    var history = History(.metrics)
    for scrape in 0...100 {
      history.fold(
        Batch(
          0, at: Double(scrape * 10), (.cacheHits, "users", 9), (.cacheMisses, "users", 1),
          (.cacheEntries, "users", Double(scrape))))
    }
    let rows = history.cacheRows(.last(300), now: now)
    #expect((rows[0].hits, rows[0].misses, rows[0].entries) == (31 * 9, 31, 100))
    #expect(rows[0].hitRate == 0.9 && rows[0].bytes == nil && rows[0].evictions == nil)
    let all = history.cacheRows(.all, now: now)
    #expect((all[0].hits, all[0].misses) == (909, 101))
    let later = history.cacheRows(.last(300), now: now + 2000)
    #expect(later.count == 1 && later[0].hits == nil && later[0].hitRate == nil)
  }

  @Test func `shows memory by process and finds its series`() {
    var history = History(.metrics)
    history.fold(
      Batch(
        0, at: 990, (.residentBytes, "", 100), (.heapBytes, "", 50), (.memoryLimitBytes, "", 400),
        (.residentBytes, "worker", 7), (.memoryLimitBytes, "cgroup", 1)))
    let rows = history.memoryRows(.last(300), now: now)
    #expect(rows.map(\.name.string) == ["s0", "worker"])
    #expect((rows[0].residentBytes, rows[0].heapBytes, rows[0].limitBytes) == (100, 50, 400))
    #expect((rows[1].residentBytes, rows[1].heapBytes) == (7, nil))
    #expect(history.memoryKey(of: rows[0], signal: .residentBytes) == key(.residentBytes))
    #expect(history.memoryKey(of: rows[1], signal: .residentBytes) == key(.residentBytes, "worker"))
  }

  @Test func `shows runtimes and breakers`() {
    var history = History(.metrics)
    history.fold(
      Batch(
        0, at: 990, (.loopLagSeconds, "", 0.5), (.gcPauseSeconds, "", 0.25),
        (.breakerState, "billing", 0.5), (.breakerFailureRate, "billing", 0.1)))
    history.fold(Batch(0, at: 1000, (.gcPauseSeconds, "", 0.5), (.breakerState, "mail", 1)))
    let runtime = history.runtimeRows(.last(300), now: now)
    #expect(runtime.map(\.name.string) == ["s0"] && runtime[0].loopLagSeconds == 0.5)
    #expect(runtime[0].gcPauseSeconds == 0.75)
    let breakers = history.breakerRows(.last(300), now: now)
    #expect(breakers.map(\.name.string) == ["billing", "mail"])
    #expect(breakers.map(\.state) == [0.5, 1] && breakers.map(\.failureRate) == [0.1, nil])
  }

  @Test func `adds up the requests in flight of an endpoint`() {
    var history = History(.metrics, .metrics)
    for source in 0...1 {
      var batch = Batch(source, at: 995, (.inFlight, "GET /a", 3), (.inFlight, "GET /b", 1))
      batch.traffic = [TrafficDelta("GET /a", at: 995, ok: 5)]
      history.fold(batch)
    }
    #expect(history.endpointRows(.last(60), now: now).map(\.inFlight) == [6])
    #expect(history.endpointRows(.all, now: now).map(\.inFlight) == [6])
    #expect(history.totals(.last(60), now: now).inFlight == 8)
    // Connections are no requests.
    history.fold(Batch(0, at: 996, (.inFlight, "nginx connections", 70)))
    #expect(history.totals(.last(60), now: now).inFlight == 8)
    // A gauge of the whole service knows of endpoints that have none.
    history.fold(Batch(1, at: 996, (.inFlight, "", 9)))
    #expect(history.totals(.last(60), now: now).inFlight == 13)
    #expect(History(.metrics).totals(.last(60), now: now).inFlight == nil)
  }

  @Test func `gives the last reading at or before the end of a range`() {
    var table = SignalTable(capacity: 10)
    for (time, value) in [(10.0, 1.0), (12, 2), (30, 3), (25, 9)] {
      table.fold(
        SignalReading(signal: .threads, subject: "", time: Timestamp(seconds: time), value: value),
        source: 0)
    }
    func last(_ from: Double, _ to: Double) -> Double? {
      table.last(key(.threads), in: range(from, to), now: Timestamp(seconds: 40))
    }
    #expect([last(0, 40), last(0, 30.1), last(0, 20), last(25, 29)] == [3, 3, 2, 9])
    #expect([last(15, 20), last(0, 5), last(35, 40)] == [nil, nil, nil])
    #expect(table.increase(key(.threads), in: range(0, 40), now: Timestamp(seconds: 40)) == nil)
    #expect(table.last(key(.heapBytes), in: range(0, 40), now: Timestamp(seconds: 40)) == nil)
  }

  @Test func `shows a gauge in columns with gaps where nothing was read`() {
    var history = History(.metrics)
    for (time, value) in [(0, 5), (1, 4), (7, 6), (30, 8), (39, 7)] {
      history.fold(Batch(0, at: Double(time), (.heapBytes, "", Double(value))))
    }
    let columns = history.columns(
      of: key(.heapBytes), in: range(0, 40), count: 4, now: Timestamp(seconds: 40))
    #expect(columns == [6, nil, nil, 8])
    let none = history.columns(of: key(.threads), in: range(0, 40), count: 2, now: now)
    #expect(none == [nil, nil])
    #expect(history.columns(of: key(.heapBytes), in: range(0, 40), count: 0, now: now).isEmpty)
    #expect(
      history.columns(of: key(.heapBytes), in: range(5, 5), count: 2, now: now) == [nil, nil])
  }

  @Test func `has a cap, counts what it drops and takes no number that is none`() {
    var table = SignalTable(capacity: 2)
    for subject in ["a", "b", "c", "a", "c"] as [DisplayText] {
      for value in [1, .nan, .infinity] {
        table.fold(
          SignalReading(signal: .cacheHits, subject: subject, time: now, value: value), source: 0)
      }
    }
    #expect(table.keys.map(\.subject.string) == ["a", "b"] && table.dropped == 2)
    #expect(table.increase(key(.cacheHits, "a"), in: range(0, 2000), now: now) == 2)
  }
}
