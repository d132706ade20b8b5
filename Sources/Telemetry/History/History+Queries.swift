extension History {
  /// All statements with calls in the window, in no particular order.
  package func queryRows(_ window: Window, now: Timestamp) -> [QueryRow] {
    let range = range(of: window, now: now)
    var rows: [QueryRow] = []
    var histogram = LatencyHistogram()
    // By their places, because a row that is bound to a name is copied.
    for place in queryStore.rows.indices {
      histogram.reset(to: .logarithmic)
      var calls: UInt64 = 0
      if window == .all {
        calls = queryStore.rows[place].calls
        histogram.add(everythingOf: queryStore.rows[place])
      } else {
        queryStore.rows[place].tiers.forEachSummand(in: range, now: now) { slot in
          calls &+= slot.calls
          histogram.add(slot.latency)
        }
      }
      guard calls > 0 else { continue }
      rows.append(row(queryStore.rows[place], calls: calls, histogram, window, range, now: now))
    }
    let total = rows.map(\.totalSeconds).orderlessSum
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
    return rows.compactMap { row in History.caller(key, among: row.callers).map { (row, $0) } }
  }

  /// The distribution of one statement's durations in the window.
  package func queryHistogram(
    of id: UInt64, _ window: Window, now: Timestamp
  ) -> LatencyHistogram? {
    guard let place = queryStore.place(of: id) else { return nil }
    var histogram = LatencyHistogram()
    if window == .all {
      histogram.add(everythingOf: queryStore.rows[place])
    } else {
      queryStore.rows[place].tiers.forEachSummand(in: range(of: window, now: now), now: now) {
        histogram.add($0.latency)
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
      rowsSent: History.rows(stored.rowsSent, of: stored.rowsSentCalls, in: calls, window),
      rowsExamined: History.rows(
        stored.rowsExamined, of: stored.rowsExaminedCalls, in: calls, window),
      callers: callers(of: stored.id, calls: calls), firstSeen: stored.firstSeen,
      lastSeen: stored.lastSeen, examples: stored.examples, sources: stored.sources)
  }

  /// Rows of the calls of a window: as many for each as the mean of all calls since the start has.
  private static func rows(
    _ total: UInt64, of counted: UInt64, in calls: UInt64, _ window: Window
  ) -> UInt64? {
    guard counted > 0 else { return nil }
    guard window != .all else { return total }
    return UInt64(exactly: (Double(total) / Double(counted) * Double(calls)).rounded())
  }

  /// Endpoints that run a statement or make a call, with their part of the calls of the window.
  func callers(of id: UInt64, calls: UInt64) -> [QueryCaller] {
    let shares = callerShares[id] ?? []
    return shares.map { share in
      QueryCaller(
        endpoint: endpoints.row(meantBy: share.endpoint)?.name ?? share.endpoint,
        calls: Double(calls) * share.part, isGuess: share.isGuess)
    }
  }

  /// Works out anew which endpoints make each call: votes of single calls, for statements set
  /// right by how the counts of calls and requests go together where only times speak for a link.
  mutating func attributeQueries() {
    callerShares = attribution.votes.reduce(into: [:]) { shares, voted in
      // A dictionary has another order in each run: sums would be rounded by it, and fits that have
      // no single best answer would end elsewhere.
      let ranked = voted.value.sorted {
        ($1.value.total, $0.key) < ($0.value.total, $1.key)
      }
      let all = ranked.reduce(0) { $0 + $1.value.total }
      guard all > 0 else { return }
      let isGuess = ranked.allSatisfy { $0.value.best == .time }
      let endpointsPerCall = ranked.reduce(0) { $0 + $1.value.present } / all
      let weights = ranked.map { _, votes in
        isGuess
          ? History.weight(votes, of: all, endpointsPerCall: endpointsPerCall) : votes.total
      }
      let sum = weights.reduce(0, +)
      guard sum > 0 else { return }
      // Calls apart from all requests belong to none of them.
      let within = isGuess ? all / (all + (attribution.apart[voted.key] ?? 0)) : 1
      let byVotes = zip(ranked, weights).map { candidate, weight in
        CallerShare(
          endpoint: candidate.key, part: within * weight / sum,
          isGuess: candidate.value.best == .time, present: candidate.value.present / all)
      }
      let parts = (isGuess ? fitted(byVotes, query: voted.key) : nil) ?? byVotes
      shares[voted.key] = parts.filter { $0.part >= 0.01 }
        .sorted { ($1.part, $0.endpoint) < ($0.part, $1.endpoint) }
    }
  }

  /// What votes by time alone are worth: a true caller is there at every call, chance is not.
  ///
  /// Where a call fits hardly more than one endpoint the votes speak for themselves; the more
  /// endpoints a call fits on average, the more presence counts.
  private static func weight(
    _ votes: QueryAttribution.Votes, of calls: Double, endpointsPerCall: Double
  ) -> Double {
    let present = min(1, votes.present / calls)
    let ambiguity = min(3, max(0, Int((endpointsPerCall - 1) * 2)))
    return (0..<ambiguity).reduce(votes.total) { weight, _ in weight * present }
  }

  /// With fewer calls than this counts say little.
  private static let fewestCalls: UInt64 = 20
  /// Share of the variance that must be explained before counts overrule votes.
  private static let leastExplained = 0.8
  /// Columns that are compared at most: all that the tiers have, unless a stamp is years off.
  private static let mostColumns: Int64 = 4096
  /// Share of the calls at which a true caller must have been there.
  private static let leastPresence = 0.3

  private func fitted(_ voted: [CallerShare], query: UInt64) -> [CallerShare]? {
    let candidates = voted.filter { $0.present >= History.leastPresence }
    guard candidates.count > 1, let place = queryStore.place(of: query),
      queryStore.rows[place].calls >= History.fewestCalls
    else { return nil }
    let tiers = queryStore.rows[place].tiers
    let width = tiers.slotSeconds(least: 8)
    var slots: [(column: Int64, calls: Double)] = []
    tiers.forEach(ofSeconds: width) { time, slot in
      slots.append((time.column(ofSeconds: width), Double(slot.calls)))
    }
    guard let first = slots.first?.column, let last = slots.last?.column,
      last - first < History.mostColumns
    else { return nil }
    var calls = [Double](repeating: 0, count: Int(last - first) + 1)
    for slot in slots { calls[Int(slot.column - first)] += slot.calls }
    let requests = candidates.map { candidate in
      requestCounts(of: candidate.endpoint, width: width, first: first, count: calls.count)
    }
    let all = calls.reduce(0, +)
    let expected = zip(candidates, requests).map { candidate, requests in
      all * candidate.part / max(1, requests.reduce(0, +))
    }
    guard let fit = CallCountFit(calls: calls, requests: requests, expected: expected),
      fit.explained >= History.leastExplained
    else { return nil }
    let explained = zip(fit.callsPerRequest, requests).map { $0 * $1.reduce(0, +) }
    let sum = explained.reduce(0, +)
    guard sum > 0 else { return nil }
    return zip(candidates, explained).map { candidate, calls in
      CallerShare(
        endpoint: candidate.endpoint, part: calls / sum, isGuess: true, present: candidate.present)
    }
  }

  /// Requests of an endpoint in slots of a width, where a tier has slots no wider than that.
  private func requestCounts(
    of name: EndpointName, width: Int64, first: Int64, count: Int
  ) -> [Double] {
    var counts = [Double](repeating: 0, count: count)
    guard let series = view(of: name) else { return counts }
    for one in series {
      one.tiers.forEach(ofSeconds: width) { time, slot in
        let column = time.column(ofSeconds: width) - first
        guard column >= 0, column < Int64(count) else { return }
        counts[Int(column)] += Double(slot.statuses.total)
      }
    }
    return counts
  }
}

/// The part of a statement's calls that falls to one endpoint.
struct CallerShare: Sendable {
  var endpoint: EndpointName
  /// From 0 to 1.
  var part: Double
  /// Whether the link was inferred from times alone.
  var isGuess: Bool
  /// Share of the calls that ran while the endpoint was being served.
  var present: Double
}
