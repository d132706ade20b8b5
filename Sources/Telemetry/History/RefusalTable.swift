/// Requests that were turned away, by status, endpoint and caller over time, in fixed memory.
struct RefusalTable: Sendable {
  struct Key: Hashable, Sendable {
    var status: Int
    var endpoint: EndpointName
    var client: DisplayText
    var source: SourceID
  }

  /// Refusals of one slot.
  struct CountSlot: PlainSlot {
    var count: UInt64

    mutating func merge(_ other: CountSlot) { count &+= other.count }
  }

  private struct Row: Sendable {
    let key: Key
    var tiers = TimeTiers<CountSlot>()
    var total: UInt64 = 0
    var last: Timestamp
    var line: UInt64

    mutating func add(_ delta: RefusalDelta, end: Timestamp?) {
      tiers.merge(CountSlot(count: delta.count), at: delta.last, end: end)
      total &+= delta.count
      if delta.last >= last {
        last = delta.last
        line = delta.line
      }
    }
  }

  private static let capacity = 256
  /// In the order in which they were first seen.
  private var rows: [Row] = []
  private var places: [Key: Int] = [:]

  /// Whether anything was refused at all.
  var isEmpty: Bool { rows.isEmpty }

  /// Adds what a source saw, which tells more until `end`, where that is known.
  mutating func fold(_ delta: RefusalDelta, source: SourceID, end: Timestamp? = nil) {
    var key = Key(
      status: delta.status, endpoint: delta.endpoint, client: delta.client, source: source)
    if places[key] == nil, rows.count >= RefusalTable.capacity {
      key.client = ""
      if places[key] == nil { key.endpoint = .other }
    }
    let place = places[key] ?? rows.count
    if place == rows.count {
      places[key] = place
      rows.append(Row(key: key, last: delta.last, line: delta.line))
    }
    rows[place].add(delta, end: end)
  }

  /// Refusals of a window, the most first; of as many each those that were seen earlier.
  func rows(_ window: Window, _ range: TimeRange, now: Timestamp) -> [RefusalRow] {
    var found: [RefusalRow] = []
    rows.withUnsafeBufferPointer { rows in
      // Where they lie, because a row that is bound to a name is copied.
      for place in rows.indices {
        var count = rows[place].total
        if window != .all {
          count = 0
          rows[place].tiers.forEach(in: range, now: now) { count &+= $1.count }
        }
        guard count > 0 else { continue }
        let key = rows[place].key
        found.append(
          RefusalRow(
            status: key.status, endpoint: key.endpoint, client: key.client, source: key.source,
            count: count, last: rows[place].last, line: rows[place].line))
      }
    }
    return found.sorted { $0.count > $1.count }
  }
}

/// Requests of one endpoint and caller that were turned away in a window.
package struct RefusalRow: Hashable, Sendable {
  /// 413 or 429.
  package var status: Int
  /// The endpoint that was asked.
  package var endpoint: EndpointName
  /// Empty where the log does not say who asked.
  package var client: DisplayText
  /// The log that tells of them.
  package var source: SourceID
  /// Refusals in the window.
  package var count: UInt64
  /// When the last one ever ended, which may lie after a window of the past.
  package var last: Timestamp
  /// Number of the last such line, from 1; 0 when not known.
  package var line: UInt64
}

extension History {
  /// Requests that were answered with 413 or 429 in the window, by endpoint and caller.
  package func refusalRows(_ window: Window, now: Timestamp) -> [RefusalRow] {
    refusals.rows(window, range(of: window, now: now), now: now).map { row in
      var named = row
      if let place = endpoints.place(of: row.endpoint) {
        named.endpoint = endpoints.rows[place].name
      }
      return named
    }
  }

  /// Those refusals that one view of the traffic tells of, the one that saw most: a proxy and the
  /// application behind it log the same ones.
  func refusals(
    ofOneViewAmong rows: [RefusalRow]
  ) -> (vantage: DisplayText, rows: [RefusalRow])? {
    Dictionary(grouping: rows) { sources[$0.source].vantage }
      .map { (vantage: $0.key, rows: $0.value, count: $0.value.reduce(0) { $0 + $1.count }) }
      .max { ($0.count, $1.vantage) < ($1.count, $0.vantage) }
      .map { (vantage: $0.vantage, rows: $0.rows) }
  }
}
