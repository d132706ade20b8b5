/// Statements that an application lists as slow, each counted once however often it is listed.
struct JSONStatementLog {
  /// Polls for which a statement that is no longer listed is remembered.
  private static let patience = 16
  private static let limit = 20_000
  /// What ran longer ago than the widest window that slides is part of none.
  private static let oldestSeconds = 3600.0

  /// The poll in which each statement was listed last, by hash of statement and time.
  private var listed: [UInt64: Int] = [:]
  private var poll = 0
  private var fingerprinter = Fingerprinter()

  /// Counts the statements that were not listed before.
  mutating func add(_ statements: [JSONStatement], at now: Timestamp, into batch: inout Batch) {
    var places: [UInt64: Int] = [:]
    var old = 0
    for statement in statements {
      if let time = statement.time, now - time > JSONStatementLog.oldestSeconds {
        old += 1
        continue
      }
      let bytes = Array(statement.statement.utf8)
      let stamp = statement.time?.microseconds ?? Int64(clamping: statement.seconds.bitPattern)
      let key = bytes.withUnsafeBytes {
        FingerprintHash.of($0, seed: UInt64(bitPattern: stamp) | 1)
      }
      let isKnown = listed[key] != nil
      if isKnown || listed.count < JSONStatementLog.limit { listed[key] = poll }
      if !isKnown { add(statement, bytes, now, &places, &batch) }
    }
    if old > 0 {
      batch.notes.append(
        DisplayText("listed statements that ran over an hour ago are not counted: \(old)"))
    }
  }

  /// Ends a poll, of however many pages.
  mutating func endPoll() {
    poll += 1
    if poll % JSONStatementLog.patience == 0 {
      listed = listed.filter { poll - $0.value < JSONStatementLog.patience }
    }
  }

  private mutating func add(
    _ statement: JSONStatement, _ bytes: [UInt8], _ now: Timestamp, _ places: inout [UInt64: Int],
    _ batch: inout Batch
  ) {
    let text = bytes.withUnsafeBytes { DisplayText(fingerprinter.fingerprint($0)) }
    let id = fingerprinter.lastID
    var time = statement.time ?? now
    if time > now { time = now }
    let example = QueryExample(
      statement: bytes.withUnsafeBytes { DisplayText(statement: $0, limit: 4096) },
      seconds: statement.seconds, time: time, line: 0, source: batch.source)
    let counts = SparseCounts(
      sorted: [(bucket: LogScale.index(of: statement.seconds), count: UInt64(1))])
    let latency = LatencyDelta(
      layout: .logarithmic, counts: counts, count: 1, sumSeconds: statement.seconds,
      minSeconds: statement.seconds, maxSeconds: statement.seconds)
    guard let place = places[id], abs(batch.queries[place].time - time) < 5 else {
      var delta = QueryDelta(id: id, fingerprint: text, time: time, calls: 1, latency: latency)
      delta.seen = time...time
      delta.examples = [example]
      places[id] = batch.queries.count
      batch.queries.append(delta)
      return
    }
    batch.queries[place].calls &+= 1
    if let seen = batch.queries[place].seen {
      batch.queries[place].seen = min(seen.lowerBound, time)...max(seen.upperBound, time)
    }
    if var known = batch.queries[place].latency {
      known.counts.merge(counts)
      known.count &+= 1
      known.sumSeconds += statement.seconds
      known.minSeconds = min(known.minSeconds, statement.seconds)
      known.maxSeconds = max(known.maxSeconds, statement.seconds)
      batch.queries[place].latency = known
    }
    batch.queries[place].examples.append(example)
    batch.queries[place].examples.sort { $0.seconds > $1.seconds }
    if batch.queries[place].examples.count > 3 { batch.queries[place].examples.removeLast() }
  }
}
