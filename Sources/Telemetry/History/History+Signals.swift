extension History {
  /// A subject of one source, under which its signals are gathered into a row.
  private struct Subject: Hashable {
    var name: DisplayText
    var source: SourceID
  }

  /// Connection pools by source, those of one in the order they were first seen.
  package func poolRows(_ window: Window, now: Timestamp) -> [PoolRow] {
    let range = range(of: window, now: now)
    return subjects(with: History.poolSignals).compactMap { subject in
      var row = PoolRow(name: title(subject), source: subject.source)
      row.inUse = last(.poolInUse, subject, range, now)
      row.idle = last(.poolIdle, subject, range, now)
      let identity = identity(of: subject, range, now)
      (row.instance, row.database) = (identity.instance, identity.database)
      let database = identity.database.map { Subject(name: $0, source: subject.source) }
      row.limit =
        last(.poolLimit, subject, range, now)
        ?? database.flatMap { last(.poolLimit, $0, range, now) }
      if row.limit == nil, let least = last(.poolLeastLimit, subject, range, now) {
        (row.limit, row.isLeastLimit) = (least, true)
      }
      row.waiting = last(.poolWaiting, subject, range, now)
      row.timeouts = increase(.poolTimeouts, subject, range, now)
      row.acquired = increase(.poolAcquired, subject, range, now)
      row.waitedSeconds = increase(.poolWaitSeconds, subject, range, now)
      let isTold =
        row.inUse != nil || row.idle != nil || row.timeouts ?? 0 > 0
        || (row.acquired ?? 0 > 0 && isToldByWaits(subject))
      return isTold ? row : nil
    }
  }

  /// Whether all that is told of a pool is that callers waited for it, as a log may; the waits of
  /// one that had gauges outlive it.
  private func isToldByWaits(_ pool: Subject) -> Bool {
    !History.poolGauges.contains { signal in
      signals.keys.contains(SeriesKey(signal: signal, subject: pool.name, source: pool.source))
    }
  }

  /// Whose a pool is: as its page says, else as its name looks.
  ///
  /// What stands before the last part of a name is the database of a pool called `database/user`
  /// where a limit is told of it, which holds for each of its pools; else the instance of one
  /// called `instance/pool`.
  private func identity(
    of pool: Subject, _ range: TimeRange, _ now: Timestamp
  ) -> PoolIdentity {
    if let told = sources[pool.source].pools.first(where: { $0.name == pool.name }) { return told }
    guard let owner = enclosing(of: pool) else { return PoolIdentity(name: pool.name) }
    guard last(.poolLimit, owner, range, now) != nil else {
      return PoolIdentity(name: pool.name, instance: owner.name)
    }
    return PoolIdentity(
      name: pool.name, instance: enclosing(of: owner)?.name, database: owner.name)
  }

  private func enclosing(of pool: Subject) -> Subject? {
    let name = pool.name.string
    guard let end = name.lastIndex(of: "/"), end > name.startIndex else { return nil }
    return Subject(name: DisplayText(name[..<end]), source: pool.source)
  }

  private static let poolGauges: [Signal] = [.poolInUse, .poolIdle]
  private static let poolSignals: Set<Signal> = [
    .poolInUse, .poolIdle, .poolLimit, .poolLeastLimit, .poolTimeouts, .poolAcquired,
  ]

  /// Caches by source, those of one in the order they were first seen.
  package func cacheRows(_ window: Window, now: Timestamp) -> [CacheRow] {
    let range = range(of: window, now: now)
    return subjects(with: [.cacheHits, .cacheMisses, .cacheEntries]).map { subject in
      CacheRow(
        name: title(subject), source: subject.source,
        hits: increase(.cacheHits, subject, range, now),
        misses: increase(.cacheMisses, subject, range, now),
        entries: last(.cacheEntries, subject, range, now),
        bytes: last(.cacheBytes, subject, range, now),
        limitBytes: last(.cacheLimitBytes, subject, range, now),
        limitEntries: last(.cacheLimitEntries, subject, range, now),
        evictions: increase(.cacheEvictions, subject, range, now))
    }
  }

  /// Memory by process; those of one source in the order they were first seen.
  package func memoryRows(_ window: Window, now: Timestamp) -> [MemoryRow] {
    let range = range(of: window, now: now)
    return subjects(with: [.residentBytes, .heapBytes]).compactMap { subject in
      let row = MemoryRow(
        name: title(subject), source: subject.source,
        residentBytes: last(.residentBytes, subject, range, now),
        heapBytes: last(.heapBytes, subject, range, now),
        limitBytes: last(.memoryLimitBytes, subject, range, now),
        heapLimitBytes: last(.heapLimitBytes, subject, range, now))
      return row.residentBytes == nil && row.heapBytes == nil ? nil : row
    }
  }

  /// The series that a figure of a memory row comes from.
  package func memoryKey(of row: MemoryRow, signal: Signal) -> SeriesKey {
    let isWhole = row.name == sources[row.source].identity.name
    let named = SeriesKey(signal: signal, subject: row.name, source: row.source)
    let whole = SeriesKey(signal: signal, subject: "", source: row.source)
    return isWhole && signals.keys.contains(whole) ? whole : named
  }

  /// Event loop and garbage collector by process.
  package func runtimeRows(_ window: Window, now: Timestamp) -> [RuntimeRow] {
    let range = range(of: window, now: now)
    return subjects(with: [.loopLagSeconds, .gcPauseSeconds]).map { subject in
      RuntimeRow(
        name: title(subject), source: subject.source,
        loopLagSeconds: last(.loopLagSeconds, subject, range, now),
        gcPauseSeconds: increase(.gcPauseSeconds, subject, range, now))
    }
  }

  /// Circuit breakers by source, those of one in the order they were first seen.
  package func breakerRows(_ window: Window, now: Timestamp) -> [BreakerRow] {
    let range = range(of: window, now: now)
    return subjects(with: [.breakerState]).compactMap { subject in
      last(.breakerState, subject, range, now).map { state in
        BreakerRow(
          name: title(subject), source: subject.source, state: state,
          failureRate: last(.breakerFailureRate, subject, range, now))
      }
    }
  }

  /// One signal over `range` in equal columns: the largest last reading of each column.
  ///
  /// Columns without a reading are `nil`: a gap, not a zero.
  package func columns(
    of key: SeriesKey, in range: TimeRange, count: Int, now: Timestamp
  ) -> [Double?] {
    var columns = [Double?](repeating: nil, count: max(0, count))
    guard count > 0, range.seconds > 0 else { return columns }
    let width = range.seconds / Double(count)
    for (time, value) in signals.points(key, in: range, now: now) {
      let column = Int(min(Double(count - 1), max(0, (time - range.from) / width)))
      columns[column] = max(columns[column] ?? -.infinity, value)
    }
    return columns
  }

  /// By source, and of each source in the order they were first seen: which of two sources tells
  /// something first is another one in each run.
  private func subjects(with wanted: Set<Signal>) -> [Subject] {
    var found: [Subject] = []
    for key in signals.keys where wanted.contains(key.signal) {
      let subject = Subject(name: key.subject, source: key.source)
      if !found.contains(subject) { found.append(subject) }
    }
    return found.enumerated().sorted {
      ($0.element.source, $0.offset) < ($1.element.source, $1.offset)
    }.map(\.element)
  }

  private func title(_ subject: Subject) -> DisplayText { title(subject.name, subject.source) }

  /// The name of a series' subject, or the source's where the subject is the source as a whole.
  func title(of key: SeriesKey) -> DisplayText { title(key.subject, key.source) }

  private func title(_ name: DisplayText, _ source: SourceID) -> DisplayText {
    name.string.isEmpty ? sources[source].identity.name : name
  }

  private func last(
    _ signal: Signal, _ subject: Subject, _ range: TimeRange, _ now: Timestamp
  ) -> Double? {
    let key = SeriesKey(signal: signal, subject: subject.name, source: subject.source)
    return signals.last(key, in: range, now: now)
  }

  private func increase(
    _ signal: Signal, _ subject: Subject, _ range: TimeRange, _ now: Timestamp
  ) -> Double? {
    let key = SeriesKey(signal: signal, subject: subject.name, source: subject.source)
    return signals.increase(key, in: range, now: now)
  }
}
