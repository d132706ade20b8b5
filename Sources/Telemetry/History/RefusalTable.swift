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
  private var rows: [Key: Row] = [:]

  /// Whether anything was refused at all.
  var isEmpty: Bool { rows.isEmpty }

  /// Adds what a source saw, which tells more until `end`, where that is known.
  mutating func fold(_ delta: RefusalDelta, source: SourceID, end: Timestamp? = nil) {
    var key = Key(
      status: delta.status, endpoint: delta.endpoint, client: delta.client, source: source)
    if rows[key] == nil, rows.count >= RefusalTable.capacity {
      key.client = ""
      if rows[key] == nil { key.endpoint = .other }
    }
    rows[key, default: Row(last: delta.last, line: delta.line)].add(delta, end: end)
  }

  /// Refusals of a window, the most first.
  func rows(_ window: Window, _ range: TimeRange, now: Timestamp) -> [RefusalRow] {
    rows.compactMap { key, row -> RefusalRow? in
      var count = row.total
      if window != .all {
        count = 0
        row.tiers.forEach(in: range, now: now) { count &+= $1.count }
      }
      guard count > 0 else { return nil }
      return RefusalRow(
        status: key.status, endpoint: key.endpoint, client: key.client, source: key.source,
        count: count, last: row.last, line: row.line)
    }
    .sorted { left, right in
      if left.count != right.count { return left.count > right.count }
      return (left.endpoint, left.client, left.status, left.source)
        < (right.endpoint, right.client, right.status, right.source)
    }
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
