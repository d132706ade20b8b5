extension History {
  /// All statements with calls in the window, in no particular order.
  package func queryRows(_ window: Window, now: Timestamp) -> [QueryRow] {
    let range = range(of: window, now: now)
    var rows: [QueryRow] = []
    var histogram = LatencyHistogram()
    for stored in queryStore.rows {
      histogram.reset(to: .logarithmic)
      var calls: UInt64 = 0
      if window == .all {
        calls = stored.calls
        histogram.add(stored.totals)
      } else {
        stored.tiers.forEach(in: range, now: now) { _, slot in
          calls &+= UInt64(slot.calls)
          histogram.add(slot)
        }
      }
      guard calls > 0 else { continue }
      rows.append(row(stored, calls: calls, histogram, window, range, now: now))
    }
    let total = rows.reduce(0) { $0 + $1.totalSeconds }
    if total > 0 {
      for place in rows.indices { rows[place].share = rows[place].totalSeconds / total }
    }
    return rows
  }

  /// The statements that an endpoint runs, with the calls and the time that fall to it.
  ///
  /// Links that rest on times alone count only where the endpoint has at least a quarter of the
  /// statement's votes: less is what chance gives to any busy endpoint.
  package func queries(
    of endpoint: EndpointName, among rows: [QueryRow]
  ) -> [(row: QueryRow, caller: QueryCaller)] {
    let key = endpoint.joinKey
    let routeKey = EndpointName(method: "", route: endpoint.route).joinKey
    return rows.compactMap { row in
      let caller = row.callers.first { caller in
        let callerKey = caller.endpoint.joinKey
        return callerKey == key || callerKey == routeKey
      }
      guard let caller else { return nil }
      let all = row.callers.reduce(0) { $0 + $1.calls }
      if caller.isGuess, caller.calls < all / 4 { return nil }
      return (row, caller)
    }
  }

  /// The distribution of one statement's durations in the window.
  package func queryHistogram(
    of id: UInt64, _ window: Window, now: Timestamp
  ) -> LatencyHistogram? {
    guard let place = queryStore.place(of: id) else { return nil }
    var histogram = LatencyHistogram()
    if window == .all {
      histogram.add(queryStore.rows[place].totals)
    } else {
      queryStore.rows[place].tiers.forEach(in: range(of: window, now: now), now: now) {
        histogram.add($1)
      }
    }
    return histogram.count > 0 ? histogram : nil
  }

  private func row(
    _ stored: QueryStore.Row, calls: UInt64, _ histogram: LatencyHistogram, _ window: Window,
    _ range: TimeRange, now: Timestamp
  ) -> QueryRow {
    let seconds =
      stored.sources.map { sources[$0].coveredSeconds(window, range, now: now) }.max() ?? 0
    return QueryRow(
      id: stored.id, fingerprint: stored.fingerprint, calls: calls,
      rate: seconds >= 1 ? Double(calls) / seconds : nil,
      latency: histogram.count > 0 ? LatencySummary(histogram) : nil,
      totalSeconds: histogram.sumSeconds, share: 0,
      rowsSentPerCall: stored.rowsSentCalls > 0
        ? Double(stored.rowsSent) / Double(stored.rowsSentCalls) : nil,
      rowsSent: stored.rowsSentCalls > 0 ? stored.rowsSent : nil,
      rowsExamined: stored.rowsExaminedCalls > 0 ? stored.rowsExamined : nil,
      callers: callers(of: stored.id, calls: calls), firstSeen: stored.firstSeen,
      lastSeen: stored.lastSeen, examples: stored.examples, sources: stored.sources)
  }

  /// Endpoints by their share of the votes, scaled to the calls of the window.
  private func callers(of id: UInt64, calls: UInt64) -> [QueryCaller] {
    guard let votes = attribution.votes[id] else { return [] }
    let all = votes.values.reduce(0) { $0 + $1.total }
    guard all > 0 else { return [] }
    return votes.map { endpoint, votes in
      let name = endpoints.place(of: endpoint).map { endpoints.rows[$0].name } ?? endpoint
      return QueryCaller(
        endpoint: name, calls: Double(calls) * votes.total / all, isGuess: votes.best == .time)
    }
    .sorted { ($1.calls, $0.endpoint) < ($0.calls, $1.endpoint) }
  }
}
