/// The look-ups in caches that requests to one endpoint make.
package struct LookupRow: Hashable, Sendable {
  /// How look-ups are known to belong to the endpoint, the surest last.
  package enum Link: Int, Comparable, Sendable {
    /// They came while its requests were being served.
    case time
    /// Both lines carry the id of one request or trace.
    case id
    /// The line of the request itself says what the cache made of it.
    case line

    package static func < (left: Link, right: Link) -> Bool { left.rawValue < right.rawValue }
  }

  /// One cache of them.
  package struct Cache: Hashable, Sendable {
    /// Its subject, or the product in front of the service where that answers.
    package var name: DisplayText
    /// The source that tells of it.
    package var source: SourceID
    /// Look-ups that it answered; an estimate where times tie them to the endpoint.
    package var hits: Double
    /// Look-ups that it could not answer; an estimate as `hits`.
    package var misses: Double
    /// How surely its look-ups are those of the endpoint.
    package var link: Link

    /// Answered or not.
    package var lookups: Double { hits + misses }
    /// Share of the look-ups that it answered (0...1); `nil` without any.
    package var hitRate: Double? { lookups > 0 ? hits / lookups : nil }
  }

  /// The one that is asked most often first; never empty.
  package var caches: [Cache]
  /// Requests to the endpoint in the window.
  package var requests: UInt64

  /// Look-ups in all caches for one request.
  package var perRequest: Double {
    caches.reduce(0) { $0 + $1.lookups } / Double(max(1, requests))
  }

  /// Share of all look-ups that were answered (0...1).
  package var hitRate: Double {
    let all = caches.reduce(0) { $0 + $1.lookups }
    return all > 0 ? caches.reduce(0) { $0 + $1.hits } / all : 0
  }

  /// The least sure way in which any of them is known.
  package var link: Link { caches.map(\.link).min() ?? .time }
}

/// The look-ups of endpoints at one moment: what all rows need is gathered once.
package struct EndpointLookups: Sendable {
  private let history: History
  private let range: TimeRange
  private let now: Timestamp
  /// Caches with look-ups in the window, and who makes them.
  private var caches: [(row: LookupRow.Cache, hits: [QueryCaller], misses: [QueryCaller])] = []

  /// The look-ups of a history in a window.
  package init(_ history: History, _ window: Window, now: Timestamp) {
    self.history = history
    self.now = now
    range = history.range(of: window, now: now)
    guard history.tiesLookups else { return }
    for key in history.signals.keys where key.signal == .cacheHits {
      let missed = SeriesKey(signal: .cacheMisses, subject: key.subject, source: key.source)
      let hits = history.signals.increase(key, in: range, now: now) ?? 0
      let misses = history.signals.increase(missed, in: range, now: now) ?? 0
      guard hits + misses > 0 else { continue }
      func callers(_ isHit: Bool, _ count: Double) -> [QueryCaller] {
        history.callers(
          of: CallKey.lookup(key.subject, source: key.source, isHit: isHit),
          calls: UInt64(min(max(0, count), 0x1p62)))
      }
      let row = LookupRow.Cache(
        name: key.subject, source: key.source, hits: hits, misses: misses, link: .time)
      caches.append((row, callers(true, hits), callers(false, misses)))
    }
  }

  /// Those of an endpoint; `nil` where none is known.
  package func row(of endpoint: EndpointRow) -> LookupRow? {
    guard endpoint.requests > 0 else { return nil }
    let key = endpoint.name.joinKey
    var own: [LookupRow.Cache] = caches.compactMap { cache, hits, misses in
      // A guess that is right for one outcome is right for the other: they are judged together.
      guard let parts = History.caller(key, among: History.joined(hits, misses)) else { return nil }
      var row = cache
      row.hits = hits.first { $0.endpoint.joinKey == key }?.calls ?? 0
      row.misses = misses.first { $0.endpoint.joinKey == key }?.calls ?? 0
      row.link = parts.isGuess ? .time : .id
      return row.lookups > 0 ? row : nil
    }
    for (source, hits, misses) in history.lookups.sums(of: endpoint.name, in: range, now: now) {
      let name = history.sources[source].vantage
      own.append(
        LookupRow.Cache(name: name, source: source, hits: hits, misses: misses, link: .line))
    }
    own.sort { ($1.lookups, $0.name, $0.source) < ($0.lookups, $1.name, $1.source) }
    return own.isEmpty ? nil : LookupRow(caches: own, requests: endpoint.requests)
  }
}

extension History {
  /// Callers of two kinds of calls, their calls added.
  fileprivate static func joined(
    _ left: [QueryCaller], _ right: [QueryCaller]
  ) -> [QueryCaller] {
    right.reduce(into: left) { all, caller in
      if let place = all.firstIndex(where: { $0.endpoint == caller.endpoint }) {
        all[place].calls += caller.calls
        all[place].isGuess = all[place].isGuess && caller.isGuess
      } else {
        all.append(caller)
      }
    }
  }
}
