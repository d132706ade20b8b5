/// Requests of one log that were turned away (429, 413) since the last batch, by endpoint and caller.
///
/// A batch of the past may tell of an hour: what was counted in each slot of time stands by itself, so
/// that a window holds no more than its own.
///
/// Memory: at most 64 callers of a slot; those that come later are counted without a name. Slots that
/// come after 2,048 counts are one.
struct RefusalTally {
  private struct Key: Hashable {
    var status: Int
    var endpoint: Int
    var client: UInt64
  }

  private struct Entry {
    var client: DisplayText
    var count: UInt64 = 0
    var last: Timestamp
    var line: UInt64
  }

  private static let capacity = 64
  private static let closedCapacity = 2048
  private var entries: [Key: Entry] = [:]
  /// What was counted in slots that are over.
  private var closed: [(key: Key, entry: Entry)] = []

  /// Counts one refusal.
  @inline(never)
  mutating func add(status: Int, endpoint: Int, client: Bytes, time: Timestamp, line: UInt64) {
    var key = Key(
      status: status, endpoint: endpoint, client: client.isEmpty ? 0 : ByteHash.of(client))
    if entries[key] == nil, entries.count >= RefusalTally.capacity { key.client = 0 }
    var entry =
      entries[key]
      ?? Entry(
        client: key.client == 0 ? "" : DisplayText(client, limit: 64), last: time, line: line)
    entry.count += 1
    entry.last = max(entry.last, time)
    entry.line = line
    entries[key] = entry
  }

  /// Ends a slot of time: what comes next is counted apart.
  mutating func close() {
    guard !entries.isEmpty, closed.count < RefusalTally.closedCapacity else { return }
    closed += entries.map { (key: $0.key, entry: $0.value) }
    entries.removeAll(keepingCapacity: true)
  }

  /// What was counted, the most first; the tally starts anew.
  mutating func take(_ name: (Int) -> EndpointName) -> [RefusalDelta] {
    guard !entries.isEmpty || !closed.isEmpty else { return [] }
    let all = closed + entries.map { (key: $0.key, entry: $0.value) }
    let deltas = all.map { key, entry in
      RefusalDelta(
        status: key.status, endpoint: name(key.endpoint), client: entry.client, count: entry.count,
        last: entry.last, line: entry.line)
    }
    entries = [:]
    closed = []
    return deltas.sorted { left, right in
      (right.count, left.endpoint, left.client, left.status, left.last)
        < (left.count, right.endpoint, right.client, right.status, right.last)
    }
  }
}
